// SPDX-License-Identifier: Apache-2.0
//
// load -> what the audience may see -> indexes, theme -> pages -> publish.
#include "base/messages/cli.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/project.h"
#include "cli/share.h"
#include "cli/version.h"
#include "model/schema/audience_view.h"
#include "pages/site.h"
#include "publish/publish.h"

#include <ostream>

namespace huice::cli {
namespace {

std::string output_of(const BuildOptions& options) {
  return options.output.empty() ? join_path(options.project, options.audience) : options.output;
}

publish::BuildFacts facts_of(const derive::Counts& counts, const model::Date& as_of) {
  return publish::BuildFacts{.version = kVersion,
                             .as_of = as_of.iso(),
                             .counts = {{"policies", counts.policies},
                                        {"articles", counts.articles},
                                        {"measures", counts.measures},
                                        {"targets", counts.targets},
                                        {"undertakings", counts.undertakings},
                                        {"units", counts.units},
                                        {"observations", counts.observations}}};
}

Exit finish(const publish::Report& report, const std::string& output, World& world) {
  switch (report.status) {
    case publish::Status::refused:
      return Exit::problems;
    case publish::Status::failed:
      return Exit::environment;
    case publish::Status::unchanged:
      world.err << say(msg::built_same{.output = output, .files = report.files}, world) << "\n";
      return Exit::done;
    case publish::Status::published:
      world.err << say(msg::built{.output = output,
                                  .files = report.files,
                                  .written = report.written,
                                  .removed = report.removed},
                       world)
                << "\n";
      return Exit::done;
  }
  return Exit::environment;
}

Exit build_library(const model::Library& whole, const model::Date& as_of,
                   const BuildOptions& options, World& world, Diagnostics& problems) {
  const bool internal = options.audience == "internal";
  const model::Library library =
      model::public_view(whole, internal ? model::Audience::internal : model::Audience::public_);
  const std::string share = share_directory(world.files);
  const auto theme = view::load_theme(world.files,
                                      view::ThemeOptions{.project = options.project,
                                                         .share = share,
                                                         .language = library.site().language,
                                                         .templates = pages::page_templates()},
                                      problems);
  if (!theme) {
    show(problems, world);
    const bool installed = world.files.info(join_path(share, "templates")).has_value();
    return installed ? Exit::problems : Exit::environment;
  }
  const derive::Indexes indexes(library);
  model::Locator locator(world.files, options.project, library.files());
  const view::Scope scope{
      view::Reader(library, indexes), *theme->words, *theme->templates, locator, as_of, kVersion};
  Progress progress(world, msg::pages_noun{});
  publish::PublishOptions how;
  how.output = output_of(options);
  how.threads = static_cast<unsigned>(options.threads);
  how.facts = facts_of(indexes.counts(), as_of);
  how.progress = [&progress](std::size_t done, std::size_t total) { progress.tell(done, total); };
  const publish::Report report =
      publish::publish(world.files, pages::make_pages(scope, *theme, world.files), how, problems);
  progress.clear();
  show(problems, world);
  return finish(report, how.output, world);
}

}  // namespace

Exit build(const BuildOptions& options, World& world) {
  const auto as_of = day_of(options.as_of, world);
  if (!as_of) return Exit::usage;
  Diagnostics problems;
  auto library = load::load_project(
      world.files, load::LoadOptions{.project = options.project, .threads = options.threads},
      problems);
  if (library) check_examples(*library, options.project, world, problems);
  if (!library || !passes(problems, options.strict)) {
    show(problems, world);
    return Exit::problems;
  }
  return build_library(*library, *as_of, options, world, problems);
}

}  // namespace huice::cli
