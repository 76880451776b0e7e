// SPDX-License-Identifier: Apache-2.0
#pragma once

// A site as a map from path to text, its pages, and what publishing it gives.

#include "base/memory_files.h"
#include "publish/publish.h"

#include <map>
#include <string>

namespace huice::test {

using Site = std::map<std::string, std::string>;

inline pages::Page page(std::string path, std::string text) {
  return {std::move(path), std::make_shared<const pages::PageInfo>(),
          [text = std::move(text)](std::string& out, Diagnostics&, view::Questions*) {
            out += text;
            return true;
          }};
}

inline std::vector<pages::Page> pages_of(const Site& site) {
  std::vector<pages::Page> out;
  for (const auto& [path, text] : site) out.push_back(page(path, text));
  return out;
}

inline publish::PublishOptions options_for(std::string output, unsigned threads = 2) {
  return {.output = std::move(output),
          .threads = threads,
          .facts = {.version = "0.1.0", .as_of = "2026-03-01", .counts = {{"policies", 3}}}};
}

struct Outcome {
  publish::Report report;
  std::string text;  ///< all diagnostics, formatted
};

inline Outcome publish_pages(FileSystem& files, std::vector<pages::Page> pages,
                             const publish::PublishOptions& options = options_for("public")) {
  Diagnostics problems;
  Outcome out{publish::publish(files, std::move(pages), options, problems), {}};
  for (const Diagnostic& problem : problems.sorted())
    out.text += format_diagnostic(problem, Language::en);
  return out;
}

inline Outcome publish_site(FileSystem& files, const Site& site,
                            const publish::PublishOptions& options = options_for("public")) {
  return publish_pages(files, pages_of(site), options);
}

/// What a fresh build of `site` leaves in its output, manifest and build facts included.
inline Site built(const Site& site) {
  MemoryFileSystem files;
  static_cast<void>(publish_site(files, site));
  return files.snapshot("public");
}

}  // namespace huice::test
