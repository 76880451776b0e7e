// SPDX-License-Identifier: Apache-2.0
#include "template/values/call.h"

#include "base/messages/template_run.h"
#include "template/values/operations.h"

namespace huice::tmpl {
namespace {

const Value kAbsent{};

}  // namespace

const Value& Call::argument(std::size_t place) const {
  return place < positional_.size() ? positional_[place] : kAbsent;
}

const Value& Call::named(std::string_view name) const {
  for (const auto& argument : named_) {
    if (argument.first == name) return argument.second;
  }
  return kAbsent;
}

std::optional<std::string_view> Call::text(std::size_t place) {
  const Value& value = argument(place);
  if (value.is_undefined()) return std::nullopt;
  if (value.is_string()) {
    usage().work_on_text(value.text().size());
    return value.text();
  }
  fail(msg::template_wrong_type{
      .callee = callee(), .wanted = msg::value_text{}, .found = describe(value)});
  return std::nullopt;
}

std::optional<std::int64_t> Call::integer(std::size_t place) {
  const Value& value = argument(place);
  if (value.is_undefined()) return std::nullopt;
  const auto integer = as_integer(value);
  if (!integer) {
    fail(msg::template_wrong_type{
        .callee = callee(), .wanted = msg::value_whole_number{}, .found = describe(value)});
  }
  return integer;
}

std::optional<std::string_view> Call::text_or_none(std::size_t place) {
  return argument(place).is_none() ? std::nullopt : text(place);
}

std::optional<std::int64_t> Call::integer_or_none(std::size_t place) {
  return argument(place).is_none() ? std::nullopt : integer(place);
}

std::optional<double> Call::number(std::size_t place) {
  const Value& value = argument(place);
  if (value.is_undefined()) return std::nullopt;
  if (is_number(value)) return as_double(value);
  fail(msg::template_wrong_type{
      .callee = callee(), .wanted = msg::value_number{}, .found = describe(value)});
  return std::nullopt;
}

Value Call::part(std::string_view text) const {
  if (borrowed_ == nullptr) return Value::copy(text);
  usage().work_on_text(text.size());
  return Value::borrow(text);
}

Value Call::made(std::string&& text, bool safe) {
  std::string& kept = borrowed_ != nullptr ? borrowed_->text : text;
  if (borrowed_ != nullptr) kept = std::move(text);
  Value result = part(kept);
  return safe ? std::move(result).marked_safe(format()) : result;
}

std::optional<bool> Call::boolean(std::size_t place) const {
  const Value& value = argument(place);
  if (value.is_undefined()) return std::nullopt;
  return truthy(value);
}

}  // namespace huice::tmpl
