// SPDX-License-Identifier: Apache-2.0
#pragma once

// One file of site words as it is written, templates/i18n/<language>.json: objects within objects,
// and texts with slots (base/phrase.h).

#include "base/diagnostic.h"
#include "base/json/value.h"
#include "base/phrase.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::view {

class CatalogueFile {
 public:
  struct Text {
    std::string key;  ///< with the keys of the objects around it: "amount.cap"
    std::string text;
    Phrase phrase;
    json::Span key_at;
    json::Span text_at;
  };

  /// Reads a file's bytes. Reports broken JSON, keys that occur twice, values that are neither
  /// texts nor objects, and braces that are no slots, and returns nullopt then. `name` is what
  /// messages call the file.
  static std::optional<CatalogueFile> read(const std::string& bytes, const std::string& name,
                                           Diagnostics& problems);

  const std::string& name() const { return name_; }
  /// In the order of the file; each key once, and none that is also the name of an object.
  const std::vector<Text>& texts() const { return texts_; }
  /// The text of a key, or nullptr.
  const Text* find(std::string_view key) const;

  Location at(json::Span span) const;
  /// The slot as it is written in the text; the whole text where it cannot be found.
  Location slot_at(const Text& text, std::string_view slot) const;

 private:
  std::string name_;
  std::string bytes_;
  std::vector<Text> texts_;
};

}  // namespace huice::view
