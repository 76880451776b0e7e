// SPDX-License-Identifier: Apache-2.0
#include "template/methods.h"

#include "base/utf8.h"
#include "template/builders.h"
#include "template/characters.h"
#include "template/operations.h"
#include "template/subject.h"

#include <algorithm>
#include <array>

namespace huice::tmpl {
namespace {

using Method = Value (*)(const Value& object, Call& call);

Value through_filter(std::string_view name, const Value& object, Call& call) {
  return call.filter(name, object, call.positional());
}

Value split(const Value& object, Call& call) {
  std::string_view rest = object.text();
  const bool spaces = !call.has(0) || call.argument(0).is_none();
  const std::string_view separator = spaces ? "" : call.text(0).value_or("");
  std::int64_t most = call.integer(1).value_or(-1);
  if (call.failed()) return {};
  if (!spaces && separator.empty()) {
    return call.fail(Code::template_bad_value, {std::string(call.callee()), "an empty separator"});
  }
  std::vector<Value> parts;
  if (spaces) rest = strip_left(rest);
  while (!spaces || !rest.empty()) {
    std::size_t end = 0;
    std::size_t next = 0;
    if (spaces) {
      for (next = 0; next < rest.size(); end = next) {
        if (is_space(utf8::decode(rest, next))) break;
      }
      if (most == 0) end = strip_right(rest).size();
    } else {
      end = rest.find(separator);
    }
    const bool last = most-- == 0 || end == std::string_view::npos || end >= rest.size();
    parts.push_back(like(object, last && !spaces ? rest : rest.substr(0, end), call));
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
  return like(object, strip(object.text(), call.text(0).value_or("")), call);
}

Value strip_start(const Value& object, Call& call) {
  return like(object, strip_left(object.text(), call.text(0).value_or("")), call);
}

Value strip_end(const Value& object, Call& call) {
  return like(object, strip_right(object.text(), call.text(0).value_or("")), call);
}

Value find(const Value& object, Call& call) {
  const std::size_t at = object.text().find(call.text(0).value_or(""));
  if (at == std::string_view::npos) return Value(-1);
  return Value(utf8::count(object.text().substr(0, at)));
}

Value count(const Value& object, Call& call) {
  std::int64_t found = 0;
  if (object.is_list()) {
    for (std::size_t i = 0; i < object.list().size(); ++i) {
      if (equal(object.list().at(i), call.argument(0))) ++found;
    }
    return Value(found);
  }
  const std::string_view part = call.text(0).value_or("");
  if (part.empty()) return Value(utf8::count(object.text()) + 1);
  for (std::size_t at = 0; (at = object.text().find(part, at)) != std::string_view::npos;
       at += part.size()) {
    ++found;
  }
  return Value(found);
}

Value is_digits(const Value& object, Call& /*call*/) {
  const std::string_view text = object.text();
  return Value(!text.empty() &&
               std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

Value join(const Value& object, Call& call) {
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

Value get(const Value& object, Call& call) {
  const auto key = call.text(0);
  if (!key) return {};
  Value found = object.mapping().get(*key);
  if (!found.is_undefined()) return found;
  return call.positional().size() > 1 ? call.argument(1) : Value(nullptr);
}

Value keys(const Value& object, Call& /*call*/) {
  ListValue out;
  for (const std::string& key : object.mapping().keys()) out.push(Value(key));
  return Value(std::move(out));
}

Value values(const Value& object, Call& /*call*/) {
  ListValue out;
  for (const std::string& key : object.mapping().keys()) out.push(object.mapping().get(key));
  return Value(std::move(out));
}

struct Named {
  Kind kind;
  std::string_view name;
  Method method;
};

constexpr std::array<Named, 24> kMethods{{
    {Kind::string, "upper", [](const Value& o, Call& c) { return through_filter("upper", o, c); }},
    {Kind::string, "lower", [](const Value& o, Call& c) { return through_filter("lower", o, c); }},
    {Kind::string, "title", [](const Value& o, Call& c) { return through_filter("title", o, c); }},
    {Kind::string, "capitalize",
     [](const Value& o, Call& c) { return through_filter("capitalize", o, c); }},
    {Kind::string, "replace",
     [](const Value& o, Call& c) { return through_filter("replace", o, c); }},
    {Kind::string, "center",
     [](const Value& o, Call& c) { return through_filter("center", o, c); }},
    {Kind::string, "split", split},
    {Kind::string, "startswith", starts_with},
    {Kind::string, "endswith", ends_with},
    {Kind::string, "strip", strip_both},
    {Kind::string, "lstrip", strip_start},
    {Kind::string, "rstrip", strip_end},
    {Kind::string, "find", find},
    {Kind::string, "count", count},
    {Kind::string, "isdigit", is_digits},
    {Kind::string, "join", join},
    {Kind::string, "zfill", zero_fill},
    {Kind::list, "count", count},
    {Kind::mapping, "get", get},
    {Kind::mapping, "keys", keys},
    {Kind::mapping, "values", values},
    {Kind::mapping, "items", [](const Value& o, Call& c) { return through_filter("items", o, c); }},
    {Kind::mapping, "copy", [](const Value& o, Call& /*c*/) { return o; }},
    {Kind::list, "copy", [](const Value& o, Call& /*c*/) { return o; }},
}};

}  // namespace

std::optional<Value> call_method(const Value& object, std::string_view name, Call& call) {
  for (const Named& known : kMethods) {
    if (known.kind == object.kind() && known.name == name) return known.method(object, call);
  }
  return std::nullopt;
}

}  // namespace huice::tmpl
