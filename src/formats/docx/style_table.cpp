// SPDX-License-Identifier: Apache-2.0
#include "formats/docx/style_table.h"

#include "base/ascii.h"
#include "formats/docx/docx.h"

namespace huice::formats::docx {
namespace {

std::string small(std::string_view name) {
  std::string out(name);
  for (char& sign : out) sign = ascii::lower(sign);
  return out;
}

std::string value_of(const XmlNode& node, std::string_view child) {
  const XmlNode* found = node.child(child);
  return found == nullptr ? std::string() : std::string((*found)["val"]);
}

// An element without the attribute says nothing of it.
std::optional<std::string_view> said(const XmlNode* properties, std::string_view property,
                                     std::string_view attribute) {
  const XmlNode* found = properties == nullptr ? nullptr : properties->child(property);
  if (found == nullptr || !found->has(attribute)) return std::nullopt;
  return (*found)[attribute];
}

std::optional<bool> switched_in(const XmlNode* properties, std::string_view property) {
  const XmlNode* found = properties == nullptr ? nullptr : properties->child(property);
  if (found == nullptr) return std::nullopt;
  return is_switched_on(*found);
}

const XmlNode* defaults_in(const XmlNode& defaults, std::string_view part) {
  const XmlNode* around = defaults.child(part == "w:pPr" ? "w:pPrDefault" : "w:rPrDefault");
  return around == nullptr ? nullptr : around->child(part);
}

// The properties of a run, or of the paragraph's mark.
const XmlNode* run_properties(const Paragraph& paragraph, int run) {
  if (run < 0) return paragraph.properties.child("w:rPr");
  const auto at = static_cast<std::size_t>(run);
  return at < paragraph.runs.size() ? &paragraph.runs[at] : nullptr;
}

}  // namespace

bool is_switched_on(const XmlNode& property) {
  const std::string_view value = property["val"];
  return value != "0" && value != "false" && value != "off";
}

StyleTable::StyleTable(XmlNode styles) {
  for (XmlNode& node : styles.children) {
    if (node.name == "w:docDefaults") defaults_ = std::move(node);
    if (node.name != "w:style") continue;
    Style style;
    style.id = node["styleId"];
    style.name = value_of(node, "w:name");
    style.kind = node["type"];
    if (style.kind.empty()) style.kind = "paragraph";
    style.based_on = value_of(node, "w:basedOn");
    const std::string_view is_default = node["default"];
    style.is_default = is_default == "1" || is_default == "true" || is_default == "on";
    style.node = std::move(node);
    const std::size_t place = styles_.size();
    if (!ids_.try_emplace(style.id, place).second) continue;
    names_.try_emplace(small(style.name), place);
    if (style.is_default) by_kind_.try_emplace(style.kind, place);
    styles_.push_back(std::move(style));
  }
  for (Style& style : styles_) {
    const auto parent = style.based_on.empty() ? ids_.end() : ids_.find(style.based_on);
    if (parent != ids_.end()) style.parent = parent->second;
  }
}

const Style* StyleTable::at(const Places& places, std::string_view key) const {
  const auto found = places.find(key);
  return found == places.end() ? nullptr : &styles_[found->second];
}

const Style* StyleTable::find(std::string_view id) const {
  return at(ids_, id);
}

const Style* StyleTable::default_of(std::string_view kind) const {
  return at(by_kind_, kind);
}

const Style* StyleTable::named(std::string_view name) const {
  return at(names_, small(name));
}

const Style* StyleTable::style_of(const Paragraph& paragraph) const {
  const Style* style = find(paragraph.style());
  return style == nullptr ? default_of("paragraph") : style;
}

const Style* StyleTable::parent_of(const Style& style) const {
  return style.parent ? &styles_[*style.parent] : nullptr;
}

std::optional<std::string_view> StyleTable::of_style(const Style* style, std::string_view part,
                                                     std::string_view property,
                                                     std::string_view attribute) const {
  std::optional<std::string_view> value;
  each_above(style, [&](const Style& one) {
    value = said(one.node.child(part), property, attribute);
    return value.has_value();
  });
  return value;
}

std::optional<bool> StyleTable::switched(const Style* style, std::string_view part,
                                         std::string_view property) const {
  std::optional<bool> value;
  each_above(style, [&](const Style& one) {
    value = switched_in(one.node.child(part), property);
    return value.has_value();
  });
  return value;
}

std::optional<std::string_view> StyleTable::of_paragraph(const Paragraph& paragraph,
                                                         std::string_view property,
                                                         std::string_view attribute,
                                                         std::string_view table) const {
  if (const auto value = said(&paragraph.properties, property, attribute)) return value;
  if (const auto value = of_style(style_of(paragraph), "w:pPr", property, attribute)) return value;
  if (const auto value = of_style(find(table), "w:pPr", property, attribute)) return value;
  return said(defaults_in(defaults_, "w:pPr"), property, attribute);
}

std::optional<std::string_view> StyleTable::of_run(const Paragraph& paragraph, int run,
                                                   std::string_view property,
                                                   std::string_view attribute,
                                                   std::string_view table) const {
  const XmlNode* own = run_properties(paragraph, run);
  if (const auto value = said(own, property, attribute)) return value;
  const std::string named = own == nullptr ? std::string() : value_of(*own, "w:rStyle");
  if (const auto value = of_style(find(named), "w:rPr", property, attribute)) return value;
  if (const auto value = of_style(style_of(paragraph), "w:rPr", property, attribute)) return value;
  if (const auto value = of_style(find(table), "w:rPr", property, attribute)) return value;
  return said(defaults_in(defaults_, "w:rPr"), property, attribute);
}

bool StyleTable::is_on(const Paragraph& paragraph, std::string_view property) const {
  if (const auto own = switched_in(&paragraph.properties, property)) return *own;
  if (const auto of = switched(style_of(paragraph), "w:pPr", property)) return *of;
  return switched_in(defaults_in(defaults_, "w:pPr"), property).value_or(false);
}

bool StyleTable::is_on(const Paragraph& paragraph, int run, std::string_view property) const {
  const XmlNode* own = run_properties(paragraph, run);
  if (const auto value = switched_in(own, property)) return *value;
  const std::string named = own == nullptr ? std::string() : value_of(*own, "w:rStyle");
  const auto of_character = switched(find(named), "w:rPr", property);
  const auto of_paragraph = switched(style_of(paragraph), "w:rPr", property);
  if (!of_character && !of_paragraph) {
    return switched_in(defaults_in(defaults_, "w:rPr"), property).value_or(false);
  }
  return of_character.value_or(false) != of_paragraph.value_or(false);
}

}  // namespace huice::formats::docx
