// SPDX-License-Identifier: Apache-2.0
#include "template/library/methods.h"

#include "base/messages/template_run.h"
#include "base/utf8.h"
#include "base/white_space.h"
#include "template/values/builders.h"
#include "template/values/characters.h"
#include "template/values/keyed_dict.h"
#include "template/values/operations.h"
#include "template/values/search.h"
#include "template/values/subject.h"

#include <algorithm>
#include <array>

namespace huice::tmpl {
namespace {

Value through_filter(std::string_view name, const Value& object, Call& call) {
  return call.filter(name, object, call.positional());
}

std::size_t word_end(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (utf8::is_space(utf8::decode(text, at))) return start;
  }
  return text.size();
}

Value split(const Value& object, Call& call) {
  std::string_view rest = object.text();
  const bool spaces = !call.has(0) || call.argument(0).is_none();
  const std::string_view separator = call.text_or_none(0).value_or("");
  std::int64_t most = std::max<std::int64_t>(call.integer(1).value_or(-1), -1);
  if (call.failed()) return {};
  if (!spaces && separator.empty()) {
    return call.fail(
        msg::template_bad_value{.callee = call.callee(), .value = msg::bad_separator{}});
  }
  std::vector<Value> parts;
  if (spaces) rest = strip_left(rest);
  while (!spaces || !rest.empty()) {
    const std::size_t end = spaces ? word_end(rest) : find_text(rest, separator);
    const bool last = most-- == 0 || end == std::string_view::npos || end >= rest.size();
    if (!usage().room_for(parts.size() * sizeof(Value))) return {};
    parts.push_back(like(object, last ? rest : rest.substr(0, end), call));
    if (last) break;
    rest.remove_prefix(spaces ? end : end + separator.size());
    if (spaces) rest = strip_left(rest);
  }
  return Value(ListValue(std::move(parts)));
}

Value starts_with(const Value& object, Call& call) {
  return Value(object.text().starts_with(call.text(0).value_or("")));
}

Value ends_with(const Value& object, Call& call) {
  return Value(object.text().ends_with(call.text(0).value_or("")));
}

Value strip_both(const Value& object, Call& call) {
  return like(object, strip(object.text(), call.text_or_none(0).value_or("")), call);
}

Value strip_start(const Value& object, Call& call) {
  return like(object, strip_left(object.text(), call.text_or_none(0).value_or("")), call);
}

Value strip_end(const Value& object, Call& call) {
  return like(object, strip_right(object.text(), call.text_or_none(0).value_or("")), call);
}

Value find(const Value& object, Call& call) {
  const std::size_t at = find_text(object.text(), call.text(0).value_or(""));
  if (at == std::string_view::npos) return Value(-1);
  return Value(utf8::count(object.text().substr(0, at)));
}

Value count(const Value& object, Call& call) {
  std::int64_t found = 0;
  if (object.is_list()) {
    usage().work_on_items(object.list().size());
    for (std::size_t i = 0; i < object.list().size() && !usage().exceeded(); ++i) {
      const Value item = object.list().at(i);
      if (item.is_undefined()) {
        return call.fail(msg::template_undefined_value{.what = msg::what_list_item{}});
      }
      if (equal(item, call.argument(0))) ++found;
    }
    return Value(found);
  }
  const std::string_view part = call.text(0).value_or("");
  if (part.empty()) return Value(utf8::count(object.text()) + 1);
  for (std::size_t at = 0; (at = find_text(object.text(), part, at)) != std::string_view::npos;
       at += part.size()) {
    ++found;
  }
  return Value(found);
}

Value is_digits(const Value& object, Call& /*call*/) {
  const std::string_view text = object.text();
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit_sign(utf8::decode(text, at))) return Value(false);
  }
  return Value(!text.empty());
}

// Unlike the filter, it takes texts only.
Value join(const Value& object, Call& call) {
  const Value& parts = call.argument(0);
  for (std::size_t i = 0; parts.is_list() && i < parts.list().size(); ++i) {
    const Value part = parts.list().at(i);
    if (!part.is_string()) {
      return call.fail(msg::template_wrong_type{
          .callee = call.callee(), .wanted = msg::value_texts{}, .found = describe(part)});
    }
  }
  const std::array<Value, 1> separator{object};
  return call.filter("join", call.argument(0), separator);
}

Value zero_fill(const Value& object, Call& call) {
  const std::string_view text = object.text();
  const std::int64_t width = std::min<std::int64_t>(call.integer(0).value_or(0), 10000);
  const auto size = static_cast<std::int64_t>(utf8::count(text));
  const std::size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  std::string out(text.substr(0, sign));
  if (size < width) out.append(static_cast<std::size_t>(width - size), '0');
  return Value(out.append(text.substr(sign)));
}

// What it gives where there is no such key may be undefined until it is used.
Value get(const Value& object, Call& call) {
  const auto given = call.positional();
  if (given.size() > 2) {
    return call.fail(msg::template_too_many_arguments{.callee = call.callee(), .limit = 2U});
  }
  const Value& key = given[0];
  if (key.is_undefined()) {
    return call.fail(
        msg::template_undefined_value{.what = msg::what_argument_of{.callee = call.callee()}});
  }
  if (!hash_of(key)) {
    return call.fail(msg::template_wrong_type{
        .callee = call.callee(), .wanted = msg::value_key{}, .found = describe(key)});
  }
  Value found = object.mapping().value_of(key);
  if (!found.is_undefined()) return found;
  return given.size() > 1 ? given[1] : Value(nullptr);
}

Value keys(const Value& object, Call& /*call*/) {
  usage().work_on_making(object.mapping().size());
  return Value(ListValue(object.mapping().all_keys()));
}

Value values(const Value& object, Call& /*call*/) {
  ListValue out;
  usage().work_on_making(object.mapping().size());
  for (const Value& key : object.mapping().all_keys()) out.push(object.mapping().value_of(key));
  return Value(std::move(out));
}

Value as_upper(const Value& object, Call& call) {
  return through_filter("upper", object, call);
}
Value as_lower(const Value& object, Call& call) {
  return through_filter("lower", object, call);
}
// Unlike the filter: a word is a run of letters that have cases.
Value title(const Value& object, Call& call) {
  const std::string_view text = object.text();
  std::string out;
  bool inside = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t at = offset;
    const char32_t c = utf8::decode(text, offset);
    if (inside) {
      out += to_lower(text.substr(at, offset - at));
    } else {
      append_capital(out, c);
    }
    inside = is_upper(c) || is_lower(c);
  }
  return like(object, out, call);
}

Value as_sentence(const Value& object, Call& call) {
  return through_filter("capitalize", object, call);
}
Value replaced(const Value& object, Call& call) {
  return through_filter("replace", object, call);
}
Value centred(const Value& object, Call& call) {
  return through_filter("center", object, call);
}
Value items(const Value& object, Call& call) {
  return through_filter("items", object, call);
}
Value copy(const Value& object, Call& /*call*/) {
  return object;
}

/// A method's parameters are never named, as in Python.
Signature taking(std::vector<std::string_view> parameters, std::size_t required) {
  return {.parameters = std::move(parameters), .required = required, .by_place = true};
}

struct Known {
  Kind kind;
  std::string_view name;
  MethodEntry entry;
};

const std::array<Known, 24>& known_methods() {
  static const std::array<Known, 24> kMethods{{
      {Kind::string, "upper", {{}, as_upper}},
      {Kind::string, "lower", {{}, as_lower}},
      {Kind::string, "title", {{}, title}},
      {Kind::string, "capitalize", {{}, as_sentence}},
      {Kind::string, "replace", {taking({"old", "new", "count"}, 2), replaced}},
      {Kind::string, "center", {taking({"width"}, 1), centred}},
      {Kind::string, "split", {taking({"sep", "maxsplit"}, 0), split}},
      {Kind::string, "startswith", {taking({"prefix"}, 1), starts_with}},
      {Kind::string, "endswith", {taking({"suffix"}, 1), ends_with}},
      {Kind::string, "strip", {taking({"chars"}, 0), strip_both}},
      {Kind::string, "lstrip", {taking({"chars"}, 0), strip_start}},
      {Kind::string, "rstrip", {taking({"chars"}, 0), strip_end}},
      {Kind::string, "find", {taking({"sub"}, 1), find}},
      {Kind::string, "count", {taking({"sub"}, 1), count}},
      {Kind::string, "isdigit", {{}, is_digits}},
      {Kind::string, "join", {taking({"items"}, 1), join}},
      {Kind::string, "zfill", {taking({"width"}, 1), zero_fill}},
      {Kind::list, "count", {taking({"value"}, 1), count}},
      {Kind::list, "copy", {{}, copy}},
      {Kind::mapping,
       "get",
       {{.parameters = {"key"},
         .required = 1,
         .more_positional = true,
         .takes_undefined = true,
         .by_place = true},
        get}},
      {Kind::mapping, "keys", {{}, keys}},
      {Kind::mapping, "values", {{}, values}},
      {Kind::mapping, "items", {{}, items}},
      {Kind::mapping, "copy", {{}, copy}},
  }};
  return kMethods;
}

// Python's methods that change a list or mapping.
constexpr std::array<std::string_view, 11> kChanging{"append",  "extend",     "insert", "pop",
                                                     "remove",  "clear",      "sort",   "reverse",
                                                     "popitem", "setdefault", "update"};

}  // namespace

const MethodEntry* find_method(const Value& object, std::string_view name) {
  for (const Known& known : known_methods()) {
    if (known.kind == object.kind() && known.name == name) return &known.entry;
  }
  return nullptr;
}

bool would_change(const Value& object, std::string_view name) {
  return (object.is_list() || object.is_mapping()) &&
         std::find(kChanging.begin(), kChanging.end(), name) != kChanging.end();
}

}  // namespace huice::tmpl
