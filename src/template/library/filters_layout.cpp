// SPDX-License-Identifier: Apache-2.0
// Filters that lay text out: indent, centre, wrap, shorten, fill in a pattern.

#include "base/messages/template_run.h"
#include "base/utf8.h"
#include "markup/escape.h"
#include "template/library/printf.h"
#include "template/library/registry.h"
#include "template/library/wrap.h"
#include "template/values/characters.h"
#include "template/values/operations.h"
#include "template/values/subject.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace huice::tmpl {
namespace {

constexpr std::int64_t kWidest = 100000;  // columns a template may ask for

std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t offset = 0;
  for (; count > 0 && offset < text.size(); --count) utf8::decode(text, offset);
  return text.substr(0, offset);
}

Value too_wide(Call& call) {
  return call.fail(msg::template_bad_value{.callee = call.callee(), .value = msg::bad_wide{}});
}

// Joins parts as Markup does: once one is safe, the others are escaped.
Value join_safely(const Value& subject, std::string_view text, const Value& tail,
                  std::string_view tail_text, Call& call) {
  const Format format = call.format();
  std::string out(text);
  if (subject.is_safe_for(format) && !tail.is_safe_for(format)) {
    markup::escape(out, tail_text, format);
  } else {
    out += tail_text;
  }
  return like(subject, std::move(out), call);
}

Value truncate(const Value& subject, Call& call) {
  const auto characters = length_of(subject);
  if (!characters) {
    return call.fail(msg::template_wrong_type{
        .callee = call.callee(), .wanted = msg::value_text{}, .found = describe(subject)});
  }
  const std::int64_t length = call.integer(0).value_or(255);
  const bool killwords = call.boolean(1).value_or(false);
  const std::string_view end = call.text(2).value_or("...");
  const std::int64_t leeway = call.integer_or_none(3).value_or(5);
  if (call.failed()) return {};
  const auto end_length = static_cast<std::int64_t>(utf8::count(end));
  if (length < end_length || leeway < 0) {
    return call.fail(
        msg::template_bad_value{.callee = call.callee(), .value = msg::bad_short_length{}});
  }
  if (*characters - length <= leeway) return subject;
  if (!subject.is_string()) {
    return call.fail(msg::template_wrong_type{
        .callee = call.callee(), .wanted = msg::value_text{}, .found = describe(subject)});
  }
  const std::string_view text = subject.text();
  std::string_view kept = first_characters(text, static_cast<std::size_t>(length - end_length));
  if (!killwords) {
    const std::size_t space = kept.rfind(' ');
    if (space != std::string_view::npos) kept = kept.substr(0, space);
  }
  return join_safely(subject, kept, call.argument(2), end, call);
}

// The bytes of the line break at the start of `text`, by str.splitlines(): 0 where there is none.
std::size_t break_at(std::string_view text) {
  if (text.starts_with("\r\n") || text.starts_with("\u0085")) return 2;
  if (text.starts_with("\u2028") || text.starts_with("\u2029")) return 3;
  return std::string_view("\n\r\v\f\x1c\x1d\x1e").find(text[0]) == std::string_view::npos ? 0 : 1;
}

/// The lines of a text, one after the other.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  bool next(std::string_view& line) {
    // Every byte a line break begins with.
    constexpr std::string_view kFirst = "\n\r\v\f\x1c\x1d\x1e\xc2\xe2";
    for (std::size_t at = 0; (at = rest_.find_first_of(kFirst, at)) != std::string_view::npos;) {
      const std::size_t size = break_at(rest_.substr(at));
      if (size > 0) {
        line = rest_.substr(0, at);
        rest_.remove_prefix(at + size);
        return true;
      }
      ++at;
    }
    line = std::exchange(rest_, {});
    return !line.empty();
  }

 private:
  std::string_view rest_;
};

Value indent(const Value& subject, Call& call) {
  const auto text = text_of(subject, call);
  std::string indention = "    ";
  if (call.argument(0).is_string()) {
    indention = call.text(0).value_or("");
  } else if (const auto width = call.integer(0)) {
    if (*width > kWidest) return too_wide(call);
    indention.assign(static_cast<std::size_t>(std::max<std::int64_t>(*width, 0)), ' ');
  }
  const bool first = call.boolean(1).value_or(false);
  const bool blank = call.boolean(2).value_or(false);
  if (call.failed()) return {};
  const std::string ended = std::string(text->view()) + "\n";
  Lines lines(ended);
  std::string out;
  std::string_view line;
  for (bool begins = true; lines.next(line); begins = false) {
    if (!begins) out += '\n';
    const bool indented = begins ? first : blank || !line.empty();
    if (indented) out += indention;
    out += line;
    if (out.size() > kLargestPrinted) {
      return call.fail(msg::template_output_bound{.limit = kLargestPrinted});
    }
  }
  return like(subject, std::move(out), call);
}

// The result is safe only where the text between the lines is, as with str.join() and Markup.
Value wordwrap(const Value& subject, Call& call) {
  if (!subject.is_string()) {
    return call.fail(msg::template_wrong_type{
        .callee = call.callee(), .wanted = msg::value_text{}, .found = describe(subject)});
  }
  const std::int64_t width = call.integer(0).value_or(79);
  const bool cuts = call.boolean(1).value_or(true);
  const Value& between = call.argument(2);
  const std::string_view separator = call.text_or_none(2).value_or("\n");
  const bool hyphens = call.boolean(3).value_or(true);
  if (call.failed()) return {};
  if (width < 1) {
    return call.fail(msg::template_bad_value{.callee = call.callee(), .value = msg::bad_narrow{}});
  }
  const bool safe = between.is_string() && between.is_safe_for(call.format());
  std::string out;
  std::size_t lines = 0;
  const auto add = [&](std::string_view line) {
    if (lines++ > 0) out += separator;
    if (safe) {
      markup::escape(out, line, call.format());
    } else {
      out += line;
    }
    return out.size() <= kLargestPrinted;
  };
  const Wrapping how{static_cast<std::size_t>(width), cuts, hyphens};
  Lines paragraphs(subject.text());
  for (std::string_view paragraph; paragraphs.next(paragraph);) {
    const std::size_t before = lines;
    wrap(paragraph, how, add);
    if (lines == before) add("");
    if (out.size() > kLargestPrinted) {
      return call.fail(msg::template_output_bound{.limit = kLargestPrinted});
    }
  }
  return call.made(std::move(out), safe);
}

Value center(const Value& subject, Call& call) {
  const auto text = text_of(subject, call);
  const std::int64_t width = std::max<std::int64_t>(call.integer(0).value_or(80), 0);
  if (call.failed()) return {};
  if (width > kWidest) return too_wide(call);
  const std::int64_t padding = width - static_cast<std::int64_t>(utf8::count(*text));
  if (padding <= 0) return like(subject, *text, call);
  const std::int64_t left = padding / 2 + (padding & width & 1);
  std::string out(static_cast<std::size_t>(left), ' ');
  out += *text;
  out.append(static_cast<std::size_t>(padding - left), ' ');
  return like(subject, std::move(out), call);
}

Value format(const Value& subject, Call& call) {
  const auto pattern = text_of(subject, call);
  if (!pattern) return {};
  return print_formatted(subject, *pattern, call);
}

Value filesizeformat(const Value& subject, Call& call) {
  Value number = call.filter("float", subject, std::array<Value, 1>{Value(nullptr)});
  const bool binary = call.boolean(0).value_or(false);
  if (call.failed()) return {};
  if (number.is_none()) {
    return call.fail(msg::template_wrong_type{
        .callee = call.callee(), .wanted = msg::value_number{}, .found = describe(subject)});
  }
  const double bytes = as_double(number);
  const double base = binary ? 1024 : 1000;
  constexpr std::array<std::string_view, 8> kBinary = {"KiB", "MiB", "GiB", "TiB",
                                                       "PiB", "EiB", "ZiB", "YiB"};
  constexpr std::array<std::string_view, 8> kDecimal = {"kB", "MB", "GB", "TB",
                                                        "PB", "EB", "ZB", "YB"};
  if (bytes == 1) return Value("1 Byte");
  if (bytes < base && std::isinf(bytes))
    return call.fail(msg::template_overflow{.operation = "int"});
  if (bytes < base) {
    std::string whole;  // numbers below zero may be larger than an integer
    append_fixed(whole, std::trunc(bytes) + 0.0, 0);
    return Value(whole + " Bytes");
  }
  double unit = base;
  for (std::size_t i = 0;; ++i) {
    unit *= base;
    if (bytes < unit || i == 7) {
      std::string out;
      append_fixed(out, base * bytes / unit, 1);
      return Value(out + " " + std::string(binary ? kBinary[i] : kDecimal[i]));
    }
  }
}

}  // namespace

void add_layout_filters(Registry& registry) {
  registry.filter("truncate", {{"length", "killwords", "end", "leeway"}}, truncate);
  registry.filter("wordwrap", {{"width", "break_long_words", "wrapstring", "break_on_hyphens"}},
                  wordwrap);
  registry.filter("indent", {{"width", "first", "blank"}}, indent);
  registry.filter("center", {{"width"}}, center);
  Signature any;
  any.more_positional = true;
  any.more_named = true;
  registry.filter("format", any, format);
  registry.filter("filesizeformat", {{"binary"}}, filesizeformat);
}

}  // namespace huice::tmpl
