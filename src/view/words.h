// SPDX-License-Identifier: Apache-2.0
#pragma once

// What readers see in words that do not come from records: the texts of one language, by key
// ("amount.cap"). Templates see them as the variable `t`: a text as it is, one with slots as a
// function of them, {{ t.page.as_of(date=build.as_of) }}.

#include "base/phrase.h"
#include "template/values/builders.h"
#include "view/catalogue_file.h"

#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace huice::view {

class Words {
 public:
  /// The shipped texts with the project's own laid over them, key by key; `own` may be nullptr.
  /// REQUIRES: check_overlay() found nothing.
  Words(const CatalogueFile& shipped, const CatalogueFile* own, std::string_view language);
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;
  ~Words();

  /// A text without slots. REQUIRES of all three: the key exists;
  /// tests/unit/view/words_used_test.cpp reads src/ for keys that do not. Throws std::logic_error
  /// otherwise: no key reaches a page.
  std::string_view text(std::string_view key) const;

  /// The text with its slots filled. REQUIRES: `values` has each slot of the text, and no other.
  std::string text(std::string_view key, std::span<const SlotValue> values) const;
  std::string text(std::string_view key, std::initializer_list<SlotValue> values) const {
    return text(key, std::span(values.begin(), values.size()));
  }

  const Phrase& phrase(std::string_view key) const;

  /// A number in running text, as in 第五章: in Chinese characters where the language
  /// is Chinese, else in digits. REQUIRES: number >= 0.
  std::string number(std::int64_t number) const;

  /// Every key, sorted.
  std::vector<std::string> keys() const;

  /// Of all keys and texts.
  std::uint64_t hash() const { return hash_; }

  /// Nested mappings, as templates see them. Lives as long as the Words.
  const tmpl::Dict& tree() const { return tree_; }

 private:
  class Function;

  void lay(const CatalogueFile& file);
  void build_tree();

  bool is_chinese_;
  std::uint64_t hash_ = 0;
  std::map<std::string, Phrase, std::less<>> phrases_;
  std::vector<std::unique_ptr<Function>> functions_;  ///< what `t` shows of texts with slots
  tmpl::Dict tree_;
};

/// The key of one of several alike texts, one for each word of a closed list: "per" and "year" give
/// "per.year".
std::string key_in(std::string_view group, std::string_view word);

}  // namespace huice::view
