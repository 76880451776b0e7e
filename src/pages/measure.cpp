// SPDX-License-Identifier: Apache-2.0
#include "pages/kinds.h"
#include "view/links.h"

#include <algorithm>

namespace huice::pages {

using namespace view;
namespace {

// The page is for as many as may see the measure and all that it is in.
model::Audience audience_of(const model::MeasureRef& one) {
  return std::max(
      {one.measure->audience, one.in.article->audience, one.in.policy->provenance.audience});
}

void add_measure_page(const PageKind& kind, const model::MeasureRef& one, Collector& pages) {
  PageSpec spec = pages.part_page(kind, "measures", one.measure->title);
  spec.path = href(one);
  spec.info.audience = audience_of(one);
  spec.info.where = pages.where(one.measure->id, one.measure->place);
  if (one.in.policy->provenance.reviewed)
    spec.info.reviewed_on = one.in.policy->provenance.reviewed->on;
  spec.context = [one](tmpl::Dict& context, const PageScope& page) {
    context.set("measure", owned_view(one, page));
  };
  pages.add(kind, std::move(spec));
}

void add_measures(const PageKind& kind, Collector& pages) {
  for (const model::MeasureRef& one : pages.reader().measures()) add_measure_page(kind, one, pages);
}

void add_measure_list(const PageKind& kind, Collector& pages) {
  const std::vector<model::MeasureRef> all = pages.reader().measures();
  if (!all.empty()) pages.add_measure_pages(kind, pages.list_page(kind), all);
}

void add_region_pages(const PageKind& kind, Collector& pages) {
  for (const model::Region* region : pages.reader().regions_with_measures()) {
    PageSpec spec = pages.record_page(kind, "measures", *region, region->name);
    spec.path = href(*region);
    pages.add_measure_pages(kind, std::move(spec), pages.reader().measures(*region));
  }
}

void add_beneficiary_pages(const PageKind& kind, Collector& pages) {
  for (const model::Beneficiary& one : pages.reader().beneficiaries()) {
    PageSpec spec = pages.record_page(kind, "beneficiaries", one, one.name);
    spec.path = href(one);
    pages.add_measure_pages(kind, std::move(spec), pages.reader().measures(one));
  }
}

void add_beneficiary_list(const PageKind& kind, Collector& pages) {
  pages.add_list(kind, pages.reader().beneficiaries());
}

}  // namespace

const PageKind kMeasure{"measure", {{"site/measure.html"}, {"site/measure.md"}}, &add_measures};
const PageKind kMeasures{
    "measures", {{"site/measures.html"}, {"site/measures.md"}}, &add_measure_list};
const PageKind kRegion{"region", {{"site/region.html"}, {"site/region.md"}}, &add_region_pages};
const PageKind kBeneficiary{
    "beneficiary", {{"site/beneficiary.html"}, {"site/beneficiary.md"}}, &add_beneficiary_pages};
const PageKind kBeneficiaries{"beneficiaries",
                              {{"site/beneficiaries.html"}, {"site/beneficiaries.md"}},
                              &add_beneficiary_list};

}  // namespace huice::pages
