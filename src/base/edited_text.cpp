// SPDX-License-Identifier: Apache-2.0
#include "base/edited_text.h"

#include <algorithm>
#include <iterator>

namespace huice {

void EditedText::apply(const std::vector<Edit>& edits) {
  if (edits.empty()) return;
  std::string out;
  std::vector<Piece> pieces;
  std::size_t at = 0;
  std::size_t piece = 0;
  const auto keep = [&](std::size_t to) {
    while (at < to) {
      while (piece + 1 < pieces_.size() && pieces_[piece + 1].from <= at) ++piece;
      const bool is_last = piece + 1 == pieces_.size();
      const std::size_t end = is_last ? to : std::min(to, pieces_[piece + 1].from);
      pieces.push_back({out.size(), original(at), pieces_[piece].is_inserted});
      out.append(text_, at, end - at);
      at = end;
    }
  };
  for (const Edit& edit : edits) {
    keep(edit.at);
    if (!edit.inserted.empty()) pieces.push_back({out.size(), original(at), true});
    out += edit.inserted;
    at += edit.removed;
  }
  keep(text_.size());
  pieces.push_back({out.size(), original(text_.size()), false});
  text_ = std::move(out);
  pieces_ = std::move(pieces);
}

std::size_t EditedText::original(std::size_t offset) const {
  const auto next =
      std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                       [](std::size_t wanted, const Piece& piece) { return wanted < piece.from; });
  const Piece& piece = *std::prev(next);
  return piece.is_inserted ? piece.original : piece.original + (offset - piece.from);
}

}  // namespace huice
