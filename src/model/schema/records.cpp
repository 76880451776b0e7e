// SPDX-License-Identifier: Apache-2.0
#include "model/schema/records.h"

#include "model/schema/make.h"

namespace huice::model::schema {
namespace {

template <auto List>
RecordKind kind(std::string_view name, std::string_view path, Layout layout, const Shape& shape,
                std::string_view doc, RefKind refers_as) {
  using Records = typename MemberOf<decltype(List)>::type;
  static const Shape all = list<typename Records::value_type>(shape);
  RecordKind result;
  result.name = name;
  result.path = path;
  result.layout = layout;
  result.shape = &shape;
  result.doc = doc;
  result.refers_as = refers_as;
  result.append = [](Library& library) -> void* { return &(library.*List).emplace_back(); };
  result.list = &all;
  result.records = [](Library& library) -> void* { return &(library.*List); };
  return result;
}

RecordKind site_kind() {
  RecordKind result;
  result.name = "site";
  result.path = "site";
  result.shape = &site();
  result.doc = "the site itself: its name, language and region";
  result.append = [](Library& library) -> void* { return &library.site; };
  return result;
}

}  // namespace

const std::vector<RecordKind>& record_kinds() {
  static const std::vector<RecordKind> kinds{
      site_kind(),
      kind<&Library::regions>("region", "regions", Layout::many, region(),
                              "places records speak of", RefKind::region),
      kind<&Library::organizations>("organization", "organizations", Layout::many, organization(),
                                    "责任单位: offices and other bodies", RefKind::organization),
      kind<&Library::topics>("topic", "topics", Layout::many, topic(),
                             "subjects that policies and measures belong to", RefKind::topic),
      kind<&Library::beneficiaries>("beneficiary", "beneficiaries", Layout::many, beneficiary(),
                                    "支持对象: whom measures are for", RefKind::beneficiary),
      kind<&Library::glossary>("glossary term", "glossary", Layout::many, glossary_term(),
                               "words the pages explain", RefKind::none),
      kind<&Library::profile>("profile field", "profile", Layout::many, profile_field(),
                              "what an enterprise can say about itself, for rules",
                              RefKind::profile_field),
      kind<&Library::examples>("example", "examples", Layout::many, example(),
                               "worked examples: what one enterprise gets from one measure",
                               RefKind::none),
      kind<&Library::ladders>("ladder", "ladders", Layout::many, ladder(),
                              "梯次培育: steps an enterprise can climb", RefKind::none),
      kind<&Library::policies>("policy", "policies", Layout::folder, policy(),
                               "one instrument with its articles, measures and targets",
                               RefKind::policy),
      kind<&Library::proposals>("proposal", "proposals", Layout::folder, proposal(),
                                "one proposal with its asks and the reply", RefKind::proposal),
      kind<&Library::indicators>("indicator", "indicators", Layout::folder, indicator(),
                                 "what is measured, and how", RefKind::indicator),
      kind<&Library::observations>("observation", "observations", Layout::tables, observation(),
                                   "figures of indicators, with region, period and source",
                                   RefKind::observation),
      kind<&Library::booklets>("booklet", "booklets", Layout::folder, booklet(),
                               "one booklet: which measures, in which chapters", RefKind::none),
      kind<&Library::dashboards>("dashboard", "dashboards", Layout::folder, dashboard(),
                                 "one dashboard: which figures and targets", RefKind::none),
      kind<&Library::contacts>("contact", "private/contacts", Layout::many, contact(),
                               "contact persons for letters; never published", RefKind::none),
  };
  return kinds;
}

}  // namespace huice::model::schema
