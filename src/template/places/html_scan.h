// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where in an HTML or XML document a text leads: the states of HTML's tokenizer (HTML, 13.2.5), as
// far as what is printed next depends on them, and XML's. Fed with the literal text of a template.
//
// Where two ways meet, the place is what holds for both. "Gap" is within a tag, where only a blank,
// a slash or the end may follow: <p{% if x %} id="a"{% endif %}>.

#include "template/syntax/source.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace huice::tmpl {

enum class HtmlState : std::uint8_t {
  text,
  tag_open,      ///< after <
  end_tag_open,  ///< after </
  markup,        ///< after <!
  tag_name,
  in_tag,  ///< after a blank, before an attribute
  attribute_name,
  after_name,
  before_value,
  quoted,
  unquoted,
  after_value,
  gap,
  comment,
  bogus,        ///< <!doctype …>, <?…>: ends at >
  instruction,  ///< XML's <? … ?>
  cdata,
  raw  ///< the content of script, style, title, textarea, …
};

/// How a comment may end next: "-->", "--!>", and right at its start ">" and "->".
enum class CommentEnd : std::uint8_t {
  start,
  start_dash,
  inside,
  dash,
  dashes,
  bang,
  unsure,
  unsure_dash
};

/// The language of the document. A drawing is XML whose scripts and styles browsers run.
enum class Flavour : std::uint8_t { html, xml, drawing };

struct MarkupState {
  HtmlState place = HtmlState::text;
  CommentEnd end = CommentEnd::start;
  bool closing = false;
  bool slash = false;      ///< the tag's last character so far
  bool described = false;  ///< a meta with a name, whose content is a text
  bool refreshes = false;  ///< or with http-equiv
  bool trusted = false;    ///< and a value was printed there for a text
  bool unclear = false;    ///< raw text that some readers take for tags
  char quote = '\0';
  char code = '\0';     ///< within a script: the string or comment it is in; kUnsure
  char last = '\0';     ///< and its last character
  char nested = '\0';   ///< and how far into "<!--<script>": ! after the first, s after both
  int assumption = -1;  ///< why only a blank or the end may follow: an index of the reader's
  std::string tag{};    ///< empty: data's, or either of two
  std::string attribute{};
  std::string match{};  ///< what has been read of an end tag in raw text, or of "<!--"
  // Of a value that holds an address:
  std::string start{};   ///< the literal text it begins with
  bool mixed = false;    ///< `start` is not all: two ways have met
  bool settled = false;  ///< it begins in a way that is harmless, whatever follows
  bool has_output = false;

  bool operator==(const MarkupState& other) const = default;
};

/// MarkupState::code where the ends of a script's strings are no longer known, and where that ends
/// with the line: after a slash, which may begin a regular expression.
inline constexpr char kUnsure = '?';
inline constexpr char kUnsureLine = 'r';

/// Reads one character. Returns false if this character invalidates an assumption made at a join or
/// a printed name; see MarkupState::assumption.
bool feed(MarkupState& state, char c, Flavour flavour);

/// Behind a tag's name and outside of its values.
bool is_in_tag(HtmlState place);
/// Whether a text is a way to go on from both; `into` becomes what holds for both.
bool join_places(MarkupState& into, const MarkupState& other, int assumption);
/// The state of a comment after a printed value, which may be empty.
CommentEnd after_value_in(CommentEnd end);

}  // namespace huice::tmpl
