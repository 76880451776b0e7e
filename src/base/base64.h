// SPDX-License-Identifier: Apache-2.0
#pragma once

// Base64 (RFC 4648, section 4), for bytes that go through JSON.

#include <optional>
#include <string>
#include <string_view>

namespace huice::base64 {

std::string encoded(std::string_view bytes);

/// nullopt where the text is not whole Base64 with its padding.
std::optional<std::string> decoded(std::string_view text);

}  // namespace huice::base64
