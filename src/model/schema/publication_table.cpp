// SPDX-License-Identifier: Apache-2.0
//
// data/site.json, data/booklets/<id>.json, data/dashboards/<id>.json
#include "model/schema/record.h"
#include "model/schema/records.h"

namespace huice::model::schema {
namespace {

const Shape& reply_classes() {
  static const Shape one = object<ReplyClass>(
      "reply class", {required<&ReplyClass::id>("id", text(), "as letters print it, like A"),
                      required<&ReplyClass::meaning>("meaning", text(), "what it means here")});
  static const Shape shape = list<ReplyClass>(one);
  return shape;
}

const Shape& government() {
  static const Shape shape = nullable<GovernmentSite>(object<GovernmentSite>(
      "government site",
      {optional<&GovernmentSite::site_name>("site_name", text(), "SiteName"),
       optional<&GovernmentSite::site_domain>("site_domain", text(), "SiteDomain"),
       optional<&GovernmentSite::site_id_code>("site_id_code", text(),
                                               "SiteIDCode: 10 characters")}));
  return shape;
}

const Shape& finding_settings() {
  static const Shape one = part<FindingSetting>(
      "finding setting",
      {required<&FindingSetting::code>("code", text(), "which finding: contradiction"),
       required<&FindingSetting::severity>("severity", choice<Severity>(), "how grave it is here"),
       required<&FindingSetting::reason>("reason", text(), "why, for whoever asks later")});
  static const Shape shape = list<FindingSetting>(one);
  return shape;
}

const Shape& chapters() {
  static const Shape one = part<Chapter>(
      "chapter",
      {required<&Chapter::id>("id", id(), "its name within the booklet"),
       required<&Chapter::title>("title", text(), "its title"),
       optional<&Chapter::intro_file>("intro", file_name(), "Markdown in the booklet's folder"),
       optional<&Chapter::topics>("topics", references(RefKind::topic),
                                  "measures of these topics are listed"),
       optional<&Chapter::policies>("policies", references(RefKind::policy),
                                    "only of these policies; empty: all"),
       optional<&Chapter::measures>("measures", references(RefKind::measure),
                                    "listed first, in this order")});
  static const Shape shape = list<Chapter>(one);
  return shape;
}

const Shape& kpis() {
  static const Shape one = object<Kpi>(
      "kpi", {required<&Kpi::fact>("fact", reference(RefKind::observation), "the figure shown"),
              optional<&Kpi::compare>("compare", reference(RefKind::observation),
                                      "the figure it is compared with"),
              optional<&Kpi::label>("label", text(), "empty: the indicator's name"),
              optional<&Kpi::note>("note", text(), "what a reader must know")});
  static const Shape shape = list<Kpi>(one);
  return shape;
}

const Shape& kpi_groups() {
  static const Shape one = part<KpiGroup>(
      "kpi group", {required<&KpiGroup::id>("id", id(), "its name within the dashboard"),
                    required<&KpiGroup::title>("title", text(), "its title"),
                    optional<&KpiGroup::intro>("intro", prose(), "what the figures say"),
                    required<&KpiGroup::kpis>("kpis", kpis(), "the cards")});
  static const Shape shape = list<KpiGroup>(one);
  return shape;
}

}  // namespace

const Shape& site() {
  static const Shape shape = record<Site>(
      "site", Presence::optional,
      {required<&Site::name>("name", text(), "the site's name"),
       optional<&Site::subtitle>("subtitle", text(), "one line under it"),
       optional<&Site::language>("language", language(), "of the pages: zh-CN"),
       optional<&Site::base_url>("base_url", url(), "where it will stand on the web"),
       optional<&Site::region>("region", reference(RefKind::region), "whose site it is"),
       optional<&Site::publisher>("publisher", text(), "主办单位"),
       optional<&Site::about>("about", prose(), "stands on the home page"),
       optional<&Site::notice>("notice", prose(), "stands at the foot of every page"),
       optional<&Site::reply_classes>("reply_classes", reply_classes(),
                                      "what A, B, C mean here; they differ by place"),
       optional<&Site::government>("government", government(),
                                   "codes of a government site; never invented"),
       internal<&Site::findings>("findings", finding_settings(),
                                 "severities of findings of huice check; never published")});
  return shape;
}

const Shape& booklet() {
  static const Shape shape = record<Booklet>(
      "booklet", Presence::optional,
      {required<&Booklet::id>("id", id(), "the file's name without .json"),
       required<&Booklet::title>("title", text(), "without 《》"),
       optional<&Booklet::subtitle>("subtitle", text(), "one line under it"),
       optional<&Booklet::edition>("edition", date(), "facts as of this day"),
       optional<&Booklet::preface_file>("preface", file_name(), "编制说明: Markdown in its folder"),
       required<&Booklet::chapters>("chapters", chapters(), "in their order")});
  return shape;
}

const Shape& dashboard() {
  static const Shape shape = record<Dashboard>(
      "dashboard", Presence::optional,
      {required<&Dashboard::id>("id", id(), "the file's name without .json"),
       required<&Dashboard::title>("title", text(), "its title"),
       required<&Dashboard::region>("region", reference(RefKind::region), "whose progress it is"),
       optional<&Dashboard::period>("period", maybe_period(), "what it is about"),
       optional<&Dashboard::intro>("intro", prose(), "what a reader must know"),
       optional<&Dashboard::groups>("groups", kpi_groups(), "groups of KPI cards"),
       optional<&Dashboard::policies>("policies", references(RefKind::policy),
                                      "whose targets are set against what is reported"),
       optional<&Dashboard::regions>("regions", references(RefKind::region),
                                     "whose observations the table lists; empty: its own")});
  return shape;
}

}  // namespace huice::model::schema
