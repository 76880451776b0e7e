// SPDX-License-Identifier: Apache-2.0
//
// A page whose bytes change when a record changes must have told that it reads the record: each
// record of tests/sites/small is renamed in turn, and every page rendered anew.
#include "pages/rendered_site.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace huice;
using namespace huice::test;

namespace {

using Tree = std::map<std::string, std::string>;

class Watch {
 public:
  Watch() : before_(site_.render()) {
    for (const pages::Page& page : site_.pages()) reads_[page.path] = page.reads();
  }

  model::Records& records() { return records_; }

  // Renames a record and says how many pages show it.
  std::size_t rename(const std::string& id, std::string& name) {
    const std::string old = name;
    name += "（改）";
    site_.use(records_);
    std::size_t changed = 0;
    for (const auto& entry : site_.render()) {
      const auto& path = entry.first;
      const auto& text = entry.second;
      if (text == before_.at(path)) continue;
      ++changed;
      const std::vector<std::string>& ids = reads_.at(path);
      const bool told = std::binary_search(ids.begin(), ids.end(), id);
      CHECK_MESSAGE(told, path << " shows " << id << " and does not say so");
    }
    name = old;
    return changed;
  }

 private:
  RenderedSite site_{"tests/sites/small"};
  model::Records records_ = site_.records();
  Tree before_;
  std::map<std::string, std::vector<std::string>> reads_;
};

}  // namespace

TEST_CASE("every page that shows a record's name tells that it reads the record") {
  Watch watch;
  model::Records& records = watch.records();
  std::size_t changed = 0;
  for (auto& one : records.policies) changed += watch.rename(one.id, one.title);
  for (auto& one : records.organizations) changed += watch.rename(one.id, one.name);
  for (auto& one : records.topics) changed += watch.rename(one.id, one.name);
  for (auto& one : records.ladders) changed += watch.rename(one.id, one.title);
  for (auto& one : records.proposals) changed += watch.rename(one.id, one.title);
  for (auto& one : records.indicators) changed += watch.rename(one.id, one.name);
  for (auto& one : records.beneficiaries) changed += watch.rename(one.id, one.name);
  CHECK(changed > 50);
}

TEST_CASE("every page that shows a figure or a measure tells that it reads it") {
  Watch watch;
  model::Records& records = watch.records();
  std::size_t changed = 0;
  for (auto& one : records.observations) changed += watch.rename(one.fact_id(), one.unit);
  for (model::Policy& policy : records.policies) {
    for (model::Article& article : policy.sections.front().articles) {
      changed += watch.rename(policy.id, article.heading);
      for (model::Measure& measure : article.measures) {
        changed += watch.rename(policy.id, measure.title);
      }
    }
  }
  CHECK(changed > 20);
}

TEST_CASE("what pages read is sorted and without repetition") {
  RenderedSite site("tests/sites/small");
  for (const pages::Page& page : site.pages()) {
    const std::vector<std::string> ids = page.reads();
    CHECK_MESSAGE(std::is_sorted(ids.begin(), ids.end()), page.path);
    const bool repeats = std::adjacent_find(ids.begin(), ids.end()) != ids.end();
    CHECK_MESSAGE(!repeats, page.path);
  }
}
