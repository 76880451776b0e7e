// SPDX-License-Identifier: Apache-2.0
#include "view/catalogue_file.h"

#include "base/hidden_characters.h"
#include "base/json/read.h"
#include "base/messages/data.h"
#include "base/messages/json.h"
#include "base/messages/view.h"

#include <algorithm>
#include <set>

namespace huice::view {
namespace {

using Text = CatalogueFile::Text;

class Reader {
 public:
  Reader(const SourceText& source, Diagnostics& problems, std::vector<Text>& texts)
      : source_(source), problems_(problems), texts_(texts) {}

  void read(const json::Value& root) {
    if (root.is(json::Kind::object)) return read_members(root, {});
    refuse(root, msg::the_catalogue{}, msg::an_object{});
  }

 private:
  Location at(json::Span span) const { return source_.at(span.offset, span.length); }

  // What is in a list is reported with it, at its bracket.
  void refuse(const json::Value& value, const Argument& name, const Argument& wanted) {
    json::Span shown = value.at();
    Argument what = value.text();
    if (value.is(json::Kind::null)) what = msg::null_value{};
    if (value.is(json::Kind::text)) what = msg::catalogue_text{};
    if (value.is(json::Kind::list)) what = msg::a_list{}, shown.length = 1;
    problems_.add(problem(msg::wrong_type{.field = name,
                                          .wanted = wanted,
                                          .found = what,
                                          .example = "{\"source\": {\"label\": \"…\"}}"},
                          at(shown)));
  }

  void read_members(const json::Value& object, const std::string& group) {
    for (const json::Member& member : object.members()) {
      const std::string name = group.empty() ? member.name : group + "." + member.name;
      // “a.b” may also be the b of another a.
      if (!seen_.insert(name).second) {
        problems_.add(problem(msg::duplicate_key{.key = member.name}, at(member.name_at)));
      } else {
        read_member(member, name);
      }
    }
  }

  void read_member(const json::Member& member, const std::string& name) {
    const json::Value& value = member.value;
    if (value.is(json::Kind::object)) return read_members(value, name);
    if (!value.is(json::Kind::text)) return refuse(value, name, msg::text_or_object{});
    Phrase::Fault fault;
    auto phrase = Phrase::parse(value.text(), fault);
    tell_hidden(name, value.text(), value.at(), source_, problems_);
    if (phrase) {
      texts_.push_back({name, value.text(), std::move(*phrase), member.name_at, value.at()});
    } else {
      report_fault(value, fault);
    }
  }

  // Escapes of JSON take more bytes in the file than in the text.
  void report_fault(const json::Value& value, const Phrase::Fault& fault) {
    const std::string& text = value.text();
    json::Span span = value.at();
    if (source_.text().substr(span.offset + 1, span.length - 2) == text) {
      span = {span.offset + 1 + fault.offset, fault.length};
    }
    problems_.add(problem(msg::words_slot_malformed{.text = text.substr(fault.offset, fault.length),
                                                    .example = "{amount}"},
                          at(span)));
  }

  const SourceText& source_;
  Diagnostics& problems_;
  std::vector<Text>& texts_;
  std::set<std::string> seen_;  ///< full names of texts and objects
};

}  // namespace

std::optional<CatalogueFile> CatalogueFile::read(const std::string& bytes, const std::string& name,
                                                 Diagnostics& problems) {
  Diagnostics own;
  CatalogueFile file;
  const SourceText source(name, bytes);
  file.name_ = name;
  file.bytes_ = std::string(source.text());
  if (const auto root = json::parse(source, own)) Reader(source, own, file.texts_).read(*root);
  problems.add_all(own);
  if (own.has_errors()) return std::nullopt;
  return file;
}

const Text* CatalogueFile::find(std::string_view key) const {
  const auto found =
      std::find_if(texts_.begin(), texts_.end(), [key](const Text& one) { return one.key == key; });
  return found == texts_.end() ? nullptr : &*found;
}

Location CatalogueFile::at(json::Span span) const {
  return SourceText(name_, bytes_).at(span.offset, span.length);
}

Location CatalogueFile::slot_at(const Text& text, std::string_view slot) const {
  const std::string written = "{" + std::string(slot) + "}";
  const std::string_view all = std::string_view(bytes_).substr(text.text_at.offset);
  const std::size_t found = all.substr(0, text.text_at.length).find(written);
  if (found == std::string_view::npos) return at(text.text_at);
  return at({text.text_at.offset + found, written.size()});
}

}  // namespace huice::view
