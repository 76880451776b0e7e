// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "document/gbt9704.h"
#include "document/letter.h"

#include <algorithm>

namespace huice::document {

std::vector<std::string> signer_lines(const std::vector<std::string>& names) {
  constexpr std::string_view kBlank = "\u3000";
  constexpr auto kInLine = static_cast<std::size_t>(gbt9704::kSignersPerLine.value);
  std::size_t widest = 0;
  for (const std::string& name : names) widest = std::max(widest, utf8::count(name));
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i % kInLine == 0) {
      lines.push_back(names[i]);
      continue;
    }
    // One character between them, and what the name before is shorter.
    for (std::size_t k = utf8::count(names[i - 1]); k <= widest; ++k) lines.back() += kBlank;
    lines.back() += names[i];
  }
  return lines;
}

}  // namespace huice::document
