// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text and addresses as HTML and XML take them.

#include <string>
#include <string_view>

namespace huice::markdown {

/// Appends text for element content or a double-quoted attribute: & < > " escaped, and characters
/// that XML 1.0 forbids (C0 controls, U+FFFE, U+FFFF) replaced by U+FFFD.
void escape_html(std::string_view text, std::string& out);

/// Appends a URL for an href or src attribute: bytes a URL cannot hold are percent-encoded, what is
/// encoded already stays.
void escape_href(std::string_view url, std::string& out);

}  // namespace huice::markdown
