// SPDX-License-Identifier: Apache-2.0
#pragma once

// What readers see in words that do not come from records: templates/i18n/<language>.json for
// templates (as the variable `t`) and <language>.words.json for phrases the program composes.

#include "base/diagnostic.h"
#include "template/values/builders.h"

#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace huice::view {

/// A dictionary file as a flat table ("amount.cap") and as a template value.
class Words {
 public:
  /// Reads a JSON object of objects and texts. Reports bad_words and gives nullptr otherwise.
  static std::unique_ptr<Words> parse(const SourceText& source, Diagnostics& problems);

  /// The text of a key; the key itself where there is none, so that a missing word is seen.
  std::string_view text(std::string_view key) const;

  /// The text with each %s replaced by the next argument.
  std::string text(std::string_view key, std::span<const std::string_view> arguments) const;
  std::string text(std::string_view key, std::initializer_list<std::string_view> arguments) const {
    return text(key, std::span(arguments.begin(), arguments.size()));
  }

  /// Every key, in order of the file.
  const std::vector<std::string>& keys() const { return keys_; }

  /// Nested mappings, as templates see them. Lives as long as the Words.
  const tmpl::Dict& tree() const { return tree_; }

 private:
  std::unordered_map<std::string, std::string> texts_;
  std::vector<std::string> keys_;
  tmpl::Dict tree_;
};

}  // namespace huice::view
