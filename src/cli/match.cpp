// SPDX-License-Identifier: Apache-2.0
//
// `huice match`: one enterprise's profile, or a roster of many.
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

// Where a text of the profile stands; its first line where it is not found as it was read.
match::Locate locate_in(const SourceText& source) {
  return [&source](std::string_view token) {
    const std::size_t found = token.empty() ? std::string_view::npos
                                            : source.text().find("\"" + std::string(token) + "\"");
    if (found == std::string_view::npos) return source.at(0);
    return source.at(found, token.size() + 2);
  };
}

// A key that stands twice: of two answers, none is the one that was meant.
void tell_repeated(const SourceText& source, Diagnostics& problems) {
  Diagnostics found;
  static_cast<void>(view::read_json_data(std::string(source.text()), source.file(), found));
  for (const Diagnostic& one : found.sorted()) {
    if (one.code == msg::duplicate_key::code) problems.add(one);
  }
}

std::optional<std::string> readable(const std::string& json, const view::Theme& theme,
                                    Diagnostics& problems) {
  const auto data = view::read_json_data(json, "match", problems);
  if (!data) return std::nullopt;
  tmpl::Dict context;
  for (const std::string& key : data->mapping().keys()) {
    context.set(key, data->mapping().get(key));
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
    const match::Answers answers =
        match::read_profile(source.text(), plan.profile(), locate_in(source), problems);
    tell_repeated(source, problems);
    if (!problems.has_errors()) {
      out = view::match_report(plan, answers, *theme.words);
      if (options.format == "text") out = readable(*out, theme, problems);
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
  const match::LocateRule nowhere = [](const model::Place&, std::string_view) {
    return Location{};
  };
  const match::Plan plan(*library, *as_of, nowhere, problems);
  if (!options.roster.empty()) return match_roster(plan, options, *theme->words, world, problems);
  return match_profile(plan, options, *theme, world, problems);
}

}  // namespace huice::cli
