// SPDX-License-Identifier: Apache-2.0
// The conditions are those of jinja2.utils.urlize() and its regular expressions, one by one.
#include "template/library/links.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "base/white_space.h"
#include "template/values/characters.h"

#include <algorithm>
#include <array>
#include <utility>

namespace huice::tmpl {
namespace {

using Text = std::u32string_view;

// As Python's IGNORECASE sees a character beside ASCII letters.
char32_t folded(char32_t c) {
  if (c < 0x80) return static_cast<char32_t>(ascii::lower(static_cast<char>(c)));
  if (c == U'\u017F') return 's';
  if (c == U'\u212A') return 'k';
  return c == U'\u0130' || c == U'\u0131' ? U'i' : c;
}

bool starts_with(Text text, std::string_view ascii) {
  return text.size() >= ascii.size() &&
         std::equal(ascii.begin(), ascii.end(), text.begin(),
                    [](char a, char32_t b) { return static_cast<char32_t>(a) == folded(b); });
}

template <class Accepts>
bool all(Text text, std::size_t least, std::size_t most, Accepts accepts) {
  return text.size() >= least && text.size() <= most &&
         std::all_of(text.begin(), text.end(), accepts);
}

bool is_latin(char32_t c) {
  return folded(c) < 0x80 && ascii::is_lower(static_cast<char>(folded(c)));
}

bool is_hex(char32_t c) {
  return is_digit(c) || (folded(c) < 0x80 && ascii::hex_value(static_cast<char>(folded(c))) >= 0);
}

bool is_of_label(char32_t c) {
  return is_word(c) || c == '%' || c == '-';
}

std::vector<Text> labels_of(Text host) {
  std::vector<Text> labels;
  for (std::size_t start = 0;;) {
    const std::size_t dot = host.find('.', start);
    labels.push_back(host.substr(start, dot - start));
    if (dot == Text::npos) return labels;
    start = dot + 1;
  }
}

bool is_named_host(Text host) {
  std::vector<Text> labels = labels_of(host);
  const Text last = labels.back();
  labels.pop_back();
  const auto coded = [](char32_t c) { return is_word(c) || c == '%'; };
  const bool top = all(last, 2, 63, is_latin) ||
                   (starts_with(last, "xn--") && all(last.substr(4), 2, 59, coded));
  return top && std::all_of(labels.begin(), labels.end(),
                            [](Text label) { return all(label, 1, Text::npos, is_of_label); });
}

bool is_known_domain(Text host) {
  static constexpr std::array<std::string_view, 8> kTops{"com", "net", "int",  "edu",
                                                         "gov", "org", "info", "mil"};
  std::vector<Text> labels = labels_of(host);
  const Text last = labels.back();
  labels.pop_back();
  const bool top = std::any_of(kTops.begin(), kTops.end(), [last](std::string_view known) {
    return last.size() == known.size() && starts_with(last, known);
  });
  return top && !labels.empty() && std::all_of(labels.begin(), labels.end(), [](Text label) {
           return all(label, 2, 63, is_of_label);
         });
}

bool is_ip4(Text host) {
  const std::vector<Text> labels = labels_of(host);
  return labels.size() == 4 && std::all_of(labels.begin(), labels.end(),
                                           [](Text label) { return all(label, 1, 3, is_digit); });
}

// Two groups that end with a colon, then one to six that may; a group has up to four digits.
bool is_ip6(Text inside) {
  int groups = 0;
  while (groups < 3 || !inside.empty()) {
    std::size_t size = 0;
    while (size < 4 && size < inside.size() && is_hex(inside[size])) ++size;
    const bool colon = size < inside.size() && inside[size] == ':';
    if (groups < 2 && !colon) return false;
    if (++groups > 8 || (size == 0 && !colon && !inside.empty())) return false;
    inside.remove_prefix(size + (colon ? 1 : 0));
  }
  return true;
}

// A port, a path, a query, a fragment, or nothing.
bool is_after_host(Text text) {
  if (text.starts_with(':')) {
    std::size_t end = 1;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end < 2 || end > 6) return false;
    text.remove_prefix(end);
  }
  return text.empty() || text[0] == '/' || text[0] == '?' || text[0] == '#';
}

template <class Accepts>
bool is_address(Text text, Accepts accepts) {
  const std::size_t end = std::min(text.find_first_of(U":/?#"), text.size());
  return accepts(text.substr(0, end)) && is_after_host(text.substr(end));
}

bool is_web_address(Text text) {
  const bool secure = starts_with(text, "https://");
  const bool scheme = secure || starts_with(text, "http://");
  if (!scheme && starts_with(text, "www.") && is_address(text.substr(4), is_named_host)) {
    return true;
  }
  if (!scheme) return is_address(text, is_known_domain);
  text.remove_prefix(secure ? 8 : 7);
  if (is_address(text, is_named_host) || is_address(text, is_ip4)) return true;
  const std::size_t end = text.find(']');
  return text.starts_with('[') && end != Text::npos && is_ip6(text.substr(1, end - 1)) &&
         is_after_host(text.substr(end + 1));
}

bool is_mail_address(Text text) {
  const std::size_t at = text.rfind('@');
  if (at == Text::npos || at == 0) return false;
  const Text domain = text.substr(at + 1);
  const std::size_t dot = domain.rfind('.');
  if (dot == Text::npos || dot == 0 || !is_word(domain[0])) return false;
  const auto inner = [](char32_t c) { return is_word(c) || c == '.' || c == '-'; };
  return all(domain.substr(0, dot), 1, Text::npos, inner) &&
         all(domain.substr(dot + 1), 1, Text::npos, is_word);
}

std::u32string decoded(std::string_view text) {
  std::u32string out;
  for (std::size_t offset = 0; offset < text.size();) out += utf8::decode(text, offset);
  return out;
}

std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos;
       at += part.size()) {
    ++found;
  }
  return found;
}

/// A word without the brackets before it and the marks after it.
struct Word {
  std::string_view head;
  std::string_view middle;
  std::string_view tail;
};

Word without_marks(std::string_view text) {
  std::size_t start = 0;
  while (start < text.size()) {
    const bool entity = text.substr(start).starts_with("&lt;");
    if (!entity && text[start] != '(' && text[start] != '<') break;
    start += entity ? 4 : 1;
  }
  std::size_t end = text.size();
  while (end > start) {
    const std::string_view rest = text.substr(start, end - start);
    const bool entity = rest.ends_with("&gt;");
    if (!entity && std::string_view(")>.,").find(rest.back()) == std::string_view::npos) break;
    end -= entity ? 4 : 1;
  }
  // A bracket that was opened within the address belongs to it.
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kBrackets{
      {{"(", ")"}, {"<", ">"}, {"&lt;", "&gt;"}}};
  for (const auto& bracket : kBrackets) {
    const std::string_view middle = text.substr(start, end - start);
    const std::size_t opened = occurrences(middle, bracket.first);
    if (opened <= occurrences(middle, bracket.second)) continue;
    std::size_t moves = std::min(opened, occurrences(text.substr(end), bracket.second));
    for (; moves > 0; --moves) end = text.find(bracket.second, end) + bracket.second.size();
  }
  return {text.substr(0, start), text.substr(start, end - start), text.substr(end)};
}

/// Writes words, with a link where one is an address.
class Linker {
 public:
  Linker(const LinkStyle& style, std::string& out) : style_(&style), out_(&out) {}

  void add(std::string_view text) {
    const Word word = without_marks(text);
    *out_ += word.head;
    add_middle(word.middle);
    *out_ += word.tail;
  }

 private:
  void add_middle(std::string_view text) {
    const std::u32string letters = decoded(text);
    const bool plain_mail = text.find('@') != std::string_view::npos && !text.starts_with("www.") &&
                            text.find(':') == std::string_view::npos;
    if (is_web_address(letters)) {
      const bool scheme = text.starts_with("https://") || text.starts_with("http://");
      add_link(scheme ? "" : "https://", text, style_->attributes, shown(text, letters.size()));
    } else if (text.starts_with("mailto:") && is_mail_address(Text(letters).substr(7))) {
      add_link("", text, "", text.substr(7));
    } else if (plain_mail && is_mail_address(letters)) {
      add_link("mailto:", text, "", text);
    } else if (has_scheme(text)) {
      add_link("", text, style_->attributes, text);
    } else {
      *out_ += text;
    }
  }

  bool has_scheme(std::string_view text) const {
    return std::any_of(
        style_->schemes.begin(), style_->schemes.end(),
        [text](std::string_view scheme) { return text != scheme && text.starts_with(scheme); });
  }

  std::string shown(std::string_view text, std::size_t length) const {
    const auto size = static_cast<std::int64_t>(length);
    if (!style_->limit || size <= *style_->limit) return std::string(text);
    std::int64_t kept =
        *style_->limit < 0 ? std::max<std::int64_t>(0, size + *style_->limit) : *style_->limit;
    std::size_t end = 0;
    for (; kept > 0; --kept) utf8::decode(text, end);
    return std::string(text.substr(0, end)) + "...";
  }

  void add_link(std::string_view before, std::string_view address, std::string_view attributes,
                std::string_view text) {
    out_->append("<a href=\"").append(before).append(address).append("\"");
    out_->append(attributes).append(">").append(text).append("</a>");
  }

  const LinkStyle* style_;
  std::string* out_;
};

}  // namespace

bool is_scheme(std::string_view text) {
  const std::u32string letters = decoded(text);
  const std::size_t colon = letters.find(':');
  if (colon == std::u32string::npos) return false;
  const auto of_name = [](char32_t c) { return is_word(c) || c == '.' || c == '+' || c == '-'; };
  return all(Text(letters).substr(0, colon), 2, Text::npos, of_name) &&
         all(Text(letters).substr(colon + 1), 0, 2, [](char32_t c) { return c == '/'; });
}

std::string link_addresses(std::string_view escaped, const LinkStyle& style, std::size_t most) {
  std::string out;
  Linker linker(style, out);
  std::size_t start = 0;
  for (std::size_t offset = 0; offset < escaped.size() && out.size() <= most;) {
    const std::size_t at = offset;
    if (!utf8::is_space(utf8::decode(escaped, offset))) continue;
    linker.add(escaped.substr(start, at - start));
    out += escaped.substr(at, offset - at);
    start = offset;
  }
  if (out.size() <= most) linker.add(escaped.substr(start));
  return out;
}

}  // namespace huice::tmpl
