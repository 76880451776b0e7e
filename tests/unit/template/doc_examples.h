// SPDX-License-Identifier: Apache-2.0
#pragma once

// Examples in a Markdown document: ```jinja blocks, perhaps a ```json block with the data, then a
// ```text block with what comes out, or the problem. “```jinja md” is a Markdown template; a block
// with a file's name, “```jinja layout.html”, is a template that the example uses.

#include "template/engine.h"

#include <functional>
#include <string>
#include <vector>

namespace huice::test {

struct DocExample {
  int line = 0;                               ///< of its output
  std::vector<tmpl::TemplateSource> sources;  ///< the main one is called example.<format>
  std::string main;                           ///< its name
  std::string data = "{}";
  std::string output;
};

/// Reads the document. REQUIRES: each example is complete.
std::vector<DocExample> read_doc_examples(const std::string& path);

/// What the example gives: its output, or its problems as people see them. `prepare` may add
/// filters.
std::string run_doc_example(const DocExample& example,
                            const std::function<void(tmpl::Environment&)>& prepare = {});

/// Checks every example of a document in the repository; with HUICE_UPDATE_GOLDEN set rewrites the
/// outputs instead. Returns all template texts in one, for asking what they mention.
std::string check_doc_examples(const std::string& document,
                               const std::function<void(tmpl::Environment&)>& prepare = {});

}  // namespace huice::test
