// SPDX-License-Identifier: Apache-2.0
#include "derive/due.h"

namespace huice::derive {
namespace {

Due by(const model::Date& last, const model::Date& as_of) {
  return last < as_of ? Due::passed : Due::to_come;
}

}  // namespace

Due due_of(const model::Undertaking& promise, const model::Date& as_of) {
  using enum model::UndertakingStatus;
  if (promise.status == done || promise.status == cancelled) return Due::settled;
  return promise.due ? by(*promise.due, as_of) : Due::unstated;
}

Due due_of(const model::Target& target, const model::Date& as_of) {
  if (!target.by || target.by->kind() == model::PeriodKind::unstated) return Due::unstated;
  return by(target.by->last(), as_of);
}

}  // namespace huice::derive
