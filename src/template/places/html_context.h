// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where in the document each output of a template stands, found by reading the literal text around
// it (context_walk.h). Sets the guards of what is printed, and refuses what no guard makes safe:
//   HTML, XML  attributes without quotes, scripts (but for | tojson), styles, parts of tags
//   Markdown   tags, scripts and styles of raw HTML; a link's address and title are guarded
//   Typst      values behind # and in formulas; in code numbers and quoted texts may stand
//   JSON       nothing; texts are told from values
//   CSV        nothing; quotes of the template's own are told from cells
//
// An XML template is read a second time as a part of an HTML page; what a page cannot take is kept
// in Template::unfit until one includes it.

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
