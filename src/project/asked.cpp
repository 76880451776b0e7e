// SPDX-License-Identifier: Apache-2.0
#include "project/asked.h"

#include "base/messages/cli.h"

#include <istream>
#include <iterator>

namespace huice::project {

std::string say(const Argument& phrase, const Setting& setting) {
  return phrase.in(setting.language);
}

std::optional<Input> read_input(const std::string& path, const Setting& setting,
                                Diagnostics& problems) {
  if (path == "-") {
    return Input{say(msg::standard_input{}, setting),
                 std::string{std::istreambuf_iterator<char>(*setting.in), {}}};
  }
  auto bytes = setting.files.read(path);
  if (bytes) return Input{path, std::move(bytes).value()};
  problems.add(bytes.error());
  return std::nullopt;
}

bool passes(const Diagnostics& problems, bool strict) {
  if (problems.has_errors()) return false;
  return !strict || problems.count(Severity::warning) == 0;
}

bool has_look(const Setting& setting) {
  return setting.files.info(join_path(setting.share, "templates")).has_value();
}

Outcome without_look(const Setting& setting) {
  return has_look(setting) ? Outcome::problems : Outcome::environment;
}

Answer no_day(const std::string& as_of, const Setting& setting) {
  return Answer::refused(say(msg::no_day{.text = as_of}, setting));
}

model::Audience audience_of(std::string_view word) {
  return word == "internal" ? model::Audience::internal : model::Audience::public_;
}

}  // namespace huice::project
