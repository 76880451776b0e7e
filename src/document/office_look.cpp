// SPDX-License-Identifier: Apache-2.0
//
// The names of fonts as Word of China lists them. 小标宋 and the _GB2312 ones come with the
// office's own licence; where they are not installed, Word takes the next.
#include "document/office_look.h"

#include "base/ascii.h"

namespace huice::document {

OfficeLook usual_look() {
  return {.fonts = {{{"仿宋_GB2312", {"仿宋", "FangSong", "STFangsong"}},
                     {"楷体_GB2312", {"楷体", "KaiTi", "STKaiti"}},
                     {"黑体", {"SimHei"}},
                     {"方正小标宋简体", {"方正小标宋_GBK", "华文中宋", "STZhongsong"}},
                     {"宋体", {"SimSun"}}}}};
}

namespace {

// E32416 of e32416 or #E32416.
std::optional<std::string> color_of(std::string_view text) {
  if (text.starts_with('#')) text.remove_prefix(1);
  if (text.size() != 6) return std::nullopt;
  std::string out;
  for (const char c : text) {
    const int value = ascii::hex_value(c);
    if (value < 0) return std::nullopt;
    out += ascii::kUpperHex[static_cast<std::size_t>(value)];
  }
  return out;
}

}  // namespace

std::optional<OfficeLook> office_look(const model::LetterSettings& settings) {
  OfficeLook look = usual_look();
  // In the order of gbt9704::Face.
  const std::array<const std::vector<std::string>*, 5> lists{
      &settings.fonts.fangsong, &settings.fonts.kaiti, &settings.fonts.heiti,
      &settings.fonts.xiaobiaosong, &settings.fonts.songti};
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const std::vector<std::string>& names = *lists.at(i);
    if (names.empty()) continue;
    look.named.at(i) = names;
    look.fonts.at(i) = {names.front(), {names.begin() + 1, names.end()}};
  }
  if (settings.letterhead_size) look.letterhead_size = *settings.letterhead_size;
  if (!settings.letterhead_color.empty()) {
    const std::optional<std::string> red = color_of(settings.letterhead_color);
    if (!red) return std::nullopt;
    look.red = *red;
  }
  look.letterhead_file = settings.letterhead_picture;
  return look;
}

}  // namespace huice::document
