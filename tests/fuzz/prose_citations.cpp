// SPDX-License-Identifier: Apache-2.0
// Reads the input as prose over a small library: what it cites lies in the text, comes back from
// its target as it was, and reads the same again; the tree is written in every form.

#include "base/memory_files.h"
#include "base/utf8.h"
#include "load/project.h"
#include "markdown/write.h"
#include "prose/prose.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace huice;

namespace {

const model::Library& library() {
  static const model::Library kLibrary = [] {
    MemoryFileSystem files;
    files.put("p/data/site.json", R"({"name": "x"})");
    files.put("p/data/policies/p.json",
              R"({"id": "p", "title": "T", "kind": "若干政策措施", "completeness": "whole",
  "source": {"document": "《公报》", "reliability": "official"},
  "sections": [{"id": "1", "articles": [{"id": "1", "label": "一、", "heading": "H"}]}]})");
    Diagnostics problems;
    auto loaded = load::load_project(files, {.project = "p", .threads = 1}, problems);
    if (!loaded) std::abort();
    return std::move(*loaded);
  }();
  return kLibrary;
}

bool same(const prose::Citation& a, const prose::Citation& b) {
  return a.kind == b.kind && a.id == b.id && a.filter == b.filter;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  // Prose comes from JSON, which is UTF-8.
  if (utf8::first_invalid(text) != utf8::kValid) return 0;
  const SourceText source("input", text);
  const prose::Locate locate = [&source](std::size_t offset, std::size_t bytes) {
    return source.at(offset, bytes);
  };
  Diagnostics problems;
  const auto cited = prose::citations(text, library(), locate, problems);
  for (const prose::Citation& one : cited) {
    if (one.length < 4 || one.offset > size || one.length > size - one.offset) std::abort();
    const std::string_view part = std::string_view(text).substr(one.offset, one.length);
    if (!part.starts_with("{{") || !part.ends_with("}}")) std::abort();
    const std::string target = prose::target_of(one);
    if (!same(prose::parse_target(target), one)) std::abort();
  }
  const auto again = prose::citations(text, library());
  if (again.size() != cited.size()) std::abort();
  for (std::size_t i = 0; i < cited.size(); ++i) {
    if (!same(again[i], cited[i])) std::abort();
  }
  model::Prose field;
  field.markdown = text;
  const markdown::Document tree = prose::read(field, library(), locate, problems);
  for (const Diagnostic& found : problems.sorted()) format_diagnostic(found, Language::en);
  for (const markup::Format format : {markup::Format::html, markup::Format::markdown,
                                      markup::Format::typst, markup::Format::text}) {
    markdown::HeadingIds ids;
    std::string out;
    static_cast<void>(
        markdown::write(tree, format, {.heading_shift = 1, .heading_ids = &ids}, out));
    if (utf8::first_invalid(out) != utf8::kValid) std::abort();
  }
  return 0;
}
