// SPDX-License-Identifier: Apache-2.0
//
// What becomes of each field: its paragraphs in the order of the file, with their new words.
#include "base/messages/document.h"
#include "document/read_back/alignment.h"
#include "document/read_back/comparison.h"
#include "prose/prose.h"

#include <algorithm>
#include <utility>

namespace huice::document::read_back {

bool Comparison::refuses(const NewWords& words, const std::string& field) {
  for (const CitedChange& one : words.citations) {
    if (one.fate == CitedFate::contradicted) {
      report(msg::letter_figure_changed{.field = field,
                                        .was = one.was,
                                        .now = one.now,
                                        .cited = one.target.substr(0, one.target.find('|')),
                                        .place = place_of(one.target)});
    } else if (one.fate == CitedFate::reformatted) {
      report(msg::letter_read_figure_form{.field = field, .was = one.was, .now = one.now});
    }
  }
  return words.is_contradicted();
}

void Comparison::place() {
  std::vector<int> numbers;
  std::vector<std::size_t> items;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    if (found_[i].number < 0) continue;
    numbers.push_back(found_[i].number);
    items.push_back(i);
  }
  std::set<std::size_t> stays;
  for (const std::size_t at : longest_growing(numbers)) stays.insert(items[at]);
  int current = -1;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    const bool is_moved = found_[i].number >= 0 && stays.count(i) == 0;
    current = take(found_[i], is_moved, current);
  }
}

// The field that a new paragraph after this one belongs to; -1: none.
int Comparison::take(const Item& item, bool is_moved, int current) {
  if (item.number < 0) {
    if (!item.is_settled) take_new(item, current);
    return current;
  }
  if (item.field < 0) return -1;
  Field& own = fields_[static_cast<std::size_t>(item.field)];
  if (!own.prose) {
    take_text(item);
    return is_moved ? current : item.field + 1;  // the section's text follows its heading
  }
  const int to = !is_moved ? item.field : current;
  if (to < 0) {
    report(msg::letter_read_unplaced{.words = item.text});
    return current;
  }
  bool is_refused = false;
  NewLeaf leaf = leaf_of(item, is_refused);
  for (const int joined : item.joined) {
    if (!item.is_kept && !is_refused) gone_.insert(joined);
  }
  if (to == item.field) {
    own.leaves.push_back(std::move(leaf));
    return to;
  }
  const Leaf& old = own.prose->leaves()[static_cast<std::size_t>(item.leaf)];
  if (old.is_table) {
    report(msg::letter_read_unplaced{.words = item.text});
    return current;
  }
  gone_.insert(item.number);
  NewLeaf moved{
      .leaf = -1, .runs = leaf.runs ? *leaf.runs : old.runs, .rows = {}, .level = old.level};
  fields_[static_cast<std::size_t>(to)].leaves.push_back(std::move(moved));
  return to;
}

void Comparison::take_text(const Item& item) {
  Field& field = fields_[static_cast<std::size_t>(item.field)];
  const FlatParagraph& paragraph = now_[item.flat.front()];
  const Item& expected = expected_[static_cast<std::size_t>(item.number)];
  const std::string now(without_label(paragraph.text, label_of(expected)));
  if (item.is_kept || now == field.text) return;
  std::string before = field.text;
  for (const Mark& mark : paragraph.marks) {
    const auto place = origins_.places.find(mark.name);
    if (place != origins_.places.end() && place->second.field == field.path) {
      before = place->second.words;
    }
  }
  if (now == before) return;
  if (before != field.text) {
    return report(
        msg::letter_read_conflict{.field = field.path, .record = field.text, .letter = now});
  }
  if (now.empty()) return report(msg::letter_read_gone{.field = field.path, .words = field.text});
  field.new_text = now;
}

NewLeaf Comparison::leaf_of(const Item& item, bool& is_refused) {
  const Field& field = fields_[static_cast<std::size_t>(item.field)];
  NewLeaf out{.leaf = item.leaf, .runs = {}, .rows = {}, .level = 0};
  if (item.is_kept) return out;
  if (field.prose->leaves()[static_cast<std::size_t>(item.leaf)].is_table) {
    return table_of(item, is_refused);
  }
  const Item& expected = expected_[static_cast<std::size_t>(item.number)];
  Runs runs = runs_of_item(expected);
  for (const int joined : item.joined) {
    const Runs more = runs_of_item(expected_[static_cast<std::size_t>(joined)]);
    runs.insert(runs.end(), more.begin(), more.end());
  }
  const FlatParagraph& paragraph = now_[item.flat.front()];
  const NewWords words = new_words(runs, label_of(expected), paragraph, origins_, cite_);
  is_refused = refuses(words, field.path);
  if (is_refused) return out;
  if (words.is_changed || !item.joined.empty()) out.runs = words.runs;
  return out;
}

// One row of a table; nullopt where it has not the table's columns.
std::optional<std::vector<Runs>> Comparison::row_of(const std::vector<std::size_t>& cells,
                                                    const Leaf& leaf, const std::string& field,
                                                    int& known, bool& is_refused) {
  std::vector<Runs> out(leaf.columns.size());
  std::vector<std::size_t> seen(leaf.columns.size(), 0);
  for (const std::size_t at : cells) {
    for (const Mark& mark : now_[at].marks) {
      const auto place = origins_.places.find(mark.name);
      if (place == origins_.places.end() || place->second.cell.empty()) continue;
      known = std::atoi(place->second.cell.c_str());
    }
  }
  for (const std::size_t at : cells) {
    const FlatParagraph& paragraph = now_[at];
    const auto column = static_cast<std::size_t>(paragraph.column);
    if (column >= out.size()) return std::nullopt;
    const bool is_old = known >= 0 && static_cast<std::size_t>(known) < leaf.rows.size() &&
                        column < leaf.rows[static_cast<std::size_t>(known)].size();
    const Runs old =
        is_old && seen[column] == 0 ? leaf.rows[static_cast<std::size_t>(known)][column] : Runs();
    const NewWords words = new_words(old, {}, paragraph, origins_, cite_);
    is_refused |= refuses(words, field);
    if (seen[column]++ > 0) out[column].push_back(Run{.text = " "});
    out[column].insert(out[column].end(), words.runs.begin(), words.runs.end());
  }
  return out;
}

NewLeaf Comparison::table_of(const Item& item, bool& is_refused) {
  const Field& field = fields_[static_cast<std::size_t>(item.field)];
  const Leaf& leaf = field.prose->leaves()[static_cast<std::size_t>(item.leaf)];
  NewLeaf out{.leaf = item.leaf, .runs = {}, .rows = {}, .level = 0};
  std::map<int, std::vector<std::size_t>> by_row;
  for (const std::size_t at : item.flat) by_row[now_[at].row].push_back(at);
  std::vector<std::vector<Runs>> rows;
  const bool has_head = std::any_of(leaf.rows.front().begin(), leaf.rows.front().end(),
                                    [](const Runs& cell) { return !cell.empty(); });
  if (!has_head) rows.push_back(leaf.rows.front());
  for (const auto& one : by_row) {
    int known = -1;
    auto row = row_of(one.second, leaf, field.path, known, is_refused);
    if (!row) {
      is_refused = true;
      report(msg::letter_read_unwritable{.field = field.path, .words = item.text});
      return out;
    }
    rows.push_back(std::move(*row));
  }
  bool is_changed = rows.size() != leaf.rows.size();
  for (std::size_t r = 0; r < rows.size() && !is_changed; ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      is_changed |= plain_runs(rows[r][c]) != plain_runs(leaf.rows[r][c]);
    }
  }
  if (is_changed && !is_refused) out.rows = std::move(rows);
  return out;
}

void Comparison::take_new(const Item& item, int to) {
  const FlatParagraph& paragraph = now_[item.flat.front()];
  if (without_label(paragraph.text, {}).empty()) return;
  const bool is_head = paragraph.level == 1;
  if (to < 0 || is_head || paragraph.table >= 0) {
    return report(msg::letter_read_unplaced{.words = item.text});
  }
  Field& field = fields_[static_cast<std::size_t>(to)];
  const NewWords words = new_words({}, {}, paragraph, origins_, cite_);
  if (refuses(words, field.path)) return;
  const int level = std::max(paragraph.level - 1, 0);
  field.leaves.push_back({.leaf = -1, .runs = words.runs, .rows = {}, .level = level});
}

// What is neither in the file nor was taken out of it stays where it is: after the same paragraph.
void Comparison::keep_rest() {
  for (std::size_t i = 0; i < expected_.size(); ++i) {
    const Item& item = expected_[i];
    if (item.field < 0) continue;
    Field& field = fields_[static_cast<std::size_t>(item.field)];
    const bool is_gone = gone_.count(static_cast<int>(i)) > 0;
    if (!field.prose) {
      if (is_gone) report(msg::letter_read_gone{.field = field.path, .words = item.text});
      continue;
    }
    const auto is_it = [&](const NewLeaf& one) { return one.leaf == item.leaf; };
    if (is_gone || std::any_of(field.leaves.begin(), field.leaves.end(), is_it)) continue;
    const auto before = std::find_if(field.leaves.begin(), field.leaves.end(),
                                     [&](const NewLeaf& one) { return one.leaf == item.leaf - 1; });
    const auto at = before == field.leaves.end() ? field.leaves.begin() : before + 1;
    field.leaves.insert(at, NewLeaf{.leaf = item.leaf, .runs = {}, .rows = {}, .level = 0});
  }
}

// What people are shown: paragraphs that are new, gone, changed or in another place.
std::vector<FieldChange::Paragraph> shown_of(const FieldProse& prose,
                                             const std::vector<NewLeaf>& leaves) {
  std::vector<FieldChange::Paragraph> out;
  const auto written = [&](int leaf) {
    return prose.written({.leaf = leaf, .runs = {}, .rows = {}, .level = 0});
  };
  std::vector<int> order;
  std::vector<std::size_t> places;
  std::set<int> here;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (leaves[i].leaf < 0) continue;
    order.push_back(leaves[i].leaf);
    places.push_back(i);
    here.insert(leaves[i].leaf);
  }
  std::set<std::size_t> stays;
  for (const std::size_t at : longest_growing(order)) stays.insert(places[at]);
  int next = 0;
  const auto gone_up_to = [&](int leaf) {
    for (; next < leaf; ++next) {
      if (here.count(next) == 0) out.push_back({written(next), {}});
    }
  };
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const NewLeaf& one = leaves[i];
    if (one.leaf < 0) {
      out.push_back({{}, prose.written(one)});
      continue;
    }
    if (stays.count(i) == 0) {
      out.push_back({written(one.leaf), {}});
      out.push_back({{}, prose.written(one)});
      continue;
    }
    gone_up_to(one.leaf);
    next = std::max(next, one.leaf + 1);
    if (one.runs || one.rows) out.push_back({written(one.leaf), prose.written(one)});
  }
  gone_up_to(static_cast<int>(prose.leaves().size()));
  return out;
}

std::optional<FieldChange> Comparison::change_of(Field& field) {
  FieldChange out{field.record, field.path, field.text, {}, {}};
  if (!field.prose) {
    if (!field.new_text) return std::nullopt;
    out.now = *field.new_text;
    out.paragraphs = {{out.was, out.now}};
    return out;
  }
  bool is_changed = field.leaves.size() != field.prose->leaves().size();
  for (std::size_t i = 0; i < field.leaves.size(); ++i) {
    const NewLeaf& one = field.leaves[i];
    is_changed |= one.leaf != static_cast<int>(i) || one.runs || one.rows;
  }
  if (!is_changed) return std::nullopt;
  out.was = field.prose->markdown();
  out.paragraphs = shown_of(*field.prose, field.leaves);
  if (field.leaves.empty()) {
    if (!field.path.starts_with("reply/sections/")) return out;
    report(msg::letter_read_gone{.field = field.path, .words = out.was});
    return std::nullopt;
  }
  std::optional<std::string> now = field.prose->changed(field.leaves);
  if (now) {
    out.now = std::move(*now);
    return out;
  }
  std::string words;
  for (const FieldChange::Paragraph& one : out.paragraphs) {
    if (words.empty()) words = one.now;
  }
  report(msg::letter_read_unwritable{.field = field.path, .words = words});
  return std::nullopt;
}

std::vector<FieldChange> Comparison::changes() {
  std::vector<FieldChange> out;
  for (Field& field : fields_) {
    if (std::optional<FieldChange> change = change_of(field)) out.push_back(std::move(*change));
  }
  return out;
}

}  // namespace huice::document::read_back
