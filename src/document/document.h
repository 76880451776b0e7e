// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a letter, book or report says, before it has a format: blocks in reading order, whose texts
// are runs. Nothing here knows of pages, fonts or links: a writer for each format prints the same
// blocks. A figure that was cited stays a citation: it keeps the fact it comes from, and its words.

#include "markdown/tree.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace huice::document {

enum class RunKind : std::uint8_t {
  text,
  citation,    ///< `target` is what it cites, `text` what is printed for it
  link,        ///< `target` is an address
  line_break,  ///< a line end that was asked for; `text` is empty
};

/// A piece of text that is printed alike.
struct Run {
  RunKind kind = RunKind::text;
  std::string text{};    ///< the printed words; UTF-8, without line feeds and controls
  std::string target{};  ///< citation: “fact:rd-intensity@ordos/2024|value” (prose::target_of())
  bool strong = false;
  bool emphasis = false;
  bool code = false;

  friend bool operator==(const Run&, const Run&) = default;
};

using Runs = std::vector<Run>;

/// Where a block's words stand in the record: `reply/sections/3/text` of ordos-cppcc-5-1-188, and
/// which paragraph of it, from 1. Empty where the words come from no single field.
struct Origin {
  std::string field{};
  unsigned part = 0;
  std::string source{};  ///< prose_mark() of the field as it was then; empty: not prose

  bool empty() const { return field.empty(); }
  friend bool operator==(const Origin&, const Origin&) = default;
};

struct Paragraph {
  Runs runs{};
  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

/// A heading of level 1 to 4: 一、 （一） 1. （1） (model::heading_number()). The label is part of
/// what is printed; empty where it has none.
struct Heading {
  int level = 1;
  std::string label{};
  Runs runs{};
  friend bool operator==(const Heading&, const Heading&) = default;
};

struct Block;
using Blocks = std::vector<Block>;

struct List {
  bool ordered = false;
  int start = 1;
  std::vector<Blocks> items;
};

using markdown::Align;

/// Rows have as many cells as there are columns. Widths are shares of the text's width; all 0:
/// equal.
struct Table {
  struct Column {
    Align align = Align::none;
    double width = 0;
    friend bool operator==(const Column&, const Column&) = default;
  };
  using Row = std::vector<Runs>;

  std::string caption{};
  std::vector<Column> columns{};
  Row head{};
  std::vector<Row> rows{};
  friend bool operator==(const Table&, const Table&) = default;
};

/// Names with their values, as of a card: 提案人 | 白夜明.
struct Fields {
  struct Field {
    std::string name{};
    Runs value{};
    friend bool operator==(const Field&, const Field&) = default;
  };
  std::vector<Field> fields{};
  friend bool operator==(const Fields&, const Fields&) = default;
};

/// Said beside the text, not of it: a caution, what a figure leaves open. A quotation is one too.
struct Note {
  Blocks blocks;
};

struct Figure {
  std::string file{};         ///< a path of the project
  std::string description{};  ///< for who does not see it
  std::string caption{};
  friend bool operator==(const Figure&, const Figure&) = default;
};

using Content = std::variant<Paragraph, Heading, List, Table, Fields, Note, Figure>;

struct Block {
  Content content{};
  Origin origin{};
};

bool operator==(const List& a, const List& b);
bool operator==(const Note& a, const Note& b);
bool operator==(const Block& a, const Block& b);

/// The words of the runs, without their marks; a line break gives a blank.
std::string words_of(const Runs& runs);

/// What the blocks cite, in reading order, as often as they do.
std::vector<std::string> cited(const Blocks& blocks);

/// Calls `each` for the runs of every text in the blocks, in reading order.
template <class Each>
void for_each_text(const Blocks& blocks, const Each& each) {
  for (const Block& block : blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
      each(paragraph->runs);
    } else if (const auto* heading = std::get_if<Heading>(&block.content)) {
      each(heading->runs);
    } else if (const auto* list = std::get_if<List>(&block.content)) {
      for (const Blocks& item : list->items) for_each_text(item, each);
    } else if (const auto* table = std::get_if<Table>(&block.content)) {
      for (const Runs& cell : table->head) each(cell);
      for (const Table::Row& row : table->rows) {
        for (const Runs& cell : row) each(cell);
      }
    } else if (const auto* fields = std::get_if<Fields>(&block.content)) {
      for (const Fields::Field& field : fields->fields) each(field.value);
    } else if (const auto* note = std::get_if<Note>(&block.content)) {
      for_each_text(note->blocks, each);
    }
  }
}

}  // namespace huice::document
