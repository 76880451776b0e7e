// SPDX-License-Identifier: Apache-2.0
#include "view/prose_value.h"

#include "prose/prose.h"
#include "view/amount_wording.h"
#include "view/links.h"
#include "view/wording.h"

#include <utility>

namespace huice::view {
namespace {

using markdown::CitedText;

CitedText cited_fact(const prose::Citation& citation, const PageScope& page) {
  const model::Observation* one = page.reader().observation(citation.id);
  if (one == nullptr) return {std::string(citation.id)};
  std::string text = one->quantity().text();
  if (citation.filter == "value") text = one->value.text();
  if (citation.filter == "period") text = one->period.official();
  return {figure_text(text, one->provenance, page.words()), href(*one, page.reader())};
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

}  // namespace

CitedText cited_text(const markdown::Citation& citation, const PageScope& page) {
  const prose::Citation cited = prose::parse_target(citation.target);
  CitedText result;
  switch (cited.kind) {
    case prose::CitedKind::fact:
      result = cited_fact(cited, page);
      break;
    case prose::CitedKind::amount: {
      const model::MeasureRef measure = page.reader().measure(cited.id);
      if (measure.measure != nullptr) {
        const auto figure = headline(*measure.measure, page.words());
        const bool short_form = cited.filter == "figure" && figure;
        result = {short_form ? *figure : amounts_text(*measure.measure, page.words()),
                  href(measure)};
      }
      break;
    }
    case prose::CitedKind::target: {
      const model::TargetRef target = page.reader().target(cited.id);
      if (target.target != nullptr) result = {target.target->value.text(), href(target)};
      break;
    }
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
