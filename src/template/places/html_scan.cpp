// SPDX-License-Identifier: Apache-2.0
#include "template/places/html_scan.h"

#include "base/ascii.h"
#include "template/places/address.h"

#include <algorithm>
#include <array>

namespace huice::tmpl {
namespace {

using ascii::is_blank;
using ascii::is_letter;
using ascii::lower;

class Reader {
 public:
  Reader(MarkupState& state, Flavour flavour) : state_(state), flavour_(flavour) {}

  // A character may end one place and begin another: read until it is used up.
  bool read(char c) {
    while (!step(c)) {
    }
    return good_;
  }

 private:
  using Step = bool (Reader::*)(char);

  bool step(char c) {
    static constexpr std::array<Step, 18> kSteps{
        &Reader::text,         &Reader::tag_open, &Reader::end_tag_open,   &Reader::markup,
        &Reader::tag_name,     &Reader::in_tag,   &Reader::attribute_name, &Reader::after_name,
        &Reader::before_value, &Reader::quoted,   &Reader::unquoted,       &Reader::after_value,
        &Reader::gap,          &Reader::comment,  &Reader::bogus,          &Reader::instruction,
        &Reader::cdata,        &Reader::raw};
    return (this->*kSteps[static_cast<std::size_t>(state_.place)])(c);
  }

  bool html() const { return flavour_ == Flavour::html; }
  bool go(HtmlState place) {
    state_.place = place;
    return true;
  }
  bool again(HtmlState place) {
    state_.place = place;
    return false;
  }
  bool begins_name(char c) const {
    return html()
               ? is_letter(c)
               : !is_blank(c) && std::string_view("<>/!?=\"'&").find(c) == std::string_view::npos;
  }

  bool text(char c) {
    if (c == '<') state_ = MarkupState{HtmlState::tag_open};
    return true;
  }

  bool tag_open(char c) {
    if (c == '/') {
      state_.closing = true;
      return go(HtmlState::end_tag_open);
    }
    if (c == '!') return go(HtmlState::markup);
    if (c == '?') return go(html() ? HtmlState::bogus : HtmlState::instruction);
    return again(begins_name(c) ? HtmlState::tag_name : HtmlState::text);
  }

  bool end_tag_open(char c) {
    if (begins_name(c)) return again(HtmlState::tag_name);
    if (c == '>') return end_of_markup();
    return again(HtmlState::bogus);
  }

  bool markup(char c) {
    constexpr std::string_view kSection = "[CDATA[";
    state_.match += c;
    if (state_.match == "--") {
      state_.match.clear();
      state_.end = html() ? CommentEnd::start : CommentEnd::inside;
      return go(HtmlState::comment);
    }
    const bool section = !html() && kSection.starts_with(state_.match);
    if (section && state_.match == kSection) {
      state_.match.clear();
      return go(HtmlState::cdata);
    }
    if (section || state_.match == "-") return true;
    state_.match.clear();
    return again(HtmlState::bogus);
  }

  bool end_of_markup() {
    state_ = MarkupState{};
    return true;
  }

  static bool is_raw(std::string_view tag) {
    static constexpr std::array<std::string_view, 8> kRaw{
        "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"};
    return std::find(kRaw.begin(), kRaw.end(), tag) != kRaw.end();
  }

  // With whatever prefix a document gives SVG's names.
  bool runs_in_drawing(std::string_view tag) const {
    tag.remove_prefix(tag.rfind(':') == std::string_view::npos ? 0 : tag.rfind(':') + 1);
    return flavour_ == Flavour::drawing && (tag == "script" || tag == "style");
  }

  bool end_tag() {
    const std::string tag = std::move(state_.tag);
    const bool slash = state_.slash;
    const bool raw = !state_.closing && (html() ? is_raw(tag) : !slash && runs_in_drawing(tag));
    state_ = MarkupState{};
    if (!raw) return true;
    state_.tag = tag;
    state_.unclear = slash;  // in a drawing it ends the tag
    return go(HtmlState::raw);
  }

  // Reads a character that may end a name or a value; returns false for any other.
  bool ends(char c) {
    if (c == '>') return end_tag();
    if (!is_blank(c) && c != '/') return false;
    state_.slash = c == '/';
    return go(HtmlState::in_tag);
  }

  bool tag_name(char c) {
    if (!ends(c)) state_.tag += html() ? lower(c) : c;
    return true;
  }

  bool in_tag(char c) {
    if (ends(c)) return true;
    if (c == '=' && state_.assumption >= 0) good_ = false;
    state_.assumption = -1;
    state_.slash = false;
    state_.attribute = html() ? lower(c) : c;
    return go(HtmlState::attribute_name);
  }

  bool attribute_name(char c) {
    if (c == '=') return go(HtmlState::before_value);
    if (is_blank(c)) return go(HtmlState::after_name);
    if (!ends(c)) state_.attribute += html() ? lower(c) : c;
    return true;
  }

  bool after_name(char c) {
    if (is_blank(c)) return true;
    if (c == '=') return go(HtmlState::before_value);
    return ends(c) || again(HtmlState::in_tag);
  }

  bool before_value(char c) {
    if (is_blank(c)) return true;
    if (state_.attribute == "http-equiv") {
      if (state_.trusted) good_ = false;
      state_.refreshes = true;
    }
    const bool names = state_.attribute == "name" || state_.attribute == "property" ||
                       state_.attribute == "itemprop";
    state_.described = (state_.described || names) && !state_.refreshes;
    state_.start.clear();
    state_.mixed = state_.settled = state_.has_output = false;
    if (c == '"' || c == '\'') {
      state_.quote = c;
      return go(HtmlState::quoted);
    }
    return again(HtmlState::unquoted);
  }

  bool quoted(char c) {
    if (c != state_.quote) {
      if (!state_.mixed && !state_.has_output) state_.start += c;
      return true;
    }
    state_.start.clear();
    state_.mixed = state_.settled = state_.has_output = false;
    state_.quote = '\0';
    return go(HtmlState::after_value);
  }

  bool unquoted(char c) {
    if (c == '>') return end_tag();
    return is_blank(c) ? go(HtmlState::in_tag) : true;
  }

  bool after_value(char c) { return ends(c) || again(HtmlState::in_tag); }

  bool gap(char c) {
    if (ends(c)) return true;
    good_ = false;
    return again(HtmlState::in_tag);
  }

  bool comment(char c) {
    const CommentEnd end = state_.end;
    const bool unsure = end == CommentEnd::unsure || end == CommentEnd::unsure_dash;
    if (c == '>') {
      const bool start = end == CommentEnd::start || end == CommentEnd::start_dash;
      const bool full = end == CommentEnd::dashes || end == CommentEnd::bang;
      if (unsure) good_ = false;
      if (start || full || unsure) return end_of_markup();
    }
    state_.end = CommentEnd::inside;
    if (c == '-') state_.end = end_after_dash(end);
    if (c == '!' && end == CommentEnd::dashes && html()) state_.end = CommentEnd::bang;
    if (c == '!' && unsure && html()) state_.end = CommentEnd::unsure;
    return true;
  }

  static CommentEnd end_after_dash(CommentEnd end) {
    switch (end) {
      case CommentEnd::start:
        return CommentEnd::start_dash;
      case CommentEnd::start_dash:
      case CommentEnd::dash:
      case CommentEnd::dashes:
      case CommentEnd::unsure_dash:
        return CommentEnd::dashes;
      case CommentEnd::unsure:
        return CommentEnd::unsure_dash;
      default:
        return CommentEnd::dash;
    }
  }

  bool bogus(char c) { return c == '>' ? end_of_markup() : true; }

  bool instruction(char c) {
    const bool ended = c == '>' && state_.match == "?";
    state_.match = c == '?' ? "?" : "";
    return ended ? end_of_markup() : true;
  }

  bool cdata(char c) {
    if (c == '>' && state_.match == "]]") return end_of_markup();
    state_.match = c != ']' ? "" : state_.match.empty() ? "]" : "]]";
    return true;
  }

  bool raw(char c) {
    const std::string end = "</" + state_.tag;
    if (state_.match == end && state_.nested != 's' && (is_blank(c) || c == '/' || c == '>')) {
      state_.closing = true;
      state_.match.clear();
      state_.code = state_.last = state_.nested = '\0';
      state_.unclear = false;
      return again(HtmlState::tag_name);
    }
    const bool in_script = state_.tag == "script";
    if (in_script) nest(c);
    if (!in_script && state_.match == "<" && (is_letter(c) || c == '!')) state_.unclear = true;
    state_.match += lower(c);
    const bool known = end.starts_with(state_.match) || (in_script && is_nesting(state_.match));
    if (state_.match == "<!--" || state_.match == "---") {
      state_.match = "--";
    } else if (!known) {
      state_.match = c == '<' || (in_script && c == '-') ? std::string(1, c) : "";
    }
    if (in_script) script(c);
    return true;
  }

  static bool is_nesting(std::string_view text) {
    using namespace std::string_view_literals;
    return "<!--"sv.starts_with(text) || "<script"sv.starts_with(text) || "-->"sv.starts_with(text);
  }

  // HTML, 13.2.5.20 on: after "<!--" and "<script" the first "</script" does not end the script.
  void nest(char c) {
    const bool ends_name = is_blank(c) || c == '/' || c == '>';
    if (state_.match == "<!-" && c == '-' && state_.nested == '\0') state_.nested = '!';
    if (state_.match == "--" && c == '>') state_.nested = '\0';
    if (state_.match == "<script" && ends_name && state_.nested == '!') state_.nested = 's';
    if (state_.match == "</script" && ends_name && state_.nested == 's') state_.nested = '!';
  }

  // Strings, templates and comments.
  void script(char c) {
    const char last = state_.last;
    char& code = state_.code;
    state_.last = c;
    switch (code) {
      case '\0':
        if (c == '"' || c == '\'' || c == '`') code = c;
        if (last == '/') code = c == '/' || c == '*' ? c : c == '\n' ? '\0' : kUnsureLine;
        break;
      case kUnsureLine:
        if (c == '`' || (last == '/' && c == '*')) code = kUnsure;
        if (c == '\n') code = '\0';
        break;
      case kUnsure:
        break;
      case '/':
        if (c == '\n') code = '\0';
        break;
      case '*':
        if (last == '*' && c == '/') code = '\0', state_.last = '\0';
        break;
      default:
        if (last == '\\') {
          state_.last = '\0';
        } else if (code == '`' && last == '$' && c == '{') {
          code = kUnsure;
        } else if (c == code || (c == '\n' && code != '`')) {
          code = '\0';
        }
    }
  }

  MarkupState& state_;
  Flavour flavour_;
  bool good_ = true;
};

bool ends_in_blank(const MarkupState& state) {
  return state.place == HtmlState::in_tag || state.place == HtmlState::after_name;
}

bool join_tags(MarkupState& into, const MarkupState& other) {
  if (into.closing != other.closing) return false;
  if (into.tag == other.tag) return true;
  if (is_special_tag(into.tag) || is_special_tag(other.tag)) return false;
  into.tag.clear();
  return true;
}

bool join_within_tags(MarkupState& into, const MarkupState& other, int assumption) {
  const bool named = !into.tag.empty() && into.tag == other.tag;
  if (!join_tags(into, other)) return false;
  const bool same = into.place == other.place && into.attribute == other.attribute &&
                    (into.place != HtmlState::tag_name || named);
  if (!same) {
    const bool blank = ends_in_blank(into) && ends_in_blank(other);
    into.place = blank ? HtmlState::in_tag : HtmlState::gap;
    into.attribute.clear();
    into.assumption = assumption;
  }
  if (into.assumption < 0) into.assumption = other.assumption;
  into.described = into.described && other.described;
  into.refreshes = into.refreshes || other.refreshes;
  into.trusted = into.trusted || other.trusted;
  into.slash = into.slash && other.slash;
  into.quote = '\0';
  return true;
}

bool join_values(MarkupState& into, const MarkupState& other) {
  if (!join_tags(into, other) || into.attribute != other.attribute || into.quote != other.quote) {
    return false;
  }
  into.mixed = into.mixed || other.mixed || into.start != other.start;
  if (into.mixed) into.start.clear();
  into.settled = into.settled && other.settled;
  into.has_output = into.has_output || other.has_output;
  into.described = into.described && other.described;
  into.refreshes = into.refreshes || other.refreshes;
  into.trusted = into.trusted || other.trusted;
  into.assumption = std::max(into.assumption, other.assumption);
  return true;
}

}  // namespace

bool feed(MarkupState& state, char c, Flavour flavour) {
  return Reader(state, flavour).read(c);
}

bool is_in_tag(HtmlState place) {
  return place == HtmlState::tag_name || place == HtmlState::in_tag ||
         place == HtmlState::attribute_name || place == HtmlState::after_name ||
         place == HtmlState::unquoted || place == HtmlState::after_value || place == HtmlState::gap;
}

bool join_places(MarkupState& into, const MarkupState& other, int assumption) {
  if (is_in_tag(into.place) && is_in_tag(other.place))
    return join_within_tags(into, other, assumption);
  if (into.place != other.place) return false;
  if (into.place == HtmlState::quoted) return join_values(into, other);
  if (into.place == HtmlState::comment) {
    into.end = CommentEnd::unsure;
    into.assumption = assumption;
    return true;
  }
  if (into.tag != other.tag || into.match != other.match || into.closing != other.closing ||
      into.attribute != other.attribute) {
    return false;
  }
  if (into.code != other.code || into.nested != other.nested) into.code = kUnsure;
  into.nested = std::max(into.nested, other.nested);
  into.last = '\0';
  into.unclear = into.unclear || other.unclear;
  return true;
}

CommentEnd after_value_in(CommentEnd end) {
  return end == CommentEnd::inside ? CommentEnd::inside : CommentEnd::unsure;
}

}  // namespace huice::tmpl
