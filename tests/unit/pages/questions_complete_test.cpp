// SPDX-License-Identifier: Apache-2.0
//
// One field after another is changed, records and parts are taken away and added, policies are
// related anew, and the whole site is rendered each time: a page whose bytes differ must have asked
// something else or been answered otherwise.
#include "pages/asked_pages.h"
#include "pages/changed_record.h"

#include <doctest/doctest.h>

#include <functional>

using namespace huice;
using namespace huice::test;

namespace {

template <class Record>
std::string id_of(const Record& record) {
  return record.id;
}
std::string id_of(const model::Observation& one) {
  return one.fact_id();
}

struct Tally {
  std::size_t tried = 0;    ///< changes that changed a page
  std::size_t bytes = 0;    ///< pages whose bytes changed, over all changes
  std::size_t answers = 0;  ///< pages whose answers changed, over all changes
  std::set<std::string> unexplained;
};

class Experiment {
 public:
  explicit Experiment(const std::string& project) : site_(project), before_(site_.ask()) {
    REQUIRE(before_.size() == site_.pages().size());
  }

  const Tally& tally() const { return tally_; }

  /// The fields of records and parts, each `step`th one.
  void change_fields(std::size_t step) {
    each_list([&](auto& records) {
      for (auto& record : records) change_fields(record, id_of(record), step);
    });
    change_fields(records_.site, "site", step);
  }

  /// Takes away each `step`th record or part that may be withheld, with all that refers to it.
  void take_away(std::size_t step) {
    each_list([&](auto& records) {
      for (auto& record : records) {
        const auto saved = record;
        const std::size_t parts = units_of(id_of(record), record).size();
        for (std::size_t i = 0; i < parts; ++i) {
          const Unit unit = units_of(id_of(record), record)[i];
          if (unit.shape->object()->audience == nullptr || next_++ % step != 0) continue;
          *unit.shape->object()->audience(unit.object) = model::Audience::draft;
          compare(unit.id + " is gone");
          record = saved;
        }
      }
    });
  }

  /// Takes away all records of a kind: the last one, or the first one where it is added.
  void take_away_lists() {
    each_list([&](auto& records) {
      const auto saved = records;
      for (auto& record : records) record.provenance.audience = model::Audience::draft;
      compare("no " + name_of(records));
      records = saved;
    });
  }

  /// Adds a copy of each record under another id, before all others and after them.
  void add_copies() {
    each_list([&](auto& records) {
      for (std::size_t i = 0; i < records.size(); ++i) {
        for (const char* prefix : {"0-", "zz-"}) {
          auto copy = records[i];
          rename(copy, prefix);
          const std::string id = id_of(copy);
          records.push_back(std::move(copy));
          compare(name_of(records) + " " + id + " is new");
          records.pop_back();
        }
      }
    });
  }

  /// Adds a copy of each part of an article under another id.
  void add_parts() {
    for (model::Policy& policy : records_.policies) {
      for (model::Section& section : policy.sections) {
        add_last(section.articles);
        for (std::size_t i = 0; i < section.articles.size(); ++i) {
          add_last(section.articles[i].measures);
          add_last(section.articles[i].targets);
          add_last(section.articles[i].undertakings);
        }
      }
    }
  }

  /// Relates each policy to each other one in every way, and takes away the relations it has.
  void relate() {
    using Kind = model::RelationKind;
    for (model::Policy& policy : records_.policies) {
      const auto saved = policy.relations;
      for (std::size_t i = 0; i < saved.size(); ++i) {
        policy.relations.erase(policy.relations.begin() + static_cast<std::ptrdiff_t>(i));
        compare(policy.id + " has lost a relation");
        policy.relations = saved;
      }
      for (const model::Policy& other : records_.policies) {
        for (const Kind kind : {Kind::implements, Kind::applies, Kind::supersedes, Kind::version_of,
                                Kind::amends, Kind::cites}) {
          if (other.id == policy.id) continue;
          policy.relations.push_back({kind, other.id, "", {}});
          compare(policy.id + " has a new relation to " + other.id);
          policy.relations = saved;
        }
      }
    }
  }

  /// Renders another day.
  void change_day(const std::string& project) {
    RenderedSite later(project, "2028-06-30");
    note("the day has changed", test::compare(before_, later.ask()));
  }

 private:
  template <class Record>
  static void rename(Record& record, const std::string& prefix) {
    record.id = prefix + record.id;
  }
  static void rename(model::Observation& one, const std::string& prefix) {
    one.variant = prefix + "variant";
  }

  template <class Record>
  static std::string name_of(const std::vector<Record>& /*records*/) {
    return std::string(model::schema::shape_of<Record>().name.en);
  }

  template <class Visit>
  void each_list(const Visit& visit) {
    visit(records_.regions);
    visit(records_.organizations);
    visit(records_.topics);
    visit(records_.beneficiaries);
    visit(records_.glossary);
    visit(records_.ladders);
    visit(records_.policies);
    visit(records_.proposals);
    visit(records_.indicators);
    visit(records_.observations);
    visit(records_.booklets);
    visit(records_.dashboards);
    visit(records_.profile);
  }

  template <class Record>
  void change_fields(Record& record, const std::string& id, std::size_t step) {
    const Record saved = record;
    const std::size_t parts = units_of(id, record).size();
    for (std::size_t i = 0; i < parts; ++i) {
      const std::size_t fields = fields_of(units_of(id, record)[i]);
      for (std::size_t field = 0; field < fields; ++field) {
        const Unit unit = units_of(id, record)[i];
        if (next_ % step == 0 && change(unit, field) > 0) {
          compare(unit.id + "." + std::string(unit.shape->object()->fields[field].key));
        }
        ++next_;
        record = saved;
      }
    }
  }

  template <class Part>
  void add_last(std::vector<Part>& parts) {
    if (parts.empty()) return;
    Part copy = parts.back();
    copy.id += "-2";
    parts.push_back(std::move(copy));
    compare("part " + parts.back().id + " is new");
    parts.pop_back();
  }

  void compare(const std::string& what) {
    site_.use(model::public_view(model::Library(records_), model::Audience::public_));
    note(what, test::compare(before_, site_.ask()));
  }

  void note(const std::string& what, const Difference& difference) {
    if (!difference.bytes.empty()) ++tally_.tried;
    tally_.bytes += difference.bytes.size();
    tally_.answers += difference.answers.size();
    for (const std::string& path : difference.unexplained()) {
      tally_.unexplained.insert(path + ": " + what);
    }
  }

  RenderedSite site_;
  model::Records records_ = site_.records();
  AskedPages before_;
  std::size_t next_ = 0;
  Tally tally_;
};

// Other answers without other bytes are allowed (a count that stays the same), but hardly any.
void check(const Tally& tally, std::size_t tried) {
  INFO("changes " << tally.tried << ", bytes " << tally.bytes << ", answers " << tally.answers);
  CHECK_MESSAGE(tally.unexplained.empty(), joined(tally.unexplained));
  CHECK(tally.tried >= tried);
  CHECK(tally.answers * 4 <= tally.bytes * 5);
}

}  // namespace

TEST_CASE("a page of the small site asks for every field that changes it") {
  Experiment experiment("tests/sites/small");
  experiment.change_fields(1);
  check(experiment.tally(), 150);
}

TEST_CASE("pages that change when something is removed from the small site had asked for it") {
  Experiment experiment("tests/sites/small");
  experiment.take_away(1);
  experiment.take_away_lists();
  check(experiment.tally(), 40);
}

TEST_CASE("pages that change when something is added to the small site had asked for it") {
  Experiment experiment("tests/sites/small");
  experiment.add_copies();
  experiment.add_parts();
  experiment.relate();
  check(experiment.tally(), 40);
}

TEST_CASE("pages that change with the day they speak of had asked for it") {
  Experiment experiment("tests/sites/small");
  experiment.change_day("tests/sites/small");
  check(experiment.tally(), 1);
}

TEST_CASE("pages of a sample of the shipped data ask for all that changes them") {
  Experiment experiment(".");
  experiment.change_fields(349);
  experiment.take_away(67);
  check(experiment.tally(), 20);
}
