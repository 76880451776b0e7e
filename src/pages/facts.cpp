// SPDX-License-Identifier: Apache-2.0
#include "pages/facts.h"

#include "model/provision.h"
#include "model/reply_body.h"
#include "model/schema/choice.h"
#include "model/schema/parts.h"
#include "model/schema/records.h"
#include "model/walk.h"
#include "view/amount_wording.h"
#include "view/wording.h"

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace huice::pages {

using namespace view;
namespace {

using model::ArticleRef;
using model::MeasureRef;
using model::Observation;
using model::Policy;
using model::Provenance;
using model::RefKind;
using model::RelationKind;

std::optional<model::Reliability> reliability_of(const Provenance& provenance) {
  if (!provenance.source) return std::nullopt;
  return provenance.source->reliability;
}

// As citations print it.
std::string printed(const Observation& one, const Words& words) {
  return view::figure_text(view::observed_text(one, words), one.provenance, words);
}

// Whether a relation's policy is the older text of the two.
bool leads_back(RelationKind kind) {
  return kind == RelationKind::supersedes || kind == RelationKind::version_of ||
         kind == RelationKind::amends;
}

bool is_same(const MeasureRef& a, const MeasureRef& b) {
  if (a.measure->id == b.measure->id) return true;
  const auto& beneficiaries = a.measure->beneficiaries;
  return a.measure->effect == b.measure->effect && !beneficiaries.empty() &&
         beneficiaries == b.measure->beneficiaries;
}

template <class Record>
const Wording& kind_of() {
  return model::schema::shape_of<Record>().name;
}

// What an article's table calls the elements of a list: 款, and of these 项.
const model::Shape& element_of(const model::Shape& shape, std::string_view key) {
  return *model::find_field(*shape.object(), key)->shape->list()->element;
}

const Wording& kind_of(const model::ProvisionRef& place) {
  const model::Shape& paragraph =
      element_of(model::schema::shape_of<model::Article>(), "paragraphs");
  return place.item == nullptr ? paragraph.name : element_of(paragraph, "items").name;
}

class Finder {
 public:
  Finder(std::string_view id, const Reader& reader, const Words& words, const model::Date& as_of)
      : id_(id), reader_(reader), words_(words), as_of_(as_of) {}

  std::vector<Fact> find() {
    find_named();
    find_policy();
    find_parts();
    find_figures();
    return std::move(found_);
  }

 private:
  Fact& add(const Wording& kind, std::string title, const Provenance& provenance) {
    Fact& fact = found_.emplace_back();
    fact.kind = kind;
    fact.title = std::move(title);
    fact.place = provenance.place;
    if (!provenance.source) return fact;
    fact.source = &*provenance.source;
    fact.document = fact.source->document;
    const Policy* policy = reader_.policy(fact.document);
    const model::Proposal* proposal = reader_.proposal(fact.document);
    if (policy != nullptr) fact.document = policy_name(*policy, words_);
    if (proposal != nullptr && proposal->reply && proposal->reply->number) {
      fact.document = proposal->reply->number->text();
    }
    return fact;
  }

  Fact& add_part(const Wording& kind, const std::string& title, const ArticleRef& in,
                 const model::Place& place) {
    Fact& fact = add(kind, title, in.policy->provenance);
    fact.inside = article_name(in, words_);
    fact.place = place;
    return fact;
  }

  void find_named() {
    if (const model::Organization* one = reader_.organization(id_)) {
      Fact& fact = add(kind_of<model::Organization>(), one->name, one->provenance);
      fact.history_kind = HistoryKind::names;
      for (const model::FormerName& former : one->former) {
        fact.history.push_back({former.successor, former.until ? former.until->official() : "",
                                former.name, std::nullopt});
      }
    }
    if (const model::Region* one = reader_.region(id_))
      add(kind_of<model::Region>(), one->name, one->provenance);
    if (const model::Topic* one = reader_.topic(id_))
      add(kind_of<model::Topic>(), one->name, one->provenance);
    if (const model::Beneficiary* one = reader_.beneficiary(id_)) {
      add(kind_of<model::Beneficiary>(), one->name, one->provenance);
    }
    if (const model::Proposal* one = reader_.proposal(id_)) {
      add(kind_of<model::Proposal>(), one->title, one->provenance);
    }
  }

  void find_policy() {
    const Policy* policy = reader_.policy(id_);
    if (policy == nullptr) return;
    Fact& fact = add(kind_of<model::Policy>(), policy_name(*policy, words_), policy->provenance);
    fact.standing = standing_of(policy);
    fact.history_kind = HistoryKind::policies;
    for (const Policy* other : related(*policy)) {
      fact.history.push_back({other->id, signed_on(*other), policy_name(*other, words_),
                              reliability_of(other->provenance)});
    }
  }

  void find_parts() {
    if (const ArticleRef in = reader_.article(id_); in.article != nullptr) {
      Fact& fact = add(kind_of<model::Article>(), article_name(in, words_), in.policy->provenance);
      fact.place = in.article->place;
      fact.value = in.article->heading;
      fact.standing = standing_of(in);
    }
    if (const model::ProvisionRef one = reader_.provision(id_); one.is_part()) {
      const model::Place& place = one.item != nullptr ? one.item->place : one.paragraph->place;
      Fact& fact = add_part(kind_of(one), provision_place(one, words_), one.in, place);
      fact.standing = part_standing(reader_.status(one, as_of_), words_);
      fact.read_as = model::fact_id(*one.in.policy, *one.in.article);
    }
    if (const MeasureRef one = reader_.measure(id_); one.measure != nullptr) {
      Fact& fact =
          add_part(kind_of<model::Measure>(), one.measure->title, one.in, one.measure->place);
      fact.value = amounts_text(*one.measure, words_);
      fact.standing = part_standing(reader_.status(one, as_of_), words_);
      add_wordings(one, fact);
    }
    if (const model::TargetRef one = reader_.target(id_); one.target != nullptr) {
      Fact& fact = add_part(kind_of<model::Target>(), one.target->label, one.in, one.target->place);
      fact.value = one.target->value.text();
      fact.standing = standing_of(one.in, *one.target);
      if (one.target->by)
        fact.title = words_.text("fact.target",
                                 {{"target", fact.title}, {"date", one.target->by->official()}});
      const std::string& region =
          one.target->region.empty() ? one.in.policy->region : one.target->region;
      add_figures(one.target->indicator, region, nullptr, fact);
    }
    const auto add_promise = [this](const model::UndertakingRef& one) {
      if (model::fact_id(one) == id_) add_undertaking(one);
    };
    model::each_undertaking(reader_.policies(), add_promise);
    model::each_undertaking(reader_.proposals(), add_promise);
  }

  // The letter's title, where it has one of its own.
  static std::string promised_in(const model::Proposal& proposal) {
    const std::string& title = proposal.reply->title;
    return title.empty() ? model::reply_name(proposal) : title;
  }

  void add_undertaking(const model::UndertakingRef& one) {
    const Provenance& provenance =
        one.proposal != nullptr ? one.proposal->provenance : one.in.policy->provenance;
    Fact& fact = add(kind_of<model::Undertaking>(), one.undertaking->text, provenance);
    fact.place = one.undertaking->place;
    fact.inside = one.proposal != nullptr ? promised_in(*one.proposal) : place_name(one.in, words_);
    if (one.undertaking->amount) fact.value = one.undertaking->amount->text();
    fact.standing = standing_of(one.in, *one.undertaking);
  }

  // nullptr: a reply, which nothing replaces.
  std::string standing_of(const Policy* policy) const {
    return policy == nullptr ? "" : part_standing(reader_.status(*policy, as_of_), words_);
  }

  // Of an article what holds of it, else of its text.
  std::string standing_of(const ArticleRef& in) const {
    if (in.article == nullptr) return standing_of(in.policy);
    return part_standing(reader_.status(model::ProvisionRef{in}, as_of_), words_);
  }

  template <class Due>
  std::string standing_of(const ArticleRef& in, const Due& part) const {
    std::string standing = standing_of(in);
    append(standing, due_text(derive::due_of(part, as_of_), words_),
           words_.text("amount.components"));
    return standing;
  }

  void find_figures() {
    if (const model::Indicator* one = reader_.indicator(id_)) {
      Fact& fact =
          add(kind_of<model::Indicator>(),
              words_.text("fact.indicator", {{"indicator", one->name}, {"unit", one->unit}}),
              one->provenance);
      add_figures(one->id, {}, nullptr, fact);
    }
    for (const Observation& one : reader_.observed()) {
      if (one.fact_id() != id_) continue;
      Fact& fact = add(kind_of<model::Observation>(), name_of(one), one.provenance);
      fact.value = printed(one, words_);
      add_figures(one.indicator, one.region, &one, fact);
    }
  }

  std::string region_name(const std::string& id) const {
    const model::Region* region = reader_.region(id);
    return region == nullptr ? id : region->name;
  }

  std::string name_of(const Observation& one) const {
    const model::Indicator* indicator = reader_.indicator(one.indicator);
    return words_.text("fact.observation",
                       {{"indicator", indicator == nullptr ? one.indicator : indicator->name},
                        {"region", region_name(one.region)},
                        {"period", one.period.official()}});
  }

  // `region` empty: of all, and named.
  void add_figures(const std::string& indicator, const std::string& region, const Observation* but,
                   Fact& fact) {
    fact.history_kind = HistoryKind::figures;
    for (const Observation& one : reader_.observed()) {
      const bool wanted = one.indicator == indicator && (region.empty() || one.region == region);
      if (!wanted || &one == but) continue;
      std::string label = one.period.official();
      if (region.empty())
        label =
            words_.text("fact.in_region", {{"region", region_name(one.region)}, {"period", label}});
      fact.history.push_back(
          {one.fact_id(), label, printed(one, words_), reliability_of(one.provenance)});
    }
  }

  static std::string signed_on(const Policy& policy) {
    return policy.dates.signed_on ? policy.dates.signed_on->official() : "";
  }

  // Both ways along relations that lead to an older text, the policy itself left out.
  std::vector<const Policy*> related(const Policy& start) const {
    std::set<const Policy*> reached{&start};
    for (bool more = true; more;) {
      more = false;
      for (const Policy& policy : reader_.policies()) {
        for (const model::Relation& relation : policy.relations) {
          const Policy* older = reader_.policy(relation.policy);
          if (!leads_back(relation.kind) || older == nullptr) continue;
          if (reached.contains(&policy) == reached.contains(older)) continue;
          reached.insert(&policy);
          reached.insert(older);
          more = true;
        }
      }
    }
    reached.erase(&start);
    std::vector<const Policy*> sorted(reached.begin(), reached.end());
    std::sort(sorted.begin(), sorted.end(), [](const Policy* a, const Policy* b) {
      return std::tie(a->dates.signed_on, a->id) < std::tie(b->dates.signed_on, b->id);
    });
    return sorted;
  }

  void add_wordings(const MeasureRef& measure, Fact& fact) const {
    fact.history_kind = HistoryKind::wordings;
    for (const Policy* policy : related(*measure.in.policy)) {
      model::each_measure(*policy, [&](const MeasureRef& other) {
        if (!is_same(measure, other)) return;
        fact.history.push_back(
            {model::fact_id(other.in, other.measure->id), article_name(other.in, words_),
             amounts_text(*other.measure, words_), reliability_of(policy->provenance)});
      });
    }
  }

  std::string_view id_;
  const Reader& reader_;
  const Words& words_;
  const model::Date& as_of_;
  std::vector<Fact> found_;
};

}  // namespace

std::vector<Fact> find_facts(std::string_view id, const Reader& reader, const Words& words,
                             const model::Date& as_of) {
  return Finder(id, reader, words, as_of).find();
}

std::vector<std::string> fact_ids(const Reader& reader) {
  std::set<std::string> ids;
  for (const RefKind kind :
       {RefKind::organization, RefKind::region, RefKind::topic, RefKind::beneficiary,
        RefKind::policy, RefKind::proposal, RefKind::indicator, RefKind::observation,
        RefKind::article, RefKind::measure, RefKind::target}) {
    for (std::string& id : reader.ids(kind)) ids.insert(std::move(id));
  }
  model::each_article(reader.policies(), [&ids](const ArticleRef& in) {
    for (const model::ProvisionRef& one : model::provisions(in)) {
      ids.insert(model::fact_id(in, model::place_text(one)));
    }
  });
  const auto add = [&ids](const model::UndertakingRef& one) { ids.insert(model::fact_id(one)); };
  model::each_undertaking(reader.policies(), add);
  model::each_undertaking(reader.proposals(), add);
  return {ids.begin(), ids.end()};
}

std::vector<const Page*> readers_of(std::string_view id, const std::vector<Page>& pages,
                                    Diagnostics& problems) {
  std::vector<Diagnostics> found(pages.size());
  std::vector<const Page*> readers(pages.size());
  oneapi::tbb::parallel_for(std::size_t{0}, pages.size(), [&](std::size_t i) {
    Questions questions;
    std::string bytes;
    pages[i].render(bytes, found[i], &questions);
    if (questions.name(id)) readers[i] = &pages[i];
  });
  for (const Diagnostics& one : found) problems.add_all(one);
  std::erase(readers, nullptr);
  std::sort(readers.begin(), readers.end(),
            [](const Page* a, const Page* b) { return a->path < b->path; });
  return readers;
}

}  // namespace huice::pages
