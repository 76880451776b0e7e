// SPDX-License-Identifier: Apache-2.0
#include "view/questions.h"

#include "base/hash.h"
#include "view/subject.h"

#include <utility>

namespace huice::view {
namespace {

template <class Number>
std::string_view bytes_of(const Number& number) {
  return {reinterpret_cast<const char*>(&number), sizeof number};
}

}  // namespace

// The length before the bytes: no two sequences of answers have the same bytes.
void AnswerDigest::add_tagged(char tag, std::string_view bytes) {
  const std::uint64_t size = bytes.size();
  bytes_ += tag;
  bytes_ += bytes_of(size);
  bytes_ += bytes;
}

void AnswerDigest::add_text(std::string_view text) {
  add_tagged('t', text);
}

void AnswerDigest::add_number(std::uint64_t number) {
  add_tagged('n', bytes_of(number));
}

void AnswerDigest::add_none() {
  add_tagged('-', {});
}

void AnswerDigest::add_record(std::string_view kind, std::string_view id, std::string_view part) {
  add_tagged('r', kind);
  add_text(id);
  add_text(part);
  ids_.emplace_back(id);
}

void AnswerDigest::add_value(const tmpl::Value& value) {
  switch (value.kind()) {
    case tmpl::Kind::undefined:
      return add_tagged('u', {});
    case tmpl::Kind::none:
      return add_none();
    case tmpl::Kind::boolean:
      return add_tagged('b', value.boolean() ? "1" : "0");
    case tmpl::Kind::integer:
      return add_tagged('i', bytes_of(value.integer()));
    case tmpl::Kind::floating:
      return add_tagged('f', bytes_of(value.floating()));
    case tmpl::Kind::string:
      return add_tagged(value.is_safe() ? 's' : 't', value.text());
    case tmpl::Kind::list:
      add_tagged('l', bytes_of(value.list().size()));
      for (std::size_t i = 0; i < value.list().size(); ++i) add_value(value.list().at(i));
      return;
    case tmpl::Kind::mapping:
      return add_mapping(value.mapping());
    case tmpl::Kind::callable:
      return add_tagged('c', value.callable().name());
  }
}

void AnswerDigest::add_mapping(const tmpl::Mapping& mapping) {
  if (const auto* record = dynamic_cast<const RecordView*>(&mapping)) {
    record->describe(*this);
    return;
  }
  const std::vector<std::string> keys = mapping.keys();
  add_tagged('m', bytes_of(keys.size()));
  for (const std::string& key : keys) {
    add_text(key);
    add_value(mapping.get(key));
  }
}

std::uint64_t AnswerDigest::hash() const {
  return short_hash(bytes_);
}

void Questions::note(Question question, const AnswerDigest& answer) {
  if (!question.id.empty()) ids_.insert(question.id);
  ids_.insert(answer.ids().begin(), answer.ids().end());
  answers_.emplace(std::move(question), answer.hash());
}

bool Questions::name(std::string_view id) const {
  if (ids_.contains(id)) return true;
  const std::string inside = std::string(id) + "/";
  const auto part = ids_.lower_bound(inside);
  return part != ids_.end() && part->starts_with(inside);
}

}  // namespace huice::view
