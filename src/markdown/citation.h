// SPDX-License-Identifier: Apache-2.0
#pragma once

// Citations: links whose URL starts with `fact:`. Prose puts them in place of `{{ fact('…') }}`
// before parsing; a writer asks its CitationWriter what to print for each.

#include "markdown/tree.h"
#include "markup/format.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::markdown {

struct Citation {
  std::string_view target;  ///< what is after `fact:`; lives as long as the Document
  std::string text;         ///< the author's words in the link, without markup; may be empty
  SourcePos where;
};

/// The printed form of a citation. `text` is plain text, which the writer escapes; an empty `href`
/// gives the text without a link. An href that is not safe (markup::is_safe_address) is left out
/// likewise.
struct CitedText {
  std::string text;
  std::string href{};
};

/// Returns the printed form of a citation. Must be callable from several threads at once where
/// several documents are written in parallel.
using CitationWriter = std::function<CitedText(const Citation& citation, markup::Format format)>;

/// All citations in reading order, those in image descriptions included: what the text depends on.
std::vector<Citation> citations(const Document& document);

/// The printed form of the citation node `id` in `format`: from `cite`, or, without one, the
/// author's words. An href that is not safe is emptied.
CitedText resolve_citation(const Document& document, NodeId id, const CitationWriter& cite,
                           markup::Format format);

/// plain_text() of `id` with its citations resolved: an image's description, a heading in a list.
std::string resolved_text(const Document& document, NodeId id, const CitationWriter& cite,
                          markup::Format format);

/// The Markdown of a citation, for putting into a text before it is parsed; safe in paragraphs,
/// headings and table cells, for any target and text. `text` is plain text. A word joiner at each
/// side, which parse() takes away again, is put for the letters that will be printed: without it
/// `**{{ fact('x') }}**企业` would not be bold, since `)` before `**` counts as a mark.
std::string citation_markup(std::string_view target, std::string_view text = {});

}  // namespace huice::markdown
