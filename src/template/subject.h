// SPDX-License-Identifier: Apache-2.0
#pragma once

// What built-in filters read off the values they are given.

#include "template/call.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::tmpl {

/// The value as `str()` gives it. Fails the call for none, undefined and records.
std::optional<std::string> text_of(const Value& value, Call& call);

/// Text that is safe where `like` was.
Value like(const Value& like, std::string_view text, Call& call);

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
Value sorted(std::vector<Value> items, const std::vector<SortKey>& keys, bool reverse, Call& call);

}  // namespace huice::tmpl
