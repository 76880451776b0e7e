// SPDX-License-Identifier: Apache-2.0
#pragma once

// In which language the program speaks to whoever runs it.

#include "cli/world.h"

#include <optional>
#include <string_view>
#include <vector>

namespace huice::cli {

/// zh-CN, zh_CN.UTF-8, zh: Chinese; en, en_US.UTF-8: English; nothing for other languages, and for
/// C, POSIX and C.UTF-8, which name none.
std::optional<Language> language_named(std::string_view tag);

/// The first that names a language: `--lang` among the arguments, HUICE_LANG, site.json of the
/// project among the arguments or of the folder at hand, the locale; else Chinese.
Language choose_language(const std::vector<std::string>& arguments, const World& world);

}  // namespace huice::cli
