// SPDX-License-Identifier: Apache-2.0
//
// Each record and part is changed by itself, in every field, and the whole site rendered: a page
// whose bytes differ must have named it in its reads.
#include "pages/changed_record.h"
#include "pages/rendered_site.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace huice;
using namespace huice::test;

namespace {

using Tree = std::map<std::string, std::string>;

template <class Record>
std::string id_of(const Record& record) {
  return record.id;
}
std::string id_of(const model::Observation& one) {
  return one.fact_id();
}

struct Tally {
  std::size_t changed = 0;  ///< units whose change changed a page
  std::size_t pages = 0;    ///< pages changed, over all units
  std::size_t named = 0;    ///< pages that name the unit, over all units
  std::set<std::string> missing;
};

class Experiment {
 public:
  explicit Experiment(const std::string& project) : site_(project), before_(site_.render()) {
    for (const pages::Page& page : site_.pages()) reads_[page.path] = page.reads();
  }

  /// Changes each `step`th unit of each kind of record.
  Tally run(std::size_t step) {
    step_ = step;
    each(records_.regions);
    each(records_.organizations);
    each(records_.topics);
    each(records_.beneficiaries);
    each(records_.ladders);
    each(records_.policies);
    each(records_.proposals);
    each(records_.indicators);
    each(records_.observations);
    each(records_.booklets);
    each(records_.dashboards);
    const model::Site saved = records_.site;
    change({"site", &model::schema::shape_of<model::Site>(), &records_.site});
    compare("site");
    records_.site = saved;
    return tally_;
  }

 private:
  template <class Record>
  void each(std::vector<Record>& records) {
    for (Record& record : records) {
      const std::size_t parts = units_of(id_of(record), record).size();
      for (std::size_t i = 0; i < parts; ++i) {
        if (next_++ % step_ != 0) continue;
        const Record saved = record;
        const Unit unit = units_of(id_of(record), record)[i];
        if (change(unit) > 0) compare(unit.id);
        record = saved;
      }
    }
  }

  void compare(const std::string& id) {
    std::size_t changed = 0;
    site_.use(records_);
    const Tree after = site_.render();
    for (const auto& entry : before_) {
      const std::vector<std::string>& ids = reads_.at(entry.first);
      const bool named = std::binary_search(ids.begin(), ids.end(), id);
      tally_.named += named ? 1 : 0;
      if (after.at(entry.first) == entry.second) continue;
      ++changed;
      if (!named) tally_.missing.insert(entry.first + " shows " + id);
    }
    tally_.pages += changed;
    tally_.changed += changed > 0 ? 1 : 0;
  }

  RenderedSite site_;
  model::Records records_ = site_.records();
  Tree before_;
  std::map<std::string, std::vector<std::string>> reads_;
  std::size_t step_ = 1;
  std::size_t next_ = 0;
  Tally tally_;
};

std::string joined(const std::set<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

}  // namespace

TEST_CASE("every page that changes with a record names the record in its reads") {
  const Tally tally = Experiment("tests/sites/small").run(1);
  CHECK_MESSAGE(tally.missing.empty(), joined(tally.missing));
  CHECK(tally.changed >= 40);
  // Naming more than what changes is allowed (an edit of another field may), but not at large.
  CHECK(tally.named < tally.pages * 2);
}

TEST_CASE("so does every page of the shipped data, as far as each ninth record shows") {
  const Tally tally = Experiment(".").run(9);
  CHECK_MESSAGE(tally.missing.empty(), joined(tally.missing));
  CHECK(tally.changed >= 60);
  // Naming more than what changes is allowed (an edit of another field may), but not at large.
  CHECK(tally.named < tally.pages * 2);
}
