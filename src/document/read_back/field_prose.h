// SPDX-License-Identifier: Apache-2.0
#pragma once

// A prose field as the paragraphs that a letter prints of it, each with its stretch of the
// Markdown, so that one can be changed while the others stay to the byte.

#include "document/document.h"
#include "model/library.h"
#include "model/provenance.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::document::read_back {

/// A paragraph, heading or table of the prose.
struct Leaf {
  unsigned part = 0;      ///< as Origin::part
  Runs runs{};            ///< without the list's number; empty of a table
  std::size_t begin = 0;  ///< bytes of the Markdown
  std::size_t end = 0;
  int level = 0;  ///< of a heading, from 1
  int list = -1;  ///< which list of the prose it is an item of, as its only paragraph
  bool is_table = false;
  bool is_plain = true;  ///< can be taken away or moved: not in a quotation, a nested list …
  std::vector<std::vector<Runs>> rows{};  ///< of a table: its head first
  std::vector<Align> columns{};
};

/// What becomes of a field: its old paragraphs, changed ones and new ones, in their new order.
struct NewLeaf {
  int leaf = -1;                                         ///< an old one; -1: new
  std::optional<Runs> runs{};                            ///< other words
  std::optional<std::vector<std::vector<Runs>>> rows{};  ///< of a table
  int level = 0;  ///< of a new one: a heading within the field
};

class FieldProse {
 public:
  /// `printed` gives what a citation prints by its target (prose::target_of()).
  using Printed = std::map<std::string, std::string, std::less<>>;

  FieldProse(const model::Prose& prose, const model::Library& library);

  const std::string& markdown() const { return markdown_; }
  const std::vector<Leaf>& leaves() const { return leaves_; }
  /// The leaf of this part; -1 where there is none.
  int leaf_of(unsigned part) const;

  /// The Markdown of the changed field; nullopt where what it reads as is something else: texts
  /// that Markdown takes for markup in spite of all, parts of nested lists.
  std::optional<std::string> changed(const std::vector<NewLeaf>& leaves) const;

  /// A citation as the field writes it: {{ fact('…') | value }}.
  std::string source_of(const std::string& target) const;

  /// The Markdown of a leaf as it is to be written, for people to read.
  std::string written(const NewLeaf& leaf) const;

 private:
  std::string joined(const std::vector<NewLeaf>& leaves) const;
  std::vector<int> lists_of(const std::vector<NewLeaf>& leaves) const;
  std::string gap(const std::vector<int>& lists, std::size_t at, int number) const;
  bool reads_as(const std::string& markdown, const std::vector<NewLeaf>& leaves) const;
  std::string inline_text(const Runs& runs, bool in_cell, bool in_heading) const;
  std::string table_text(const std::vector<std::vector<Runs>>& rows,
                         const std::vector<Align>& columns) const;
  std::string list_marker(int list, int number) const;

  std::string markdown_;
  model::Library library_;
  std::vector<Leaf> leaves_;
  std::map<std::string, std::string> sources_;  // target → {{ … }}
  struct List {
    bool ordered = false;
    int start = 1;
    std::string marker{};  // “- ”
  };
  std::vector<List> lists_;
};

/// Runs with what is written alike in one, and citations without their words: for comparison.
Runs plain_runs(const Runs& runs);

}  // namespace huice::document::read_back
