// SPDX-License-Identifier: Apache-2.0
#include "base/hidden_characters.h"

#include "base/json/written.h"
#include "base/messages/data.h"

namespace huice {

Message hidden_message(std::string_view field, const OddCharacter& one) {
  const bool turns = one.what == Oddity::direction;
  return msg::hidden_character{.field = field,
                               .character = code_point_name(one.code_point),
                               .effect = turns ? Argument(msg::turns_text{}) : msg::has_no_width{}};
}

json::Span written_in_json(const OddCharacter& one, std::string_view json, json::Span string) {
  const std::size_t at = json::written_at(json, string.offset, one.offset);
  return {at, at < json.size() ? json::step(json, at).written : 1};
}

void tell_hidden(std::string_view field, std::string_view text, json::Span string,
                 const SourceText& source, Diagnostics& problems) {
  const auto hidden = odd_characters(text, false).hidden;
  if (!hidden) return;
  const json::Span span = written_in_json(*hidden, source.text(), string);
  problems.add(problem(hidden_message(field, *hidden), source.at(span.offset, span.length)));
}

void tell_hidden(std::string_view field, const json::Value& value, const SourceText& source,
                 Diagnostics& problems) {
  if (value.is(json::Kind::text)) tell_hidden(field, value.text(), value.at(), source, problems);
  for (const json::Value& item : value.items()) tell_hidden(field, item, source, problems);
  for (const json::Member& member : value.members()) {
    tell_hidden(member.name, member.name, member.name_at, source, problems);
    tell_hidden(member.name, member.value, source, problems);
  }
}

std::string_view name_in(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

}  // namespace huice
