// SPDX-License-Identifier: Apache-2.0
#include "document/read_back/flat_text.h"

#include "base/replaced.h"
#include "document/docx/unbroken.h"

#include <algorithm>
#include <array>
#include <utility>

namespace huice::document::read_back {
namespace {

using formats::docx::Docx;
using formats::docx::Paragraph;
using formats::docx::Piece;
using formats::docx::PieceKind;
using formats::docx::Side;

// LibreOffice's f_copies_Copy_1 is f_copies.
std::string own_name(std::string_view name) {
  const std::size_t copy = name.rfind("_Copy_");
  return std::string(name.substr(0, copy));
}

bool is_own(std::string_view name) {
  return name.starts_with("o_") || name.starts_with("c_") || name.starts_with("f_");
}

class Flattening {
 public:
  explicit Flattening(const Docx& docx) : docx_(docx) {}

  FlatText text() {
    blocks(docx_.body);
    close();
    return std::move(out_);
  }

 private:
  void blocks(const formats::docx::Blocks& blocks);
  void table(const formats::docx::Table& table);
  void paragraph(const Paragraph& paragraph);
  void piece(const Piece& piece);
  void note_change(int change) {
    auto& known = open_.changes;
    if (change >= 0 && std::find(known.begin(), known.end(), change) == known.end()) {
      known.push_back(change);
    }
  }
  void close();
  void close_marks();

  const Docx& docx_;
  FlatText out_;
  FlatParagraph open_;
  std::vector<Mark> open_marks_;
  int tables_ = 0;
  int table_ = -1;
  int row_ = 0;
  int column_ = 0;
};

void Flattening::blocks(const formats::docx::Blocks& blocks) {
  for (const formats::docx::Block& block : blocks) {
    if (const auto* one = std::get_if<Paragraph>(&block)) {
      paragraph(*one);
    } else {
      close();
      table(std::get<formats::docx::Table>(block));
    }
  }
}

void Flattening::table(const formats::docx::Table& table) {
  const auto around = std::array{table_, row_, column_};
  table_ = tables_++;
  row_ = 0;
  for (const formats::docx::Row& row : table.rows) {
    if (row.inserted >= 0) continue;
    column_ = row.columns_before;
    for (const formats::docx::Cell& cell : row.cells) {
      note_change(row.deleted);
      blocks(cell.blocks);
      close();
      column_ += std::max(cell.columns, 1);
    }
    ++row_;
  }
  table_ = around[0];
  row_ = around[1];
  column_ = around[2];
}

// A paragraph whose end is inserted goes on in the next one as long as that is not accepted.
void Flattening::paragraph(const Paragraph& paragraph) {
  if (open_.level == 0) {
    const auto level = docx_.styles.of_paragraph(paragraph, "w:outlineLvl");
    if (level && level->size() == 1 && *level >= "0" && *level <= "8") {
      open_.level = level->front() - '0' + 1;
    }
  }
  open_.table = table_;
  open_.row = row_;
  open_.column = column_;
  for (const Piece& one : paragraph.pieces) piece(one);
  note_change(paragraph.mark_inserted);
  note_change(paragraph.mark_deleted);
  if (paragraph.mark_inserted < 0) close();
}

void Flattening::piece(const Piece& piece) {
  note_change(piece.inserted);
  note_change(piece.deleted);
  const std::size_t at = open_.text.size();
  switch (piece.kind) {
    case PieceKind::bookmark_start:
      if (is_own(piece.text)) open_marks_.push_back({own_name(piece.text), at, at});
      return;
    case PieceKind::bookmark_end: {
      const auto found = std::find_if(open_marks_.begin(), open_marks_.end(), [&](const Mark& one) {
        return one.name == own_name(piece.text);
      });
      if (found == open_marks_.end()) return;
      found->end = at;
      open_.marks.push_back(std::move(*found));
      open_marks_.erase(found);
      return;
    }
    case PieceKind::comment_start:
    case PieceKind::comment_mark: {
      auto& known = open_.comments;
      if (std::find(known.begin(), known.end(), piece.text) == known.end()) {
        known.push_back(piece.text);
      }
      return;
    }
    default:
      break;
  }
  if (!formats::docx::is_there(piece, Side::refused)) return;
  Paragraph alone;
  alone.pieces.push_back(piece);
  open_.text += replaced(formats::docx::words_of(alone, Side::refused), docx::kJoiner, "");
}

// Marks that are still open when a paragraph ends: it is their beginning.
void Flattening::close_marks() {
  for (Mark& one : open_marks_) {
    one.end = open_.text.size();
    open_.marks.push_back(std::move(one));
  }
  open_marks_.clear();
  std::stable_sort(open_.marks.begin(), open_.marks.end(),
                   [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
}

void Flattening::close() {
  close_marks();
  FlatParagraph done = std::exchange(open_, {});
  const bool is_blank = done.text.find_first_not_of(" \t\n") == std::string::npos;
  if (is_blank && done.marks.empty() && done.comments.empty()) return;
  out_.push_back(std::move(done));
}

}  // namespace

const Mark* FlatParagraph::mark(std::string_view prefix) const {
  for (const Mark& one : marks) {
    if (one.name.starts_with(prefix)) return &one;
  }
  return nullptr;
}

FlatText flat_text(const Docx& docx) {
  return Flattening(docx).text();
}

}  // namespace huice::document::read_back
