// SPDX-License-Identifier: Apache-2.0
//
// Replies that are nearly one another. Each text becomes the set of its shingles (runs of eight
// characters); how alike two sets are is their Jaccard index. Comparing all pairs of 10,000 replies
// would take hours, so one-permutation MinHash sketches pick the pairs worth comparing: 64 bins, in
// 16 bands of 4, find two texts that share 80 % of their shingles with a chance above 99.9 %.
#include "base/messages/check.h"
#include "base/utf8.h"
#include "check/naming.h"
#include "check/prose_fields.h"
#include "check/rules.h"
#include "model/reply_body.h"

#include <algorithm>
#include <array>
#include <deque>
#include <limits>
#include <optional>
#include <unordered_map>

namespace huice::check {
namespace {

constexpr std::size_t kShingle = 8;   // characters
constexpr std::size_t kFewest = 100;  // shingles; shorter texts are alike by nature
constexpr std::size_t kFewestOfSection = 60;
constexpr std::size_t kBins = 64;
constexpr std::size_t kRows = 4;
constexpr std::size_t kBands = kBins / kRows;
constexpr std::size_t kKept = 4;  // texts of a bucket that later ones are compared with
constexpr double kAlike = 0.8;

// splitmix64's finalizer: spreads near inputs over all bits.
std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 30U;
  x *= 0xBF58476D1CE4E5B9U;
  x ^= x >> 27U;
  x *= 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

struct Text {
  const model::Proposal* proposal = nullptr;
  const model::ReplySection* section = nullptr;  ///< nullptr: all of the reply
  std::vector<std::uint64_t> shingles;           ///< sorted, each once
};

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\n' || c == U'\t' || c == U'\u3000';
}

void add_signs(const model::ReplySection& section, const model::Library& library,
               std::u32string& signs) {
  ProseField field;
  field.prose = &section.text;
  const std::string words = words_of(field, citations_of(field, library));
  for (std::size_t at = 0; at < words.size();) {
    const char32_t c = utf8::decode(words, at);
    if (!is_blank(c)) signs += c;
  }
}

std::vector<std::uint64_t> shingles_of(const std::u32string& signs) {
  std::vector<std::uint64_t> shingles;
  for (std::size_t i = 0; i + kShingle <= signs.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < kShingle; ++k) hash = mix(hash + signs[i + k] + 1);
    shingles.push_back(hash);
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

Text text_of(const model::Proposal& proposal, const model::Library& library) {
  std::u32string signs;
  for (const model::ReplySection& section : proposal.reply->sections) {
    add_signs(section, library, signs);
  }
  return {&proposal, nullptr, shingles_of(signs)};
}

Text text_of(const model::Proposal& proposal, const model::ReplySection& section,
             const model::Library& library) {
  std::u32string signs;
  add_signs(section, library, signs);
  return {&proposal, &section, shingles_of(signs)};
}

std::array<std::uint64_t, kBands> bands_of(const Text& text) {
  std::array<std::uint64_t, kBins> least{};
  least.fill(std::numeric_limits<std::uint64_t>::max());
  for (const std::uint64_t shingle : text.shingles) {
    std::uint64_t& bin = least[shingle % kBins];
    bin = std::min(bin, shingle);
  }
  std::array<std::uint64_t, kBands> bands{};
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t hash = band;
    for (std::size_t row = 0; row < kRows; ++row) hash = mix(hash ^ least[band * kRows + row]);
    bands[band] = hash;
  }
  return bands;
}

double jaccard(const Text& a, const Text& b) {
  std::size_t common = 0;
  auto in_a = a.shingles.begin();
  auto in_b = b.shingles.begin();
  while (in_a != a.shingles.end() && in_b != b.shingles.end()) {
    if (*in_a == *in_b) {
      ++common;
      ++in_a;
      ++in_b;
    } else if (*in_a < *in_b) {
      ++in_a;
    } else {
      ++in_b;
    }
  }
  const std::size_t all = a.shingles.size() + b.shingles.size() - common;
  return static_cast<double>(common) / static_cast<double>(all);
}

/// Texts that were read, and the one of them that a new one is most like.
class Alike {
 public:
  struct Match {
    const Text* earlier;
    double share;
  };

  /// nullopt where no earlier text has 80 % of it.
  std::optional<Match> add(Text text) {
    double best = 0;
    std::size_t nearest = 0;
    for (const std::uint64_t band : bands_of(text)) {
      std::vector<std::size_t>& bucket = buckets_[band];
      for (const std::size_t other : bucket) {
        const double share = jaccard(text, texts_[other]);
        if (share <= best) continue;
        best = share;
        nearest = other;
      }
      if (bucket.size() < kKept) bucket.push_back(texts_.size());
    }
    texts_.push_back(std::move(text));
    if (best < kAlike) return std::nullopt;
    return Match{&texts_[nearest], best};
  }

 private:
  std::deque<Text> texts_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> buckets_;
};

int percent_of(double share) {
  return static_cast<int>(share * 100);
}

// A section that says again what an earlier one of its letter says.
void check_sections(const model::Proposal& proposal, const model::Library& library,
                    Findings& findings) {
  Alike sections;
  for (const model::ReplySection& section : proposal.reply->sections) {
    Text text = text_of(proposal, section, library);
    if (text.shingles.size() < kFewestOfSection) continue;
    const auto found = sections.add(std::move(text));
    if (!found) continue;
    const model::ReplySection& earlier = *found->earlier->section;
    findings.add(msg::near_duplicate_section{.percent = percent_of(found->share),
                                             .other = earlier.label + earlier.heading},
                 Spot::at(section.place), Other{msg::the_other{}, Spot::at(earlier.place)});
  }
}

}  // namespace

void check_duplicate_replies(const Subject& subject, Findings& findings) {
  Alike replies;
  for (const model::Proposal& proposal : subject.library.proposals()) {
    if (!proposal.reply) continue;
    check_sections(proposal, subject.library, findings);
    Text text = text_of(proposal, subject.library);
    if (text.shingles.size() < kFewest) continue;
    const auto found = replies.add(std::move(text));
    if (!found) continue;
    const model::Proposal& earlier = *found->earlier->proposal;
    findings.add(msg::near_duplicate_reply{.percent = percent_of(found->share),
                                           .other = model::reply_name(earlier)},
                 Spot::at(proposal.reply->place),
                 Other{msg::the_other_reply{}, Spot::at(earlier.reply->place)});
  }
}

}  // namespace huice::check
