// SPDX-License-Identifier: Apache-2.0
#include "markup/format.h"

#include <array>
#include <utility>

namespace huice::markup {

Format format_of(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Format>, 13> kExtensions{{
      {"html", Format::html},
      {"htm", Format::html},
      {"xhtml", Format::html},
      {"md", Format::markdown},
      {"typ", Format::typst},
      {"xml", Format::xml},
      {"rels", Format::xml},
      {"svg", Format::xml},
      {"opf", Format::xml},
      {"ncx", Format::xml},
      {"json", Format::json},
      {"csv", Format::csv},
      {"txt", Format::text},
  }};
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return Format::text;
  const std::string_view extension = name.substr(dot + 1);
  for (const auto& [known, format] : kExtensions) {
    if (extension == known) return format;
  }
  return Format::text;
}

std::string_view name_of(Format format) {
  static constexpr std::array<std::string_view, 7> kNames{"plain text", "HTML", "Markdown", "Typst",
                                                          "XML",        "JSON", "CSV"};
  return kNames[static_cast<std::size_t>(format)];
}

}  // namespace huice::markup
