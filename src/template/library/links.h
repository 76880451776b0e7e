// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finding web and mail addresses in a text, by the rules of Jinja's `urlize`.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::tmpl {

struct LinkStyle {
  std::optional<std::int64_t> limit{};      ///< characters of an address that are shown
  std::string attributes{};                 ///< HTML after href: ` rel="noopener"`
  std::vector<std::string_view> schemes{};  ///< further beginnings of addresses: "tel:"
};

/// Whether a text may be one of LinkStyle::schemes: "tel:", "ftp://".
bool is_scheme(std::string_view text);

/// The text with an HTML link around each address in it. `escaped` is HTML, where white space ends
/// an address. Stops in the middle once there are more than `most` bytes.
std::string link_addresses(std::string_view escaped, const LinkStyle& style, std::size_t most);

}  // namespace huice::tmpl
