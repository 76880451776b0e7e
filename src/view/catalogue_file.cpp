// SPDX-License-Identifier: Apache-2.0
#include "view/catalogue_file.h"

#include "base/messages/data.h"
#include "base/messages/json.h"
#include "base/messages/view.h"
#include "load/json_tokens.h"
#include "load/usable_text.h"

#include <algorithm>
#include <set>

namespace huice::view {
namespace {

using Span = CatalogueFile::Span;
using Text = CatalogueFile::Text;

Span span_of(const load::Span& span) {
  return {span.offset, span.length};
}

class Reader final : public load::JsonTokens {
 public:
  Reader(load::FileContext& context, std::vector<Text>& texts)
      : JsonTokens(context), texts_(texts) {}

  bool null() override { return begin_token(), refuse(written()); }
  bool boolean(bool /*value*/) override { return begin_token(), refuse(written()); }
  bool number_integer(number_integer_t /*value*/) override { return number(); }
  bool number_unsigned(number_unsigned_t /*value*/) override { return number(); }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override {
    return number();
  }

  bool string(string_t& value) override {
    begin_token();
    if (stack_.empty() || !stack_.back().is_read) return refuse(msg::catalogue_text{});
    if (!is_new_) return true;
    Phrase::Fault fault;
    auto phrase = Phrase::parse(value, fault);
    if (phrase)
      texts_.push_back({name(key_), value, std::move(*phrase), key_at_, span_of(token())});
    else
      report_fault(value, fault);
    return true;
  }

  bool start_object(std::size_t /*elements*/) override {
    begin_token();
    if (!enter()) return false;
    const bool is_read = stack_.empty() || (stack_.back().is_read && is_new_);
    stack_.push_back({stack_.empty() ? std::string() : name(key_), is_read});
    return true;
  }

  bool start_array(std::size_t /*elements*/) override {
    begin_token();
    if (!enter()) return false;
    refuse(msg::a_list{});
    stack_.push_back({});
    return true;
  }

  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& key) override {
    begin_token();
    key_ = key;
    key_at_ = span_of(token());
    is_new_ = !stack_.back().is_read || seen_.insert(name(key)).second;
    if (!is_new_) context().report(msg::duplicate_key{.key = key}, token());
    return true;
  }

 private:
  struct Open {
    std::string name;
    bool is_read = false;  ///< false: in a list, or below a key that occurs twice
  };

  std::string name(const std::string& key) const {
    return stack_.back().name.empty() ? key : stack_.back().name + "." + key;
  }

  std::string written() const { return std::string(text_.substr(token().offset, token().length)); }

  bool number() {
    begin_token();
    leave_look_ahead();
    return refuse(written());
  }

  // What is in a list is reported with it.
  bool refuse(const Argument& what) {
    if (stack_.empty())
      context().report(
          msg::wrong_type{.field = msg::the_catalogue{}, .wanted = msg::an_object{}, .found = what},
          token());
    else if (stack_.back().is_read)
      context().report(
          msg::wrong_type{.field = name(key_), .wanted = msg::text_or_object{}, .found = what},
          token());
    return true;
  }

  bool close() {
    begin_token();
    leave();
    stack_.pop_back();
    return true;
  }

  // Escapes of JSON take more bytes in the file than in the text.
  void report_fault(const std::string& text, const Phrase::Fault& fault) {
    load::Span at = token();
    if (text_.substr(at.offset + 1, at.length - 2) == text) {
      at = {at.offset + 1 + fault.offset, fault.length};
    }
    context().report(msg::words_slot_malformed{.text = text.substr(fault.offset, fault.length),
                                               .example = std::string("{amount}")},
                     at);
  }

  std::vector<Text>& texts_;
  std::string_view text_ = context().text();
  std::vector<Open> stack_;
  std::set<std::string> seen_;  ///< full names of texts and objects
  std::string key_;
  Span key_at_;
  bool is_new_ = true;
};

}  // namespace

std::optional<CatalogueFile> CatalogueFile::read(const std::string& bytes, const std::string& name,
                                                 Diagnostics& problems) {
  Diagnostics own;
  CatalogueFile file;
  file.name_ = name;
  if (auto text = load::usable_text(bytes, name, own)) {
    file.bytes_ = std::move(*text);
    const SourceText source(name, file.bytes_);
    std::vector<load::Reference> references;
    load::FileContext context(source, 0, own, references);
    Reader(context, file.texts_).parse();
  }
  problems.add_all(own);
  if (own.has_errors()) return std::nullopt;
  return file;
}

const Text* CatalogueFile::find(std::string_view key) const {
  const auto found =
      std::find_if(texts_.begin(), texts_.end(), [key](const Text& one) { return one.key == key; });
  return found == texts_.end() ? nullptr : &*found;
}

Location CatalogueFile::at(const Span& span) const {
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
