// SPDX-License-Identifier: Apache-2.0
// What follows the body: 附件说明, 署名, 成文日期, 附注, 附件.
#include "document/docx/body.h"
#include "document/docx/frame.h"
#include "document/docx/measures.h"
#include "document/docx/tables.h"

#include <algorithm>
#include <array>
#include <utility>

namespace huice::document::docx {
namespace {

using gbt9704::Face;
using gbt9704::kWordLine;

// Where a line of the signature begins and how it stands from there to the right edge.
struct Place {
  double left = 0;  // characters
  Side side = Side::left;
  double over = 0;  // characters past the right edge, before the line would be broken
};

constexpr double kCells = gbt9704::kCells.value;

struct SignaturePlaces {
  Place name;
  Place date;
};

// 7.3.5.1: the name is centred on the date, which ends four characters from the edge. Both are in
// the middle of one space, so that a name that is changed in Word, or another font, leaves them so.
// A name that is wider than this space makes it wider.
SignaturePlaces sealed(double name, double date) {
  const double space = std::max(2 * gbt9704::kDateRightSealed.value + date, name);
  const Place place{kCells - space, Side::center};
  return {place, place};
}

// 7.3.5.2: the date begins two characters right of the name; the longer one ends two characters
// from the edge.
SignaturePlaces unsealed(double name, double date) {
  const double inset = gbt9704::kDateInset.value;
  const double right = kCells - gbt9704::kSignatoryRight.value;
  const double from = date > name ? right - date - inset : right - name;
  return {{from, Side::left}, {from + inset, Side::left, inset}};
}

Look look_of(const StyleName& style, const Place& place, int before = 0) {
  return {.style = style,
          .keep_next = true,
          .before = before,
          .indent = Indent{.left = characters(place.left), .right = -characters(place.over)},
          .side = place.side};
}

void write_date(Story& story, const Letter& letter, const Place& place) {
  Story::Paragraph out(story, look_of(kDate, place), Story::frame("date"));
  out.text(letter.signed_on.text, {});
}

// Two names a row, each in the middle of its seal's place; the last is centred on the date.
void write_joint_signatories(Story& story, const Letter& letter) {
  constexpr int kSealRow = 5;  // lines: a seal of 42 mm and what keeps the next from touching it
  const Place place = sealed(0, cells(letter.signed_on.text)).name;
  const int right_column = kTextWidth - characters(place.left);
  const std::vector<int> widths{kTextWidth - right_column, right_column};
  const std::vector<std::string>& names = letter.signatories;
  const std::size_t shift = names.size() % 2;  // an odd one stands alone, last
  Xml& xml = story.xml();
  const auto table = xml.element("w:tbl");
  {
    const auto properties = xml.element("w:tblPr");
    write_table_width(xml, kTextWidth);
    write_no_margins(xml);
  }
  write_grid(xml, widths);
  const std::size_t rows = (names.size() + shift) / 2;
  for (std::size_t r = 0; r < rows; ++r) {
    const auto row = xml.element("w:tr");
    const int height =
        r == 0 ? lines(gbt9704::kLinesAboveSealed) + kWordLine : kSealRow * kWordLine;
    write_row_height(xml, height, RowHeight::least);
    for (std::size_t c = 0; c < 2; ++c) {
      const auto cell = xml.element("w:tc");
      {
        const auto properties = xml.element("w:tcPr");
        write_cell_width(xml, widths.at(c));
        xml.empty("w:vAlign", {{"w:val", "bottom"}});
      }
      const bool is_last_row = r + 1 == rows;
      const bool is_blank = shift == 1 && is_last_row && c == 0;
      const std::size_t at = shift == 1 && is_last_row ? names.size() - 1 : 2 * r + c;
      Story::Paragraph out(
          story, {.style = kSignature, .keep_next = true, .side = Side::center},
          is_blank ? std::string() : Story::frame("signatory" + std::to_string(at + 1)));
      if (!is_blank) out.text(names[at], {});
    }
  }
}

void write_signatories(Story& story, const Letter& letter) {
  const double date = cells(letter.signed_on.text);
  if (letter.signatories.size() > 1 && letter.has_seal) {
    write_joint_signatories(story, letter);
    return write_date(story, letter, sealed(0, date).date);
  }
  double widest = 0;
  for (const std::string& name : letter.signatories) widest = std::max(widest, cells(name));
  const SignaturePlaces places = letter.has_seal ? sealed(widest, date) : unsealed(widest, date);
  int before = lines(letter.has_seal ? gbt9704::kLinesAboveSealed : gbt9704::kLinesAboveSignatory);
  for (std::size_t i = 0; i < letter.signatories.size(); ++i) {
    Story::Paragraph out(story, look_of(kSignature, places.name, std::exchange(before, 0)),
                         Story::frame("signatory" + std::to_string(i + 1)));
    out.text(letter.signatories[i], {});
  }
  write_date(story, letter, places.date);
}

std::string numbered(std::size_t number) {
  return std::to_string(number) + ".";
}

void write_annex_list(Story& story, const Letter& letter) {
  if (letter.annexes.empty()) return;
  const double label = cells(letter.annex_label);
  const bool is_one = letter.annexes.size() == 1;
  const double number = is_one ? 0 : letter.annexes.size() > 9 ? 1.75 : 1.25;
  const double indent = gbt9704::kIndent.value;
  for (std::size_t i = 0; i < letter.annexes.size(); ++i) {
    const double from = indent + (i == 0 ? 0 : label);  // of what is printed first
    const double names = indent + label + number;
    Story::Paragraph out(
        story,
        {.style = kAnnexList,
         .keep_next = true,
         .tabs = {{characters(names), Side::left}},
         .before = i == 0 ? lines(gbt9704::kLinesAboveAnnexes) : 0,
         .indent = Indent{.left = characters(names), .hanging = characters(names - from)}},
        Story::frame("annex" + std::to_string(i + 1)));
    if (i == 0) out.text(letter.annex_label, {});
    if (!is_one) {
      out.text(numbered(i + 1), {});
      out.tab({});
    }
    out.text(letter.annexes[i].title, {});
  }
}

// 附件： without its colon.
std::string_view without_colon(std::string_view label) {
  constexpr std::string_view colon = "\uFF1A";
  return label.ends_with(colon) ? label.substr(0, label.size() - colon.size()) : label;
}

}  // namespace

void write_signature(Story& story, const Letter& letter) {
  write_annex_list(story, letter);
  write_signatories(story, letter);
  if (letter.contact_note.empty()) return;
  Story::Paragraph out(story, {.style = kContactNote, .keep_next = true, .keep_lines = true},
                       Story::frame("contact"));
  out.text(letter.contact_note, {});
}

void write_annexes(Story& story, const Letter& letter) {
  const auto has_pages = [](const LetterAnnex& annex) { return !annex.blocks.empty(); };
  const auto last = std::find_if(letter.annexes.rbegin(), letter.annexes.rend(), has_pages);
  for (std::size_t i = 0; i < letter.annexes.size(); ++i) {
    const LetterAnnex& annex = letter.annexes[i];
    if (!has_pages(annex)) continue;
    {
      Story::Paragraph out(story, {.style = kAnnexLabel, .keep_next = true, .page_break = true});
      out.text(without_colon(letter.annex_label), {.face = Face::heiti});
      if (letter.annexes.size() > 1) out.text(std::to_string(i + 1), {.face = Face::heiti});
    }
    {
      const int above = lines(gbt9704::kAnnexTitleLine) - 2 * kWordLine;
      Story::Paragraph out(story, {.style = kAnnexTitle, .keep_next = true, .before = above});
      write_title_lines(out, title_lines(annex.title, kTitleCharacters));
    }
    write_body(story, annex.blocks, &annex == &*last);
  }
}

}  // namespace huice::document::docx
