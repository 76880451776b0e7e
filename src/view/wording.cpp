// SPDX-License-Identifier: Apache-2.0
#include "view/wording.h"

#include "derive/comparison.h"
#include "model/schema/choice.h"
#include "view/amount_wording.h"

#include <algorithm>

namespace huice::view {
namespace {

// A label without the mark that sets it off from its heading: 十五、 is 十五.
std::string bare(std::string_view label) {
  constexpr std::string_view kMark = "、";
  if (label.ends_with(kMark)) label.remove_suffix(kMark.size());
  return std::string(label);
}

// How a text says when it comes into force: its own words, or from which day on.
std::string commencement_phrase(const model::Commencement& effective, const Words& words) {
  if (!effective.phrase.empty()) return effective.phrase;
  if (!effective.days) return std::string(words.text("unstated"));
  const bool published = effective.base == model::DayBase::published_on;
  if (*effective.days == 0) {
    return std::string(words.text(published ? "effective.on_published" : "effective.on_signed"));
  }
  return words.text(published ? "effective.after_published" : "effective.after_signed",
                    {{"days", std::to_string(*effective.days)}});
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

std::string clause_text(const model::Stacking& clause, const Words& words) {
  const auto rule = words.text(key_in("match.stacking", model::schema::word(clause.rule)));
  return words.text("match.clause", {{"rule", std::string(rule)}, {"wording", clause.wording}});
}

std::string days_text(const std::optional<model::Date>& from, const std::optional<model::Date>& to,
                      const Words& words) {
  if (from && to)
    return words.text("validity.both", {{"from", from->official()}, {"to", to->official()}});
  if (from) return words.text("validity.from", {{"from", from->official()}});
  return to ? words.text("validity.to", {{"to", to->official()}}) : std::string();
}

std::string policy_name(const model::Policy& policy, const Words& words) {
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
  const std::string label = bare(in.article->label);
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
          {{"policy", name}, {"chapter", bare(in.section->label)}, {"article", label}});
    case model::Numbering::continuous:
      return words.text("name.article", {{"policy", name}, {"article", label}});
  }
  return name;
}

std::string figure_text(const std::string& figure, const model::Provenance& provenance,
                        const Words& words) {
  if (!provenance.is_provisional()) return figure;
  return words.text("mark.provisional_figure", {{"figure", figure}});
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
      out = words.text("standing.set-aside",
                       {{"by", status.ruling->by}, {"says", status.ruling->says}});
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
    case derive::Force::unknown_term:
      break;
  }
  if (status.newer != nullptr && status.newer != status.successor) {
    const bool amends = status.newer_kind == model::RelationKind::amends;
    append(out,
           words.text(amends ? "standing.amended" : "standing.revised",
                      {{"policy", policy_name(*status.newer, words)}}),
           words.text("amount.components"));
  }
  return out;
}

std::string conflict_text(const std::vector<model::MeasureRef>& others, const Words& words) {
  std::string out;
  for (const model::MeasureRef& other : others) {
    out += words.text("conflict.text", {{"article", article_name(other.in, words)},
                                        {"sum", amounts_text(*other.measure, words)}});
  }
  return out;
}

std::string measure_standing(const derive::Status& status, const Words& words) {
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
  return words.text("name.session", {{"body", session.body},
                                     {"term", words.number(session.term)},
                                     {"meeting", words.number(session.meeting)}});
}

std::optional<ComparisonText> comparison_text(const model::Observation& now,
                                              const model::Observation& then, const Words& words) {
  const auto found = derive::compare(now, then);
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
