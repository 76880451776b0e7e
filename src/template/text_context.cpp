// SPDX-License-Identifier: Apache-2.0
// The places of Markdown, Typst and JSON that ask for more than their format's escaping.

#include "template/address.h"
#include "template/context_walk.h"
#include "template/html_context.h"

#include <algorithm>

namespace huice::tmpl {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

enum class MarkdownPlace : std::uint8_t {
  text,
  bracket,      ///< behind ]
  angle,        ///< behind <
  html,         ///< in a tag or between < and > of an address
  link,         ///< behind ](
  destination,  ///< in its address
  title         ///< behind that
};

struct MarkdownState {
  MarkdownPlace place = MarkdownPlace::text;
  bool escaped = false;     ///< behind a backslash
  bool definition = false;  ///< `[name]: address` rather than `[text](address)`
  bool has_output = false;
  unsigned open = 0;  ///< parentheses within the address
  bool bracketed = false;  ///< the line has begun with [
  bool line = true;        ///< nothing of the line but blanks has been read

  bool operator==(const MarkdownState& other) const = default;
};

class Markdown : public LanguageBase {
 public:
  using State = MarkdownState;
  using LanguageBase::LanguageBase;

  void read(State& state, TextStatement& node) {
    node.judgement = nullptr;
    for (std::size_t i = 0; i < node.text.size(); ++i) {
      const State before = state;
      step(state, node.text[i]);
      const bool ended = before.place == MarkdownPlace::destination &&
                         state.place != MarkdownPlace::destination && before.has_output;
      if (!ended) continue;
      node.judgement = &parsed.judgements.emplace_back(
          Judgement{AddressKind::link, static_cast<std::uint32_t>(i),
                    before.definition ? "]:" : "](", printed_});
    }
  }

  Guard judge(State& state, const Expr* value, Span span) {
    state.escaped = false;
    state.line = false;
    switch (state.place) {
      case MarkdownPlace::angle:
      case MarkdownPlace::html:
        refuse(Code::template_html_tag, span);
        return Guard::none;
      case MarkdownPlace::link:
      case MarkdownPlace::destination:
        state.place = MarkdownPlace::destination;
        state.has_output = true;
        printed_ = value != nullptr ? value->span : span;
        return Guard::destination;
      case MarkdownPlace::title:
        return Guard::title;
      case MarkdownPlace::text:
      case MarkdownPlace::bracket:
        state.place = MarkdownPlace::text;
        break;
    }
    return Guard::none;
  }

  bool join(State& into, const State& other, Joint /*joint*/) {
    const bool both = is_text(into) && is_text(other);
    if (!both && into.place != other.place) return false;
    into.place = std::max(into.place, other.place);
    into.escaped = into.escaped && other.escaped;
    into.has_output = into.has_output || other.has_output;
    into.open = std::min(into.open, other.open);
    into.bracketed = into.bracketed || other.bracketed;
    into.line = into.line || other.line;
    return both || into.definition == other.definition;
  }

  static bool is_text(const State& state) { return state.place <= MarkdownPlace::angle; }

  static std::string describe(const State& state) {
    if (is_text(state)) return "text";
    return state.place == MarkdownPlace::html ? "a tag" : "a link's address";
  }

  void open_end(const State& /*state*/) {}  // the end of a file ends a tag or a link

 private:
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
        if (c == '>') state.place = MarkdownPlace::text;
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

  static void in_text(State& state, char c) {
    const MarkdownPlace before = state.place;
    state.place = MarkdownPlace::text;
    if (before == MarkdownPlace::angle && (is_letter(c) || c == '/' || c == '!' || c == '?')) {
      state.place = MarkdownPlace::html;
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

struct TypstState {
  enum class Tail : std::uint8_t { text, escape, hash, name } tail = Tail::text;
  bool operator==(const TypstState& other) const = default;
};

// Behind #name a value's letters would go on the name; behind # they would be code.
class Typst : public LanguageBase {
 public:
  using State = TypstState;
  using Tail = TypstState::Tail;
  using LanguageBase::LanguageBase;

  static void read(State& state, TextStatement& node) {
    for (const char c : node.text) {
      const bool of_name = is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
                           c == '.' || static_cast<unsigned char>(c) >= 0x80;
      const bool goes_on = state.tail == Tail::hash || state.tail == Tail::name;
      if (state.tail == Tail::escape) {
        state.tail = Tail::text;
      } else if (c == '\\' || c == '#') {
        state.tail = c == '#' ? Tail::hash : Tail::escape;
      } else {
        state.tail = goes_on && of_name ? Tail::name : Tail::text;
      }
    }
  }

  Guard judge(State& state, const Expr* /*value*/, Span span) {
    const Tail before = std::exchange(state.tail, Tail::text);
    if (before == Tail::hash) refuse(Code::template_typst_code, span);
    // What is printed may be nothing, and the name still stand there.
    if (before == Tail::name) state.tail = Tail::name;
    return before == Tail::name ? Guard::separate : Guard::none;
  }

  static bool join(State& into, const State& other, Joint /*joint*/) {
    into.tail = std::max(into.tail, other.tail);
    return true;
  }

  static bool is_text(const State& /*state*/) { return true; }
  static std::string describe(const State& /*state*/) { return "text"; }
  static void open_end(const State& /*state*/) {}
};

struct JsonState {
  bool in_string = false;
  bool escaped = false;
  bool operator==(const JsonState& other) const = default;
};

class Json : public LanguageBase {
 public:
  using State = JsonState;
  using LanguageBase::LanguageBase;

  static void read(State& state, TextStatement& node) {
    for (const char c : node.text) {
      if (c == '"' && !state.escaped) state.in_string = !state.in_string;
      state.escaped = c == '\\' && state.in_string && !state.escaped;
    }
  }

  static Guard judge(State& state, const Expr* /*value*/, Span /*span*/) {
    return state.in_string ? Guard::in_string : Guard::none;
  }

  static bool join(State& into, const State& other, Joint /*joint*/) {
    into.in_string = into.in_string || other.in_string;
    into.escaped = into.escaped && other.escaped;
    return true;
  }

  static bool is_text(const State& /*state*/) { return true; }
  static std::string describe(const State& /*state*/) { return "text"; }
  static void open_end(const State& /*state*/) {}
};

template <class Language>
void check(Template& parsed, Diagnostics& problems) {
  Language language(parsed, problems);
  ContextWalk<Language>(language).run();
}

}  // namespace

void check_markdown(Template& parsed, Diagnostics& problems) {
  check<Markdown>(parsed, problems);
}

void check_typst(Template& parsed, Diagnostics& problems) {
  check<Typst>(parsed, problems);
}

void check_json(Template& parsed, Diagnostics& problems) {
  check<Json>(parsed, problems);
}

}  // namespace huice::tmpl
