// SPDX-License-Identifier: Apache-2.0
#include "document/verify/word_look.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace huice::document::verify {
namespace {

using formats::XmlNode;
using formats::docx::Paragraph;

// A line of a font is about so much higher than its size, where nothing says it.
constexpr double kNatural = 1.3;

std::string_view attribute_of(const XmlNode* node, std::string_view name) {
  return node == nullptr ? std::string_view() : (*node)[name];
}

std::optional<Colour> colour_in(std::string_view text) {
  if (text.size() != 6) return std::nullopt;
  unsigned value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return Colour{static_cast<int>(value >> 16U), static_cast<int>(value >> 8U & 0xFFU),
                static_cast<int>(value & 0xFFU)};
}

}  // namespace

std::optional<double> twips_in(std::string_view text) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || !std::isfinite(value) || std::abs(value) > 1e6) return std::nullopt;
  const std::string_view unit = text.substr(static_cast<std::size_t>(read.ptr - text.data()));
  if (unit == "pt") return value * 20;
  if (unit == "mm") return value / 25.4 * 1440;
  if (unit == "cm") return value / 2.54 * 1440;
  if (unit == "in") return value * 1440;
  return value;
}

Grid grid_of(const formats::docx::Section& section) {
  Grid out;
  const XmlNode* node = section.properties.child("w:docGrid");
  const std::string_view type = attribute_of(node, "type");
  out.has_lines = type == "lines" || type == "linesAndChars" || type == "snapToChars";
  out.has_cells = type == "linesAndChars" || type == "snapToChars";
  out.pitch = twips_in(attribute_of(node, "linePitch")).value_or(0) / 20;
  double more = twips_in(attribute_of(node, "charSpace")).value_or(0);
  out.more = more / 4096;
  if (out.pitch <= 0) out.has_lines = false;
  return out;
}

std::optional<double> WordLook::number(const Paragraph& paragraph, std::string_view property,
                                       std::string_view attribute) const {
  const auto text = docx_.styles.of_paragraph(paragraph, property, attribute);
  return text ? twips_in(*text) : std::nullopt;
}

// w:leftChars counts hundredths of a character, and goes before w:left.
double WordLook::indent(const Paragraph& paragraph, std::string_view one, std::string_view other,
                        std::string_view cells, double size) const {
  const std::optional<double> counted = number(paragraph, "w:ind", cells);
  if (counted && *counted != 0) return *counted / 100 * size * 25.4 / 72;
  const auto twips = number(paragraph, "w:ind", one);
  return mm_of_twips(twips ? *twips : number(paragraph, "w:ind", other).value_or(0));
}

ParagraphLook WordLook::paragraph(const Paragraph& paragraph) const {
  ParagraphLook out;
  const auto& styles = docx_.styles;
  out.align = styles.of_paragraph(paragraph, "w:jc").value_or("left");
  if (out.align == "start") out.align = "left";
  if (out.align == "end") out.align = "right";
  if (out.align == "distribute") out.align = "both";
  const int some_run = paragraph.runs.empty() ? -1 : 0;
  const RunLook look = run(paragraph, some_run, true);
  const double size = look.size;
  const double advance = size + look.spacing;
  out.left = indent(paragraph, "left", "start", "leftChars", advance);
  out.right = indent(paragraph, "right", "end", "rightChars", advance);
  out.first = indent(paragraph, "firstLine", "firstLine", "firstLineChars", advance) -
              indent(paragraph, "hanging", "hanging", "hangingChars", advance);
  const double line = number(paragraph, "w:spacing", "line").value_or(240);
  const std::string_view rule =
      styles.of_paragraph(paragraph, "w:spacing", "lineRule").value_or("auto");
  // Snapping to the grid is on unless it is switched off.
  const auto snap = styles.of_paragraph(paragraph, "w:snapToGrid");
  const bool is_snapped = !(snap && (*snap == "0" || *snap == "false" || *snap == "off"));
  if (rule == "exact") {
    out.line = line / 20;
    out.is_line_sure = true;
  } else if (grid_.has_lines && is_snapped) {
    const double natural = rule == "atLeast" ? std::max(line / 20, size * kNatural)
                                             : size * kNatural * std::max(line / 240, 0.1);
    const double lines = std::max(1.0, std::ceil(natural / grid_.pitch - 0.01));
    out.line = rule == "auto" ? grid_.pitch * std::max(lines, line / 240) : grid_.pitch * lines;
    out.is_line_sure = true;
  } else if (rule == "atLeast") {
    out.line = std::max(line / 20, size * kNatural);
    out.is_line_sure = line / 20 >= size * 1.5;
  }
  const double pitch = grid_.has_lines ? grid_.pitch : 12;
  const auto space = [&](std::string_view twips, std::string_view lines) {
    const auto counted = number(paragraph, "w:spacing", lines);
    if (counted && *counted != 0) return *counted / 100 * pitch;
    return number(paragraph, "w:spacing", twips).value_or(0) / 20;
  };
  out.before = space("before", "beforeLines");
  out.after = space("after", "afterLines");
  return out;
}

std::string WordLook::theme_font(std::string_view name) const {
  const XmlNode* elements = docx_.theme.child("a:themeElements");
  const XmlNode* scheme = elements == nullptr ? nullptr : elements->child("a:fontScheme");
  if (scheme == nullptr) return {};
  const bool is_major = name.starts_with("major");
  const XmlNode* fonts = scheme->child(is_major ? "a:majorFont" : "a:minorFont");
  if (fonts == nullptr) return {};
  if (name.ends_with("EastAsia")) {
    for (const XmlNode& one : fonts->children) {
      if (one.name == "a:font" && one["script"] == "Hans") return std::string(one["typeface"]);
    }
    return std::string(attribute_of(fonts->child("a:ea"), "typeface"));
  }
  return std::string(attribute_of(fonts->child("a:latin"), "typeface"));
}

RunLook WordLook::run(const Paragraph& paragraph, int run, bool is_han) const {
  RunLook out;
  const auto& styles = docx_.styles;
  const std::string_view plain = is_han ? "eastAsia" : "ascii";
  const std::string_view themed = is_han ? "eastAsiaTheme" : "asciiTheme";
  if (const auto font = styles.of_run(paragraph, run, "w:rFonts", plain)) out.font = *font;
  // At the same element the theme's font goes before the other.
  const auto theme = styles.of_run(paragraph, run, "w:rFonts", themed);
  if (theme && out.font.empty()) out.font = theme_font(*theme);
  const bool is_bold = styles.is_on(paragraph, run, "w:b");
  out.face = face_of_font(out.font, is_bold);
  if (const auto size = styles.of_run(paragraph, run, "w:sz")) {
    out.size = twips_in(*size).value_or(20) / 2;
  }
  if (const auto colour = styles.of_run(paragraph, run, "w:color")) {
    out.colour = colour_in(*colour).value_or(Colour{});
  }
  if (const auto spacing = styles.of_run(paragraph, run, "w:spacing")) {
    out.spacing = twips_in(*spacing).value_or(0) / 20;
  }
  return out;
}

}  // namespace huice::document::verify
