// SPDX-License-Identifier: Apache-2.0
#include "template/places/address.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "markup/address.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace huice::tmpl {
namespace {

using namespace std::string_view_literals;

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// "&#58;", "&#x3a", "&colon;": the bytes read, 0 where this is not a reference that matters here.
// The names of other characters cannot spell a scheme.
std::size_t read_reference(std::string_view text, std::string& out) {
  static constexpr std::array<std::pair<std::string_view, char>, 3> kNamed{
      {{"&colon;", ':'}, {"&Tab;", '\t'}, {"&NewLine;", '\n'}}};
  for (const auto& [name, character] : kNamed) {
    if (!text.starts_with(name)) continue;
    out += character;
    return name.size();
  }
  if (!text.starts_with("&#")) return 0;
  const bool hex = text.size() > 2 && ascii::lower(text[2]) == 'x';
  const char* const last = text.data() + text.size();
  std::uint32_t code = 0;
  const char* const first = text.data() + (hex ? 3 : 2);
  const auto result = std::from_chars(first, last, code, hex ? 16 : 10);
  if (result.ptr == first) return 0;
  utf8::append(out, result.ec == std::errc() && code < 0x110000 && (code < 0xD800 || code > 0xDFFF)
                        ? code
                        : 0xFFFD);
  const auto read = static_cast<std::size_t>(result.ptr - text.data());
  return text.substr(read).starts_with(';') ? read + 1 : read;
}

// The beginning as browsers see it: references read, blanks and controls dropped, small letters.
std::string seen(std::string_view attribute) {
  std::string read;
  constexpr std::size_t kEnough = 64;
  std::string out;
  for (std::size_t i = 0; i < attribute.size() && out.size() < kEnough;) {
    read.clear();
    std::size_t size = attribute[i] == '&' ? read_reference(attribute.substr(i), read) : 0;
    if (size == 0) read = attribute[i], size = 1;
    for (const char c : read) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte > 0x20 && byte != 0x7F) out += ascii::lower(c);
    }
    i += size;
  }
  return out;
}

std::string without_references(std::string_view attribute) {
  std::string out;
  for (std::size_t i = 0; i < attribute.size();) {
    const std::size_t size = attribute[i] == '&' ? read_reference(attribute.substr(i), out) : 0;
    if (size == 0) out += attribute[i];
    i += std::max<std::size_t>(size, 1);
  }
  return out;
}

// A reference holds a semicolon that ends nothing.
bool is_unsafe_list(std::string_view attribute) {
  const std::string text = without_references(attribute);
  for (std::string_view value = text;;) {
    const std::size_t end = value.find_first_of(",; \t\n\f\r");
    if (is_unsafe_url(value.substr(0, end))) return true;
    if (end == std::string_view::npos) return false;
    value.remove_prefix(end + 1);
  }
}

// HTML, "shared declarative refresh steps": a time, then a sign or blanks, then perhaps "url=".
bool is_unsafe_refresh(std::string_view value) {
  const std::string text = seen(value);
  std::size_t at = text.find_first_not_of("0123456789.");
  if (at == std::string::npos) return false;
  if (at == 0) return false;
  at = std::min(text.find_first_not_of(";,", at), text.size());
  std::string_view rest = std::string_view(text).substr(at);
  if (rest.starts_with("url=")) rest.remove_prefix(4);
  if (rest.starts_with('"') || rest.starts_with('\'')) rest.remove_prefix(1);
  return is_unsafe_url(rest) || rest.find("script:") != std::string_view::npos;
}

bool is_unsafe_link(std::string_view value) {
  std::string plain;
  for (const char c : value) {
    if (c != '\\' && c != '<') plain += c;
  }
  return is_unsafe_url(plain);
}

}  // namespace

bool is_unsafe_url(std::string_view attribute, bool shows_image) {
  if (attribute.find_first_of(":&/\\") == std::string_view::npos) return false;
  const std::string start = seen(attribute);
  const std::string_view url = start;
  if (!shows_image || !url.starts_with("data:image/")) return !markup::is_safe_address(url);
  const std::string_view type = url.substr(0, url.find_first_of(";,"));
  return type.find("svg") != std::string_view::npos || type.find("xml") != std::string_view::npos;
}

bool is_unsafe_value(std::string_view value, AddressKind kind) {
  switch (kind) {
    case AddressKind::none:
      return false;
    case AddressKind::one:
      return is_unsafe_url(value);
    case AddressKind::image:
      return is_unsafe_url(value, true);
    case AddressKind::list:
      return is_unsafe_list(value);
    case AddressKind::refresh:
      return is_unsafe_refresh(value);
    case AddressKind::link:
      return is_unsafe_link(value);
  }
  return false;
}

bool is_unsafe_start(std::string_view start, AddressKind kind) {
  const bool chosen = kind == AddressKind::one || kind == AddressKind::image;
  return is_unsafe_value(start, kind) && (!chosen || markup::runs_script(seen(start)));
}

// Text that begins with & may become another character with what follows, and a slash another site
// with a slash that follows.
bool is_safe_start(std::string_view start) {
  const std::size_t reference = start.rfind('&');
  const bool open =
      reference != std::string_view::npos && start.find(';', reference) == std::string_view::npos;
  const std::string text = seen(open ? start.substr(0, reference) : start);
  const std::size_t sign = text.find_first_of(":/?#");
  if (sign == std::string::npos || text == "/") return false;
  return text[sign] != ':' || !markup::runs_script(text);
}

AddressKind address_in(std::string_view tag, std::string_view attribute, bool described) {
  if (tag == "meta") {
    return attribute == "content" && !described ? AddressKind::refresh : AddressKind::none;
  }
  static constexpr std::array kAnimations{"animate"sv, "set"sv, "animatetransform"sv,
                                          "animatemotion"sv, "animatecolor"sv};
  static constexpr std::array kAnimated{"to"sv, "from"sv, "by"sv, "values"sv};
  // Where the name comes from data or from either of two branches, it is none of these.
  if (is_one_of(tag, kAnimations) && is_one_of(attribute, kAnimated)) return AddressKind::list;
  static constexpr std::array kLists{"srcset"sv, "imagesrcset"sv, "ping"sv, "archive"sv};
  if (is_one_of(attribute, kLists)) return AddressKind::list;
  static constexpr std::array kAddresses{
      "href"sv, "src"sv,      "action"sv,     "formaction"sv, "cite"sv,    "data"sv,   "poster"sv,
      "icon"sv, "manifest"sv, "background"sv, "longdesc"sv,   "profile"sv, "usemap"sv, "classid"sv,
      "base"sv, "codebase"sv, "lowsrc"sv,     "dynsrc"sv,     "code"sv,    "movie"sv,  "value"sv};
  static constexpr std::array kPictures{"img"sv,   "image"sv, "feimage"sv, "source"sv,
                                        "input"sv, "video"sv, "body"sv};
  // "xlink:href", and whatever prefix a document gave that name.
  const std::size_t colon = attribute.rfind(':');
  const std::string_view local =
      colon == std::string_view::npos ? attribute : attribute.substr(colon + 1);
  // A value is an address in a plug-in's parameters alone.
  if (local == "value") return tag == "param" ? AddressKind::one : AddressKind::none;
  if (!is_one_of(local, kAddresses)) return AddressKind::none;
  const bool acts = local == "action" || local == "formaction";
  return is_one_of(tag, kPictures) && !acts ? AddressKind::image : AddressKind::one;
}

bool runs_code(std::string_view attribute) {
  return attribute.starts_with("on") || attribute == "srcdoc" || attribute == "style";
}

bool is_special_tag(std::string_view tag) {
  static constexpr std::array kSpecial{
      "script"sv,      "style"sv,   "title"sv, "textarea"sv,         "xmp"sv,
      "iframe"sv,      "noembed"sv, "meta"sv,  "noframes"sv,         "plaintext"sv,
      "animate"sv,     "set"sv,     "param"sv, "animatetransform"sv, "animatemotion"sv,
      "animatecolor"sv};
  return is_one_of(tag, kSpecial);
}

}  // namespace huice::tmpl
