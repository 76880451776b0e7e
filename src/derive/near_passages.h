// SPDX-License-Identifier: Apache-2.0
#pragma once

// Passages of different texts that are nearly one another. A passage becomes the set of its
// shingles (runs of five characters); how alike two are is their Jaccard index. Only passages that
// share two of their eight least shingles are compared, so that a thousand letters do not cost a
// million comparisons.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huice::derive {

class NearPassages {
 public:
  struct Near {
    std::size_t text = 0;  ///< that has the other passage
    std::string_view passage{};
    int percent = 0;  ///< how alike they are
  };

  /// Adds the passages of text `text`: its lines, without blanks. Short ones are left out, since
  /// they are alike by nature. Marks like {{ … }} do not count.
  void add(std::size_t text, std::string_view lines);

  /// For each passage of `text` that has one: the passage of another text that is most like it.
  struct Pair {
    std::string_view passage{};
    Near other{};
  };
  std::vector<Pair> of(std::size_t text) const;

 private:
  struct Passage {
    std::size_t text = 0;
    std::string words{};
    std::vector<std::uint64_t> shingles{};  ///< sorted, each once
  };

  std::vector<Passage> passages_;
  std::unordered_map<std::size_t, std::vector<std::size_t>> of_text_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> holders_;
};

}  // namespace huice::derive
