// SPDX-License-Identifier: Apache-2.0
#include "cli/project.h"

#include "base/messages/cli.h"
#include "match/examples.h"
#include "model/schema/audience_view.h"
#include "prose/check.h"

#include <ostream>

namespace huice::cli {
namespace {

void check_examples(const model::Library& library, model::Locator& locator, Diagnostics& problems) {
  match::check_rules(library, locator, problems);
  // With a rule that cannot be read, examples would only say so once more.
  if (!problems.has_errors()) match::check_examples(library, locator, problems);
}

}  // namespace

std::optional<model::Date> day_of(const std::string& as_of, World& world) {
  const auto day = model::Date::parse(as_of.empty() ? world.clock.today() : as_of);
  if (!day) world.err << say(msg::no_day{.text = as_of}, world) << "\n";
  return day;
}

std::optional<model::Library> load_readable(const ProjectOptions& options, World& world,
                                            Diagnostics& problems) {
  const load::LoadOptions how{.project = options.folder, .threads = options.threads};
  auto library = load::load_project(world.files, how, problems);
  if (!library) return std::nullopt;
  model::Locator locator(world.files, options.folder, library->files());
  prose::check_all(*library, locator, problems);
  check_examples(*library, locator, problems);
  return library;
}

std::optional<model::Library> load_checked(const ProjectOptions& options, World& world,
                                           Diagnostics& problems) {
  auto library = load_readable(options, world, problems);
  if (problems.has_errors()) return std::nullopt;
  return library;
}

void check_public_view(const model::Library& library, const std::string& folder, World& world,
                       Diagnostics& problems) {
  const model::Library seen = model::public_view(library, model::Audience::public_);
  model::Locator locator(world.files, folder, seen.files());
  prose::check_all(seen, locator, problems);
}

void check_examples(const model::Library& library, const std::string& folder, World& world,
                    Diagnostics& problems) {
  model::Locator locator(world.files, folder, library.files());
  check_examples(library, locator, problems);
}

bool passes(const Diagnostics& problems, bool strict) {
  if (problems.has_errors()) return false;
  return !strict || problems.count(Severity::warning) == 0;
}

}  // namespace huice::cli
