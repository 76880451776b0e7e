// SPDX-License-Identifier: Apache-2.0
#pragma once

// One parsed template with everything its nodes point at.

#include "base/diagnostic.h"
#include "template/syntax/source.h"
#include "template/syntax/statements.h"

#include <array>
#include <atomic>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huice::tmpl {

/// Names as numbers. Interning is for one thread at a time; name() may run beside it, for symbols
/// that the reading thread has been handed: a name never moves.
class Symbols {
 public:
  Symbol intern(std::string_view name);
  std::string_view name(Symbol symbol) const {
    return (*chunks_[symbol / kChunk])[symbol % kChunk];
  }

 private:
  static constexpr std::size_t kChunk = 1024;
  using Chunk = std::array<std::string, kChunk>;

  std::array<std::unique_ptr<Chunk>, kChunk> chunks_;
  std::unordered_map<std::string_view, Symbol> ids_;
};

struct Template {
  Source source;
  std::deque<std::string> strings;  ///< unescaped string literals
  std::vector<std::unique_ptr<Node>> nodes;
  Function root;
  std::vector<Block*> blocks;
  std::vector<std::string> references;  ///< templates it names by literals
  bool valid = true;                    ///< false: it has syntax errors
  bool line_end = false;                ///< its last newline is printed where it is the outermost
  std::deque<DeferredCheck> deferred_checks;
  /// Why no other template can include it.
  std::optional<Diagnostic> open_end;
  /// How much the last rendering that began here gave, in bytes: the next one's first guess.
  mutable std::atomic<std::size_t> last_size{0};

  template <class T>
  T* make(Span span) {
    auto node = std::make_unique<T>();
    node->span = span;
    T* raw = node.get();
    nodes.push_back(std::move(node));
    return raw;
  }
};

}  // namespace huice::tmpl
