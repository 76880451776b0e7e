// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where in the document each output of a template is, found by reading the literal text around
// it (context_walk.h). Sets the escape contexts of outputs, and refuses places that no escaping
// makes safe:
//   HTML, XML  attributes without quotes, parts of tags; in HTML and in drawings (.svg), which
//              browsers open as documents, scripts (but for | tojson) and styles
//   Markdown   tags, scripts and styles of raw HTML; a link's address and title have their own
//   escaping Typst      values after # and in formulas; in code numbers and quoted texts are
//   allowed JSON       nothing; texts and values are distinguished CSV        nothing; quotes of
//   the template's own are distinguished from cells

#include "base/diagnostic.h"
#include "template/syntax/template.h"

namespace huice::tmpl {

/// REQUIRES: the template has parsed well.
void check_context(Template& parsed, Diagnostics& problems);

// One for each format.
void check_markup(Template& parsed, Diagnostics& problems);
void check_markdown(Template& parsed, Diagnostics& problems);
void check_typst(Template& parsed, Diagnostics& problems);
void check_json(Template& parsed, Diagnostics& problems);
void check_csv(Template& parsed, Diagnostics& problems);

}  // namespace huice::tmpl
