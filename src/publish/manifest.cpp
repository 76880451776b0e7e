// SPDX-License-Identifier: Apache-2.0
#include "publish/manifest.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace huice::publish {
namespace {

constexpr std::string_view kStart = R"({"format":"huice-manifest-1","files":[)";

}  // namespace

std::string manifest_text(std::vector<ManifestEntry> entries) {
  std::sort(entries.begin(), entries.end(),
            [](const ManifestEntry& a, const ManifestEntry& b) { return a.path < b.path; });
  std::string out(kStart);
  std::string_view separator = "\n";
  for (const ManifestEntry& entry : entries) {
    // Nothing to escape: page paths are UTF-8 without quotes, backslashes and control characters.
    out += separator;
    out += R"({"path":")";
    out += entry.path;
    out += R"(","size":)" + std::to_string(entry.size) + R"(,"hash":")";
    out += entry.hash;
    out += R"("})";
    separator = ",\n";
  }
  return out + "\n]}\n";
}

bool is_manifest(std::string_view text) {
  return text.starts_with(kStart);
}

std::optional<std::unordered_set<std::string>> manifest_paths(std::string_view text) {
  const auto manifest = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  const auto files = manifest.is_object() ? manifest.find("files") : manifest.end();
  if (files == manifest.end() || !files->is_array()) return std::nullopt;
  std::unordered_set<std::string> out;
  for (const auto& entry : *files) {
    const auto path = entry.is_object() ? entry.find("path") : entry.end();
    if (path == entry.end() || !path->is_string()) return std::nullopt;
    out.insert(path->get<std::string>());
  }
  return out;
}

std::string build_facts_text(const BuildFacts& facts) {
  nlohmann::ordered_json out{{"huice", facts.version}, {"as_of", facts.as_of}};
  out["counts"] = nlohmann::ordered_json::object();
  for (const auto& [name, count] : facts.counts) out["counts"][name] = count;
  return out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace huice::publish
