// SPDX-License-Identifier: Apache-2.0
#pragma once

// A kind of page lists its formats once. The paths of its pages, the templates to load and the
// links between its formats all come from that list.

#include "pages/page.h"
#include "view/scope.h"
#include "view/tables/records.h"
#include "view/view.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::pages {

/// One format of a kind of page.
struct Output {
  std::string_view template_;  ///< "site/policy.html"; its extension is the format's
  /// The file's name, in the folder of the page's main path; empty: that path with the format's
  /// extension.
  std::string_view file = {};
};

class Collector;

/// A page of so many cards has about 150 KB of HTML, and no list is one page however long it gets.
inline constexpr std::size_t kMeasuresOnPage = 100;

struct PageKind {
  std::string_view name;  ///< PageInfo::kind, unless a page sets another
  std::vector<Output> outputs;
  /// Adds the pages of this kind to the site.
  void (*add)(const PageKind& kind, Collector& pages);
  std::vector<std::string_view> also_loads = {};  ///< templates that views render within a page
};

/// One page, which is made in each format of its kind.
struct PageSpec {
  PageInfo info;
  std::string path;         ///< the main path, as view/links.h gives it
  std::string markdown{};   ///< where the Markdown form is another page: its path
  std::string document{};   ///< PageScope::document
  bool with_build = false;  ///< sets the variable `build`: the day and version of the build
  /// Sets the page's own variables. Reads records through page.reader() alone, so that questions
  /// are noted.
  std::function<void(tmpl::Dict& context, const view::PageScope& page)> context;
};

/// Collects the pages of a site. REQUIRES: scope outlives the pages.
class Collector {
 public:
  Collector(const view::Scope& scope, std::vector<Page>& pages) : scope_(scope), pages_(pages) {}

  const view::Scope& scope() const { return scope_; }
  const view::Reader& reader() const { return scope_.reader; }

  /// Adds one page for each format of the kind.
  void add(const PageKind& kind, PageSpec spec);

  /// The title of a list of records or of the home page: "policies" gives 政策文件 in Chinese.
  std::string title_of(std::string_view list) const;

  const view::Words& words() const { return scope_.words; }

  /// What gives the place of a record, of its id if that is written there.
  std::function<Location()> where(std::string_view id, const model::Place& place) const {
    return [scope = &scope_, id = std::string(id), place] {
      return scope->locator.at(scope->locator.find(place, id), id);
    };
  }

  /// A page about one record of the list `list`. Its variable, named like the kind, is the record's
  /// view.
  template <class Record>
  PageSpec record_page(const PageKind& kind, std::string_view list, const Record& record,
                       const std::string& title) const {
    PageSpec spec = titled(kind.name, title);
    spec.info.crumbs = {home(), Crumb{title_of(list), std::string(list) + "/index.html"}};
    spec.info.audience = record.provenance.audience;
    spec.info.where = where(record.id, record.provenance.place);
    if (record.provenance.reviewed) spec.info.reviewed_on = record.provenance.reviewed->on;
    spec.context = [name = std::string(kind.name), &record](tmpl::Dict& context,
                                                            const view::PageScope& page) {
      context.set(name, view::view_of(record, page));
    };
    return spec;
  }

  /// The page of the list that is named like the kind.
  PageSpec list_page(const PageKind& kind) const;

  /// A page about something that is no record of its own, in the list `list`.
  PageSpec part_page(const PageKind& kind, std::string_view list, const std::string& title) const;

  /// Adds `first` as pages of at most kMeasuresOnPage measures, which are shown in the order of
  /// own_first(): the first at its path, the others at numbers below it (topics/rd/2.html). Each
  /// has the variables `groups`, its measures by region, `measure_count`, of all pages, and
  /// `turns`, its place among them.
  void add_measure_pages(const PageKind& kind, PageSpec first,
                         const std::vector<model::MeasureRef>& measures);

  /// Adds the page of a list of records, unless it is empty. Its variable is named like the kind.
  template <class Records>
  void add_list(const PageKind& kind, const Records& records) {
    if (records.empty()) return;
    PageSpec spec = list_page(kind);
    spec.context = [name = std::string(kind.name), &records](tmpl::Dict& context,
                                                             const view::PageScope& page) {
      context.set(name, view::views(records, page));
    };
    add(kind, std::move(spec));
  }

 private:
  Crumb home() const;
  PageSpec titled(std::string_view kind, const std::string& title) const;

  const view::Scope& scope_;
  std::vector<Page>& pages_;
};

}  // namespace huice::pages
