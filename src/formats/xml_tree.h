// SPDX-License-Identifier: Apache-2.0
#pragma once

// A small part's XML as a tree, within a bound that several parts share.

#include "formats/xml_stream.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::formats {

struct XmlNode {
  struct Attribute {
    std::string name;
    std::string value;
  };

  std::string name{};                   ///< w:p; empty: there is no such element
  std::vector<Attribute> attributes{};  ///< val, r:id, xml:space
  std::vector<XmlNode> children{};
  std::string text{};  ///< of an element without children

  bool empty() const { return name.empty(); }

  /// The first child of this name; nullptr where there is none.
  const XmlNode* child(std::string_view wanted) const;
  XmlNode* child(std::string_view wanted);

  /// The attribute's value; empty where there is none.
  std::string_view operator[](std::string_view attribute) const;
  bool has(std::string_view attribute) const;
};

/// What parts may hold together, unpacked.
struct XmlBudget {
  std::uint64_t bytes = std::uint64_t{64} << 20U;
  std::uint64_t items = 2'000'000;  ///< elements and attributes: each takes about 100 bytes
};

/// Reads a part to its end and takes what it holds from the budget; gives why that failed, or
/// nothing. Attributes keep their local names where they have no namespace or that of an element's
/// prefix w; relations are r:id, r:embed …, and xml:space keeps its prefix; others are left out.
std::optional<Argument> read_tree(const ZipParts& parts, const std::string& part,
                                  std::span<const XmlSpace> spaces, XmlBudget& budget,
                                  XmlNode& root);

}  // namespace huice::formats
