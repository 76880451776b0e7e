// SPDX-License-Identifier: Apache-2.0
#pragma once

// Letters as HTML and URLs know them in names: those of ASCII alone (WHATWG Infra, 4.6).

namespace huice::tmpl {

constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace huice::tmpl
