// SPDX-License-Identifier: Apache-2.0
#include "template/value.h"

#include <cstring>

namespace huice::tmpl {

Value Sequence::field(std::string_view /*name*/) const {
  return {};
}

Value Value::copy(std::string_view text) {
  if (text.empty()) return borrow(std::string_view("", 0));
  char* block = static_cast<char*>(::operator new(kHeader + text.size()));
  new (block) std::atomic<std::uint32_t>(1);
  std::memcpy(block + kHeader, text.data(), text.size());
  Value result = borrow(std::string_view(block + kHeader, text.size()));
  result.owned_ = true;
  return result;
}

Value Value::marked_safe(Format format) const {
  Value result = *this;
  result.safe_ = static_cast<std::uint8_t>(static_cast<unsigned>(format) + 1);
  return result;
}

std::uint32_t Value::owners() const {
  return owned_ && kind_ >= Kind::list ? counter().load(std::memory_order_relaxed) : 0;
}

// Leaves the payload: release() is followed by an assignment or by the end.
void Value::destroy() {
  if (kind_ == Kind::string) {
    ::operator delete(block());
  } else {
    delete payload_.object;
  }
}

const Value& Sequence::item(std::size_t index, Value& made) const {
  return made = at(index);
}

const Value& Mapping::find(std::string_view key, Hint& /*hint*/, Value& made) const {
  return made = get(key);
}

}  // namespace huice::tmpl
