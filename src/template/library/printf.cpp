// SPDX-License-Identifier: Apache-2.0
#include "template/library/printf.h"

#include "base/ascii.h"
#include "base/messages/template_run.h"
#include "base/utf8.h"
#include "markup/escape.h"
#include "template/values/operations.h"
#include "template/values/subject.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace huice::tmpl {
namespace {

/// One conversion: %[(key)][flags][width][.precision]type.
struct Conversion {
  std::string_view key{};
  bool left = false, zero = false, plus = false, space = false, alternate = false;
  std::size_t width = 0;
  int precision = -1;
  char type = '\0';
};

constexpr int kWidest = 10000;

std::string shaped(double number, std::chars_format shape, int precision) {
  std::string buffer(static_cast<std::size_t>(precision) + 340, '\0');
  const char* const end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, shape, precision).ptr;
  buffer.resize(static_cast<std::size_t>(end - buffer.data()));
  return buffer;
}

// "#" keeps the point, and the zeros after it that %g would drop.
std::string shaped_with_point(double number, char type, int precision) {
  if (!std::isfinite(number)) return shaped(number, std::chars_format::fixed, 0);
  bool fixed = type == 'f';
  if (type == 'g') {
    precision = std::max(precision, 1) - 1;
    const std::string probe = shaped(number, std::chars_format::scientific, precision);
    const int exponent = std::stoi(probe.substr(probe.find('e') + 1));
    fixed = exponent >= -4 && exponent <= precision;
    if (fixed) precision -= exponent;
  }
  const auto shape = fixed ? std::chars_format::fixed : std::chars_format::scientific;
  std::string text = shaped(number, shape, precision);
  if (precision == 0) text.insert(std::min(text.find('e'), text.size()), 1, '.');
  return text;
}

// As Python's ascii(): what is not ASCII becomes an escape, in a text that is quoted already.
void append_ascii(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::decode(text, at);
    if (c < 0x80) {
      out += static_cast<char>(c);
      continue;
    }
    const unsigned digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    out += '\\';
    out += digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
    ascii::append_hex(out, c, digits);
  }
}

void make_upper(std::string& text) {
  for (char& c : text) c = ascii::upper(c);
}

class Formatter {
 public:
  Formatter(const Value& subject, std::string_view pattern, Call& call)
      : subject_(subject), rest_(pattern), call_(call), safe_(subject.is_safe_for(call.format())) {}

  Value run() {
    while (!rest_.empty() && !call_.failed()) {
      // Every conversion scans the keyword arguments; charge for it.
      usage().work_on_items(call_.named().size());
      if (out_.size() > kLargestPrinted || usage().exceeded()) {
        return call_.fail(msg::template_output_bound{.limit = kLargestPrinted});
      }
      const std::size_t sign = rest_.find('%');
      out_ += rest_.substr(0, sign);
      if (sign == std::string_view::npos) break;
      rest_.remove_prefix(sign + 1);
      convert();
    }
    if (call_.failed()) return {};
    if (!keyed_ && next_ < call_.positional().size()) return bad(msg::bad_more_values{});
    return like(subject_, out_, call_);
  }

 private:
  Value bad(Argument what) {
    return call_.fail(msg::template_bad_value{.callee = call_.callee(), .value = std::move(what)});
  }

  bool skip(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// Digits, or the next argument where a star is; 0 where there is neither.
  std::int64_t number() {
    std::int64_t value = 0;
    if (!skip('*')) {
      const auto result = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
      rest_.remove_prefix(static_cast<std::size_t>(result.ptr - rest_.data()));
      if (result.ec == std::errc::result_out_of_range) value = kWidest + 1;
    } else if (next_ >= call_.positional().size()) {
      bad(msg::bad_more_places{});
    } else {
      value = call_.integer(next_++).value_or(0);
    }
    if (value > kWidest || value < -kWidest) bad(msg::bad_precision{});
    return call_.failed() ? 0 : value;
  }

  bool flag(Conversion& made) {
    if (skip('-')) return made.left = true, true;
    if (skip('0')) return made.zero = true, true;
    if (skip('+')) return made.plus = true, true;
    if (skip('#')) return made.alternate = true, true;
    return skip(' ') ? (made.space = true, true) : false;
  }

  bool parse(Conversion& made) {
    if (skip('(')) {
      const std::size_t end = rest_.find(')');
      if (end == std::string_view::npos) return false;
      made.key = rest_.substr(0, end);
      rest_.remove_prefix(end + 1);
    }
    while (flag(made)) continue;
    const std::int64_t width = number();
    if (width < 0) made.left = true;
    made.width = static_cast<std::size_t>(width < 0 ? -width : width);
    if (skip('.')) made.precision = static_cast<int>(std::max<std::int64_t>(number(), 0));
    if (rest_.starts_with('l') || rest_.starts_with('h') || rest_.starts_with('L')) {
      rest_.remove_prefix(1);  // C's sizes, which Python passes over
    }
    if (rest_.empty()) return false;
    made.type = rest_[0];
    rest_.remove_prefix(1);
    return true;
  }

  const Value* argument(const Conversion& made) {
    const auto positional = call_.positional();
    if (!made.key.empty()) {
      keyed_ = true;
      const Value& named = call_.named(made.key);
      if (!named.is_undefined()) return &named;
      if (positional.size() == 1 && positional[0].is_mapping()) {
        held_ = positional[0].mapping().get(made.key);
        if (!held_.is_undefined()) return &held_;
      }
      return nullptr;
    }
    return next_ < positional.size() ? &positional[next_++] : nullptr;
  }

  void convert() {
    Conversion made;
    if (!parse(made)) return static_cast<void>(bad(msg::bad_unfinished{}));
    if (call_.failed()) return;
    if (out_.size() > kLargestPrinted) {
      return static_cast<void>(call_.fail(msg::template_output_bound{.limit = kLargestPrinted}));
    }
    if (made.type == '%') return static_cast<void>(out_ += '%');
    const Value* value = argument(made);
    if (value == nullptr) return static_cast<void>(bad(msg::bad_more_places{}));
    std::string text;
    switch (made.type) {
      case 's':
      case 'r':
      case 'a':
        convert_text(made, *value, text);
        break;
      case 'c':
        convert_character(made, *value, text);
        break;
      case 'd':
      case 'i':
      case 'u':
      case 'x':
      case 'X':
      case 'o':
        convert_integer(made, *value, text);
        break;
      case 'f':
      case 'F':
      case 'e':
      case 'E':
      case 'g':
      case 'G':
        convert_float(made, *value, text);
        break;
      default:
        bad(msg::bad_conversion{.type = std::string(1, made.type)});
    }
    if (!call_.failed()) pad(made, text);
  }

  void convert_text(const Conversion& made, const Value& value, std::string& text) {
    if ((made.type == 'r' || made.type == 'a') && value.is_string()) {
      append_quoted(text, value.text());
    } else if (const auto plain = text_of(value, call_)) {
      text = *plain;
    }
    if (made.type == 'a') append_ascii(text, std::exchange(text, {}));
    if (safe_ && !value.is_safe_for(call_.format())) {
      std::string escaped;
      markup::escape(escaped, text, call_.format());
      text = std::move(escaped);
    }
    if (made.precision < 0) return;
    std::size_t offset = 0;
    for (int i = 0; i < made.precision && offset < text.size(); ++i) utf8::decode(text, offset);
    text.resize(offset);
  }

  void convert_character(const Conversion& made, const Value& value, std::string& text) {
    const auto code = as_integer(value);
    if (code && *code >= 0 && *code <= 0x10FFFF && (*code < 0xD800 || *code > 0xDFFF)) {
      std::string character;
      utf8::append(character, static_cast<char32_t>(*code));
      return convert_text(made, Value(character), text);
    }
    if (value.is_string() && utf8::count(value.text()) == 1) return convert_text(made, value, text);
    call_.fail(msg::template_wrong_type{
        .callee = call_.callee(), .wanted = msg::value_character{}, .found = describe(value)});
  }

  void convert_integer(const Conversion& made, const Value& value, std::string& text) {
    if (!is_number(value)) return wrong(value);
    auto integer = as_integer(value);
    const bool decimal = made.type != 'x' && made.type != 'X' && made.type != 'o';
    if (!integer && decimal && std::fabs(value.floating()) < 9e18) {
      integer = static_cast<std::int64_t>(value.floating());
    }
    const bool too_large = !integer && decimal && std::isfinite(value.floating());
    if (too_large) return static_cast<void>(call_.fail(msg::template_overflow{.operation = "%d"}));
    if (!integer) return wrong(value);
    const bool negative = *integer < 0;
    auto magnitude = static_cast<std::uint64_t>(*integer);
    if (negative) magnitude = 0 - magnitude;
    std::array<char, 72> buffer{};
    const int base = decimal ? 10 : made.type == 'o' ? 8 : 16;
    const char* const end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude, base).ptr;
    text.assign(static_cast<const char*>(buffer.data()), end);
    if (made.type == 'X') make_upper(text);
    const auto digits = static_cast<std::size_t>(std::max(made.precision, 0));
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    // The prefix of "#": 0o, 0x or 0X.
    const bool prefixed = made.alternate && !decimal;
    add_sign(made, negative, text, prefixed ? std::string{'0', made.type} : std::string());
  }

  void convert_float(const Conversion& made, const Value& value, std::string& text) {
    if (!is_number(value)) return wrong(value);
    const double number = as_double(value);
    const int precision = made.precision < 0 ? 6 : made.precision;
    const char type = static_cast<char>(made.type | 0x20);
    const std::chars_format shape = type == 'f'   ? std::chars_format::fixed
                                    : type == 'e' ? std::chars_format::scientific
                                                  : std::chars_format::general;
    const double size = std::fabs(number);
    text =
        made.alternate ? shaped_with_point(size, type, precision) : shaped(size, shape, precision);
    if (type != made.type) make_upper(text);
    add_sign(made, std::signbit(number) && !std::isnan(number), text, "");
  }

  static void add_sign(const Conversion& made, bool negative, std::string& text,
                       std::string_view prefix) {
    std::string sign = negative ? "-" : made.plus ? "+" : made.space ? " " : "";
    sign += prefix;
    if (made.zero && !made.left && text.size() + sign.size() < made.width) {
      text.insert(0, made.width - text.size() - sign.size(), '0');
    }
    text.insert(0, sign);
  }

  void wrong(const Value& value) {
    call_.fail(msg::template_wrong_type{
        .callee = call_.callee(), .wanted = msg::value_number_here{}, .found = describe(value)});
  }

  void pad(const Conversion& made, const std::string& text) {
    const std::size_t size = utf8::count(text);
    const std::size_t padding = size < made.width ? made.width - size : 0;
    if (!made.left) out_.append(padding, ' ');
    out_ += text;
    if (made.left) out_.append(padding, ' ');
  }

  const Value& subject_;
  std::string_view rest_;
  Call& call_;
  bool safe_;
  bool keyed_ = false;
  std::size_t next_ = 0;
  Value held_;
  std::string out_;
};

}  // namespace

Value print_formatted(const Value& subject, std::string_view pattern, Call& call) {
  return Formatter(subject, pattern, call).run();
}

void append_fixed(std::string& out, double value, int digits) {
  std::array<char, 420> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                    std::chars_format::fixed, std::clamp(digits, 0, 60));
  out.append(buffer.data(), result.ptr);
}

}  // namespace huice::tmpl
