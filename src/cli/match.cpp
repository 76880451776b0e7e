// SPDX-License-Identifier: Apache-2.0
//
// `huice match`: one enterprise's profile, or a roster of many.
#include "base/json/read.h"
#include "base/json/write.h"
#include "base/messages/cli.h"
#include "base/messages/json.h"
#include "cli/commands.h"
#include "cli/match_roster.h"
#include "cli/project.h"
#include "cli/share.h"
#include "template/values/builders.h"
#include "view/json_data.h"
#include "view/match_report.h"
#include "view/theme.h"

#include <istream>
#include <iterator>
#include <ostream>

namespace huice::cli {
namespace {

std::optional<std::string> read_input(const std::string& path, World& world,
                                      Diagnostics& problems) {
  if (path == "-") return std::string{std::istreambuf_iterator<char>(*world.in), {}};
  auto bytes = world.files.read(path);
  if (bytes) return std::move(bytes).value();
  problems.add(bytes.error());
  return std::nullopt;
}

std::optional<match::Answers> read_answers(const match::Plan& plan, const SourceText& source,
                                           Diagnostics& problems) {
  const auto given = json::parse(source, problems);
  if (!given) return std::nullopt;
  const auto locate = [&source](json::Span span) { return source.at(span.offset, span.length); };
  return match::read_profile(*given, plan.profile(), locate, problems);
}

std::optional<std::string> readable(const json::Value& report, const view::Theme& theme,
                                    Diagnostics& problems) {
  tmpl::Dict context;
  for (const json::Member& member : report.members()) {
    context.set(member.name, view::template_value(member.value));
  }
  context.set("t", tmpl::Value::borrow(theme.words->tree()));
  std::string out;
  if (!theme.templates->render("match/report.txt", context, out, problems)) return std::nullopt;
  return out;
}

Exit match_profile(const match::Plan& plan, const MatchOptions& options, const view::Theme& theme,
                   World& world, Diagnostics& problems) {
  const auto bytes = read_input(options.profile, world, problems);
  std::optional<std::string> out;
  if (bytes) {
    const SourceText source(
        options.profile == "-" ? say(msg::standard_input{}, world) : options.profile, *bytes);
    const auto answers = read_answers(plan, source, problems);
    if (answers && !problems.has_errors()) {
      const json::Value report = view::match_report(plan, *answers, *theme.words);
      out = options.format == "text" ? readable(report, theme, problems) : json::indented(report);
    }
  }
  show(problems, world);
  if (!out || problems.has_errors()) return Exit::problems;
  world.out << *out;
  return Exit::done;
}

}  // namespace

Exit match(const MatchOptions& options, World& world) {
  const auto as_of = day_of(options.as_of, world);
  if (!as_of) return Exit::usage;
  if (options.profile.empty() == options.roster.empty()) {
    world.err << say(msg::match_what{}, world) << "\n";
    return Exit::usage;
  }
  if (!options.roster.empty() && !options.output.empty() &&
      world.files.same_file(options.roster, options.output)) {
    world.err << say(msg::roster_is_output{.output = options.output}, world) << "\n";
    return Exit::usage;
  }
  Diagnostics problems;
  const auto library =
      load_checked(ProjectOptions{.folder = options.project, .threads = 0}, world, problems);
  std::optional<view::Theme> theme;
  if (library) {
    theme = view::load_theme(world.files,
                             view::ThemeOptions{.project = options.project,
                                                .share = share_directory(world.files),
                                                .language = library->site().language,
                                                .templates = {"match/report.txt"}},
                             problems);
  }
  if (!library || !theme) {
    show(problems, world);
    return Exit::problems;
  }
  model::Locator locator(world.files, options.project, library->files());
  const match::Plan plan(*library, *as_of, locator, problems);
  if (!options.roster.empty()) return match_roster(plan, options, *theme->words, world, problems);
  return match_profile(plan, options, *theme, world, problems);
}

}  // namespace huice::cli
