// SPDX-License-Identifier: Apache-2.0
#include "base/message.h"

#include "base/slots.h"
#include "base/utf8.h"

#include <algorithm>
#include <cassert>

namespace huice {

std::strong_ordering operator<=>(const Code& a, const Code& b) {
  const auto slug = [](const Code& code) {
    return code.entry == nullptr ? std::string_view{} : code.slug();
  };
  return slug(a) <=> slug(b);
}

std::strong_ordering operator<=>(const Argument& a, const Argument& b) {
  if (const auto order = a.text_ <=> b.text_; order != 0) return order;
  if (const auto order = a.wording_.en <=> b.wording_.en; order != 0) return order;
  return std::lexicographical_compare_three_way(a.parts_.begin(), a.parts_.end(), b.parts_.begin(),
                                                b.parts_.end());
}

void Argument::shorten() {
  if (const std::string_view kept = utf8::first(text_, kLongestText); kept.size() < text_.size()) {
    text_ = std::string(kept) + "…";
  }
  const bool is_list = wording_.en.empty();
  std::size_t shown = 0;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    parts_[i].shorten();
    if (!is_list) continue;
    shown += utf8::count(parts_[i].text_);
    if (shown <= kLongestList || i == 0) continue;
    parts_.resize(i, Argument(std::string()));
    parts_.emplace_back("…");
    parts_.shrink_to_fit();
  }
}

std::string Argument::in(Language language) const {
  if (!wording_.en.empty()) return filled(wording_.in(language), slots_, parts_, language);
  std::string out = utf8::printable(text_);
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if (i > 0) out += language == Language::zh ? "、" : ", ";
    out += parts_[i].in(language);
  }
  return out;
}

Message Message::of(Code code, Named named) {
  Message made{code, {}};
  for (SlotNames names(code.entry->slots); const auto name = names.next();) {
    const auto* const found = std::find_if(named.begin(), named.end(),
                                           [&](const auto& one) { return one.first == *name; });
    assert(found != named.end());
    made.arguments.push_back(found == named.end() ? Argument(std::string()) : found->second);
  }
  return made;
}

std::string filled(std::string_view wording, std::string_view slots,
                   const std::vector<Argument>& arguments, Language language) {
  std::string out;
  while (const auto slot = find_slot(wording)) {
    out += wording.substr(0, slot->offset);
    const auto index = index_of(slot->name, slots);
    assert(index && *index < arguments.size());
    const std::string words = arguments[*index].in(language);
    if (slot->has_forms()) {
      out += words == "1" ? slot->one : slot->many;
    } else {
      out += words;
    }
    wording.remove_prefix(slot->offset + slot->length);
  }
  out += wording;
  return out;
}

}  // namespace huice
