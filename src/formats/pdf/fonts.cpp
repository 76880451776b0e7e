// SPDX-License-Identifier: Apache-2.0
#include "formats/pdf/fonts.h"

#include "base/ascii.h"
#include "base/encoding.h"
#include "base/utf8.h"

#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>

#include <algorithm>
#include <memory>

namespace huice::formats::pdf {
namespace {

constexpr std::uint32_t kMostCodes = 0x10000;

// ABCDEF+FandolFang-Regular, /FandolFang-Regular. Chinese names are UTF-8 or GBK.
std::string plain_name(QPDFObjectHandle name) {
  if (!name.isName()) return {};
  std::string out = name.getName().substr(1);
  if (out.size() > 7 && out[6] == '+') {
    const bool is_subset =
        std::all_of(out.begin(), out.begin() + 6, [](char c) { return ascii::is_upper(c); });
    if (is_subset) out.erase(0, 7);
  }
  if (utf8::first_invalid(out) == utf8::kValid) return out;
  return from_gb18030(out).value_or(std::string());
}

std::uint32_t number_of(std::string_view bytes) {
  std::uint32_t out = 0;
  for (const char byte : bytes.substr(0, 4)) out = out << 8U | static_cast<unsigned char>(byte);
  return out;
}

std::string from_utf16(std::string_view bytes) {
  std::string out;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = number_of(bytes.substr(i, 2));
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
      const char32_t low = number_of(bytes.substr(i + 2, 2));
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
        i += 2;
      }
    }
    if (c != 0 && (c < 0xD800 || c >= 0xE000)) utf8::append(out, c);
  }
  return out;
}

}  // namespace

Font::Font(QPDFObjectHandle dictionary, Budget& budget) {
  if (!dictionary.isDictionary()) return;
  name_ = plain_name(dictionary.getKey("/BaseFont"));
  QPDFObjectHandle kind = dictionary.getKey("/Subtype");
  is_composite_ = kind.isNameAndEquals("/Type0");
  if (is_composite_) {
    read_composite(dictionary);
  } else {
    read_simple(dictionary);
  }
  QPDFObjectHandle map = dictionary.getKey("/ToUnicode");
  if (map.isStream()) read_unicode(unpacked(map, budget));
}

void Font::read_composite(QPDFObjectHandle dictionary) {
  code_bytes_ = 2;
  default_width_ = 1000;
  QPDFObjectHandle encoding = dictionary.getKey("/Encoding");
  if (encoding.isName()) {
    const std::string name = encoding.getName();
    is_unicode_ = name.find("UTF16") != std::string::npos || name.find("UCS2") != std::string::npos;
  }
  QPDFObjectHandle descendants = dictionary.getKey("/DescendantFonts");
  if (!descendants.isArray() || descendants.getArrayNItems() == 0) return;
  QPDFObjectHandle font = descendants.getArrayItem(0);
  if (!font.isDictionary()) return;
  if (QPDFObjectHandle usual = font.getKey("/DW"); usual.isNumber()) {
    default_width_ = usual.getNumericValue();
  }
  QPDFObjectHandle widths = font.getKey("/W");
  if (!widths.isArray()) return;
  const int count = widths.getArrayNItems();
  for (int i = 0; i + 1 < count;) {
    QPDFObjectHandle first = widths.getArrayItem(i);
    QPDFObjectHandle next = widths.getArrayItem(i + 1);
    if (!first.isInteger()) return;
    const auto from = static_cast<std::uint32_t>(first.getUIntValueAsUInt());
    if (next.isArray()) {
      for (int k = 0; k < next.getArrayNItems(); ++k) {
        QPDFObjectHandle width = next.getArrayItem(k);
        if (width.isNumber()) widths_[from + static_cast<unsigned>(k)] = width.getNumericValue();
      }
      i += 2;
      continue;
    }
    if (i + 2 >= count || !next.isInteger()) return;
    const auto last = static_cast<std::uint32_t>(next.getUIntValueAsUInt());
    QPDFObjectHandle width = widths.getArrayItem(i + 2);
    if (!width.isNumber() || last < from || last - from > kMostCodes) return;
    for (std::uint32_t code = from; code <= last; ++code) widths_[code] = width.getNumericValue();
    i += 3;
  }
}

void Font::read_simple(QPDFObjectHandle dictionary) {
  if (dictionary.getKey("/Subtype").isNameAndEquals("/Type3")) {
    QPDFObjectHandle matrix = dictionary.getKey("/FontMatrix");
    if (matrix.isArray() && matrix.getArrayNItems() == 6 && matrix.getArrayItem(0).isNumber()) {
      scale_ = matrix.getArrayItem(0).getNumericValue() * 1000;
    }
  }
  QPDFObjectHandle first = dictionary.getKey("/FirstChar");
  QPDFObjectHandle widths = dictionary.getKey("/Widths");
  if (!first.isInteger() || !widths.isArray()) return;
  const auto from = static_cast<std::uint32_t>(first.getUIntValueAsUInt());
  const int count = std::min(widths.getArrayNItems(), 256);
  for (int i = 0; i < count; ++i) {
    QPDFObjectHandle width = widths.getArrayItem(i);
    if (width.isNumber()) widths_[from + static_cast<unsigned>(i)] = width.getNumericValue();
  }
}

// bfchar and bfrange of a ToUnicode map (9.10.3). Anything else is passed over.
void Font::read_unicode(const std::string& map) {
  const auto source = std::make_shared<BufferInputSource>("map", map);
  QPDFTokenizer tokens;
  tokens.allowEOF();
  enum class Part { none, characters, ranges } part = Part::none;
  std::vector<std::string> row;
  std::vector<std::string> array;
  bool in_array = false;
  const auto add_range = [&] {
    const std::uint32_t from = number_of(row[0]);
    const std::uint32_t last = std::min(number_of(row[1]), from + 0xFFFF);
    for (std::uint32_t code = from; code <= last && texts_.size() < kMostCodes; ++code) {
      const std::size_t at = code - from;
      if (!array.empty() && at >= array.size()) break;
      texts_[code] = from_utf16(array.empty() ? row[2] : array[at]);
      if (!array.empty() || row[2].size() < 2) continue;
      std::string& text = row[2];  // the last two bytes count on
      const std::uint32_t next = number_of(std::string_view(text).substr(text.size() - 2)) + 1;
      text[text.size() - 2] = static_cast<char>(next >> 8U & 0xFFU);
      text[text.size() - 1] = static_cast<char>(next & 0xFFU);
    }
    row.clear();
    array.clear();
  };
  for (;;) {
    const QPDFTokenizer::Token token = tokens.readToken(source, "map", true, 4096);
    const std::string& value = token.getValue();
    switch (token.getType()) {
      case QPDFTokenizer::tt_eof:
        return;
      case QPDFTokenizer::tt_array_open:
        in_array = true;
        break;
      case QPDFTokenizer::tt_array_close:
        in_array = false;
        if (part == Part::ranges && row.size() == 2 && !array.empty()) add_range();
        row.clear();
        array.clear();
        break;
      case QPDFTokenizer::tt_string:
        (in_array ? array : row).push_back(value);
        if (part == Part::characters && row.size() == 2) {
          if (texts_.size() < kMostCodes) texts_[number_of(row[0])] = from_utf16(row[1]);
          row.clear();
        } else if (part == Part::ranges && row.size() == 3) {
          add_range();
        }
        break;
      case QPDFTokenizer::tt_word:
        part = value == "beginbfchar"    ? Part::characters
               : value == "beginbfrange" ? Part::ranges
                                         : Part::none;
        row.clear();
        break;
      default:
        break;
    }
  }
}

double Font::width_of(std::uint32_t code) const {
  const auto found = widths_.find(code);
  return (found == widths_.end() ? default_width_ : found->second) * scale_;
}

std::vector<Code> Font::codes(std::string_view string) const {
  std::vector<Code> out;
  for (std::size_t i = 0; i + code_bytes_ <= string.size(); i += code_bytes_) {
    Code code{.value = number_of(string.substr(i, code_bytes_))};
    code.width = width_of(code.value);
    code.is_space = code_bytes_ == 1 && code.value == 32;
    if (const auto text = texts_.find(code.value); text != texts_.end()) {
      code.text = text->second;
    } else if (is_unicode_) {
      code.text = from_utf16(string.substr(i, code_bytes_));
    } else if (!is_composite_ && code.value >= 32 && code.value < 127) {
      code.text = std::string(1, static_cast<char>(code.value));
    }
    out.push_back(std::move(code));
  }
  return out;
}

}  // namespace huice::formats::pdf
