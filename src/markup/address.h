// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one rule for addresses that come from data, and how they are written in HTML.

#include <string>
#include <string_view>

namespace huice::markup {

/// Whether data may choose this address for a link or an image: relative to the page, "#…", or with
/// the scheme http, https, mailto or tel. Refuses whatever else a browser could read as a scheme,
/// control characters, and "//host", which names another site without saying how to get there.
bool is_safe_address(std::string_view address);

/// Whether the address says of itself how to get there: http:, mailto: and so on.
bool has_scheme(std::string_view address);

/// The text with `%E7` and the like as the bytes they name.
std::string percent_decoded(std::string_view text);

/// Whether an address that begins like this, in small letters, runs a script or shows a document
/// of its own: javascript:, vbscript: and data:. Such a scheme is unsafe even where the author of a
/// template chose it and only the rest comes from data.
bool runs_script(std::string_view address);

/// Appends an address for HTML's href or src: bytes an address cannot hold are percent-encoded,
/// those encoded already stay.
void escape_href(std::string& out, std::string_view address);

}  // namespace huice::markup
