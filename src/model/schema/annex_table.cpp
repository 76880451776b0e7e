// SPDX-License-Identifier: Apache-2.0
//
// 附件 of a policy or a reply.
#include "model/schema/annex_table.h"

#include "base/messages/data.h"
#include "model/annexes.h"
#include "model/schema/record.h"

namespace huice::model::schema {
namespace {

std::optional<Code> parse_file(void* target, const Token& token) {
  if (!is_annex_path(token.text)) return msg::bad_annex_path::code;
  if (annex_type(token.text).empty()) return msg::annex_type_unknown::code;
  *static_cast<std::string*>(target) = token.text;
  return std::nullopt;
}

}  // namespace

const ShapeFor<std::string>& annex_file() {
  static const auto shape = scalar<std::string>(
      {"附件文件", "annex file"},
      {.example = "2022-103/附件1.docx",
       .pattern = annex_file_pattern(),
       .parse = &parse_file,
       .print = [](const void* value) { return *static_cast<const std::string*>(value); },
       .suggest = &suggest_annex_path,
       .peek = [](const void* target) { return static_cast<const std::string*>(target); }});
  return shape;
}

const ShapeFor<std::vector<Annex>>& annexes() {
  static const auto annex = part<Annex>(
      {"附件", "annex"},
      {optional<&Annex::label>("label", text(), {"印出的序号，如“附件1”", "as printed: 附件1"}),
       required<&Annex::title>("title", text(), {"附件的名称", "what it is called"}),
       optional<&Annex::file>(
           "file", annex_file(),
           {"data/annexes/ 中的文件，如 2022-103/附件1.docx；只知道名称、没有文件的不填",
            "the file below data/annexes/; empty where only its name is known"})});
  static const auto shape = list<Annex>(annex);
  return shape;
}

}  // namespace huice::model::schema
