// SPDX-License-Identifier: Apache-2.0
#include "base/json/syntax_error.h"

#include "base/ascii.h"
#include "base/messages/json.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace huice::json {
namespace {

constexpr int kNumberOverflow = 406;  // of nlohmann_json's exceptions
constexpr std::string_view kBlank = " \t\r\n";

// The mark that a Chinese input method writes for JSON's own, where `text` begins with one.
std::string_view chinese_mark(std::string_view text) {
  for (const std::string_view mark :
       {"“", "”", "‘", "’", "，", "：", "；", "、", "｛", "｝", "【", "】", "［", "］", "　"}) {
    if (text.starts_with(mark)) return mark;
  }
  return {};
}

// What nlohmann_json says of the fault, in its own words: "unexpected string literal; expected
// '}'", "invalid literal; expected end of input", "invalid string: forbidden character after
// backslash".
struct Said {
  std::string_view what;
  std::string_view expected;  ///< empty where it names nothing
};

Said split(std::string_view reason) {
  const std::size_t dash = reason.rfind(" - ");
  if (dash != std::string_view::npos) reason.remove_prefix(dash + 3);
  constexpr std::string_view kExpected = "; expected ";
  const std::size_t expected = reason.find(kExpected);
  const std::string_view wanted = expected == std::string_view::npos
                                      ? std::string_view{}
                                      : reason.substr(expected + kExpected.size());
  return {reason.substr(0, std::min(expected, reason.find("; last read:"))), wanted};
}

// A token as nlohmann_json names it.
Argument token(std::string_view name) {
  if (name == "string literal") return msg::text_in_quotes{};
  if (name == "number literal") return msg::a_number{};
  if (name == "true literal" || name == "false literal") return msg::true_or_false{};
  if (name == "null literal") return msg::null_value{};
  if (name == "end of input") return msg::json_end{};
  if (name.size() == 3) return msg::json_mark{.mark = name.substr(1, 1)};
  return msg::json_value{};
}

bool begins_value(std::string_view name) {
  return name.ends_with("literal") || name == "'['" || name == "'{'";
}

// Why a text is no JSON, and where to look where that is not where reading stopped.
struct Reason {
  Argument said;
  std::optional<std::size_t> at{};
};

// Where the last sign of a text is that is no blank; npos where there is none.
std::size_t last_sign(std::string_view text) {
  return text.find_last_not_of(kBlank);
}

// Where the digits begin that a text ends with; its end where it ends with none.
std::size_t digits_at(std::string_view text) {
  return text.find_last_not_of("0123456789") + 1;
}

// A token that does not belong between `before` and `rest`, which begins with it.
Reason unexpected(std::string_view found, std::string_view expected, std::string_view rest,
                  std::string_view before) {
  const std::string_view digits = before.substr(digits_at(before));
  if (digits.starts_with('0') && (digits.size() > 1 || ascii::is_digit(rest[0]))) {
    return {msg::json_leading_zero{}, digits_at(before)};
  }
  if (expected == "':'") return {msg::json_no_colon{}};
  if ((expected == "'}'" || expected == "']'") && begins_value(found)) {
    return {msg::json_no_comma{}, last_sign(before)};
  }
  if (found == "','") return {msg::json_surplus_comma{}};
  if (expected.empty()) return {msg::json_not_here{.found = token(found)}};
  return {msg::json_instead{.found = token(found), .wanted = token(expected)}};
}

// Blanks that JSON does not know and nobody sees.
std::optional<Argument> invisible(std::string_view rest) {
  if (rest.starts_with("\u00A0")) return msg::json_invisible{.code_point = "00A0"};
  if (rest.starts_with("\u200B")) return msg::json_invisible{.code_point = "200B"};
  if (rest.starts_with("\uFEFF")) return msg::json_invisible{.code_point = "FEFF"};
  return std::nullopt;
}

Reason reason_of(std::string_view rest, std::string_view before, const std::string& reason) {
  constexpr std::string_view kUnexpected = "unexpected ";
  const Said said = split(reason);
  if (said.expected == "end of input") return {msg::json_after_end{}};
  if (said.what.starts_with(kUnexpected)) {
    return unexpected(said.what.substr(kUnexpected.size()), said.expected, rest, before);
  }
  if (said.what.starts_with("invalid number")) return {msg::json_bad_number{}};
  if (said.what.find("control character") != std::string_view::npos) {
    return {msg::json_control_character{}};
  }
  if (said.what.find("surrogate") != std::string_view::npos) return {msg::json_half_character{}};
  if (said.what.starts_with("invalid string")) return {msg::json_bad_escape{}};
  if (rest.starts_with('\'')) return {msg::json_single_quotes{}};
  if (const auto blank = invisible(rest)) return {*blank};
  if (before.ends_with('"')) return {msg::json_after_text{}};
  return {msg::json_unknown_literal{}};
}

struct Fault {
  Message message;
  std::optional<std::size_t> at{};  ///< where it is not where reading stopped
};

Fault familiar(std::string_view rest, std::string_view before, const std::string& reason) {
  if (rest.find_first_not_of(kBlank) == std::string_view::npos) return {msg::json_ends_early{}};
  if (rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with('#')) {
    return {msg::json_comment{}};
  }
  const std::size_t last = last_sign(before);
  const bool after_comma = last != std::string_view::npos && before[last] == ',';
  if (after_comma && (rest[0] == '}' || rest[0] == ']')) return {msg::json_trailing_comma{}};
  if (rest[0] == '"' && rest.substr(0, rest.find('\n')).find('"', 1) == std::string_view::npos) {
    return {msg::json_open_text{}};
  }
  Reason why = reason_of(rest, before, reason);
  return {msg::json_syntax{.reason = std::move(why.said)}, why.at};
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
  if (const auto mark = chinese_mark(rest); !mark.empty()) {
    return problem(msg::json_punctuation{.mark = mark}, source.at(stopped.offset, mark.size()));
  }
  Fault fault = familiar(rest, text.substr(0, stopped.offset), what);
  return problem(std::move(fault.message),
                 fault.at ? source.at(*fault.at) : source.at(stopped.offset, stopped.length));
}

}  // namespace huice::json
