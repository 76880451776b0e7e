// SPDX-License-Identifier: Apache-2.0
#pragma once

// The short lists every other record points to: who, where, about what, for whom, in which words.

#include "model/amount.h"
#include "model/period.h"
#include "model/provenance.h"

#include <optional>
#include <string>
#include <vector>

namespace huice::model {

/// government, department, party, body (群团、事业单位、国企), park (园区), office, collective
/// (各旗区人民政府)
enum class OrganizationKind { government, department, party, body, park, company, collective };

/// A name an organization bore before, and who took over.
struct FormerName {
  std::string name;
  std::optional<Date> until;
  std::string successor;
};

struct Organization {
  std::string id;
  std::string name;
  OrganizationKind kind = OrganizationKind::department;
  std::string region;
  std::string parent;
  std::vector<FormerName> former;
  std::string phone;    ///< public office number; empty: 未载明
  std::string address;  ///< likewise
  std::string note;     ///< what a reader must know, like another form of its name
  Provenance provenance;
};

/// A telephone line that a region's government runs for everybody, like 12345.
struct PublicLine {
  std::string name;              ///< what it is called: 政务服务便民热线
  std::string phone;             ///< as it is dialled
  std::optional<Source> source;  ///< which document names it
  std::optional<Date> checked;   ///< when somebody last compared the two
};

struct Region {
  std::string id;
  std::string name;
  std::string parent;
  std::string kind;                ///< 国家, 自治区, 地级市, 旗, 区, 开发区 …
  std::optional<PublicLine> line;  ///< nullopt: none is on record
  Provenance provenance;
};

struct Topic {
  std::string id;
  std::string name;
  std::string description;
  std::string
      reader_says;  ///< what who looks for it says: 我要贷款; empty: no row on the home page
  Provenance provenance;
};

struct Beneficiary {
  std::string id;
  std::string name;
  std::string level;  ///< 国家级, 自治区级, 市级; empty where it has none
  std::string definition;
  Provenance provenance;
};

struct GlossaryTerm {
  std::string id;
  std::string term;
  std::string definition;
  Provenance provenance;
};

enum class DayKind { off, work };  ///< 休, 班

/// A day that is not what its weekday says, by an official notice. huice knows none by itself.
struct CalendarDay {
  std::optional<Date> date;
  DayKind kind = DayKind::off;
  std::string name;  ///< 国庆节
  Provenance provenance;
};

struct LadderStep {
  std::string name;
  std::string level;
  std::string beneficiary;
  std::vector<std::string> measures;
  std::string note;
};

/// 梯次培育: the steps one region's policy names, in their order.
struct Ladder {
  std::string id;
  std::string title;
  std::string region;
  std::string policy;
  std::string article;  ///< fact id of the article that states it
  std::optional<Period> valid;
  Prose intro;
  std::vector<LadderStep> steps;
  Provenance provenance;
};

enum class ProfileType { boolean, number, money, rate, choice, date, recognition };

/// Which way an enterprise can change an answer within a year or two: yes from no, a larger sum,
/// the next choice, a further recognition are up.
enum class ProfileChange { none, up, down, either };

/// How many years a recognition holds.
struct RecognitionTerm {
  std::string name;
  int years = 0;
  std::optional<Source> source;  ///< of the years
};

/// A short name that people write, like 高企, and the choice it means.
struct ShortName {
  std::string name;
  std::string means;
};

/// Something an enterprise can say about itself.
struct ProfileField {
  std::string id;
  std::string label;
  ProfileType type = ProfileType::boolean;
  std::string unit;
  std::vector<std::string> choices;
  std::string question;
  ProfileChange change = ProfileChange::none;  ///< what a near miss may do to it
  std::optional<Rate> reach;  ///< by how much of what it was a number can change; unset: any
  std::vector<std::string>
      levels;                      ///< that its recognitions have, highest first; empty: usual ones
  std::vector<std::string> steps;  ///< recognitions that lead to one another, lowest first
  std::vector<RecognitionTerm> terms;  ///< of recognitions that lapse
  bool ahead = false;  ///< its day may lie ahead; otherwise a day to come is no answer yet
  Rule only_if;        ///< where it is not met, only no, 0 and none are answers
  std::vector<std::string> also;       ///< what columns of rosters call it, too
  std::vector<ShortName> short_names;  ///< of choices
  Provenance provenance;
};

}  // namespace huice::model
