// SPDX-License-Identifier: Apache-2.0
#include "template/values/value.h"

#include <cstring>
#include <utility>
#include <vector>

namespace huice::tmpl {

Value Sequence::field(std::string_view /*name*/) const {
  return {};
}

namespace {

// With what an allocator adds.
std::int64_t cost_of(std::size_t size) {
  return static_cast<std::int64_t>(size) + 16;
}

}  // namespace

Value Value::copy(std::string_view text) {
  if (text.empty()) return borrow(std::string_view(""));
  usage().bytes += cost_of(text.size());
  usage().work_on_text(text.size());
  char* block = static_cast<char*>(::operator new(kHeader + text.size()));
  new (block) std::atomic<std::uint32_t>(1);
  std::memcpy(block + kHeader, text.data(), text.size());
  Value result = borrow(std::string_view(block + kHeader, text.size()));
  result.about_.owned = true;
  return result;
}

std::uint32_t Value::owners() const {
  return about_.owned && about_.kind >= Kind::list ? counter().load(std::memory_order_relaxed) : 0;
}

namespace {

// A template can nest lists in lists as often as loops run; destroying them one inside the other
// would take a stack as deep. Beyond kDeepest the rest waits in a chain until the stack has
// unwound: what ends must not ask for memory.
struct Ending {
  static constexpr int kDeepest = 100;
  int depth = 0;
  const Shared* waiting = nullptr;
};

Ending& ending() {
  thread_local Ending one;
  return one;
}

}  // namespace

// Leaves the payload: release() is followed by an assignment or by the end.
void Value::destroy() {
  if (about_.kind == Kind::string) {
    usage().bytes -= cost_of(about_.size);
    ::operator delete(block());
    return;
  }
  Ending& state = ending();
  if (state.depth >= Ending::kDeepest) {
    payload_.object->next_to_end_ = std::exchange(state.waiting, payload_.object);
    return;
  }
  ++state.depth;
  delete payload_.object;
  --state.depth;
  while (state.depth == 0 && state.waiting != nullptr) {
    const Shared* const next = std::exchange(state.waiting, state.waiting->next_to_end_);
    ++state.depth;
    delete next;
    --state.depth;
  }
}

const Value& Sequence::item(std::size_t index, Value& made) const {
  return made = at(index);
}

Value Mapping::value_of(const Value& key) const {
  return key.is_string() ? get(key.text()) : Value();
}

std::vector<Value> Mapping::all_keys() const {
  std::vector<Value> out;
  for (const std::string& key : keys()) out.emplace_back(key);
  return out;
}

const Value& Mapping::find(std::string_view key, Hint& /*hint*/, Value& made) const {
  return made = get(key);
}

}  // namespace huice::tmpl
