// SPDX-License-Identifier: Apache-2.0
#include "formats/docx/docx.h"

namespace huice::formats::docx {

std::string_view Paragraph::style() const {
  const XmlNode* named = properties.child("w:pStyle");
  return named == nullptr ? std::string_view() : (*named)["val"];
}

bool is_there(const Piece& piece, Side side) {
  return side == Side::accepted ? piece.deleted < 0 : piece.inserted < 0;
}

std::string words_of(const Paragraph& paragraph, Side side) {
  std::string out;
  for (const Piece& piece : paragraph.pieces) {
    if (!is_there(piece, side)) continue;
    switch (piece.kind) {
      case PieceKind::text:
      case PieceKind::no_break_hyphen:
        out += piece.text;
        break;
      case PieceKind::tab:
        out += '\t';
        break;
      case PieceKind::line_break:
      case PieceKind::page_break:
      case PieceKind::column_break:
        out += '\n';
        break;
      case PieceKind::shown_page_break:
      case PieceKind::soft_hyphen:
      case PieceKind::symbol:
      case PieceKind::bookmark_start:
      case PieceKind::bookmark_end:
      case PieceKind::comment_start:
      case PieceKind::comment_end:
      case PieceKind::comment_mark:
      case PieceKind::note_mark:
      case PieceKind::field:
      case PieceKind::shape:
        break;
    }
  }
  return out;
}

}  // namespace huice::formats::docx
