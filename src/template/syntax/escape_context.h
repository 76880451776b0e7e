// SPDX-License-Identifier: Apache-2.0
#pragma once

// The place of an output in the document, as html_context.h finds it and printing obeys it.

#include "template/syntax/source.h"

#include <cstdint>
#include <string_view>

namespace huice::tmpl {

/// The escaping that the place of an output requires beside that of its format. See protect().
enum class EscapeContext : std::uint8_t {
  none,
  attribute,    ///< in quotes, or where tags mean nothing: safe text loses its quotes and tags too
  comment,      ///< may not end it, however the text around goes on
  heading,      ///< the level in a heading's name, `<h{{ level }}>`
  attributes,   ///< made by xmlattr, directly after a name or a value
  cdata,        ///< is not escaped, and may not end the section
  destination,  ///< a Markdown link's address
  title,        ///< a Markdown link's title
  separate,     ///< after a Typst name
  code,         ///< within Typst's code: numbers alone
  quotes,       ///< of a Typst text, or of a cell of CSV
  in_string,    ///< of a JSON file: lists print as texts
  value         ///< of a JSON file, outside of its texts
};

/// How browsers read an address in a value.
enum class AddressKind : std::uint8_t {
  none,
  one,      ///< the value is one
  image,    ///< the same, of a picture: data: is allowed
  list,     ///< with commas or semicolons between several
  refresh,  ///< `5; url=…`
  link      ///< a Markdown link's destination
};

/// An address that data was printed into, checked where the text around ends it.
struct DeferredCheck {
  AddressKind kind = AddressKind::one;
  std::uint32_t end = 0;     ///< where in the text statement that ends it
  std::string_view start{};  ///< it begins after the last one of these
  Span span{};               ///< the last value printed into it
};

}  // namespace huice::tmpl
