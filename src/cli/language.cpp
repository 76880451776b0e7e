// SPDX-License-Identifier: Apache-2.0
#include "cli/language.h"

#include "base/json/read.h"

namespace huice::cli {
namespace {

std::string_view after_lang(const std::vector<std::string>& arguments) {
  constexpr std::string_view kOption = "--lang";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view one = arguments[i];
    if (one == kOption && i + 1 < arguments.size()) return arguments[i + 1];
    if (one.starts_with("--lang=")) return one.substr(kOption.size() + 1);
  }
  return {};
}

// Reads no more than the language: what is wrong with the file is reported when it is loaded.
std::optional<std::string> site_language(const FileSystem& files, const std::string& project) {
  const auto text = files.read(join_path(project, "data/site.json"));
  if (!text) return std::nullopt;
  Diagnostics reported_when_loaded;
  const auto site = json::parse(SourceText({}, text.value()), reported_when_loaded);
  if (!site) return "";
  for (const json::Member& member : site->members()) {
    if (member.name == "language" && member.value.is(json::Kind::text)) return member.value.text();
  }
  return "";
}

std::string language_of_site(const std::vector<std::string>& arguments, const FileSystem& files) {
  for (const std::string& one : arguments) {
    if (one.empty() || one.front() == '-') continue;
    if (const auto language = site_language(files, one)) return *language;
  }
  return site_language(files, ".").value_or("");
}

}  // namespace

std::optional<Language> language_named(std::string_view tag) {
  const std::string_view name = tag.substr(0, tag.find_first_of("-_.@"));
  if (name == "zh") return Language::zh;
  if (name == "en") return Language::en;
  return std::nullopt;
}

Language choose_language(const std::vector<std::string>& arguments, const World& world) {
  if (const auto found = language_named(after_lang(arguments))) return *found;
  if (const auto found = language_named(world.wanted_language)) return *found;
  if (const auto found = language_named(language_of_site(arguments, world.files))) return *found;
  return language_named(world.locale).value_or(Language::zh);
}

}  // namespace huice::cli
