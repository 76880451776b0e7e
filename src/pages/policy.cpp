// SPDX-License-Identifier: Apache-2.0
#include "pages/kinds.h"
#include "view/links.h"

#include <algorithm>

namespace huice::pages {

using namespace view;
namespace {

using tmpl::Value;

void add_policy_pages(const PageKind& kind, Collector& pages) {
  for (const model::Policy& policy : pages.reader().policies()) {
    PageSpec spec = pages.record_page(kind, "policies", policy, policy.title);
    spec.path = href(policy);
    spec.document = policy.id;
    pages.add(kind, std::move(spec));
  }
}

void add_policy_list(const PageKind& kind, Collector& pages) {
  PageSpec spec = pages.list_page(kind);
  spec.context = &set_policies;
  pages.add(kind, std::move(spec));
}

}  // namespace

void set_policies(tmpl::Dict& context, const PageScope& page) {
  std::vector<const model::Policy*> sorted;
  for (const model::Policy& policy : page.reader().policies()) sorted.push_back(&policy);
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

const PageKind kPolicy{"policy", {{"site/policy.html"}, {"site/policy.md"}}, &add_policy_pages};
const PageKind kPolicies{
    "policies", {{"site/policies.html"}, {"site/policies.md"}}, &add_policy_list};

}  // namespace huice::pages
