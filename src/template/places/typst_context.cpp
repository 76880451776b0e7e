// SPDX-License-Identifier: Apache-2.0
// The places of Typst: markup, code and quoted texts, one within another.

#include "base/ascii.h"
#include "base/messages/template_syntax.h"
#include "template/places/context_walk.h"
#include "template/places/html_context.h"

#include <algorithm>
#include <array>

namespace huice::tmpl {
namespace {

using namespace std::string_view_literals;

bool is_name(char c) {
  return ascii::is_alnum(c) || c == '_' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

struct TypstState {
  enum class Tail : std::uint8_t {
    text,
    escape,  ///< after a backslash
    hash,    ///< after #
    name,    ///< in the name after it
    called,  ///< after the ) or ] of a call, which may go on
    block,   ///< after the ] or } of an if or a loop, where else may follow
    slash,   ///< which a second one, or a star, makes a comment
    star
  } tail = Tail::text;
  // The open brackets and the like: [ content, ( and { code, s a statement up to its line's end, i
  // one of a condition or a loop, " a text, $ a formula, / and * comments, ` raw text, b a bracket
  // of prose.
  std::string open{};
  std::string word{};  ///< the name after #
  char last = '\0';    ///< the last character of a statement that is not a blank

  bool operator==(const TypstState& other) const = default;
};

class Reader {
 public:
  explicit Reader(TypstState& state) : state_(state) {}

  void read(char c) {
    switch (top()) {
      case '"':
        return in_string(c);
      case '/':
      case '*':
        return in_comment(c);
      case '`':
        if (c == '`') pop();
        return;
      case '(':
      case '{':
      case 's':
      case 'i':
        return in_code(c);
      case '$':
        return in_formula(c);
      default:
        return in_markup(c);
    }
  }

 private:
  using Tail = TypstState::Tail;

  char top() const { return state_.open.empty() ? '\0' : state_.open.back(); }
  void push(char c) {
    state_.open += c;
    state_.tail = Tail::text;
  }
  void pop() {
    if (!state_.open.empty()) state_.open.pop_back();
    state_.tail = Tail::text;
  }

  void in_string(char c) {
    if (state_.tail == Tail::escape) {
      state_.tail = Tail::text;
    } else if (c == '\\') {
      state_.tail = Tail::escape;
    } else if (c == '"') {
      pop();
      state_.last = c;
    }
  }

  void in_comment(char c) {
    if (top() == '/') {
      if (c != '\n') return;
      pop();
      return read(c);
    }
    if (c == '/' && state_.tail == Tail::star) return pop();
    state_.tail = c == '*' ? Tail::star : Tail::text;
  }

  bool begins_comment(char c) {
    if (state_.tail == Tail::slash && (c == '/' || c == '*')) {
      push(c);
      return true;
    }
    return false;
  }

  void in_formula(char c) {
    if (state_.tail == Tail::escape) {
      state_.tail = Tail::text;
    } else if (c == '\\') {
      state_.tail = Tail::escape;
    } else if (c == '"') {
      push(c);
    } else if (c == '$') {
      pop();
    }
  }

  void in_markup(char c) {
    const Tail tail = state_.tail;
    if (tail == Tail::escape) {
      state_.tail = Tail::text;
      return;
    }
    if (tail == Tail::hash) return after_hash(c);
    if (tail == Tail::name && goes_on(c)) return;
    if (tail == Tail::called && goes_on(c)) return;
    const bool scheme = state_.last == ':';  // https://
    state_.last = c;
    if (!scheme && begins_comment(c)) return;
    state_.tail = Tail::text;
    if (c == '\\') state_.tail = Tail::escape;
    if (c == '#') state_.tail = Tail::hash;
    if (c == '/') state_.tail = Tail::slash;
    if (c == '`' || c == '$') push(c);
    if (c == '[') push('b');
    if (c == ']') close_content();
  }

  void after_hash(char c) {
    state_.word.clear();
    state_.tail = Tail::text;
    if (is_name(c)) {
      state_.tail = Tail::name;
      state_.word = c;
    } else if (c == '(' || c == '{' || c == '[' || c == '"' || c == '$' || c == '`') {
      push(c);
    }
  }

  // Behind a name or a call of markup.
  bool goes_on(char c) {
    if (state_.tail == Tail::name && is_name(c)) {
      state_.word += c;
      return true;
    }
    static constexpr std::array kStatements{"let"sv,    "set"sv,     "show"sv,
                                            "import"sv, "include"sv, "return"sv};
    static constexpr std::array kBlocks{"if"sv, "for"sv, "while"sv, "context"sv};
    const auto is_one_of = [this](const auto& words) {
      return std::find(words.begin(), words.end(), state_.word) != words.end();
    };
    if (state_.tail == Tail::name && (is_one_of(kStatements) || is_one_of(kBlocks))) {
      push(is_one_of(kBlocks) ? 'i' : 's');
      state_.last = '=';
      in_code(c);
      return true;
    }
    if (c == '(' || c == '[') {
      push(c);
      return true;
    }
    if (c != '.') return false;
    state_.tail = Tail::name;
    state_.word = ".";
    return true;
  }

  void in_code(char c) {
    const bool statement = top() == 's' || top() == 'i';
    if (begins_comment(c)) return;
    if (state_.tail == Tail::block && top() == 'i' && !ascii::is_space_or_tab(c) && c != 'e') {
      pop();
      return read(c);
    }
    if (statement && (c == '\n' || c == ';')) return pop();
    if (statement && c == ']') {
      pop();
      return read(c);
    }
    state_.tail =
        ascii::is_space_or_tab(c) && state_.tail == Tail::block ? Tail::block : Tail::text;
    if (c == '/') state_.tail = Tail::slash;
    if (!ascii::is_space_or_tab(c)) state_.last = c;
    if (c == '(' || c == '{' || c == '[' || c == '"' || c == '$' || c == '`') push(c);
    if (c == ')' || c == '}') close_code();
  }

  void close_code() {
    pop();
    settle(top());
  }

  void close_content() {
    if (state_.open.empty()) return;
    const bool prose = top() == 'b';
    pop();
    if (!prose) settle(top());
  }

  // Where the bracket stood.
  void settle(char around) {
    state_.last = ')';
    if (around == 'i') {
      state_.tail = Tail::block;
    } else if (around == '\0' || around == '[' || around == 'b') {
      state_.tail = Tail::called;
    }
  }

  TypstState& state_;
};

class Typst : public LanguageBase {
 public:
  using State = TypstState;
  using Tail = TypstState::Tail;
  using LanguageBase::LanguageBase;

  static State fragment() { return {}; }

  static void read(State& state, TextStatement& node) {
    for (const char c : node.text) Reader(state).read(c);
  }

  EscapeContext context_of(State& state, const Expr* value, Span span) {
    const char top = state.open.empty() ? '\0' : state.open.back();
    if (top == 'i' && state.tail == Tail::block) {
      state.open.pop_back();
      state.tail = Tail::text;
      return context_of(state, value, span);
    }
    const Tail before = std::exchange(state.tail, Tail::text);
    state.last = 'x';
    switch (top) {
      case '"':
        return EscapeContext::quotes;
      case '$':
        return code(msg::place_in_formula{}, span);
      case '(':
      case '{':
      case 's':
      case 'i':
        return value == nullptr ? code(msg::place_within_code{}, span) : EscapeContext::code;
      default:
        break;
    }
    if (before == Tail::hash) return code(msg::place_after_hash{}, span);
    if (before == Tail::name) state.tail = Tail::text;
    return before == Tail::name ? EscapeContext::separate : EscapeContext::none;
  }

  static bool join(State& into, const State& other, JoinPoint /*join_point*/) {
    if (into.open != other.open) {
      // A branch may end within a statement's line.
      const State& longer = into.open.size() > other.open.size() ? into : other;
      const State& shorter = into.open.size() > other.open.size() ? other : into;
      if (!ends_statement(longer) || longer.open.substr(0, shorter.open.size()) != shorter.open ||
          longer.open.size() != shorter.open.size() + 1) {
        return false;
      }
      into.open = shorter.open;
    }
    into.tail = std::max(into.tail, other.tail);
    if (into.word != other.word) into.word.clear();
    into.last = '\0';
    return true;
  }

  static bool is_text(const State& state) {
    return state.open.empty() || (state.open.size() == 1 && ends_statement(state)) ||
           state.open.find_first_not_of("b/") == std::string::npos;
  }

  static Argument describe(const State& state) {
    if (is_text(state)) return msg::place_text{};
    switch (state.open.back()) {
      case '"':
        return msg::place_quoted{};
      case '$':
        return msg::place_formula{};
      case '[':
      case 'b':
        return msg::place_brackets{};
      default:
        return msg::place_code{};
    }
  }

  void open_end(const State& state) {
    const auto end = static_cast<std::uint32_t>(parsed.source.text.size());
    parsed.open_end =
        problem(msg::template_open{.part = msg::part_template{.name = parsed.source.name},
                                   .place = describe(state)},
                parsed.source.at({end, 0}));
  }

 private:
  // `#let x = 1` without its line's end, as a macro or a branch may have it.
  static bool ends_statement(const State& state) {
    return !state.open.empty() && (state.open.back() == 's' || state.open.back() == 'i') &&
           "=+-*/:,<>!&|"sv.find(state.last) == std::string_view::npos;
  }

  EscapeContext code(Argument where, Span span) {
    refuse(msg::template_typst_code{.place = std::move(where)}, span);
    return EscapeContext::none;
  }
};

}  // namespace

void check_typst(Template& parsed, Diagnostics& problems) {
  check_with<Typst>(parsed, problems);
}

}  // namespace huice::tmpl
