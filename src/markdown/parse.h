// SPDX-License-Identifier: Apache-2.0
#pragma once

// CommonMark 0.30 (through cmark) and the pipe tables of GitHub Flavored Markdown 0.29, read into a
// Document, with what Chinese text needs: bold beside Chinese marks. Text from data is hostile
// until read: raw HTML and unsafe URLs are refused here, so no writer ever meets them.

#include "base/diagnostic.h"
#include "base/location.h"
#include "markdown/tree.h"

#include <cstddef>
#include <functional>
#include <string_view>

namespace huice::markdown {

/// Blocks and inlines may be nested this deep; far more than people write, few enough to recurse.
constexpr int kMaxNesting = 100;

/// Larger texts are refused; a text is one field of a record or one chapter.
constexpr std::size_t kMaxBytes = std::size_t{1} << 20;

/// Of one text, so many problems are reported; it is broken enough then.
constexpr std::size_t kMaxProblems = 100;

/// Turns `bytes` bytes at byte `offset` of the Markdown text into a place the user can open: a JSON
/// string's file and line, say. Called only when there is something to report.
using Locator = std::function<Location(std::size_t offset, std::size_t bytes)>;

/// By which rules emphasis is read.
enum class Emphasis {
  chinese,     ///< CommonMark's, and beside Chinese what the author marked (chinese_emphasis.h)
  commonmark,  ///< CommonMark's alone, as most other readers of Markdown do
};

/// Reads Markdown. Every text gives a tree; what is refused is reported and left out of it:
///   markdown-raw-html      HTML, block or inline; nothing of it is kept
///   markdown-unsafe-url    a link or image to javascript:, data: …; its text is kept without link
///   markdown-unknown-syntax  what other tools read as markup (unknown_syntax.h); kept as text
///   markdown-stray-mark    ** or __ beside Chinese that makes nothing bold; kept as text
///   markdown-too-deep      nesting beyond kMaxNesting; the inner part is left out
///   markdown-too-large     more than kMaxBytes; the tree is empty
/// A table is a header row and a delimiter row with at least one pipe, by GFM's rules; lines of the
/// same paragraph before the header row stay a paragraph.
///
/// REQUIRES: markdown is valid UTF-8. The Document keeps no reference to it.
Document parse(std::string_view markdown, const Locator& locate, Diagnostics& diagnostics,
               Emphasis emphasis = Emphasis::chinese);

/// The same for a text that is a whole file.
Document parse(const SourceText& source, Diagnostics& diagnostics);

}  // namespace huice::markdown
