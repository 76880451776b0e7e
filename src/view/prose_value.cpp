// SPDX-License-Identifier: Apache-2.0
#include "view/prose_value.h"

#include "model/given.h"
#include "prose/prose.h"
#include "view/amount_wording.h"
#include "view/links.h"
#include "view/sentences.h"
#include "view/wording.h"

#include <utility>

namespace huice::view {
namespace {

using markdown::CitedText;

// The row of a dashboard that shows a figure; empty on the page of the document that it is from.
std::string href_of_figure(const model::Observation& one, const PageScope& page) {
  const auto& source = one.provenance.source;
  const bool is_own = source && !page.document.empty() && source->document == page.document;
  return is_own ? std::string{} : href(one, page.reader());
}

CitedText cited_fact(const prose::Citation& citation, const PageScope& page) {
  std::vector<const model::Observation*> facts;
  for (const std::string_view id : citation.ids()) {
    const model::Observation* fact = page.reader().observation(id);
    if (fact == nullptr) return {std::string(id)};
    facts.push_back(fact);
  }
  const model::Observation* one = facts.front();
  const Words& words = page.words();
  if (citation.filter == "change")
    return {change_text(*one, *facts.back(), page.reader().indicator(one->indicator), words),
            href_of_figure(*one, page)};
  if (citation.filter == "sentence")
    return {facts_sentence(facts, page.reader(), words), href_of_figure(*one, page)};
  std::string text = one->quantity().text();
  if (citation.filter == "value") text = one->value.text();
  if (citation.filter == "period") text = one->period.official();
  return {figure_text(text, one->provenance, words), href_of_figure(*one, page)};
}

CitedText cited_document(const prose::Citation& citation, const PageScope& page) {
  const Words& words = page.words();
  const model::Policy* policy = page.reader().policy(citation.id);
  const model::ProvisionRef provision = page.reader().provision(citation.id);
  const model::ArticleRef in = provision.in;
  if (policy == nullptr) policy = in.policy;
  if (policy == nullptr) return {std::string(citation.id)};
  const std::string where = in.article != nullptr ? href(provision) : href(*policy);
  if (citation.filter == "title")
    return {words.text("name.policy", {{"title", policy->title}}), where};
  if (citation.filter == "number" && policy->number) return {policy->number->text(), where};
  if (citation.filter == "label" && in.article != nullptr)
    return {provision_label(provision, words), where};
  return {in.article != nullptr ? provision_name(provision, words) : policy_name(*policy, words),
          where};
}

CitedText cited_amount(const prose::Citation& citation, const PageScope& page) {
  const model::MeasureRef ref = page.reader().measure(citation.id);
  if (ref.measure == nullptr) return {};
  const Words& words = page.words();
  std::string text;
  if (citation.filter == "figure") {
    text = headline(*ref.measure, words).value_or(std::string());
  } else if (model::given(*ref.measure) != nullptr && citation.filter == "given") {
    text = given_text(*ref.measure, words);
  } else if (model::given(*ref.measure) != nullptr && citation.filter == "sentence") {
    text = measure_sentence(*ref.measure, page.reader(), words);
  }
  return {text.empty() ? amounts_text(*ref.measure, words) : text, href(ref)};
}

CitedText cited_target(const prose::Citation& citation, const PageScope& page) {
  const model::TargetRef ref = page.reader().target(citation.id);
  if (ref.target == nullptr) return {};
  return {citation.filter == "sentence" ? target_sentence(*ref.target, page.words())
                                        : ref.target->value.text(),
          href(ref)};
}

CitedText cited_undertaking(const prose::Citation& citation, const PageScope& page) {
  const model::UndertakingRef ref = page.reader().undertaking(citation.id);
  if (ref.undertaking == nullptr) return {};
  const std::string where = ref.proposal != nullptr     ? href(*ref.proposal)
                            : ref.in.article != nullptr ? href(ref.in)
                                                        : href(*ref.in.policy);
  return {undertaking_sentence(*ref.undertaking, page.reader(), page.words()), where};
}

}  // namespace

CitedText cited_text(const markdown::Citation& citation, const PageScope& page) {
  const prose::Citation cited = prose::parse_target(citation.target);
  CitedText result;
  switch (cited.kind) {
    case prose::CitedKind::fact:
      result = cited_fact(cited, page);
      break;
    case prose::CitedKind::amount:
      result = cited_amount(cited, page);
      break;
    case prose::CitedKind::target:
      result = cited_target(cited, page);
      break;
    case prose::CitedKind::undertaking:
      result = cited_undertaking(cited, page);
      break;
    case prose::CitedKind::cite:
      result = cited_document(cited, page);
      break;
  }
  if (!result.href.empty()) result.href.insert(0, page.root);
  return result;
}

tmpl::Value written_value(const std::string& text, markdown::Written written,
                          markup::Format format) {
  return written == markdown::Written::markup ? tmpl::Value::safe(text, format) : tmpl::Value(text);
}

markdown::Written write_document(markdown::Document document, const PageScope& page,
                                 int heading_shift, std::string& out) {
  // A text that is read again is led from its page then.
  if (page.citations == Citations::resolved) document.lead_from(page.root);
  markdown::WriteOptions options;
  options.heading_shift = heading_shift;
  options.heading_ids = &page.heading_ids;
  options.table_region_label = std::string(page.words().text("page.table"));
  if (page.citations == Citations::resolved) {
    options.cite = [&page](const markdown::Citation& citation, markup::Format /*format*/) {
      return cited_text(citation, page);
    };
  }
  return markdown::write(document, page.format, options, out);
}

tmpl::Value prose_value(const model::Prose& prose, const PageScope& page, int heading_shift) {
  if (prose.empty()) return nullptr;
  const auto [known, is_new] = page.written.try_emplace({&prose, heading_shift});
  if (!is_new) return known->second;
  const auto locate = [&](std::size_t offset, std::size_t bytes) {
    return page.scope.locator.in_prose(prose.place, offset, bytes);
  };
  markdown::Document document = page.reader().document(prose, locate, page.problems);
  std::string out;
  const markdown::Written written = write_document(std::move(document), page, heading_shift, out);
  while (out.ends_with('\n')) out.pop_back();
  known->second = written_value(out, written, page.format);
  return known->second;
}

}  // namespace huice::view
