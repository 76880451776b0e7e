// SPDX-License-Identifier: Apache-2.0
#include "document/verify/measures.h"

#include "base/utf8.h"

#include <array>
#include <cstdio>

namespace huice::document::verify {
namespace {

std::string decimal(double value, const char* unit) {
  std::array<char, 48> out{};
  std::snprintf(out.data(), out.size(), "%.1f%s", value, unit);
  return out.data();
}

}  // namespace

std::string in_mm(double value) {
  return decimal(value, " mm");
}

std::string in_points(double value) {
  return decimal(value, " pt");
}

std::string in_hundredths(double value) {
  std::array<char, 48> out{};
  std::snprintf(out.data(), out.size(), "%.2f", value);
  return out.data();
}

std::string in_cells(double value) {
  return decimal(value + 1e-9, "");
}

std::string hex(const Colour& colour) {
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), "#%02X%02X%02X", static_cast<unsigned>(colour.red) & 0xFFU,
                static_cast<unsigned>(colour.green) & 0xFFU,
                static_cast<unsigned>(colour.blue) & 0xFFU);
  return out.data();
}

std::string quoted(const std::string& text) {
  constexpr std::size_t most = 16;
  const std::string plain = without_blanks(text);
  const std::string begun(utf8::first(plain, most));
  return begun.size() < plain.size() ? begun + "…" : begun;
}

Argument face_words(const std::optional<gbt9704::Face>& face, const std::string& font) {
  if (!face) return font;
  switch (*face) {
    case gbt9704::Face::fangsong:
      return msg::verify_fangsong{};
    case gbt9704::Face::kaiti:
      return msg::verify_kaiti{};
    case gbt9704::Face::heiti:
      return msg::verify_heiti{};
    case gbt9704::Face::xiaobiaosong:
      return msg::verify_xiaobiaosong{};
    case gbt9704::Face::songti:
      return msg::verify_songti{};
  }
  return font;
}

void add_face(Report& report, const Block& block, gbt9704::Face face, std::string_view clause) {
  const std::optional<gbt9704::Face> found = block.face();
  const Argument what = msg::verify_face{};
  if (!found) {
    return report.unknown(clause, what, msg::verify_unknown_font{.font = block.font()});
  }
  report.add(*found == face, clause, what, face_words(found, block.font()), face_words(face, {}));
}

void add_size(Report& report, const Block& block, double size, std::string_view clause) {
  const double found = block.size();
  if (found <= 0) {
    return report.unknown(clause, msg::verify_size{}, msg::verify_not_said{});
  }
  report.add(is_near(found, size, kSizeTolerance), clause, msg::verify_size{}, in_points(found),
             in_points(size));
}

std::optional<double> cells_left(const Measured& letter, const Block& block) {
  if (!block.left) return std::nullopt;
  return (*block.left - letter.sheet.text_left()) / (block.size() * kMillimetres);
}

std::optional<double> cells_right(const Measured& letter, const Block& block) {
  if (!block.right) return std::nullopt;
  return (letter.sheet.text_right() - *block.right) / (block.size() * kMillimetres);
}

}  // namespace huice::document::verify
