// SPDX-License-Identifier: Apache-2.0
#include "base/ascii.h"
#include "base/messages/template_run.h"
#include "base/utf8.h"
#include "template/values/builders.h"
#include "template/values/call.h"
#include "template/values/characters.h"
#include "template/values/operations.h"

#include <array>
#include <charconv>
#include <cmath>

namespace huice::tmpl {
namespace {

/// One value with what it holds.
class Printer {
 public:
  explicit Printer(std::string& out) : out_(out), limit_(out.size() + kLargestPrinted) {}

  Printing text(const Value& value) {
    switch (value.kind()) {
      case Kind::undefined:
        return Printing::undefined;
      case Kind::none:
        return Printing::none;
      case Kind::boolean:
        out_ += value.boolean() ? "True" : "False";
        return Printing::ok;
      case Kind::integer:
        append_number(out_, value.integer());
        return Printing::ok;
      case Kind::floating:
        append_number(out_, value.floating());
        return Printing::ok;
      case Kind::string:
        out_ += value.text();
        return Printing::ok;
      case Kind::callable:
        return Printing::record;
      default:
        return inside(value);
    }
  }

 private:
  Printing inside(const Value& value) {
    if (depth_ == kDeepestPrinted) return Printing::too_deep;
    ++depth_;
    const Printing result = value.is_list() ? list(value.list()) : mapping(value.mapping());
    --depth_;
    return result;
  }

  Printing repr(const Value& value) {
    if (out_.size() > limit_) return Printing::too_large;
    if (!value.is_string()) return text(value);
    if (value.text().size() > kLargestPrinted) return Printing::too_large;
    append_quoted(out_, value.text());
    return out_.size() > limit_ ? Printing::too_large : Printing::ok;
  }

  Printing list(const Sequence& list) {
    out_ += list.is_tuple() ? '(' : '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) out_ += ", ";
      const Printing result = repr(list.at(i));
      if (result != Printing::ok) return result;
    }
    if (list.is_tuple() && list.size() == 1) out_ += ',';
    out_ += list.is_tuple() ? ')' : ']';
    return Printing::ok;
  }

  Printing mapping(const Mapping& mapping) {
    const Value own = mapping.printed();
    if (!own.is_undefined()) return text(own);
    if (mapping.is_record()) return Printing::record;
    out_ += '{';
    bool first = true;
    for (const Value& key : mapping.all_keys()) {
      if (!first) out_ += ", ";
      first = false;
      if (out_.size() > limit_) return Printing::too_large;
      Printing result = repr(key);
      if (result != Printing::ok) return result;
      out_ += ": ";
      result = repr(mapping.value_of(key));
      if (result != Printing::ok) return result;
    }
    out_ += '}';
    return Printing::ok;
  }

  std::string& out_;
  std::size_t limit_;
  unsigned depth_ = 0;
};

// As Python: \x with 2, \u with 4 or \U with 8 digits.
void append_code(std::string& out, char32_t c) {
  const unsigned digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
  out += '\\';
  out += digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
  ascii::append_hex(out, c, digits);
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
      out += '\\';
      out += c == '\n' ? 'n' : c == '\r' ? 'r' : 't';
    } else if (is_printable(c)) {
      out += text.substr(start, offset - start);
    } else {
      append_code(out, c);
    }
  }
  out += quote;
}

void append_number(std::string& out, std::int64_t value) {
  if (value >= 0 && value < 10) return out.push_back(static_cast<char>('0' + value));
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
  return Printer(out).text(value);
}

Argument describe(const Value& value) {
  switch (value.kind()) {
    case Kind::undefined:
      return msg::value_undefined{};
    case Kind::none:
      return msg::value_none{};
    case Kind::boolean:
      return std::string(value.boolean() ? "true" : "false");
    case Kind::string: {
      constexpr std::size_t kShown = 60;
      std::string text(value.text().substr(0, kShown));
      while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80 &&
             text.size() < value.text().size()) {
        text.pop_back();
      }
      if (text.size() < value.text().size()) text += "…";
      return msg::value_text_shown{.text = text};
    }
    case Kind::list:
      return msg::value_list_of{.count = value.list().size()};
    case Kind::mapping:
      return value.mapping().is_record() ? Argument(msg::value_record{}) : msg::value_mapping{};
    case Kind::callable:
      return msg::value_quoted{.text = value.callable().name()};
    default: {
      std::string text;
      append_text(text, value);
      return msg::value_number_shown{.number = text};
    }
  }
}

}  // namespace huice::tmpl
