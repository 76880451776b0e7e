// SPDX-License-Identifier: Apache-2.0
#include "base/phrase.h"

#include "base/ascii.h"
#include "base/title_marks.h"

#include <algorithm>

namespace huice {
namespace {

bool is_name(std::string_view text) {
  return !text.empty() && ascii::is_lower(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return ascii::is_lower(c) || ascii::is_digit(c) || c == '_'; });
}

}  // namespace

std::optional<Phrase> Phrase::parse(std::string_view text, Fault& fault) {
  Phrase phrase;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t brace = std::min(text.find_first_of("{}", at), text.size());
    phrase.add(text.substr(at, brace - at), false);
    if (brace == text.size()) break;
    if (text.substr(brace, 2) == "{{" || text.substr(brace, 2) == "}}") {
      phrase.add(text.substr(brace, 1), false);
      at = brace + 2;
      continue;
    }
    const std::size_t next = text.find_first_of("{}", brace + 1);
    const bool closed = text[brace] == '{' && next != std::string_view::npos && text[next] == '}';
    const std::string_view name = closed ? text.substr(brace + 1, next - brace - 1) : "";
    if (!is_name(name)) {
      fault = {brace, closed ? next + 1 - brace : 1};
      return std::nullopt;
    }
    phrase.add(name, true);
    at = next + 1;
  }
  phrase.find_titles();
  return phrase;
}

bool Phrase::has_slot(std::string_view name) const {
  return std::find(slots_.begin(), slots_.end(), name) != slots_.end();
}

std::string Phrase::fill(std::span<const SlotValue> values) const {
  std::string out;
  for (const Piece& piece : pieces_) {
    if (!piece.is_slot) {
      out += piece.text;
      continue;
    }
    const auto value = std::find_if(values.begin(), values.end(), [&piece](const SlotValue& one) {
      return one.slot == piece.text;
    });
    if (value == values.end()) continue;
    if (piece.is_title)
      out += within_title_marks(value->value);
    else
      out += value->value;
  }
  return out;
}

void Phrase::find_titles() {
  for (std::size_t i = 1; i + 1 < pieces_.size(); ++i) {
    Piece& piece = pieces_[i];
    piece.is_title = piece.is_slot && !pieces_[i - 1].is_slot && !pieces_[i + 1].is_slot &&
                     pieces_[i - 1].text.ends_with("《") && pieces_[i + 1].text.starts_with("》");
  }
}

void Phrase::add(std::string_view text, bool is_slot) {
  if (text.empty()) return;
  if (is_slot && !has_slot(text)) slots_.emplace_back(text);
  const bool joins = !is_slot && !pieces_.empty() && !pieces_.back().is_slot;
  if (joins)
    pieces_.back().text += text;
  else
    pieces_.push_back({.text = std::string(text), .is_slot = is_slot});
}

}  // namespace huice
