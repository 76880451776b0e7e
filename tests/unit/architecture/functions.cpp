// SPDX-License-Identifier: Apache-2.0
#include "architecture/functions.h"

#include <algorithm>
#include <cctype>
#include <regex>

namespace huice::architecture {
namespace {

// Copies a literal or comment as blanks, keeping its newlines. Each reader gets `at` on the first
// character and leaves it after the last.
class Blanker {
 public:
  explicit Blanker(std::string_view text) : text_(text) {}

  std::string run() {
    while (at_ < text_.size()) {
      if (starts("//")) {
        blank_to(std::min(text_.find('\n', at_), text_.size()));
      } else if (starts("/*")) {
        blank_to(after("*/", at_ + 2));
      } else if (starts("R\"") && !in_word()) {
        blank_raw();
      } else if (text_[at_] == '"' || (text_[at_] == '\'' && !in_number())) {
        blank_quoted(text_[at_]);
      } else {
        out_ += text_[at_++];
      }
    }
    return out_;
  }

 private:
  bool starts(std::string_view what) const { return text_.substr(at_).starts_with(what); }

  bool is_word_at(std::size_t at) const {
    return std::isalnum(static_cast<unsigned char>(text_[at])) != 0 || text_[at] == '_';
  }

  bool in_word() const { return at_ > 0 && is_word_at(at_ - 1); }

  // 1'000 is a number, U'x' a literal whose prefix may stay.
  bool in_number() const {
    std::size_t start = at_;
    while (start > 0 && is_word_at(start - 1)) --start;
    return start < at_ && std::isdigit(static_cast<unsigned char>(text_[start])) != 0;
  }

  std::size_t after(std::string_view end, std::size_t from) const {
    const std::size_t found = text_.find(end, from);
    return found == std::string_view::npos ? text_.size() : found + end.size();
  }

  void blank_to(std::size_t end) {
    for (; at_ < end; ++at_) out_ += text_[at_] == '\n' ? '\n' : ' ';
  }

  void blank_raw() {
    const std::size_t open = text_.find('(', at_);
    if (open == std::string_view::npos) return blank_to(text_.size());
    const std::string end = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
    blank_to(after(end, open));
  }

  void blank_quoted(char quote) {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != quote) end += text_[end] == '\\' ? 2U : 1U;
    blank_to(std::min(end + 1, text_.size()));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
};

std::string without_preprocessor(const std::string& code) {
  static const std::regex directive(R"((^|\n)[ \t]*#([^\n\\]|\\\n|\\.)*)");
  std::string out = code;
  for (std::sregex_iterator it(code.begin(), code.end(), directive), end; it != end; ++it) {
    const auto first = out.begin() + it->position();
    std::replace_if(
        first, first + it->length(), [](char c) { return c != '\n'; }, ' ');
  }
  return out;
}

enum class Block { scope, function, other };

Block kind_of(const std::string& head) {
  static const std::regex scope(
      R"(^(template\s*<.*>\s*)?(inline\s+)?(namespace|class|struct|enum|union|extern)\b)");
  static const std::regex initializer(R"((^|[^=!<>])=($|[^=]))");
  static const std::regex function(R"(\boperator\b|\))");
  if (std::regex_search(head, scope) && head.find(')') == std::string::npos) return Block::scope;
  if (head.find("operator") == std::string::npos &&
      std::regex_search(head.substr(0, head.find('(')), initializer)) {
    return Block::other;
  }
  return std::regex_search(head, function) ? Block::function : Block::other;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!space) out += c;
    if (space && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::size_t line_at(std::string_view text, std::size_t offset) {
  return 1 + static_cast<std::size_t>(std::count(
                 text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

std::size_t skip_space(std::string_view text, std::size_t from) {
  while (from < text.size() && std::isspace(static_cast<unsigned char>(text[from])) != 0) ++from;
  return from;
}

// Behind the brace that closes the one at `open`.
std::size_t after_block(std::string_view code, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t i = open; i < code.size(); ++i) {
    if (code[i] == '{') ++depth;
    if (code[i] == '}' && --depth == 0) return i + 1;
  }
  return code.size();
}

}  // namespace

std::string code_only(std::string_view text) {
  return Blanker(text).run();
}

std::vector<Function> functions_in(std::string_view text) {
  const std::string code = without_preprocessor(code_only(text));
  std::vector<Function> out;
  std::size_t head_from = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code[i] == ';' || code[i] == '}') head_from = i + 1;
    if (code[i] == ':' && std::regex_search(code.substr(head_from, i - head_from),
                                            std::regex(R"(^\s*(public|private|protected)\s*$)"))) {
      head_from = i + 1;
    }
    if (code[i] != '{') continue;
    const std::string head = one_line(std::string_view(code).substr(head_from, i - head_from));
    const Block kind = kind_of(head);
    if (kind == Block::scope) {
      head_from = i + 1;
      continue;
    }
    const std::size_t end = after_block(code, i);
    const std::size_t next = skip_space(code, end);
    // `Foo() : a_{1}, b_{2} {` — a brace of the initialiser list, not yet the body.
    const bool goes_on = next < code.size() && (code[next] == ',' || code[next] == '{');
    if (kind == Block::function && !goes_on) {
      const std::size_t first = skip_space(code, head_from);
      out.push_back({head, line_at(code, first), line_at(code, end - 1)});
    }
    if (!goes_on) head_from = end;
    i = end - 1;
  }
  return out;
}

}  // namespace huice::architecture
