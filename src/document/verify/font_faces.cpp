// SPDX-License-Identifier: Apache-2.0
#include "base/ascii.h"
#include "document/verify/sheet.h"

#include <array>
#include <string>

namespace huice::document::verify {
namespace {

using gbt9704::Face;

struct Hint {
  std::string_view part;  // of the name, in lower case without blanks
  Face face;
};

// In this order: 仿宋 is looked for before 宋, and so on. FZ… are names in the files of 方正.
constexpr std::array kHints{
    Hint{"小标宋", Face::xiaobiaosong},
    Hint{"xiaobiaosong", Face::xiaobiaosong},
    Hint{"fzxbs", Face::xiaobiaosong},
    Hint{"zhongsong", Face::xiaobiaosong},
    Hint{"中宋", Face::xiaobiaosong},
    Hint{"大标宋", Face::xiaobiaosong},
    Hint{"仿宋", Face::fangsong},
    Hint{"fangsong", Face::fangsong},
    Hint{"fzfs", Face::fangsong},
    Hint{"fandolfang", Face::fangsong},
    Hint{"fsgb", Face::fangsong},
    Hint{"楷", Face::kaiti},
    Hint{"kai", Face::kaiti},
    Hint{"fzkt", Face::kaiti},
    Hint{"黑", Face::heiti},
    Hint{"hei", Face::heiti},
    Hint{"fzht", Face::heiti},
    Hint{"sanscjk", Face::heiti},
    Hint{"sourcehansans", Face::heiti},
    Hint{"notosanssc", Face::heiti},
    Hint{"宋", Face::songti},
    Hint{"song", Face::songti},
    Hint{"simsun", Face::songti},
    Hint{"fzss", Face::songti},
    Hint{"serifcjk", Face::songti},
    Hint{"sourcehanserif", Face::songti},
    Hint{"notoserifsc", Face::songti},
    Hint{"ming", Face::songti},
};

}  // namespace

// A bold 宋体 stands in for 小标宋, which is not free.
std::optional<Face> face_of_font(std::string_view name, bool is_bold) {
  std::string plain;
  for (const char c : name) {
    if (c != ' ' && c != '-' && c != '_') plain += ascii::lower(c);
  }
  for (const Hint& hint : kHints) {
    if (plain.find(hint.part) == std::string::npos) continue;
    if (hint.face != Face::songti) return hint.face;
    const auto has = [&plain](std::string_view part) {
      return plain.find(part) != std::string::npos;
    };
    const bool is_heavy = is_bold || has("bold") || has("black") || has("heavy");
    return is_heavy ? Face::xiaobiaosong : Face::songti;
  }
  return std::nullopt;
}

}  // namespace huice::document::verify
