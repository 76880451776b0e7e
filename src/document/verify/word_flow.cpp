// SPDX-License-Identifier: Apache-2.0
#include "document/verify/word_flow.h"

#include "base/utf8.h"
#include "document/verify/letter_parts.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace huice::document::verify {
namespace {

using formats::XmlNode;
using formats::docx::Paragraph;
using formats::docx::PieceKind;
using formats::docx::Table;

constexpr double kMm = 25.4 / 72;
constexpr double kNatural = 1.3;  // a line's height, in sizes, where the file does not say it

struct Segment {
  std::vector<Piece> pieces{};
  double width = 0;  // points
  bool after_tab = false;
  bool new_line = false;
};

bool is_wide(char32_t sign) {
  return sign >= 0x2000;
}

// Runs cut at changes between Han and Latin, since they have a font each.
void add_text(std::string_view text, const Paragraph& paragraph, int run, const WordLook& look,
              Segment& out) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    std::size_t next = at;
    const bool is_han = is_wide(utf8::decode(text, next));
    end = next;
    while (end < text.size()) {
      next = end;
      if (is_wide(utf8::decode(text, next)) != is_han) break;
      end = next;
    }
    const RunLook run_look = look.run(paragraph, run, is_han);
    Piece piece{.text = std::string(text.substr(at, end - at)),
                .font = run_look.font,
                .face = run_look.face,
                .size = run_look.size,
                .colour = run_look.colour};
    const double count = static_cast<double>(utf8::count(piece.text));
    out.width += cells_of(piece.text) * run_look.size + count * run_look.spacing;
    out.pieces.push_back(std::move(piece));
    at = end;
  }
}

std::vector<Segment> segments_of(const Paragraph& paragraph, const WordLook& look) {
  std::vector<Segment> out(1);
  for (const formats::docx::Piece& piece : paragraph.pieces) {
    if (!formats::docx::is_there(piece, formats::docx::Side::accepted)) continue;
    if (piece.kind == PieceKind::text || piece.kind == PieceKind::no_break_hyphen) {
      add_text(piece.text, paragraph, piece.run, look, out.back());
    } else if (piece.kind == PieceKind::tab) {
      out.push_back({.after_tab = true});
    } else if (piece.kind == PieceKind::line_break) {
      out.push_back({.new_line = true});
    }
  }
  return out;
}

// What stands at the ends of a text as blanks moves it: people indent with them.
double blanks_at(const Segment& segment, bool at_end) {
  double out = 0;
  const auto count = [&out](std::string_view text, double size, bool is_end) {
    std::u32string signs;
    for (std::size_t at = 0; at < text.size();) signs += utf8::decode(text, at);
    if (is_end) std::reverse(signs.begin(), signs.end());
    for (const char32_t sign : signs) {
      if (sign != ' ' && sign != 0x3000 && sign != 0xA0) return false;
      out += (sign == 0x3000 ? 1 : 0.5) * size;
    }
    return true;
  };
  if (at_end) {
    for (auto one = segment.pieces.rbegin(); one != segment.pieces.rend(); ++one) {
      if (!count(one->text, one->size, true)) break;
    }
  } else {
    for (const Piece& one : segment.pieces) {
      if (!count(one.text, one.size, false)) break;
    }
  }
  return out * kMm;
}

// The tab stop behind so much of a line: its place, and whether the text ends at it.
struct Stop {
  double at = 0;  // mm from the area's left edge
  char kind = 'l';
};

Stop stop_behind(const Paragraph& paragraph, const formats::docx::StyleTable& styles,
                 double reached) {
  Stop best{.at = 1e9};
  const auto look_at = [&](const XmlNode* properties) {
    const XmlNode* tabs = properties == nullptr ? nullptr : properties->child("w:tabs");
    if (tabs == nullptr) return;
    for (const XmlNode& tab : tabs->children) {
      const double at = mm_of_twips(twips_in(tab["pos"]).value_or(0));
      const std::string_view kind = tab["val"];
      if (kind == "clear" || at <= reached || at >= best.at) continue;
      best = {at, kind == "right" || kind == "end" ? 'r' : kind == "center" ? 'c' : 'l'};
    }
  };
  look_at(&paragraph.properties);
  styles.each_above(styles.style_of(paragraph), [&](const formats::docx::Style& style) {
    look_at(style.node.child("w:pPr"));
    return false;
  });
  if (best.at < 1e8) return best;
  constexpr double usual = 720;
  const double step = mm_of_twips(usual);
  return {(std::floor(reached / step) + 1) * step, 'l'};
}

}  // namespace

namespace {

// Sets the edges of a line's segments; gives where the line ends.
void place_segments(std::vector<Segment>& segments, const Paragraph& paragraph,
                    const formats::docx::StyleTable& styles, const ParagraphLook& look,
                    const Area& area) {
  double x = area.left + look.left + look.first;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    Segment& one = segments[i];
    const double width = one.width * kMm;
    if (one.new_line) x = area.left + look.left;
    if (one.after_tab) {
      const Stop stop = stop_behind(paragraph, styles, x - area.left);
      x = area.left + stop.at - (stop.kind == 'r' ? width : stop.kind == 'c' ? width / 2 : 0);
    }
    double at = x;
    for (Piece& piece : one.pieces) {
      const double share = one.width > 0 ? cells_of(piece.text) * piece.size : 0;
      piece.left = at;
      at += share * kMm;
      piece.right = at;
    }
    if (!one.pieces.empty()) one.pieces.back().right = x + width;
    x += width;
  }
}

void move_by(Block& block, double by) {
  for (Piece& piece : block.pieces) {
    if (piece.left) *piece.left += by;
    if (piece.right) *piece.right += by;
  }
}

struct Laid {
  Block block{};
  int lines = 1;
};

Laid laid_out(const Paragraph& paragraph, const WordLook& word, const ParagraphLook& look,
              const formats::docx::StyleTable& styles, const Area& area) {
  std::vector<Segment> segments = segments_of(paragraph, word);
  place_segments(segments, paragraph, styles, look, area);
  Laid out;
  const double lead = blanks_at(segments.front(), false);
  const double tail = blanks_at(segments.back(), true);
  double widest = 0;
  double width = 0;
  bool has_breaks = false;
  for (Segment& one : segments) {
    if (one.new_line) has_breaks = true, ++out.lines, width = 0;
    width += one.width * kMm;
    widest = std::max(widest, width);
    for (Piece& piece : one.pieces) out.block.pieces.push_back(std::move(piece));
  }
  const double from = area.left + look.left;
  const double to = area.right - look.right;
  const double room = std::max(to - from, 1.0);
  const bool has_tab = segments.size() > 1 && !has_breaks;
  if (!has_breaks && widest + look.first > room + 1) {
    out.lines = static_cast<int>(std::ceil((widest + look.first) / room));
  }
  Block& block = out.block;
  if (block.pieces.empty()) return out;
  const bool is_one = out.lines == 1;
  if (!has_tab && is_one && look.align == "right") {
    move_by(block, to - widest - from - look.first);
  } else if (!has_tab && is_one && look.align == "center") {
    move_by(block, (to - from - widest + look.first) / 2 - look.first);
  }
  block.left = block.pieces.front().left;
  if (block.left) *block.left += lead;
  if (is_one) block.right = *block.pieces.back().right - tail;
  if (look.align == "center") {
    block.is_centred = std::abs(look.left + look.first / 2 - look.right + (lead - tail)) < 3;
    if (!is_one && has_breaks) {
      block.left = (from + to - widest) / 2;
      block.right = (from + to + widest) / 2;
    }
  } else if (is_one) {
    const double left = *block.left - area.left;
    const double right = area.right - *block.right;
    block.is_centred = std::abs(left - right) < 3 && left > 4;
  } else {
    block.is_centred = false;
  }
  block.rest = from;
  return out;
}

double line_height(const ParagraphLook& look, const Block& block) {
  return look.line.value_or((block.pieces.empty() ? 10.5 : block.size()) * kNatural);
}

}  // namespace

void WordFlow::blocks(const formats::docx::Blocks& blocks, Area& area) {
  for (const formats::docx::Block& block : blocks) {
    if (const auto* one = std::get_if<Paragraph>(&block)) {
      paragraph(*one, area);
    } else {
      table(*std::get_if<Table>(&block), area);
    }
  }
}

void WordFlow::paragraph(const Paragraph& paragraph, Area& area) {
  const ParagraphLook look = look_.paragraph(paragraph);
  Laid laid = laid_out(paragraph, look_, look, docx_.styles, area);
  Block& block = laid.block;
  const double line = line_height(look, block);
  const double height = line * laid.lines;
  const double pitch = sheet_.pitch.value_or(gbt9704::kWordPitch.value);
  // A frame stands at a place of its own.
  const auto frame = docx_.styles.of_paragraph(paragraph, "w:framePr", "vAnchor");
  const auto frame_y = docx_.styles.of_paragraph(paragraph, "w:framePr", "y");
  std::optional<double> y = area.y;
  const bool is_framed = frame.has_value() && area.place == Place::body;
  if (is_framed) {
    y = std::nullopt;
    if (*frame == "page" && frame_y) y = mm_of_twips(twips_in(*frame_y).value_or(0));
  }
  const double top = y.value_or(0) + (is_framed ? 0 : look.before * kMm);
  shapes(paragraph, area);
  if (without_blanks(block.text()).empty()) {
    blank_ += look.before + height + look.after;
  } else {
    block.place = area.place;
    block.in_table = area.in_table;
    if (area.place == Place::header && block.size() >= 20) block.place = Place::body;
    if (y) {
      block.page = 1;
      block.top = top + std::max(0.0, (line - block.size()) / 2) * kMm;
    }
    block.above = (blank_ + look.before) / pitch;
    blank_ = look.after;
    sheet_.blocks.push_back(block);
  }
  const double foot = top + height * kMm;
  Area at = area;
  if (!y) at.y = std::nullopt;
  borders(paragraph, look, at, top, foot);
  if (area.y && !is_framed) {
    area.y = foot + look.after * kMm;
    const double bottom = sheet_.text_bottom.value_or(262);
    if (area.place == Place::body && *area.y > bottom) area.y = std::nullopt;  // the next page
  }
}

void WordFlow::border(const XmlNode& border, double left, double right, std::optional<double> y,
                      Place place) {
  const std::string_view kind = border["val"];
  if (kind.empty() || kind == "nil" || kind == "none") return;
  Stroke stroke{.page = y ? 1U : 0U};
  stroke.left = left;
  stroke.right = right;
  stroke.y = y;
  stroke.weight = twips_in(border["sz"]).value_or(4) / 8 * kMm;
  const std::string_view colour = border["color"];
  unsigned value = 0;
  if (colour.size() == 6) {
    std::from_chars(colour.data(), colour.data() + 6, value, 16);
  }
  stroke.colour = Colour{static_cast<int>(value >> 16U), static_cast<int>(value >> 8U & 0xFFU),
                         static_cast<int>(value & 0xFFU)};
  const bool is_thick = kind.starts_with("thickThin");
  if (is_thick || kind.starts_with("thinThick") || kind == "double") {
    stroke.lines = 2;
    stroke.is_thick_first = is_thick;
  }
  stroke.after = sheet_.blocks.size();
  stroke.place = place;
  sheet_.strokes.push_back(stroke);
}

void WordFlow::borders(const Paragraph& paragraph, const ParagraphLook& look, const Area& area,
                       double from, double to) {
  const XmlNode* found = paragraph.properties.child("w:pBdr");
  const auto inherits = [&found](const formats::docx::Style& style) {
    const XmlNode* properties = style.node.child("w:pPr");
    if (properties != nullptr) found = properties->child("w:pBdr");
    return found != nullptr;
  };
  if (found == nullptr) docx_.styles.each_above(docx_.styles.style_of(paragraph), inherits);
  if (found == nullptr) return;
  const double left = area.left + look.left;
  const double right = area.right - look.right;
  const auto space = [](const XmlNode& one) {
    return twips_in(one["space"]).value_or(0) * kMm;  // points
  };
  const bool has_text = !sheet_.blocks.empty() && !paragraph.pieces.empty();
  if (const XmlNode* one = found->child("w:top")) {
    const std::optional<double> y = area.y ? std::optional(from - space(*one)) : std::nullopt;
    border(*one, left, right, y, area.place);
    // It stands before the paragraph's text, which is in the list already.
    if (has_text && !sheet_.strokes.empty() && sheet_.strokes.back().after > 0) {
      --sheet_.strokes.back().after;
    }
  }
  if (const XmlNode* one = found->child("w:bottom")) {
    const std::optional<double> y = area.y ? std::optional(to + space(*one)) : std::nullopt;
    border(*one, left, right, y, area.place);
  }
}

}  // namespace huice::document::verify
