// SPDX-License-Identifier: Apache-2.0
#include "template/printf.h"

#include "base/utf8.h"
#include "template/escape.h"
#include "template/operations.h"
#include "template/subject.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace huice::tmpl {
namespace {

/// One conversion: %[(key)][flags][width][.precision]type.
struct Conversion {
  std::string_view key{};
  bool left = false, zero = false, plus = false, space = false;
  std::size_t width = 0;
  int precision = -1;
  char type = '\0';
};

class Formatter {
 public:
  Formatter(const Value& subject, std::string_view pattern, Call& call)
      : subject_(subject), rest_(pattern), call_(call), safe_(subject.is_safe_for(call.format())) {}

  Value run() {
    while (!rest_.empty() && !call_.failed()) {
      // Each place looks through what stands in the call.
      usage().work_on_items(call_.named().size());
      if (out_.size() > kLargestPrinted || usage().exceeded()) {
        return call_.fail(Code::template_output_bound, {std::to_string(kLargestPrinted)});
      }
      const std::size_t sign = rest_.find('%');
      out_ += rest_.substr(0, sign);
      if (sign == std::string_view::npos) break;
      rest_.remove_prefix(sign + 1);
      convert();
    }
    if (call_.failed()) return {};
    if (!keyed_ && next_ < call_.positional().size()) return bad("more values than it has places");
    return like(subject_, out_, call_);
  }

 private:
  Value bad(std::string what) {
    return call_.fail(Code::template_bad_value, {std::string(call_.callee()), std::move(what)});
  }

  bool skip(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  int number() {
    int value = 0;
    const auto result = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    rest_.remove_prefix(static_cast<std::size_t>(result.ptr - rest_.data()));
    return std::clamp(value, 0, 10000);
  }

  bool flag(Conversion& made) {
    if (skip('-')) return made.left = true, true;
    if (skip('0')) return made.zero = true, true;
    if (skip('+')) return made.plus = true, true;
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
    if (!rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9') {
      made.width = static_cast<std::size_t>(number());
    }
    if (skip('.')) made.precision = number();
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
    if (!parse(made)) return static_cast<void>(bad("an unfinished pattern"));
    if (made.type == '%') return static_cast<void>(out_ += '%');
    const Value* value = argument(made);
    if (value == nullptr) return static_cast<void>(bad("a pattern with more places than values"));
    std::string text;
    switch (made.type) {
      case 's':
      case 'r':
        convert_text(made, *value, text);
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
      case 'g':
        convert_float(made, *value, text);
        break;
      default:
        bad("the conversion “%" + std::string(1, made.type) + "”");
    }
    if (!call_.failed()) pad(made, text);
  }

  void convert_text(const Conversion& made, const Value& value, std::string& text) {
    if (made.type == 'r' && value.is_string()) {
      append_quoted(text, value.text());
    } else if (const auto plain = text_of(value, call_)) {
      text = *plain;
    }
    if (safe_ && !value.is_safe_for(call_.format())) {
      std::string escaped;
      escape(escaped, text, call_.format());
      text = std::move(escaped);
    }
    if (made.precision < 0) return;
    std::size_t offset = 0;
    for (int i = 0; i < made.precision && offset < text.size(); ++i) utf8::decode(text, offset);
    text.resize(offset);
  }

  void convert_integer(const Conversion& made, const Value& value, std::string& text) {
    if (!is_number(value)) return wrong(value);
    auto integer = as_integer(value);
    const bool decimal = made.type != 'x' && made.type != 'X' && made.type != 'o';
    if (!integer && decimal && std::fabs(value.floating()) < 9e18) {
      integer = static_cast<std::int64_t>(value.floating());
    }
    if (!integer) return wrong(value);
    const bool negative = *integer < 0;
    auto magnitude = static_cast<std::uint64_t>(*integer);
    if (negative) magnitude = 0 - magnitude;
    std::array<char, 72> buffer{};
    const int base = decimal ? 10 : made.type == 'o' ? 8 : 16;
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude, base).ptr;
    text.assign(buffer.data(), end);
    if (made.type == 'X') {
      std::transform(text.begin(), text.end(), text.begin(),
                     [](char c) { return c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c; });
    }
    const auto digits = static_cast<std::size_t>(std::max(made.precision, 0));
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    add_sign(made, negative, text);
  }

  void convert_float(const Conversion& made, const Value& value, std::string& text) {
    if (!is_number(value)) return wrong(value);
    const double number = as_double(value);
    const int precision = made.precision < 0 ? 6 : made.precision;
    const char type = made.type == 'F' ? 'f' : made.type;
    const std::chars_format shape = type == 'f'   ? std::chars_format::fixed
                                    : type == 'e' ? std::chars_format::scientific
                                                  : std::chars_format::general;
    std::string buffer(static_cast<std::size_t>(precision) + 340, '\0');
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(number),
                                   shape, precision)
                         .ptr;
    text.assign(buffer.data(), end);
    add_sign(made, std::signbit(number), text);
  }

  void add_sign(const Conversion& made, bool negative, std::string& text) {
    const std::string sign = negative ? "-" : made.plus ? "+" : made.space ? " " : "";
    if (made.zero && !made.left && text.size() + sign.size() < made.width) {
      text.insert(0, made.width - text.size() - sign.size(), '0');
    }
    text.insert(0, sign);
  }

  void wrong(const Value& value) {
    call_.fail(Code::template_wrong_type,
               {std::string(call_.callee()), "a number here", describe(value)});
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
