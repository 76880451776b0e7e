// SPDX-License-Identifier: Apache-2.0
#pragma once

// The styles of a Word file (ECMA-376 part 1, 17.7), and what holds for a paragraph or run: what is
// written at it, else in its style or one that this is based on, else in the file's defaults. Each
// attribute for itself: a line pitch of the style holds beside a distance that the paragraph has.

#include "formats/xml_tree.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::formats::docx {

struct Paragraph;

struct Style {
  std::string id{};
  std::string name{};                   ///< heading 1
  std::string kind{};                   ///< paragraph, character, table, numbering
  std::string based_on{};               ///< an id
  std::optional<std::size_t> parent{};  ///< the place of that style in the table
  bool is_default = false;
  XmlNode node{};  ///< w:style, with w:pPr, w:rPr, w:tblPr …
};

class StyleTable {
 public:
  StyleTable() = default;
  explicit StyleTable(XmlNode styles);

  /// nullptr where there is none of this id.
  const Style* find(std::string_view id) const;
  /// What a style is based on; nullptr at the end. Following it need not end: styles may be based
  /// on each other in a circle.
  const Style* parent_of(const Style& style) const;
  /// Calls `look` with the style and those it is based on, nearest first, until it returns true; 32
  /// at most. `style` may be nullptr.
  template <typename Look>
  void each_above(const Style* style, const Look& look) const {
    for (int i = 0; style != nullptr && i < kMostParents; ++i, style = parent_of(*style)) {
      if (look(*style)) return;
    }
  }
  /// What holds where no style is named; nullptr where there is none.
  const Style* default_of(std::string_view kind) const;
  /// By the name that programs show: “heading 1”, in any case.
  const Style* named(std::string_view name) const;
  /// w:docDefaults.
  const XmlNode& defaults() const { return defaults_; }

  /// The paragraph's style; nullptr where the file has none for it.
  const Style* style_of(const Paragraph& paragraph) const;

  /// An attribute of a property that holds for the paragraph, as of_paragraph(p, "w:spacing",
  /// "line"); nullopt where nothing says it. `table` is the style of the table around it.
  std::optional<std::string_view> of_paragraph(const Paragraph& paragraph,
                                               std::string_view property,
                                               std::string_view attribute = "val",
                                               std::string_view table = {}) const;

  /// The same for a run, an index of the paragraph's runs; -1: the paragraph's mark.
  std::optional<std::string_view> of_run(const Paragraph& paragraph, int run,
                                         std::string_view property,
                                         std::string_view attribute = "val",
                                         std::string_view table = {}) const;

  /// Whether a property that is on or off (w:keepNext) is on.
  bool is_on(const Paragraph& paragraph, std::string_view property) const;
  /// The same for a run (w:b): on in both its style and the paragraph's is off (17.7.3).
  bool is_on(const Paragraph& paragraph, int run, std::string_view property) const;

  /// The style and those it is based on: an attribute of a property within `part`, w:pPr or w:rPr.
  std::optional<std::string_view> of_style(const Style* style, std::string_view part,
                                           std::string_view property,
                                           std::string_view attribute) const;

 private:
  static constexpr int kMostParents = 32;
  /// Where styles are in the table.
  using Places = std::map<std::string, std::size_t, std::less<>>;

  const Style* at(const Places& places, std::string_view key) const;
  std::optional<bool> switched(const Style* style, std::string_view part,
                               std::string_view property) const;
  std::vector<Style> styles_;
  Places ids_;
  Places names_;    // in small letters
  Places by_kind_;  // those that are defaults
  XmlNode defaults_;
};

/// An element that is there is on, unless it says val="0", "false" or "off".
bool is_switched_on(const XmlNode& property);

}  // namespace huice::formats::docx
