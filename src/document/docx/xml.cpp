// SPDX-License-Identifier: Apache-2.0
#include "document/docx/xml.h"

#include "base/utf8.h"
#include "markup/escape.h"

namespace huice::document::docx {

Xml::Element::~Element() {
  ((xml_.out_ += "</") += name_) += '>';
}

Xml::Element Xml::element(std::string_view name, Attributes attributes) {
  tag(name, attributes);
  out_ += '>';
  return {*this, name};
}

void Xml::empty(std::string_view name, Attributes attributes) {
  tag(name, attributes);
  out_ += "/>";
}

void Xml::tag(std::string_view name, Attributes attributes) {
  (out_ += '<') += name;
  for (const Attribute& attribute : attributes) {
    ((out_ += ' ') += attribute.name) += "=\"";
    add(attribute.value);
    out_ += '"';
  }
}

void Xml::text(std::string_view text) {
  add(text);
}

// Line ends and tabs in a value would be read as blanks, and a carriage return as a line feed: they
// are refused like other controls. What is not UTF-8 is refused, too.
void Xml::add(std::string_view text) {
  if (!illegal_) illegal_ = markup::first_illegal(text, markup::Format::xml);
  if (const std::size_t at = text.find_first_of("\t\n\r"); !illegal_ && at < text.size()) {
    illegal_ = static_cast<char32_t>(text[at]);
  }
  if (!illegal_ && utf8::first_invalid(text) != utf8::kValid) illegal_ = U'\uFFFD';
  markup::escape_xml(out_, text);
}

}  // namespace huice::document::docx
