// SPDX-License-Identifier: Apache-2.0
//
// What a letter says against its own record, its promises, other letters and the days of what it
// cites.
#include "base/messages/check.h"
#include "check/naming.h"
#include "check/prose_fields.h"
#include "check/rules.h"
#include "model/reply_body.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace huice::check {
namespace {

using model::Observation;
using model::Proposal;
using model::Reply;

const model::ReplyClass* class_of(const Reply& reply, const model::Site& site) {
  for (const model::ReplyClass& one : site.reply_classes) {
    if (one.id == reply.result_class) return &one;
  }
  return nullptr;
}

bool is_open(const model::Undertaking& one) {
  return one.status != model::UndertakingStatus::done &&
         one.status != model::UndertakingStatus::cancelled;
}

// A class that says 已解决 of a proposal that the same letter goes on promising to.
void check_promises(const Reply& reply, const model::Site& site, Findings& findings) {
  const model::ReplyClass* meant = class_of(reply, site);
  if (meant == nullptr || !meant->meaning.starts_with("已")) return;
  const auto open = std::find_if(reply.undertakings.begin(), reply.undertakings.end(), is_open);
  if (open == reply.undertakings.end()) return;
  findings.add(
      msg::class_promises{.id = meant->id, .meaning = meant->meaning, .promise = open->text},
      Spot::text(reply.place, meant->id, "class"),
      Other{msg::the_promise{}, Spot::at(open->place)});
}

// Letters with one text whose classes differ.
void check_shared_class(const Proposal& proposal, const model::Library& library,
                        Findings& findings) {
  const Reply& reply = *proposal.reply;
  const Proposal* source = library.proposal(reply.body_of);
  if (source == nullptr || !source->reply) return;
  const std::string& other = source->reply->result_class;
  if (reply.result_class.empty() || other.empty() || reply.result_class == other) return;
  findings.add(
      msg::class_differs{
          .id = reply.result_class, .other = model::reply_name(*source), .other_id = other},
      Spot::text(reply.place, reply.result_class, "class"),
      Other{msg::the_other_reply{}, Spot::text(source->reply->place, other, "class")});
}

// 关于“出台一个政策包”的建议, over the answer to another ask.
void check_heading(const Proposal& proposal, const model::ReplySection& section,
                   Findings& findings) {
  constexpr std::string_view kOpen = "关于“";
  constexpr std::string_view kClose = "”的建议";
  if (!proposal.asks || section.answers.size() != 1) return;
  const std::size_t from = section.heading.find(kOpen);
  const std::size_t to = section.heading.rfind(kClose);
  if (from == std::string::npos || to == std::string::npos || to < from + kOpen.size()) return;
  const std::string said = section.heading.substr(from + kOpen.size(), to - from - kOpen.size());
  for (const model::Ask& ask : *proposal.asks) {
    if (ask.id != section.answers.front() || ask.heading == said) continue;
    findings.add(msg::letter_heading{.said = said, .ask = ask.heading},
                 Spot::text(section.place, section.heading, "heading"),
                 Other{msg::the_ask{}, Spot::at(ask.place)});
  }
}

class Texts {
 public:
  Texts(const Subject& subject, Findings& findings) : subject_(subject), findings_(findings) {
    for (const model::Contact& one : library().contacts()) contacts_[one.proposal].push_back(&one);
  }

  void check(const ProseField& field) {
    if (field.proposal == nullptr) return;
    check_contact(field);
    if (!field.is_reply) return;
    for (const prose::Citation& one : citations_of(field, library())) {
      check_day(field, one);
      if (one.kind != prose::CitedKind::fact) continue;
      for (const std::string_view id : one.ids()) {
        if (const Observation* fact = library().observation(id)) check_figure(field, one, *fact);
      }
    }
  }

 private:
  using Key = std::tuple<std::string_view, std::string_view, std::string>;
  struct Said {
    const Proposal* by;
    const Observation* fact;
    Spot where;
  };

  const model::Library& library() const { return subject_.library; }

  static Spot spot(const ProseField& field, const prose::Citation& one) {
    return Spot::prose(*field.prose, one.offset, one.length);
  }

  static bool is_public(const ProseField& field) {
    const bool shown = field.proposal->provenance.audience == model::Audience::public_;
    return shown &&
           (!field.is_reply || field.proposal->reply->audience == model::Audience::public_);
  }

  // 联系人：…, or the name or number that data/private/ has for this proposal.
  void check_contact(const ProseField& field) {
    if (!is_public(field)) return;
    const std::string& text = field.prose->markdown;
    std::vector<std::string_view> words{"联系人：", "联系人:", "联系电话：", "联系电话:"};
    const auto own = contacts_.find(field.proposal->id);
    if (own != contacts_.end()) {
      for (const model::Contact* one : own->second) {
        words.push_back(one->phone);
        words.push_back(one->name);
      }
    }
    for (const std::string_view word : words) {
      const std::size_t at = word.empty() ? std::string::npos : text.find(word);
      if (at == std::string::npos) continue;
      findings_.add(msg::contact_published{.said = word},
                    Spot::prose(*field.prose, at, word.size()));
      return;
    }
  }

  // A text that was signed, or a figure whose time began, after the letter.
  void check_day(const ProseField& field, const prose::Citation& one) {
    const auto& signed_on = field.proposal->reply->signed_on;
    if (!signed_on) return;
    const auto report = [&](const std::string& name, const model::Date& day,
                            const model::Place& place) {
      findings_.add(
          msg::cited_later{.name = name, .date = day.iso(), .signed_on = signed_on->iso()},
          spot(field, one), Other{msg::the_record{}, Spot::at(place)});
    };
    if (one.kind == prose::CitedKind::undertaking) return;
    if (one.kind != prose::CitedKind::fact) {
      const model::Policy* cited = library().policy(one.id.substr(0, one.id.find('/')));
      const bool is_later =
          cited != nullptr && cited->dates.signed_on && *cited->dates.signed_on > *signed_on;
      if (is_later) report(name_of(*cited), *cited->dates.signed_on, cited->provenance.place);
      return;
    }
    for (const std::string_view id : one.ids()) {
      const Observation* fact = library().observation(id);
      if (fact == nullptr || fact->period.kind() == model::PeriodKind::unstated) continue;
      const bool is_span = fact->period.kind() == model::PeriodKind::span;
      const model::Date& begins = is_span ? fact->period.first() : fact->period.last();
      if (begins > *signed_on) report(name_of(*fact, library()), begins, fact->provenance.place);
    }
  }

  // Another letter that cites another source's figure of the same.
  void check_figure(const ProseField& field, const prose::Citation& one, const Observation& fact) {
    if (fact.period.kind() == model::PeriodKind::unstated) return;
    const auto [known, is_new] =
        said_.try_emplace(Key{fact.indicator, fact.region, fact.period.text()},
                          Said{field.proposal, &fact, spot(field, one)});
    const Said& before = known->second;
    if (is_new || before.fact->quantity().text() == fact.quantity().text()) return;
    if (before.by == field.proposal || !told_.emplace(field.proposal, &fact).second) return;
    Observation of_any_source(fact);
    of_any_source.variant.clear();
    findings_.add(msg::figures_differ{.figure = name_of(of_any_source, library()),
                                      .said = fact.quantity().text(),
                                      .other = model::reply_name(*before.by),
                                      .other_said = before.fact->quantity().text()},
                  spot(field, one), Other{msg::the_other_reply{}, before.where});
  }

  const Subject& subject_;
  Findings& findings_;
  std::map<std::string_view, std::vector<const model::Contact*>> contacts_;
  std::map<Key, Said> said_;
  std::set<std::pair<const Proposal*, const Observation*>> told_;
};

}  // namespace

void check_letter_contents(const Subject& subject, Findings& findings) {
  for (const Proposal& proposal : subject.library.proposals()) {
    if (!proposal.reply) continue;
    check_promises(*proposal.reply, subject.library.site(), findings);
    check_shared_class(proposal, subject.library, findings);
    for (const model::ReplySection& section : proposal.reply->sections) {
      check_heading(proposal, section, findings);
    }
  }
  Texts texts(subject, findings);
  model::each_prose(subject.library.records(),
                    [&texts](const ProseField& field) { texts.check(field); });
}

}  // namespace huice::check
