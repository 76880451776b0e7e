// SPDX-License-Identifier: Apache-2.0
// The rule is that of “CommonMark: CJK friendly”, an amendment which other parsers have as an
// extension, with one more condition: the reading with marks has to be the better one. Which it is
// is found by pairing the runs of a paragraph as CommonMark does, once by each rule. That takes no
// notice of code spans and links; it chooses between the readings, it does not read.
#include "markdown/chinese_emphasis.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "markdown/characters.h"
#include "markdown/own_mark.h"

#include <algorithm>

namespace huice::markdown {
namespace {

/// So many open runs are looked at for one to close: what people write has one or two.
constexpr int kLookedAt = 16;

struct Run {
  std::size_t at = 0;
  std::size_t length = 0;
  CharacterClass before = CharacterClass::space;
  CharacterClass after = CharacterClass::space;
  bool is_beside_chinese = false;
  bool begins_anew = false;  ///< in another cell or block than the run before

  bool is_between_letters() const {
    return before == CharacterClass::letter && after == CharacterClass::letter;
  }
  bool is_between_marks() const {
    return before == CharacterClass::mark && after == CharacterClass::mark;
  }
  bool is_at_space() const {
    return before == CharacterClass::space || after == CharacterClass::space;
  }
  /// `**甲****乙**`: the end of one and the start of the next.
  bool is_two() const { return is_beside_chinese && !is_at_space() && length == 4; }
  /// Whether marks would let it do more: it is two, or can open or close but not both.
  bool takes_marks() const {
    return is_two() ||
           (is_beside_chinese && !is_at_space() && !is_between_letters() && !is_between_marks());
  }
};

/// How the runs of a paragraph come out: fewer stars as text are better, then fewer of those that a
/// blank says what they do, then no bold in bold.
struct Outcome {
  std::size_t literal = 0;
  std::size_t literal_at_space = 0;
  bool nests = false;
  std::vector<std::size_t> alone{};  ///< runs of which two stars or more are text

  bool is_better_than(const Outcome& other) const {
    if (literal != other.literal) return literal < other.literal;
    if (literal_at_space != other.literal_at_space) {
      return literal_at_space < other.literal_at_space;
    }
    return !nests && other.nests;
  }
};

/// Whether a run is sure to open (or close) by CommonMark's rule.
bool flanks(CharacterClass inside, CharacterClass outside) {
  if (inside == CharacterClass::space) return false;
  return inside == CharacterClass::letter || outside == CharacterClass::space ||
         outside == CharacterClass::mark;
}

/// CommonMark's pairing of delimiter runs, less what is between them.
class Pairing {
 public:
  explicit Pairing(bool with_marks) : with_marks_(with_marks) {}

  Outcome run(const std::vector<Run>& runs) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const Run& run = runs[i];
      if (run.begins_anew) drop_down_to(0);
      index_ = i;
      at_space_ = run.is_at_space();
      const bool is_free = with_marks_ && run.takes_marks();
      const bool opens = is_free || flanks(run.after, run.before);
      const bool closes = is_free || flanks(run.before, run.after);
      if (with_marks_ && run.is_two()) {
        add(2, false, true);
        add(2, true, false);
      } else {
        add(run.length, opens, closes);
      }
    }
    drop_down_to(0);
    return std::move(outcome_);
  }

 private:
  struct Open {
    std::size_t stars = 0;
    std::size_t length = 0;  ///< of the run as written
    bool closes = false;
    bool holds_bold = false;
    std::size_t index = 0;  ///< of its run
    bool at_space = false;
  };

  void add(std::size_t length, bool opens, bool closes) {
    std::size_t stars = length;
    while (closes && stars > 0) {
      const std::size_t opener = partner(length, opens);
      if (opener == open_.size()) break;
      drop_down_to(opener + 1);
      stars -= pair(stars);
    }
    if (opens && stars > 0) {
      open_.push_back({stars, length, closes, false, index_, at_space_});
    } else {
      leave(stars, index_, at_space_);
    }
  }

  /// So many stars of a run are text.
  void leave(std::size_t stars, std::size_t index, bool at_space) {
    outcome_.literal += stars;
    if (at_space) outcome_.literal_at_space += stars;
    if (stars >= 2) outcome_.alone.push_back(index);
  }

  /// The nearest open run that a closing run of `length` can close, or open_.size().
  std::size_t partner(std::size_t length, bool opens) const {
    const std::size_t last = open_.size();
    for (std::size_t i = last; i > 0 && last - i < kLookedAt; --i) {
      const Open& open = open_[i - 1];
      const bool is_odd = (open.closes || opens) && (open.length + length) % 3 == 0 &&
                          (open.length % 3 != 0 || length % 3 != 0);
      if (!is_odd) return i - 1;
    }
    return last;
  }

  /// Pairs stars of the last open run with those of the closing one; how many of each.
  std::size_t pair(std::size_t stars) {
    Open& open = open_.back();
    const std::size_t used = open.stars >= 2 && stars >= 2 ? 2 : 1;
    if (used == 2) {
      outcome_.nests = outcome_.nests || open.holds_bold;
      open.holds_bold = true;
    }
    open.stars -= used;
    if (open.stars == 0) pop();
    return used;
  }

  void pop() {
    const bool held_bold = open_.back().holds_bold;
    open_.pop_back();
    if (!open_.empty()) open_.back().holds_bold = open_.back().holds_bold || held_bold;
  }

  void drop_down_to(std::size_t size) {
    while (open_.size() > size) {
      leave(open_.back().stars, open_.back().index, open_.back().at_space);
      pop();
    }
  }

  bool with_marks_;
  std::size_t index_ = 0;  ///< of the run at hand
  bool at_space_ = false;
  std::vector<Open> open_;
  Outcome outcome_;
};

/// A run of stars in its line. An escaped star before it is text, and a mark.
Run run_at(std::string_view line, std::size_t at, std::size_t end) {
  Run run;
  const bool begins_escaped = is_escaped(line, at);
  run.at = at + (begins_escaped ? 1 : 0);
  run.length = end - run.at;
  std::size_t before = run.at;
  std::size_t after = end;
  if (before > 0) run.before = class_of(decode_before(line, before));
  if (after < line.size()) run.after = class_of(utf8::decode(line, after));
  run.is_beside_chinese = is_chinese_before(line, run.at) || is_chinese_after(line, end);
  return run;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r>") == std::string_view::npos;
}

/// Whether a line looks like a heading or the start of a list's item.
bool starts_block(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t>");
  return first != std::string_view::npos &&
         (ascii::is_digit(line[first]) ||
          std::string_view("#-+").find(line[first]) != std::string_view::npos);
}

class Marker {
 public:
  explicit Marker(std::string_view text) : text_(text) {}

  std::vector<Edit> run() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      const std::string_view line = text_.substr(at, end - at);
      is_blank(line) ? end_paragraph() : add_line(line, at);
      at = end + 1;
    }
    end_paragraph();
    return std::move(edits_);
  }

 private:
  void add_line(std::string_view line, std::size_t start) {
    bool begins_anew = starts_block(line);
    std::size_t done = 0;
    for (std::size_t at = line.find('*'); at != std::string_view::npos; at = line.find('*', done)) {
      const std::size_t end = std::min(line.find_first_not_of('*', at), line.size());
      Run run = run_at(line, at, end);
      run.begins_anew =
          begins_anew || line.substr(done, at - done).find('|') != std::string_view::npos;
      done = end;
      if (run.length == 0) continue;
      begins_anew = false;
      run.at += start;
      runs_.push_back(run);
    }
  }

  void end_paragraph() {
    // `带*的为必填，*为选填`: a star between letters is a star, and so are those with it.
    const bool has_plain_stars = std::any_of(runs_.begin(), runs_.end(), [](const Run& run) {
      return run.length == 1 && run.is_between_letters();
    });
    for (Run& run : runs_) {
      if (has_plain_stars && run.length == 1) run.is_beside_chinese = false;
    }
    const bool may_mark =
        std::any_of(runs_.begin(), runs_.end(), [](const Run& run) { return run.takes_marks(); });
    if (may_mark && Pairing(true).run(runs_).is_better_than(Pairing(false).run(runs_))) {
      for (const Run& run : runs_) {
        if (run.takes_marks()) mark(run);
      }
    }
    runs_.clear();
  }

  void mark(const Run& run) {
    mark_before(text_, run.at, edits_);
    if (run.is_two()) edits_.push_back({run.at + 2, 0, std::string(kOwnMark)});
    mark_after(text_, run.at + run.length, edits_);
  }

  std::string_view text_;
  std::vector<Run> runs_;  ///< of the paragraph at hand
  std::vector<Edit> edits_;
};

}  // namespace

std::vector<Edit> emphasis_marks(std::string_view markdown) {
  return Marker(markdown).run();
}

std::vector<Stretch> stars_alone(std::string_view text, std::string_view blanked) {
  std::vector<Run> runs;
  std::size_t done = 0;
  for (std::size_t at = blanked.find('*'); at != std::string_view::npos;
       at = blanked.find('*', done)) {
    const std::size_t end = std::min(blanked.find_first_not_of('*', at), blanked.size());
    Run run = run_at(text, at, end);
    run.at = at;
    run.length = end - at;
    run.begins_anew = blanked.substr(done, at - done).find('|') != std::string_view::npos;
    done = end;
    runs.push_back(run);
  }
  std::vector<Stretch> alone;
  for (const std::size_t index : Pairing(false).run(runs).alone) {
    const Run& run = runs[index];
    if (run.is_beside_chinese) alone.push_back({run.at, run.length});
  }
  return alone;
}

}  // namespace huice::markdown
