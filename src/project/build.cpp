// SPDX-License-Identifier: Apache-2.0
//
// An open project's site -> an output tree.
#include "base/messages/cli.h"
#include "project/asked.h"
#include "project/project.h"
#include "project/verbs.h"
#include "publish/publish.h"

namespace huice::project {
namespace {

publish::BuildFacts facts_of(const Site& site) {
  const derive::Counts counts = site.indexes().counts();
  return publish::BuildFacts{.version = site.scope().version,
                             .as_of = site.scope().as_of.iso(),
                             .counts = {{"policies", counts.policies},
                                        {"articles", counts.articles},
                                        {"measures", counts.measures},
                                        {"targets", counts.targets},
                                        {"undertakings", counts.undertakings},
                                        {"units", counts.units},
                                        {"observations", counts.observations}}};
}

Outcome outcome_of(publish::Status status) {
  switch (status) {
    case publish::Status::published:
    case publish::Status::unchanged:
      return Outcome::done;
    case publish::Status::refused:
      return Outcome::problems;
    case publish::Status::failed:
      return Outcome::environment;
  }
  return Outcome::environment;
}

Argument sentence(const publish::Report& report, const std::string& output) {
  if (report.status == publish::Status::unchanged) {
    return msg::built_same{.output = output, .files = report.files};
  }
  return msg::built{.output = output,
                    .files = report.files,
                    .written = report.written,
                    .removed = report.removed};
}

}  // namespace

Answer build(const BuildOptions& options, const Setting& setting) {
  const auto as_of = day_of(options.as_of, setting);
  if (!as_of) return no_day(options.as_of, setting);
  Project project(setting, options.project, options.threads);
  Answer answer;
  answer.problems->add_all(project.problems());
  answer.outcome = Outcome::problems;
  const std::string output =
      options.output.empty() ? join_path(options.project, options.audience) : options.output;
  answer.said = say(msg::not_built{.output = output}, setting);
  if (project.library() == nullptr || !passes(*answer.problems, options.strict)) return answer;
  const auto site = project.site(audience_of(options.audience), *as_of, *answer.problems);
  if (!site) {
    answer.outcome = without_look(setting);
    return answer;
  }
  publish::PublishOptions how;
  how.output = output;
  how.threads = static_cast<unsigned>(options.threads);
  how.facts = facts_of(*site);
  how.progress = setting.progress;
  const publish::Report report =
      publish::publish(setting.files, site->pages(), how, *answer.problems);
  answer.outcome = outcome_of(report.status);
  if (answer.outcome != Outcome::problems) answer.said.clear();
  if (answer.outcome == Outcome::done) {
    answer.said = say(sentence(report, how.output), setting);
  }
  return answer;
}

}  // namespace huice::project
