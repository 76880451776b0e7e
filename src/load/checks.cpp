// SPDX-License-Identifier: Apache-2.0
// Long: every check between records shares what is known of their files and of what was refused.
#include "load/checks.h"

#include "base/ascii.h"
#include "base/messages/data.h"
#include "base/messages/files.h"
#include "base/messages/formats.h"
#include "base/messages/json.h"
#include "base/messages/load.h"
#include "base/spelling.h"
#include "load/amount_checks.h"
#include "load/circles.h"
#include "model/reply_body.h"
#include "model/schema/choice.h"
#include "model/schema/directory.h"
#include "model/schema/references.h"
#include "model/schema/scalars.h"
#include "model/walk.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace huice::load {
namespace {

using model::Article;
using model::Library;
using model::Place;
using model::Policy;

// How much a profile may ask, in all: a form that people fill in.
constexpr std::size_t kMostProfileFields = 500;
constexpr std::size_t kMostProfileChoices = 2000;  // of all fields, with their short names
constexpr std::size_t kMostRecognitions = 10;      // 认定（…） is read as each of them

class Checker {
 public:
  Checker(const Library& library, model::Locator& locator, Diagnostics& problems)
      : library_(library), locator_(locator), problems_(problems) {}

  void check(const std::vector<Reference>& references) {
    note_faulty_files();
    check_ids();
    // What an unreadable file holds is not known: nothing can be said to be missing.
    if (!file_lost_) {
      for (const Reference& reference : references) check_reference(reference);
    }
    check_length_of_profile();
    for (const model::ProfileField& field : library_.profile()) check_profile(field);
    check_years();
    for (const Policy& policy : library_.policies()) check_policy(policy);
    for (const model::Proposal& proposal : library_.proposals()) {
      const bool shares = proposal.reply && !proposal.reply->body_of.empty();
      if (shares) sharing_.emplace(proposal.reply->body_of, &proposal);
    }
    for (const model::Proposal& proposal : library_.proposals()) check_proposal(proposal);
    for (const model::Booklet& booklet : library_.booklets()) check_parts(booklet.chapters);
    for (const model::Dashboard& dashboard : library_.dashboards()) check_parts(dashboard.groups);
    check_circles(library_, locator_, problems_);
  }

 private:
  // Pages say 每 themselves.
  void check_every(std::string_view every, const Place& place) {
    constexpr std::string_view kEach = "每";
    if (!every.starts_with(kEach)) return;
    report(msg::every_twice{.text = every}, place, {}, std::string(every.substr(kEach.size())));
  }

  void report(Message message, const Place& place, std::string_view token = {},
              std::string suggestion = {}) {
    Diagnostic found = problem(std::move(message), locator_.at(place, token));
    found.suggestion = std::move(suggestion);
    problems_.add(std::move(found));
  }

  void duplicate(const std::string& id, const Place& first, const Place& second) {
    Diagnostic found = problem(msg::duplicate_id{.id = id}, locator_.at(second));
    found.traces.push_back(Trace{msg::first_used_at{}, locator_.at(first)});
    problems_.add(std::move(found));
  }

  using Seen = std::map<std::string, Place>;

  void note_faulty_files() {
    for (const Diagnostic& found : problems_.sorted()) {
      if (found.severity() != Severity::error) continue;
      faulty_files_.insert(found.where.file);
      const bool value = found.code == msg::unknown_choice::code ||
                         found.code == msg::wrong_type::code || found.code == msg::empty_text::code;
      if (value) refused_.emplace(found.where.file, found.where.line, found.where.column);
      file_lost_ = file_lost_ || loses_records(found.code);
    }
  }

  // Whether the amount's basis was refused, so that what it needs is not known.
  bool lacks_basis(const model::AmountComponent& amount) const {
    const Place key = locator_.find(amount.place, "basis");
    if (key.line == amount.place.line && key.column == amount.place.column) return true;
    constexpr std::uint32_t kLongestKey = 12;  // with its quotes, the colon and blanks
    const auto next = refused_.upper_bound({library_.files()[key.file], key.line, key.column});
    return next != refused_.end() && std::get<0>(*next) == library_.files()[key.file] &&
           std::get<1>(*next) == key.line && std::get<2>(*next) - key.column <= kLongestKey;
  }

  static bool loses_records(Code code) {
    static constexpr std::initializer_list<Code> kLosing{
        msg::file_unreadable::code, msg::file_not_regular::code,
        msg::file_too_large::code,  msg::invalid_utf8::code,
        msg::utf16_text::code,      msg::nul_byte::code,
        msg::json_syntax::code,     msg::json_punctuation::code,
        msg::json_comment::code,    msg::json_trailing_comma::code,
        msg::json_open_text::code,  msg::json_ends_early::code,
        msg::too_deep::code,        msg::csv_empty::code,
        msg::csv_open_quote::code};
    return std::find(kLosing.begin(), kLosing.end(), code) != kLosing.end();
  }

  void note_id(Seen& seen, const std::string& id, const Place& place) {
    if (id.empty()) return;  // missing or refused, which has been reported
    const auto [known, is_new] = seen.emplace(id, place);
    if (!is_new) duplicate(id, known->second, place);
  }

  template <class Records>
  void check_unique(const Records& records) {
    Seen seen;
    for (const auto& record : records) note_id(seen, record.id, record.provenance.place);
  }

  // The file name is what people search for, so a record must not hide in another's file.
  template <class Records>
  void check_file_names(const Records& records) {
    for (const auto& record : records) {
      const Place& place = record.provenance.place;
      if (place.file == 0 || record.id.empty()) continue;
      std::string name = library_.files()[place.file];
      name.erase(0, name.rfind('/') + 1);
      if (!name.ends_with(".json")) continue;
      name.resize(name.size() - 5);
      if (name == record.id) continue;
      report(msg::id_is_not_file_name{.id = record.id, .file = name},
             locator_.find(place, record.id), record.id);
    }
  }

  void check_ids() {
    check_unique(library_.organizations());
    check_unique(library_.regions());
    check_unique(library_.topics());
    check_unique(library_.beneficiaries());
    check_unique(library_.glossary());
    check_unique(library_.ladders());
    check_unique(library_.profile());
    check_unique(library_.examples());
    check_unique(library_.contacts());
    Seen days;
    for (const auto& one : library_.calendar()) {
      if (one.date) note_id(days, one.date->iso(), one.provenance.place);
    }
    check_file_names(library_.policies());
    check_file_names(library_.proposals());
    check_file_names(library_.indicators());
    check_file_names(library_.booklets());
    check_file_names(library_.dashboards());
    Seen facts;
    for (const auto& one : library_.observed()) {
      // A refused period or region leaves a fact id that nobody wrote.
      if (faulty_files_.contains(library_.files()[one.provenance.place.file])) continue;
      note_id(facts, one.fact_id(), one.provenance.place);
    }
  }

  // Years of what is no amount, whose are looked at with it.
  void check_years(const std::optional<model::Years>& years, const Place& place) {
    if (!years || years->exactly.has_value() != years->at_most.has_value()) return;
    report(msg::years_both{}, place);
  }

  void check_years() {
    const auto promise = [this](const model::UndertakingRef& ref) {
      check_years(ref.undertaking->years, ref.undertaking->place);
      check_every(ref.undertaking->every, ref.undertaking->place);
    };
    model::each_undertaking(library_.policies(), promise);
    model::each_undertaking(library_.proposals(), promise);
    for (const model::Example& one : library_.examples()) {
      if (one.expect.estimate) check_years(one.expect.estimate->years, one.provenance.place);
    }
  }

  // For a list that is named again and again: as many as anybody reads.
  static Argument some_of(const std::vector<std::string>& choices) {
    constexpr std::size_t kMost = 100;
    if (choices.size() <= kMost) return Argument::list(choices);
    std::vector<std::string> some(choices.begin(), choices.begin() + kMost);
    some.emplace_back("…");
    return Argument::list(some);
  }

  // Each rule and each cell of a roster is read with all of them in mind.
  void check_length_of_profile() {
    std::size_t choices = 0;
    std::size_t fields = 0;
    std::size_t recognitions = 0;
    for (const model::ProfileField& field : library_.profile()) {
      const auto passes = [&](std::size_t& count, std::size_t more, std::size_t limit) {
        const std::size_t before = std::exchange(count, count + more);
        return before <= limit && count > limit;
      };
      const model::Place& place = field.provenance.place;
      if (passes(fields, 1, kMostProfileFields)) {
        report(msg::profile_too_long{.what = msg::profile_fields{}, .limit = kMostProfileFields},
               place);
      }
      const bool recognition = field.type == model::ProfileType::recognition;
      if (passes(recognitions, recognition ? 1 : 0, kMostRecognitions)) {
        report(
            msg::profile_too_long{.what = msg::profile_recognitions{}, .limit = kMostRecognitions},
            place);
      }
      if (passes(choices, field.choices.size() + field.short_names.size(), kMostProfileChoices)) {
        report(msg::profile_too_long{.what = msg::profile_choices{}, .limit = kMostProfileChoices},
               place);
      }
    }
  }

  // A field that is answered by choosing has choices, and what it says of names is said of them.
  void check_profile(const model::ProfileField& field) {
    const auto& choices = field.choices;
    const bool chosen =
        field.type == model::ProfileType::choice || field.type == model::ProfileType::recognition;
    if (chosen && choices.empty()) {
      report(msg::choices_missing{.field = field.label}, field.provenance.place);
      return;
    }
    const std::set<std::string_view> known(choices.begin(), choices.end());
    const Argument listed = some_of(choices);
    Speller speller;
    const auto check = [&](const std::string& name) {
      if (known.contains(name)) return;
      report(msg::unknown_choice{.field = field.label, .text = name, .choices = listed},
             locator_.find(field.provenance.place, name), name, speller.nearest(name, [&choices] {
               return std::vector<std::string_view>(choices.begin(), choices.end());
             }));
    };
    for (const std::string& name : field.steps) check(name);
    for (const model::RecognitionTerm& term : field.terms) check(term.name);
    for (const model::ShortName& one : field.short_names) check(one.means);
  }

  template <class Records>
  static bool has_one_without_id(const Records& records) {
    return std::any_of(records.begin(), records.end(),
                       [](const auto& one) { return one.id.empty(); });
  }

  // Whether a record may be there, but for an id that was refused, or for a fault that left none.
  template <class Records>
  bool lacks_an_id(const Records& records, std::string_view name) {
    const auto [known, is_new] = lacking_.try_emplace(&records);
    const std::string file = "data/" + std::string(name);
    if (is_new) {
      known->second =
          has_one_without_id(records) ||
          (records.begin() == records.end() &&
           (faulty_files_.contains(file + ".json") || faulty_files_.contains(file + ".csv")));
    }
    return known->second;
  }

  // Whether a record is in the file of that name, under another id.
  template <class Records>
  bool has_file(const Records& records, std::string_view folder, std::string_view id) {
    const auto [known, is_new] = with_records_.try_emplace(&records);
    if (is_new) {
      for (const auto& one : records)
        known->second.insert(library_.files()[one.provenance.place.file]);
    }
    return known->second.contains("data/" + std::string(folder) + "/" + std::string(id) + ".json");
  }
  bool has_policy_file(std::string_view id) {
    return has_file(library_.policies(), "policies", id);
  }
  bool has_proposal_file(std::string_view id) {
    return has_file(library_.proposals(), "proposals", id);
  }

  // Whether a policy's part may be there, but for an id that was refused.
  bool lacks_ids(const std::string& policy_id) {
    const Policy* policy = library_.policy(policy_id);
    if (policy == nullptr) return has_policy_file(policy_id);
    const auto [known, is_new] = lacking_.try_emplace(policy);
    bool& lacking = known->second;
    if (!is_new) return lacking;
    model::each_article(*policy, [&lacking](const model::ArticleRef& in) {
      const Article& article = *in.article;
      lacking = lacking || article.id.empty() || has_one_without_id(article.measures) ||
                has_one_without_id(article.targets);
    });
    return lacking;
  }

  // Whether what a reference names may be on file, with a fault that was reported: nothing can be
  // said to be missing then, and no other record to be meant.
  bool is_on_file(const Reference& reference) {
    switch (reference.kind) {
      case model::RefKind::organization:
        return lacks_an_id(library_.organizations(), "organizations");
      case model::RefKind::region:
        return lacks_an_id(library_.regions(), "regions");
      case model::RefKind::topic:
        return lacks_an_id(library_.topics(), "topics");
      case model::RefKind::beneficiary:
        return lacks_an_id(library_.beneficiaries(), "beneficiaries");
      case model::RefKind::profile_field:
        return lacks_an_id(library_.profile(), "profile");
      case model::RefKind::indicator:
        return has_file(library_.indicators(), "indicators", reference.id);
      case model::RefKind::policy:
        return has_policy_file(reference.id);
      case model::RefKind::proposal:
        return has_proposal_file(reference.id);
      case model::RefKind::document:
        return has_policy_file(reference.id) || has_proposal_file(reference.id);
      case model::RefKind::article:
      case model::RefKind::measure:
      case model::RefKind::target:
      case model::RefKind::undertaking:
        return lacks_ids(reference.id.substr(0, reference.id.find('/')));
      case model::RefKind::observation: {
        const auto& all = library_.observed();
        return std::any_of(all.begin(), all.end(), [this](const model::Observation& one) {
          return faulty_files_.contains(library_.files()[one.provenance.place.file]);
        });
      }
      case model::RefKind::none:
        break;
    }
    return false;
  }

  void check_reference(const Reference& reference) {
    if (model::resolves(library_, reference.kind, reference.id)) return;
    const Argument kind = model::schema::name(reference.kind);
    const auto named = directory_.ids_named(reference.kind, reference.id);
    if (named.size() > 1) {
      report(msg::ambiguous_name{.key = reference.key,
                                 .kind = kind,
                                 .name = reference.id,
                                 .ids = Argument::list(named)},
             reference.place, reference.id);
      return;
    }
    if (is_on_file(reference)) return;
    if (reference.kind == model::RefKind::article) {
      if (auto lost = model::lost_place(library_, reference.id)) {
        report(std::move(lost->message), reference.place, reference.id,
               std::move(lost->suggestion));
        return;
      }
    }
    report(msg::dangling_reference{.key = reference.key, .kind = kind, .id = reference.id},
           reference.place, reference.id, directory_.nearest(reference.kind, reference.id));
  }

  void check_policy(const Policy& policy) {
    Seen sections;
    Seen articles;
    for (const auto& section : policy.sections) note_id(sections, section.id, section.place);
    for (const auto& relation : policy.relations) check_relation(relation);
    model::each_article(policy, [&](const model::ArticleRef& in) {
      const Article& article = *in.article;
      note_id(articles, article.id, article.place);
      check_article(in);
      if (is_public(policy.provenance.audience) && is_public(article.audience)) {
        check_units_are_public(article.units, article.place);
      }
    });
    if (is_public(policy.provenance.audience)) {
      check_units_are_public(policy.units, policy.provenance.place);
    }
  }

  static bool is_public(model::Audience audience) { return audience == model::Audience::public_; }

  // Left out of a public page, a unit would make the next one the first, or the lead unknown.
  void check_units_are_public(const std::vector<std::string>& units, const model::Place& place) {
    for (const std::string& id : units) {
      const model::Organization* unit = library_.organization(id);
      if (unit == nullptr || is_public(unit->provenance.audience)) continue;
      report(msg::hidden_unit{.unit = id}, locator_.find(place, id), id);
    }
  }

  // A place within the article, which a part of it names at `from`.
  void check_place(const model::ArticleRef& in, const std::string& place, const Place& from) {
    if (place.empty()) return;
    if (auto lost = model::lost_place(in, place)) {
      report(std::move(lost->message), locator_.find(from, place), place,
             std::move(lost->suggestion));
    }
  }

  void check_places(const model::ArticleRef& in) {
    for (const auto& measure : in.article->measures) {
      check_place(in, measure.provision, measure.place);
      for (const auto& one : measure.requirements) check_place(in, one.provision, measure.place);
    }
    if (!in.article->text.empty() && model::wording_of(*in.article).size() > 1) {
      report(msg::wording_twice{}, in.article->text.place);
    }
  }

  void check_relation(const model::Relation& relation) {
    for (const std::string& id : relation.articles) {
      const model::ArticleRef in = library_.provision(id).in;
      if (in.article == nullptr || in.policy->id == relation.policy) continue;
      report(msg::article_of_other_policy{.article = id, .policy = relation.policy},
             locator_.find(relation.place, id), id);
    }
  }

  void check_article(const model::ArticleRef& in) {
    const Article& article = *in.article;
    check_places(in);
    Seen names;
    for (const auto& measure : article.measures) {
      note_id(names, measure.id, measure.place);
      for (const auto& amount : measure.amounts) {
        const bool faulty = faulty_files_.contains(library_.files()[amount.place.file]);
        if (faulty && lacks_basis(amount)) continue;
        check_amount(amount, library_, [this, &amount](Message message) {
          report(std::move(message), amount.place);
        });
      }
      for (const auto& one : measure.requirements) {
        const bool right = one.readings.empty() || (one.readings.size() > 1 && one.rule.empty());
        if (!right) report(msg::readings_wrong{}, measure.place);
      }
    }
    for (const auto& target : article.targets) {
      note_id(names, target.id, target.place);
      check_every(target.every, target.place);
    }
    for (const auto& promise : article.undertakings) note_id(names, promise.id, promise.place);
    const auto& units = model::units_of(in);
    const bool listed = std::find(units.begin(), units.end(), article.lead) != units.end();
    if (!listed && !article.lead.empty() && library_.organization(article.lead) != nullptr) {
      report(msg::lead_is_no_unit{.lead = article.lead}, locator_.find(article.place, article.lead),
             article.lead);
    }
  }

  void check_proposal(const model::Proposal& proposal) {
    std::vector<std::string_view> asks;
    std::vector<std::string> joint;  // of proposals that the same letter answers
    if (proposal.asks) {
      check_parts(*proposal.asks);
      for (const auto& ask : *proposal.asks) asks.push_back(ask.id);
    }
    if (!proposal.reply) return;
    check_parts(proposal.reply->sections);
    check_parts(proposal.reply->undertakings);
    for (const std::string& other : proposal.reply->also_answers) {
      const model::Proposal* too = library_.proposal(other);
      if (too == nullptr) continue;
      if (too->reply || library_.answered_in(*too) != &proposal) {
        report(msg::answered_twice{.proposal = other},
               locator_.find(locator_.find(proposal.reply->place, "also_answers"), other), other);
      }
      if (!too->asks) continue;
      for (const auto& ask : *too->asks) joint.push_back(model::ask_name(*too, ask, proposal));
    }
    check_body_of(proposal);
    const auto [first, last] = sharing_.equal_range(proposal.id);
    for (auto it = first; it != last; ++it) {
      const model::Proposal& too = *it->second;
      if (!too.asks) continue;
      for (const auto& ask : *too.asks) joint.push_back(model::ask_name(too, ask, proposal));
    }
    asks.insert(asks.end(), joint.begin(), joint.end());
    const std::set<std::string_view> known(asks.begin(), asks.end());
    Speller speller;
    for (const auto& section : proposal.reply->sections) {
      for (const std::string& ask : section.answers) {
        if (known.contains(ask)) continue;
        report(msg::unknown_ask{.ask = ask},
               locator_.find(locator_.find(section.place, "answers"), ask), ask,
               speller.nearest(ask, [&asks] { return asks; }));
      }
    }
  }

  // A body that is another reply's: that one must have it, and this one none of its own.
  void check_body_of(const model::Proposal& proposal) {
    const model::Reply& reply = *proposal.reply;
    if (reply.body_of.empty()) return;
    const model::Proposal* source = library_.proposal(reply.body_of);
    if (source == nullptr) return;
    const Place place = locator_.find(reply.place, reply.body_of);
    if (source == &proposal || !source->reply || !source->reply->body_of.empty()) {
      report(msg::no_body{.proposal = reply.body_of}, place, reply.body_of);
    } else if (!reply.sections.empty()) {
      report(msg::two_bodies{.proposal = reply.body_of}, place, reply.body_of);
    }
  }

  template <class Parts>
  void check_parts(const Parts& parts) {
    Seen seen;
    for (const auto& part : parts) note_id(seen, part.id, part.place);
  }

  const Library& library_;
  /// The proposals whose replies take their body from another's, by the latter.
  std::multimap<std::string_view, const model::Proposal*> sharing_{};
  model::Locator& locator_;
  Diagnostics& problems_;
  std::set<std::string> faulty_files_;
  /// File, line and column of values of known fields.
  std::set<std::tuple<std::string, std::uint32_t, std::uint32_t>> refused_;
  bool file_lost_ = false;
  model::Directory directory_{library_};
  std::map<const void*, bool> lacking_;  ///< lists and policies: whether a record has no id
  std::map<const void*, std::set<std::string>> with_records_;  ///< the files of lists
};

}  // namespace

void check_library(const Library& library, const std::vector<Reference>& references,
                   model::Locator& locator, Diagnostics& problems) {
  Checker(library, locator, problems).check(references);
}

}  // namespace huice::load
