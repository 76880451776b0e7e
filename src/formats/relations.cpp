// SPDX-License-Identifier: Apache-2.0
#include "formats/relations.h"

#include "base/messages/formats.h"

namespace huice::formats {

void Relations::start(std::string_view name, const XmlAttributes& attributes) {
  if (name != "Relationship") return;
  found_[std::string(attributes["Id"])] = {std::string(attributes["Type"]),
                                           std::string(attributes["Target"]),
                                           attributes["TargetMode"] == "External"};
}

const Relation* Relations::by_id(std::string_view id) const {
  const auto found = found_.find(id);
  return found == found_.end() ? nullptr : &found->second;
}

const Relation* Relations::by_type(std::string_view ending) const {
  for (const auto& [id, relation] : found_) {
    if (relation.type.ends_with(ending)) return &relation;
  }
  return nullptr;
}

std::string resolved(std::string_view part, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string folder(part.substr(0, part.rfind('/') + 1));
  while (target.starts_with("../") || target.starts_with("./")) {
    if (target[1] == '.') {
      folder.erase(folder.empty() ? 0 : folder.rfind('/', folder.size() - 2) + 1);
    }
    target.remove_prefix(target.find('/') + 1);
  }
  return folder + std::string(target);
}

std::string relations_of(std::string_view part) {
  const std::size_t slash = part.rfind('/') + 1;
  return std::string(part.substr(0, slash)) + "_rels/" + std::string(part.substr(slash)) + ".rels";
}

std::optional<Argument> read_part(const ZipParts& parts, const std::string& name,
                                  XmlHandler& handler, std::uint64_t most_bytes) {
  std::unique_ptr<ZipPart> part = parts.part(name);
  if (!part) return Argument(msg::why_no_part{.part = name});
  XmlStream stream(std::move(part), handler, most_bytes);
  stream.run();
  return stream.reason();
}

}  // namespace huice::formats
