// SPDX-License-Identifier: Apache-2.0
// Printing into places that ask for more than the format's escaping, and what can only be judged
// when it has been printed.

#include "base/messages/template_run.h"
#include "base/messages/template_syntax.h"
#include "base/utf8.h"
#include "template/places/address.h"
#include "template/places/escape.h"
#include "template/run/render.h"

#include <algorithm>
#include <array>
#include <utility>

namespace huice::tmpl {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

// XML 1.0, 2.3: what a name may begin with, then what it may hold beside that.
constexpr std::array<std::pair<char32_t, char32_t>, 16> kBegins{{{':', ':'},
                                                                 {'A', 'Z'},
                                                                 {'_', '_'},
                                                                 {'a', 'z'},
                                                                 {0xC0, 0xD6},
                                                                 {0xD8, 0xF6},
                                                                 {0xF8, 0x2FF},
                                                                 {0x370, 0x37D},
                                                                 {0x37F, 0x1FFF},
                                                                 {0x200C, 0x200D},
                                                                 {0x2070, 0x218F},
                                                                 {0x2C00, 0x2FEF},
                                                                 {0x3001, 0xD7FF},
                                                                 {0xF900, 0xFDCF},
                                                                 {0xFDF0, 0xFFFD},
                                                                 {0x10000, 0xEFFFF}}};
constexpr std::array<std::pair<char32_t, char32_t>, 5> kHolds{
    {{'-', '.'}, {'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}};

template <std::size_t N>
bool is_in(char32_t c, const std::array<std::pair<char32_t, char32_t>, N>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [c](const std::pair<char32_t, char32_t>& range) {
    return c >= range.first && c <= range.second;
  });
}

bool is_xml_name(std::string_view name) {
  for (std::size_t offset = 0; offset < name.size();) {
    const bool first = offset == 0;
    const char32_t c = utf8::decode(name, offset);
    if (!is_in(c, kBegins) && (first || !is_in(c, kHolds))) return false;
  }
  return !name.empty();
}

std::string small(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

bool Render::legal(std::string_view text, const Expr& site) {
  const auto illegal = first_illegal(text, format_);
  if (illegal) fail_character(*illegal, site);
  return !illegal;
}

void Render::print_guarded(std::string_view text, bool safe, const Expr& site, Guard guard) {
  if (text.size() > room_) return fail_output(site.span);
  if (!legal(text, site)) return;
  if (escapes_ && guard == Guard::code) {
    fail(msg::template_typst_code{.place = msg::place_within_code{}}, *source_, site.span);
    return;
  }
  if (escapes_ && guard == Guard::value && !safe) {
    fail(msg::template_json_text{}, *source_, site.span);
    return;
  }
  if (escapes_ || guard == Guard::cdata) return protect(*out_, text, safe, guard, format_);
  if (guard == Guard::separate) out_->push_back(';');
  out_->append(text);
}

void Render::print_safe(std::string_view text, const Expr& site) {
  if (format_ == Format::csv && escapes_) return print_cell(text, site, true);
  if (legal(text, site)) out_->append(text);
}

// Quotes count at a cell's beginning alone: a text that needs them cannot stand behind another.
void Render::print_cell(std::string_view text, const Expr& site, bool safe) {
  constexpr std::string_view kEnds = ",;\t\r\n";
  const bool begins = out_->empty() || kEnds.find(out_->back()) != std::string_view::npos;
  if (begins && !safe) return escape_csv(*out_, text);
  const std::size_t last = out_->find_last_not_of(' ');
  const bool blank =
      last == std::string::npos || kEnds.find((*out_)[last]) != std::string_view::npos;
  const bool plain = safe ? begins || !text.starts_with('"') : is_plain_csv(text);
  if (!plain) {
    fail(msg::template_csv_cell{.text = msg::cell_needs_quotes{}}, *source_, site.span);
  } else if (!safe && blank && is_csv_formula(text)) {
    fail(msg::template_csv_cell{.text = msg::cell_calculated{}}, *source_, site.span);
  } else {
    out_->append(text);
  }
}

// Lists, mappings, numbers with a point.
void Render::print_plain(const Value& value, const Expr& site, Guard guard) {
  std::string text;
  const bool json = format_ == Format::json && guard != Guard::in_string;
  if (json && value.kind() != Kind::callable && !value.is_none()) {
    if (!append_json(text, value)) {
      type_error(site, msg::place_json{}, msg::value_it_holds{}, value);
      return;
    }
    out_->append(text);
    return;
  }
  if (!append_plain(text, value, site)) return;
  const bool safe = value.kind() == Kind::floating;
  if (safe && guard == Guard::code) guard = Guard::none;
  if (guard != Guard::none) return print_guarded(text, safe, site, guard);
  if (escapes_ && !safe) {
    print_text(text, site);
  } else {
    out_->append(text);
  }
}

// What a block, an include or a call printed is safe as running text, and stands elsewhere.
void Render::protect_piece(std::size_t start, Guard guard) {
  if (guard == Guard::none || failed_) return;
  const std::string text = out_->substr(start);
  out_->resize(start);
  protect(*out_, text, true, guard, format_);
}

void Render::judge_printed(Guard guard, const Expr& site, std::size_t start) {
  if (guard == Guard::name) judge_name(site, start);
  if (guard == Guard::attributes) judge_attributes(site, start);
}

void Render::judge_name(const Expr& site, std::size_t start) {
  if (failed_) return;
  std::size_t first = start == 0 ? 0 : out_->rfind('<', start - 1) + 1;
  if (first < out_->size() && (*out_)[first] == '/') ++first;
  const std::string_view name = std::string_view(*out_).substr(first);
  const bool good = format_ == Format::html ? is_harmless_tag(small(name)) : is_xml_name(name);
  if (!good) fail(msg::template_unsafe_tag_name{.name = name}, *source_, site.span);
}

void Render::judge_attributes(const Expr& site, std::size_t start) {
  if (failed_ || out_->size() == start || is_blank((*out_)[start])) return;
  fail(msg::template_html_tag{}, *source_, site.span);
}

namespace {

// text.rfind(part), for a part that is seldom begun in vain.
std::size_t find_last(std::string_view text, std::string_view part) {
  if (part.empty()) return text.size();
  for (std::size_t at = text.rfind(part[0]); at != std::string_view::npos;) {
    if (text.substr(at).starts_with(part)) return at;
    at = at == 0 ? std::string_view::npos : text.rfind(part[0], at - 1);
  }
  return std::string_view::npos;
}

}  // namespace

void Render::judge_address(const TextStatement& node) {
  const Judgement& judgement = *node.judgement;
  const std::size_t end = out_->size() - node.text.size() + judgement.end;
  const std::string_view printed = std::string_view(*out_).substr(0, end);
  const std::size_t before = find_last(printed, judgement.start);
  const std::string_view value =
      before == std::string_view::npos ? printed : printed.substr(before + judgement.start.size());
  if (is_unsafe_value(value, judgement.kind)) {
    fail(msg::template_unsafe_url{.address = value}, *source_, judgement.span);
  }
}

// What was found when the template was read, told where it matters.
void Render::fail_found(Diagnostic found) {
  if (failed_) return;
  failed_ = true;
  found.traces = traces();
  problems_.add(std::move(found));
}

}  // namespace huice::tmpl
