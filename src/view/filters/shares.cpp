// SPDX-License-Identifier: Apache-2.0
// Shares and their differences. A difference of two shares is stated in 个百分点, never in %.

#include "base/messages/template_run.h"
#include "view/filters/field_filters.h"

namespace huice::view {
namespace {

using tmpl::Call;
using tmpl::Value;

// With the words for up, down and no change the sign becomes a word: 下降1.5个百分点.
Value with_unit(const Value& subject, Call& call, std::string_view unit) {
  const auto number = decimal_of(subject, call);
  const auto up = call.text(0);
  const auto down = call.text(1);
  const auto same = call.text(2);
  if (!number || call.failed()) return {};
  if (!up) return Value(number->text() + std::string(unit));
  if (!down || !same) {
    return call.fail(
        msg::template_missing_argument{.callee = call.callee(), .name = down ? "same" : "down"});
  }
  if (number->is_zero()) return Value::copy(*same);
  const std::string_view word = number->is_negative() ? *down : *up;
  return Value(std::string(word) + magnitude(*number).text() + std::string(unit));
}

}  // namespace

void add_share_filters(tmpl::Environment& environment) {
  const tmpl::Signature words{{"up", "down", "same"}};
  environment.add_filter("percent", words, [](const Value& subject, Call& call) {
    return with_unit(subject, call, "%");
  });
  environment.add_filter("points", words, [](const Value& subject, Call& call) {
    return with_unit(subject, call, "个百分点");
  });
}

}  // namespace huice::view
