// SPDX-License-Identifier: Apache-2.0
#include "base/messages/cli.h"
#include "project/asked.h"
#include "project/empty_project.h"
#include "project/project.h"
#include "project/verbs.h"

namespace huice::project {

namespace {

// “.” is no name.
Argument named(const std::string& project) {
  return project == "." ? Argument(msg::this_folder{}) : Argument(project);
}

}  // namespace

Answer check(const CheckOptions& options, const Setting& setting) {
  const auto as_of = day_of(options.as_of, setting);
  if (!as_of) return no_day(options.as_of, setting);
  Project project(setting, options.project);
  Answer answer;
  project.check(*as_of, *answer.problems);
  if (!passes(*answer.problems, options.strict)) {
    answer.outcome = Outcome::problems;
    return answer;
  }
  const model::Library& library = *project.library();
  answer.said = say(msg::no_error_found{.project = named(options.project),
                                        .policies = library.policies().size(),
                                        .proposals = library.proposals().size(),
                                        .observations = library.observed().size()},
                    setting);
  const std::string first = record_first(library, setting);
  if (!first.empty()) answer.said += "\n" + first;
  return answer;
}

}  // namespace huice::project
