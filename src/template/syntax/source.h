// SPDX-License-Identifier: Apache-2.0
#pragma once

// The text of one template and places in it. Everything parsed from a text points back into it, so
// a Source lives as long as the templates of its environment.

#include "base/location.h"
#include "markup/format.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace huice::tmpl {

using markup::Format;

/// A stretch of a template's text, in bytes.
struct Span {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

/// The stretch from the start of `first` to the end of `last`.
inline Span join(Span first, Span last) {
  return {first.offset, last.offset + last.length - first.offset};
}

struct Source {
  std::string name;  ///< what templates call it
  std::string file;  ///< what messages call it
  std::string text;  ///< with \n as its only line break
  Format format = Format::text;
  LineTable lines{text};

  Location at(Span span) const { return lines.locate(file, text, span.offset, span.length); }
  std::string_view slice(Span span) const {
    return std::string_view(text).substr(span.offset, span.length);
  }
};

/// The reason why a value is undefined: a name, an attribute, an item, a parameter left out.
struct Origin {
  enum class Reason : std::uint8_t {
    name,
    attribute,
    item,
    parameter,
    condition,
    neighbour,
    imported,  ///< `from … import` of a name that the template does not export
    mapped,    ///< an attribute of an item, as map(attribute='x') asks for it
    unset
  };
  const Source* source = nullptr;
  Span span{};
  Reason reason = Reason::name;
  std::string_view name{};
  Span object{};  ///< of an attribute or item: what was looked into
};

}  // namespace huice::tmpl
