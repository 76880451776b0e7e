// SPDX-License-Identifier: Apache-2.0
#pragma once

// Addresses that run scripts, and what of HTML holds addresses or runs what is in it.

#include "template/syntax/guard.h"

#include <string>
#include <string_view>

namespace huice::tmpl {

/// Whether an address, as an attribute holds it, would run a script: javascript:, vbscript: and
/// data: (but for plain images where one is shown), also with the spaces and control characters
/// browsers skip and with letters written as character references.
bool is_unsafe_url(std::string_view attribute, bool shows_image = false);

/// The same for a whole value that holds addresses in some way.
bool is_unsafe_value(std::string_view value, AddressKind kind);

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
/// Whether data may name the tag: it holds text and does nothing else.
bool is_harmless_tag(std::string_view tag);

}  // namespace huice::tmpl
