// SPDX-License-Identifier: Apache-2.0
// Limits that end a hostile template: bounds on memory, work, output, and on calls within each
// other.

#include "base/messages/template_run.h"
#include "template/run/render.h"
#include "template/run/stack.h"

#include <algorithm>

namespace huice::tmpl {

Value Render::fail_bound(Span span) {
  if (failed_) return {};
  const Bounds& bounds = program_.bounds;
  const bool steps = usage().steps > usage().most_steps;
  failed_ = true;
  Diagnostic found =
      steps ? problem(msg::template_loop_bound{.limit = bounds.loop_steps}, source_->at(span))
            : problem(msg::template_value_bound{.limit = bounds.value_bytes}, source_->at(span));
  found.traces = traces();
  problems_.add(std::move(found));
  return {};
}

void Render::refuse(std::size_t size, const Expr& site) {
  if (size > kLargestPrinted) {
    fail(msg::template_output_bound{.limit = kLargestPrinted}, *source_, site.span);
  }
  if (usage().exceeded()) fail_bound(site.span);
}

bool Render::count_step(Span span) {
  ++usage().steps;
  if (!usage().exceeded()) return true;
  fail_bound(span);
  return false;
}

bool Render::deeper(std::uint32_t& depth, std::uint32_t bound, Code code, Span span) {
  if (failed_ || !count_step(span)) return false;
  if (depth >= bound) {
    fail(Message::of(code, {{"limit", bound}}), *source_, span);
    return false;
  }
  if (is_below(stack_floor_)) {
    fail(msg::template_stack_bound{}, *source_, span);
    return false;
  }
  ++depth;
  return true;
}

// A text that is kept may not be larger than one that is printed at once.
Render::Buffer::Buffer(Render& render) : render_(render), outer_(render.out_), room_(render.room_) {
  const std::size_t held = std::min(outer_->size(), room_);
  render_.room_ = std::min(kLargestPrinted, room_ - held);
  render_.out_ = &text_;
}

void Render::Buffer::end() {
  if (outer_ == nullptr) return;
  usage().work_on_text(text_.size());
  render_.out_ = std::exchange(outer_, nullptr);
  render_.room_ = room_;
}

void Render::fail_output(Span span) {
  const bool one_text = room_ == kLargestPrinted && room_ < program_.bounds.output_bytes;
  fail(msg::template_output_bound{.limit =
                                      one_text ? kLargestPrinted : program_.bounds.output_bytes},
       *source_, span);
}

}  // namespace huice::tmpl
