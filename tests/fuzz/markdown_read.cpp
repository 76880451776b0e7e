// SPDX-License-Identifier: Apache-2.0
// Reads the input as Markdown and writes it in every form; huice's own marks never come out. What
// is written as Markdown reads back as the same tree, unless something of the input was refused, or
// is before it gets here: controls and noncharacters. Of emphasis in or beside emphasis, which may
// have no spelling, the words alone are the same.

#include "base/characters.h"
#include "base/utf8.h"
#include "markdown/own_mark.h"
#include "markdown/parse.h"
#include "markdown/write.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace huice;
using namespace huice::markdown;

namespace {

bool is_emphasis(const Node& node) {
  return node.kind == Kind::emphasis || node.kind == Kind::strong;
}

bool has_emphases_that_meet(const Document& document, NodeId id, bool inside) {
  bool follows_one = false;
  for (const NodeId child : document.children(id)) {
    const bool is_one = is_emphasis(document.node(child));
    if (is_one && (inside || follows_one)) return true;
    if (has_emphases_that_meet(document, child, inside || is_one)) return true;
    follows_one = is_one;
  }
  return false;
}

/// The words, less what emphasis may become.
std::string words(const Document& document) {
  HeadingIds ids;
  std::string out;
  static_cast<void>(
      write(document, markup::Format::text, {.heading_shift = 1, .heading_ids = &ids}, out));
  std::erase_if(out, [](char c) { return c == '*' || c == '_'; });
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // libFuzzer hands out bytes, Markdown is text.
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (utf8::first_invalid(input) != utf8::kValid) return 0;
  Diagnostics problems;
  const Document document = parse(SourceText("input", input), problems);
  for (const Diagnostic& found : problems.sorted()) format_diagnostic(found, Language::en);
  // The author's own may be written as references.
  const bool may_have_mark = input.find(kOwnMark) != input.npos || input.find("&#") != input.npos;
  for (const markup::Format format : {markup::Format::html, markup::Format::markdown,
                                      markup::Format::typst, markup::Format::text}) {
    HeadingIds ids;
    std::string out;
    if (write(document, format, {.heading_shift = 1, .heading_ids = &ids}, out) !=
        (format == markup::Format::text ? Written::plain_text : Written::markup)) {
      std::abort();
    }
    const bool has_mark = out.find(kOwnMark) != std::string::npos;
    if (utf8::first_invalid(out) != utf8::kValid || (has_mark && !may_have_mark)) std::abort();
  }
  std::string written;
  static_cast<void>(write(document, markup::Format::markdown, {}, written));
  Diagnostics found_again;
  const Document again = parse(SourceText("written", written), found_again);
  if (!problems.empty() || odd_characters(input, false).refused) return 0;
  const bool is_same = has_emphases_that_meet(document, Document::kRoot, false)
                           ? words(document) == words(again)
                           : found_again.empty() && same_tree(document, again);
  if (!is_same) std::abort();
  return 0;
}
