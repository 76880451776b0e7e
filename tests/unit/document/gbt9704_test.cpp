// SPDX-License-Identifier: Apache-2.0
// The profile against the standard's own sums, which are worked out anew here.
#include "document/gbt9704.h"

#include <doctest/doctest.h>

using namespace huice::document;
using namespace huice::document::gbt9704;

TEST_CASE("margins and text fill the page") {
  CHECK(kLeftMargin.value + kTextWidth.value + kRightMargin.value == kPageWidth.value);
  CHECK(kTopMargin.value + kTextHeight.value + kBottomMargin.value == kPageHeight.value);
}

TEST_CASE("22 lines of either pitch fill the text's height, 23 are too many") {
  // The last line takes its characters' height alone.
  const double height = 225 / 25.4 * 72;
  CHECK(21 * kPitch.value + 16 == doctest::Approx(height));
  CHECK(22 * kWordPitch.value <= height);
  CHECK(22 * (kWordPitch.value + 0.05) > height);
  CHECK(kWordLine == kWordPitch.value * 20);
  CHECK(28 * kCellWidth.value == doctest::Approx(156 / 25.4 * 72));
}

TEST_CASE("Word's margins leave 版心 as wide and high as it is, to a twip") {
  CHECK(11906 - kWordLeft - kWordRight == 8844);
  CHECK(16838 - kWordTop - kWordBottom == 12756);
  CHECK(half_points(kBodySize.value) == 32);
  CHECK(half_points(kTitleSize.value) == 44);
  CHECK(half_points(kImprintSize.value) == 28);
}

TEST_CASE("the two formats differ where clause 10.1 says so") {
  CHECK(profile_of(LetterFormat::general).letterhead_top.value == 35);
  CHECK_FALSE(profile_of(LetterFormat::general).from_page);
  const Profile& letter = profile_of(LetterFormat::letter);
  CHECK(letter.letterhead_top.value == 30);
  CHECK(letter.from_page);
  CHECK(letter.double_rule_width.value == 170);
  CHECK(letter.page_number_from.value == 2);
  CHECK_FALSE(letter.has_imprint);
  CHECK(letter.letterhead_top.clause == "10.1");
}

TEST_CASE("headings have the faces of 7.3.3") {
  CHECK(heading_face(1) == Face::heiti);
  CHECK(heading_face(2) == Face::kaiti);
  CHECK(heading_face(3) == Face::fangsong);
  CHECK(heading_face(4) == Face::fangsong);
}
