// SPDX-License-Identifier: Apache-2.0
// Filters that make text safe, call it safe, or write it in another notation.

#include "base/ascii.h"
#include "base/messages/template_run.h"
#include "base/utf8.h"
#include "base/white_space.h"
#include "markup/address.h"
#include "markup/escape.h"
#include "template/library/links.h"
#include "template/library/registry.h"
#include "template/places/address.h"
#include "template/places/protect.h"
#include "template/values/builders.h"
#include "template/values/characters.h"
#include "template/values/json.h"
#include "template/values/operations.h"
#include "template/values/subject.h"

#include <array>
#include <charconv>
#include <set>

namespace huice::tmpl {
namespace {

// In plain text there is nothing to escape for: HTML, as in Jinja.
Format target_of(Call& call) {
  return call.format() == Format::text ? Format::html : call.format();
}

Value escape_value(const Value& subject, Call& call) {
  if (subject.is_safe_for(call.format())) return subject;
  const Format target = target_of(call);
  if (subject.is_string() && target == Format::html && markup::is_plain_html(subject.text())) {
    return subject.marked_safe(call.format());
  }
  const auto text = text_of(subject, call);
  if (!text) return {};
  std::string out;
  markup::escape(out, *text, target);
  return call.made(std::move(out), true);
}

Value force_escape(const Value& subject, Call& call) {
  const auto text = text_of(subject, call);
  if (!text) return {};
  std::string out;
  markup::escape(out, *text, target_of(call));
  return call.made(std::move(out), true);
}

Value safe(const Value& subject, Call& call) {
  if (subject.is_string()) return subject.marked_safe(call.format());
  const auto text = text_of(subject, call);
  return text ? Value::safe(*text, call.format()) : Value();
}

Value tojson(const Value& subject, Call& call) {
  const std::int64_t indent = call.integer_or_none(0).value_or(-1);
  if (call.failed()) return {};
  std::string out;
  switch (append_json(out, subject, static_cast<int>(indent > 40 ? 40 : indent))) {
    case Printing::ok:
      break;
    case Printing::too_large:
      return call.fail(msg::template_output_bound{.limit = kLargestPrinted});
    case Printing::too_deep:
      return call.fail(msg::template_value_depth{.limit = kDeepestPrinted});
    default:
      return call.fail(msg::template_wrong_type{
          .callee = call.callee(), .wanted = msg::value_json{}, .found = describe(subject)});
  }
  // Its signs mean nothing in these formats' running text; attributes have a context of their own.
  const Format format = call.format();
  const bool safe = format == Format::html || format == Format::xml || format == Format::json ||
                    format == Format::text;
  return call.made(std::move(out), safe);
}

// In a query a space is “+” and a slash is quoted, in a path neither.
void quote_url(std::string& out, std::string_view text, bool path) {
  if (out.empty()) out.reserve(text.size());
  for (const char c : text) {
    const bool sign = c == '_' || c == '.' || c == '-' || c == '~' || (path && c == '/');
    if (sign || ascii::is_alnum(c)) {
      out += c;
    } else if (c == ' ' && !path) {
      out += '+';
    } else {
      ascii::append_percent(out, c);
    }
  }
}

// A text, or the query string of a mapping or of a list of pairs.
Value urlencode(const Value& subject, Call& call) {
  std::string out;
  if (subject.is_string() || (!subject.is_mapping() && !subject.is_list())) {
    const auto text = text_of(subject, call);
    if (!text) return {};
    quote_url(out, *text, true);
    return call.made(std::move(out));
  }
  const Value pairs = subject.is_mapping() ? call.filter("items", subject, {}) : subject;
  for (std::size_t i = 0; i < pairs.list().size() && !call.failed(); ++i) {
    const Value pair = pairs.list().at(i);
    const Value key = item_at(pair, 0);
    const Value value = item_at(pair, 1);
    const auto key_text = text_of(key, call);
    const auto value_text = text_of(value, call);
    if (!key_text || !value_text) return {};
    if (i > 0) out += '&';
    quote_url(out, *key_text, false);
    out += '=';
    quote_url(out, *value_text, false);
  }
  return call.made(std::move(out));
}

// Jinja's rule: a key that could end the attribute's name is refused.
Value xmlattr(const Value& subject, Call& call) {
  if (!subject.is_mapping()) {
    return call.fail(msg::template_wrong_type{
        .callee = call.callee(), .wanted = msg::value_mapping{}, .found = describe(subject)});
  }
  std::string out;
  for (const Value& name_value : subject.mapping().all_keys()) {
    if (!name_value.is_string()) {
      return call.fail(msg::template_wrong_type{.callee = call.callee(),
                                                .wanted = msg::value_text_names{},
                                                .found = describe(name_value)});
    }
    const std::string key(name_value.text());
    const Value value = subject.mapping().get(key);
    if (value.is_none() || value.is_undefined()) continue;
    if (key.find_first_of(" \t\n\r\f/>=\"'") != std::string::npos) {
      return call.fail(msg::template_bad_value{.callee = call.callee(),
                                               .value = msg::bad_attribute_name{.name = key}});
    }
    const auto text = text_of(value, call);
    if (!text) return {};
    const std::string name = to_lower(key);
    const bool page = call.format() == Format::html || call.format() == Format::xml;
    if (page && runs_code(name)) {
      return call.fail(msg::template_bad_value{.callee = call.callee(),
                                               .value = msg::bad_running_attribute{.name = key}});
    }
    if (is_unsafe_value(*text, address_in("img", name))) {
      return call.fail(msg::template_unsafe_url{.address = text->view()});
    }
    if (!out.empty()) out += ' ';
    markup::escape_html(out, key);
    out += "=\"";
    const bool safe = value.is_safe_for(call.format());
    protect(out, *text, safe, EscapeContext::attribute, page ? call.format() : Format::html);
    out += '"';
  }
  if (call.boolean(0).value_or(true) && !out.empty()) {
    out.insert(out.begin(), ' ');
  }
  return call.made(std::move(out), call.escapes());
}

// The words of a link's “rel”, each once and in order, and its “target”.
std::string link_attributes(std::string_view rel, std::string_view target, bool nofollow) {
  std::set<std::string> words{"noopener"};
  if (nofollow) words.insert("nofollow");
  for (std::string_view rest = strip_left(rel); !rest.empty(); rest = strip_left(rest)) {
    std::size_t end = 0;
    for (std::size_t next = 0; next < rest.size(); end = next) {
      if (utf8::is_space(utf8::decode(rest, next))) break;
    }
    words.emplace(rest.substr(0, end));
    rest.remove_prefix(end);
  }
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : " ") + word;
  std::string out = " rel=\"";
  markup::escape_html(out, joined);
  out += '"';
  if (target.empty()) return out;
  out += " target=\"";
  markup::escape_html(out, target);
  return out + '"';
}

std::optional<std::string_view> text_or_none(Call& call, std::size_t place) {
  return call.argument(place).is_none() ? std::nullopt : call.text(place);
}

// Fails the call where a scheme is none, or one that runs scripts.
void read_schemes(LinkStyle& style, std::vector<Value>& kept, Call& call) {
  if (!call.has(4) || call.argument(4).is_none()) return;
  auto items = items_for(call.argument(4), call);
  if (!items) return;
  kept = std::move(*items);
  for (const Value& scheme : kept) {
    if (!scheme.is_string() || !is_scheme(scheme.text())) {
      call.fail(msg::template_bad_value{.callee = call.callee(),
                                        .value = msg::bad_scheme{.value = describe(scheme)}});
    } else if (markup::runs_script(to_lower(scheme.text()))) {
      call.fail(msg::template_unsafe_url{.address = scheme.text()});
    } else {
      style.schemes.push_back(scheme.text());
    }
  }
}

Value urlize(const Value& subject, Call& call) {
  const Format format = call.format();
  if (format != Format::html && format != Format::xml && format != Format::text) {
    return call.fail(
        msg::template_bad_value{.callee = call.callee(), .value = msg::bad_not_html{}});
  }
  const auto text = text_of(subject, call);
  LinkStyle style;
  std::vector<Value> kept;
  style.limit = call.integer_or_none(0);
  const auto target = text_or_none(call, 2);
  const auto rel = text_or_none(call, 3);
  style.attributes =
      link_attributes(rel.value_or(""), target.value_or(""), call.boolean(1).value_or(false));
  read_schemes(style, kept, call);
  if (call.failed()) return {};
  std::string escaped;
  if (subject.is_safe_for(format)) {
    escaped = text->view();
  } else {
    markup::escape_html(escaped, *text);
  }
  std::string out = link_addresses(escaped, style, kLargestPrinted);
  if (out.size() > kLargestPrinted) {
    return call.fail(msg::template_output_bound{.limit = kLargestPrinted});
  }
  return call.made(std::move(out), call.escapes());
}

void drop_between(std::string& text, std::string_view open, std::string_view close) {
  std::string kept;
  std::size_t done = 0;
  for (std::size_t start = 0; (start = text.find(open, done)) != std::string::npos;) {
    const std::size_t end = text.find(close, start + open.size());
    if (end == std::string::npos) break;
    kept.append(text, done, start - done);
    done = end + close.size();
  }
  if (done > 0) text = kept.append(text, done);
}

// The characters that browsers read for numeric references in the range of Windows-1252.
constexpr std::array<char32_t, 32> kWindows{
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

// As html.unescape(): some numbers stand for another character, some for none.
void append_numbered(std::string& out, std::uint32_t code) {
  if (code >= 0x80 && code <= 0x9F) return utf8::append(out, kWindows[code - 0x80]);
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
    return utf8::append(out, 0xFFFD);
  }
  const bool space = code == '\t' || code == '\n' || code == '\f' || code == '\r';
  const bool none = (code < 0x20 && !space) || code == 0x7F || (code & 0xFFFEU) == 0xFFFE ||
                    (code >= 0xFDD0 && code <= 0xFDEF);
  if (!none) utf8::append(out, code);
}

// "&#38;", "&#x26;", also without the semicolon.
std::size_t read_numbered(std::string_view text, std::string& out) {
  const bool hex = text.substr(2).starts_with('x') || text.substr(2).starts_with('X');
  const char* first = text.data() + (hex ? 3 : 2);
  const char* last = text.data() + text.size();
  std::uint32_t code = 0;
  const auto result = std::from_chars(first, last, code, hex ? 16 : 10);
  if (result.ptr == first) return 0;
  append_numbered(out, result.ec == std::errc() ? code : 0x110000);
  const auto read = static_cast<std::size_t>(result.ptr - text.data());
  return text.substr(read).starts_with(';') ? read + 1 : read;
}

// Appends the character of "&amp;" or "&#38;" and returns the length read, or 0.
std::size_t read_entity(std::string_view text, std::string& out) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kNamed{
      {{"&amp", "&"},
       {"&AMP", "&"},
       {"&lt", "<"},
       {"&LT", "<"},
       {"&gt", ">"},
       {"&GT", ">"},
       {"&quot", "\""},
       {"&QUOT", "\""},
       {"&apos", "'"},
       {"&nbsp", "\u00A0"}}};
  if (text.starts_with("&#")) return read_numbered(text, out);
  for (const auto& [entity, character] : kNamed) {
    if (!text.starts_with(entity)) continue;
    const std::string_view rest = text.substr(entity.size());
    const bool ended = rest.starts_with(';');
    const bool longer = !rest.empty() && ascii::is_alnum(rest[0]);
    if (longer || (!ended && entity == "&apos")) return 0;
    out += character;
    return entity.size() + (ended ? 1 : 0);
  }
  return 0;
}

Value striptags(const Value& subject, Call& call) {
  auto subject_text = text_of(subject, call);
  if (!subject_text) return {};
  std::string text = std::move(*subject_text).take();
  drop_between(text, "<!--", "-->");
  drop_between(text, "<", ">");
  std::string joined;
  for (std::string_view rest = strip(text); !rest.empty(); rest = strip_left(rest)) {
    if (!joined.empty()) joined += ' ';
    while (!rest.empty()) {
      std::size_t offset = 0;
      if (utf8::is_space(utf8::decode(rest, offset))) break;
      joined += rest.substr(0, offset);
      rest.remove_prefix(offset);
    }
  }
  std::string out;
  for (std::size_t i = 0; i < joined.size();) {
    const std::size_t read =
        joined[i] == '&' ? read_entity(std::string_view(joined).substr(i), out) : 0;
    if (read == 0) out += joined[i];
    i += read == 0 ? 1 : read;
  }
  return call.made(std::move(out));
}

}  // namespace

void add_escape_filters(Registry& registry) {
  registry.filter("escape", {}, escape_value);
  registry.filter_alias("e", "escape");
  registry.filter("forceescape", {}, force_escape);
  registry.filter("safe", {}, safe);
  registry.filter("tojson", {{"indent"}}, tojson);
  registry.filter("urlencode", {}, urlencode);
  registry.filter("urlize", {{"trim_url_limit", "nofollow", "target", "rel", "extra_schemes"}},
                  urlize);
  registry.filter("xmlattr", {{"autospace"}}, xmlattr);
  registry.filter("striptags", {}, striptags);
}

}  // namespace huice::tmpl
