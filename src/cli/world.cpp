// SPDX-License-Identifier: Apache-2.0
#include "cli/world.h"

#include "base/messages/cli.h"
#include "base/messages/data.h"
#include "base/messages/load.h"

#include <algorithm>
#include <map>
#include <ostream>
#include <utility>

namespace huice::cli {
namespace {

// What is not shown of several alike: how many more there are, and where the first few of them are.
Argument others(const std::vector<std::string>& places) {
  constexpr std::size_t kNamed = 3;
  const std::size_t more = places.size() - 1;
  const auto first = places.begin() + 1;
  const std::vector<std::string> named(first,
                                       first + static_cast<std::ptrdiff_t>(std::min(more, kNamed)));
  if (more <= kNamed) return msg::folded{.count = more, .places = Argument::list(named)};
  return msg::folded_more{.count = more, .places = Argument::list(named)};
}

// Notes that count what is missing in a file say the same of the next file; what other notes say
// is in each of them.
bool folds(const Diagnostic& one) {
  return one.severity() == Severity::note &&
         one.code.entry->slots.find("faulty") != std::string_view::npos;
}

// Whether other faults may have led to it: a reference leads nowhere where a record or a file could
// not be read.
bool may_follow(const Diagnostic& one) {
  return one.code == msg::dangling_reference::code;
}

// What to mend first: an error before a warning, a cause before what may follow from it.
const Diagnostic& first_to_mend(const std::vector<Diagnostic>& sorted) {
  const auto first =
      std::min_element(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return std::pair(a.severity(), may_follow(a)) < std::pair(b.severity(), may_follow(b));
      });
  if (!may_follow(*first)) return *first;
  const auto unread = std::find_if(sorted.begin(), sorted.end(), [](const Diagnostic& one) {
    return one.code == msg::unknown_data_file::code;
  });
  return unread == sorted.end() ? *first : *unread;
}

// How many problems of each severity there are, and the one to mend first.
void summarize(const Diagnostics& problems, World& world) {
  const std::string counts = summary(problems, world.language);
  if (counts.empty()) return;
  const std::vector<Diagnostic> sorted = problems.sorted();
  const Diagnostic& first = first_to_mend(sorted);
  if (first.severity() == Severity::note || place_of(first).empty()) {
    world.err << counts << "\n";
    return;
  }
  const Argument line =
      msg::mend_first{.counts = counts, .slug = first.code.slug(), .place = place_of(first)};
  world.err << say(line, world) << "\n";
}

}  // namespace

std::string place_of(const Diagnostic& one) {
  return one.where.line == 0 ? one.where.file
                             : one.where.file + ":" + std::to_string(one.where.line);
}

std::string say(const Argument& phrase, const World& world) {
  return phrase.in(world.language);
}

std::string summary(const Diagnostics& problems, Language language) {
  std::vector<std::string> counts;
  const auto add = [&](Severity severity, auto words) {
    const std::size_t count = problems.count(severity);
    if (count == 0) return;
    words.count = std::to_string(count) + (problems.counts_all(severity) ? "" : "+");
    counts.push_back(Argument(words).in(language));
  };
  add(Severity::error, msg::errors{.count = 0});
  add(Severity::warning, msg::warnings{.count = 0});
  add(Severity::note, msg::notes{.count = 0});
  return Argument::list(counts).in(language);
}

void list(const Diagnostics& problems, World& world) {
  const std::vector<Diagnostic> sorted = problems.sorted();
  std::map<Code, std::vector<std::string>> notes;
  for (const Diagnostic& one : sorted) {
    if (folds(one)) notes[one.code].push_back(place_of(one));
  }
  for (const Diagnostic& one : sorted) {
    constexpr std::size_t kEach = 3;
    std::vector<std::string>* alike = folds(one) ? &notes[one.code] : nullptr;
    if (alike != nullptr && alike->empty()) continue;  // shown with the first of its code
    world.err << format_diagnostic(one, world.language, world.err_is_terminal);
    if (alike == nullptr || alike->size() <= kEach) continue;
    world.err << "  " << say(others(*alike), world) << "\n";
    alike->clear();
  }
}

void show(const Diagnostics& problems, World& world) {
  list(problems, world);
  const std::string counts = summary(problems, world.language);
  if (!counts.empty()) world.err << counts << "\n";
}

void show_with_first(const Diagnostics& problems, World& world) {
  list(problems, world);
  summarize(problems, world);
}

}  // namespace huice::cli
