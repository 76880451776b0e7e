// SPDX-License-Identifier: Apache-2.0
#include "view/reader.h"

#include "model/schema/references.h"
#include "model/walk.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace huice::view {
namespace {

using model::MeasureRef;

template <class Record>
void add_found(AnswerDigest& answer, const Record* record) {
  if (record == nullptr)
    answer.add_none();
  else
    add_to(answer, *record);
}

void add_status(AnswerDigest& answer, const derive::Status& status) {
  answer.add_number(static_cast<std::uint64_t>(status.force));
  add_found(answer, status.successor);
  answer.add_text(status.day ? status.day->iso() : std::string());
  answer.add_text(status.ruling == nullptr ? std::string()
                                           : status.ruling->by + "\n" + status.ruling->says);
  add_found(answer, status.newer);
  answer.add_number(static_cast<std::uint64_t>(status.window));
  answer.add_text(status.window_day ? status.window_day->iso() : std::string());
  answer.add_number(static_cast<std::uint64_t>(status.newer_kind));
}

// What sorts numbers by their size, with what else there is after them: 9, 10, 10-1.
std::pair<std::size_t, std::string> size_of_number(const std::string& number) {
  const std::size_t digits = std::min(number.find_first_not_of("0123456789"), number.size());
  const std::size_t zeros = std::min(number.find_first_not_of('0'), digits);
  return {digits - zeros, number.substr(zeros)};
}

std::vector<const model::Proposal*> answered(const model::Library& library) {
  std::vector<const model::Proposal*> found;
  for (const model::Proposal& proposal : library.proposals()) {
    if (library.answered_in(proposal) != nullptr) found.push_back(&proposal);
  }
  const auto key = [](const model::Proposal* one) {
    const model::Session& session = one->session;
    return std::tuple(session.body, session.term, session.meeting, size_of_number(one->number));
  };
  std::stable_sort(
      found.begin(), found.end(),
      [&key](const model::Proposal* a, const model::Proposal* b) { return key(a) < key(b); });
  return found;
}

template <class Pointers>
void add_pointed_to(AnswerDigest& answer, const Pointers& records) {
  answer.add_number(records.size());
  for (const auto* record : records) add_to(answer, *record);
}

std::string_view name_of(Listed list) {
  switch (list) {
    case Listed::policies:
      return "policies";
    case Listed::units:
      return "units";
    case Listed::topics:
      return "topics";
    case Listed::ladders:
      return "ladders";
    case Listed::replies:
      return "replies";
    case Listed::booklets:
      return "booklets";
    case Listed::dashboards:
      return "dashboards";
    case Listed::finder:
      return "finder";
  }
  return {};
}

bool has_claimable(const model::Library& library) {
  bool any = false;
  model::each_measure(library.policies(), [&any](const model::MeasureRef& one) {
    any = any || match::is_claimable(*one.measure);
  });
  return any;
}

bool has_any(const model::Library& library, Listed list) {
  switch (list) {
    case Listed::policies:
      return !library.policies().empty();
    case Listed::units:
      return !library.organizations().empty();
    case Listed::topics:
      return !library.topics().empty();
    case Listed::ladders:
      return !library.ladders().empty();
    case Listed::replies:
      return std::any_of(
          library.proposals().begin(), library.proposals().end(),
          [&library](const model::Proposal& one) { return library.answered_in(one) != nullptr; });
    case Listed::booklets:
      return !library.booklets().empty();
    case Listed::dashboards:
      return !library.dashboards().empty();
    case Listed::finder:
      return !library.profile().empty() && has_claimable(library);
  }
  return false;
}

}  // namespace

// fill(AnswerDigest&) adds what was answered; it is called only where questions are noted.
template <class Fill>
void Reader::note(std::string_view kind, std::string_view id, std::string_view key,
                  const Fill& fill) const {
  if (questions_ == nullptr) return;
  Question question{std::string(kind), std::string(id), std::string(key)};
  if (questions_->has(question)) return;
  AnswerDigest answer;
  fill(answer);
  questions_->note(std::move(question), answer);
}

// An empty id asks nothing: the reference is not there.
template <class Record>
const Record* Reader::found(std::string_view kind, std::string_view id,
                            const Record* record) const {
  if (id.empty()) return record;
  note(kind, id, {},
       [record](AnswerDigest& answer) { answer.add_number(record != nullptr ? 1 : 0); });
  return record;
}

template <class Records>
const Records& Reader::listed(std::string_view list, const Records& records) const {
  note(list, {}, {}, [&records](AnswerDigest& answer) { add_all_to(answer, records); });
  return records;
}

const model::Organization* Reader::organization(std::string_view id) const {
  return found("organization", id, library_->organization(id));
}

const model::Region* Reader::region(std::string_view id) const {
  return found("region", id, library_->region(id));
}

const model::Topic* Reader::topic(std::string_view id) const {
  return found("topic", id, library_->topic(id));
}

const model::Beneficiary* Reader::beneficiary(std::string_view id) const {
  return found("beneficiary", id, library_->beneficiary(id));
}

const model::Policy* Reader::policy(std::string_view id) const {
  return found("policy", id, library_->policy(id));
}

const model::Proposal* Reader::proposal(std::string_view id) const {
  return found("proposal", id, library_->proposal(id));
}

const model::Proposal* Reader::answered_in(const model::Proposal& proposal) const {
  return found("answered_in", proposal.id, library_->answered_in(proposal));
}

const model::Indicator* Reader::indicator(std::string_view id) const {
  return found("indicator", id, library_->indicator(id));
}

const model::Observation* Reader::observation(std::string_view fact_id) const {
  return found("observation", fact_id, library_->observation(fact_id));
}

model::ArticleRef Reader::article(std::string_view fact_id) const {
  const model::ArticleRef one = library_->article(fact_id);
  found("article", fact_id, one.article);
  return one;
}

model::ProvisionRef Reader::provision(std::string_view fact_id) const {
  const model::ProvisionRef one = library_->provision(fact_id);
  if (fact_id.empty()) return one;
  note("provision", fact_id, {}, [&one](AnswerDigest& answer) {
    answer.add_number(one.in.article != nullptr ? 1 : 0);
    if (one.is_part()) answer.add_text(model::place_text(one));
  });
  return one;
}

MeasureRef Reader::measure(std::string_view fact_id) const {
  const MeasureRef one = library_->measure(fact_id);
  found("measure", fact_id, one.measure);
  return one;
}

model::TargetRef Reader::target(std::string_view fact_id) const {
  const model::TargetRef one = library_->target(fact_id);
  found("target", fact_id, one.target);
  return one;
}

model::UndertakingRef Reader::undertaking(std::string_view fact_id) const {
  const model::UndertakingRef one = model::find_undertaking(*library_, fact_id);
  found("undertaking", fact_id, one.undertaking);
  return one;
}

const model::RecordList<model::Policy>& Reader::policies() const {
  return listed("policies", library_->policies());
}

const model::RecordList<model::Organization>& Reader::organizations() const {
  return listed("organizations", library_->organizations());
}

const model::RecordList<model::Topic>& Reader::topics() const {
  return listed("topics", library_->topics());
}

const model::RecordList<model::Ladder>& Reader::ladders() const {
  return listed("ladders", library_->ladders());
}

const model::RecordList<model::Proposal>& Reader::proposals() const {
  return listed("proposals", library_->proposals());
}

const model::RecordList<model::Observation>& Reader::observed() const {
  return listed("observed", library_->observed());
}

const model::RecordList<model::Booklet>& Reader::booklets() const {
  return listed("booklets", library_->booklets());
}

const model::RecordList<model::Dashboard>& Reader::dashboards() const {
  return listed("dashboards", library_->dashboards());
}

std::vector<const model::Proposal*> Reader::replies() const {
  std::vector<const model::Proposal*> found = answered(*library_);
  note("replies", {}, {}, [&found](AnswerDigest& answer) { add_pointed_to(answer, found); });
  return found;
}

bool Reader::has(Listed list) const {
  const bool any = has_any(*library_, list);
  note("has", {}, name_of(list), [any](AnswerDigest& answer) { answer.add_number(any ? 1 : 0); });
  return any;
}

std::vector<std::string> Reader::ids(model::RefKind kind) const {
  return model::known_ids(*library_, kind);
}

const std::vector<derive::Duty>& Reader::duties(const model::Organization& organization) const {
  const auto& duties = indexes_->duties(organization.id);
  note("duties", organization.id, {}, [&](AnswerDigest& answer) { add_all_to(answer, duties); });
  return duties;
}

const std::vector<MeasureRef>& Reader::measures(const model::Topic& topic) const {
  const auto& measures = indexes_->measures(topic.id);
  note("measures", topic.id, {}, [&](AnswerDigest& answer) { add_all_to(answer, measures); });
  return measures;
}

std::vector<MeasureRef> Reader::measures(const model::Booklet& booklet,
                                         const model::Chapter& chapter) const {
  std::vector<MeasureRef> measures;
  std::set<const model::Measure*> seen;
  const auto add = [&](const MeasureRef& one) {
    if (one.measure != nullptr && seen.insert(one.measure).second) measures.push_back(one);
  };
  for (const std::string& id : chapter.measures) add(library_->measure(id));
  const auto& policies = chapter.policies;
  for (const std::string& topic : chapter.topics) {
    for (const MeasureRef& one : indexes_->measures(topic)) {
      const bool wanted = policies.empty() || std::find(policies.begin(), policies.end(),
                                                        one.in.policy->id) != policies.end();
      if (wanted) add(one);
    }
  }
  note("measures", booklet.id, chapter.id, [&](AnswerDigest& answer) {
    for (const std::string& topic : chapter.topics) answer.add_record("topic", topic);
    add_all_to(answer, measures);
  });
  return measures;
}

derive::Status Reader::status(const model::Policy& policy, const model::Date& day) const {
  const derive::Status status = derive::status_of(policy, *indexes_, day);
  note("successor", policy.id, {},
       [&](AnswerDigest& answer) { add_pointed_to(answer, indexes_->successors(policy.id)); });
  note("status", policy.id, {}, [&](AnswerDigest& answer) { add_status(answer, status); });
  return status;
}

derive::Status Reader::status(const model::MeasureRef& measure, const model::Date& day) const {
  const derive::Status status = derive::status_of(measure, *indexes_, day);
  note("status", model::fact_id(measure.in, measure.measure->id), {},
       [&](AnswerDigest& answer) { add_status(answer, status); });
  return status;
}

derive::Status Reader::status(const model::ProvisionRef& place, const model::Date& day) const {
  const derive::Status status = derive::status_of(place, *indexes_, day);
  note("place-status", model::fact_id(*place.in.policy, *place.in.article), {},
       [&](AnswerDigest& answer) {
         add_pointed_to(answer, indexes_->successors(place.in.policy->id));
         add_status(answer, status);
       });
  return status;
}

const std::vector<derive::Change>& Reader::changes(const model::Policy& policy) const {
  const std::vector<derive::Change>& found = indexes_->changes(policy.id);
  note("changes", policy.id, {}, [&found](AnswerDigest& answer) {
    answer.add_number(found.size());
    for (const derive::Change& one : found) {
      add_to(answer, *one.policy);
      answer.add_number(static_cast<std::uint64_t>(one.kind));
      answer.add_text(one.relation->note);
      answer.add_number(one.relation->articles.size());
      for (const std::string& id : one.relation->articles) answer.add_text(id);
    }
  });
  return found;
}

std::vector<MeasureRef> Reader::open_conflicts(const MeasureRef& measure,
                                               const model::Date& day) const {
  std::vector<MeasureRef> open = derive::open_conflicts(measure, *indexes_, day);
  note("conflicts", model::fact_id(measure.in, measure.measure->id), {},
       [&open](AnswerDigest& answer) { add_all_to(answer, open); });
  return open;
}

const derive::Involvement& Reader::involvement(const model::Organization& organization) const {
  const derive::Involvement& found = indexes_->involvement(organization.id);
  note("involvement", organization.id, {}, [&found](AnswerDigest& answer) {
    add_pointed_to(answer, found.issued);
    add_pointed_to(answer, found.interpreted);
    add_pointed_to(answer, found.funded);
    add_all_to(answer, found.paid);
    add_all_to(answer, found.received);
    add_all_to(answer, found.undertakings);
    add_pointed_to(answer, found.replies);
  });
  return found;
}

const model::Dashboard* Reader::dashboard_of(const model::Observation& observation) const {
  const model::Dashboard* dashboard = indexes_->dashboard_of(observation.region);
  note("dashboard_of", observation.fact_id(), {},
       [dashboard](AnswerDigest& answer) { add_found(answer, dashboard); });
  return dashboard;
}

std::vector<const model::Observation*> Reader::observations(
    const model::Dashboard& dashboard) const {
  const auto regions = derive::regions_of(dashboard);
  const std::set<std::string_view> wanted(regions.begin(), regions.end());
  std::vector<const model::Observation*> shown;
  for (const model::Observation& one : library_->observed()) {
    if (wanted.contains(one.region)) shown.push_back(&one);
  }
  note("observations", dashboard.id, {},
       [&](AnswerDigest& answer) { add_pointed_to(answer, shown); });
  return shown;
}

const model::Observation* Reader::reported(const model::TargetRef& target,
                                           const model::Date& day) const {
  const model::Observation* newest = derive::reported(target, *library_, day);
  note("reported", model::fact_id(target.in, target.target->id), {},
       [newest](AnswerDigest& answer) { add_found(answer, newest); });
  return newest;
}

const derive::Counts& Reader::counts() const {
  const derive::Counts& counts = indexes_->counts();
  note("counts", {}, {}, [&counts](AnswerDigest& answer) {
    for (const std::size_t count :
         {counts.policies, counts.articles, counts.measures, counts.targets, counts.undertakings,
          counts.units, counts.observations}) {
      answer.add_number(count);
    }
  });
  return counts;
}

std::vector<MeasureRef> Reader::cited_measures(const model::Prose& prose) const {
  std::vector<MeasureRef> found;
  std::set<const model::Measure*> seen;
  for (const prose::Citation& one : prose::citations(prose.markdown, *library_)) {
    if (one.kind != prose::CitedKind::amount) continue;
    const MeasureRef cited = measure(one.id);
    if (cited.measure != nullptr && seen.insert(cited.measure).second) found.push_back(cited);
  }
  return found;
}

markdown::Document Reader::document(const model::Prose& prose, const prose::Locate& locate,
                                    Diagnostics& problems) const {
  return prose::read(prose, *library_, locate, problems);
}

}  // namespace huice::view
