// SPDX-License-Identifier: Apache-2.0
#include "view/words.h"

#include "base/hash.h"
#include "base/messages/template_run.h"
#include "base/title_marks.h"
#include "markup/escape.h"
#include "model/han_number.h"
#include "template/values/call.h"
#include "template/values/subject.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace huice::view {
namespace {

using tmpl::Call;
using tmpl::Value;

std::string slots_text(const std::vector<std::string>& slots) {
  std::string out;
  for (const std::string& slot : slots) out += (out.empty() ? "{" : ", {") + slot + "}";
  return out;
}

std::string written(const Phrase& phrase) {
  std::string out;
  for (const Phrase::Piece& piece : phrase.pieces()) {
    out += piece.is_slot ? "{" + piece.text + "}" : piece.text;
  }
  return out;
}

// How a template fills all of them: "date=…, name=…".
std::string as_arguments(const std::vector<std::string>& slots) {
  std::string out;
  for (const std::string& slot : slots) out += (out.empty() ? "" : ", ") + slot + "=…";
  return out;
}

}  // namespace

/// A text with slots, as templates call it. What is safe in the page's format stays as it is; once
/// a value is, the rest is escaped here, else all of it where it is printed.
class Words::Function final : public tmpl::Callable {
 public:
  Function(std::string key, const Phrase& phrase) : key_(std::move(key)), phrase_(phrase) {}

  std::string_view name() const override { return key_; }

  Value call(Call& call) const override {
    if (const auto problem = misfit(call)) return *problem;
    bool safe = false;
    for (const auto& [slot, value] : call.named()) {
      // Reported where the text is printed, with the name that is not there.
      if (value.is_undefined()) return value;
      safe = safe || (call.escapes() && value.is_safe_for(call.format()));
    }
    std::string out;
    for (const Phrase::Piece& piece : phrase_.pieces()) {
      if (!append(out, piece, safe, call)) return {};
    }
    return safe ? Value::safe(out, call.format()) : Value(out);
  }

 private:
  /// The failed call's result where slots are missing or others are given.
  std::optional<Value> misfit(Call& call) const {
    std::vector<std::string> unknown;
    std::vector<std::string> missing = phrase_.slots();
    for (const auto& [slot, value] : call.named()) {
      if (!phrase_.has_slot(slot)) unknown.emplace_back(slot);
      std::erase(missing, slot);
    }
    if (unknown.empty() && missing.empty() && call.positional().empty()) return std::nullopt;
    const Code code =
        unknown.empty() ? msg::template_slot_missing::code : msg::template_slot_unknown::code;
    return call.fail(Message::of(code, {{"key", key_},
                                        {"slots", slots_text(unknown.empty() ? missing : unknown)},
                                        {"call", as_arguments(phrase_.slots())},
                                        {"text", written(phrase_)}}));
  }

  static bool append(std::string& out, const Phrase::Piece& piece, bool safe, Call& call) {
    if (!piece.is_slot) {
      if (safe)
        markup::escape(out, piece.text, call.format());
      else
        out += piece.text;
      return true;
    }
    const Value& value = call.named(piece.text);
    const auto text = tmpl::text_of(value, call);
    if (!text) return false;
    const std::string marked = piece.is_title ? within_title_marks(text->view()) : std::string();
    const std::string_view filled = piece.is_title ? marked : text->view();
    if (safe && !value.is_safe_for(call.format()))
      markup::escape(out, filled, call.format());
    else
      out += filled;
    return true;
  }

  std::string key_;
  const Phrase& phrase_;
};

Words::Words(const CatalogueFile& shipped, const CatalogueFile* own, std::string_view language)
    : is_chinese_(language == "zh" || language.starts_with("zh-")) {
  lay(shipped);
  if (own != nullptr) lay(*own);
  build_tree();
  std::string all(language);
  for (const auto& [key, phrase] : phrases_) all += '\0' + key + '\0' + written(phrase);
  hash_ = short_hash(all);
}

Words::~Words() = default;

void Words::lay(const CatalogueFile& file) {
  for (const CatalogueFile::Text& text : file.texts()) {
    phrases_.insert_or_assign(text.key, text.phrase);
  }
}

void Words::build_tree() {
  struct Group {
    std::string name;  ///< "a.b."
    tmpl::Dict texts;
  };
  std::vector<Group> open{{"", {}}};
  const auto close = [&open] {
    Group done = std::move(open.back());
    open.pop_back();
    const std::string_view key = std::string_view(done.name).substr(open.back().name.size());
    open.back().texts.set(key.substr(0, key.size() - 1), Value(std::move(done.texts)));
  };
  for (const auto& [key, phrase] : phrases_) {
    while (!key.starts_with(open.back().name)) close();
    for (std::size_t dot = key.find('.', open.back().name.size()); dot != std::string::npos;
         dot = key.find('.', dot + 1)) {
      open.push_back({key.substr(0, dot + 1), {}});
    }
    const std::string last = key.substr(open.back().name.size());
    if (phrase.slots().empty()) {
      open.back().texts.set(last, Value(phrase.fill({})));
    } else {
      functions_.push_back(std::make_unique<Function>(key, phrase));
      open.back().texts.set(last,
                            Value::borrow(static_cast<const tmpl::Callable&>(*functions_.back())));
    }
  }
  while (open.size() > 1) close();
  tree_ = std::move(open.back().texts);
}

const Phrase& Words::phrase(std::string_view key) const {
  const auto found = phrases_.find(key);
  if (found == phrases_.end()) throw std::logic_error("no text “" + std::string(key) + "”");
  return found->second;
}

std::string_view Words::text(std::string_view key) const {
  const Phrase& found = phrase(key);
  if (!found.slots().empty()) throw std::logic_error("“" + std::string(key) + "” has slots");
  return found.pieces().empty() ? std::string_view() : found.pieces().front().text;
}

std::string Words::text(std::string_view key, std::span<const SlotValue> values) const {
  const Phrase& found = phrase(key);
  const bool fits = values.size() == found.slots().size() &&
                    std::all_of(values.begin(), values.end(), [&found](const SlotValue& one) {
                      return found.has_slot(one.slot);
                    });
  if (!fits) throw std::logic_error("“" + std::string(key) + "” has other slots");
  return found.fill(values);
}

std::string Words::number(std::int64_t number) const {
  return is_chinese_ ? model::han_number(number) : std::to_string(number);
}

std::vector<std::string> Words::keys() const {
  std::vector<std::string> out;
  for (const auto& entry : phrases_) out.push_back(entry.first);
  return out;
}

std::string key_in(std::string_view group, std::string_view word) {
  return std::string(group) + "." + std::string(word);
}

}  // namespace huice::view
