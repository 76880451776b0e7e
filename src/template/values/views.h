// SPDX-License-Identifier: Apache-2.0
#pragma once

// The three kinds of things templates look into or call. The page views derive from these; they are
// read from many threads at once and must not change while templates see them.

#include "base/location.h"
#include "template/values/usage.h"

#include <atomic>
#include <cstdint>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::tmpl {

class Call;
struct Signature;
class Value;

/// An object that Values can share ownership of. Copies of an object start with owners of their
/// own.
class Shared {
 public:
  Shared() = default;
  Shared(const Shared& /*other*/) {}
  Shared& operator=(const Shared& /*other*/) { return *this; }
  virtual ~Shared() = default;

  // NOLINTNEXTLINE(misc-new-delete-overloads): the sized delete below belongs to it
  static void* operator new(std::size_t size) {
    usage().bytes += static_cast<std::int64_t>(size);
    return ::operator new(size);
  }
  static void operator delete(void* object, std::size_t size) {
    usage().bytes -= static_cast<std::int64_t>(size);
    ::operator delete(object);
  }

 private:
  friend class Value;
  mutable std::atomic<std::uint32_t> owners_{0};
  mutable const Shared* next_to_end_ =
      nullptr;  ///< of those without owners that wait to be deleted
};

/// An ordered, read-only list. at() is called only with index < size().
class Sequence : public Shared {
 public:
  virtual std::size_t size() const = 0;
  virtual Value at(std::size_t index) const = 0;
  /// The same without a copy where the list holds its items: one that lives as long as the list,
  /// or `made`, filled.
  virtual const Value& item(std::size_t index, Value& made) const;
  /// Prints as (1, 2) instead of [1, 2], as Python's tuples do.
  virtual bool is_tuple() const { return false; }
  /// A named part, as `group.grouper` of what groupby gives; undefined where there is none.
  virtual Value field(std::string_view name) const;
};

/// Where a key stood last time. Each place in a template that looks into mappings has one; threads
/// share it, and whatever it says is only a guess.
class Hint {
 public:
  Hint() = default;
  Hint(const Hint& /*other*/) {}
  Hint& operator=(const Hint& /*other*/) { return *this; }
  std::uint32_t guess() const { return place_.load(std::memory_order_relaxed); }
  void remember(std::size_t place) {
    place_.store(static_cast<std::uint32_t>(place), std::memory_order_relaxed);
  }

 private:
  std::atomic<std::uint32_t> place_{0};
};

/// A read-only mapping from names to values: a record of the model, or a dictionary.
class Mapping : public Shared {
 public:
  /// The value of `key`; an undefined Value where there is none.
  virtual Value get(std::string_view key) const = 0;
  /// The same without a copy where the mapping holds its values and never changes: a value that
  /// lives as long as the mapping, or `made`, filled.
  virtual const Value& find(std::string_view key, Hint& hint, Value& made) const;
  /// Every key in the order loops see them; also what "did you mean" chooses from.
  virtual std::vector<std::string> keys() const = 0;
  /// The value of a key that may be no text. Only dictionaries that templates make have such keys.
  virtual Value value_of(const Value& key) const;
  /// Every key, texts and others.
  virtual std::vector<Value> all_keys() const;
  /// How many keys there are.
  virtual std::size_t size() const { return keys().size(); }
  /// Where the record is in the data, for error messages; nullopt for what is not a record.
  virtual std::optional<Location> place() const { return std::nullopt; }
  /// Whether it is a record rather than a dictionary: it counts as true though it has no keys, and
  /// printing it as a whole is an error unless it says how.
  virtual bool is_record() const { return place().has_value(); }
  /// The value that `{{ record }}` prints; undefined (the default) if it has no printed form.
  virtual Value printed() const;
};

/// Something a template can call: `{{ name(1, width=2) }}`.
class Callable : public Shared {
 public:
  /// What it takes: the engine reports unknown, missing, surplus and undefined arguments. Null
  /// where it sorts its arguments itself, as macros do.
  virtual const Signature* signature() const { return nullptr; }
  /// Errors: report through Call::fail and return its result.
  virtual Value call(Call& call) const = 0;
  /// The name for messages.
  virtual std::string_view name() const { return "function"; }
};

}  // namespace huice::tmpl
