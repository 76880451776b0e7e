// SPDX-License-Identifier: Apache-2.0
#include "project/record_edit.h"

#include "base/json/read.h"
#include "base/json/write.h"

#include <algorithm>
#include <vector>

namespace huice::project {
namespace {

// The member that comes last before `key` by the table's order; nullptr: none does.
const json::Member* before(const json::Value& object, const model::ObjectForm& form,
                           std::string_view key) {
  const json::Member* out = nullptr;
  for (const model::Field& field : form.fields) {
    if (field.key == key) break;
    for (const json::Member& member : object.members()) {
      if (member.name == field.key) out = &member;
    }
  }
  return out;
}

// One after the value: brackets are matched, texts passed over.
std::size_t end_of(const json::Value& value, std::string_view text) {
  const json::Span at = value.at();
  if (!value.is(json::Kind::list) && !value.is(json::Kind::object)) return at.offset + at.length;
  std::size_t open = 0;
  for (std::size_t i = at.offset; i < text.size(); ++i) {
    if (text[i] == '"') {
      for (++i; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\\') ++i;
      }
    } else if (text[i] == '{' || text[i] == '[') {
      ++open;
    } else if ((text[i] == '}' || text[i] == ']') && --open == 0) {
      return i + 1;
    }
  }
  return text.size();
}

// The blanks before a member's name on its line, after a line break; a blank where it begins none.
std::string lead_of(const json::Member& member, std::string_view text) {
  const std::size_t at = member.name_at.offset;
  const std::size_t line = text.rfind('\n', at);
  if (line == std::string_view::npos) return " ";
  const std::string_view lead = text.substr(line, at - line);
  return lead.find_first_not_of(" \t\r\n") == std::string_view::npos ? std::string(lead) : " ";
}

std::string quoted(const std::string& text) {
  std::string out;
  json::append_text(out, text);
  return out;
}

std::optional<std::string> with_member(const std::string& text, const json::Value& object,
                                       const model::Shape& shape, std::string_view key,
                                       const std::string& now) {
  const model::ObjectForm* form = shape.object();
  if (form == nullptr || object.members().empty()) return std::nullopt;
  const json::Member* last = before(object, *form, key);
  const std::string member = quoted(std::string(key)) + ": " + quoted(now);
  std::string out = text;
  if (last == nullptr) {
    const json::Member& first = object.members().front();
    return out.insert(first.name_at.offset, member + "," + lead_of(first, text));
  }
  return out.insert(end_of(last->value, text), "," + lead_of(*last, text) + member);
}

const model::Shape* shape_in(const model::Shape* shape, std::string_view key) {
  if (shape == nullptr || shape->object() == nullptr) return nullptr;
  for (const model::Field& field : shape->object()->fields) {
    if (field.key == key) return field.shape;
  }
  return nullptr;
}

const json::Value* part_of(const json::Value& list, std::string_view id) {
  for (const json::Value& item : list.items()) {
    const json::Value* own = item.find("id");
    if (own != nullptr && own->text() == id) return &item;
  }
  return nullptr;
}

}  // namespace

std::optional<std::string> with_value(const std::string& text, const model::Shape& shape,
                                      std::string_view field, const std::string& was,
                                      const std::string& now) {
  Diagnostics unheard;
  const std::optional<json::Value> root = json::parse(SourceText("record", text), unheard);
  if (!root) return std::nullopt;
  const json::Value* at = &*root;
  const model::Shape* of = &shape;
  while (true) {
    const std::size_t slash = field.find('/');
    const std::string_view key = field.substr(0, slash);
    const bool is_last = slash == std::string_view::npos;
    if (at->is(json::Kind::list)) {
      at = part_of(*at, key);
      of = of == nullptr || of->list() == nullptr ? nullptr : of->list()->element;
    } else {
      const json::Value* next = at->find(key);
      if (next == nullptr && is_last && of != nullptr && was.empty()) {
        return with_member(text, *at, *of, key, now);
      }
      at = next;
      of = shape_in(of, key);
    }
    if (at == nullptr) return std::nullopt;
    if (is_last) break;
    field.remove_prefix(slash + 1);
  }
  const bool is_null = at->is(json::Kind::null) && was.empty();
  const bool is_it = at->is(json::Kind::text) && at->text() == was;
  if (!is_null && !is_it) return std::nullopt;
  std::string out = text;
  return out.replace(at->at().offset, at->at().length, quoted(now));
}

}  // namespace huice::project
