// SPDX-License-Identifier: Apache-2.0
#include "document/verify/pdf_sheet.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace huice::document::verify {
namespace {

using formats::pdf::File;
using formats::pdf::Glyph;
using formats::pdf::Page;

constexpr double kMm = 25.4 / 72;
constexpr double kAscent = 0.86;     // of a character's body above the baseline
constexpr double kBodyLeast = 14.6;  // points: what counts as 三号
constexpr double kBodyMost = 17.4;

bool is_blank(const std::string& text) {
  return text == " " || text == "\u3000" || text == "\u00A0";
}

Colour colour_of(const formats::pdf::Colour& from) {
  const auto part = [](double share) { return static_cast<int>(std::lround(share * 255)); };
  return {part(from.red), part(from.green), part(from.blue)};
}

Piece piece_of(const Glyph& glyph, const File& file) {
  Piece out;
  out.font = file.fonts[glyph.font];
  out.face = face_of_font(out.font, false);
  out.size = std::round(glyph.size * 20) / 20;
  if (glyph.colour.is_known) out.colour = colour_of(glyph.colour);
  out.left = glyph.x * kMm;
  out.right = (glyph.x + glyph.width) * kMm;
  return out;
}

bool is_alike(const Piece& a, const Piece& b) {
  const bool same_colour =
      a.colour.has_value() == b.colour.has_value() &&
      (!a.colour || (a.colour->red == b.colour->red && a.colour->green == b.colour->green &&
                     a.colour->blue == b.colour->blue));
  return a.font == b.font && std::abs(a.size - b.size) < 0.3 && same_colour;
}

// The characters of one line, from left to right, as pieces: a gap begins another.
Block line_of(std::vector<Glyph> glyphs, const File& file, unsigned page) {
  std::stable_sort(glyphs.begin(), glyphs.end(),
                   [](const Glyph& a, const Glyph& b) { return a.x < b.x; });
  Block out{.page = page};
  double top = 1e9;
  bool has_gap = false;
  for (const Glyph& glyph : glyphs) {
    if (is_blank(glyph.text)) {
      if (!out.pieces.empty()) out.pieces.back().text += glyph.text;
      continue;
    }
    const Piece next = piece_of(glyph, file);
    top = std::min(top, (glyph.baseline - kAscent * glyph.size) * kMm);
    has_gap = !out.pieces.empty() && *next.left - *out.pieces.back().right > 1.3 * glyph.size * kMm;
    if (out.pieces.empty() || has_gap || !is_alike(out.pieces.back(), next)) {
      out.pieces.push_back(next);
    }
    out.pieces.back().text += glyph.text;
    out.pieces.back().right = std::max(*out.pieces.back().right, *next.right);
  }
  if (out.pieces.empty()) return out;
  out.top = top;
  out.left = out.pieces.front().left;
  out.right = out.pieces.back().right;
  return out;
}

std::vector<Block> lines_of(const Page& page, const File& file, unsigned number) {
  std::vector<Glyph> glyphs = page.glyphs;
  std::stable_sort(glyphs.begin(), glyphs.end(),
                   [](const Glyph& a, const Glyph& b) { return a.baseline < b.baseline; });
  std::vector<Block> out;
  for (std::size_t i = 0; i < glyphs.size();) {
    std::size_t end = i + 1;
    while (end < glyphs.size() && glyphs[end].baseline - glyphs[i].baseline < 3) ++end;
    const auto from = glyphs.begin() + static_cast<std::ptrdiff_t>(i);
    Block line = line_of({from, glyphs.begin() + static_cast<std::ptrdiff_t>(end)}, file, number);
    if (!line.pieces.empty()) out.push_back(std::move(line));
    i = end;
  }
  return out;
}

bool is_body_line(const Block& block) {
  const double size = block.size();
  return block.place == Place::body && size > kBodyLeast && size < kBodyMost;
}

double baseline_of(const Block& block) {
  return *block.top / kMm + kAscent * block.size();
}

// A value that many have, to half a millimetre: the least of those that at least two share.
std::optional<double> shared_edge(std::vector<double> edges, bool is_least) {
  std::sort(edges.begin(), edges.end());
  if (!is_least) std::reverse(edges.begin(), edges.end());
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    if (std::abs(edges[i] - edges[i + 1]) < 0.5) return edges[i];
  }
  return std::nullopt;
}

// Half of a mark at the end of a line may hang outside, and of a bracket at its beginning.
bool hangs(const Block& block) {
  const std::string text = block.text();
  for (const std::string_view sign :
       {"\uFF0C", "\u3002", "\u3001", "\uFF1B", "\uFF1A", "\uFF09", "\u3015", "\u201D", "\u2019",
        "\u300B", "\u3009", "\uFF01", "\uFF1F"}) {
    if (text.ends_with(sign)) return true;
  }
  return false;
}

bool begins_outside(const Block& block) {
  const std::string text = block.text();
  for (const std::string_view sign : {"\uFF08", "\u3014", "\u201C", "\u2018", "\u300A", "\u3008"}) {
    if (text.starts_with(sign)) return true;
  }
  return false;
}

// The right edge of the lines. Half of a mark at a line's end may be cut off, and a line then seems
// to end early or late: where lines end at the edge that is asked for, less than a character from
// the others, that is it.
std::optional<double> right_edge(const std::vector<double>& whole, std::vector<double> all,
                                 double asked) {
  const std::optional<double> right = shared_edge(whole, false);
  constexpr double less = 4;
  if (right && std::abs(*right - asked) > less) return right;
  std::sort(all.begin(), all.end());
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    const bool is_shared = all[i + 1] - all[i] < 0.3;
    if (is_shared && std::abs(all[i] - asked) < gbt9704::kTextTolerance.value) return all[i];
  }
  return right;
}

void measure_edges(Sheet& sheet) {
  std::vector<double> lefts;
  std::vector<double> rights;
  std::vector<double> all;
  for (const Block& block : sheet.blocks) {
    if (!is_body_line(block)) continue;
    if (!begins_outside(block)) lefts.push_back(*block.left);
    all.push_back(*block.right);
    if (!hangs(block)) rights.push_back(*block.right);
  }
  sheet.left = shared_edge(lefts, true);
  const double asked = sheet.text_left() + gbt9704::kTextWidth.value;
  const std::optional<double> right = right_edge(rights, std::move(all), asked);
  // Lines that end a paragraph do not reach the edge: what is far from it says nothing.
  if (sheet.left && right && *right - *sheet.left > 120) sheet.text_width = *right - *sheet.left;
  for (const Block& block : sheet.blocks) {
    if (!is_body_line(block) || block.page < 2) continue;
    if (!sheet.top) sheet.top = *block.top;
    const double bottom = *block.top + block.size() * kMm;
    sheet.text_bottom = std::max(sheet.text_bottom.value_or(0), bottom);
  }
}

void measure_pitch(Sheet& sheet) {
  std::map<int, int> steps;  // twentieths of a point
  const Block* before = nullptr;
  for (const Block& block : sheet.blocks) {
    if (!is_body_line(block)) continue;
    if (before != nullptr && before->page == block.page) {
      const double step = baseline_of(block) - baseline_of(*before);
      if (step > 17 && step < 48) ++steps[static_cast<int>(std::lround(step * 2))];
    }
    before = &block;
  }
  int best = 0;
  int count = 0;
  for (const auto& one : steps) {
    if (one.second > count) best = one.first, count = one.second;
  }
  if (count < 2) return;
  double sum = 0;
  double taken = 0;
  before = nullptr;
  for (const Block& block : sheet.blocks) {
    if (!is_body_line(block)) continue;
    if (before != nullptr && before->page == block.page) {
      const double step = baseline_of(block) - baseline_of(*before);
      if (std::abs(step * 2 - best) < 1.6) sum += step, ++taken;
    }
    before = &block;
  }
  sheet.pitch = sum / taken;
}

// What the pages between the first and the last show.
void measure_lines(Sheet& sheet) {
  if (!sheet.pitch) return;
  for (unsigned page = 2; page < sheet.pages; ++page) {
    std::optional<double> first;
    double last = 0;
    for (const Block& block : sheet.blocks) {
      if (block.page != page || !is_body_line(block)) continue;
      if (!first) first = baseline_of(block);
      last = baseline_of(block);
    }
    if (!first) continue;
    const int lines = static_cast<int>(std::lround((last - *first) / *sheet.pitch)) + 1;
    sheet.lines = std::max(sheet.lines.value_or(0), lines);
  }
}

void measure_cells(Sheet& sheet) {
  if (!sheet.text_width) return;
  int full = 0;
  double most = 0;
  for (const Block& block : sheet.blocks) {
    if (!is_body_line(block) || block.pieces.size() > 4) continue;
    const double reach = sheet.text_right() - *block.right;
    if (std::abs(reach) > 4) continue;
    double cells = cells_of(block.text());
    if (reach < -2) cells -= 1;  // its last sign hangs outside
    const double indent = (*block.left - sheet.text_left()) / (block.size() * kMm);
    if (indent > gbt9704::kIndent.value + 0.7) continue;  // it stands at the right edge
    if (indent > 0.5) cells += std::round(indent * 2) / 2;
    most = std::max(most, cells);
    ++full;
  }
  if (full >= 2) sheet.cells = most;
}

// Blank lines between lines of a page, and what stands in the middle.
void place_blocks(Sheet& sheet) {
  const Block* before = nullptr;
  const double pitch = sheet.pitch.value_or(gbt9704::kPitch.value);
  for (Block& block : sheet.blocks) {
    if (block.place == Place::body) {
      const double left = *block.left - sheet.text_left();
      const double right = sheet.text_right() - *block.right;
      block.is_centred = std::abs(left - right) < 3 && left > 4;
      if (before != nullptr && before->page == block.page) {
        block.above = (baseline_of(block) - baseline_of(*before)) / pitch - 1;
      }
      before = &block;
    }
  }
}

bool is_number_text(const std::string& text) {
  std::string plain;
  std::size_t digits = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t sign = utf8::decode(text, at);
    if (sign < 0x80 && ascii::is_digit(static_cast<char>(sign))) {
      ++digits;
    } else if (sign != ' ' && sign != '-' && sign != 0x2014 && sign != 0x2013 && sign != 0x2015 &&
               sign != 0x2500 && sign != 0xFF0D && sign != 0x3000 && sign != 0x4E00) {
      return false;
    }
    plain += text.substr(from, at - from);
  }
  return digits > 0 && digits < 4;
}

void take_numbers(Sheet& sheet) {
  std::vector<Block> kept;
  for (Block& block : sheet.blocks) {
    if (block.place != Place::footer || !is_number_text(block.text())) {
      kept.push_back(std::move(block));
      continue;
    }
    const double middle = (*block.left + *block.right) / 2;
    const double left = *block.left - sheet.text_left();
    const double right = sheet.text_right() - *block.right;
    PageNumber number{.page = block.page, .text = block.text()};
    number.size = block.size();
    number.side = std::abs(middle - (sheet.text_left() + sheet.text_right()) / 2) < 8 ? Side::center
                  : left < right                                                      ? Side::left
                                                                                      : Side::right;
    number.inset = std::min(left, right) / (number.size * kMm);
    number.dash = *block.top + (kAscent - 0.33) * number.size * kMm;
    number.face = block.face();
    number.font = block.font();
    sheet.numbers.push_back(std::move(number));
  }
  sheet.blocks = std::move(kept);
}

Stroke stroke_of(const formats::pdf::Rule& rule, unsigned page) {
  Stroke out{.page = page};
  out.left = rule.left * kMm;
  out.right = rule.right * kMm;
  out.y = rule.y * kMm;
  out.weight = rule.weight * kMm;
  if (rule.colour.is_known) out.colour = colour_of(rule.colour);
  return out;
}

}  // namespace

Sheet sheet_of(const File& file) {
  Sheet sheet{.source = Sheet::Source::pdf};
  sheet.pages = static_cast<unsigned>(file.pages.size());
  std::size_t glyphs = 0;
  std::size_t unread = 0;
  bool has_picture = false;
  for (unsigned i = 0; i < sheet.pages; ++i) {
    const Page& page = file.pages[i];
    if (i == 0) {
      sheet.width = page.width * kMm;
      sheet.height = page.height * kMm;
    }
    glyphs += page.glyphs.size();
    has_picture = has_picture || page.has_picture;
    for (const Glyph& glyph : page.glyphs) unread += glyph.text.empty() ? 1U : 0U;
    for (Block& block : lines_of(page, file, i + 1)) {
      const double size = block.size();
      if (size < 20 && *block.top > 263) block.place = Place::footer;
      if (size < 20 && *block.top + size * kMm < 35) block.place = Place::header;
      sheet.blocks.push_back(std::move(block));
    }
    for (const formats::pdf::Rule& rule : page.rules) {
      sheet.strokes.push_back(stroke_of(rule, i + 1));
    }
  }
  std::stable_sort(sheet.strokes.begin(), sheet.strokes.end(),
                   [](const Stroke& a, const Stroke& b) {
                     return a.page != b.page ? a.page < b.page : *a.y < *b.y;
                   });
  // LibreOffice draws the lines of a double border twice.
  const auto is_again = [](const Stroke& a, const Stroke& b) {
    return a.page == b.page && std::abs(*a.y - *b.y) < 0.05 && std::abs(*a.left - *b.left) < 0.1 &&
           std::abs(*a.right - *b.right) < 0.1;
  };
  sheet.strokes.erase(std::unique(sheet.strokes.begin(), sheet.strokes.end(), is_again),
                      sheet.strokes.end());
  sheet.is_picture = glyphs == 0 && has_picture;
  sheet.has_unread_text = unread * 10 > glyphs;
  measure_edges(sheet);
  measure_pitch(sheet);
  measure_lines(sheet);
  measure_cells(sheet);
  take_numbers(sheet);
  place_blocks(sheet);
  return sheet;
}

}  // namespace huice::document::verify
