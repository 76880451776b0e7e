// SPDX-License-Identifier: Apache-2.0
#pragma once

// 附件: a form, a table or another file that belongs to a text.

#include "model/provenance.h"

#include <cstdint>
#include <string>

namespace huice::model {

struct Annex {
  std::string label;  ///< as printed: 附件1; empty where it has none
  std::string title;
  std::string file;        ///< below data/annexes/; empty: known by its name alone
  std::uint64_t size = 0;  ///< bytes of the file, as it was when the record was read
  Place place{};
};

/// Where annexes are, in a project below data/, and in the site.
constexpr const char* kAnnexFolder = "annexes";

/// No annex may be larger: readers open them on phones.
constexpr std::uint64_t kLargestAnnex = std::uint64_t{50} << 20U;

}  // namespace huice::model
