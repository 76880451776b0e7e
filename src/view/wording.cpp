// SPDX-License-Identifier: Apache-2.0
#include "view/wording.h"

#include "derive/comparison.h"
#include "derive/ledger.h"
#include "model/schema/choice.h"
#include "view/amount_wording.h"

#include <algorithm>

namespace huice::view {
namespace {

using model::bare_label;

// How a text says when it comes into force: its own words, or from which day on.
std::string commencement_phrase(const model::Commencement& effective, const Words& words) {
  if (!effective.phrase.empty()) return effective.phrase;
  if (!effective.days) return std::string(words.text("unstated"));
  const std::string_view base = model::schema::word(effective.base);
  if (*effective.days == 0) return std::string(words.text(key_in("effective.on", base)));
  return words.text(key_in("effective.after", base), {{"days", std::to_string(*effective.days)}});
}

}  // namespace

void append(std::string& out, std::string_view part, std::string_view join) {
  if (part.empty()) return;
  if (!out.empty()) out += join;
  out += part;
}

std::string years_text(const model::Years& years, const Words& words) {
  if (years.exactly)
    return words.text("years.exactly", {{"years", std::to_string(*years.exactly)}});
  if (years.at_most)
    return words.text("years.at_most", {{"years", std::to_string(*years.at_most)}});
  return {};
}

std::string clause_text(const model::Stacking& clause, const Reader& reader, const Words& words) {
  const auto rule = words.text(key_in("match.stacking", model::schema::word(clause.rule)));
  std::string text =
      words.text("match.clause", {{"rule", std::string(rule)}, {"wording", clause.wording}});
  const model::ProvisionRef said_by = reader.provision(clause.article);
  if (said_by.in.article == nullptr) return text;
  return words.text("match.clause_of",
                    {{"clause", text}, {"article", provision_label(said_by, words)}});
}

std::string requirement_text(const model::Requirement& one, const model::ArticleRef& in,
                             const Words& words) {
  const model::ProvisionRef place = model::find_provision(in, one.provision);
  if (!place.is_part()) return one.label;
  return words.text("measure.requirement_of",
                    {{"requirement", one.label}, {"place", provision_place(place, words)}});
}

std::string territory_text(const model::Territory& territory, const Reader& reader,
                           const Words& words) {
  const model::Region* region = reader.region(territory.region);
  if (region == nullptr || territory.wording.find(region->name) != std::string::npos) {
    return territory.wording;
  }
  return territory.wording + words.text("punctuation.brackets", {{"text", region->name}});
}

std::string reach_text(const model::MeasureRef& measure, const Reader& reader, const Words& words) {
  const model::Territory* territory = model::territory_of(measure);
  if (territory == nullptr) return {};
  return words.text("measure.territory",
                    {{"territory", territory_text(*territory, reader, words)}});
}

std::string tally_text(const std::vector<model::UndertakingRef>& promises, const model::Date& as_of,
                       const Words& words) {
  derive::Tally tally;
  for (const model::UndertakingRef& one : promises) {
    tally.add(derive::kept_of(*one.undertaking, as_of));
  }
  if (tally.open == tally.all()) return {};
  std::string parts;
  const auto add = [&](std::string_view key, std::size_t count) {
    if (count == 0) return;
    append(parts, words.text(key, {{"count", std::to_string(count)}}),
           words.text("punctuation.comma"));
  };
  add("unit.tally_fulfilled", tally.fulfilled);
  add("unit.tally_overdue", tally.overdue);
  add("unit.tally_open", tally.open);
  add("unit.tally_cancelled", tally.cancelled);
  return words.text("unit.tally", {{"count", std::to_string(tally.all())}, {"parts", parts}});
}

std::string size_text(std::uint64_t bytes) {
  constexpr std::uint64_t kStep = 1024;
  if (bytes < kStep) return std::to_string(bytes) + "B";
  if (bytes <= (kStep - 1) * kStep) return std::to_string((bytes + kStep - 1) / kStep) + "KB";
  const std::uint64_t tenths = (bytes * 10 + kStep * kStep - 1) / (kStep * kStep);
  const std::string whole = std::to_string(tenths / 10);
  return (tenths % 10 == 0 ? whole : whole + "." + std::to_string(tenths % 10)) + "MB";
}

std::string days_text(const std::optional<model::Date>& from, const std::optional<model::Date>& to,
                      const Words& words) {
  if (from && to)
    return words.text("validity.both", {{"from", from->official()}, {"to", to->official()}});
  if (from) return words.text("validity.from", {{"from", from->official()}});
  return to ? words.text("validity.to", {{"to", to->official()}}) : std::string();
}

std::string policy_name(const model::Policy& policy, const Words& words) {
  // “科技新政30条”2.0版 is what people call it, and no title to be put in 《》.
  if (!policy.number && policy.title.starts_with("“")) return policy.title;
  if (!policy.number) return words.text("name.policy", {{"title", policy.title}});
  return words.text("name.numbered", {{"title", policy.title}, {"number", policy.number->text()}});
}

std::string place_name(const model::ArticleRef& in, const Words& words) {
  return in.article != nullptr ? article_name(in, words) : policy_name(*in.policy, words);
}

std::string article_name(const model::ArticleRef& in, const Words& words) {
  const std::string name = in.policy->number
                               ? in.policy->number->text()
                               : words.text("name.policy", {{"title", in.policy->title}});
  const std::string label = bare_label(in.article->label);
  switch (in.policy->numbering) {
    case model::Numbering::flat:
      if (label.starts_with("第")) {
        return words.text("name.article", {{"policy", name}, {"article", label}});
      }
      return words.text("name.article_flat", {{"policy", name}, {"article", label}});
    case model::Numbering::restart:
      // （三） is in every chapter, so the chapter belongs to the name.
      return words.text(
          "name.article_in_chapter",
          {{"policy", name}, {"chapter", bare_label(in.section->label)}, {"article", label}});
    case model::Numbering::continuous:
      return words.text("name.article", {{"policy", name}, {"article", label}});
  }
  return name;
}

std::string provision_place(const model::ProvisionRef& provision, const Words& words) {
  std::string paragraph;
  if (provision.is_part() && provision.in.article->paragraphs.size() > 1) {
    const auto number = static_cast<int>(model::number_of_paragraph(provision));
    paragraph = words.text("name.paragraph", {{"number", words.number(number)}});
  }
  if (provision.item == nullptr) return paragraph;
  const std::string item = words.text("name.item", {{"label", bare_label(provision.item->label)}});
  if (paragraph.empty()) return item;
  return words.text("name.item_of_paragraph", {{"paragraph", paragraph}, {"item", item}});
}

namespace {

std::string with_place(const std::string& article, const model::ProvisionRef& provision,
                       const Words& words) {
  const std::string place = provision_place(provision, words);
  if (place.empty()) return article;
  return words.text("name.provision", {{"article", article}, {"place", place}});
}

}  // namespace

std::string provision_label(const model::ProvisionRef& provision, const Words& words) {
  const std::string& label = provision.in.article->label;
  const bool flat = provision.in.policy->numbering == model::Numbering::flat;
  if (!provision.is_part() || !flat || label.starts_with("第")) {
    return with_place(label, provision, words);
  }
  return with_place(words.text("name.article_alone", {{"article", bare_label(label)}}), provision,
                    words);
}

std::string provision_name(const model::ProvisionRef& provision, const Words& words) {
  return with_place(article_name(provision.in, words), provision, words);
}

std::string basis_name(const model::MeasureRef& measure, const Words& words) {
  return provision_name(model::provision_of(measure), words);
}

std::string figure_text(const std::string& figure, const model::Provenance& provenance,
                        const Words& words) {
  if (!provenance.is_provisional()) return figure;
  return words.text("mark.provisional_figure", {{"figure", figure}});
}

namespace {

std::string_view key_of(model::Absence absence) {
  switch (absence) {
    case model::Absence::below_unit:
      return "absence.below_unit";
    case model::Absence::none:
      return "absence.none";
    case model::Absence::unknown:
      return "absence.unknown";
    case model::Absence::withheld:
      return "absence.withheld";
  }
  return {};
}

}  // namespace

std::string open_period_text(const model::Period& period, const Words& words) {
  if (period.kind() != model::PeriodKind::unstated) return {};
  return std::string(words.text(period.running() ? "observation.unstated_running"
                                                 : "observation.unstated_period"));
}

std::string observed_text(const model::Observation& observation, const Words& words) {
  const auto absence = observation.value.absence();
  if (!absence) return observation.quantity().text();
  return std::string(words.text(key_of(*absence)));
}

std::string growth_text(const model::Growth& growth, const Words& words) {
  const std::string_view join = words.text("amount.join");
  std::string out;
  if (growth.base && growth.base->kind() != model::PeriodKind::unstated)
    append(out, words.text("growth.base", {{"year", growth.base->official()}}), join);
  if (growth.years) {
    append(out, words.text("growth.years", {{"years", std::to_string(*growth.years)}}), join);
  }
  append(out,
         growth.rate ? words.text("growth.rate", {{"rate", growth.rate->text()}})
                     : std::string(words.text("growth.unstated")),
         join);
  return out;
}

std::string term_text(const model::Target& target, const Words& words) {
  const std::string_view join = words.text("punctuation.comma");
  std::string out;
  if (!target.every.empty()) append(out, words.text("every", {{"period", target.every}}), join);
  if (target.by && target.by->kind() != model::PeriodKind::unstated)
    append(out, words.text("target.by", {{"date", target.by->official()}}), join);
  if (target.within)
    append(out, words.text("target.within", {{"time", target.within->text()}}), join);
  return out;
}

std::string effective_text(const model::Policy& policy, const Words& words) {
  const auto& effective = policy.dates.effective;
  if (!effective) return {};
  if (effective->date) return effective->date->official();
  const std::string phrase = commencement_phrase(*effective, words);
  const derive::Start start = derive::start_of(policy);
  if (!start.earliest) return phrase;
  return words.text(start.likely ? "effective.likely" : "effective.earliest",
                    {{"phrase", phrase}, {"date", start.earliest->official()}});
}

namespace {

// Two wordings, the second for a day that nobody has confirmed.
struct ChangeKeys {
  std::string_view dated;
  std::string_view undated;
};

ChangeKeys keys_of_change(model::RelationKind kind) {
  if (kind == model::RelationKind::amends) return {"standing.amended", "standing.amended-undated"};
  if (kind == model::RelationKind::version_of)
    return {"standing.revised", "standing.revised-undated"};
  return {"standing.partly", "standing.partly-undated"};
}

// The text that changes one that holds on, and since when.
std::string change_text(const derive::Status& status, const Words& words) {
  const ChangeKeys keys = keys_of_change(status.newer_kind);
  const std::string name = policy_name(*status.newer, words);
  const auto first = derive::start_of(*status.newer).confirmed;
  return first ? words.text(keys.dated, {{"policy", name}, {"date", first->official()}})
               : words.text(keys.undated, {{"policy", name}});
}

std::string set_aside_text(const derive::Status& status, const Words& words) {
  const std::string date = status.day ? status.day->official() : std::string();
  if (status.ruling == nullptr) {
    return words.text("standing.gives-way", {{"policy", policy_name(*status.successor, words)},
                                             {"date", date},
                                             {"says", status.clause->wording}});
  }
  const model::Ruling& ruling = *status.ruling;
  return ruling.on
             ? words.text("standing.set-aside",
                          {{"by", ruling.by}, {"date", date}, {"says", ruling.says}})
             : words.text("standing.set-aside-undated", {{"by", ruling.by}, {"says", ruling.says}});
}

}  // namespace

std::string standing_text(const derive::Status& status, const Words& words) {
  const auto with_day = [&](std::string_view key, const model::Policy* by) {
    return words.text(key, {{"policy", by == nullptr ? std::string() : policy_name(*by, words)},
                            {"date", status.day ? status.day->official() : std::string()}});
  };
  std::string out;
  switch (status.force) {
    case derive::Force::superseded:
      out = with_day("standing.superseded", status.successor);
      break;
    case derive::Force::repealed:
      out = with_day("standing.repealed", status.successor);
      break;
    case derive::Force::set_aside:
      out = set_aside_text(status, words);
      break;
    case derive::Force::unknown_succession:
      out = words.text("standing.unknown-succession",
                       {{"policy", policy_name(*status.successor, words)}});
      break;
    case derive::Force::unknown_repeal:
      out = words.text("standing.unknown-repeal",
                       {{"policy", policy_name(*status.successor, words)}});
      break;
    case derive::Force::in_force:
    case derive::Force::not_yet:
    case derive::Force::expired:
    case derive::Force::unknown_start:
    case derive::Force::unknown_last:
    case derive::Force::unknown_term:
      break;
  }
  if (status.newer != nullptr && status.newer != status.successor) {
    append(out, change_text(status, words), words.text("amount.components"));
  }
  return out;
}

std::string conflict_text(const std::vector<model::MeasureRef>& others, const Words& words) {
  std::string out;
  for (const model::MeasureRef& other : others) {
    out += words.text("conflict.text", {{"article", basis_name(other, words)},
                                        {"sum", amounts_text(*other.measure, words)}});
  }
  return out;
}

std::string part_standing(const derive::Status& status, const Words& words) {
  const std::string date = status.day ? status.day->official() : std::string();
  if (status.force == derive::Force::expired)
    return words.text("standing.expired", {{"date", date}});
  if (status.force == derive::Force::not_yet)
    return words.text("standing.not-yet", {{"date", date}});
  std::string out = standing_text(status, words);
  if (status.window_day) {
    const bool over = status.window == derive::Window::over;
    append(out,
           words.text(over ? "standing.closed" : "standing.not-open",
                      {{"date", status.window_day->official()}}),
           words.text("amount.components"));
  }
  return out;
}

std::string due_text(derive::Due due, const Words& words) {
  return due == derive::Due::passed ? std::string(words.text("standing.due")) : std::string();
}

std::string_view head_gap(std::string_view label, std::string_view heading) {
  if (label.empty() || heading.empty()) return {};
  // 一、（三）1. end with a mark, 第二条, 附则 and 附件1 with a word.
  for (const std::string_view mark : {"、", "）", ")", "．", ".", "：", ":", "　", " "}) {
    if (label.ends_with(mark)) return {};
  }
  return "　";
}

std::string head_text(std::string_view label, std::string_view heading) {
  return std::string(label) + std::string(head_gap(label, heading)) + std::string(heading);
}

std::string session_text(const model::Session& session, const Words& words) {
  const std::string term = words.number(session.term);
  const std::string meeting = words.number(session.meeting);
  // 市十二届人大三次会议, but 市政协五届一次会议, and 全国人大 is one word.
  constexpr std::string_view congress = "人大";
  if (session.body.ends_with(congress) && session.body.size() > congress.size() &&
      !session.body.starts_with("全国")) {
    const std::string place = session.body.substr(0, session.body.size() - congress.size());
    return words.text("name.session_congress",
                      {{"place", place}, {"term", term}, {"meeting", meeting}});
  }
  return words.text("name.session", {{"body", session.body}, {"term", term}, {"meeting", meeting}});
}

std::optional<ComparisonText> comparison_text(const model::Observation& now,
                                              const model::Observation& then,
                                              const model::Indicator* indicator,
                                              const Words& words) {
  const auto found = derive::compare(now, then, indicator);
  if (!found) return std::nullopt;
  ComparisonText result;
  result.with = then.period.official();
  if (found->difference.is_zero()) {
    result.direction = "same";
    result.text = words.text("comparison.same", {{"then", result.with}});
    return result;
  }
  const bool down = found->difference.is_negative();
  const auto magnitude = [](const model::Decimal& value) {
    return model::Decimal(value.is_negative() ? -value.coefficient() : value.coefficient(),
                          value.scale())
        .text();
  };
  const std::string change = magnitude(found->difference) + found->unit;
  result.direction = down ? "down" : "up";
  if (found->percent) {
    const std::string percent = magnitude(*found->percent) + "%";
    result.text = words.text(down ? "comparison.down_percent" : "comparison.up_percent",
                             {{"then", result.with}, {"change", change}, {"percent", percent}});
    return result;
  }
  const bool share = found->unit != now.unit;
  const std::string_view key = share ? (down ? "comparison.share_down" : "comparison.share_up")
                                     : (down ? "comparison.down" : "comparison.up");
  result.text = words.text(key, {{"then", result.with}, {"change", change}});
  return result;
}

}  // namespace huice::view
