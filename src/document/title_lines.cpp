// SPDX-License-Identifier: Apache-2.0
//
// A title is cut where its sense lets it be; of all ways to join the pieces again, the best counts:
// few lines, of like length, cut at the better places.
#include "base/utf8.h"
#include "document/letter.h"

#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace huice::document {
namespace {

constexpr int kLineCost = 5;     // another line is worth evening out so many characters
constexpr int kForcedCost = 15;  // a cut between any two characters, where no better one helps

/// One character with the place after it.
struct Glyph {
  char32_t sign = 0;
  std::size_t end = 0;  ///< byte after it
  int width = 0;        ///< in hundredths of a character
};

bool is_ascii(char32_t sign) {
  return sign < 0x80;
}

bool is_one_of(char32_t sign, std::u32string_view signs) {
  return signs.find(sign) != std::u32string_view::npos;
}

// Measured in 小标宋: a figure is a little wider than half a character.
int width_of(char32_t sign) {
  return is_ascii(sign) ? 60 : 100;
}

std::vector<Glyph> glyphs_of(std::string_view title) {
  std::vector<Glyph> glyphs;
  for (std::size_t at = 0; at < title.size();) {
    const char32_t sign = utf8::decode(title, at);
    glyphs.push_back({sign, at, width_of(sign)});
  }
  return glyphs;
}

bool opens(char32_t sign) {
  return is_one_of(sign, U"《〈（“‘〔");
}
bool closes(char32_t sign) {
  return is_one_of(sign, U"》〉）”’〕、，：；");
}

// What a line should not begin with: the end of 第五届, 第12号, 《…》的.
bool hangs_on(char32_t sign) {
  return is_one_of(sign, U"届次号年条项之的");
}

class Title {
 public:
  Title(std::string_view title, int most)
      : title_(title), glyphs_(glyphs_of(title)), most_(most * 100) {
    for (const Glyph& glyph : glyphs_) total_ += glyph.width;
    if (total_ <= most_ || glyphs_.size() > kMostGlyphs) return;
    for (std::size_t i = 1; i < glyphs_.size(); ++i) costs_[i] = cut_cost(i);
  }

  std::vector<std::string> lines() const;

 private:
  struct Cut {
    double cost = 0;
    std::vector<std::string> lines;
  };

  // No title has more; the search below takes their square for each line.
  static constexpr std::size_t kMostGlyphs = 300;

  Cut cut_into(std::size_t lines) const;
  std::vector<std::string> filled() const;
  std::string_view before(std::size_t glyph) const { return title_.substr(0, begin(glyph)); }
  std::string_view after(std::size_t glyph) const { return title_.substr(begin(glyph)); }
  std::size_t begin(std::size_t glyph) const { return glyph == 0 ? 0 : glyphs_[glyph - 1].end; }
  int cut_cost(std::size_t glyph) const;
  bool is_inside_marks(std::size_t glyph) const;

  std::string_view title_;
  std::vector<Glyph> glyphs_;
  std::array<int, kMostGlyphs> costs_{};  // of a line that begins with each
  int most_;
  int total_ = 0;
};

bool Title::is_inside_marks(std::size_t glyph) const {
  int depth = 0;
  for (std::size_t i = 0; i < glyph; ++i) {
    if (glyphs_[i].sign == U'《') ++depth;
    if (glyphs_[i].sign == U'》') --depth;
  }
  return depth > 0;
}

// What it costs to begin a line with this character; a million: it cannot be.
int Title::cut_cost(std::size_t glyph) const {
  constexpr int never = 1'000'000;
  const char32_t last = glyphs_[glyph - 1].sign;
  const char32_t next = glyphs_[glyph].sign;
  if (opens(last) || closes(next) || (is_ascii(last) && is_ascii(next))) return never;
  if (is_inside_marks(glyph)) return kForcedCost * 3;
  const std::string_view ahead = after(glyph);
  if (ahead.starts_with("关于")) return 0;
  if (before(glyph).ends_with("关于")) return kForcedCost;
  if (closes(last) || (before(glyph).ends_with("会议") && ahead.starts_with("第"))) return 1;
  if (opens(next)) return 2;
  const bool is_last_words = glyphs_.size() - glyph <= 5;  // 答复函, 会办意见
  if (last == U'的' && is_last_words) return 3;
  if (is_ascii(last) || is_ascii(next) || last == U'第' || hangs_on(next)) return kForcedCost * 3;
  return kForcedCost;
}

Title::Cut Title::cut_into(std::size_t lines) const {
  constexpr double none = std::numeric_limits<double>::infinity();
  const std::size_t count = glyphs_.size();
  const double share = static_cast<double>(total_) / static_cast<double>(lines);
  // cost[l][e]: of the first e characters in l lines; from[l][e]: where the last of these begins.
  std::vector<std::vector<double>> cost(lines + 1, std::vector<double>(count + 1, none));
  std::vector<std::vector<std::size_t>> from(lines + 1, std::vector<std::size_t>(count + 1, 0));
  cost[0][0] = 0;
  for (std::size_t line = 1; line <= lines; ++line) {
    for (std::size_t end = 1; end <= count; ++end) {
      int width = 0;
      for (std::size_t start = end; start-- > 0;) {
        width += glyphs_[start].width;
        if (width > most_) break;
        const double here = cost[line - 1][start] + std::abs(width - share) / 100 + costs_[start];
        if (here < cost[line][end]) cost[line][end] = here, from[line][end] = start;
      }
    }
  }
  Cut cut{cost[lines][count] + kLineCost * static_cast<double>(lines), {}};
  for (std::size_t line = lines, end = count; line > 0 && cut.cost < none; --line) {
    const std::size_t start = from[line][end];
    cut.lines.insert(cut.lines.begin(),
                     std::string(title_.substr(begin(start), begin(end) - begin(start))));
    end = start;
  }
  return cut;
}

// Lines as full as they can be.
std::vector<std::string> Title::filled() const {
  std::vector<std::string> lines;
  std::size_t first = 0;
  int width = 0;
  for (std::size_t i = 0; i < glyphs_.size(); ++i) {
    if (width + glyphs_[i].width > most_ && i > first) {
      lines.emplace_back(title_.substr(begin(first), begin(i) - begin(first)));
      first = i;
      width = 0;
    }
    width += glyphs_[i].width;
  }
  lines.emplace_back(after(first));
  return lines;
}

std::vector<std::string> Title::lines() const {
  if (total_ <= most_) return {std::string(title_)};
  if (glyphs_.size() > kMostGlyphs) return filled();
  const auto least = static_cast<std::size_t>((total_ + most_ - 1) / most_);
  Cut best = cut_into(least);
  for (const std::size_t more : {least + 1, least + 2}) {
    Cut cut = cut_into(more);
    if (cut.cost < best.cost) best = std::move(cut);
  }
  return best.lines;
}

}  // namespace

std::vector<std::string> title_lines(std::string_view title, int most) {
  return Title(title, most).lines();
}

}  // namespace huice::document
