// SPDX-License-Identifier: Apache-2.0
#pragma once

// The two files the publisher adds to every tree.
//
// manifest.json lists every other file with size and content hash (base/hash.h), sorted by path,
// one entry a line, so that a diff of two manifests is the diff of two sites and a mirror can fetch
// what changed:
//
//   {"format":"huice-manifest-1","files":[
//   {"path":"a.html","size":12,"hash":"…"},
//   …
//   ]}
//
// It does not list what each page asked (view/questions.h): that would double its size and help no
// reader of the site. It would serve a build that renders only what changed. Its second use is
// safety: a folder without it was not made by huice and is not touched, and a file it does not name
// was put into the output by someone else.
//
// build.json says what was built: version, as-of date, counts. Neither holds the time or machine of
// the run, so both are the same bytes wherever the same input is built.

#include "publish/publish.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace huice::publish {

constexpr std::string_view kManifest = "manifest.json";
constexpr std::string_view kBuildFacts = "build.json";

struct ManifestEntry {
  std::string_view path;
  std::uint64_t size = 0;
  std::string_view hash;
};

/// manifest.json for these files, in whatever order they come. REQUIRES: paths that
/// check_page_paths() accepts.
std::string manifest_text(std::vector<ManifestEntry> entries);

/// Whether a text begins as huice's manifests do.
bool is_manifest(std::string_view text);

/// The paths a manifest lists; nullopt where it is damaged.
std::optional<std::unordered_set<std::string>> manifest_paths(std::string_view text);

/// build.json.
std::string build_facts_text(const BuildFacts& facts);

}  // namespace huice::publish
