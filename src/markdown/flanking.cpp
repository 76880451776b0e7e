// SPDX-License-Identifier: Apache-2.0
// A character of unsure class is treated as the worse of the two.
#include "markdown/flanking.h"

#include "base/utf8.h"
#include "markdown/characters.h"
#include "markup/escape.h"

#include <set>

namespace huice::markdown {
namespace {

using Class = CharacterClass;

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
  if (replaced_.contains(at)) return {Class::mark, at};
  std::size_t next = at;
  return {class_of(utf8::decode(text_, next)), at};
}

Repair::Side Repair::before(std::size_t at) const {
  if (at == 0) return {};
  decode_before(text_, at);
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
