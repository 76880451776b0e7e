// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an office's letters look like where GB/T 9704 leaves it open, or where an office deviates:
// “letters” in data/site.json. Writers of letters take it from here, and whoever checks a finished
// file; the standard's own numbers are in gbt9704.h.

#include "document/gbt9704.h"
#include "document/picture.h"
#include "model/publication.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace huice::document {

/// A font by its name in Word, and those that may take its place where it is not installed.
struct DocxFont {
  std::string name{};
  std::vector<std::string> instead{};
};

struct OfficeLook {
  /// As Word knows them, by gbt9704::Face.
  std::array<DocxFont, 5> fonts;
  /// Those that the office names itself, in its order, by the same; empty: the usual ones.
  std::array<std::vector<std::string>, 5> named{};
  /// Of 发文机关标志, in points; a name that is too long for its line is made smaller.
  double letterhead_size = gbt9704::kLetterheadSize.value;
  /// Of 版头, six hexadecimal digits.
  std::string red{gbt9704::kRed};
  /// In place of 发文机关标志, whose words are then read to who does not see it.
  std::optional<Picture> letterhead{};
  std::string letterhead_file{};  ///< its name in templates/letter; empty: none

  const DocxFont& font(gbt9704::Face face) const {
    return fonts.at(static_cast<std::size_t>(face));
  }
};

/// The fonts that offices have: 仿宋_GB2312, 楷体_GB2312, 黑体, 方正小标宋简体, 宋体.
OfficeLook usual_look();

/// As the settings say, but for the picture, which is a file. nullopt where the colour is none.
std::optional<OfficeLook> office_look(const model::LetterSettings& settings);

}  // namespace huice::document
