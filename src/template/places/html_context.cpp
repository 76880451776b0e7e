// SPDX-License-Identifier: Apache-2.0
#include "template/places/html_context.h"

#include "base/messages/template_run.h"
#include "base/messages/template_syntax.h"
#include "template/places/address.h"
#include "template/places/context_walk.h"
#include "template/places/html_scan.h"
#include "template/syntax/walk.h"

#include <algorithm>

namespace huice::tmpl {
namespace {

class Markup : public LanguageBase {
 public:
  using State = MarkupState;

  Markup(Template& of, Diagnostics& into, Flavour flavour)
      : LanguageBase(of, into), flavour_(flavour) {}

  void read(State& state, TextStatement& node) {
    node.deferred_check = nullptr;
    for (std::size_t i = 0; i < node.text.size(); ++i) {
      const bool judged = state.place == HtmlState::quoted && state.has_output && !state.settled;
      const State before = judged && node.text[i] == state.quote ? state : State{};
      const int assumption = state.assumption;
      if (!feed(state, node.text[i], flavour_)) refuse_assumption(state, assumption);
      if (before.place == HtmlState::quoted) node.deferred_check = deferred_check(before, i);
    }
  }

  EscapeContext context_of(State& state, const Expr* value, Span span) {
    switch (state.place) {
      case HtmlState::text:
        return EscapeContext::none;
      case HtmlState::tag_open:
      case HtmlState::end_tag_open:
      case HtmlState::tag_name:
        if (value != nullptr && !ends_in(value, "xmlattr")) return heading(state, span);
        return attributes(state, value, span);
      case HtmlState::in_tag:
      case HtmlState::attribute_name:
      case HtmlState::after_name:
      case HtmlState::after_value:
      case HtmlState::gap:
        return attributes(state, value, span);
      case HtmlState::before_value:
      case HtmlState::unquoted:
        return no(msg::template_html_unquoted{}, span);
      case HtmlState::quoted:
        return in_attribute(state, value != nullptr ? value->span : span, span);
      case HtmlState::comment:
        state.end = after_value_in(state.end);
        state.assumption =
            assumption(msg::template_html_place{.place = msg::place_comment_end{}}, span);
        return EscapeContext::comment;
      case HtmlState::bogus:
      case HtmlState::instruction:
        return EscapeContext::attribute;
      case HtmlState::cdata:
        return state.match.empty() ? EscapeContext::cdata : no_place(msg::place_cdata_end{}, span);
      case HtmlState::markup:
        return no_place(msg::place_tag_start{}, span);
      case HtmlState::raw:
        return in_raw(state, value, span);
    }
    return EscapeContext::none;
  }

  bool join(State& into, const State& other, JoinPoint join_point) {
    const Argument a = describe(into);
    const Argument b = describe(other);
    return join_places(
        into, other,
        assumption(msg::template_branches{.tag = join_point.tag, .one = a, .other = b},
                   join_point.span));
  }

  static State fragment() { return {}; }
  static bool is_text(const State& state) { return state.place == HtmlState::text; }

  static Argument describe(const State& state) {
    const Argument tag =
        state.tag.empty() ? Argument(msg::place_tag{}) : msg::place_named_tag{.tag = state.tag};
    switch (state.place) {
      case HtmlState::text:
        return msg::place_text{};
      case HtmlState::tag_open:
      case HtmlState::end_tag_open:
      case HtmlState::markup:
        return msg::place_tag_start{};
      case HtmlState::attribute_name:
      case HtmlState::after_name:
      case HtmlState::before_value:
      case HtmlState::unquoted:
      case HtmlState::quoted:
        return msg::place_attribute{.attribute = state.attribute, .tag = tag};
      case HtmlState::comment:
        return msg::place_comment{};
      case HtmlState::bogus:
      case HtmlState::instruction:
        return msg::place_declaration{};
      case HtmlState::cdata:
        return msg::place_cdata{};
      case HtmlState::raw:
        return msg::place_within{.tag = state.tag};
      default:
        return state.closing ? Argument(msg::place_end_tag{}) : tag;
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
  EscapeContext no(Message message, Span span) {
    refuse(std::move(message), span);
    return EscapeContext::none;
  }

  EscapeContext no_place(Argument what, Span span) {
    refuse(msg::template_html_place{.place = std::move(what)}, span);
    return EscapeContext::none;
  }

  // `<h{{ level }}>`: of all names only a heading's level may come from data.
  EscapeContext heading(State& state, Span span) {
    const bool level =
        flavour_ == Flavour::html && state.place == HtmlState::tag_name && state.tag == "h";
    if (!level) return no(msg::template_html_tag{}, span);
    state.place = HtmlState::gap;
    state.assumption = assumption(msg::template_html_tag{}, span);
    return EscapeContext::heading;
  }

  // The output of xmlattr begins with a blank, unless autospace is off; it may be empty.
  EscapeContext attributes(State& state, const Expr* value, Span span) {
    const bool named = state.place != HtmlState::tag_open && state.place != HtmlState::end_tag_open;
    if (!named || !ends_in(value, "xmlattr") || state.closing || is_special_tag(state.tag)) {
      return no(msg::template_html_tag{}, span);
    }
    const bool blank = state.place == HtmlState::in_tag || state.place == HtmlState::after_name;
    state.place = HtmlState::gap;
    state.assumption = assumption(msg::template_html_tag{}, span);
    return blank ? EscapeContext::none : EscapeContext::attributes;
  }

  EscapeContext in_attribute(State& state, Span printed, Span span) {
    const std::string_view attribute = state.attribute;
    if (flavour_ != Flavour::xml && runs_code(attribute)) {
      const bool style = attribute == "style";
      return no(style ? Message(msg::template_html_style{}) : msg::template_html_script{}, span);
    }
    const AddressKind kind = address_in(state.tag, attribute, state.described);
    if (kind != AddressKind::none) {
      if (!state.has_output && !state.mixed && is_unsafe_start(state.start, kind)) {
        refuse(msg::template_unsafe_url{.address = state.start}, printed);
      }
      if (!state.has_output && !state.mixed &&
          (kind == AddressKind::one || kind == AddressKind::image)) {
        state.settled = is_safe_start(state.start);
      }
      state.has_output = true;
      printed_ = printed;
    }
    if (state.tag == "meta" && state.described && attribute == "content") {
      state.trusted = true;
      printed_ = printed;
    }
    return EscapeContext::attribute;
  }

  EscapeContext in_raw(State& state, const Expr* value, Span span) {
    if (flavour_ == Flavour::drawing) return no(msg::template_html_script{}, span);
    if (state.tag == "style") return no(msg::template_html_style{}, span);
    if (state.tag == "script") {
      const bool json = ends_in(value, "tojson") && state.code == '\0' && state.last != '/' &&
                        state.match.size() < 2 && !state.unclear;
      state.last = '\0';
      state.match.clear();
      return json ? EscapeContext::none : no(msg::template_html_script{}, span);
    }
    if (state.unclear) return no_place(msg::place_after_tags{.tag = state.tag}, span);
    return state.match.empty() ? EscapeContext::attribute : no_place(msg::place_tag_start{}, span);
  }

  const DeferredCheck* deferred_check(const State& state, std::size_t end) {
    DeferredCheck made;
    made.kind = address_in(state.tag, state.attribute, state.described);
    made.end = static_cast<std::uint32_t>(end);
    made.start = state.quote == '"' ? "\"" : "'";
    made.span = printed_;
    return &parsed.deferred_checks.emplace_back(made);
  }

  int assumption(Message message, Span span) {
    Diagnostic made = problem(std::move(message), parsed.source.at(span));
    for (std::size_t i = 0; i < assumptions_.size(); ++i) {
      if (assumptions_[i].code == made.code && spans_[i].offset == span.offset) {
        return static_cast<int>(i);
      }
    }
    assumptions_.push_back(std::move(made));
    spans_.push_back(span);
    return static_cast<int>(assumptions_.size()) - 1;
  }

  void refuse_assumption(const State& state, int which) {
    if (state.trusted && state.attribute == "http-equiv") {
      no_place(msg::place_refresh{}, printed_);
    } else if (which >= 0) {
      problems->add(assumptions_[static_cast<std::size_t>(which)]);
    }
  }

  Flavour flavour_;
  Span printed_{};
  std::vector<Diagnostic> assumptions_;
  std::vector<Span> spans_;
};

}  // namespace

void check_markup(Template& parsed, Diagnostics& problems) {
  Flavour flavour = Flavour::html;
  if (parsed.source.format == Format::xml) {
    flavour = parsed.source.name.ends_with(".svg") ? Flavour::drawing : Flavour::xml;
  }
  Markup language(parsed, problems, flavour);
  ContextWalk<Markup>(language).run();
}

void check_context(Template& parsed, Diagnostics& problems) {
  switch (parsed.source.format) {
    case Format::html:
    case Format::xml:
      return check_markup(parsed, problems);
    case Format::markdown:
      return check_markdown(parsed, problems);
    case Format::typst:
      return check_typst(parsed, problems);
    case Format::json:
      return check_json(parsed, problems);
    case Format::csv:
      return check_csv(parsed, problems);
    case Format::text:
      return;
  }
}

}  // namespace huice::tmpl
