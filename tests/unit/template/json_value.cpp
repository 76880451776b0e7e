// SPDX-License-Identifier: Apache-2.0
#include "template/json_value.h"

#include "template/values/builders.h"

#include <cstdint>
#include <string>
#include <utility>

namespace huice::test {

using tmpl::Value;
using Json = nlohmann::ordered_json;

Value value_of(const Json& json) {
  switch (json.type()) {
    case Json::value_t::boolean:
      return Value(json.get<bool>());
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
      return Value(json.get<std::int64_t>());
    case Json::value_t::number_float:
      return Value(json.get<double>());
    case Json::value_t::string:
      return Value(json.get<std::string>());
    case Json::value_t::array: {
      tmpl::ListValue list;
      for (const Json& item : json) list.push(value_of(item));
      return Value(std::move(list));
    }
    case Json::value_t::object: {
      tmpl::Dict dict;
      for (const auto& [key, value] : json.items()) {
        if (key == "__place__") {
          dict.set_place({value.get<std::string>(), 3, 5, 1, {}});
        } else {
          dict.set(key, value_of(value));
        }
      }
      return Value(std::move(dict));
    }
    default:
      return Value(nullptr);
  }
}

tmpl::Options options_of(std::string_view words) {
  const auto has = [words](std::string_view word) {
    return words.find(word) != std::string_view::npos;
  };
  tmpl::Options options;
  options.bounds.loop_steps = 20'000'000;  // cases of memory work much before they meet its bound
  options.trim_blocks = has("trim_blocks");
  options.lstrip_blocks = has("lstrip_blocks");
  options.keep_trailing_newline = has("keep_trailing_newline");
  if (has("small_bounds")) options.bounds = tmpl::Bounds{1000, 100, 10, 5, 100000};
  return options;
}

}  // namespace huice::test
