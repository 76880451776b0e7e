// SPDX-License-Identifier: Apache-2.0
//
// One function a kind of page: what it is called, where it goes, which template makes it, what that
// sees. Bodies are made when the publisher asks for them.
#include "pages/site.h"

#include "pages/frame.h"
#include "pages/reads.h"
#include "view/collation.h"
#include "view/links.h"
#include "view/tables/records.h"
#include "view/wording.h"

#include <algorithm>
#include <map>
#include <type_traits>

namespace huice::pages {

using namespace view;
namespace {

using model::Library;
using tmpl::Dict;
using tmpl::Value;

class Pages {
 public:
  Pages(const Scope& scope, std::vector<Page>& pages) : scope_(scope), pages_(pages) {}

  void add_all() {
    const Library& library = scope_.library;
    for (const model::Policy& policy : library.policies()) add_policy(policy);
    for (const model::Organization& organization : library.organizations()) add_unit(organization);
    for (const model::Topic& topic : library.topics()) add_topic(topic);
    for (const model::Ladder& ladder : library.ladders()) add_ladder(ladder);
    for (const model::Proposal& proposal : library.proposals()) {
      if (proposal.reply) add_reply(proposal);
    }
    for (const model::Booklet& booklet : library.booklets()) add_booklet(booklet);
    for (const model::Dashboard& dashboard : library.dashboards()) add_dashboard(dashboard);
    add_lists();
    add_home();
  }

 private:
  std::string word(std::string_view key) const { return std::string(scope_.words.text(key)); }

  Crumb home() const { return {word("page_title.home"), "index.html"}; }
  Crumb list_crumb(const std::string& name) const {
    return {word(key_in("page_title", name)), name + "/index.html"};
  }

  std::string describe(const std::string& kind, std::string_view subject) const {
    return scope_.words.text(key_in("describe", kind), {{"name", subject}});
  }

  using Tell = std::function<std::vector<std::string>()>;

  // What a page reads, gathered by add(reads) when it is asked for.
  template <class Add>
  Tell telling(Add add) const {
    return [add, &scope = scope_] {
      Reads reads(scope);
      add(reads);
      return reads.list();
    };
  }

  // A record's page in folder `list`, with its variable.
  template <class Record>
  PageSpec record_spec(const std::string& kind, const std::string& list, const Record& record,
                       const std::string& title) const {
    PageSpec spec;
    spec.kind = kind;
    spec.title = title;
    spec.description = describe(kind, title);
    spec.crumbs = {home(), list_crumb(list)};
    spec.reads = telling([&record](Reads& reads) { reads.add_record(record); });
    spec.fill = [kind, &record](Dict& context, const PageScope& page) {
      context.set(kind, view_of(record, page));
    };
    return spec;
  }

  void flat(PageSpec spec, const std::string& list, const std::string& id) {
    spec.html = list + "/" + id + ".html";
    spec.markdown = list + "/" + id + ".md";
    spec.template_ = "site/" + spec.kind;
    add_pages(std::move(spec), scope_, pages_);
  }

  void add_policy(const model::Policy& policy) {
    PageSpec spec = record_spec("policy", "policies", policy, policy.title);
    spec.reads = telling([&policy, &scope = scope_](Reads& reads) {
      reads.add_policy(policy);
      // Its standing is told by the text that supersedes it; its topics count what others offer.
      const model::Policy* successor = scope.indexes.successor(policy.id);
      if (successor != nullptr) reads.add(successor->id);
      for (const std::string& topic : policy.topics) {
        for (const model::MeasureRef& one : scope.indexes.measures(topic)) {
          reads.add(one.in.policy->id);
        }
      }
    });
    flat(std::move(spec), "policies", policy.id);
  }

  void add_unit(const model::Organization& organization) {
    PageSpec spec = record_spec("unit", "units", organization, organization.name);
    spec.reads = telling([&organization](Reads& reads) {
      reads.add_record(organization);
      reads.add_duties(organization);
    });
    spec.fill = [&organization](Dict& context, const PageScope& page) {
      fill_unit(organization, context, page);
    };
    flat(std::move(spec), "units", organization.id);
  }

  static void fill_unit(const model::Organization& organization, Dict& context,
                        const PageScope& page) {
    std::vector<DutyGroup> groups;
    std::size_t measures = 0;
    for (const derive::Duty& duty : page.scope.indexes.duties(organization.id)) {
      if (groups.empty() || groups.back().policy != duty.in.policy) {
        groups.push_back({duty.in.policy, {}});
      }
      groups.back().duties.push_back(duty);
      measures += duty.in.article->measures.size();
    }
    context.set("org", view_of(organization, page));
    context.set("groups", owned_views(groups, page));
    context.set("measure_count", Value(measures));
  }

  void add_topic(const model::Topic& topic) {
    PageSpec spec = record_spec("topic", "topics", topic, topic.name);
    spec.reads = telling([&topic, &scope = scope_](Reads& reads) {
      reads.add_record(topic);
      reads.add_measures(scope.indexes.measures(topic.id));
    });
    flat(std::move(spec), "topics", topic.id);
  }

  void add_ladder(const model::Ladder& ladder) {
    PageSpec spec = record_spec("ladder", "ladders", ladder, ladder.title);
    spec.reads = telling([&ladder, &scope = scope_](Reads& reads) {
      reads.add_record(ladder);
      for (const model::LadderStep& step : ladder.steps) {
        for (const std::string& id : step.measures) {
          reads.add_measure(scope.library.measure(id));
        }
      }
    });
    flat(std::move(spec), "ladders", ladder.id);
  }

  void add_reply(const model::Proposal& proposal) {
    const model::Reply& reply = *proposal.reply;
    PageSpec spec = record_spec("reply", "replies", proposal, reply.title);
    spec.fill = [&proposal](Dict& context, const PageScope& page) {
      context.set("proposal", view_of(proposal, page));
    };
    spec.html = href(proposal);
    spec.markdown = "replies/" + proposal.id + "/reply.md";
    spec.template_ = "letter/page";
    spec.markdown_template = "letter/reply.md";
    add_pages(std::move(spec), scope_, pages_);
  }

  Tell booklet_reads(const model::Booklet& booklet) const {
    return telling([&booklet, &scope = scope_](Reads& reads) {
      reads.add_record(booklet);
      reads.add_prose(booklet.preface);
      for (const model::Chapter& chapter : booklet.chapters) {
        reads.add_prose(chapter.intro);
        reads.add_measures(measures_of(chapter, scope));
      }
    });
  }

  void add_booklet(const model::Booklet& booklet) {
    const std::string title = scope_.words.text("name.policy", {{"title", booklet.title}});
    const std::string folder = "booklets/" + booklet.id + "/";
    PageSpec cover = record_spec("booklet", "booklets", booklet, title);
    cover.reads = booklet_reads(booklet);
    cover.markdown = folder + "booklet.md";
    PageSpec whole = cover;
    cover.html = href(booklet);
    cover.template_ = "booklet/index";
    cover.markdown_template = "booklet/booklet.md";
    add_pages(std::move(cover), scope_, pages_);
    for (const model::Chapter& chapter : booklet.chapters) add_chapter(booklet, chapter, whole);
    whole.html = folder + "all.html";
    whole.title = scope_.words.text("name.whole", {{"title", title}});
    whole.template_ = "booklet/all";
    whole.crumbs.push_back({title, href(booklet)});
    add_html(std::move(whole));
  }

  void add_chapter(const model::Booklet& booklet, const model::Chapter& chapter, PageSpec spec) {
    spec.title =
        scope_.words.text("name.chapter_of", {{"chapter", chapter.title}, {"booklet", spec.title}});
    spec.html = href(booklet, chapter);
    spec.template_ = "booklet/chapter";
    spec.reads = telling([&booklet, &chapter, &scope = scope_](Reads& reads) {
      reads.add(booklet.id);
      reads.add_prose(chapter.intro);
      reads.add_measures(measures_of(chapter, scope));
    });
    spec.crumbs.push_back(
        {scope_.words.text("name.policy", {{"title", booklet.title}}), href(booklet)});
    spec.fill = [&booklet, &chapter](Dict& context, const PageScope& page) {
      const auto neighbour = [&](const model::Chapter* other) {
        return other == nullptr ? Value(nullptr) : owned_view(ChapterRef{&booklet, other}, page);
      };
      const bool first = &chapter == &booklet.chapters.front();
      const bool last = &chapter == &booklet.chapters.back();
      context.set("booklet", view_of(booklet, page));
      context.set("chapter", owned_view(ChapterRef{&booklet, &chapter}, page));
      context.set("previous", neighbour(first ? nullptr : &chapter - 1));
      context.set("next", neighbour(last ? nullptr : &chapter + 1));
    };
    add_html(std::move(spec));
  }

  // A page whose Markdown form is another page's: it links to it but does not make it.
  void add_html(PageSpec spec) {
    spec.makes_markdown = false;
    add_pages(std::move(spec), scope_, pages_);
  }

  void add_dashboard(const model::Dashboard& dashboard) {
    const std::string folder = "dashboards/" + dashboard.id + "/";
    PageSpec spec = record_spec("dashboard", "dashboards", dashboard, dashboard.title);
    spec.html = href(dashboard);
    spec.markdown = folder + "dashboard.md";
    spec.template_ = "dashboard/index";
    spec.markdown_template = "dashboard/dashboard.md";
    spec.with_build = true;
    spec.reads = telling([&dashboard](Reads& reads) { reads.add_dashboard(dashboard); });
    const auto reads = spec.reads;
    const auto fill = spec.fill;
    add_pages(std::move(spec), scope_, pages_);
    add_file(folder + "data.csv", "dashboard/data.csv", reads, fill, scope_, pages_);
  }

  PageSpec list_spec(const std::string& name) const {
    PageSpec spec;
    spec.kind = name;
    spec.title = word(key_in("page_title", name));
    spec.description = describe("list", spec.title);
    spec.html = name + "/index.html";
    spec.markdown = name + "/index.md";
    spec.template_ = "site/" + name;
    spec.crumbs = {home()};
    return spec;
  }

  // Topics show what they offer, dashboards and ladders their regions, other lists only what they
  // list.
  static void add_reads(Reads& reads, const model::RecordList<model::Topic>& topics,
                        const derive::Indexes& indexes) {
    reads.add_list(topics);
    for (const model::Topic& topic : topics) reads.add_measures(indexes.measures(topic.id));
  }
  template <class Record>
  static void add_reads(Reads& reads, const model::RecordList<Record>& records,
                        const derive::Indexes& /*indexes*/) {
    reads.add_list(records);
    if constexpr (std::is_same_v<Record, model::Dashboard> ||
                  std::is_same_v<Record, model::Ladder>) {
      for (const Record& record : records) reads.add(record.region);
    }
  }

  template <class Record>
  void add_list(const std::string& name, const model::RecordList<Record>& records) {
    if (records.empty()) return;
    PageSpec spec = list_spec(name);
    spec.reads = telling([&records, &indexes = scope_.indexes](Reads& reads) {
      add_reads(reads, records, indexes);
    });
    spec.fill = [name, &records](Dict& context, const PageScope& page) {
      context.set(name, views(records, page));
    };
    add_pages(std::move(spec), scope_, pages_);
  }

  void add_lists() {
    const Library& library = scope_.library;
    PageSpec policies = list_spec("policies");
    policies.reads = telling([&library](Reads& reads) { reads.add_list(library.policies()); });
    policies.fill = &fill_policies;
    add_pages(std::move(policies), scope_, pages_);
    PageSpec units = list_spec("units");
    units.reads = telling([&library, &indexes = scope_.indexes](Reads& reads) {
      reads.add_list(library.organizations());
      reads.add_list(library.regions());
      for (const model::Organization& one : library.organizations()) {
        for (const derive::Duty& duty : indexes.duties(one.id)) reads.add(duty.in.policy->id);
      }
    });
    units.fill = &fill_units;
    if (!library.organizations().empty()) add_pages(std::move(units), scope_, pages_);
    add_list("topics", library.topics());
    add_list("ladders", library.ladders());
    add_list("booklets", library.booklets());
    add_list("dashboards", library.dashboards());
    PageSpec replies = list_spec("replies");
    replies.reads = telling([&library](Reads& reads) { reads.add_list(library.proposals()); });
    replies.fill = &fill_proposals;
    if (!answered(library).empty()) add_pages(std::move(replies), scope_, pages_);
  }

  static std::vector<const model::Proposal*> answered(const Library& library) {
    std::vector<const model::Proposal*> found;
    for (const model::Proposal& proposal : library.proposals()) {
      if (proposal.reply) found.push_back(&proposal);
    }
    return found;
  }

  static void fill_proposals(Dict& context, const PageScope& page) {
    std::vector<Value> items;
    for (const model::Proposal* proposal : answered(page.library())) {
      items.push_back(view_of(*proposal, page));
    }
    context.set("proposals", Value(tmpl::ListValue(std::move(items))));
  }

  // Newest first; documents that are only named elsewhere stand apart.
  static void fill_policies(Dict& context, const PageScope& page) {
    std::vector<const model::Policy*> sorted;
    for (const model::Policy& policy : page.library().policies()) sorted.push_back(&policy);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) {
      return b->dates.signed_on < a->dates.signed_on;
    });
    std::vector<Value> documents;
    std::vector<Value> references;
    for (const model::Policy* policy : sorted) {
      const bool named = policy->completeness == model::Completeness::reference;
      (named ? references : documents).push_back(view_of(*policy, page));
    }
    context.set("policies", Value(tmpl::ListValue(std::move(documents))));
    context.set("references", Value(tmpl::ListValue(std::move(references))));
  }

  static Value unit_value(const model::Organization& organization, const PageScope& page) {
    const auto& duties = page.scope.indexes.duties(organization.id);
    const auto leads = std::count_if(duties.begin(), duties.end(),
                                     [](const derive::Duty& duty) { return duty.lead; });
    return Value(Dict()
                     .set("org", view_of(organization, page))
                     .set("article_count", Value(duties.size()))
                     .set("lead_count", Value(leads)));
  }

  static void fill_units(Dict& context, const PageScope& page) {
    std::vector<const model::Organization*> sorted;
    for (const auto& organization : page.library().organizations()) sorted.push_back(&organization);
    sort_by_pinyin(sorted, [](const model::Organization* one) { return one->name; });
    std::map<std::string_view, std::vector<Value>> by_region;
    for (const model::Organization* one : sorted) {
      by_region[one->region].push_back(unit_value(*one, page));
    }
    tmpl::ListValue groups;
    for (auto& [region, units] : by_region) {
      groups.push(Value(Dict()
                            .set("region", region_value(std::string(region), page))
                            .set("orgs", Value(tmpl::ListValue(std::move(units))))));
    }
    context.set("groups", Value(std::move(groups)));
  }

  static Value counts_value(const derive::Counts& counts) {
    return Value(Dict()
                     .set("policies", Value(counts.policies))
                     .set("articles", Value(counts.articles))
                     .set("measures", Value(counts.measures))
                     .set("units", Value(counts.units))
                     .set("observations", Value(counts.observations))
                     .set("targets", Value(counts.targets))
                     .set("undertakings", Value(counts.undertakings)));
  }

  void add_home() {
    PageSpec spec;
    spec.kind = "home";
    spec.title = scope_.library.site().name;
    spec.description =
        scope_.library.site().subtitle.empty() ? spec.title : scope_.library.site().subtitle;
    spec.html = "index.html";
    spec.markdown = "index.md";
    spec.template_ = "site/home";
    spec.with_build = true;
    spec.reads = telling([&library = scope_.library, &indexes = scope_.indexes](Reads& reads) {
      reads.add_list(library.policies());
      reads.add_list(library.organizations());
      reads.add_list(library.topics());
      reads.add_list(library.proposals());
      reads.add_list(library.booklets());
      add_reads(reads, library.ladders(), indexes);
      add_reads(reads, library.dashboards(), indexes);
      reads.add_prose(library.site().about);
      for (const model::Observation& one : library.observations()) reads.add(one.fact_id());
    });
    spec.fill = [](Dict& context, const PageScope& page) {
      const Library& library = page.library();
      fill_policies(context, page);
      fill_proposals(context, page);
      context.set("topics", views(library.topics(), page));
      context.set("ladders", views(library.ladders(), page));
      context.set("booklets", views(library.booklets(), page));
      context.set("dashboards", views(library.dashboards(), page));
      context.set("counts", counts_value(page.scope.indexes.counts()));
    };
    add_pages(std::move(spec), scope_, pages_);
  }

  const Scope& scope_;
  std::vector<Page>& pages_;
};

}  // namespace

std::vector<Page> make_pages(const Scope& scope, const Theme& theme, const FileSystem& files) {
  std::vector<Page> pages;
  Pages(scope, pages).add_all();
  for (const Asset& asset : theme.assets) {
    const auto copy = [&files, file = asset.file](std::string& out, Diagnostics& problems) {
      auto bytes = files.read(file);
      if (!bytes) {
        problems.add(bytes.error());
        return false;
      }
      out += bytes.value();
      return true;
    };
    pages.push_back(Page{asset.path, [] { return std::vector<std::string>{}; }, copy});
  }
  return pages;
}

std::vector<std::string> page_templates() {
  std::vector<std::string> names;
  for (const char* both : {"home", "policies", "policy", "units", "unit", "topics", "topic",
                           "ladders", "ladder", "replies", "booklets", "dashboards"}) {
    names.push_back("site/" + std::string(both) + ".html");
    names.push_back("site/" + std::string(both) + ".md");
  }
  for (const char* one :
       {"letter/page.html", "letter/reply.md", "letter/body.md", "booklet/index.html",
        "booklet/chapter.html", "booklet/all.html", "booklet/booklet.md", "dashboard/index.html",
        "dashboard/dashboard.md", "dashboard/data.csv"}) {
    names.emplace_back(one);
  }
  return names;
}

}  // namespace huice::pages
