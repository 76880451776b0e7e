// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where in an HTML document each output stands, found by reading the literal text between them.
// Output in an attribute without quotes, in a script or in a style is an error; an attribute that
// holds an address, and the name of a tag, are guarded when rendered. Scripts may print | tojson.
//
// The branches of an `if` start alike; the first one says how the text goes on. Macros, call tags
// and set blocks start as text, since what they make is printed elsewhere.

#include "base/diagnostic.h"
#include "template/template.h"

namespace huice::tmpl {

/// Sets the guards of every output. REQUIRES: the template is HTML and has parsed well.
void check_html(Template& parsed, Diagnostics& problems);

// What attributes mean, by their names in small letters.

/// Whether browsers read the value as an address.
bool holds_address(std::string_view attribute);
/// Whether they read it as a script, a document or a style sheet.
bool runs_code(std::string_view attribute);

}  // namespace huice::tmpl
