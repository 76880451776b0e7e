// SPDX-License-Identifier: Apache-2.0
#include "document/docx/origins.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "document/docx/xml.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace huice::document::docx {
namespace {

constexpr std::size_t kMostOfName = 40;  // Word refuses longer ones

std::string hexadecimal(std::uint64_t number) {
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, 16).ptr;
  return {digits.data(), end};
}

// o_reply_sections_3_text_2; where that is too long, its beginning and a hash.
std::string name_of(const Origin& origin) {
  std::string name = "o_";
  for (const char sign : origin.field) name += ascii::is_alnum(sign) ? sign : '_';
  (name += '_') += std::to_string(origin.part);
  if (name.size() <= kMostOfName) return name;
  const std::string whole = origin.field + '|' + std::to_string(origin.part);
  return name.substr(0, kMostOfName - 17) + '_' + hexadecimal(short_hash(whole));
}

}  // namespace

std::string Origins::paragraph(const Origin& origin, const std::string& words) {
  const std::string wanted = name_of(origin);
  std::string name = wanted;
  for (int more = 2; !names_.insert(name).second; ++more) {
    const std::string number = "_" + std::to_string(more);
    name = wanted.substr(0, kMostOfName - number.size()) + number;
  }
  places_.push_back({name, origin, words});
  return name;
}

std::string Origins::citation(const Run& citation) {
  std::string name = "c_" + std::to_string(citations_.size() + 1);
  citations_.push_back({name, citation.target, citation.text});
  return name;
}

std::string Origins::xml(const std::string& record, std::optional<char32_t>& illegal) const {
  Xml xml;
  {
    const auto origins =
        xml.element("origins", {{"xmlns", "urn:huice:origins:1"}, {"record", record}});
    for (const Place& place : places_) {
      xml.empty("paragraph", {{"bookmark", place.bookmark},
                              {"field", place.origin.field},
                              {"part", std::to_string(place.origin.part)},
                              {"source", place.origin.source},
                              {"words", place.words}});
    }
    for (const Citation& citation : citations_) {
      xml.empty("citation", {{"bookmark", citation.bookmark},
                             {"target", citation.target},
                             {"words", citation.words}});
    }
  }
  if (!illegal) illegal = xml.illegal();
  return xml.take();
}

FileOrigins read_origins(const std::vector<formats::XmlNode>& parts) {
  FileOrigins out;
  if (parts.empty()) return out;
  const formats::XmlNode& root = parts.front();
  out.record = root["record"];
  for (const formats::XmlNode& one : root.children) {
    const std::string bookmark(one["bookmark"]);
    if (one.name == "citation") {
      out.citations[bookmark] = {std::string(one["target"]), std::string(one["words"])};
    }
    if (one.name != "paragraph") continue;
    const std::string_view field = one["field"];
    const std::size_t cell = std::min(field.find('#'), field.size());
    const std::string_view number = one["part"];
    FileOrigins::Place place{std::string(field.substr(0, cell)), 0,
                             std::string(field.substr(std::min(cell + 1, field.size()))),
                             std::string(one["source"]), std::string(one["words"])};
    std::from_chars(number.data(), number.data() + number.size(), place.part);
    out.places[bookmark] = std::move(place);
  }
  return out;
}

}  // namespace huice::document::docx
