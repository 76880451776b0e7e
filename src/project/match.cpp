// SPDX-License-Identifier: Apache-2.0
//
// One enterprise's profile, or a roster of many, against every measure.
#include "base/hidden_characters.h"
#include "base/json/read.h"
#include "base/json/write.h"
#include "base/messages/cli.h"
#include "project/asked.h"
#include "project/project.h"
#include "project/roster.h"
#include "project/verbs.h"
#include "template/values/builders.h"
#include "view/json_data.h"
#include "view/match_report.h"
#include "view/theme.h"

namespace huice::project {
namespace {

std::optional<match::Answers> read_answers(const match::Plan& plan, const SourceText& source,
                                           Diagnostics& problems) {
  const auto given = json::parse(source, problems);
  if (!given) return std::nullopt;
  tell_hidden(source.file(), *given, source, problems);
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

void match_profile(const match::Plan& plan, const MatchOptions& options, const view::Theme& theme,
                   const Setting& setting, Answer& answer) {
  Diagnostics& problems = *answer.problems;
  answer.outcome = Outcome::problems;
  const auto input = read_input(options.profile, setting, problems);
  if (!input) return;
  const SourceText source(input->name, input->bytes);
  const auto answers = read_answers(plan, source, problems);
  if (!answers || problems.has_errors()) return;
  const json::Value report = view::match_report(plan, *answers, *theme.words);
  const auto out =
      options.format == "text" ? readable(report, theme, problems) : json::indented(report);
  if (!out || problems.has_errors()) return;
  answer.out = *out;
  answer.outcome = Outcome::done;
}

}  // namespace

std::string roster_option(const MatchOptions& options) {
  if (!options.only.empty()) return "--only";
  if (!options.columns.empty()) return "--columns";
  if (!options.output.empty()) return "--output";
  return options.sheet.empty() ? std::string() : "--sheet";
}

Answer match(const MatchOptions& options, const Setting& setting) {
  const auto as_of = day_of(options.as_of, setting);
  if (!as_of) return no_day(options.as_of, setting);
  if (options.profile.empty() == options.roster.empty()) {
    return Answer::refused(say(msg::match_what{}, setting));
  }
  if (const std::string option = roster_option(options);
      options.roster.empty() && !option.empty()) {
    return Answer::refused(say(msg::only_with_roster{.option = option}, setting));
  }
  if (!options.roster.empty() && options.format != "text") {
    return Answer::refused(say(msg::only_with_profile{.option = "--format"}, setting));
  }
  if (!options.roster.empty() && !options.output.empty() &&
      setting.files.same_file(options.roster, options.output)) {
    return Answer::refused(say(msg::roster_is_output{.output = options.output}, setting));
  }
  const Project project(setting, options.project);
  Answer answer;
  answer.problems->add_all(project.problems());
  answer.outcome = Outcome::problems;
  if (!project.is_sound()) return answer;
  const auto theme = project.theme({"match/report.txt"}, *answer.problems);
  if (!theme) {
    answer.outcome = without_look(setting);
    return answer;
  }
  model::Locator locator(setting.files, options.project, project.library()->files());
  const match::Plan plan(*project.library(), *as_of, locator, *answer.problems);
  if (options.roster.empty()) {
    match_profile(plan, options, *theme, setting, answer);
  } else {
    match_roster(plan, options, *theme->words, setting, answer);
  }
  return answer;
}

}  // namespace huice::project
