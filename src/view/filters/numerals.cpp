// SPDX-License-Identifier: Apache-2.0
// Chinese numerals: numbers, the four levels of headings, and 第…章.

#include "base/messages/template_run.h"
#include "model/han_number.h"
#include "view/filters/field_filters.h"

namespace huice::view {
namespace {

using tmpl::Call;
using tmpl::Value;

constexpr std::int64_t kLargest = 9'999'999'999'999'999;

std::optional<std::int64_t> count_of(const Value& subject, Call& call, std::int64_t least) {
  if (subject.is_integer() && subject.integer() >= least && subject.integer() <= kLargest) {
    return subject.integer();
  }
  call.fail(msg::template_wrong_type{.callee = call.callee(),
                                     .wanted = msg::value_whole_from{.least = least},
                                     .found = describe(subject)});
  return std::nullopt;
}

Value han(const Value& subject, Call& call) {
  const auto count = count_of(subject, call, 0);
  return count ? Value(model::han_number(*count)) : Value();
}

Value heading_number(const Value& subject, Call& call) {
  const auto count = count_of(subject, call, 1);
  const std::int64_t level = call.integer(0).value_or(1);
  if (!count || call.failed()) return {};
  if (level < 1 || level > 4) {
    return call.fail(
        msg::template_bad_value{.callee = call.callee(), .value = msg::bad_level{.level = level}});
  }
  return Value(model::heading_number(*count, static_cast<int>(level)));
}

Value nth(const Value& subject, Call& call) {
  const auto count = count_of(subject, call, 1);
  const std::string_view unit = call.text(0).value_or("");
  if (!count || call.failed()) return {};
  return Value("第" + model::han_number(*count) + std::string(unit));
}

}  // namespace

void add_numeral_filters(tmpl::Environment& environment) {
  environment.add_filter("han", {}, han);
  environment.add_filter("heading_number", {{"level"}}, heading_number);
  environment.add_filter("nth", {{"unit"}}, nth);
}

}  // namespace huice::view
