// SPDX-License-Identifier: Apache-2.0
#include "match/roster_layout.h"

#include "base/ascii.h"
#include "match/cells.h"
#include "model/written_number.h"

#include <algorithm>
#include <array>

namespace huice::match {

using model::all_digits;
using model::without_blanks;

namespace {

using NamesField = std::function<bool(const std::string&)>;

std::string cell_of(const formats::Row& row, std::size_t column) {
  if (column >= row.cells.size()) return {};
  return std::string(without_blanks(row.cells[column]));
}

std::size_t fields_in(const formats::Row& row, const NamesField& names_field) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (names_field(cell_of(row, i))) ++count;
  }
  return count;
}

// Whether the lower of two rows holds names of columns alone: all of them fields or names that
// belong to one above, and none of them below a field.
bool continues(const formats::Row& upper, const formats::Row& lower,
               const NamesField& names_field) {
  bool any = false;
  for (std::size_t i = 0; i < lower.cells.size(); ++i) {
    const std::string name = cell_of(lower, i);
    if (name.empty()) continue;
    if (names_field(cell_of(upper, i))) return false;
    any = any || names_field(name);
  }
  return any;
}

// A row above that names columns, too: one name alone is a title.
bool begins(const formats::Row& upper, const formats::Row& lower) {
  std::size_t names = 0;
  bool fills = false;
  for (std::size_t i = 0; i < upper.cells.size(); ++i) {
    if (cell_of(upper, i).empty()) continue;
    ++names;
    fills = fills || cell_of(lower, i).empty();
  }
  return names > 1 && fills;
}

constexpr std::array<std::string_view, 8> kTotals{"合计", "总计", "小计",   "共计",
                                                  "累计", "平均", "平均值", "总数"};
constexpr std::array<std::string_view, 20> kRemarks{
    "注",         "备注",     "说明",     "填表说明", "填报说明", "填表人",  "填报人",
    "填报单位",   "填表单位", "制表人",   "制表",     "审核人",   "复核人",  "负责人",
    "单位负责人", "联系人",   "联系电话", "数据来源", "资料来源", "填报日期"};

std::string without_inner_blanks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t wide = text.compare(at, 3, "　") == 0 ? 3 : text[at] == ' ' ? 1 : 0;
    if (wide == 0) out += text[at];
    at += wide == 0 ? 1 : wide;
  }
  return out;
}

bool is_total(const std::string& text) {
  std::string_view name = text;
  for (const std::string_view colon : {"：", ":"}) {
    if (name.ends_with(colon)) name.remove_suffix(colon.size());
  }
  const std::string_view plain = name_and_rest(name).first;
  return std::find(kTotals.begin(), kTotals.end(), plain) != kTotals.end();
}

bool is_remark(const std::string& text) {
  return std::any_of(kRemarks.begin(), kRemarks.end(), [&text](std::string_view word) {
    if (!text.starts_with(word)) return false;
    std::string_view rest = std::string_view(text).substr(word.size());
    if (!rest.empty() && ascii::is_digit(rest.front())) rest.remove_prefix(1);
    return rest.starts_with("：") || rest.starts_with(":");
  });
}

}  // namespace

FoundHeader find_header(const std::vector<formats::Row>& rows, const NamesField& names_field) {
  std::size_t best = 0;
  std::size_t most = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t count = fields_in(rows[i], names_field);
    if (count <= most) continue;
    most = count;
    best = i;
  }
  std::size_t first = best;
  std::size_t last = best;
  if (most > 0 && best + 1 < rows.size() && continues(rows[best], rows[best + 1], names_field)) {
    last = best + 1;
  } else if (most > 0 && best > 0 && begins(rows[best - 1], rows[best])) {
    first = best - 1;
  }
  FoundHeader found{{}, last + 1, rows[first].number, rows[last].number};
  const std::size_t width = std::max(rows[first].cells.size(), rows[last].cells.size());
  for (std::size_t i = 0; i < width; ++i) {
    const std::string lower = cell_of(rows[last], i);
    found.names.push_back(lower.empty() ? cell_of(rows[first], i) : lower);
  }
  return found;
}

RowKind kind_of_row(const std::vector<std::string>& cells) {
  for (const std::string& cell : cells) {
    const std::string text = without_inner_blanks(without_blanks(cell));
    // 序号 may go on in the row of a total.
    if (text.empty() || all_digits(text)) continue;
    if (is_total(text)) return RowKind::total;
    return is_remark(text) ? RowKind::remark : RowKind::enterprise;
  }
  return RowKind::enterprise;
}

}  // namespace huice::match
