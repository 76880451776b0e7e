// SPDX-License-Identifier: Apache-2.0
#pragma once

// The values templates compute with. A Value is 16 bytes: a small scalar, a text (borrowed, or
// shared and owned), or a handle on a read-only view of the model. Views are abstract: the model is
// never copied into a document tree for a page (views.h). Builders for lists and mappings made on
// the spot are in builders.h.
//
// Thread-safety: Values may be copied and read from many threads at once; views are only read.

#include "markup/format.h"
#include "template/values/views.h"

#include <atomic>
#include <concepts>
#include <cstdint>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>

namespace huice::tmpl {

using markup::Format;
struct Origin;

enum class Kind : std::uint8_t {
  undefined,
  none,
  boolean,
  integer,
  floating,
  string,
  list,
  mapping,
  callable
};

class Value {
 public:
  /// Undefined: an error wherever it is used, but for `is defined` and `default`.
  Value() = default;
  Value(std::nullptr_t) : about_{0, Kind::none} {}
  Value(bool value) : about_{0, Kind::boolean} { payload_.boolean = value; }
  /// REQUIRES: the number fits 64 bits with a sign.
  template <std::integral T>
  requires(!std::same_as<T, bool>) Value(T value) : about_{0, Kind::integer} {
    payload_.integer = static_cast<std::int64_t>(value);
  }
  Value(double value) : about_{0, Kind::floating} { payload_.floating = value; }
  /// An owned copy. Use borrow() for text of the model that outlives rendering.
  Value(const std::string& text) : Value(copy(text)) {}
  Value(const char* text) : Value(copy(text)) {}
  /// Owns a view: `Value v = PolicyView(policy);` moves the view to the heap.
  template <class T>
  // NOLINTNEXTLINE(bugprone-forwarding-reference-overload): `requires` leaves out Value itself
  requires std::derived_from<std::remove_cvref_t<T>, Shared> Value(T&& view)
      : Value(adopt(new std::remove_cvref_t<T>(std::forward<T>(view)))) {}

  Value(const Value& other) { take(other), retain(); }
  Value(Value&& other) noexcept { take(other), other.forget(); }
  Value& operator=(const Value& other) {
    if (this != &other) {
      other.retain();
      release();
      take(other);
    }
    return *this;
  }
  Value& operator=(Value&& other) noexcept {
    if (this != &other) {
      release();
      take(other);
      other.forget();
    }
    return *this;
  }
  ~Value() { release(); }

  /// Text that is not copied. REQUIRES: its storage outlives rendering; less than 4 GiB.
  static Value borrow(std::string_view text) {
    Value result;
    result.about_.kind = Kind::string;
    result.payload_.text = text.data();
    result.about_.size = static_cast<std::uint32_t>(text.size());
    return result;
  }
  static Value borrow(std::string&&) = delete;
  /// An owned copy of the text. REQUIRES: less than 4 GiB.
  static Value copy(std::string_view text);
  /// Views that are not owned. REQUIRES: they outlive rendering.
  static Value borrow(const Sequence& view) { return object(Kind::list, &view, false); }
  static Value borrow(const Mapping& view) { return object(Kind::mapping, &view, false); }
  static Value borrow(const Callable& view) { return object(Kind::callable, &view, false); }
  /// The same value without a share in its ownership. REQUIRES: `other` outlives it.
  static Value borrow_value(const Value& other) {
    Value result;
    result.take(other);
    result.about_.owned = false;
    return result;
  }
  /// Takes over an object made with new.
  static Value adopt(const Sequence* view) { return object(Kind::list, view, true); }
  static Value adopt(const Mapping* view) { return object(Kind::mapping, view, true); }
  static Value adopt(const Callable* view) { return object(Kind::callable, view, true); }
  /// Text that `format` prints as it is. REQUIRES: it is well-formed there; nothing checks it.
  static Value safe(std::string_view text, Format format) { return copy(text).marked_safe(format); }
  /// The same text, printed as it is in `format`. REQUIRES: a string.
  Value marked_safe(Format format) const& { return Value(*this).marked_safe(format); }
  Value marked_safe(Format format) && {
    about_.safe = static_cast<std::uint8_t>(static_cast<unsigned>(format) + 1);
    return std::move(*this);
  }
  /// Undefined, remembering what in a template it came from.
  static Value undefined(const Origin* origin) {
    Value result;
    result.payload_.origin = origin;
    return result;
  }

  Kind kind() const { return about_.kind; }
  bool is_undefined() const { return about_.kind == Kind::undefined; }
  bool is_none() const { return about_.kind == Kind::none; }
  bool is_string() const { return about_.kind == Kind::string; }
  bool is_integer() const { return about_.kind == Kind::integer; }
  bool is_list() const { return about_.kind == Kind::list; }
  bool is_mapping() const { return about_.kind == Kind::mapping; }
  bool is_callable() const { return about_.kind == Kind::callable; }
  /// Whether this is a string that `format` prints as it is.
  bool is_safe_for(Format format) const {
    return about_.safe == static_cast<std::uint8_t>(format) + 1;
  }
  bool is_safe() const { return about_.safe != 0; }

  // REQUIRES of each: kind() is the matching one.
  bool boolean() const { return payload_.boolean; }
  std::int64_t integer() const { return payload_.integer; }
  double floating() const { return payload_.floating; }
  std::string_view text() const { return {payload_.text, about_.size}; }
  const Sequence& list() const { return static_cast<const Sequence&>(*payload_.object); }
  const Mapping& mapping() const { return static_cast<const Mapping&>(*payload_.object); }
  const Callable& callable() const { return static_cast<const Callable&>(*payload_.object); }
  const Origin* origin() const { return payload_.origin; }

  /// The view after this value as a T, or nullptr: how a filter gets its record back.
  template <class T>
  const T* as() const {
    return about_.kind >= Kind::list ? dynamic_cast<const T*>(payload_.object) : nullptr;
  }
  /// How many Values own the view; 0 for borrowed and for other kinds.
  std::uint32_t owners() const;

 private:
  union Payload {
    std::int64_t integer = 0;
    bool boolean;
    double floating;
    const char* text;
    const Shared* object;
    const Origin* origin;
  };

  static Value object(Kind kind, const Shared* view, bool owned) {
    Value result;
    result.about_.kind = kind;
    result.payload_.object = view;
    result.about_.owned = owned;
    result.retain();
    return result;
  }
  void take(const Value& other) { payload_ = other.payload_, about_ = other.about_; }
  void forget() { payload_.integer = 0, about_ = About(); }
  void retain() const {
    if (about_.owned) counter().fetch_add(1, std::memory_order_relaxed);
  }
  // Whoever sees a count of 1 is the only owner: nobody else can copy it any more.
  void release() {
    if (!about_.owned) return;
    if (counter().load(std::memory_order_acquire) == 1 ||
        counter().fetch_sub(1, std::memory_order_acq_rel) == 1) {
      destroy();
    }
  }
  void destroy();
  /// An owned text is one block: the owner count, then the bytes the payload points at.
  static constexpr std::size_t kHeader = sizeof(std::atomic<std::uint32_t>);
  char* block() const { return const_cast<char*>(payload_.text) - kHeader; }
  std::atomic<std::uint32_t>& counter() const {
    if (about_.kind != Kind::string) return payload_.object->owners_;
    return *std::launder(reinterpret_cast<std::atomic<std::uint32_t>*>(block()));
  }

  /// Eight bytes without a gap, so that a Value is copied in two moves.
  struct About {
    std::uint32_t size = 0;
    Kind kind = Kind::undefined;
    bool owned = false;
    std::uint8_t safe = 0;  ///< 0, or 1 + the Format it is safe for
    std::uint8_t unused = 0;
  };

  Payload payload_;
  About about_;
};

static_assert(sizeof(Value) == 16);

inline Value Mapping::printed() const {
  return {};
}

}  // namespace huice::tmpl
