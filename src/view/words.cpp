// SPDX-License-Identifier: Apache-2.0
#include "view/words.h"

#include "base/messages/view.h"

#include <nlohmann/json.hpp>

namespace huice::view {
namespace {

using Json = nlohmann::ordered_json;

// False where a value is neither an object nor a text.
bool flatten(const Json& node, const std::string& prefix, tmpl::Dict& tree,
             const std::function<void(const std::string&, const std::string&)>& add) {
  for (const auto& [key, value] : node.items()) {
    const std::string name = prefix.empty() ? key : prefix + "." + key;
    if (value.is_string()) {
      add(name, value.get<std::string>());
      tree.set(key, tmpl::Value(value.get<std::string>()));
    } else if (value.is_object()) {
      tmpl::Dict inner;
      if (!flatten(value, name, inner, add)) return false;
      tree.set(key, tmpl::Value(std::move(inner)));
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

std::unique_ptr<Words> Words::parse(const SourceText& source, Diagnostics& problems) {
  auto words = std::make_unique<Words>();
  const auto add = [&words](const std::string& key, const std::string& text) {
    words->keys_.push_back(key);
    words->texts_.emplace(key, text);
  };
  const Json root = Json::parse(source.text(), nullptr, false);
  if (!root.is_object() || !flatten(root, "", words->tree_, add)) {
    problems.add(problem(msg::bad_words{}, Location::of_file(source.file())));
    return nullptr;
  }
  return words;
}

std::string_view Words::text(std::string_view key) const {
  const auto found = texts_.find(std::string(key));
  return found == texts_.end() ? key : std::string_view(found->second);
}

std::string Words::text(std::string_view key, std::span<const std::string_view> arguments) const {
  const std::string_view pattern = text(key);
  std::string out;
  auto next = arguments.begin();
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t slot = pattern.find("%s", at);
    out += pattern.substr(at, slot - at);
    if (slot == std::string_view::npos) break;
    if (next != arguments.end()) out += *next++;
    at = slot + 2;
  }
  return out;
}

}  // namespace huice::view
