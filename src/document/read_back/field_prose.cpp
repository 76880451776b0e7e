// SPDX-License-Identifier: Apache-2.0
#include "document/read_back/field_prose.h"

#include "document/read_prose.h"
#include "markup/escape.h"
#include "prose/prose.h"

#include <algorithm>
#include <utility>

namespace huice::document::read_back {
namespace {

using markdown::Kind;
using markdown::Node;
using markdown::NodeId;

bool is_block(Kind kind) {
  switch (kind) {
    case Kind::paragraph:
    case Kind::heading:
    case Kind::block_quote:
    case Kind::list:
    case Kind::item:
    case Kind::code_block:
    case Kind::thematic_break:
    case Kind::table:
      return true;
    default:
      return false;
  }
}

// Where lines of a text begin.
std::vector<std::size_t> line_starts(std::string_view text) {
  std::vector<std::size_t> out{0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    out.push_back(at + 1);
  return out;
}

class LeafReader {
 public:
  LeafReader(const prose::ReadProse& read, std::vector<Leaf>& out)
      : read_(read), text_(read.source.text()), starts_(line_starts(text_)), out_(out) {}

  struct List {
    bool ordered = false;
    int start = 1;
    std::string marker{};
  };

  std::vector<List> read();

 private:
  std::size_t offset(const Node& node) const {
    const std::size_t line = std::min<std::size_t>(std::max(node.where.line, 1U), starts_.size());
    return std::min(starts_[line - 1] + std::max(node.where.column, 1U) - 1, text_.size());
  }
  std::size_t end_of(NodeId id) const;
  void place(NodeId id, Leaf& leaf, const std::vector<NodeId>& parents);
  void rows(NodeId id, Leaf& leaf) const;

  const prose::ReadProse& read_;
  const std::string& text_;
  std::vector<std::size_t> starts_;
  std::vector<Leaf>& out_;
  std::vector<List> lists_;
  std::map<NodeId, int> list_numbers_;
};

// The end of a block: a blank line, or the line on which the next block begins.
std::size_t LeafReader::end_of(NodeId id) const {
  const markdown::Document& document = read_.document;
  std::size_t limit = text_.size();
  for (NodeId next = document.node(id).end; next < document.size(); ++next) {
    const Node& node = document.node(next);
    if (!is_block(node.kind) || node.where.line == 0) continue;
    limit = starts_[std::min<std::size_t>(node.where.line, starts_.size()) - 1];
    break;
  }
  const std::size_t begin = offset(document.node(id));
  std::size_t end = begin;
  for (std::size_t at = begin; at < limit;) {
    const std::size_t line_end = std::min(text_.find('\n', at), limit);
    const std::string_view line = std::string_view(text_).substr(at, line_end - at);
    const std::size_t last = line.find_last_not_of(" \t\r>");
    if (last == std::string_view::npos) break;
    end = at + line.find_last_not_of(" \t\r") + 1;
    at = line_end + 1;
  }
  return end;
}

void LeafReader::rows(NodeId id, Leaf& leaf) const {
  for (const NodeId row : read_.document.children(id)) {
    std::vector<Runs> cells;
    for (const NodeId cell : read_.document.children(row)) {
      if (leaf.rows.empty()) leaf.columns.push_back(read_.document.node(cell).align);
      cells.push_back(runs_of(read_.document, cell, {}));
    }
    leaf.rows.push_back(std::move(cells));
  }
}

void LeafReader::place(NodeId id, Leaf& leaf, const std::vector<NodeId>& parents) {
  const markdown::Document& document = read_.document;
  leaf.begin = read_.source.original(offset(document.node(id)));
  leaf.end = read_.source.original(end_of(id));
  if (parents.empty()) return;
  const bool is_item = parents.size() == 2 && document.node(parents[0]).kind == Kind::list &&
                       document.node(parents[1]).end == document.node(id).end &&
                       parents[1] + 1 == id;
  leaf.is_plain = is_item;
  if (!is_item) return;
  const auto [known, is_new] = list_numbers_.try_emplace(parents[0], lists_.size());
  if (is_new) {
    const Node& list = document.node(parents[0]);
    const std::size_t marker = offset(document.node(parents[1]));
    lists_.push_back({list.ordered, static_cast<int>(list.start),
                      text_.substr(marker, offset(document.node(id)) - marker)});
  }
  leaf.list = known->second;
}

std::vector<LeafReader::List> LeafReader::read() {
  const markdown::Document& document = read_.document;
  const std::vector<NodeId> parts = part_nodes(document);
  std::map<NodeId, unsigned> numbers;
  for (std::size_t i = 0; i < parts.size(); ++i) numbers[parts[i]] = static_cast<unsigned>(i + 1);
  std::vector<NodeId> parents;
  for (NodeId id = 1; id < document.size(); ++id) {
    while (!parents.empty() && document.node(parents.back()).end <= id) parents.pop_back();
    const Node& node = document.node(id);
    const auto number = numbers.find(id);
    const bool is_leaf = node.kind == Kind::paragraph || node.kind == Kind::heading ||
                         node.kind == Kind::table || node.kind == Kind::code_block;
    if (is_leaf && number != numbers.end()) {
      Leaf leaf;
      leaf.part = number->second;
      leaf.level = node.kind == Kind::heading ? node.level : 0;
      leaf.is_table = node.kind == Kind::table;
      if (leaf.is_table) {
        rows(id, leaf);
      } else {
        leaf.runs = runs_of(document, id, {});
      }
      place(id, leaf, parents);
      if (node.kind == Kind::code_block) leaf.is_plain = false;
      out_.push_back(std::move(leaf));
    }
    if (is_block(node.kind) && !is_leaf) parents.push_back(id);
  }
  return std::move(lists_);
}

}  // namespace

Runs plain_runs(const Runs& runs) {
  Runs out;
  for (const Run& run : runs) {
    if (run.kind == RunKind::text && run.text.empty()) continue;
    Run one = run;
    if (one.kind == RunKind::citation) one.text.clear();
    const bool joins = !out.empty() && one.kind != RunKind::citation &&
                       one.kind != RunKind::line_break && out.back().kind == one.kind &&
                       out.back().target == one.target && out.back().strong == one.strong &&
                       out.back().emphasis == one.emphasis && out.back().code == one.code;
    if (joins) {
      out.back().text += one.text;
    } else {
      out.push_back(std::move(one));
    }
  }
  return out;
}

FieldProse::FieldProse(const model::Prose& prose, const model::Library& library)
    : markdown_(prose.markdown), library_(library) {
  Diagnostics unheard;
  prose::CitedIds ids(library_);
  const auto nowhere = [](std::size_t, std::size_t) { return Location(); };
  const prose::ReadProse read = prose::read_with_source(prose, ids, nowhere, unheard);
  for (LeafReader::List& list : LeafReader(read, leaves_).read()) {
    lists_.push_back({list.ordered, list.start, std::move(list.marker)});
  }
  for (const prose::Citation& one : prose::citations(markdown_, library_)) {
    sources_.try_emplace(prose::target_of(one), markdown_.substr(one.offset, one.length));
  }
}

int FieldProse::leaf_of(unsigned part) const {
  for (std::size_t i = 0; i < leaves_.size(); ++i) {
    if (leaves_[i].part == part) return static_cast<int>(i);
  }
  return -1;
}

std::string FieldProse::source_of(const std::string& target) const {
  if (const auto known = sources_.find(target); known != sources_.end()) return known->second;
  const prose::Citation one = prose::parse_target(target);
  std::string out = "{{ " + target.substr(0, target.find(':')) + "(";
  for (const std::string_view id : one.ids()) {
    if (!out.ends_with('(')) out += ", ";
    out += "'" + std::string(id) + "'";
  }
  out += ')';
  if (!one.filter.empty()) (out += " | ") += one.filter;
  return out + " }}";
}

std::string FieldProse::inline_text(const Runs& runs, bool in_cell, bool in_heading) const {
  std::string out;
  for (const Run& run : plain_runs(runs)) {
    if (run.kind == RunKind::line_break) {
      out += in_cell || in_heading ? " " : "\\\n";
      continue;
    }
    std::string text;
    if (run.kind == RunKind::citation) {
      text = source_of(run.target);
    } else if (run.code) {
      text = "`" + run.text + "`";
    } else {
      markup::escape_markdown(text, run.text,
                              {.starts_line = out.empty() || out.ends_with('\n'),
                               .ends_heading = in_heading,
                               .in_cell = in_cell,
                               .one_line = true});
    }
    if (run.kind == RunKind::link) {
      text = "[" + text + "](";
      markup::escape_link_part(text, run.target);
      text += ")";
    }
    const std::string_view mark = run.strong ? "**" : "";
    const std::string_view other = run.emphasis ? "*" : "";
    ((((out += mark) += other) += text) += other) += mark;
  }
  return out;
}

std::string FieldProse::table_text(const std::vector<std::vector<Runs>>& rows,
                                   const std::vector<Align>& columns) const {
  std::string out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out += i == 0 ? "|" : "\n|";
    for (const Runs& cell : rows[i]) out += " " + inline_text(cell, true, false) + " |";
    if (i > 0) continue;
    out += "\n|";
    for (const Align align : columns) {
      const bool left = align == Align::left || align == Align::center;
      const bool right = align == Align::right || align == Align::center;
      ((out += left ? " :---" : " ---") += right ? ":" : "") += " |";
    }
  }
  return out;
}

std::string FieldProse::written(const NewLeaf& leaf) const {
  const Leaf* old = leaf.leaf < 0 ? nullptr : &leaves_[static_cast<std::size_t>(leaf.leaf)];
  if (leaf.rows) return table_text(*leaf.rows, old->columns);
  if (leaf.runs) {
    const int level = old == nullptr ? leaf.level : old->level;
    const std::string hashes =
        level > 0 ? std::string(static_cast<std::size_t>(level), '#') + " " : "";
    return hashes + inline_text(*leaf.runs, false, level > 0);
  }
  return markdown_.substr(old->begin, old->end - old->begin);
}

std::string FieldProse::list_marker(int list, int number) const {
  const List& of = lists_[static_cast<std::size_t>(list)];
  if (!of.ordered) return of.marker;
  const std::size_t digits = of.marker.find_first_not_of("0123456789");
  return std::to_string(of.start + number) + of.marker.substr(std::min(digits, of.marker.size()));
}

// The list of each leaf, or -1. A new one between two items of a list is one of its items.
std::vector<int> FieldProse::lists_of(const std::vector<NewLeaf>& leaves) const {
  std::vector<int> lists(leaves.size(), -1);
  int before = -1;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (leaves[i].leaf >= 0) before = leaves_[static_cast<std::size_t>(leaves[i].leaf)].list;
    lists[i] = before;
  }
  int after = -1;
  for (std::size_t i = leaves.size(); i-- > 0;) {
    if (leaves[i].leaf >= 0) after = lists[i];
    if (lists[i] != after) lists[i] = -1;
  }
  return lists;
}

// What is written before a leaf that follows another one than it did. `number`: of its list's
// items, how many are before it.
std::string FieldProse::gap(const std::vector<int>& lists, std::size_t at, int number) const {
  const int list = lists[at];
  const std::string marker = list < 0 ? std::string() : list_marker(list, number);
  if (at == 0) return marker;
  return (list >= 0 && lists[at - 1] == list ? "\n" : "\n\n") + marker;
}

std::string FieldProse::joined(const std::vector<NewLeaf>& leaves) const {
  const auto is_next = [&](std::size_t i) {
    return leaves[i].leaf == static_cast<int>(i) && leaves.size() == leaves_.size();
  };
  bool is_same_order = leaves.size() == leaves_.size();
  for (std::size_t i = 0; i < leaves.size() && is_same_order; ++i) is_same_order = is_next(i);
  std::string out;
  std::size_t copied = 0;
  const std::vector<int> lists = lists_of(leaves);
  std::map<int, int> items;  // of each list, so far
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const NewLeaf& one = leaves[i];
    const int number = items[lists[i]]++;
    if (is_same_order) {
      const Leaf& old = leaves_[i];
      out += markdown_.substr(copied, old.begin - copied) + written(one);
      copied = old.end;
      continue;
    }
    const bool follows = one.leaf > 0 && i > 0 && leaves[i - 1].leaf == one.leaf - 1;
    if (follows) {
      const auto old = static_cast<std::size_t>(one.leaf);
      out += markdown_.substr(leaves_[old - 1].end, leaves_[old].begin - leaves_[old - 1].end);
    } else if (one.leaf == 0 && i == 0) {
      out += markdown_.substr(0, leaves_.front().begin);
    } else {
      out += gap(lists, i, number);
    }
    out += written(one);
  }
  if (is_same_order) out += markdown_.substr(copied);
  return out;
}

bool FieldProse::reads_as(const std::string& markdown, const std::vector<NewLeaf>& leaves) const {
  Diagnostics problems;
  const auto nowhere = [](std::size_t, std::size_t) { return Location(); };
  model::Prose prose{markdown, {}};
  prose::read(prose, library_, nowhere, problems);
  if (problems.has_errors()) return false;
  const FieldProse again(prose, library_);
  if (again.leaves_.size() != leaves.size()) return false;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const NewLeaf& one = leaves[i];
    const Leaf* old = one.leaf < 0 ? nullptr : &leaves_[static_cast<std::size_t>(one.leaf)];
    const Leaf& now = again.leaves_[i];
    if (now.level != (old == nullptr ? one.level : old->level)) return false;
    if (plain_runs(now.runs) != plain_runs(one.runs         ? *one.runs
                                           : old == nullptr ? Runs()
                                                            : old->runs))
      return false;
    const auto& rows = one.rows ? *one.rows : old == nullptr ? now.rows : old->rows;
    if (now.rows.size() != rows.size()) return false;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (now.rows[r].size() != rows[r].size()) return false;
      for (std::size_t c = 0; c < rows[r].size(); ++c) {
        if (plain_runs(now.rows[r][c]) != plain_runs(rows[r][c])) return false;
      }
    }
  }
  return true;
}

std::optional<std::string> FieldProse::changed(const std::vector<NewLeaf>& leaves) const {
  std::vector<bool> kept(leaves_.size(), false);
  std::vector<int> order;
  for (const NewLeaf& one : leaves) {
    if (one.leaf < 0) continue;
    kept[static_cast<std::size_t>(one.leaf)] = true;
    order.push_back(one.leaf);
  }
  const bool in_order = std::is_sorted(order.begin(), order.end());
  const bool is_whole = order.size() == leaves_.size() && order.size() == leaves.size();
  for (std::size_t i = 0; i < leaves_.size(); ++i) {
    if ((!in_order || !is_whole) && !leaves_[i].is_plain) return std::nullopt;
  }
  const std::string out = joined(leaves);
  if (!reads_as(out, leaves)) return std::nullopt;
  return out;
}

}  // namespace huice::document::read_back
