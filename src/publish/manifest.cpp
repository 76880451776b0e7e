// SPDX-License-Identifier: Apache-2.0
#include "publish/manifest.h"

#include "base/json/read.h"
#include "base/json/write.h"

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
    out += separator;
    out += json::text({{"path", entry.path}, {"size", entry.size}, {"hash", entry.hash}});
    separator = ",\n";
  }
  return out + "\n]}\n";
}

bool is_manifest(std::string_view text) {
  return text.starts_with(kStart);
}

std::optional<std::unordered_set<std::string>> manifest_paths(std::string_view text) {
  Diagnostics damages;
  const auto manifest = json::parse(SourceText({}, text), damages);
  const json::Value* files = manifest ? manifest->find("files") : nullptr;
  if (files == nullptr || !files->is(json::Kind::list)) return std::nullopt;
  std::unordered_set<std::string> out;
  for (const json::Value& entry : files->items()) {
    const json::Value* path = entry.find("path");
    if (path == nullptr || !path->is(json::Kind::text)) return std::nullopt;
    out.insert(path->text());
  }
  return out;
}

std::string build_facts_text(const BuildFacts& facts) {
  json::Value counts = json::Value::object();
  for (const auto& [name, count] : facts.counts) counts.set(name, count);
  return json::indented(
      {{"huice", facts.version}, {"as_of", facts.as_of}, {"counts", std::move(counts)}});
}

}  // namespace huice::publish
