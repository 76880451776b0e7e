// SPDX-License-Identifier: Apache-2.0
#include "view/words_overlay.h"

#include "base/messages/view.h"
#include "base/spelling.h"
#include "base/utf8.h"

#include <algorithm>

namespace huice::view {
namespace {

using Text = CatalogueFile::Text;

std::vector<std::string_view> keys_of(const CatalogueFile& file) {
  std::vector<std::string_view> keys;
  for (const Text& text : file.texts()) keys.push_back(text.key);
  return keys;
}

// A shipped text below the key, or the shipped text that the key would be below; nullptr where
// neither exists.
const Text* crossing(const CatalogueFile& shipped, const std::string& key) {
  const auto crosses = [&key](const Text& one) {
    return one.key.starts_with(key + ".") || key.starts_with(one.key + ".");
  };
  const auto& texts = shipped.texts();
  const auto found = std::find_if(texts.begin(), texts.end(), crosses);
  return found == texts.end() ? nullptr : &*found;
}

// A slot that `shipped` has and `own` has not.
bool is_lost(const Text& own, const Text& shipped, std::string_view slot) {
  return shipped.phrase.has_slot(slot) && !own.phrase.has_slot(slot);
}

void check_slots(const CatalogueFile& file, const Text& own, const Text& shipped,
                 Diagnostics& problems) {
  std::vector<std::string_view> lost;
  for (const std::string& slot : shipped.phrase.slots()) {
    if (is_lost(own, shipped, slot)) lost.push_back(slot);
  }
  for (const std::string& slot : own.phrase.slots()) {
    if (shipped.phrase.has_slot(slot)) continue;
    Diagnostic found = problem(
        msg::words_slot_unknown{.key = own.key, .slots = "{" + slot + "}", .own = shipped.text},
        file.slot_at(own, slot));
    const std::string meant = nearest(slot, lost);
    if (!meant.empty()) found.suggestion = "{" + meant + "}";
    // The same mistake: the slot is there, with a letter wrong.
    std::erase(lost, meant);
    problems.add(std::move(found));
  }
  for (const std::string_view slot : lost) {
    problems.add(problem(
        msg::words_slot_missing{
            .key = own.key, .slots = "{" + std::string(slot) + "}", .own = shipped.text},
        file.at(own.text_at)));
  }
}

}  // namespace

void check_overlay(const CatalogueFile& shipped, const CatalogueFile& own, const IsUsed& is_used,
                   Diagnostics& problems) {
  for (const Text& text : own.texts()) {
    const Text* same = shipped.find(text.key);
    const bool blank = utf8::trimmed(text.text).empty();
    if (same != nullptr && blank && !utf8::trimmed(same->text).empty()) {
      problems.add(
          problem(msg::words_empty{.key = text.key, .own = same->text}, own.at(text.text_at)));
    } else if (same != nullptr) {
      check_slots(own, text, *same, problems);
    } else if (const Text* other = crossing(shipped, text.key)) {
      problems.add(problem(msg::words_text_or_group{.key = text.key, .other = other->key},
                           own.at(text.key_at)));
    } else if (!is_used(text.key)) {
      Diagnostic found = problem(msg::words_unknown_key{.key = text.key}, own.at(text.key_at));
      found.suggestion = nearest(text.key, keys_of(shipped));
      problems.add(std::move(found));
    }
  }
}

void check_complete(const CatalogueFile& reference, const CatalogueFile& own,
                    const std::string& reference_name, Diagnostics& problems) {
  std::vector<std::string_view> missing;
  for (const Text& text : reference.texts()) {
    if (own.find(text.key) == nullptr) missing.push_back(text.key);
  }
  if (missing.empty()) return;
  problems.add(problem(msg::words_incomplete{.missing = missing.size(),
                                             .all = reference.texts().size(),
                                             .first = missing.front(),
                                             .file = reference_name},
                       Location::of_file(own.name())));
}

}  // namespace huice::view
