// SPDX-License-Identifier: Apache-2.0
#include "derive/near_passages.h"

#include "base/utf8.h"

#include <algorithm>
#include <map>

namespace huice::derive {
namespace {

constexpr std::size_t kShingle = 5;  // characters
constexpr std::size_t kFewest = 30;  // shingles of a passage
constexpr std::size_t kSketch = 8;   // the least shingles, by which a passage is found
constexpr std::size_t kShared = 2;   // of them, for two passages to be compared
constexpr std::size_t kKept = 32;    // passages of one shingle that later ones are compared with
constexpr int kAlike = 70;           // percent

// splitmix64's finalizer: spreads near inputs over all bits.
std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 30U;
  x *= 0xBF58476D1CE4E5B9U;
  x ^= x >> 27U;
  x *= 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\r' || c == U'\u3000';
}

std::u32string signs_of(std::string_view line) {
  std::u32string signs;
  for (std::size_t at = 0; at < line.size();) {
    if (line.substr(at, 2) == "{{") {
      const std::size_t close = line.find("}}", at);
      at = close == std::string_view::npos ? line.size() : close + 2;
      continue;
    }
    const char32_t c = utf8::decode(line, at);
    if (!is_blank(c)) signs += c;
  }
  return signs;
}

std::vector<std::uint64_t> shingles_of(const std::u32string& signs) {
  std::vector<std::uint64_t> all;
  for (std::size_t i = 0; i + kShingle <= signs.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < kShingle; ++k) hash = mix(hash + signs[i + k] + 1);
    all.push_back(hash);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

int percent_alike(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::vector<std::uint64_t> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return static_cast<int>(common.size() * 100 / (a.size() + b.size() - common.size()));
}

}  // namespace

void NearPassages::add(std::size_t text, std::string_view lines) {
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
    std::vector<std::uint64_t> shingles = shingles_of(signs_of(line));
    if (shingles.size() < kFewest) continue;
    for (std::size_t i = 0; i < kSketch; ++i) {
      std::vector<std::size_t>& holders = holders_[shingles[i]];
      if (holders.size() < kKept) holders.push_back(passages_.size());
    }
    of_text_[text].push_back(passages_.size());
    passages_.push_back({text, std::string(utf8::trimmed(line)), std::move(shingles)});
  }
}

std::vector<NearPassages::Pair> NearPassages::of(std::size_t text) const {
  std::vector<Pair> pairs;
  const auto mine = of_text_.find(text);
  if (mine == of_text_.end()) return pairs;
  for (const std::size_t at : mine->second) {
    const Passage& own = passages_[at];
    std::map<std::size_t, std::size_t> shared;
    for (std::size_t i = 0; i < kSketch; ++i) {
      for (const std::size_t other : holders_.at(own.shingles[i])) ++shared[other];
    }
    Pair best{own.words, {}};
    for (const auto& [other, count] : shared) {
      const Passage& passage = passages_[other];
      if (passage.text == text || count < kShared) continue;
      const int percent = percent_alike(own.shingles, passage.shingles);
      if (percent >= kAlike && percent > best.other.percent) {
        best.other = {passage.text, passage.words, percent};
      }
    }
    if (best.other.percent > 0) pairs.push_back(best);
  }
  return pairs;
}

}  // namespace huice::derive
