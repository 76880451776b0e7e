// SPDX-License-Identifier: Apache-2.0
#include "logic/evaluator.h"
#include "logic/rule.h"

namespace huice::logic {

std::optional<Value> apply(const Rule& rule, const Value& data) {
  Evaluator evaluator(rule.program());
  Value room;
  Value out = evaluator.evaluate(rule.program().root, Scope::of(data), room);
  if (evaluator.failed()) return std::nullopt;
  return out;
}

}  // namespace huice::logic
