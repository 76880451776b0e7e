// SPDX-License-Identifier: Apache-2.0
#include "check/naming.h"

#include "base/title_marks.h"
#include "model/provision.h"
#include "model/reply_body.h"

namespace huice::check {

std::string name_of(const model::Policy& policy) {
  return policy.number ? policy.number->text() : in_title_marks(policy.title);
}

std::string name_of(const model::ArticleRef& article) {
  std::string label = model::bare_label(article.article->label);
  // （三） is in every chapter, so the chapter belongs to the name.
  if (article.policy->numbering == model::Numbering::restart) {
    label = model::bare_label(article.section->label) + label;
  }
  const bool set_off = !label.starts_with("（") && !label.starts_with("第");
  return name_of(*article.policy) + (set_off ? " " : "") + label;
}

std::string name_of(const model::Measure& measure) {
  return "“" + measure.title + "”";
}

std::string name_of(const model::MeasureRef& measure) {
  return name_of(measure.in) + " " + measure.measure->title;
}

std::string name_of(const model::TargetRef& target) {
  return name_of(target.in) + " " + target.target->label;
}

std::string name_of(const model::UndertakingRef& promise) {
  std::string place;
  if (promise.in.article != nullptr) {
    place = name_of(promise.in);
  } else if (promise.in.policy != nullptr) {
    place = name_of(*promise.in.policy);
  } else if (promise.proposal->reply) {
    place = model::reply_name(*promise.proposal);
  }
  return (place.empty() ? place : place + " ") + promise.undertaking->text;
}

std::string name_of(const model::Observation& figure, const model::Library& library) {
  const model::Indicator* indicator = library.indicator(figure.indicator);
  const model::Region* region = library.region(figure.region);
  std::string name = indicator != nullptr ? indicator->name : figure.indicator;
  name +=
      "（" + (region != nullptr ? region->name : figure.region) + "，" + figure.period.official();
  if (!figure.variant.empty()) name += "，" + figure.variant;
  return name + "）";
}

std::string figure_named(const model::Observation& figure, const model::Library& library) {
  return name_of(figure, library) + " " + figure.quantity().text();
}

std::string name_of_fact(std::string_view id, const model::Library& library) {
  if (const model::Observation* figure = library.observation(id)) return name_of(*figure, library);
  if (const auto measure = library.measure(id); measure.measure != nullptr) return name_of(measure);
  if (const auto target = library.target(id); target.target != nullptr) return name_of(target);
  if (const model::Policy* policy = library.policy(id)) return name_of(*policy);
  const model::ArticleRef article = library.provision(id).in;
  return article.article != nullptr ? name_of(article) : std::string(id);
}

}  // namespace huice::check
