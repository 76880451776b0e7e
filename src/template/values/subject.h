// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reading the subject and arguments of built-in filters.

#include "template/values/call.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huice::tmpl {

/// The result of `str()`: the text of a value itself, or one made of it.
class SubjectText {
 public:
  /// REQUIRES: the value outlives it.
  explicit SubjectText(const Value& value) : value_(&value) {}
  explicit SubjectText(std::string made) : made_(std::move(made)) {}

  std::string_view view() const { return value_ != nullptr ? value_->text() : made_; }
  operator std::string_view() const { return view(); }
  std::size_t size() const { return view().size(); }
  bool empty() const { return view().empty(); }
  /// A copy to change, or the text itself where it was made for this.
  std::string take() && { return value_ != nullptr ? std::string(view()) : std::move(made_); }

 private:
  const Value* value_ = nullptr;
  std::string made_;
};

/// The value as `str()` gives it. Fails the call for none, undefined and records.
std::optional<SubjectText> text_of(const Value& value, Call& call);
std::optional<SubjectText> text_of(Value&& value, Call& call) = delete;

/// Text that is safe where `like` was; `like` itself where the text is its whole text.
Value like(const Value& like, std::string_view text, Call& call);
Value like(const Value& like, std::string&& made, Call& call);

/// The items a loop would see; fails the call where there are none to see.
std::optional<std::vector<Value>> items_for(const Value& value, Call& call);

/// Follows "a.b.0" or a whole number into a value; undefined where a step leads nowhere.
Value follow(const Value& value, const Value& path);

/// The value filters compare by: an attribute where one is given, and without case where asked.
struct SortKey {
  Value attribute{};
  bool case_sensitive = false;
};
Value key_of(const Value& item, const SortKey& key, Call& call);

/// The items in the order of their keys, the first key first; stable, also in reverse. Fails the
/// call where two keys have no order.
Value sorted(std::vector<Value> items, std::span<const SortKey> keys, bool reverse, Call& call);

}  // namespace huice::tmpl
