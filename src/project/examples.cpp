// SPDX-License-Identifier: Apache-2.0
//
// Worked examples beside what the records give today, and the file rewritten where a person agrees.
#include "match/examples.h"

#include "base/json/read.h"
#include "base/json/write.h"
#include "base/messages/cli.h"
#include "base/utf8.h"
#include "model/schema/choice.h"
#include "project/asked.h"
#include "project/project.h"
#include "project/verbs.h"

#include <algorithm>
#include <map>

namespace huice::project {
namespace {

using match::ChangedExample;
using model::ExpectedEstimate;

template <class Word>
std::string word(Word value) {
  return std::string(model::schema::word(value));
}

json::Value years_value(const model::Years& years) {
  json::Value value = json::Value::object();
  if (years.exactly) value.set("exactly", *years.exactly);
  if (years.at_most) value.set("at_most", *years.at_most);
  return value;
}

json::Value estimate_value(const ExpectedEstimate& estimate) {
  json::Value value = json::Value::object();
  value.set("kind", word(estimate.kind));
  if (estimate.value) value.set("value", estimate.value->text());
  if (estimate.from) value.set("from", estimate.from->text());
  if (estimate.to) value.set("to", estimate.to->text());
  if (estimate.per) value.set("per", estimate.per->text());
  if (estimate.years) value.set("years", years_value(*estimate.years));
  if (estimate.provisional) value.set("provisional", *estimate.provisional);
  return value;
}

json::Value value_of(const model::Expectation& expect) {
  json::Value value = json::Value::object();
  if (!expect.claimable) value.set("claimable", false);
  if (expect.verdict) value.set("verdict", word(*expect.verdict));
  if (expect.estimate) value.set("estimate", estimate_value(*expect.estimate));
  if (!expect.cautions) return value;
  json::Value cautions = json::Value::list();
  for (const model::Caution one : *expect.cautions) cautions.push(word(one));
  value.set("cautions", std::move(cautions));
  return value;
}

// In one line, with a blank after each comma and colon.
std::string in_a_line(const json::Value& value) {
  std::string out;
  if (value.is(json::Kind::object)) {
    for (const json::Member& one : value.members()) {
      out += out.empty() ? "{" : ", ";
      json::append_text(out, one.name);
      out += ": " + in_a_line(one.value);
    }
    return out.empty() ? "{}" : out + "}";
  }
  if (value.is(json::Kind::list)) {
    for (const json::Value& one : value.items()) out += (out.empty() ? "[" : ", ") + in_a_line(one);
    return out.empty() ? "[]" : out + "]";
  }
  return json::text(value);
}

// One after the bracket that closes the object or list which begins at `from`.
std::size_t end_of(std::string_view text, std::size_t from) {
  int open = 0;
  bool quoted = false;
  for (std::size_t at = from; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c == '\\') ++at;
      quoted = c != '"';
      continue;
    }
    quoted = c == '"';
    if (c == '{' || c == '[') ++open;
    if ((c == '}' || c == ']') && --open == 0) return at + 1;
  }
  return text.size();
}

// As it is put at that place of the file: in one line where the line does not grow too long.
std::string laid_out(const json::Value& expect, std::string_view text, std::size_t at) {
  constexpr std::size_t kWidest = 100;
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view lead = text.substr(start, at - start);
  const std::string line = in_a_line(expect);
  const std::size_t blanks = std::min(lead.find_first_not_of(" \t"), lead.size());
  const bool begins_its_line = lead.substr(blanks).starts_with("\"expect\"");
  const bool fits = utf8::display_width(lead) + utf8::display_width(line) < kWidest;
  if (fits || !begins_its_line) return line;
  const std::string indent(lead.substr(0, blanks));
  std::string out = "{\n";
  for (const json::Member& one : expect.members()) {
    if (out.size() > 2) out += ",\n";
    out += indent + "  ";
    json::append_text(out, one.name);
    out += ": " + in_a_line(one.value);
  }
  return out + "\n" + indent + "}";
}

// The file's text with what the records give in the changed examples; each id is in it once.
std::string rewritten(const std::string& name, const std::string& text,
                      const std::map<std::string, json::Value>& expected, Diagnostics& problems) {
  const auto root = json::parse(SourceText(name, text), problems);
  const json::Value* all = root ? root->find("examples") : nullptr;
  if (all == nullptr) return text;
  std::string out;
  std::size_t copied = 0;
  for (const json::Value& example : all->items()) {
    const json::Value* id = example.find("id");
    const json::Value* expect = example.find("expect");
    if (id == nullptr || expect == nullptr) continue;
    const auto now = expected.find(id->text());
    if (now == expected.end()) continue;
    const std::size_t at = expect->at().offset;
    out += text.substr(copied, at - copied) + laid_out(now->second, text, at);
    copied = end_of(text, at);
  }
  return out + text.substr(copied);
}

Result<void> replace(FileSystem& files, const std::string& path, const std::string& text) {
  const std::string fresh = path + ".new";
  if (auto removed = files.remove(fresh); !removed) return removed;
  if (auto created = files.create(fresh, text); !created) return created;
  return files.rename(fresh, path);
}

class Examples {
 public:
  Examples(const Project& project, const ExamplesOptions& options, const Setting& setting)
      : library_(*project.library()),
        options_(options),
        setting_(setting),
        locator_(setting.files, options.project, library_.files()) {}

  Answer answer() {
    const auto changed = match::changed_examples(library_, locator_, *answer_.problems);
    for (const ChangedExample& one : changed) show(one);
    const std::size_t all = library_.examples().size();
    answer_.outcome = Outcome::problems;
    if (changed.empty()) {
      if (!answer_.problems->has_errors()) answer_.outcome = Outcome::done;
      answer_.said = say(msg::examples_hold{.all = all}, setting_);
    } else if (!options_.rewrite) {
      answer_.said = say(msg::examples_differ{.changed = changed.size(), .all = all}, setting_);
    } else {
      rewrite(changed.size());
    }
    return std::move(answer_);
  }

 private:
  void show(const ChangedExample& one) {
    const model::Example& example = *one.example;
    const std::string& file = library_.files().at(example.provenance.place.file);
    const std::string day = example.as_of ? "  " + example.as_of->iso() : std::string();
    answer_.out += file + ":" + std::to_string(example.provenance.place.line) + "  " + example.id +
                   "  " + example.measure + day + "\n  - " + in_a_line(value_of(example.expect)) +
                   "\n  + " + in_a_line(value_of(one.now)) + "\n";
    by_file_[file].insert_or_assign(example.id, value_of(one.now));
  }

  void rewrite(std::size_t changed) {
    for (const auto& [file, expected] : by_file_) {
      if (!file.ends_with(".json")) {
        answer_.said = say(msg::examples_by_hand{.file = file}, setting_);
        return;
      }
    }
    for (const auto& [file, expected] : by_file_) {
      const std::string path = join_path(options_.project, file);
      auto text = setting_.files.read(path);
      Result<void> written;
      if (text) {
        written = replace(setting_.files, path,
                          rewritten(file, text.value(), expected, *answer_.problems));
      }
      if (text && written) continue;
      answer_.outcome = Outcome::environment;
      answer_.problems->add(text ? written.error() : text.error());
      return;
    }
    if (!answer_.problems->has_errors()) answer_.outcome = Outcome::done;
    answer_.said = say(msg::examples_rewritten{.changed = changed}, setting_);
  }

  const model::Library& library_;
  const ExamplesOptions& options_;
  const Setting& setting_;
  model::Locator locator_;
  Answer answer_;
  std::map<std::string, std::map<std::string, json::Value>> by_file_;
};

}  // namespace

Answer examples(const ExamplesOptions& options, const Setting& setting) {
  const Project project(setting, options.project);
  if (!project.is_sound()) {
    Answer answer;
    answer.problems->add_all(project.problems());
    answer.outcome = Outcome::problems;
    return answer;
  }
  return Examples(project, options, setting).answer();
}

}  // namespace huice::project
