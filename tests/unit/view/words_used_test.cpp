// SPDX-License-Identifier: Apache-2.0
//
// The shipped catalogue has every text that src/ and templates/ ask for, with the slots that they
// fill, and no other.
#include "match/codes.h"
#include "model/schema/choice.h"
#include "template/engine.h"
#include "view/filters/field_filters.h"
#include "view/shipped_words.h"

#include <doctest/doctest.h>

#include <map>
#include <regex>
#include <set>

using namespace huice;
using namespace huice::test;

namespace {

using Names = std::set<std::string>;

Names shipped_keys() {
  const std::vector<std::string> keys = chinese_words().keys();
  return {keys.begin(), keys.end()};
}

void collect(const std::string& folder, std::map<std::string, std::string>& out) {
  const RealFileSystem files;
  const auto entries = files.list(source_path("/" + folder));
  REQUIRE(entries.ok());
  for (const DirectoryEntry& entry : entries.value()) {
    const std::string name = folder + "/" + entry.name;
    if (entry.kind == FileKind::directory && entry.name != "i18n") collect(name, out);
    if (entry.kind == FileKind::file) out[name] = files.read(source_path("/" + name)).value();
  }
}

/// Every file below a folder of the repository, by its name.
std::map<std::string, std::string> files_below(const std::string& folder) {
  std::map<std::string, std::string> out;
  collect(folder, out);
  return out;
}

/// One place in src/ that asks for a text.
struct Asked {
  std::string file;
  Names keys;    ///< several where one is chosen
  Names groups;  ///< of key_in(): all of their texts
  Names slots;
};

// The text between the bracket at `open` and the one that closes it.
std::string_view inside(std::string_view code, std::size_t open) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t at = open; at < code.size(); ++at) {
    if (code[at] == '"' && code[at - 1] != '\\') quoted = !quoted;
    if (quoted) continue;
    if (code[at] == '(') ++depth;
    if (code[at] == ')' && --depth == 0) return code.substr(open + 1, at - open - 1);
  }
  return code.substr(open + 1);
}

Names matches(const std::string& text, const char* pattern) {
  const std::regex one(pattern);
  Names out;
  for (std::sregex_iterator at(text.begin(), text.end(), one), end; at != end; ++at) {
    out.insert((*at)[1]);
  }
  return out;
}

// words.text(…) with what is between its brackets; calls inside it are asked for on their own.
std::vector<Asked> asked_in(const std::string& file, const std::string& code) {
  static const std::regex call(R"(\bwords(?:_|\(\))?\.text\()");
  std::vector<Asked> out;
  for (std::sregex_iterator at(code.begin(), code.end(), call), end; at != end; ++at) {
    const std::size_t open = static_cast<std::size_t>(at->position() + at->length()) - 1;
    std::string arguments(inside(code, open));
    std::smatch nested;
    while (std::regex_search(arguments, nested, call)) {
      const auto from = static_cast<std::size_t>(nested.position());
      const std::size_t bracket = from + static_cast<std::size_t>(nested.length()) - 1;
      arguments.replace(from, bracket - from + 2 + inside(arguments, bracket).size(), "nested");
    }
    Asked one{file,
              {},
              matches(arguments, R"re(key_in\("([a-z_.]+)",)re"),
              matches(arguments, R"re(\{"([a-z_]+)",\s)re")};
    const std::string first = std::regex_replace(arguments, std::regex(R"(,\s*\{[^]*)"), "");
    if (one.groups.empty()) one.keys = matches(first, R"re("([a-z_]+(?:\.[a-z_-]+)*)")re");
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<Asked> asked_in_src() {
  std::vector<Asked> out;
  for (const auto& [file, code] : files_below("src")) {
    if (!file.ends_with(".cpp")) continue;
    for (Asked& one : asked_in(file, code)) out.push_back(std::move(one));
  }
  return out;
}

/// Literals that look like keys, "amount.cap", in the files of src/ that speak of words.
Names literal_keys() {
  Names groups;
  for (const std::string& key : shipped_keys()) groups.insert(key.substr(0, key.find('.')));
  Names out;
  for (const auto& [file, code] : files_below("src")) {
    if (!file.ends_with(".cpp") || code.find("words") == std::string::npos) continue;
    for (const std::string& key : matches(code, R"re("([a-z_]+(?:\.[a-z_-]+)+)")re")) {
      const bool is_file = std::regex_search(key, std::regex(R"(\.(html|md|csv|txt|json)$)"));
      if (groups.contains(key.substr(0, key.find('.'))) && !is_file) out.insert(key);
    }
    out.merge(matches(code, R"re(\b(?:text|word)\("([a-z_]+)"[,)])re"));
    out.merge(matches(code, R"re(\bkey_in\("([a-z_.]+)",)re"));
  }
  return out;
}

/// What the shipped templates print of `t`.
Names paths_in_templates() {
  const auto texts = files_below("templates");
  tmpl::Environment templates([&](std::string_view name) -> std::optional<tmpl::TemplateSource> {
    const auto found = texts.find("templates/" + std::string(name));
    if (found == texts.end()) return std::nullopt;
    return tmpl::TemplateSource{found->second, found->first};
  });
  view::add_field_filters(templates);
  Diagnostics problems;
  for (const auto& entry : texts) {
    if (entry.first.starts_with("templates/project/")) continue;
    if (entry.first.ends_with(".typ")) continue;  // Typst's own language
    CHECK_MESSAGE(templates.load(entry.first.substr(10), problems), entry.first);
  }
  const auto paths = templates.paths_of("t");
  return {paths.begin(), paths.end()};
}

bool is_group(const Names& keys, const std::string& name) {
  const auto next = keys.lower_bound(name + ".");
  return next != keys.end() && next->starts_with(name + ".");
}

/// Whether the key or one of the groups around it is among `used`.
bool is_used(const std::string& key, const Names& used) {
  for (std::size_t end = key.size(); end != std::string::npos; end = key.rfind('.', end - 1)) {
    if (used.contains(key.substr(0, end))) return true;
  }
  return false;
}

/// Checks that a group has one text for each word, and no others.
void check_words(const std::string& group, const Names& expected) {
  Names found;
  for (const std::string& key : shipped_keys()) {
    if (key.starts_with(group + ".")) found.insert(key.substr(group.size() + 1));
  }
  CHECK_MESSAGE(found == expected, group);
}

template <class E>
void check_list(const std::string& group, const Names& more = {}) {
  Names expected = more;
  for (const std::string_view word : model::schema::choice<E>().scalar()->choices) {
    expected.insert(std::string(word));
  }
  check_words(group, expected);
}

}  // namespace

TEST_CASE("every key that src/ and templates/ ask for is shipped, and every shipped one is used") {
  const Names keys = shipped_keys();
  Names used = literal_keys();
  CHECK(used.size() > 40);
  used.merge(paths_in_templates());
  for (const std::string& name : used) {
    CHECK_MESSAGE((keys.contains(name) || is_group(keys, name)), "no text “" << name << "”");
  }
  for (const std::string& key : keys) {
    CHECK_MESSAGE(is_used(key, used), "nothing prints “" << key << "”");
  }
}

TEST_CASE("src/ fills the slots that the texts have, and no others") {
  const auto asked = asked_in_src();
  std::size_t filled = 0;
  for (const Asked& one : asked) {
    for (const std::string& key : one.keys) {
      const auto& slots = chinese_words().phrase(key).slots();
      const bool same = one.slots == Names(slots.begin(), slots.end());
      CHECK_MESSAGE(same, one.file << " asks for “" << key << "” with other slots");
      filled += one.slots.size();
    }
    for (const std::string& group : one.groups) {
      for (const std::string& key : shipped_keys()) {
        if (!key.starts_with(group + ".")) continue;
        const auto& slots = chinese_words().phrase(key).slots();
        const bool same = one.slots == Names(slots.begin(), slots.end());
        CHECK_MESSAGE(same, one.file << " asks for “" << key << "” with other slots");
      }
    }
  }
  CHECK(filled > 30);
}

TEST_CASE("calls of words.text are read with their keys and slots, one inside another too") {
  const auto asked = asked_in("a.cpp", R"(words.text(up ? "a.up" : "a.down", {{"sum",
      words_.text(key_in("per", word(x)), {{"of", "b.c"}})}, {"n", "1"}}); page.words().text("d"))");
  REQUIRE(asked.size() == 3);
  CHECK(asked[0].keys == Names{"a.down", "a.up"});
  CHECK(asked[0].slots == Names{"n", "sum"});
  CHECK(asked[1].groups == Names{"per"});
  CHECK(asked[1].slots == Names{"of"});
  CHECK(asked[2].keys == Names{"d"});
}

TEST_CASE("each word of a closed list has its text") {
  const Names counted{"once", "total", "year", "project", "unclear"};
  check_words("counted", counted);
  check_words("per", counted);
  check_list<model::Basis>("basis");
  check_list<model::Effect>("effect");
  check_list<model::AppliesTo>("multiplied");
  check_list<model::OrganizationKind>("organization");
  check_list<model::Completeness>("completeness");
  check_list<model::RelationKind>("relation");
  check_list<model::UndertakingStatus>("progress", {"unknown"});
  check_list<Verdict>("verdict");
  check_list<model::Caution>("roster.caution");
  check_list<model::Caution>("match.caution");
  check_list<model::StackingRule>("match.stacking");
}

TEST_CASE("each step of an estimate has its sentence, with the values that it speaks of") {
  Names codes;
  for (auto kind = match::StepKind::fixed; kind <= match::StepKind::order_unstated;
       kind = static_cast<match::StepKind>(static_cast<int>(kind) + 1)) {
    codes.insert(std::string(match::code(kind)));
    const auto& slots = chinese_words().phrase(view::key_in("step", match::code(kind))).slots();
    Names names;
    for (const std::string_view name : match::value_names(kind)) names.insert(std::string(name));
    // A bound is one value in words: 每年100万元.
    names.erase("per");
    CHECK_MESSAGE(Names(slots.begin(), slots.end()) == names, match::code(kind));
  }
  for (const std::string& key : shipped_keys()) {
    if (key.starts_with("step.")) CHECK_MESSAGE(codes.contains(key.substr(5)), key);
  }
}

TEST_CASE("every shipped language has the same texts in the same order, with the same slots") {
  const view::CatalogueFile chinese = shipped_catalogue("zh-CN");
  std::size_t languages = 0;
  const RealFileSystem files;
  const auto entries = files.list(source_path("/templates/i18n"));
  REQUIRE(entries.ok());
  for (const DirectoryEntry& entry : entries.value()) {
    REQUIRE(entry.name.ends_with(".json"));
    const view::CatalogueFile other =
        shipped_catalogue(entry.name.substr(0, entry.name.size() - 5));
    REQUIRE_MESSAGE(other.texts().size() == chinese.texts().size(), entry.name);
    for (std::size_t i = 0; i < chinese.texts().size(); ++i) {
      const auto& one = chinese.texts()[i];
      const auto& same = other.texts()[i];
      CHECK_MESSAGE(same.key == one.key, entry.name);
      const auto& slots = one.phrase.slots();
      const auto& others = same.phrase.slots();
      CHECK_MESSAGE(Names(slots.begin(), slots.end()) == Names(others.begin(), others.end()),
                    entry.name << ": " << same.key);
    }
    ++languages;
  }
  CHECK(languages == 2);
}
