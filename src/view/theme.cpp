// SPDX-License-Identifier: Apache-2.0
#include "view/theme.h"

#include "base/messages/view.h"
#include "view/filters/field_filters.h"
#include "view/load_words.h"
#include "view/look.h"

namespace huice::view {
std::optional<Theme> load_theme(const FileSystem& files, const ThemeOptions& options,
                                Diagnostics& problems) {
  const Look look(files, options.project, options.share);
  if (!look.has_templates()) {
    problems.add(problem(msg::no_theme{.name = "templates"}, {}));
    return std::nullopt;
  }
  Theme theme;
  theme.words = load_words(
      files, {.project = options.project, .share = options.share, .language = options.language},
      problems);
  for (const auto& [path, file] : look.all("site/assets")) {
    theme.assets.push_back({"assets/" + path, file});
  }
  tmpl::Options engine;
  engine.keep_trailing_newline = true;
  engine.only_outermost_newline = true;
  theme.templates = std::make_unique<tmpl::Environment>(look.template_loader(), engine);
  add_field_filters(*theme.templates);
  theme.templates->load_all(options.templates, problems);
  if (!theme.words || problems.has_errors()) return std::nullopt;
  return theme;
}

}  // namespace huice::view
