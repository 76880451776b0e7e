// SPDX-License-Identifier: Apache-2.0
// CommonMark calls Unicode's P categories (and all ASCII marks) punctuation. Which characters those
// are differs between Unicode versions, so classes are only claimed where they are sure; a
// character of unsure class is treated as the worse of the two.
#include "markdown/flanking.h"

#include "base/utf8.h"
#include "markup/escape.h"

#include <set>

namespace huice::markdown {
namespace {

enum class Class { space, mark, letter, unsure };

bool in(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

bool is_space(char32_t c) {
  return c == ' ' || in(c, 0x09, 0x0D) || c == 0xA0 || c == 0x1680 || in(c, 0x2000, 0x200A) ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

Class ascii_class(char32_t c) {
  const bool is_letter = in(c, '0', '9') || in(c, 'A', 'Z') || in(c, 'a', 'z');
  if (is_letter) return Class::letter;
  return in(c, 0x21, 0x7E) ? Class::mark : Class::unsure;
}

Class class_of(char32_t c) {
  if (is_space(c)) return Class::space;
  if (c < 0x80) return ascii_class(c);
  const bool is_letter = in(c, 0x3400, 0x4DBF) || in(c, 0x4E00, 0x9FFF) || in(c, 0x3041, 0x3096) ||
                         in(c, 0x30A1, 0x30FA) || in(c, 0xAC00, 0xD7A3) || in(c, 0xC0, 0xD6) ||
                         in(c, 0x20000, 0x2A6DF) || in(c, 0xFF10, 0xFF19);
  if (is_letter) return Class::letter;
  const bool is_mark = in(c, 0x2010, 0x2027) || in(c, 0x3001, 0x3003) || in(c, 0x3008, 0x3011) ||
                       in(c, 0x3014, 0x301B) || in(c, 0xFF01, 0xFF03) || in(c, 0xFF05, 0xFF0A) ||
                       in(c, 0xFF0C, 0xFF0F) || in(c, 0xFF1A, 0xFF1B) || in(c, 0xFF1F, 0xFF20);
  return is_mark ? Class::mark : Class::unsure;
}

class Repair {
 public:
  Repair(std::string_view text, const std::vector<Delimiter>& delimiters)
      : text_(text), delimiters_(delimiters) {}

  std::string run();

 private:
  struct Side {
    Class kind = Class::space;  ///< of the line's end too
    std::size_t at = 0;
  };

  Side before(std::size_t at) const;
  Side after(std::size_t at) const;
  Side side(std::size_t at) const;
  bool repair(const Delimiter& delimiter);
  bool replace(const Side& side);

  std::string_view text_;
  const std::vector<Delimiter>& delimiters_;
  std::set<std::size_t> replaced_;  ///< offsets of characters to write as references
};

Repair::Side Repair::side(std::size_t at) const {
  if (replaced_.count(at) != 0) return {Class::mark, at};
  std::size_t next = at;
  return {class_of(utf8::decode(text_, next)), at};
}

Repair::Side Repair::before(std::size_t at) const {
  if (at == 0) return {};
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U);
  return side(at);
}

Repair::Side Repair::after(std::size_t at) const {
  return at < text_.size() ? side(at) : Side{};
}

bool Repair::replace(const Side& side) {
  return replaced_.insert(side.at).second;
}

/// One rule at a time, from the sides of the delimiter; whether anything changed.
bool Repair::repair(const Delimiter& delimiter) {
  const Side left = before(delimiter.at);
  const Side right = after(delimiter.at + delimiter.length);
  const Side& inner = delimiter.opens ? right : left;
  const Side& outer = delimiter.opens ? left : right;
  if (inner.kind == Class::space) return inner.at < text_.size() && replace(inner);
  const bool outer_sets_off = outer.kind == Class::space || outer.kind == Class::mark;
  if (outer_sets_off) return false;
  // `_` works only next to a space or a mark, `*` also between two letters.
  const bool is_underscore = text_[delimiter.at] == '_';
  const bool needs_setting_off =
      inner.kind != Class::letter || is_underscore || !delimiter.is_alone;
  return needs_setting_off && replace(outer);
}

std::string Repair::run() {
  for (bool is_changed = true; is_changed;) {
    is_changed = false;
    for (const Delimiter& delimiter : delimiters_) is_changed |= repair(delimiter);
  }
  std::string out;
  std::size_t written = 0;
  for (const std::size_t at : replaced_) {
    out.append(text_, written, at - written);
    written = at;
    markup::append_reference(out, utf8::decode(text_, written));
  }
  return out.append(text_, written);
}

}  // namespace

std::string with_working_delimiters(std::string_view text,
                                    const std::vector<Delimiter>& delimiters) {
  if (delimiters.empty()) return std::string(text);
  return Repair(text, delimiters).run();
}

}  // namespace huice::markdown
