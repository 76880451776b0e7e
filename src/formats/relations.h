// SPDX-License-Identifier: Apache-2.0
#pragma once

// How the parts of an Office file name each other (ECMA-376 part 2, 6.5).

#include "formats/xml_stream.h"

#include <map>
#include <string>
#include <string_view>

namespace huice::formats {

struct Relation {
  std::string type;
  std::string target;
  bool is_external = false;  ///< it leads out of the file
};

/// The relations of one part, by their ids.
class Relations final : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view /*name*/) override {}
  void text(std::string_view /*piece*/) override {}

  const std::map<std::string, Relation, std::less<>>& all() const { return found_; }
  const Relation* by_id(std::string_view id) const;
  const Relation* by_type(std::string_view ending) const;

 private:
  std::map<std::string, Relation, std::less<>> found_;
};

/// "xl/worksheets/sheet1.xml" from a target that is absolute or is beside `part`.
std::string resolved(std::string_view part, std::string_view target);

/// The part that holds the relations of `part`: xl/_rels/workbook.xml.rels.
std::string relations_of(std::string_view part);

/// Reads a part to its end; gives why that failed, or nothing.
std::optional<Argument> read_part(const ZipParts& parts, const std::string& name,
                                  XmlHandler& handler, std::uint64_t most_bytes);

}  // namespace huice::formats
