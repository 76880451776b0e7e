// SPDX-License-Identifier: Apache-2.0
#pragma once

// The resources a rendering uses: the memory of the values it makes and the work done on them.
// Counted for each thread where values are made, so that nothing has to be handed down to there;
// Render sets the bounds and reports.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

namespace huice::tmpl {

struct Usage {
  static constexpr std::int64_t kNoBound = std::numeric_limits<std::int64_t>::max();

  std::int64_t bytes = 0;  ///< owned by values now: texts, lists, mappings, objects
  std::int64_t most_bytes = kNoBound;
  std::uint64_t steps = 0;  ///< rounds, calls, and large pieces of work within one operation
  std::uint64_t most_steps = std::numeric_limits<std::uint64_t>::max();

  bool exceeded() const { return bytes > most_bytes || steps > most_steps; }

  /// Whether so much more may be made. Where not, exceeded() is true from now on, and whoever asked
  /// returns anything at all: the rendering ends with an error.
  bool room_for(std::size_t more) {
    if (most_bytes == kNoBound || bytes + static_cast<std::int64_t>(more) <= most_bytes) {
      return true;
    }
    most_bytes = std::numeric_limits<std::int64_t>::min();
    return false;
  }

  /// Work on so many items, or bytes of a text, that are looked at one by one.
  void work_on_items(std::size_t count) { steps += count >> 3U; }
  /// Values that are made one by one, each with memory of its own.
  void work_on_making(std::size_t count) { steps += count >> 1U; }
  void work_on_characters(std::size_t size) { steps += size >> 4U; }
  /// Bytes that are copied or compared in one go.
  void work_on_text(std::size_t size) { steps += size >> 6U; }
};

inline Usage& usage() {
  thread_local Usage one;
  return one;
}

/// Bytes that an object owns beside itself, counted as long as it lives.
class Charge {
 public:
  Charge() = default;
  explicit Charge(std::size_t bytes) { set(bytes); }
  Charge(const Charge& other) { set(static_cast<std::size_t>(other.bytes_)); }
  Charge(Charge&& other) noexcept : bytes_(std::exchange(other.bytes_, 0)) {}
  Charge& operator=(const Charge& other) {
    set(static_cast<std::size_t>(other.bytes_));
    return *this;
  }
  Charge& operator=(Charge&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }
  ~Charge() { usage().bytes -= bytes_; }

  void set(std::size_t bytes) {
    const auto now = static_cast<std::int64_t>(bytes);
    if (now == bytes_) return;
    usage().bytes += now - bytes_;
    bytes_ = now;
  }
  void add(std::size_t bytes) { set(static_cast<std::size_t>(bytes_) + bytes); }

 private:
  std::int64_t bytes_ = 0;
};

}  // namespace huice::tmpl
