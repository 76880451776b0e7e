// SPDX-License-Identifier: Apache-2.0
#include "template/value.h"

#include <cstring>
#include <new>

namespace huice::tmpl {
namespace {

// An owned text is one block: the owner count, then the bytes the payload points at.
using Owners = std::atomic<std::uint32_t>;
constexpr std::size_t kHeader = sizeof(Owners);

char* block_of(const char* text) {
  return const_cast<char*>(text) - kHeader;
}

Owners& owners_of(const char* text) {
  return *std::launder(reinterpret_cast<Owners*>(block_of(text)));
}

}  // namespace

Value Sequence::field(std::string_view /*name*/) const {
  return {};
}

Value& Value::operator=(const Value& other) {
  if (this != &other) {
    other.retain();
    release();
    take(other);
  }
  return *this;
}

Value& Value::operator=(Value&& other) noexcept {
  if (this != &other) {
    release();
    take(other);
    other.forget();
  }
  return *this;
}

Value Value::borrow(std::string_view text) {
  Value result;
  result.kind_ = Kind::string;
  result.payload_.text = text.data();
  result.size_ = static_cast<std::uint32_t>(text.size());
  return result;
}

Value Value::copy(std::string_view text) {
  if (text.empty()) return borrow(std::string_view("", 0));
  char* block = static_cast<char*>(::operator new(kHeader + text.size()));
  new (block) Owners(1);
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

Value Value::undefined(const Origin* origin) {
  Value result;
  result.payload_.origin = origin;
  return result;
}

Value Value::object(Kind kind, const Shared* view, bool owned) {
  Value result;
  result.kind_ = kind;
  result.payload_.object = view;
  result.owned_ = owned;
  result.retain();
  return result;
}

std::uint32_t Value::owners() const {
  return owned_ && kind_ >= Kind::list ? payload_.object->owners_.load(std::memory_order_relaxed)
                                       : 0;
}

void Value::retain_owned() const {
  Owners& owners = kind_ == Kind::string ? owners_of(payload_.text) : payload_.object->owners_;
  owners.fetch_add(1, std::memory_order_relaxed);
}

void Value::release_owned() {
  owned_ = false;
  if (kind_ == Kind::string) {
    if (owners_of(payload_.text).fetch_sub(1, std::memory_order_acq_rel) == 1) {
      ::operator delete(block_of(payload_.text));
    }
  } else if (payload_.object->owners_.fetch_sub(1, std::memory_order_acq_rel) == 1) {
    delete payload_.object;
  }
}

}  // namespace huice::tmpl
