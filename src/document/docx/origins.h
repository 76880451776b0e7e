// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where the words of a Word file come from, so that what was changed in Word can be read back.
//
// Each paragraph, cell and cited figure has a bookmark; a part of the file's own says what each of
// them stands for:
//   <origins xmlns="urn:huice:origins:1" record="ordos-cppcc-5-1-188">
//     <paragraph bookmark="o_reply_closing_1" field="reply/closing" part="1" source="8f0c…"
//     words="…" /> <citation bookmark="c_1" target="fact:rd-intensity@ordos/2024|value"
//     words="2.44%" />
//   </origins>
// `source` is prose_mark() of the field's prose, from which a reader knows whether the record has
// changed since. A bookmark is told without that part, too: `o_` with the field and the paragraph's
// number, `f_` with what of the frame it is (f_number, f_title …).

#include "document/document.h"
#include "formats/xml_tree.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace huice::document::docx {

class Origins {
 public:
  /// A name for this place: up to 40 letters, digits and underscores, no other of this file alike.
  std::string paragraph(const Origin& origin, const std::string& words);
  std::string citation(const Run& citation);

  /// The part. `illegal` as Xml::illegal().
  std::string xml(const std::string& record, std::optional<char32_t>& illegal) const;

 private:
  struct Place {
    std::string bookmark;
    Origin origin;
    std::string words;
  };
  struct Citation {
    std::string bookmark;
    std::string target;
    std::string words;
  };

  std::vector<Place> places_;
  std::vector<Citation> citations_;
  std::set<std::string> names_;
};

/// The namespace of that part.
inline constexpr std::string_view kOriginsSpace = "urn:huice:origins:1";

/// That part as it comes back.
struct FileOrigins {
  struct Place {
    std::string field{};
    unsigned part = 0;
    std::string cell{};  ///< “2.1” of a table's cell: row and column; row 0 is its head
    std::string source{};
    std::string words{};
  };
  struct Citation {
    std::string target{};
    std::string words{};
  };

  std::string record{};                   ///< empty: the file has no such part
  std::map<std::string, Place> places{};  ///< by bookmark
  std::map<std::string, Citation> citations{};
};

/// From the custom parts of a file in kOriginsSpace.
FileOrigins read_origins(const std::vector<formats::XmlNode>& parts);

}  // namespace huice::document::docx
