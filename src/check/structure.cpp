// SPDX-License-Identifier: Apache-2.0
//
// The parts of one text: two of them labelled alike, numbers that are counted in another way than
// the record says, a lead that the text does not name, and beneficiaries of another level than the
// rule asks for.
#include "base/messages/check.h"
#include "check/naming.h"
#include "check/rule_numbers.h"
#include "check/rules.h"
#include "model/provision.h"
#include "model/walk.h"

#include <algorithm>
#include <array>
#include <map>

namespace huice::check {
namespace {

class Labels {
 public:
  explicit Labels(Findings& findings) : findings_(findings) {}

  void begin() { seen_.clear(); }

  void check(const std::string& label, const model::Place& place) {
    if (label.empty()) return;
    const auto [first, is_new] = seen_.emplace(label, place);
    if (is_new) return;
    findings_.add(msg::label_twice{.label = label}, Spot::text(place, label, "label"),
                  Other{msg::the_other{}, Spot::text(first->second, label, "label")});
  }

 private:
  Findings& findings_;
  std::map<std::string, model::Place> seen_;
};

// 附件1 and 附则 number what is in them anew.
bool is_annex(const model::Section& section) {
  return section.label.starts_with("附");
}

void check_policy(const model::Policy& policy, Labels& labels) {
  labels.begin();
  for (const model::Section& section : policy.sections) labels.check(section.label, section.place);
  labels.begin();
  for (const model::Section& section : policy.sections) {
    if (policy.numbering == model::Numbering::restart || is_annex(section)) labels.begin();
    for (const model::Article& one : section.articles) labels.check(one.label, one.place);
  }
  model::each_article(policy, [&labels](const model::ArticleRef& in) {
    for (const model::Paragraph& paragraph : in.article->paragraphs) {
      labels.begin();
      for (const model::Item& item : paragraph.items) labels.check(item.label, item.place);
    }
  });
}

// The first chapter whose numbers go on from those of the one before, where none begins again.
const model::Section* goes_on(const model::Policy& policy) {
  const model::Section* before = nullptr;
  const model::Section* first = nullptr;
  for (const model::Section& section : policy.sections) {
    if (section.articles.empty() || is_annex(section)) continue;
    if (before != nullptr) {
      const auto last = model::number_of_label(before->articles.back().label);
      const auto next = model::number_of_label(section.articles.front().label);
      if (!last || next != *last + 1) return nullptr;
      if (first == nullptr) first = &section;
    }
    before = &section;
  }
  return first;
}

void check_restart(const model::Policy& policy, Findings& findings) {
  const model::Section* section = goes_on(policy);
  if (section == nullptr) return;
  const model::Article& next = section->articles.front();
  findings.add(msg::numbering_continues{.label = next.label},
               Spot::text(policy.provenance.place, "restart", "numbering"),
               Other{msg::the_article{}, Spot::text(next.place, next.label, "label")});
}

// A text without chapters is recorded as one section without label or heading; 附则 may follow.
void check_flat(const model::Policy& policy, Findings& findings) {
  const auto& sections = policy.sections;
  const auto chapter = std::find_if(sections.begin(), sections.end(), [](const auto& one) {
    return !is_annex(one) && !(one.label.empty() && one.heading.empty());
  });
  if (chapter == sections.end()) return;
  const std::string& name = chapter->label.empty() ? chapter->heading : chapter->label;
  findings.add(msg::numbering_chapters{.chapter = name},
               Spot::text(policy.provenance.place, "flat", "numbering"),
               Other{msg::the_chapter{}, Spot::text(chapter->place, name)});
}

bool names_a_lead(std::string_view wording) {
  const std::array<std::string_view, 5> words{"牵头", "负责", "责任单位", "主办", "主责"};
  return std::any_of(words.begin(), words.end(), [wording](std::string_view word) {
    return wording.find(word) != std::string_view::npos;
  });
}

void check_lead(const model::ArticleRef& in, const model::Library& library, Findings& findings) {
  const model::Article& article = *in.article;
  // A ruling may name one too.
  if (article.lead.empty() || !in.policy->rulings.empty()) return;
  const std::vector<const model::Prose*> wording = model::wording_of(article);
  const bool no_wording = wording.empty();
  findings.count_in_file(msg::lead_uncompared::code, no_wording, article.place, name_of(in));
  const bool named = std::any_of(wording.begin(), wording.end(), [](const model::Prose* one) {
    return names_a_lead(one->markdown);
  });
  if (no_wording || named) return;
  const model::Organization* lead = library.organization(article.lead);
  findings.add(msg::lead_unsaid{.lead = lead == nullptr ? article.lead : lead->name},
               Spot::text(article.place, article.lead, "lead"),
               Other{msg::the_text{}, Spot::at(wording.front()->place)});
}

// The levels that rules of a measure ask of a recognition, as far as they are among `levels`.
std::vector<std::string> tiers_of(const model::Measure& measure, const match::RuleReader& rules,
                                  const std::vector<std::string>& levels) {
  std::vector<std::string> tiers;
  for (const model::Requirement& one : measure.requirements) {
    const json::Value& rule = rules.json(one.rule);
    if (!reads_recognitions(rule, rules)) continue;
    for (const std::string& word : words_in_rule(rule)) {
      const bool is_level = std::find(levels.begin(), levels.end(), word) != levels.end();
      const bool is_new = std::find(tiers.begin(), tiers.end(), word) == tiers.end();
      if (is_level && is_new) tiers.push_back(word);
    }
  }
  return tiers;
}

void check_levels(const model::Measure& measure, const Subject& subject,
                  const std::vector<std::string>& levels, Findings& findings) {
  const std::vector<std::string> tiers = tiers_of(measure, subject.rules, levels);
  if (tiers.empty()) return;
  for (const std::string& id : measure.beneficiaries) {
    const model::Beneficiary* who = subject.library.beneficiary(id);
    if (who == nullptr || who->level.empty()) continue;
    if (std::find(tiers.begin(), tiers.end(), who->level) != tiers.end()) continue;
    findings.add(
        msg::level_other_tier{
            .who = who->name, .level = who->level, .tiers = Argument::list(tiers)},
        Spot::text(measure.place, id, "beneficiaries"),
        Other{msg::the_beneficiary{}, Spot::at(who->provenance.place)});
  }
}

}  // namespace

void check_labels_twice(const Subject& subject, Findings& findings) {
  Labels labels(findings);
  for (const model::Policy& policy : subject.library.policies()) {
    check_policy(policy, labels);
    if (policy.numbering == model::Numbering::restart) check_restart(policy, findings);
    if (policy.numbering == model::Numbering::flat) check_flat(policy, findings);
  }
  for (const model::Proposal& proposal : subject.library.proposals()) {
    if (!proposal.reply) continue;
    labels.begin();
    for (const model::ReplySection& one : proposal.reply->sections) {
      labels.check(one.label, one.place);
    }
  }
}

void check_leads(const Subject& subject, Findings& findings) {
  model::each_article(subject.library.policies(), [&](const model::ArticleRef& in) {
    check_lead(in, subject.library, findings);
  });
}

void check_beneficiary_levels(const Subject& subject, Findings& findings) {
  std::vector<std::string> levels{"国家级", "自治区级", "省级", "市级", "旗县级", "县级"};
  for (const model::Beneficiary& one : subject.library.beneficiaries()) {
    if (!one.level.empty()) levels.push_back(one.level);
  }
  for (const model::ProfileField& field : subject.library.profile()) {
    levels.insert(levels.end(), field.levels.begin(), field.levels.end());
  }
  model::each_measure(subject.library.policies(), [&](const model::MeasureRef& ref) {
    check_levels(*ref.measure, subject, levels, findings);
  });
}

}  // namespace huice::check
