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
      : LanguageBase(of, into), flavour_(flavour) {
    keeps = flavour != Flavour::xml_in_html;
  }

  void read(State& state, TextStatement& node) {
    if (keeps) node.judgement = nullptr;
    for (std::size_t i = 0; i < node.text.size(); ++i) {
      const bool judged = state.place == Place::quoted && state.has_output && !state.settled;
      const State before = judged && node.text[i] == state.quote ? state : State{};
      const int doubt = state.doubt;
      if (!feed(state, node.text[i], flavour_)) refuse_doubt(state, doubt);
      if (before.place == Place::quoted && keeps) node.judgement = judgement(before, i);
    }
  }

  Guard judge(State& state, const Expr* value, Span span) {
    switch (state.place) {
      case Place::text:
        return Guard::none;
      case Place::tag_open:
      case Place::end_tag_open:
      case Place::tag_name:
        if (value != nullptr && !ends_in(value, "xmlattr")) return name(state, span);
        return attributes(state, value, span);
      case Place::in_tag:
      case Place::attribute_name:
      case Place::after_name:
      case Place::after_value:
      case Place::gap:
        return attributes(state, value, span);
      case Place::before_value:
      case Place::unquoted:
        return no(msg::template_html_unquoted{}, span);
      case Place::quoted:
        return in_attribute(state, value != nullptr ? value->span : span, span);
      case Place::comment:
        state.end = after_value_in(state.end);
        state.doubt = doubt(msg::template_html_place{.place = msg::place_comment_end{}}, span);
        return Guard::comment;
      case Place::bogus:
      case Place::instruction:
        return Guard::attribute;
      case Place::cdata:
        return state.match.empty() ? Guard::cdata : no_place(msg::place_cdata_end{}, span);
      case Place::markup:
        return no_place(msg::place_tag_start{}, span);
      case Place::raw:
        return in_raw(state, value, span);
    }
    return Guard::none;
  }

  bool join(State& into, const State& other, Joint joint) {
    const Argument a = describe(into);
    const Argument b = describe(other);
    return join_places(
        into, other,
        doubt(msg::template_branches{.tag = joint.tag, .one = a, .other = b}, joint.span));
  }

  static State piece() { return {}; }
  static bool is_text(const State& state) { return state.place == Place::text; }

  static Argument describe(const State& state) {
    const Argument tag =
        state.tag.empty() ? Argument(msg::place_tag{}) : msg::place_named_tag{.tag = state.tag};
    switch (state.place) {
      case Place::text:
        return msg::place_text{};
      case Place::tag_open:
      case Place::end_tag_open:
      case Place::markup:
        return msg::place_tag_start{};
      case Place::attribute_name:
      case Place::after_name:
      case Place::before_value:
      case Place::unquoted:
      case Place::quoted:
        return msg::place_attribute{.attribute = state.attribute, .tag = tag};
      case Place::comment:
        return msg::place_comment{};
      case Place::bogus:
      case Place::instruction:
        return msg::place_declaration{};
      case Place::cdata:
        return msg::place_cdata{};
      case Place::raw:
        return msg::place_within{.tag = state.tag};
      default:
        return state.closing ? Argument(msg::place_end_tag{}) : tag;
    }
  }

  void open_end(const State& state) {
    const auto end = static_cast<std::uint32_t>(parsed.source.text.size());
    const Diagnostic found =
        problem(msg::template_open{.part = msg::part_template{.name = parsed.source.name},
                                   .place = describe(state)},
                parsed.source.at({end, 0}));
    if (keeps) {
      parsed.open_end = found;
    } else {
      problems->add(found);
    }
  }

 private:
  Guard no(Message message, Span span) {
    refuse(std::move(message), span);
    return Guard::none;
  }

  Guard no_place(Argument what, Span span) {
    refuse(msg::template_html_place{.place = std::move(what)}, span);
    return Guard::none;
  }

  // A printed name is the whole name. In a page it comes from a closed list when it is printed.
  Guard name(State& state, Span span) {
    if (flavour_ == Flavour::xml_in_html) return no(msg::template_html_tag{}, span);
    state.tag.clear();
    state.place = Place::gap;
    state.doubt = doubt(msg::template_html_tag{}, span);
    return Guard::name;
  }

  // What xmlattr makes begins with a blank, unless it was told not to; it may also be nothing.
  Guard attributes(State& state, const Expr* value, Span span) {
    const bool named = state.place != Place::tag_open && state.place != Place::end_tag_open;
    if (!named || !ends_in(value, "xmlattr") || state.closing || is_special_tag(state.tag)) {
      return no(msg::template_html_tag{}, span);
    }
    const bool blank = state.place == Place::in_tag || state.place == Place::after_name;
    state.place = Place::gap;
    state.doubt = doubt(msg::template_html_tag{}, span);
    return blank ? Guard::none : Guard::attributes;
  }

  Guard in_attribute(State& state, Span printed, Span span) {
    const std::string_view attribute = state.attribute;
    if (flavour_ != Flavour::xml && runs_code(attribute)) {
      const bool style = attribute == "style";
      return no(style ? Message(msg::template_html_style{}) : msg::template_html_script{}, span);
    }
    const AddressKind kind = address_in(state.tag, attribute, state.described);
    if (kind != AddressKind::none) {
      if (!state.has_output && !state.mixed && is_unsafe_value(state.start, kind)) {
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
    return Guard::attribute;
  }

  Guard in_raw(State& state, const Expr* value, Span span) {
    if (state.tag == "style") return no(msg::template_html_style{}, span);
    if (state.tag == "script") {
      const bool json = ends_in(value, "tojson") && state.code == '\0' && state.last != '/' &&
                        state.match.size() < 2 && !state.unclear;
      state.last = '\0';
      state.match.clear();
      return json ? Guard::none : no(msg::template_html_script{}, span);
    }
    if (state.unclear) return no_place(msg::place_behind_tags{.tag = state.tag}, span);
    return state.match.empty() ? Guard::attribute : no_place(msg::place_tag_start{}, span);
  }

  const Judgement* judgement(const State& state, std::size_t end) {
    Judgement made;
    made.kind = address_in(state.tag, state.attribute, state.described);
    made.end = static_cast<std::uint32_t>(end);
    made.start = state.quote == '"' ? "\"" : "'";
    made.span = printed_;
    return &parsed.judgements.emplace_back(made);
  }

  int doubt(Message message, Span span) {
    Diagnostic made = problem(std::move(message), parsed.source.at(span));
    for (std::size_t i = 0; i < doubts_.size(); ++i) {
      if (doubts_[i].code == made.code && spans_[i].offset == span.offset) {
        return static_cast<int>(i);
      }
    }
    doubts_.push_back(std::move(made));
    spans_.push_back(span);
    return static_cast<int>(doubts_.size()) - 1;
  }

  void refuse_doubt(const State& state, int which) {
    if (state.trusted && state.attribute == "http-equiv") {
      no_place(msg::place_refresh{}, printed_);
    } else if (which >= 0) {
      problems->add(doubts_[static_cast<std::size_t>(which)]);
    }
  }

  Flavour flavour_;
  Span printed_{};
  std::vector<Diagnostic> doubts_;
  std::vector<Span> spans_;
};

// What XML keeps to itself: a printed CDATA section would be a comment in HTML.
const Statement* find_cdata(const Body& body) {
  for (const Statement* statement : body) {
    const auto* output = node_if<Output>(statement);
    if (output != nullptr && output->guard == Guard::cdata) return output;
    const Statement* found = nullptr;
    for_each_body(*statement, [&found](const Body& inner) {
      if (found == nullptr) found = find_cdata(inner);
    });
    if (found != nullptr) return found;
  }
  return nullptr;
}

void check_fitness(Template& parsed) {
  Diagnostics found;
  Markup language(parsed, found, Flavour::xml_in_html);
  ContextWalk<Markup>(language).run();
  const std::vector<Diagnostic> all = found.sorted();
  if (!all.empty()) {
    parsed.unfit = all.front();
  } else if (const Statement* cdata = find_cdata(parsed.root.body)) {
    parsed.unfit = problem(msg::template_html_place{.place = msg::place_page_cdata{}},
                           parsed.source.at(cdata->span));
  }
}

}  // namespace

void check_markup(Template& parsed, Diagnostics& problems) {
  const bool html = parsed.source.format == Format::html;
  Markup language(parsed, problems, html ? Flavour::html : Flavour::xml);
  ContextWalk<Markup>(language).run();
  if (html || problems.has_errors()) return;
  check_fitness(parsed);
  // Browsers run the scripts of drawings opened on their own.
  const bool drawing = parsed.source.name.ends_with(".svg");
  if (drawing && parsed.unfit && parsed.unfit->code != msg::template_html_place::code) {
    problems.add(*parsed.unfit);
  }
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
