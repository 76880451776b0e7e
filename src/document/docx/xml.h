// SPDX-License-Identifier: Apache-2.0
#pragma once

// Writes one part of an Office file: XML whose elements close themselves.

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace huice::document::docx {

struct Attribute {
  Attribute(std::string_view name_, std::string_view value_) : name(name_), value(value_) {}
  Attribute(std::string_view name_, const char* value_) : name(name_), value(value_) {}
  Attribute(std::string_view name_, const std::string& value_) : name(name_), value(value_) {}
  Attribute(std::string_view name_, int value_) : name(name_), value(std::to_string(value_)) {}

  std::string_view name;
  std::string value;
};
using Attributes = std::initializer_list<Attribute>;

class Xml {
 public:
  /// Closes its element when it is destroyed. REQUIRES: its Xml outlives it.
  class Element {
   public:
    Element(Xml& xml, std::string_view name) : xml_(xml), name_(name) {}
    ~Element();
    Element(const Element&) = delete;
    Element& operator=(const Element&) = delete;

   private:
    Xml& xml_;
    std::string_view name_;
  };

  Xml()
      : out_(
            "<?xml"
            " version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n") {}

  /// REQUIRES: the name outlives the element (a literal).
  [[nodiscard]] Element element(std::string_view name, Attributes attributes = {});
  /// An element without content.
  void empty(std::string_view name, Attributes attributes = {});
  void text(std::string_view text);

  std::string take() { return std::move(out_); }

  /// The first character among texts and values that XML can hold in no form; the part is then
  /// not to be used.
  const std::optional<char32_t>& illegal() const { return illegal_; }

 private:
  void tag(std::string_view name, Attributes attributes);
  void add(std::string_view text);

  std::string out_;
  std::optional<char32_t> illegal_;
};

}  // namespace huice::document::docx
