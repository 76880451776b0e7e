// SPDX-License-Identifier: Apache-2.0
// Printing into places that require more than the format's escaping, and checks that are only
// possible after printing.

#include "base/ascii.h"
#include "base/messages/template_run.h"
#include "base/messages/template_syntax.h"
#include "base/utf8.h"
#include "markup/escape.h"
#include "template/places/address.h"
#include "template/places/protect.h"
#include "template/run/render.h"
#include "template/values/json.h"

#include <utility>

namespace huice::tmpl {
bool Render::legal(std::string_view text, const Expr& site) {
  const auto illegal = markup::first_illegal(text, format_);
  if (illegal) fail_character(*illegal, site);
  return !illegal;
}

void Render::print_in_context(std::string_view text, bool safe, const Expr& site,
                              EscapeContext escape_context) {
  if (text.size() > room_) return fail_output(site.span);
  if (!legal(text, site)) return;
  if (escapes_ && escape_context == EscapeContext::code) {
    fail(msg::template_typst_code{.place = msg::place_within_code{}}, *source_, site.span);
    return;
  }
  if (escapes_ && escape_context == EscapeContext::value && !safe) {
    fail(msg::template_json_text{}, *source_, site.span);
    return;
  }
  if (escapes_ || escape_context == EscapeContext::cdata)
    return protect(*out_, text, safe, escape_context, format_);
  if (escape_context == EscapeContext::separate) out_->push_back(';');
  out_->append(text);
}

void Render::print_safe(std::string_view text, const Expr& site) {
  if (format_ == Format::csv && escapes_) return print_cell(text, site, true);
  if (legal(text, site)) out_->append(text);
}

// Quotes count at a cell's beginning alone: a text that needs them cannot be after another.
void Render::print_cell(std::string_view text, const Expr& site, bool safe) {
  constexpr std::string_view kEnds = ",;\t\r\n";
  const bool begins = out_->empty() || kEnds.find(out_->back()) != std::string_view::npos;
  if (begins && !safe) return markup::escape_csv(*out_, text);
  const std::size_t last = out_->find_last_not_of(' ');
  const bool blank =
      last == std::string::npos || kEnds.find((*out_)[last]) != std::string_view::npos;
  const bool plain = safe ? begins || !text.starts_with('"') : markup::is_plain_csv(text);
  if (!plain) {
    fail(msg::template_csv_cell{.text = msg::cell_needs_quotes{}}, *source_, site.span);
  } else if (!safe && blank && markup::is_csv_formula(text)) {
    fail(msg::template_csv_cell{.text = msg::cell_calculated{}}, *source_, site.span);
  } else {
    out_->append(text);
  }
}

// Lists, mappings, numbers with a point.
void Render::print_plain(const Value& value, const Expr& site, EscapeContext escape_context) {
  std::string text;
  const bool json = format_ == Format::json && escape_context != EscapeContext::in_string;
  if (json && value.kind() != Kind::callable && !value.is_none()) {
    const Printing result = append_json(text, value);
    if (result == Printing::record) {
      type_error(site, msg::place_json{}, msg::value_it_holds{}, value);
    } else if (result != Printing::ok) {
      fail_none(value, result, site);
    } else {
      out_->append(text);
    }
    return;
  }
  if (!append_plain(text, value, site)) return;
  const bool safe = value.kind() == Kind::floating;
  if (safe && escape_context == EscapeContext::code) escape_context = EscapeContext::none;
  if (escape_context != EscapeContext::none)
    return print_in_context(text, safe, site, escape_context);
  if (escapes_ && !safe) {
    print_text(text, site);
  } else {
    out_->append(text);
  }
}

// Output of a block, an include or a call is safe as running text; this place needs more.
void Render::protect_fragment(std::size_t start, EscapeContext escape_context) {
  if (escape_context == EscapeContext::none || failed_) return;
  const std::string text = out_->substr(start);
  out_->resize(start);
  protect(*out_, text, true, escape_context, format_);
}

void Render::check_printed(EscapeContext escape_context, const Expr& site, std::size_t start) {
  if (escape_context == EscapeContext::heading) check_heading(site, start);
  if (escape_context == EscapeContext::attributes) check_attributes(site, start);
}

void Render::check_heading(const Expr& site, std::size_t start) {
  if (failed_) return;
  const std::string_view level = std::string_view(*out_).substr(start);
  const bool good = level.size() == 1 && level[0] >= '1' && level[0] <= '6';
  if (!good) {
    fail(msg::template_unsafe_tag_name{.name = "h" + std::string(level)}, *source_, site.span);
  }
}

void Render::check_attributes(const Expr& site, std::size_t start) {
  if (failed_ || out_->size() == start || ascii::is_blank((*out_)[start])) return;
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

void Render::check_address(const TextStatement& node) {
  const DeferredCheck& deferred_check = *node.deferred_check;
  const std::size_t end = out_->size() - node.text.size() + deferred_check.end;
  const std::string_view printed = std::string_view(*out_).substr(0, end);
  const std::size_t before = find_last(printed, deferred_check.start);
  const std::string_view value = before == std::string_view::npos
                                     ? printed
                                     : printed.substr(before + deferred_check.start.size());
  if (is_unsafe_value(value, deferred_check.kind)) {
    fail(msg::template_unsafe_url{.address = value}, *source_, deferred_check.span);
  }
}

// Reports a finding of the parser when it matters.
void Render::fail_found(Diagnostic found) {
  if (failed_) return;
  failed_ = true;
  found.traces = traces();
  problems_.add(std::move(found));
}

}  // namespace huice::tmpl
