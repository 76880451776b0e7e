// SPDX-License-Identifier: Apache-2.0
#include "view/plain_fields.h"

#include <type_traits>

namespace huice::view {

tmpl::Value plain_value(const model::PlainValue& value) {
  const auto made = [](const auto& held) -> tmpl::Value {
    using Held = std::remove_cvref_t<decltype(held)>;
    if constexpr (std::is_same_v<Held, std::monostate>) {
      return nullptr;
    } else if constexpr (std::is_same_v<Held, std::string_view>) {
      return tmpl::Value::borrow(held);
    } else if constexpr (std::is_same_v<Held, std::string>) {
      return held;
    } else {
      return tmpl::list_of(*held, [](const std::string& text) {
        return tmpl::Value::borrow(std::string_view(text));
      });
    }
  };
  return std::visit(made, value);
}

std::vector<std::string> plain_keys(const model::Shape& object) {
  std::vector<std::string> keys;
  for (const model::Field& field : object.object()->fields) {
    if (model::is_plain(field)) keys.emplace_back(field.key);
  }
  return keys;
}

}  // namespace huice::view
