// SPDX-License-Identifier: Apache-2.0
#include "consistency/outputs.h"

#include "model/walk.h"
#include "pages/facts.h"
#include "project/verbs.h"
#include "support/shipped_files.h"

namespace huice::test {
namespace {

const std::string kFolder = "p";

project::Setting setting_of(MemoryFileSystem& files, const Clock& clock) {
  return {.files = files,
          .clock = clock,
          .share = "share",
          .version = "0.0.0",
          .language = Language::zh};
}

std::string said(const Diagnostics& problems, Severity least) {
  std::string text;
  for (const Diagnostic& one : problems.sorted()) {
    if (one.severity() == Severity::error || least != Severity::error)
      text += format_diagnostic(one, Language::en);
  }
  return text;
}

const std::vector<std::string>& columns() {
  static const std::vector<std::string> keys{"measure", "title", "verdict", "estimate",
                                             "low",     "high",  "reason",  "note"};
  return keys;
}

std::vector<std::map<std::string, std::string>> rows_of(const std::string& jsonl) {
  std::vector<std::map<std::string, std::string>> rows;
  for (std::size_t at = 0; at < jsonl.size();) {
    const std::size_t end = std::min(jsonl.find('\n', at), jsonl.size());
    const std::string line = jsonl.substr(at, end - at);
    at = end + 1;
    if (line.empty()) continue;
    auto& row = rows.emplace_back();
    const Json cells = Json::parse(line);
    for (const auto& [name, value] : cells.items()) {
      row[name] = value.is_string() ? value.get<std::string>()
                  : value.is_null() ? std::string()
                                    : value.dump();
    }
  }
  return rows;
}

}  // namespace

OutputMaker::OutputMaker() {
  put_share(files_);
  files_.put(kFolder + "/data/site.json", R"({"name": "x"})");
  project_ = std::make_unique<project::Project>(setting_of(files_, clock_), kFolder, 1);
}

void OutputMaker::override_look(const std::string& path, const std::string& text) {
  files_.put(kFolder + "/" + path, text);
  project_->refresh({path});
}

void OutputMaker::put_data(const RandomProject& project) {
  for (const auto& [path, bytes] : files_.snapshot(kFolder + "/data")) {
    if (!path.ends_with("/")) static_cast<void>(files_.remove(kFolder + "/data/" + path));
  }
  for (const auto& [path, text] : files_of(project)) files_.put(kFolder + "/" + path, text);
  files_.put("answers.json", project.answers.dump());
  files_.put("roster.csv", project.roster);
}

Outputs OutputMaker::make(const RandomProject& project) {
  put_data(project);
  project_->refresh({"data"});
  Outputs made;
  Diagnostics problems;
  const auto as_of = *model::Date::parse(project.as_of);
  if (!project_->is_sound()) {
    made.wrong = "the project does not load:\n" + said(project_->problems(), Severity::error);
    return made;
  }
  const auto site = project_->site(model::Audience::public_, as_of, problems);
  if (site == nullptr) {
    made.wrong = said(problems, Severity::error);
    return made;
  }
  for (const pages::Page& page : site->pages()) {
    if (!page.path.ends_with(".html") && !page.path.ends_with(".md")) continue;
    if (!page.render(made.pages[page.path], problems)) made.wrong = page.path + " is not made\n";
  }
  const view::Reader reader(site->library(), site->indexes());
  model::each_measure(site->library().policies(), [&](const model::MeasureRef& one) {
    const std::string id = model::fact_id(one.in, one.measure->id);
    const auto found = pages::find_facts(id, reader, site->scope().words, as_of);
    if (!found.empty()) made.facts[id] = found.front().value;
  });
  Diagnostics findings;
  project_->check(as_of, findings);
  for (const Diagnostic& one : findings.sorted())
    made.findings.insert(std::string(one.code.slug()));
  made.wrong += said(problems, Severity::error);
  match(project, made);
  match_roster(project, made);
  return made;
}

void OutputMaker::match(const RandomProject& project, Outputs& made) {
  project::MatchOptions options;
  options.project = kFolder;
  options.profile = "answers.json";
  options.as_of = project.as_of;
  options.threads = 1;
  const project::Answer text = project::match(options, setting_of(files_, clock_));
  options.format = "json";
  const project::Answer json = project::match(options, setting_of(files_, clock_));
  made.report_text = text.out;
  made.wrong += said(*text.problems, Severity::error) + said(*json.problems, Severity::error);
  if (!json.out.empty()) made.report = Json::parse(json.out);
}

void OutputMaker::match_roster(const RandomProject& project, Outputs& made) {
  project::MatchOptions options;
  options.project = kFolder;
  options.roster = "roster.csv";
  options.output = "out.jsonl";
  options.columns = columns();
  options.as_of = project.as_of;
  options.threads = 1;
  const project::Answer answer = project::match(options, setting_of(files_, clock_));
  made.wrong += said(*answer.problems, Severity::error);
  if (const auto bytes = files_.read("out.jsonl")) made.roster = rows_of(bytes.value());
}

}  // namespace huice::test
