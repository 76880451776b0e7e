// SPDX-License-Identifier: Apache-2.0
#pragma once

// A shipped catalogue as it is, and as words.

#include "base/files.h"
#include "paths.h"
#include "view/words.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace huice::test {

inline view::CatalogueFile shipped_catalogue(const std::string& language) {
  const std::string path = source_path("/templates/i18n/" + language + ".json");
  Diagnostics problems;
  auto file = view::CatalogueFile::read(RealFileSystem().read(path).value(), path, problems);
  REQUIRE(file.has_value());
  return std::move(*file);
}

inline const view::Words& chinese_words() {
  static const view::Words words(shipped_catalogue("zh-CN"), nullptr, "zh-CN");
  return words;
}

}  // namespace huice::test
