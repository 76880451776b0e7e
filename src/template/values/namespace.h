// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "template/values/builders.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huice::tmpl {

/// `namespace()`: a mapping that templates may change.
class Namespace final : public Mapping {
 public:
  void set(std::string_view key, Value value) const { entries_.set(key, std::move(value)); }
  /// Whether a template changes it for the first time.
  bool note_change() const { return !std::exchange(changed_, true); }
  void clear() const { entries_ = Dict(); }
  Value get(std::string_view key) const override { return entries_.get(key); }
  std::vector<std::string> keys() const override { return entries_.keys(); }
  std::size_t size() const override { return entries_.size(); }

 private:
  mutable Dict entries_;
  mutable bool changed_ = false;
};

}  // namespace huice::tmpl
