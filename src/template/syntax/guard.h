// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a parser finds out about the place of an output (html_context.h), for printing to obey.

#include "template/syntax/source.h"

#include <cstdint>
#include <string_view>

namespace huice::tmpl {

/// What the place of an output asks for beside its format's escaping. See protect().
enum class Guard : std::uint8_t {
  none,
  attribute,    ///< in quotes, or where tags mean nothing: safe text loses its quotes and tags too
  comment,      ///< may not end it, however the text around goes on
  name,         ///< a tag's whole name
  attributes,   ///< made by xmlattr, directly behind a name or a value
  cdata,        ///< is not escaped, and may not end the section
  destination,  ///< a Markdown link's address
  title,        ///< a Markdown link's title
  separate,     ///< behind a Typst name
  code,         ///< within Typst's code: numbers alone
  quotes,       ///< of a Typst text, or of a cell of CSV
  in_string,    ///< of a JSON file: lists print as texts
  value         ///< of a JSON file, outside of its texts
};

/// How browsers read an address in a value.
enum class AddressKind : std::uint8_t {
  none,
  one,      ///< the value is one
  image,    ///< the same, of a picture: data: may stand there
  list,     ///< with commas or semicolons between several
  refresh,  ///< `5; url=…`
  link      ///< a Markdown link's destination
};

/// An address that data was printed into, judged where the text around ends it.
struct Judgement {
  AddressKind kind = AddressKind::one;
  std::uint32_t end = 0;     ///< where in the text statement that ends it
  std::string_view start{};  ///< it begins behind the last one of these
  Span span{};               ///< the last value printed into it
};

}  // namespace huice::tmpl
