// SPDX-License-Identifier: Apache-2.0
// The places of Markdown, JSON and CSV that ask for more than their format's escaping.

#include "base/ascii.h"
#include "base/messages/template_syntax.h"
#include "template/places/address.h"
#include "template/places/context_walk.h"
#include "template/places/html_context.h"

#include <algorithm>
#include <array>

namespace huice::tmpl {
namespace {

using ascii::is_blank;

enum class MarkdownPlace : std::uint8_t {
  text,
  bracket,      ///< after ]
  angle,        ///< after <
  html,         ///< in a tag or between < and > of an address
  raw,          ///< after <script> or <style>, up to its end
  raw_angle,    ///< there, after <
  link,         ///< after ](
  destination,  ///< in its address
  title         ///< after that
};

// A tag's name in small letters, with a / in front of one that ends; longer ones are cut.
struct TagName {
  std::array<char, 8> letters{};
  std::uint8_t size = 0;
  bool is_open = false;  ///< more letters may come

  bool operator==(const TagName& other) const = default;
  std::string_view text() const { return {letters.data(), size}; }
  void add(char c) {
    if (size < letters.size()) letters[size++] = c;
  }
};

struct MarkdownState {
  MarkdownPlace place = MarkdownPlace::text;
  bool escaped = false;     ///< after a backslash
  bool definition = false;  ///< `[name]: address` rather than `[text](address)`
  bool has_output = false;
  unsigned open = 0;       ///< parentheses within the address
  TagName tag{};           ///< of the tag, as far as it has been read
  TagName raw{};           ///< whose end is waited for; empty: none
  bool bracketed = false;  ///< the line has begun with [
  bool line = true;        ///< nothing of the line but blanks has been read

  bool operator==(const MarkdownState& other) const = default;
};

class Markdown : public LanguageBase {
 public:
  using State = MarkdownState;
  using LanguageBase::LanguageBase;

  void read(State& state, TextStatement& node) {
    node.deferred_check = nullptr;
    for (std::size_t i = 0; i < node.text.size(); ++i) {
      const State before = state;
      step(state, node.text[i]);
      const bool ended = before.place == MarkdownPlace::destination &&
                         state.place != MarkdownPlace::destination && before.has_output;
      if (!ended) continue;
      node.deferred_check = deferred_check(before, i);
    }
  }

  EscapeContext context_of(State& state, const Expr* value, Span span) {
    state.escaped = false;
    state.line = false;
    switch (state.place) {
      case MarkdownPlace::angle:
      case MarkdownPlace::html:
        refuse(msg::template_html_tag{}, span);
        return EscapeContext::none;
      case MarkdownPlace::raw:
      case MarkdownPlace::raw_angle:
        refuse(msg::template_html_place{.place = describe(state)}, span);
        return EscapeContext::none;
      case MarkdownPlace::link:
      case MarkdownPlace::destination:
        state.place = MarkdownPlace::destination;
        state.has_output = true;
        printed_ = value != nullptr ? value->span : span;
        return EscapeContext::destination;
      case MarkdownPlace::title:
        return EscapeContext::title;
      case MarkdownPlace::text:
      case MarkdownPlace::bracket:
        state.place = MarkdownPlace::text;
        break;
    }
    return EscapeContext::none;
  }

  static bool join(State& into, const State& other, JoinPoint /*join_point*/) {
    const bool both = is_text(into) && is_text(other);
    if ((!both && into.place != other.place) || into.raw != other.raw) return false;
    into.place = std::max(into.place, other.place);
    into.escaped = into.escaped && other.escaped;
    into.has_output = into.has_output || other.has_output;
    into.open = std::min(into.open, other.open);
    into.bracketed = into.bracketed || other.bracketed;
    into.line = into.line || other.line;
    return both || into.definition == other.definition;
  }

  static State fragment() { return {}; }
  static bool is_text(const State& state) { return state.place <= MarkdownPlace::angle; }

  static Argument describe(const State& state) {
    if (is_text(state)) return msg::place_text{};
    if (state.raw.size != 0) return std::string("<").append(state.raw.text()).append(">");
    return state.place == MarkdownPlace::html ? Argument(msg::place_tag{}) : msg::place_link{};
  }

  // The end of a file ends a tag or a link.
  void open_end(const State& state) {
    if (state.place != MarkdownPlace::destination || !state.has_output) return;
    auto* end = parsed.make<TextStatement>(printed_);
    end->deferred_check = deferred_check(state, 0);
    parsed.root.body.push_back(end);
  }

 private:
  const DeferredCheck* deferred_check(const State& state, std::size_t end) {
    return &parsed.deferred_checks.emplace_back(
        DeferredCheck{AddressKind::link, static_cast<std::uint32_t>(end),
                      state.definition ? "]:" : "](", printed_});
  }

  static void step(State& state, char c) {
    if (state.escaped) {
      state.escaped = false;
      return;
    }
    if (c == '\\') {
      state.escaped = true;
      return;
    }
    switch (state.place) {
      case MarkdownPlace::text:
      case MarkdownPlace::bracket:
      case MarkdownPlace::angle:
        return in_text(state, c);
      case MarkdownPlace::html:
        return in_tag(state, c);
      case MarkdownPlace::raw:
        if (c == '<') state.place = MarkdownPlace::raw_angle;
        return;
      case MarkdownPlace::raw_angle:
        state.place = c == '/'   ? MarkdownPlace::html
                      : c == '<' ? MarkdownPlace::raw_angle
                                 : MarkdownPlace::raw;
        state.tag = {{'/'}, 1, true};
        return;
      case MarkdownPlace::link:
        if (c == '\n' && !state.definition) state.place = MarkdownPlace::text;
        if (is_blank(c)) return;
        state.place = MarkdownPlace::destination;
        return in_destination(state, c);
      case MarkdownPlace::destination:
        return in_destination(state, c);
      case MarkdownPlace::title:
        if (state.definition ? c == '\n' : c == ')') state.place = MarkdownPlace::text;
        return;
    }
  }

  // Within <script> and <style> nothing but their own end is read (HTML, 13.2.5.4).
  static void in_tag(State& state, char c) {
    if (state.tag.is_open && ascii::is_letter(c)) return state.tag.add(ascii::lower(c));
    state.tag.is_open = false;
    if (c != '>') return;
    const std::string_view name = state.tag.text();
    const bool ends = name.substr(0, 1) == "/" && name.substr(1) == state.raw.text();
    if (ends) state.raw = {};
    if (state.raw.size == 0 && (name == "script" || name == "style")) state.raw = state.tag;
    state.place = state.raw.size == 0 ? MarkdownPlace::text : MarkdownPlace::raw;
  }

  static void in_text(State& state, char c) {
    const MarkdownPlace before = state.place;
    state.place = MarkdownPlace::text;
    if (before == MarkdownPlace::angle &&
        (ascii::is_letter(c) || c == '/' || c == '!' || c == '?')) {
      state.place = MarkdownPlace::html;
      state.tag = {{}, 0, true};
      state.tag.add(ascii::lower(c));
    } else if (before == MarkdownPlace::bracket && (c == '(' || (c == ':' && state.bracketed))) {
      state.place = MarkdownPlace::link;
      state.definition = c == ':';
      state.has_output = false;
      state.open = 0;
    } else if (c == ']') {
      state.place = MarkdownPlace::bracket;
    } else if (c == '<') {
      state.place = MarkdownPlace::angle;
    }
    if (c == '[' && state.line) state.bracketed = true;
    if (c == '\n') state.bracketed = false;
    if (!is_blank(c)) state.line = false;
    if (c == '\n') state.line = true;
  }

  static void in_destination(State& state, char c) {
    if (is_blank(c)) {
      const bool over = c == '\n' && state.definition;
      state.place = over ? MarkdownPlace::text : MarkdownPlace::title;
    } else if (c == '(') {
      ++state.open;
    } else if (c == ')' && state.open > 0) {
      --state.open;
    } else if (c == ')' && !state.definition) {
      state.place = MarkdownPlace::text;
    }
  }

  Span printed_{};
};

struct JsonState {
  bool in_string = false;
  bool escaped = false;
  bool fragment = false;  ///< of a macro, block or set: it may be in a text
  bool operator==(const JsonState& other) const = default;
};

class Json : public LanguageBase {
 public:
  using State = JsonState;
  using LanguageBase::LanguageBase;

  static State fragment() { return {false, false, true}; }

  static void read(State& state, TextStatement& node) {
    for (const char c : node.text) {
      if (c == '"' && !state.escaped) state.in_string = !state.in_string;
      state.escaped = c == '\\' && state.in_string && !state.escaped;
    }
  }

  static EscapeContext context_of(State& state, const Expr* value, Span /*span*/) {
    state.escaped = false;
    if (state.in_string) return EscapeContext::in_string;
    return state.fragment || value == nullptr ? EscapeContext::none : EscapeContext::value;
  }

  static bool join(State& into, const State& other, JoinPoint /*join_point*/) {
    into.escaped = into.escaped && other.escaped;
    return into.in_string == other.in_string;
  }

  static bool is_text(const State& state) { return !state.in_string; }
  static Argument describe(const State& state) {
    return state.in_string ? Argument(msg::place_json_text{}) : msg::place_json{};
  }
  static void open_end(const State& /*state*/) {}
};

enum class CsvState : std::uint8_t { start, cell, quoted, quote };

// Only quotes of the template's own need to be known: Render::print_cell() sees the rest.
class Csv : public LanguageBase {
 public:
  using State = CsvState;
  using LanguageBase::LanguageBase;

  static void read(State& state, TextStatement& node) {
    for (const char c : node.text) {
      const bool ends = std::string_view(",;\t\r\n").find(c) != std::string_view::npos;
      if (state == CsvState::quoted) {
        if (c == '"') state = CsvState::quote;
      } else if (c == '"' && state != CsvState::cell) {
        state = CsvState::quoted;
      } else {
        state = ends ? CsvState::start : CsvState::cell;
      }
    }
  }

  static EscapeContext context_of(State& state, const Expr* /*value*/, Span /*span*/) {
    if (state == CsvState::quoted) return EscapeContext::quotes;
    state = CsvState::cell;
    return EscapeContext::none;
  }

  static bool join(State& into, State other, JoinPoint /*join_point*/) {
    const bool same = (into == CsvState::quoted) == (other == CsvState::quoted);
    if (into != other) into = CsvState::start;
    return same;
  }

  static State fragment() { return CsvState::start; }
  static bool is_text(State state) { return state != CsvState::quoted; }
  static Argument describe(State state) {
    return is_text(state) ? Argument(msg::place_cells{}) : msg::place_cell_quotes{};
  }
  static void open_end(const State& /*state*/) {}
};

}  // namespace

void check_markdown(Template& parsed, Diagnostics& problems) {
  check_with<Markdown>(parsed, problems);
}

void check_json(Template& parsed, Diagnostics& problems) {
  check_with<Json>(parsed, problems);
}

void check_csv(Template& parsed, Diagnostics& problems) {
  check_with<Csv>(parsed, problems);
}

}  // namespace huice::tmpl
