// SPDX-License-Identifier: Apache-2.0
#pragma once

// The languages that huice itself speaks, and texts written in both of them. What records say is
// in the language of the records, and the pages' words are in templates/i18n.

#include <cstdint>
#include <string_view>

namespace huice {

enum class Language : std::uint8_t { zh, en };

/// A text in both languages.
struct Wording {
  std::string_view zh;
  std::string_view en;

  constexpr std::string_view in(Language language) const {
    return language == Language::zh ? zh : en;
  }
};

}  // namespace huice
