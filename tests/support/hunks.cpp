// SPDX-License-Identifier: Apache-2.0
#include "support/hunks.h"

#include <algorithm>
#include <vector>

namespace huice::test {
namespace {

using Lines = std::vector<std::string>;

struct Hunk {
  int number = 0;  // from 1
  int line = 0;    // of its @@ in the document
  Lines before;
  Lines after;
};

// Each line with its line break, so that a last line without one is not equal to one with it.
Lines lines_of(const std::string& text) {
  Lines lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  return lines;
}

std::string without_break(const std::string& line) {
  return line.substr(0, line.find('\n'));
}

class Hunks {
 public:
  Hunks(const Section& section, const std::string& document)
      : section_(section), document_(document) {
    int line = section.line;
    for (const std::string& text : lines_of(section.body)) read(text, ++line);
    if (hunks_.empty()) throw CaseError(document, section.line, "this section has no hunk");
    for (const Hunk& hunk : hunks_) check(hunk);
  }

  std::string apply(const std::string& text) const {
    const Lines lines = lines_of(text);
    std::string out;
    std::size_t done = 0;
    for (const Hunk& hunk : hunks_) {
      const std::size_t at = place_of(hunk, lines);
      if (at < done) fail(hunk, "comes before the end of the hunk above it");
      for (; done < at; ++done) out += lines[done];
      for (const std::string& line : hunk.after) out += line;
      done += hunk.before.size();
    }
    for (; done < lines.size(); ++done) out += lines[done];
    return out;
  }

 private:
  void read(const std::string& text, int line) {
    if (text.starts_with("@@")) {
      hunks_.push_back({static_cast<int>(hunks_.size()) + 1, line, {}, {}});
      if (text != "@@\n") {
        fail(hunks_.back(), "begins with “" + without_break(text) +
                                "”; write @@ alone, since its lines say where it applies");
      }
      return;
    }
    if (hunks_.empty()) throw CaseError(document_, line, "a hunk begins with a line @@");
    Hunk& hunk = hunks_.back();
    const std::string content = text == "\n" ? text : text.substr(1);  // editors strip blanks
    const char sign = text.front();
    if (sign != ' ' && sign != '-' && sign != '+' && sign != '\n') {
      throw CaseError(
          document_, line,
          name(hunk) + ": a line begins with a blank, - or +, not “" + without_break(text) + "”");
    }
    if (sign != '+') hunk.before.push_back(content);
    if (sign != '-') hunk.after.push_back(content);
  }

  void check(const Hunk& hunk) const {
    if (hunk.before.empty()) fail(hunk, "has no line that stays or goes, so it has no place");
    if (hunk.before == hunk.after) fail(hunk, "changes nothing");
  }

  // The line of `lines` that the hunk's first line is, from 0.
  std::size_t place_of(const Hunk& hunk, const Lines& lines) const {
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at + hunk.before.size() <= lines.size(); ++at) {
      const auto from = lines.begin() + static_cast<std::ptrdiff_t>(at);
      if (std::equal(hunk.before.begin(), hunk.before.end(), from)) places.push_back(at);
    }
    if (places.size() == 1) return places.front();
    if (places.empty()) fail(hunk, "matches nowhere" + missing_line(hunk, lines));
    std::string found;
    for (const std::size_t at : places)
      found += (found.empty() ? "" : ", ") + std::to_string(at + 1);
    fail(hunk, "matches " + std::to_string(places.size()) + " times (lines " + found +
                   "); give it more lines around it");
  }

  static std::string missing_line(const Hunk& hunk, const Lines& lines) {
    for (const std::string& line : hunk.before) {
      if (std::find(lines.begin(), lines.end(), line) != lines.end()) continue;
      return "; the file has no line “" + without_break(line) + "”";
    }
    return "; the file has its lines, but not in a row";
  }

  std::string name(const Hunk& hunk) const {
    return "hunk " + std::to_string(hunk.number) + " of " + section_.head + " " + section_.argument;
  }

  [[noreturn]] void fail(const Hunk& hunk, const std::string& problem) const {
    throw CaseError(document_, hunk.line, name(hunk) + " " + problem);
  }

  const Section& section_;
  const std::string& document_;
  std::vector<Hunk> hunks_;
};

}  // namespace

std::string apply_hunks(const std::string& text, const Section& hunks,
                        const std::string& document) {
  return Hunks(hunks, document).apply(text);
}

}  // namespace huice::test
