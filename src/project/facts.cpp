// SPDX-License-Identifier: Apache-2.0
//
// What the fact says is read from the whole library, the pages that show it from what the audience
// sees of it.
#include "pages/facts.h"

#include "base/choices.h"
#include "base/json/write.h"
#include "base/messages/cli.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "model/schema/choice.h"
#include "project/asked.h"
#include "project/project.h"
#include "project/verbs.h"

#include <algorithm>
#include <sstream>

namespace huice::project {
namespace {

using Json = json::Value;
using pages::Fact;
using pages::HistoryKind;
using pages::Past;

/// What reads the fact, by what it is to the office.
struct Readers {
  std::vector<std::string> letters;
  std::vector<std::string> booklets;
  std::vector<std::string> dashboards;
  std::vector<std::string> pages;
};

Readers by_kind(const std::vector<const pages::Page*>& pages) {
  Readers readers;
  for (const pages::Page* page : pages) {
    const std::string& kind = page->info->kind;
    auto& list = kind == "reply"       ? readers.letters
                 : kind == "booklet"   ? readers.booklets
                 : kind == "dashboard" ? readers.dashboards
                                       : readers.pages;
    list.push_back(page->path);
  }
  return readers;
}

std::string place_of(const Fact& fact, const model::Library& library) {
  return library.files().at(fact.place.file) + ":" + std::to_string(fact.place.line);
}

constexpr auto kHistories = choices<HistoryKind>({{"none", HistoryKind::none},
                                                  {"figures", HistoryKind::figures},
                                                  {"wordings", HistoryKind::wordings},
                                                  {"policies", HistoryKind::policies},
                                                  {"names", HistoryKind::names}});
static_assert(covers(kHistories, HistoryKind::names));

Argument heading_of(HistoryKind kind) {
  switch (kind) {
    case HistoryKind::figures:
      return msg::history_figures{};
    case HistoryKind::wordings:
      return msg::history_measures{};
    case HistoryKind::policies:
      return msg::history_policies{};
    case HistoryKind::names:
      return msg::history_names{};
    case HistoryKind::none:
      break;
  }
  return std::string();
}

// Columns as wide as their widest text on a terminal, two blanks between them.
void write_table(std::vector<std::vector<std::string>> rows, std::ostream& out) {
  std::vector<std::size_t> widths;
  for (auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      row[i] = utf8::printable(row[i]);
      widths[i] = std::max(widths[i], utf8::display_width(row[i]));
    }
  }
  for (const auto& row : rows) {
    std::string line;
    std::size_t owed = 2;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!row[i].empty()) line += std::string(owed, ' ') + row[i], owed = 0;
      owed += widths[i] - utf8::display_width(row[i]) + 2;
    }
    out << line << "\n";
  }
}

Argument reliability_words(model::Reliability reliability) {
  switch (reliability) {
    case model::Reliability::official:
      return msg::reliability_official{};
    case model::Reliability::press:
      return msg::reliability_press{};
    case model::Reliability::provisional:
      break;
  }
  return msg::reliability_provisional{};
}

std::string source_of(const Fact& fact, const Setting& setting) {
  if (fact.source == nullptr) return say(msg::no_source{}, setting);
  Argument source = fact.document;
  if (!fact.source->place.empty()) {
    source = msg::source_place{.document = fact.document, .place = fact.source->place};
  }
  return say(msg::source_reliability{.source = source,
                                     .reliability = reliability_words(fact.source->reliability)},
             setting);
}

void write_fact(const Fact& fact, const model::Library& library, const Setting& setting,
                std::ostream& out) {
  std::vector<std::vector<std::string>> rows{{say(fact.kind, setting), fact.title}};
  const auto add = [&](const Argument& name, const std::string& text) {
    if (!text.empty()) rows.push_back({say(name, setting), text});
  };
  add(msg::row_in{}, fact.inside);
  add(msg::row_value{}, fact.value);
  add(msg::row_standing{}, fact.standing);
  add(msg::row_source{}, source_of(fact, setting));
  if (fact.source != nullptr) add(std::string(), fact.source->url);
  add(msg::row_place{}, place_of(fact, library));
  write_table(rows, out);
  if (fact.history.empty()) return;
  out << "\n" << say(heading_of(fact.history_kind), setting) << "\n";
  std::vector<std::vector<std::string>> history;
  for (const Past& past : fact.history) {
    const std::string reliability =
        past.reliability ? say(reliability_words(*past.reliability), setting) : "";
    history.push_back({past.label, past.value, reliability, past.id});
  }
  write_table(history, out);
}

void write_readers(const Readers& readers, const std::string& audience, const Setting& setting,
                   std::ostream& out) {
  std::vector<std::vector<std::string>> rows;
  const auto add = [&](const Argument& name, const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
      rows.push_back({&path == &paths.front() ? say(name, setting) : "", path});
    }
  };
  add(msg::row_letters{}, readers.letters);
  add(msg::row_booklets{}, readers.booklets);
  add(msg::row_dashboards{}, readers.dashboards);
  add(msg::row_pages{}, readers.pages);
  const Argument whose =
      audience == "internal" ? Argument(msg::internal_word{}) : msg::public_word{};
  if (rows.empty()) {
    out << "\n" << say(msg::no_readers{.audience = whose}, setting) << "\n";
    return;
  }
  out << "\n" << say(msg::readers{.audience = whose}, setting) << "\n";
  write_table(rows, out);
}

Json json_of(const Fact& fact, const model::Library& library) {
  Json history = Json::list();
  for (const Past& past : fact.history) {
    history.push({{"id", past.id},
                  {"label", past.label},
                  {"value", past.value},
                  {"reliability", past.reliability ? model::schema::word(*past.reliability) : ""}});
  }
  Json source;
  if (fact.source != nullptr) {
    source = Json{{"document", fact.document},
                  {"place", fact.source->place},
                  {"url", fact.source->url},
                  {"reliability", model::schema::word(fact.source->reliability)}};
  }
  return Json{{"kind", fact.kind.en},
              {"title", fact.title},
              {"in", fact.inside},
              {"value", fact.value},
              {"standing", fact.standing},
              {"source", source},
              {"file", library.files().at(fact.place.file)},
              {"line", fact.place.line},
              {"history_of", word_of(kHistories, fact.history_kind)},
              {"history", history}};
}

void write_json(const FactsOptions& options, const std::vector<Fact>& facts,
                const model::Library& library, const Readers& readers, std::ostream& out) {
  Json found = Json::list();
  for (const Fact& fact : facts) found.push(json_of(fact, library));
  const Json read_by{{"letters", Json::list(readers.letters)},
                     {"booklets", Json::list(readers.booklets)},
                     {"dashboards", Json::list(readers.dashboards)},
                     {"pages", Json::list(readers.pages)}};
  out << json::indented(
      {{"id", options.id}, {"facts", found}, {"audience", options.audience}, {"read_by", read_by}});
}

Answer unknown_id(const std::string& id, const model::Library& library, const Setting& setting) {
  const std::vector<std::string> ids = pages::fact_ids(view::Reader(library));
  const std::string near = nearest(id, std::vector<std::string_view>(ids.begin(), ids.end()));
  const Argument refusal =
      near.empty() ? Argument(msg::no_fact{.id = id}) : msg::no_fact_near{.id = id, .near = near};
  return Answer::refused(say(refusal, setting));
}

}  // namespace

Answer facts(const FactsOptions& options, const Setting& setting) {
  const auto as_of = day_of(options.as_of, setting);
  if (!as_of) return no_day(options.as_of, setting);
  Project project(setting, options.project);
  Answer answer;
  answer.problems->add_all(project.problems());
  answer.outcome = Outcome::problems;
  if (!project.is_sound()) return answer;
  const auto site = project.site(audience_of(options.audience), *as_of, *answer.problems);
  if (!site) {
    answer.outcome = without_look(setting);
    return answer;
  }
  const model::Library& library = *project.library();
  const derive::Indexes indexes(library);  // of what the audience may not see, too
  const auto facts =
      pages::find_facts(options.id, view::Reader(library, indexes), site->scope().words, *as_of);
  if (facts.empty()) return unknown_id(options.id, library, setting);
  const std::string& article = facts.front().read_as;
  const Readers readers = by_kind(
      pages::readers_of(article.empty() ? options.id : article, site->pages(), *answer.problems));
  if (answer.problems->has_errors()) return answer;
  answer = {};
  std::ostringstream out;
  if (options.format == "json") {
    write_json(options, facts, library, readers, out);
  } else {
    for (const Fact& fact : facts) {
      if (&fact != &facts.front()) out << "\n";
      write_fact(fact, library, setting, out);
    }
    write_readers(readers, options.audience, setting, out);
  }
  answer.out = out.str();
  return answer;
}

}  // namespace huice::project
