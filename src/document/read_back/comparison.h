// SPDX-License-Identifier: Apache-2.0
#pragma once

// One letter read back: what is expected, what came, and what follows for each field.

#include "document/read_back/field_prose.h"
#include "document/read_back/flat_text.h"
#include "document/read_back/new_words.h"
#include "document/read_back/read_back.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace huice::document::read_back {

class Comparison {
 public:
  Comparison(const Printed& printed, const formats::docx::Docx& docx, const std::string& file,
             Diagnostics& problems);

  std::vector<FieldChange> run();

 private:
  /// A field of which the body is printed.
  struct Field {
    std::string record{};
    std::string path{};
    std::string text{};                   ///< of a field that is no prose: its value
    std::unique_ptr<FieldProse> prose{};  ///< null: no prose
    std::string mark{};                   ///< prose_mark() of it
    std::vector<NewLeaf> leaves{};        ///< what becomes of it
    std::optional<std::string> new_text{};
  };

  /// A paragraph or table of the body.
  struct Item {
    int field = -1;  ///< -1: the opening that follows from the proposal, or unknown
    int leaf = -1;
    std::string text{};               ///< as printed, with its label
    std::vector<std::size_t> flat{};  ///< which paragraphs: of a table its cells
    int number = -1;                  ///< of the expected item that it is
    std::vector<int> joined{};        ///< expected items that go on in the same paragraph
    bool is_kept = false;             ///< the record keeps its words
    bool is_settled = false;          ///< nothing more is to be found out
  };

  void read_fields();
  void add_field(const std::string& record, const std::string& path, const model::Prose* prose,
                 const std::string& text);
  void expect();
  void find();
  void find_marked(std::size_t index, Item& item);
  int expected_of(const docx::FileOrigins::Place& place);
  void match_unmarked();
  void match_one(Item& item, const std::map<int, std::u32string>& missing, std::size_t& steps);
  void settle(Item& item, int number);
  void place();
  int take(const Item& item, bool is_moved, int current);
  void take_text(const Item& item);
  NewLeaf leaf_of(const Item& item, bool& is_refused);
  NewLeaf table_of(const Item& item, bool& is_refused);
  std::optional<std::vector<Runs>> row_of(const std::vector<std::size_t>& cells, const Leaf& leaf,
                                          const std::string& field, int& known, bool& is_refused);
  void take_new(const Item& item, int to);
  void keep_rest();
  std::vector<FieldChange> changes();
  std::optional<FieldChange> change_of(Field& field);
  void compare_frame(std::vector<FieldChange>& out);
  void tell_changes_and_comments();

  /// Reports what became of citations; whether the words may not be taken.
  bool refuses(const NewWords& words, const std::string& field);
  void report(Message message);
  std::string printed_citation(const std::string& target) const;
  std::string place_of(const std::string& target) const;
  std::string label_of(const Item& expected) const;
  Runs runs_of_item(const Item& expected) const;

  const Printed& printed_;
  const formats::docx::Docx& docx_;
  const std::string& file_;
  Diagnostics& problems_;
  view::PageScope page_;
  PrintedCitation cite_;
  docx::FileOrigins origins_;  // the file's, or those of today's letter
  docx::FileOrigins today_origins_;
  FlatText now_;
  FlatText today_;
  std::vector<Field> fields_;
  std::vector<Item> expected_;
  std::vector<Item> found_;
  std::set<int> gone_;  // expected items that were in the file and are not any more
};

}  // namespace huice::document::read_back
