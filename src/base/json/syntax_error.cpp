// SPDX-License-Identifier: Apache-2.0
#include "base/json/syntax_error.h"

#include "base/messages/json.h"

#include <algorithm>

namespace huice::json {
namespace {

constexpr int kNumberOverflow = 406;  // of nlohmann_json's exceptions

// The mark that a Chinese input method writes for JSON's own, where `text` begins with one.
std::string_view chinese_mark(std::string_view text) {
  for (const std::string_view mark :
       {"“", "”", "‘", "’", "，", "：", "；", "、", "｛", "｝", "【", "】", "［", "］", "　"}) {
    if (text.starts_with(mark)) return mark;
  }
  return {};
}

std::string reason_of(std::string reason) {
  const std::size_t dash = reason.rfind(" - ");
  if (dash != std::string::npos) reason.erase(0, dash + 3);
  const std::size_t detail = reason.find("; last read:");
  if (detail != std::string::npos) {
    const std::size_t end = reason.find("';", detail);
    reason.erase(detail, end == std::string::npos ? std::string::npos : end + 1 - detail);
  }
  return reason;
}

// json_syntax where the slip is none of those that people make most.
Message familiar(std::string_view rest, std::string_view before, const std::string& what) {
  constexpr std::string_view kBlank = " \t\r\n";
  if (rest.find_first_not_of(kBlank) == std::string_view::npos) return msg::json_ends_early{};
  if (rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with('#')) {
    return msg::json_comment{};
  }
  const std::size_t last = before.find_last_not_of(kBlank);
  const bool after_comma = last != std::string_view::npos && before[last] == ',';
  if (after_comma && (rest[0] == '}' || rest[0] == ']')) return msg::json_trailing_comma{};
  if (rest[0] == '"' && rest.substr(0, rest.find('\n')).find('"', 1) == std::string_view::npos) {
    return msg::json_open_text{};
  }
  return msg::json_syntax{.reason = reason_of(what)};
}

}  // namespace

Diagnostic syntax_error(const SourceText& source, Span stopped, bool at_end, int id,
                        const std::string& what) {
  const std::string_view text = source.text();
  const std::string_view rest = at_end ? "" : text.substr(stopped.offset);
  if (id == kNumberOverflow) {
    const std::size_t end = std::min(rest.size(), rest.find_first_not_of("+-.0123456789Ee"));
    return problem(msg::json_number{}, source.at(stopped.offset, end));
  }
  const Location where = source.at(stopped.offset, stopped.length);
  if (const auto mark = chinese_mark(rest); !mark.empty()) {
    return problem(msg::json_punctuation{.mark = mark}, source.at(stopped.offset, mark.size()));
  }
  return problem(familiar(rest, text.substr(0, stopped.offset), what), where);
}

}  // namespace huice::json
