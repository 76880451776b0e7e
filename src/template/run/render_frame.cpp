// SPDX-License-Identifier: Apache-2.0
// Frames, contexts and their owners. Both are pooled; a frame outlives its function only where a
// macro that was defined in it does, or another thing that still looks into it.

#include "template/run/render.h"
#include "template/values/namespace.h"

namespace huice::tmpl {
namespace {

/// Room for so many: where an object ends there may be no memory for it.
template <class T>
void make_room(std::vector<T*>& list, std::size_t count) {
  if (list.capacity() < count) list.reserve(2 * count);
}

}  // namespace

Render::~Render() {
  closing_ = true;
  for (const Value& value : namespaces_) {
    if (const auto* object = value.as<Namespace>()) object->clear();
  }
  for (Frame& frame : frames_) frame.slots.clear();
}

Frame& Render::enter(std::uint32_t slots, Frame* outer, Context& context) {
  usage().steps += slots >> 4U;
  if (free_frames_.empty()) {
    make_room(free_frames_, frames_.size() + 1);
    make_room(ended_frames_, frames_.size() + 1);
    free_frames_.push_back(&frames_.emplace_back());
    charge_.add(sizeof(Frame));
  }
  Frame& frame = *free_frames_.back();
  free_frames_.pop_back();
  if (slots > frame.charged)
    charge_.add((slots - std::exchange(frame.charged, slots)) * sizeof(Value));
  frame.slots.assign(slots, Value::undefined(&kUnset));
  frame.outer = outer;
  frame.context = &context;
  frame.parent = nullptr;
  frame.owners = 1;
  retain(context);
  if (outer != nullptr) retain(*outer);
  return frame;
}

// Macros kept in the frame's own variables own it in a circle; that circle is broken here.
void Render::leave(Frame& frame) {
  std::uint32_t circular = 0;
  if (frame.owners > 1) {
    for (const Value& value : frame.slots) {
      const auto* macro = value.as<MacroValue>();
      if (macro != nullptr && &macro->frame() == &frame && value.owners() == 1) ++circular;
    }
  }
  if (frame.owners == 1 + circular) {
    std::vector<Value> dropped = std::move(frame.slots);
    frame.slots.clear();
    dropped.clear();
    if (frame.slots.capacity() == 0) frame.slots = std::move(dropped);  // its memory
  }
  release(frame);
}

Context& Render::new_context() {
  if (free_contexts_.empty()) {
    make_room(free_contexts_, contexts_.size() + 1);
    make_room(ended_contexts_, contexts_.size() + 1);
    free_contexts_.push_back(&contexts_.emplace_back());
    charge_.add(sizeof(Context));
  }
  Context& context = *free_contexts_.back();
  free_contexts_.pop_back();
  context.owners = 1;
  return context;
}

// Takes what has no owner apart; one may hold the last share in another, in a chain longer than the
// stack is deep, so those wait here for their turn.
void Render::end(Frame* frame, Context* context) {
  if (frame != nullptr) ended_frames_.push_back(frame);
  if (context != nullptr) ended_contexts_.push_back(context);
  if (std::exchange(ending_, true)) return;
  while (!ended_frames_.empty() || !ended_contexts_.empty()) {
    if (!ended_frames_.empty()) {
      Frame& next = *ended_frames_.back();
      ended_frames_.pop_back();
      next.slots.clear();
      release(*next.context);
      if (next.outer != nullptr) release(*next.outer);
      free_frames_.push_back(&next);
    } else {
      Context& next = *ended_contexts_.back();
      ended_contexts_.pop_back();
      const Context held = std::exchange(next, Context());
      if (held.outer != nullptr) release(*held.outer);
      free_contexts_.push_back(&next);
    }
  }
  ending_ = false;
}

void Render::go(const Here& to) {
  source_ = to.source;
  format_ = to.format;
  escapes_ = to.escapes;
  frame_ = to.frame;
}

void Render::go_to(const Template& home, Frame& frame) {
  go({&home.source, home.source.format, home.source.format != Format::text, &frame});
}

}  // namespace huice::tmpl
