// SPDX-License-Identifier: Apache-2.0
#include "template/html_context.h"

#include "template/characters.h"
#include "template/walk.h"

#include <algorithm>
#include <array>

namespace huice::tmpl {
namespace {

enum class Place : std::uint8_t {
  text,
  comment,
  tag_name,
  in_tag,
  attribute_name,
  before_value,
  quoted,
  unquoted,
  raw
};

/// What is known of the document at one point of the text.
struct State {
  Place place = Place::text;
  std::string tag;
  std::string attribute;
  char quote = '\0';
  bool closing = false;
  bool scheme_known = false;  ///< the address's beginning stands in the template itself
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}
char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

class Scanner {
 public:
  explicit Scanner(State& state) : state_(state) {}

  void read(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) i += step(text.substr(i));
  }

 private:
  // Each gives the number of bytes it has read, at least one.
  std::size_t step(std::string_view rest) {
    switch (state_.place) {
      case Place::text:
        return in_text(rest);
      case Place::comment:
        if (!rest.starts_with("-->")) return 1;
        state_.place = Place::text;
        return 3;
      case Place::raw:
        return in_raw(rest);
      case Place::tag_name:
        return in_tag_name(rest[0]);
      case Place::in_tag:
      case Place::attribute_name:
        return in_tag(rest[0]);
      case Place::before_value:
        return before_value(rest[0]);
      case Place::quoted:
        return in_value(rest[0]);
      case Place::unquoted:
        if (is_blank(rest[0])) state_.place = Place::in_tag;
        if (rest[0] == '>') end_tag();
        return 1;
    }
    return 1;
  }

  std::size_t in_text(std::string_view rest) {
    if (rest[0] != '<') return 1;
    if (rest.starts_with("<!--")) {
      state_.place = Place::comment;
      return 4;
    }
    state_.closing = rest.size() > 1 && rest[1] == '/';
    const std::size_t name = state_.closing ? 2 : 1;
    if (rest.size() > name && !is_letter(rest[name])) return 1;
    state_.place = Place::tag_name;  // also where the name is still to be printed
    state_.tag.clear();
    return std::min(name, rest.size());
  }

  std::size_t in_tag_name(char c) {
    if (c == '>') {
      end_tag();
    } else if (is_blank(c) || c == '/') {
      state_.place = Place::in_tag;
    } else {
      state_.tag += small(c);
    }
    return 1;
  }

  std::size_t in_tag(char c) {
    if (c == '>') {
      end_tag();
    } else if (is_blank(c) || c == '/') {
      state_.place = Place::in_tag;
    } else if (c == '=') {
      state_.place = Place::before_value;
    } else {
      if (state_.place == Place::in_tag) state_.attribute.clear();
      state_.place = Place::attribute_name;
      state_.attribute += small(c);
    }
    return 1;
  }

  std::size_t before_value(char c) {
    if (is_blank(c)) return 1;
    state_.scheme_known = false;
    state_.quote = c;
    state_.place = c == '"' || c == '\'' ? Place::quoted : Place::unquoted;
    if (c == '>') end_tag();
    return 1;
  }

  std::size_t in_value(char c) {
    if (c == state_.quote) {
      state_.place = Place::in_tag;
    } else if (c == '/' || c == '?' || c == '#' || c == ':') {
      state_.scheme_known = true;
    }
    return 1;
  }

  void end_tag() {
    const bool raw = !state_.closing && (state_.tag == "script" || state_.tag == "style");
    state_.place = raw ? Place::raw : Place::text;
  }

  std::size_t in_raw(std::string_view rest) {
    const std::size_t end = 2 + state_.tag.size();
    if (!rest.starts_with("</") || rest.size() < end) return 1;
    for (std::size_t i = 0; i < state_.tag.size(); ++i) {
      if (small(rest[2 + i]) != state_.tag[i]) return 1;
    }
    state_.closing = true;
    state_.place = Place::in_tag;
    return end;
  }

  State& state_;
};

class Checker {
 public:
  Checker(Template& parsed, Diagnostics& problems) : template_(parsed), problems_(problems) {}

  void run() {
    State state;
    body(template_.root.body, state);
  }

 private:
  void body(const Body& statements, State& state) {
    for (Statement* statement : statements) one(*statement, state);
  }

  void one(Statement& node, State& state) {
    if (const auto* text = node_if<TextStatement>(&node)) return Scanner(state).read(text->text);
    if (node.kind == StatementKind::output) {
      auto& output = static_cast<Output&>(node);
      output.guard = judge(state, output.value, output.span);
      return;
    }
    if (const auto* condition = node_if<Condition>(&node)) return branches(*condition, state);
    if (const auto* loop = node_if<Loop>(&node)) {
      State otherwise = state;
      body(loop->body.body, state);
      return body(loop->otherwise, otherwise);
    }
    if (const auto* call = node_if<CallBlock>(&node)) judge(state, call->call, call->span);
    const bool elsewhere = node.kind == StatementKind::macro ||
                           node.kind == StatementKind::call_block ||
                           node.kind == StatementKind::set_block;
    for_each_body(node, [&](const Body& inner) {
      State fresh;
      body(inner, elsewhere ? fresh : state);
    });
  }

  void branches(const Condition& condition, State& state) {
    const State before = state;
    bool first = true;
    for (const auto& branch : condition.branches) {
      State inside = before;
      body(branch.second, inside);
      if (first) state = inside;
      first = false;
    }
    State otherwise = before;
    body(condition.otherwise, otherwise);
  }

  static bool ends_in(const Expr* value, std::string_view name) {
    const auto* filter = node_if<FilterExpr>(value);
    return filter != nullptr && filter->name == name;
  }

  Guard judge(const State& state, const Expr* value, Span span) {
    switch (state.place) {
      case Place::text:
      case Place::comment:
        return Guard::none;
      case Place::tag_name:
        return !state.tag.empty() && ends_in(value, "xmlattr") ? Guard::none : Guard::tag_name;
      case Place::in_tag:
      case Place::attribute_name:
        return ends_in(value, "xmlattr") ? Guard::none : refuse(Code::template_html_tag, span);
      case Place::before_value:
      case Place::unquoted:
        return refuse(Code::template_html_unquoted, span);
      case Place::quoted:
        return in_attribute(state, span);
      case Place::raw:
        if (state.tag == "style") return refuse(Code::template_html_style, span);
        return ends_in(value, "tojson") ? Guard::none : refuse(Code::template_html_script, span);
    }
    return Guard::none;
  }

  Guard in_attribute(const State& state, Span span) {
    const std::string_view name = state.attribute;
    if (name.starts_with("on") || name == "srcdoc") {
      return refuse(Code::template_html_script, span);
    }
    if (name == "style") return refuse(Code::template_html_style, span);
    return holds_address(name) && !state.scheme_known ? Guard::url : Guard::none;
  }

  Guard refuse(Code code, Span span) {
    problems_.add(problem(code, template_.source.at(span)));
    return Guard::none;
  }

  Template& template_;
  Diagnostics& problems_;
};

}  // namespace

bool holds_address(std::string_view attribute) {
  static constexpr std::array<std::string_view, 13> kAttributes{
      "href", "src",  "action",   "formaction", "cite",   "data",      "poster",
      "ping", "icon", "manifest", "background", "srcset", "xlink:href"};
  for (const std::string_view known : kAttributes) {
    if (attribute == known) return true;
  }
  return false;
}

bool runs_code(std::string_view attribute) {
  return attribute.starts_with("on") || attribute == "srcdoc" || attribute == "style";
}

void check_html(Template& parsed, Diagnostics& problems) {
  Checker(parsed, problems).run();
}

}  // namespace huice::tmpl
