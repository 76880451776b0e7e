// SPDX-License-Identifier: Apache-2.0
#include "model/schema/records.h"

#include "model/schema/make.h"

namespace huice::model::schema {
namespace {

template <auto List>
RecordKind kind(std::string_view name, std::string_view path, Layout layout, const Shape& shape,
                RefKind refers_as) {
  using Records = typename MemberOf<decltype(List)>::type;
  static const Shape all = list<typename Records::value_type>(shape);
  RecordKind result;
  result.name = name;
  result.path = path;
  result.layout = layout;
  result.shape = &shape;
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
  result.append = [](Library& library) -> void* { return &library.site; };
  return result;
}

}  // namespace

const std::vector<RecordKind>& record_kinds() {
  static const std::vector<RecordKind> kinds{
      site_kind(),
      kind<&Library::regions>("region", "regions", Layout::many, region(), RefKind::region),
      kind<&Library::organizations>("organization", "organizations", Layout::many, organization(),
                                    RefKind::organization),
      kind<&Library::topics>("topic", "topics", Layout::many, topic(), RefKind::topic),
      kind<&Library::beneficiaries>("beneficiary", "beneficiaries", Layout::many, beneficiary(),
                                    RefKind::beneficiary),
      kind<&Library::glossary>("glossary term", "glossary", Layout::many, glossary_term(),
                               RefKind::none),
      kind<&Library::profile>("profile field", "profile", Layout::many, profile_field(),
                              RefKind::profile_field),
      kind<&Library::examples>("example", "examples", Layout::many, example(), RefKind::none),
      kind<&Library::ladders>("ladder", "ladders", Layout::many, ladder(), RefKind::none),
      kind<&Library::policies>("policy", "policies", Layout::folder, policy(), RefKind::policy),
      kind<&Library::proposals>("proposal", "proposals", Layout::folder, proposal(),
                                RefKind::proposal),
      kind<&Library::indicators>("indicator", "indicators", Layout::folder, indicator(),
                                 RefKind::indicator),
      kind<&Library::observations>("observation", "observations", Layout::tables, observation(),
                                   RefKind::observation),
      kind<&Library::booklets>("booklet", "booklets", Layout::folder, booklet(), RefKind::none),
      kind<&Library::dashboards>("dashboard", "dashboards", Layout::folder, dashboard(),
                                 RefKind::none),
      kind<&Library::contacts>("contact", "private/contacts", Layout::many, contact(),
                               RefKind::none),
  };
  return kinds;
}

}  // namespace huice::model::schema
