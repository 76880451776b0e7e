// SPDX-License-Identifier: Apache-2.0
#pragma once

// Short ways for tests to read and write Markdown.

#include "base/diagnostic.h"
#include "markdown/parse.h"
#include "markdown/write_html.h"
#include "markdown/write_markdown.h"
#include "markdown/write_plain.h"

#include <string>
#include <string_view>

namespace reading {

/// Reads a text named "text.md"; problems, if any, are appended to `problems`.
inline huice::markdown::Document read(std::string_view text, std::string* problems = nullptr) {
  huice::Diagnostics diagnostics;
  const huice::SourceText source("text.md", text);
  auto document = huice::markdown::parse(source, diagnostics);
  if (problems != nullptr) {
    for (const auto& diagnostic : diagnostics.sorted()) {
      *problems += huice::format_diagnostic(diagnostic, huice::Language::en);
    }
  }
  return document;
}

inline std::string html(const huice::markdown::Document& document,
                        const huice::markdown::HtmlOptions& options = {}) {
  std::string out;
  huice::markdown::write_html(document, options, out);
  return out;
}

inline std::string markdown(const huice::markdown::Document& document,
                            const huice::markdown::MarkdownOptions& options = {}) {
  std::string out;
  huice::markdown::write_markdown(document, options, out);
  return out;
}

inline std::string plain(const huice::markdown::Document& document,
                         const huice::markdown::PlainOptions& options = {}) {
  std::string out;
  huice::markdown::write_plain(document, options, out);
  return out;
}

}  // namespace reading
