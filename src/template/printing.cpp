// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "template/builders.h"
#include "template/call.h"
#include "template/characters.h"
#include "template/operations.h"

#include <array>
#include <charconv>
#include <cmath>

namespace huice::tmpl {
namespace {

Printing append_repr(std::string& out, const Value& value) {
  if (!value.is_string()) return append_text(out, value);
  append_quoted(out, value.text());
  return Printing::ok;
}

Printing append_list(std::string& out, const Sequence& list) {
  out += list.is_tuple() ? '(' : '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ", ";
    const Printing result = append_repr(out, list.at(i));
    if (result != Printing::ok) return result;
  }
  if (list.is_tuple() && list.size() == 1) out += ',';
  out += list.is_tuple() ? ')' : ']';
  return Printing::ok;
}

Printing append_mapping(std::string& out, const Mapping& mapping) {
  const Value own = mapping.printed();
  if (!own.is_undefined()) return append_text(out, own);
  if (mapping.place()) return Printing::record;
  out += '{';
  bool first = true;
  for (const std::string& key : mapping.keys()) {
    if (!first) out += ", ";
    first = false;
    append_quoted(out, key);
    out += ": ";
    const Printing result = append_repr(out, mapping.get(key));
    if (result != Printing::ok) return result;
  }
  out += '}';
  return Printing::ok;
}

// As Python: \x with 2, \u with 4 or \U with 8 digits.
void append_code(std::string& out, char32_t c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const unsigned digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
  out += '\\';
  out += digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
  for (unsigned i = digits; i-- > 0;) out += kHex[(c >> (4U * i)) & 0xFU];
}

}  // namespace

void append_quoted(std::string& out, std::string_view text) {
  const bool doubled =
      text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos;
  const char quote = doubled ? '"' : '\'';
  out += quote;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const char32_t c = utf8::decode(text, offset);
    if (c == static_cast<char32_t>(quote) || c == '\\') {
      out += '\\';
      out += text[start];
    } else if (c == '\n' || c == '\r' || c == '\t') {
      out += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
    } else if (is_printable(c)) {
      out += text.substr(start, offset - start);
    } else {
      append_code(out, c);
    }
  }
  out += quote;
}

void append_number(std::string& out, std::int64_t value) {
  std::array<char, 24> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  out.append(buffer.data(), result.ptr);
}

// The shortest digits that read back as the same number; an exponent below 1e-4 and from 1e16 on.
void append_number(std::string& out, double value) {
  if (std::isnan(value)) return static_cast<void>(out += "nan");
  if (std::isinf(value)) return static_cast<void>(out += value < 0 ? "-inf" : "inf");
  std::array<char, 400> buffer{};
  const double size = std::fabs(value);
  const bool scientific = size != 0.0 && (size < 1e-4 || size >= 1e16);
  const auto result =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                    scientific ? std::chars_format::scientific : std::chars_format::fixed);
  const std::string_view digits(buffer.data(),
                                static_cast<std::size_t>(result.ptr - buffer.data()));
  out += digits;
  if (!scientific && digits.find('.') == std::string_view::npos) out += ".0";
}

Printing append_text(std::string& out, const Value& value) {
  switch (value.kind()) {
    case Kind::undefined:
      return Printing::undefined;
    case Kind::none:
      return Printing::none;
    case Kind::boolean:
      out += value.boolean() ? "True" : "False";
      return Printing::ok;
    case Kind::integer:
      append_number(out, value.integer());
      return Printing::ok;
    case Kind::floating:
      append_number(out, value.floating());
      return Printing::ok;
    case Kind::string:
      out += value.text();
      return Printing::ok;
    case Kind::list:
      return append_list(out, value.list());
    case Kind::mapping:
      return append_mapping(out, value.mapping());
    case Kind::callable:
      out += "<" + std::string(value.callable().name()) + ">";
      return Printing::ok;
  }
  return Printing::ok;
}

std::string describe(const Value& value) {
  switch (value.kind()) {
    case Kind::undefined:
      return "an undefined value";
    case Kind::none:
      return "none";
    case Kind::boolean:
      return value.boolean() ? "true" : "false";
    case Kind::string: {
      constexpr std::size_t kShown = 60;
      std::string text(value.text().substr(0, kShown));
      while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80 &&
             text.size() < value.text().size()) {
        text.pop_back();
      }
      return "the text “" + text + (text.size() < value.text().size() ? "…”" : "”");
    }
    case Kind::list:
      return "a list of " + std::to_string(value.list().size());
    case Kind::mapping:
      return value.mapping().place() ? "a record" : "a mapping";
    case Kind::callable:
      return "“" + std::string(value.callable().name()) + "”";
    default: {
      std::string text = "the number ";
      append_text(text, value);
      return text;
    }
  }
}

}  // namespace huice::tmpl
