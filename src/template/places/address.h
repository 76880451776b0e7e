// SPDX-License-Identifier: Apache-2.0
#pragma once

// Unsafe addresses in the places of a template, and what of HTML holds addresses or runs code.

#include "template/syntax/escape_context.h"

#include <string>
#include <string_view>

namespace huice::tmpl {

/// Whether an address, as an attribute holds it, is one that data may not choose: see
/// markup::is_safe_address(). Reads it as browsers do, which skip spaces and control characters and
/// read character references. Where an image is shown, data:image/… may be one, but no SVG.
bool is_unsafe_url(std::string_view attribute, bool shows_image = false);

/// The same for a whole value that holds addresses in some way.
bool is_unsafe_value(std::string_view value, AddressKind kind);

/// Whether no address of this literal beginning is safe: other schemes than data may choose are the
/// template's own to choose, unless they run scripts.
bool is_unsafe_start(std::string_view start, AddressKind kind);

/// Whether a literal beginning settles that the address is harmless, whatever follows.
bool is_safe_start(std::string_view start);

// Names in small letters.

/// How browsers look for an address in this attribute of this tag. `described`: the tag is a meta
/// that has a name, so that its content is a text.
AddressKind address_in(std::string_view tag, std::string_view attribute, bool described = false);
/// Whether they read an attribute's value as a script, a document or a style sheet.
bool runs_code(std::string_view attribute);
/// Whether a tag changes how its attributes or its content are read: no join may forget its name.
bool is_special_tag(std::string_view tag);

}  // namespace huice::tmpl
