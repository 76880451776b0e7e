// SPDX-License-Identifier: Apache-2.0
//
// A small hand-written reader finds {{ name('literal') | filter }} in the text; each is replaced by
// the Markdown of a citation node, and the rest is Markdown as it is.
#include "prose/prose.h"

#include "base/ascii.h"
#include "base/messages/prose.h"
#include "base/spelling.h"
#include "derive/comparison.h"
#include "markdown/citation.h"
#include "markdown/parse.h"
#include "model/given.h"
#include "model/schema/references.h"

#include <algorithm>
#include <array>
#include <optional>

namespace huice::prose {
namespace {

using model::RefKind;

struct Function {
  std::string_view name;
  CitedKind kind;
  RefKind refers_to;
};

constexpr std::array<Function, 5> kFunctions{
    {{"fact", CitedKind::fact, RefKind::observation},
     {"amount", CitedKind::amount, RefKind::measure},
     {"target", CitedKind::target, RefKind::target},
     {"undertaking", CitedKind::undertaking, RefKind::undertaking},
     {"cite", CitedKind::cite, RefKind::article}}};

constexpr std::string_view kChange = "change";
constexpr std::string_view kGiven = "given";
constexpr std::string_view kSentence = "sentence";

const Function& function_of(CitedKind kind) {
  for (const Function& function : kFunctions) {
    if (function.kind == kind) return function;
  }
  return kFunctions.back();
}

std::vector<std::string_view> function_names() {
  std::vector<std::string_view> names;
  names.reserve(kFunctions.size());
  for (const Function& function : kFunctions) names.push_back(function.name);
  return names;
}

bool is_name(char c) {
  return ascii::is_lower(c) || c == '_';
}

// Reads one expression, from after "{{" to "}}".
class ExpressionReader {
 public:
  ExpressionReader(std::string_view text, std::size_t open, const Locate& locate,
                   Diagnostics& problems)
      : text_(text), open_(open), at_(open + 2), locate_(locate), problems_(problems) {}

  std::optional<Citation> read() {
    Citation citation;
    citation.offset = open_;
    skip_blanks();
    const std::string_view name = take_name();
    skip_blanks();
    const Function* function = nullptr;
    for (const Function& known : kFunctions) {
      if (known.name == name) function = &known;
    }
    if (function == nullptr && !name.empty() && next_is('(')) {
      unknown(msg::unknown_citation::code, name, function_names());
      return std::nullopt;
    }
    if (function == nullptr || !take('(')) return malformed();
    citation.kind = function->kind;
    skip_blanks();
    if (!take_literal(citation.id)) return malformed();
    skip_blanks();
    while (take(',')) {
      skip_blanks();
      if (!take_literal(citation.others.emplace_back())) return malformed();
      skip_blanks();
    }
    if (!take(')')) return malformed();
    skip_blanks();
    if (take('|') && !take_filter(citation)) return std::nullopt;
    skip_blanks();
    if (text_.substr(at_, 2) != "}}" || !is_count_right(citation)) return malformed();
    citation.length = at_ + 2 - open_;
    return citation;
  }

  /// Where reading can go on after a mistake.
  std::size_t resume_at() const {
    const std::size_t close = text_.find("}}", open_);
    return close == std::string_view::npos ? text_.size() : close + 2;
  }

 private:
  // Only facts are said together, and a change is since one other.
  static bool is_count_right(const Citation& citation) {
    const std::size_t others = citation.others.size();
    if (citation.filter == kChange) return others == 1;
    return others == 0 || (citation.kind == CitedKind::fact && citation.filter == kSentence);
  }

  void skip_blanks() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }
  bool next_is(char c) const { return at_ < text_.size() && text_[at_] == c; }
  bool take(char c) {
    if (!next_is(c)) return false;
    ++at_;
    return true;
  }
  std::string_view take_name() {
    const std::size_t start = at_;
    while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    return text_.substr(start, at_ - start);
  }
  bool take_literal(std::string_view& into) {
    if (at_ >= text_.size() || (text_[at_] != '\'' && text_[at_] != '"')) return false;
    const char quote = text_[at_++];
    const std::size_t end = text_.find_first_of(quote == '"' ? "\"\n{}|," : "'\n{}|,", at_);
    if (end == std::string_view::npos || text_[end] != quote || end == at_) return false;
    into = text_.substr(at_, end - at_);
    at_ = end + 1;
    return true;
  }
  bool take_filter(Citation& citation) {
    skip_blanks();
    citation.filter = take_name();
    for (const std::string_view known : filters(citation.kind)) {
      if (known == citation.filter) return true;
    }
    if (citation.filter.empty()) {
      malformed();
    } else {
      unknown(msg::unknown_citation_filter::code, citation.filter, filters(citation.kind));
    }
    return false;
  }

  void unknown(Code code, std::string_view name, const std::vector<std::string_view>& known) {
    const auto start = static_cast<std::size_t>(name.data() - text_.data());
    Diagnostic found =
        problem(Message::of(code, {{"name", name}, {"known", Argument::list(known)}}),
                locate_(start, name.size()));
    found.suggestion = nearest(name, known);
    problems_.add(std::move(found));
  }

  std::optional<Citation> malformed() {
    problems_.add(problem(msg::bad_citation{}, locate_(open_, resume_at() - open_)));
    return std::nullopt;
  }

  std::string_view text_;
  std::size_t open_;
  std::size_t at_;
  const Locate& locate_;
  Diagnostics& problems_;
};

// Whether an id leads somewhere; where it does not, that is reported.
bool check_reference(const Citation& citation, std::string_view id, CitedIds& ids,
                     const Locate& locate, Diagnostics& problems) {
  const model::Library& library = ids.library();
  const Function& function = function_of(citation.kind);
  if (model::resolves(library, function.refers_to, id)) return true;
  if (citation.kind == CitedKind::cite) {
    if (auto lost = model::lost_place(library, id)) {
      Diagnostic found =
          problem(std::move(lost->message), locate(citation.offset, citation.length));
      found.suggestion = std::move(lost->suggestion);
      problems.add(std::move(found));
      return false;
    }
    if (library.policy(id) != nullptr) return true;
  }
  Diagnostic found = problem(msg::cited_nothing{.function = function.name, .id = id},
                             locate(citation.offset, citation.length));
  found.suggestion = ids.nearest(citation.kind, id);
  problems.add(std::move(found));
  return false;
}

// Facts that are said in one sentence: a figure beside an earlier one of the same, what was
// observed at one place and time, or the same figure of several places.
std::optional<Message> apart(const Citation& citation, const model::Library& library) {
  const model::Observation& one = *library.observation(citation.id);
  for (const std::string_view id : citation.others) {
    const model::Observation& other = *library.observation(id);
    const bool is_change = citation.filter == kChange || derive::is_series(one, other);
    const bool is_one_place = one.region == other.region && one.indicator != other.indicator;
    const bool fits = is_change ? citation.others.size() == 1 && derive::is_after(one, other)
                                : one.period == other.period &&
                                      (is_one_place || derive::is_alike_elsewhere(one, other));
    if (fits) continue;
    const Argument why =
        is_change ? Argument(msg::apart_earlier{}) : Argument(msg::apart_together{});
    return msg::facts_apart{.one = citation.id, .other = id, .why = why};
  }
  return std::nullopt;
}

// What its records hold, and a sentence that they make.
void check_citation(const Citation& citation, CitedIds& ids, const Locate& locate,
                    Diagnostics& problems) {
  bool is_known = true;
  for (const std::string_view id : citation.ids()) {
    is_known = check_reference(citation, id, ids, locate, problems) && is_known;
  }
  if (!is_known) return;
  std::optional<Message> wrong;
  if (!citation.others.empty()) wrong = apart(citation, ids.library());
  const bool is_given = citation.kind == CitedKind::amount &&
                        (citation.filter == kGiven || citation.filter == kSentence);
  if (is_given && model::given(*ids.library().measure(citation.id).measure) == nullptr) {
    wrong = msg::amount_unsaid{.id = citation.id};
  }
  if (!wrong) return;
  problems.add(problem(std::move(*wrong), locate(citation.offset, citation.length)));
}

std::vector<Citation> read_citations(std::string_view markdown, CitedIds& ids, const Locate& locate,
                                     Diagnostics& problems) {
  std::vector<Citation> found;
  std::size_t at = 0;
  while ((at = markdown.find('{', at)) != std::string_view::npos) {
    const char next = at + 1 < markdown.size() ? markdown[at + 1] : '\0';
    if (next == '%' || next == '#') {
      problems.add(problem(msg::bad_citation{}, locate(at, 2)));
      at += 2;
      continue;
    }
    if (next != '{') {
      ++at;
      continue;
    }
    ExpressionReader reader(markdown, at, locate, problems);
    auto citation = reader.read();
    if (citation) {
      check_citation(*citation, ids, locate, problems);
      at += citation->length;
      found.push_back(std::move(*citation));
    } else {
      at = reader.resume_at();
    }
  }
  return found;
}

}  // namespace

const std::vector<std::string_view>& filters(CitedKind kind) {
  static const std::vector<std::string_view> of_fact{"value", "period", kSentence, kChange};
  static const std::vector<std::string_view> of_cite{"number", "title", "label"};
  static const std::vector<std::string_view> of_amount{"figure", kGiven, kSentence};
  static const std::vector<std::string_view> of_target{kSentence};
  static const std::vector<std::string_view> none;
  switch (kind) {
    case CitedKind::fact:
      return of_fact;
    case CitedKind::amount:
      return of_amount;
    case CitedKind::cite:
      return of_cite;
    case CitedKind::target:
      return of_target;
    case CitedKind::undertaking:
      return none;
  }
  return none;
}

std::string CitedIds::nearest(CitedKind kind, std::string_view id) {
  Known& known = known_[kind];
  return known.speller.nearest(id, [&] {
    if (known.ids.empty()) {
      known.ids = model::known_ids(library_, function_of(kind).refers_to);
      if (kind == CitedKind::cite) {
        for (const model::Policy& policy : library_.policies()) known.ids.push_back(policy.id);
      }
    }
    return std::vector<std::string_view>(known.ids.begin(), known.ids.end());
  });
}

std::vector<Citation> citations(std::string_view markdown, const model::Library& library,
                                const Locate& locate, Diagnostics& problems) {
  CitedIds ids(library);
  return read_citations(markdown, ids, locate, problems);
}

std::vector<Citation> citations(std::string_view markdown, const model::Library& library) {
  Diagnostics reported_before;
  const auto nowhere = [](std::size_t, std::size_t) { return Location{}; };
  return citations(markdown, library, nowhere, reported_before);
}

ReadProse read_with_source(const model::Prose& prose, CitedIds& ids, const Locate& locate,
                           Diagnostics& problems) {
  EditedText source(prose.markdown);
  std::vector<Edit> edits;
  for (const Citation& citation : read_citations(prose.markdown, ids, locate, problems)) {
    edits.push_back(
        {citation.offset, citation.length, markdown::citation_markup(target_of(citation))});
  }
  source.apply(edits);
  const Locate locate_original = [&](std::size_t offset, std::size_t bytes) {
    return locate(std::min(source.original(offset), prose.markdown.size()), bytes);
  };
  markdown::Document document = markdown::parse(source.text(), locate_original, problems);
  return {std::move(source), std::move(document)};
}

markdown::Document read(const model::Prose& prose, const model::Library& library,
                        const Locate& locate, Diagnostics& problems) {
  CitedIds ids(library);
  return read_with_source(prose, ids, locate, problems).document;
}

std::string target_of(const Citation& citation) {
  std::string target(function_of(citation.kind).name);
  target += ':';
  target += citation.id;
  for (const std::string_view other : citation.others) {
    target += ',';
    target += other;
  }
  if (!citation.filter.empty()) {
    target += '|';
    target += citation.filter;
  }
  return target;
}

Citation parse_target(std::string_view target) {
  Citation citation;
  const std::size_t colon = target.find(':');
  for (const Function& function : kFunctions) {
    if (function.name == target.substr(0, colon)) citation.kind = function.kind;
  }
  citation.id = colon == std::string_view::npos ? std::string_view{} : target.substr(colon + 1);
  const std::size_t bar = citation.id.find('|');
  if (bar != std::string_view::npos) {
    citation.filter = citation.id.substr(bar + 1);
    citation.id = citation.id.substr(0, bar);
  }
  std::size_t comma = citation.id.find(',');
  std::string_view rest = citation.id.substr(std::min(comma, citation.id.size()));
  citation.id = citation.id.substr(0, comma);
  while (!rest.empty()) {
    rest.remove_prefix(1);
    comma = std::min(rest.find(','), rest.size());
    citation.others.push_back(rest.substr(0, comma));
    rest.remove_prefix(comma);
  }
  return citation;
}

}  // namespace huice::prose
