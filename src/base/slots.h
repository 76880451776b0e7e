// SPDX-License-Identifier: Apache-2.0
#pragma once

// Slots of a wording: "{name}" with lower-case letters and "_". "{files:file|files}" prints the
// first of two forms where the slot is filled with 1, else the second: "{files}
// {files:file|files}". Everything works at compile time, where base/messages/tables.cpp compares
// each wording with the slots that its row declares.

#include "base/ascii.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace huice {

struct Slot {
  std::size_t offset = 0;  ///< of the brace
  std::size_t length = 0;  ///< with both braces
  std::string_view name;
  std::string_view one{};  ///< the two forms; empty where the slot itself is printed
  std::string_view many{};

  constexpr bool has_forms() const { return !many.empty(); }
};

constexpr bool is_slot_letter(char c) {
  return ascii::is_lower(c) || c == '_';
}

/// The slot whose brace is at `at`, if one is.
constexpr std::optional<Slot> slot_at(std::string_view wording, std::size_t at) {
  std::size_t end = at + 1;
  while (end < wording.size() && is_slot_letter(wording[end])) ++end;
  if (end == wording.size() || end == at + 1) return std::nullopt;
  const std::string_view name = wording.substr(at + 1, end - at - 1);
  if (wording[end] == '}') return Slot{at, end + 1 - at, name};
  if (wording[end] != ':') return std::nullopt;
  const std::string_view rest = wording.substr(end + 1);
  const std::size_t close = rest.find('}');
  const std::size_t bar = rest.find('|');
  if (close == std::string_view::npos || bar >= close || bar + 1 == close) return std::nullopt;
  return Slot{at, end + 2 + close - at, name, rest.substr(0, bar),
              rest.substr(bar + 1, close - bar - 1)};
}

/// The first slot of `wording`.
constexpr std::optional<Slot> find_slot(std::string_view wording) {
  for (std::size_t i = 0; i < wording.size(); ++i) {
    if (wording[i] != '{') continue;
    if (const auto slot = slot_at(wording, i)) return slot;
  }
  return std::nullopt;
}

/// Goes through "(field, text)".
class SlotNames {
 public:
  constexpr explicit SlotNames(std::string_view slots) : rest_(slots) {}

  constexpr std::optional<std::string_view> next() {
    while (!rest_.empty() && !is_slot_letter(rest_.front())) rest_.remove_prefix(1);
    std::size_t end = 0;
    while (end < rest_.size() && is_slot_letter(rest_[end])) ++end;
    if (end == 0) return std::nullopt;
    const std::string_view name = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return name;
  }

 private:
  std::string_view rest_;
};

/// Where `name` is among the slots.
constexpr std::optional<std::size_t> index_of(std::string_view name, std::string_view slots) {
  SlotNames names(slots);
  for (std::size_t i = 0;; ++i) {
    const auto next = names.next();
    if (!next) return std::nullopt;
    if (*next == name) return i;
  }
}

/// True if `wording` has only slots that are declared.
constexpr bool only_declared(std::string_view wording, std::string_view slots) {
  while (const auto slot = find_slot(wording)) {
    if (!index_of(slot->name, slots)) return false;
    wording.remove_prefix(slot->offset + slot->length);
  }
  return true;
}

constexpr bool has_slot(std::string_view wording, std::string_view name) {
  while (const auto slot = find_slot(wording)) {
    if (slot->name == name) return true;
    wording.remove_prefix(slot->offset + slot->length);
  }
  return false;
}

/// True if message and hint together use every declared slot, and no other.
constexpr bool slots_agree(std::string_view slots, std::string_view message,
                           std::string_view hint) {
  if (!only_declared(message, slots) || !only_declared(hint, slots)) return false;
  SlotNames names(slots);
  while (const auto name = names.next()) {
    if (!has_slot(message, *name) && !has_slot(hint, *name)) return false;
  }
  return true;
}

}  // namespace huice
