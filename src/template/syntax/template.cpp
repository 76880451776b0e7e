// SPDX-License-Identifier: Apache-2.0
#include "template/syntax/template.h"

#include <algorithm>

namespace huice::tmpl {

Symbol Symbols::intern(std::string_view name) {
  const auto found = ids_.find(name);
  if (found != ids_.end()) return found->second;
  const std::size_t next = std::min(ids_.size(), kChunk * kChunk - 1);
  auto& chunk = chunks_[next / kChunk];
  if (chunk == nullptr) chunk = std::make_unique<Chunk>();
  std::string& kept = (*chunk)[next % kChunk];
  kept = name;
  const auto symbol = static_cast<Symbol>(next);
  ids_.emplace(kept, symbol);
  return symbol;
}

}  // namespace huice::tmpl
