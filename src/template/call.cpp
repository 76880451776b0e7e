// SPDX-License-Identifier: Apache-2.0
#include "template/call.h"

namespace huice::tmpl {

const Value& Call::argument(std::size_t place) const {
  static const Value kAbsent{};
  return place < positional_.size() ? positional_[place] : kAbsent;
}

}  // namespace huice::tmpl
