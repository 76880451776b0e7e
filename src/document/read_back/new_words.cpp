// SPDX-License-Identifier: Apache-2.0
#include "document/read_back/new_words.h"

#include "base/ascii.h"
#include "base/replaced.h"
#include "document/read_back/alignment.h"
#include "document/read_back/field_prose.h"
#include "model/han_number.h"
#include "model/written_number.h"
#include "prose/prose.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>

namespace huice::document::read_back {
namespace {

constexpr char32_t kCitation = 0x110000;  // no character: citation i is kCitation + i

std::string narrow(std::string_view text) {
  std::string out;
  for (const char one : replaced(model::narrowed(text), "\u3000", "")) {
    if (one != ' ' && one != '\t' && one != '\n' && one != ',') out += one;
  }
  return out;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), ascii::is_digit);
}

// A figure's number without zeros at its end, as the power of ten that makes it whole, and its
// unit.
struct Figure {
  std::string before{};
  std::string digits{};
  int power = 0;
  std::string unit{};

  friend bool operator==(const Figure&, const Figure&) = default;
};

// 万, 亿 and what may stand before them.
int take_multiplier(std::string_view& unit) {
  struct Word {
    std::string_view text;
    int power;
  };
  static constexpr std::array<Word, 8> kWords{{{"万亿", 12},
                                               {"百万", 6},
                                               {"千万", 7},
                                               {"百亿", 10},
                                               {"千亿", 11},
                                               {"千元", 3},
                                               {"万", 4},
                                               {"亿", 8}}};
  for (const Word& word : kWords) {
    if (!unit.starts_with(word.text)) continue;
    const std::size_t taken =
        word.text == "千元" ? std::string_view("千").size() : word.text.size();
    unit.remove_prefix(taken);
    return word.power;
  }
  return 0;
}

std::optional<Figure> figure_of(std::string_view written) {
  const std::string text = narrow(written);
  const auto first = std::find_if(text.begin(), text.end(), ascii::is_digit);
  if (first == text.end()) return std::nullopt;
  Figure out;
  const auto begin = static_cast<std::size_t>(first - text.begin());
  out.before = text.substr(0, begin);
  const std::size_t end = std::min(text.find_first_not_of("0123456789.", begin), text.size());
  std::string number = text.substr(begin, end - begin);
  std::string_view unit = std::string_view(text).substr(end);
  if (has_digit(unit)) return std::nullopt;
  out.power = take_multiplier(unit);
  out.unit = unit;
  if (const std::size_t point = number.find('.'); point != std::string::npos) {
    out.power -= static_cast<int>(number.size() - point - 1);
    number.erase(point, 1);
  }
  number.erase(0, std::min(number.find_first_not_of('0'), number.size()));
  while (number.ends_with('0')) {
    number.pop_back();
    ++out.power;
  }
  if (number.empty()) out.power = 0;
  out.digits = number;
  return out;
}

class Words {
 public:
  Words(const Runs& runs, const docx::FileOrigins& origins, const PrintedCitation& printed)
      : runs_(plain_runs(runs)), origins_(origins), printed_(printed) {
    read_base();
  }

  NewWords compare(const std::string& text, const std::vector<Mark>& marks);

 private:
  struct Changed {
    std::size_t citation = 0;
    std::size_t begin = 0;  // of the new signs
    std::size_t end = 0;
  };

  void read_base();
  void read_new(const std::string& text, const std::vector<Mark>& marks);
  std::size_t citation_of(const std::string& target);
  std::set<std::string> words_of_target(const std::string& target) const;
  std::vector<Changed> lost(const std::vector<int>& same) const;
  void settle(const Changed& changed);
  bool settle_within(const Changed& changed, const std::string& text);
  CitedFate judge(const std::string& text, std::string& target) const;
  void put(std::size_t begin, std::size_t end, std::size_t citation);
  Runs runs(const std::vector<int>& same) const;

  Runs runs_;
  const docx::FileOrigins& origins_;
  const PrintedCitation& printed_;
  std::u32string base_;                // the record's signs
  std::vector<std::size_t> base_run_;  // which run each is of
  std::vector<std::string> targets_;   // of citations, those of the record first
  std::vector<bool> used_;
  std::u32string now_;
  std::vector<Changed> changed_;
  NewWords out_;
};

void Words::read_base() {
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const Run& run = runs_[i];
    std::u32string signs;
    if (run.kind == RunKind::citation) {
      signs += static_cast<char32_t>(kCitation + targets_.size());
      targets_.push_back(run.target);
    } else if (run.kind == RunKind::line_break) {
      signs = U"\n";
    } else {
      signs = characters_of(run.text);
    }
    base_ += signs;
    base_run_.insert(base_run_.end(), signs.size(), i);
  }
  used_.assign(targets_.size(), false);
}

std::size_t Words::citation_of(const std::string& target) {
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    if (targets_[i] != target || used_[i]) continue;
    used_[i] = true;
    return i;
  }
  targets_.push_back(target);
  used_.push_back(true);
  return targets_.size() - 1;
}

// What may be printed for a citation: what it is today, and what it was when the file was made.
std::set<std::string> Words::words_of_target(const std::string& target) const {
  std::set<std::string> out;
  for (const auto& one : origins_.citations) {
    if (one.second.target == target) out.insert(one.second.words);
  }
  out.insert(printed_(target));
  out.erase("");
  return out;
}

void Words::read_new(const std::string& text, const std::vector<Mark>& marks) {
  std::size_t at = 0;
  for (const Mark& mark : marks) {
    const auto cited = origins_.citations.find(mark.name);
    if (cited == origins_.citations.end() || mark.begin < at || mark.end <= mark.begin) continue;
    now_ += characters_of(std::string_view(text).substr(at, mark.begin - at));
    const std::string words = text.substr(mark.begin, mark.end - mark.begin);
    const std::size_t citation = citation_of(cited->second.target);
    const std::size_t begin = now_.size();
    if (words == cited->second.words) {
      now_ += static_cast<char32_t>(kCitation + citation);
    } else {
      now_ += characters_of(words);
      changed_.push_back({citation, begin, now_.size()});
    }
    at = mark.end;
  }
  now_ += characters_of(std::string_view(text).substr(at));
}

// Citations of the record without a mark: what stands between the same neighbours.
std::vector<Words::Changed> Words::lost(const std::vector<int>& same) const {
  std::vector<Changed> out;
  for (std::size_t i = 0; i < base_.size(); ++i) {
    if (base_[i] < kCitation || used_[base_[i] - kCitation]) continue;
    std::size_t begin = 0;
    for (std::size_t before = i; before-- > 0;) {
      if (same[before] < 0) continue;
      begin = static_cast<std::size_t>(same[before]) + 1;
      break;
    }
    std::size_t end = now_.size();
    for (std::size_t after = i + 1; after < base_.size(); ++after) {
      if (same[after] < 0) continue;
      end = static_cast<std::size_t>(same[after]);
      break;
    }
    out.push_back({base_[i] - kCitation, begin, end});
  }
  return out;
}

void Words::put(std::size_t begin, std::size_t end, std::size_t citation) {
  now_.replace(begin, end - begin, 1, static_cast<char32_t>(kCitation + citation));
}

CitedFate Words::judge(const std::string& text, std::string& target) const {
  const std::set<std::string> known = words_of_target(target);
  const std::string now = narrow(text);
  if (known.count(text) > 0) return CitedFate::kept;
  const prose::Citation one = prose::parse_target(target);
  const std::string plain = target.substr(0, target.find('|'));
  std::vector<std::string> others{plain};
  for (const std::string_view filter : prose::filters(one.kind)) {
    others.push_back(plain + "|" + std::string(filter));
  }
  for (const std::string& other : others) {
    if (other == target || printed_(other) != text) continue;
    target = other;
    return CitedFate::kept;
  }
  for (const std::string& words : known) {
    if (narrow(words) == now || is_same_figure(words, text)) return CitedFate::reformatted;
  }
  const bool names = now.find("《") != std::string::npos || now.find("号") != std::string::npos;
  return has_digit(now) || (one.kind == prose::CitedKind::cite && names) ? CitedFate::contradicted
                                                                         : CitedFate::dropped;
}

// The citation's words as they are, with others around them.
bool Words::settle_within(const Changed& changed, const std::string& text) {
  for (const std::string& words : words_of_target(targets_[changed.citation])) {
    const std::size_t at = text.find(words);
    if (at == std::string::npos) continue;
    const std::size_t begin = changed.begin + characters_of(text.substr(0, at)).size();
    put(begin, begin + characters_of(words).size(), changed.citation);
    return true;
  }
  return false;
}

void Words::settle(const Changed& changed) {
  const std::string text = bytes_of(now_.substr(changed.begin, changed.end - changed.begin));
  std::string target = targets_[changed.citation];
  const std::string was = printed_(target);
  if (settle_within(changed, text)) return;
  std::string cited = text;
  std::size_t begin = changed.begin;
  CitedFate fate = judge(cited, target);
  if (fate == CitedFate::contradicted) {  // 约69.98 亿元: what stands before the figure is words
    const auto first = std::find_if(text.begin(), text.end(), ascii::is_digit);
    const auto lead = static_cast<std::size_t>(first - text.begin());
    const std::string rest = text.substr(std::min(lead, text.size()));
    std::string other = target;
    const CitedFate alone = rest.empty() ? fate : judge(rest, other);
    if (alone == CitedFate::kept || alone == CitedFate::reformatted) {
      fate = alone;
      target = other;
      cited = rest;
      begin += characters_of(text.substr(0, lead)).size();
    }
  }
  if (fate == CitedFate::kept || fate == CitedFate::reformatted) {
    targets_[changed.citation] = target;
    put(begin, changed.end, changed.citation);
  }
  if (fate != CitedFate::kept) out_.citations.push_back({fate, target, was, cited});
}

Runs Words::runs(const std::vector<int>& same) const {
  std::vector<int> run_of(now_.size(), -1);
  for (std::size_t i = 0; i < same.size(); ++i) {
    if (same[i] >= 0) run_of[static_cast<std::size_t>(same[i])] = static_cast<int>(base_run_[i]);
  }
  // What is written within bold or a link is bold or of the link; what is beside it is not.
  std::vector<int> next(now_.size() + 1, -1);
  for (std::size_t i = now_.size(); i-- > 0;) next[i] = run_of[i] >= 0 ? run_of[i] : next[i + 1];
  Runs out;
  int last = -1;
  for (std::size_t i = 0; i < now_.size(); ++i) {
    const char32_t sign = now_[i];
    if (run_of[i] >= 0) last = run_of[i];
    Run run;
    if (last >= 0 && next[i] == last) {
      const Run& like = runs_[static_cast<std::size_t>(last)];
      run.strong = like.strong;
      run.emphasis = like.emphasis;
      run.code = like.code;
      if (like.kind == RunKind::link) {
        run.kind = RunKind::link;
        run.target = like.target;
      }
    }
    if (sign >= kCitation) {
      run.kind = RunKind::citation;
      run.target = targets_[sign - kCitation];
      run.code = false;
    } else if (sign == U'\n') {
      run = {.kind = RunKind::line_break};
    } else {
      run.text = bytes_of(std::u32string_view(&sign, 1));
    }
    out.push_back(std::move(run));
  }
  return plain_runs(out);
}

NewWords Words::compare(const std::string& text, const std::vector<Mark>& marks) {
  read_new(text, marks);
  std::vector<Changed> all = lost(align(base_, now_));
  all.insert(all.end(), changed_.begin(), changed_.end());
  std::sort(all.begin(), all.end(),
            [](const Changed& a, const Changed& b) { return a.begin > b.begin; });
  std::size_t last = now_.size() + 1;
  for (const Changed& one : all) {
    if (one.end > last) continue;  // two in one stretch: the first of them is told
    settle(one);
    last = one.begin;
  }
  out_.is_changed = now_ != base_ || std::any_of(targets_.begin(), targets_.end(), [&](auto& one) {
                      return std::none_of(runs_.begin(), runs_.end(), [&](const Run& run) {
                        return run.kind == RunKind::citation && run.target == one;
                      });
                    });
  out_.runs = runs(align(base_, now_));
  return std::move(out_);
}

// How many bytes of the text are a number like “1.”, “（一）” or “一、” at its beginning.
std::size_t number_size(std::string_view text) {
  static constexpr std::array<std::string_view, 14> kHan{"一", "二", "三", "四", "五", "六", "七",
                                                         "八", "九", "十", "百", "（", "(",  "零"};
  std::size_t at = 0;
  for (bool more = true; more && at < text.size();) {
    more = false;
    if (ascii::is_digit(text[at])) {
      ++at;
      more = true;
      continue;
    }
    for (const std::string_view one : kHan) {
      if (!text.substr(at).starts_with(one)) continue;
      at += one.size();
      more = true;
      break;
    }
  }
  for (const std::string_view end : {"、", "）", ")", ".", "．"}) {
    if (at > 0 && text.substr(at).starts_with(end)) return at + end.size();
  }
  return 0;
}

constexpr std::string_view kWideBlank = "\u3000";

}  // namespace

bool is_same_figure(std::string_view a, std::string_view b) {
  const std::optional<Figure> one = figure_of(a);
  return one && one == figure_of(b);
}

bool NewWords::is_contradicted() const {
  return std::any_of(citations.begin(), citations.end(),
                     [](const CitedChange& one) { return one.fate == CitedFate::contradicted; });
}

std::string_view without_label(std::string_view text, std::string_view label) {
  const auto trim = [&text] {
    for (bool more = true; more;) {
      more = false;
      if (text.starts_with(kWideBlank)) text.remove_prefix(kWideBlank.size()), more = true;
      if (text.ends_with(kWideBlank)) text.remove_suffix(kWideBlank.size()), more = true;
      if (!text.empty() && ascii::is_blank(text.front())) text.remove_prefix(1), more = true;
      if (!text.empty() && ascii::is_blank(text.back())) text.remove_suffix(1), more = true;
    }
  };
  trim();
  if (label.empty()) return text;
  if (text.starts_with(label)) {
    text.remove_prefix(label.size());
  } else if (number_size(label) == label.size()) {
    text.remove_prefix(number_size(text));
  }
  trim();
  return text;
}

std::string printed_words(const Runs& runs, const PrintedCitation& printed) {
  std::string out;
  for (const Run& run : runs) {
    if (run.kind == RunKind::citation) {
      out += printed(run.target);
    } else {
      out += run.kind == RunKind::line_break ? "\n" : run.text;
    }
  }
  return out;
}

NewWords new_words(const Runs& runs, std::string_view label, const FlatParagraph& paragraph,
                   const docx::FileOrigins& origins, const PrintedCitation& printed) {
  const std::string_view whole = paragraph.text;
  const std::string_view text = without_label(whole, label);
  const auto shift = static_cast<std::size_t>(text.data() - whole.data());
  std::vector<Mark> marks;
  for (const Mark& one : paragraph.marks) {
    const bool is_within = one.begin >= shift && one.end <= shift + text.size();
    if (is_within) marks.push_back({one.name, one.begin - shift, one.end - shift});
  }
  std::string plain(text);
  for (char& sign : plain) {
    if (sign == '\t') sign = ' ';
  }
  return Words(runs, origins, printed).compare(plain, marks);
}

}  // namespace huice::document::read_back
