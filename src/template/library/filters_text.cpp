// SPDX-License-Identifier: Apache-2.0
// Filters on one text: case, parts, replacement, counting.

#include "base/ascii.h"
#include "base/messages/template_run.h"
#include "base/utf8.h"
#include "base/white_space.h"
#include "markup/escape.h"
#include "template/library/registry.h"
#include "template/values/characters.h"
#include "template/values/operations.h"
#include "template/values/search.h"
#include "template/values/subject.h"

#include <algorithm>

namespace huice::tmpl {
namespace {

/// A filter that maps a text to a text, or to nothing where it stays as it is, and keeps what it
/// is safe for.
Filter text_filter(std::optional<std::string> (*change)(std::string_view)) {
  return [change](const Value& subject, Call& call) -> Value {
    const auto text = text_of(subject, call);
    if (!text) return {};
    auto changed = change(*text);
    return changed ? like(subject, std::move(*changed), call) : like(subject, text->view(), call);
  };
}

std::optional<std::string> capitalize(std::string_view text) {
  std::string out;
  if (text.empty()) return std::nullopt;
  std::size_t offset = 0;
  append_capital(out, utf8::decode(text, offset));
  return out + to_lower(text.substr(offset));
}

// Words begin the text or follow white space and one of - ( { [ <.
Value title(const Value& subject, Call& call) {
  const auto text = text_of(subject, call);
  if (!text) return {};
  std::string out;
  out.reserve(text->size());
  bool starts = true;
  for (std::size_t offset = 0; offset < text->size();) {
    const std::size_t at = offset;
    const char32_t c = utf8::decode(*text, offset);
    if (c < 0x80) {
      const auto sign = static_cast<char>(c);
      out += starts ? ascii::upper(sign) : ascii::lower(sign);
    } else {
      const std::string_view letter = text->view().substr(at, offset - at);
      const auto changed = starts ? changed_to_upper(letter) : changed_to_lower(letter);
      out += changed ? std::string_view(*changed) : letter;
    }
    starts = utf8::is_space(c) || c == '-' || c == '(' || c == '{' || c == '[' || c == '<';
  }
  return call.made(std::move(out));
}

Value trim(const Value& subject, Call& call) {
  const auto text = text_of(subject, call);
  const auto set = call.text_or_none(0);
  if (!text || call.failed()) return {};
  return like(subject, strip(*text, set.value_or("")), call);
}

std::string replace_all(std::string_view text, std::string_view old_text, std::string_view new_text,
                        std::int64_t count) {
  std::string out;
  if (old_text.empty()) {
    for (std::size_t offset = 0; offset < text.size();) {
      if (count-- == 0) return out.append(text.substr(offset));
      out += new_text;
      utf8::append(out, utf8::decode(text, offset));
    }
    return count != 0 ? out.append(new_text) : out;
  }
  out.reserve(text.size());
  while (count-- != 0) {
    const std::size_t at = find_text(text, old_text);
    if (at == std::string_view::npos) break;
    out.append(text.substr(0, at)).append(new_text);
    text.remove_prefix(at + old_text.size());
  }
  return out.append(text);
}

// Whether the result of replace_all() would be larger than a value may be. Checked first, since
// each occurrence of a short text may become a long one.
bool too_large(std::string_view text, std::string_view old_text, std::string_view new_text) {
  if (new_text.size() <= old_text.size()) return false;
  const std::size_t most = text.size() / std::max<std::size_t>(old_text.size(), 1) + 1;
  if (most * new_text.size() < kLargestPrinted) return false;
  std::size_t found = old_text.empty() ? most : 0;
  for (std::size_t at = 0; !old_text.empty(); at += old_text.size(), ++found) {
    at = find_text(text, old_text, at);
    if (at == std::string_view::npos) break;
  }
  return text.size() + found * (new_text.size() - old_text.size()) > kLargestPrinted;
}

Value replace(const Value& subject, Call& call) {
  const auto text = text_of(subject, call);
  const auto old_text = text_of(call.argument(0), call);
  const auto new_text = text_of(call.argument(1), call);
  const std::int64_t count = std::max<std::int64_t>(call.integer_or_none(2).value_or(-1), -1);
  if (call.failed()) return {};
  if (too_large(*text, *old_text, *new_text)) {
    return call.fail(msg::template_output_bound{.limit = kLargestPrinted});
  }
  const Format format = call.format();
  const bool safe_argument =
      call.argument(0).is_safe_for(format) || call.argument(1).is_safe_for(format);
  if (!call.escapes() || (!safe_argument && !subject.is_safe_for(format))) {
    return call.made(replace_all(*text, *old_text, *new_text, count));
  }
  const auto escaped = [format](const Value& value, std::string_view part) {
    if (value.is_safe_for(format)) return std::string(part);
    std::string out;
    markup::escape(out, part, format);
    return out;
  };
  std::string changed = replace_all(escaped(subject, *text), escaped(call.argument(0), *old_text),
                                    escaped(call.argument(1), *new_text), count);
  return call.made(std::move(changed), true);
}

Value wordcount(const Value& subject, Call& call) {
  const auto text = text_of(subject, call);
  if (!text) return {};
  std::int64_t count = 0;
  bool inside = false;
  for (std::size_t offset = 0; offset < text->size();) {
    const bool word = is_word(utf8::decode(*text, offset));
    if (word && !inside) ++count;
    inside = word;
  }
  return Value(count);
}

Value length(const Value& subject, Call& call) {
  const auto count = length_of(subject);
  if (count) return Value(*count);
  return call.fail(msg::template_wrong_type{
      .callee = call.callee(), .wanted = msg::value_countable{}, .found = describe(subject)});
}

Value to_string(const Value& subject, Call& call) {
  if (subject.is_string()) return subject;
  const auto text = text_of(subject, call);
  return text ? Value::copy(*text) : Value();
}

}  // namespace

void add_text_filters(Registry& registry) {
  registry.filter("upper", {}, text_filter(changed_to_upper));
  registry.filter("lower", {}, text_filter(changed_to_lower));
  registry.filter("capitalize", {}, text_filter(capitalize));
  registry.filter("title", {}, title);
  registry.filter("trim", {{"chars"}}, trim);
  registry.filter("replace", {{"old", "new", "count"}, 2}, replace);
  registry.filter("wordcount", {}, wordcount);
  registry.filter("length", {}, length);
  registry.filter_alias("count", "length");
  registry.filter("string", {}, to_string);
}

}  // namespace huice::tmpl
