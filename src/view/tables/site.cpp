// SPDX-License-Identifier: Apache-2.0
#include "view/prose_value.h"
#include "view/tables/records.h"

namespace huice::view {
namespace {

using model::Site;
using tmpl::Dict;
using tmpl::Value;

Value government_value(const std::optional<model::GovernmentSite>& site) {
  if (!site) return nullptr;
  return Value(Dict()
                   .set("site_name", text_or_none(site->site_name))
                   .set("site_domain", text_or_none(site->site_domain))
                   .set("site_id_code", text_or_none(site->site_id_code)));
}

Value has_value(const Reader& reader) {
  const auto has = [&reader](Listed list) { return Value(reader.has(list)); };
  return Value(Dict()
                   .set("policies", has(Listed::policies))
                   .set("units", has(Listed::units))
                   .set("topics", has(Listed::topics))
                   .set("ladders", has(Listed::ladders))
                   .set("replies", has(Listed::replies))
                   .set("booklets", has(Listed::booklets))
                   .set("dashboards", has(Listed::dashboards))
                   .set("finder", has(Listed::finder)));
}

}  // namespace

template <>
model::Place place_of(const Site& record) {
  return record.provenance.place;
}

template <>
const std::vector<Entry<Site>>& entries() {
  static const std::vector<Entry<Site>> all{
      {"region", [](const auto& s, const auto& page) { return region_value(s.region, page); }},
      {"about", [](const auto& s, const auto& page) { return prose_value(s.about, page); }},
      {"notice", [](const auto& s, const auto& page) { return prose_value(s.notice, page); }},
      {"government", [](const auto& s, const auto&) { return government_value(s.government); }},
      {"has", [](const auto&, const auto& page) { return has_value(page.reader()); }},
  };
  return all;
}

}  // namespace huice::view
