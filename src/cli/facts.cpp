// SPDX-License-Identifier: Apache-2.0
//
// `huice facts`: what the fact says is read from the whole library; for the pages that depend on
// it, all that the audience sees is rendered, and what the pages asked is looked at.
#include "pages/facts.h"

#include "base/choices.h"
#include "base/json/write.h"
#include "base/messages/cli.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/project.h"
#include "cli/share.h"
#include "cli/version.h"
#include "model/schema/audience_view.h"
#include "model/schema/choice.h"
#include "pages/site.h"

#include <algorithm>
#include <ostream>

namespace huice::cli {
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

std::string stands_at(const Fact& fact, const model::Library& library) {
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

std::string source_of(const Fact& fact, const World& world) {
  if (fact.source == nullptr) return say(msg::no_source{}, world);
  Argument source = fact.document;
  if (!fact.source->place.empty()) {
    source = msg::source_place{.document = fact.document, .place = fact.source->place};
  }
  const std::string_view reliability = model::schema::word(fact.source->reliability);
  return say(msg::source_reliability{.source = source, .reliability = reliability}, world);
}

void write_fact(const Fact& fact, const model::Library& library, const World& world) {
  std::vector<std::vector<std::string>> rows{{fact.kind, fact.title}};
  const auto add = [&](const Argument& name, const std::string& text) {
    if (!text.empty()) rows.push_back({say(name, world), text});
  };
  add(msg::row_in{}, fact.inside);
  add(msg::row_value{}, fact.value);
  add(msg::row_source{}, source_of(fact, world));
  if (fact.source != nullptr) add(std::string(), fact.source->url);
  add(msg::row_place{}, stands_at(fact, library));
  write_table(rows, world.out);
  if (fact.history.empty()) return;
  world.out << "\n" << say(heading_of(fact.history_kind), world) << "\n";
  std::vector<std::vector<std::string>> history;
  for (const Past& past : fact.history) {
    history.push_back({past.label, past.value, past.reliability, past.id});
  }
  write_table(history, world.out);
}

void write_readers(const Readers& readers, const std::string& audience, const World& world) {
  std::vector<std::vector<std::string>> rows;
  const auto add = [&](const Argument& name, const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
      rows.push_back({&path == &paths.front() ? say(name, world) : "", path});
    }
  };
  add(msg::row_letters{}, readers.letters);
  add(msg::row_booklets{}, readers.booklets);
  add(msg::row_dashboards{}, readers.dashboards);
  add(msg::row_pages{}, readers.pages);
  const Argument whose =
      audience == "internal" ? Argument(msg::internal_word{}) : msg::public_word{};
  std::ostream& out = world.out;
  if (rows.empty()) {
    out << "\n" << say(msg::no_readers{.audience = whose}, world) << "\n";
    return;
  }
  out << "\n" << say(msg::readers{.audience = whose}, world) << "\n";
  write_table(rows, out);
}

Json json_of(const Fact& fact, const model::Library& library) {
  Json history = Json::list();
  for (const Past& past : fact.history) {
    history.push({{"id", past.id},
                  {"label", past.label},
                  {"value", past.value},
                  {"reliability", past.reliability}});
  }
  Json source;
  if (fact.source != nullptr) {
    source = Json{{"document", fact.document},
                  {"place", fact.source->place},
                  {"url", fact.source->url},
                  {"reliability", model::schema::word(fact.source->reliability)}};
  }
  return Json{{"kind", fact.kind},       {"title", fact.title},
              {"in", fact.inside},       {"value", fact.value},
              {"source", source},        {"file", library.files().at(fact.place.file)},
              {"line", fact.place.line}, {"history_of", word_of(kHistories, fact.history_kind)},
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

Exit unknown_id(const std::string& id, const model::Library& library, World& world) {
  const std::vector<std::string> ids = pages::fact_ids(view::Reader(library));
  const std::string near = nearest(id, std::vector<std::string_view>(ids.begin(), ids.end()));
  const Argument refusal =
      near.empty() ? Argument(msg::no_fact{.id = id}) : msg::no_fact_near{.id = id, .near = near};
  world.err << say(refusal, world) << "\n";
  return Exit::usage;
}

class Asked {
 public:
  Asked(const FactsOptions& options, const model::Date& as_of, World& world)
      : options_(options), as_of_(as_of), world_(world) {}

  Exit answer() {
    const auto library = load_checked({.folder = options_.project}, world_, problems_);
    if (!library) return failed(Exit::problems);
    const std::string share = share_directory(world_.files);
    const auto theme = view::load_theme(world_.files,
                                        {.project = options_.project,
                                         .share = share,
                                         .language = library->site().language,
                                         .templates = pages::page_templates()},
                                        problems_);
    if (!theme) {
      const bool installed = world_.files.info(join_path(share, "templates")).has_value();
      return failed(installed ? Exit::problems : Exit::environment);
    }
    const auto facts = pages::find_facts(options_.id, view::Reader(*library), *theme->words);
    if (facts.empty()) return unknown_id(options_.id, *library, world_);
    const Readers readers = read_by(*library, *theme);
    if (problems_.has_errors()) return failed(Exit::problems);
    if (options_.format == "json") {
      write_json(options_, facts, *library, readers, world_.out);
      return Exit::done;
    }
    for (const Fact& fact : facts) {
      if (&fact != &facts.front()) world_.out << "\n";
      write_fact(fact, *library, world_);
    }
    write_readers(readers, options_.audience, world_);
    return Exit::done;
  }

 private:
  Exit failed(Exit exit) {
    show(problems_, world_);
    return exit;
  }

  Readers read_by(const model::Library& whole, const view::Theme& theme) {
    const bool internal = options_.audience == "internal";
    const model::Library library =
        model::public_view(whole, internal ? model::Audience::internal : model::Audience::public_);
    const derive::Indexes indexes(library);
    model::Locator locator(world_.files, options_.project, library.files());
    const view::Scope scope{
        view::Reader(library, indexes), *theme.words, *theme.templates, locator, as_of_, kVersion};
    const auto pages = pages::make_pages(scope, theme, world_.files);
    return by_kind(pages::readers_of(options_.id, pages, problems_));
  }

  const FactsOptions& options_;
  const model::Date& as_of_;
  World& world_;
  Diagnostics problems_;
};

}  // namespace

Exit facts(const FactsOptions& options, World& world) {
  const auto as_of = day_of(options.as_of, world);
  if (!as_of) return Exit::usage;
  return Asked(options, *as_of, world).answer();
}

}  // namespace huice::cli
