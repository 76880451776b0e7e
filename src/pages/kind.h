// SPDX-License-Identifier: Apache-2.0
#pragma once

// A kind of page declares its formats once; from that follow the paths of its pages, the templates
// that have to be loaded, and the links between its formats.

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
  /// Its file beside the page's main path; empty: the main path's name with the format's extension.
  std::string_view file = {};
};

class Collector;

struct PageKind {
  std::string_view name;  ///< the file of src/pages that it is in, and PageInfo::kind by default
  std::vector<Output> outputs;
  /// Adds the pages of this kind to the site.
  void (*add)(const PageKind& kind, Collector& pages);
  std::vector<std::string_view> also_loads = {};  ///< templates that views render inside a page
};

/// One page, to be made in each format of its kind.
struct PageSpec {
  PageInfo info;
  std::string path;         ///< the main path, as view/links.h gives it
  std::string markdown{};   ///< where the Markdown form is another page: its path
  bool with_build = false;  ///< home and dashboards say which day they speak of
  /// Adds the page's own variables. What they are made from is asked of page.reader().
  std::function<void(tmpl::Dict& context, const view::PageScope& page)> context;
};

/// The pages of a site as they are found. REQUIRES: scope outlives the pages.
class Collector {
 public:
  Collector(const view::Scope& scope, std::vector<Page>& pages) : scope_(scope), pages_(pages) {}

  const view::Scope& scope() const { return scope_; }
  const view::Reader& reader() const { return scope_.reader; }

  /// Adds a page of each format of the kind.
  void add(const PageKind& kind, PageSpec spec);

  /// The word for a list of records: "policies" in the reader's language.
  std::string title_of(std::string_view list) const;

  /// A page about one record, in the list named `list`; its variable is the record's view, named by
  /// the kind.
  template <class Record>
  PageSpec record_page(const PageKind& kind, std::string_view list, const Record& record,
                       const std::string& title) const {
    PageSpec spec = titled(kind.name, title);
    spec.info.crumbs = {home(), Crumb{title_of(list), std::string(list) + "/index.html"}};
    spec.info.audience = record.provenance.audience;
    if (record.provenance.reviewed) spec.info.reviewed_on = record.provenance.reviewed->on;
    spec.context = [name = std::string(kind.name), &record](tmpl::Dict& context,
                                                            const view::PageScope& page) {
      context.set(name, view::view_of(record, page));
    };
    return spec;
  }

  /// The page of a list: its name is the kind's.
  PageSpec list_page(const PageKind& kind) const;

  /// Adds the page of a list of records as the variable named by the kind; none where it is empty.
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
