// SPDX-License-Identifier: Apache-2.0
// Unicode's own tables, from ICU: Python's str methods follow the same ones. What is ASCII or Han,
// nearly all there is, does not come that far.
#include "template/values/characters.h"

#include "base/ascii.h"
#include "base/icu_memory.h"
#include "base/utf8.h"
#include "base/white_space.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/stringoptions.h>
#include <unicode/uchar.h>

#include <vector>

namespace huice::tmpl {
namespace {

// U+3000 to U+9FFF begin with these bytes in UTF-8; no letter there has a case.
bool is_han_lead(unsigned char byte) {
  return byte >= 0xE3 && byte <= 0xE9;
}

template <class Change>
std::optional<std::string> convert(std::string_view text, char first, char last, Change change) {
  bool simple = true;
  bool same = true;
  for (std::size_t i = 0; i < text.size() && simple; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      same = same && (text[i] < first || text[i] > last);
    } else {
      simple = is_han_lead(byte);
      i += 2;
    }
  }
  if (simple && same) return std::nullopt;
  std::string out;
  if (!simple) {
    UErrorCode status = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
    change(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, status);
    need_memory(status);
    return out;
  }
  out = text;
  for (char& c : out) {
    if (c >= first && c <= last) c = static_cast<char>(c ^ 0x20);
  }
  return out;
}

bool has_type(char32_t c, std::uint32_t types) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & types) != 0;
}

/// The characters that stripping takes off.
class StripSet {
 public:
  /// REQUIRES: the set is not empty.
  explicit StripSet(std::string_view set) {
    for (std::size_t offset = 0; offset < set.size();) add(utf8::decode(set, offset));
  }
  bool operator()(char32_t c) const {
    return c < known_.size() ? known_[c] : few_.find(c) != std::u32string::npos;
  }

 private:
  // Sets are short; characters of a long one are looked up by their number.
  void add(char32_t c) {
    if ((*this)(c)) return;
    if (few_.size() < kFew) {
      few_ += c;
      return;
    }
    if (known_.size() <= c) known_.resize(kCharacters);
    known_[c] = true;
    for (const char32_t old : few_) known_[old] = true;
  }

  static constexpr std::size_t kFew = 32;
  static constexpr std::size_t kCharacters = 0x110000;
  std::u32string few_;
  std::vector<bool> known_;
};

template <class Has>
std::string_view without_left(std::string_view text, const Has& has) {
  while (!text.empty()) {
    std::size_t offset = 0;
    if (!has(utf8::decode(text, offset))) break;
    text.remove_prefix(offset);
  }
  return text;
}

template <class Has>
std::string_view without_right(std::string_view text, const Has& has) {
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80) --start;
    std::size_t offset = start;
    if (!has(utf8::decode(text, offset))) break;
    text = text.substr(0, start);
  }
  return text;
}

}  // namespace

std::optional<std::string> changed_to_upper(std::string_view text) {
  return convert(text, 'a', 'z', [](icu::StringPiece in, icu::ByteSink& out, UErrorCode& status) {
    icu::CaseMap::utf8ToUpper("", 0, in, out, nullptr, status);
  });
}

std::optional<std::string> changed_to_lower(std::string_view text) {
  return convert(text, 'A', 'Z', [](icu::StringPiece in, icu::ByteSink& out, UErrorCode& status) {
    icu::CaseMap::utf8ToLower("", 0, in, out, nullptr, status);
  });
}

std::string to_upper(std::string_view text) {
  auto changed = changed_to_upper(text);
  return changed ? std::move(*changed) : std::string(text);
}

std::string to_lower(std::string_view text) {
  auto changed = changed_to_lower(text);
  return changed ? std::move(*changed) : std::string(text);
}

void append_capital(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += ascii::upper(static_cast<char>(c));
    return;
  }
  std::string letter;
  utf8::append(letter, c);
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out);
  icu::CaseMap::utf8ToTitle("", U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_BREAK_ADJUSTMENT, nullptr,
                            letter, sink, nullptr, status);
  need_memory(status);
}

bool is_word(char32_t c) {
  if (c < 0x80) return c == '_' || ascii::is_alnum(static_cast<char>(c));
  return has_type(c, U_GC_L_MASK | U_GC_N_MASK);
}

bool is_digit(char32_t c) {
  return has_type(c, U_GC_ND_MASK);
}

bool is_digit_sign(char32_t c) {
  const std::int32_t type = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NUMERIC_TYPE);
  return type == U_NT_DECIMAL || type == U_NT_DIGIT;
}

std::optional<int> digit_value(char32_t c) {
  const std::int32_t value = u_charDigitValue(static_cast<UChar32>(c));
  return value < 0 ? std::nullopt : std::optional<int>(value);
}

std::optional<char32_t> named_character(std::string_view name) {
  const std::string text(name);  // ICU wants an ending zero
  for (const UCharNameChoice kind : {U_UNICODE_CHAR_NAME, U_CHAR_NAME_ALIAS}) {
    UErrorCode status = U_ZERO_ERROR;
    const UChar32 found = u_charFromName(kind, text.c_str(), &status);
    if (U_SUCCESS(status) != 0) return static_cast<char32_t>(found);
  }
  return std::nullopt;
}

bool is_printable(char32_t c) {
  return c == ' ' || !has_type(c, U_GC_C_MASK | U_GC_Z_MASK);
}

bool is_upper(char32_t c) {
  return u_isUUppercase(static_cast<UChar32>(c)) != 0;
}
bool is_lower(char32_t c) {
  return u_isULowercase(static_cast<UChar32>(c)) != 0;
}

std::string_view strip_left(std::string_view text, std::string_view set) {
  return set.empty() ? without_left(text, utf8::is_space) : without_left(text, StripSet(set));
}

std::string_view strip_right(std::string_view text, std::string_view set) {
  return set.empty() ? without_right(text, utf8::is_space) : without_right(text, StripSet(set));
}

std::string_view strip(std::string_view text, std::string_view set) {
  if (set.empty()) return without_right(without_left(text, utf8::is_space), utf8::is_space);
  const StripSet characters(set);
  return without_right(without_left(text, characters), characters);
}

}  // namespace huice::tmpl
