// SPDX-License-Identifier: Apache-2.0
#include "document/verify/sheet.h"

#include "base/utf8.h"

#include <map>

namespace huice::document::verify {
namespace {

// What most of the characters have.
template <class Key, class Of>
Key most(const std::vector<Piece>& pieces, const Of& of) {
  std::map<Key, double> shares;
  for (const Piece& piece : pieces) {
    shares[of(piece)] += static_cast<double>(utf8::count(utf8::trimmed(piece.text)));
  }
  Key best{};
  double share = -1;
  for (const auto& one : shares) {
    if (one.second <= share) continue;
    best = one.first;
    share = one.second;
  }
  return best;
}

}  // namespace

std::string Block::text() const {
  std::string out;
  for (const Piece& piece : pieces) out += piece.text;
  return out;
}

double Block::size() const {
  return most<double>(pieces, [](const Piece& piece) { return piece.size; });
}

std::optional<gbt9704::Face> Block::face() const {
  std::vector<Piece> han;
  for (const Piece& piece : pieces) {
    if (cells_of(piece.text) > 0.6 * static_cast<double>(utf8::count(piece.text))) {
      han.push_back(piece);
    }
  }
  return most<std::optional<gbt9704::Face>>(han.empty() ? pieces : han,
                                            [](const Piece& piece) { return piece.face; });
}

std::string Block::font() const {
  return most<std::string>(pieces, [](const Piece& piece) { return piece.font; });
}

double cells_of(std::string_view text) {
  double out = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t sign = utf8::decode(text, at);
    if (sign == 0x2060 || sign == 0x200B) continue;
    out += sign < 0x100 ? 0.5 : 1;
  }
  return out;
}

}  // namespace huice::document::verify
