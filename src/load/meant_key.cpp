// SPDX-License-Identifier: Apache-2.0
#include "load/meant_key.h"

#include "base/spelling.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace huice::load {
namespace {

using model::Field;
using model::ObjectForm;

// What people call the parts of a record; of several keys the first that the record has.
constexpr std::array<std::pair<std::string_view, std::string_view>, 48> kWords{
    {{"名称", "name"},          {"名称", "title"},
     {"名称", "label"},         {"标题", "title"},
     {"标题", "heading"},       {"文件名称", "title"},
     {"序号", "label"},         {"条件", "label"},
     {"条件", "when"},          {"文号", "number"},
     {"提案号", "number"},      {"类型", "kind"},
     {"类别", "kind"},          {"类型", "type"},
     {"类别", "effect"},        {"发文单位", "issuer"},
     {"印发单位", "issuer"},    {"地区", "region"},
     {"日期", "dates"},         {"日期", "on"},
     {"日期", "date"},          {"发文日期", "signed"},
     {"印发时间", "printed"},   {"发布时间", "published"},
     {"施行日期", "effective"}, {"生效日期", "effective"},
     {"有效期", "expires"},     {"失效日期", "expires"},
     {"单位", "units"},         {"单位", "unit"},
     {"责任单位", "units"},     {"主题", "topics"},
     {"要点", "summary"},       {"摘要", "summary"},
     {"内容", "text"},          {"章节", "sections"},
     {"条款", "articles"},      {"措施", "measures"},
     {"对象", "beneficiaries"}, {"申报条件", "requirements"},
     {"金额", "amounts"},       {"金额", "value"},
     {"比例", "rate"},          {"上限", "caps"},
     {"下限", "floors"},        {"来源", "source"},
     {"备注", "memo"},          {"备注", "note"}}};

// 发文字号；没有的填 null begins with 发文字号.
bool begins_with_term(std::string_view meaning, std::string_view term) {
  if (!meaning.starts_with(term)) return false;
  const std::string_view rest = meaning.substr(term.size());
  constexpr std::array<std::string_view, 5> kEnds{"，", "；", "：", "、", "（"};
  return rest.empty() || std::any_of(kEnds.begin(), kEnds.end(), [rest](std::string_view end) {
           return rest.starts_with(end);
         });
}

}  // namespace

std::string meant_key(const ObjectForm& object, std::string_view written) {
  const std::string_view word = utf8::trimmed(written);
  for (const Field& field : object.fields) {
    if (!word.empty() && begins_with_term(field.doc.zh, word)) return std::string(field.key);
  }
  for (const auto& [term, key] : kWords) {
    if (term == word && model::find_field(object, key) != nullptr) return std::string(key);
  }
  std::vector<std::string_view> known;
  known.reserve(object.fields.size());
  for (const Field& field : object.fields) known.push_back(field.key);
  return nearest(written, known);
}

}  // namespace huice::load
