// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is made of the records: the site as a whole, booklets, dashboards.

#include "base/diagnostic.h"
#include "model/period.h"
#include "model/provenance.h"

#include <optional>
#include <string>
#include <vector>

namespace huice::model {

/// What a reply class means here; it differs by place.
struct ReplyClass {
  std::string id;
  std::string meaning;
};

enum class TermUnit { months, workdays };

/// How long an answer may take from the day the proposal was received; it differs by place.
struct ReplyTerm {
  int length = 3;
  std::optional<int> extended{};  ///< in all, with consent (Extension); null: it cannot be extended
  TermUnit unit = TermUnit::months;
};

/// Where a place has recorded none.
inline constexpr ReplyTerm kUsualReplyTerm{3, 6, TermUnit::months};

/// The codes a government site must carry; empty ones are printed nowhere, never invented.
struct GovernmentSite {
  std::string site_name;
  std::string site_domain;
  std::string site_id_code;
};

/// How grave the office holds one kind of finding of `huice check`, and why.
struct FindingSetting {
  std::string code;  ///< the finding's slug: contradiction
  Severity severity = Severity::warning;
  std::string reason;
  Place place{};
};

/// 公文的一般格式, 信函格式 (GB/T 9704-2012, 10.1).
enum class LetterFormat { general, letter };

/// The fonts that an office sets each kind of face in, in their order; empty: the usual ones.
struct LetterFonts {
  std::vector<std::string> fangsong;
  std::vector<std::string> kaiti;
  std::vector<std::string> heiti;
  std::vector<std::string> xiaobiaosong;
  std::vector<std::string> songti;
};

/// What the letters of one office have in common.
struct LetterSettings {
  std::string series;  ///< 机关代字, before the year of a number that is still open: 鄂建提复字
  std::string letterhead;  ///< 发文机关标志; empty: the issuer's name
  LetterFormat format = LetterFormat::general;
  bool seal = true;                 ///< room for it (7.3.5.1), or none (7.3.5.2)
  std::string printed_by;           ///< 印发机关: organization
  std::vector<std::string> copies;  ///< 抄送, where a reply names none
  LetterFonts fonts;
  std::optional<int> letterhead_size;  ///< of 发文机关标志 at most, in points
  std::string letterhead_color;        ///< of it and the red lines: E32416
  std::string letterhead_picture;      ///< in place of its words: a file of templates/letter
};

struct Site {
  std::string name;
  std::string subtitle;
  std::string language = "zh-CN";
  std::string base_url;  ///< empty: no absolute addresses are printed
  std::string region;
  std::string publisher;
  std::string report_to;  ///< mail address for mistakes that readers find; empty: none is printed
  Prose about;
  Prose notice;  ///< at every page's foot: what this site is and is not
  std::vector<ReplyClass> reply_classes;
  std::optional<ReplyTerm> reply_term;  ///< null: kUsualReplyTerm
  std::optional<LetterSettings> letters;
  std::optional<GovernmentSite> government;
  std::vector<FindingSetting> findings;  ///< internal: the public view drops them
  Provenance provenance;
};

struct Chapter {
  std::string id;
  std::string title;
  std::string intro_file;  ///< Markdown beside the booklet: data/booklets/<id>/<intro_file>
  Prose intro;             ///< its content
  std::vector<std::string> topics;
  std::vector<std::string> policies;  ///< empty: all
  std::vector<std::string> measures;  ///< fact ids; those named here stand first
  Place place{};
};

struct Booklet {
  std::string id;
  std::string title;
  std::string subtitle;
  std::optional<Date> edition;
  std::string preface_file;
  Prose preface;  ///< 编制说明
  std::vector<Chapter> chapters;
  Provenance provenance;
};

struct Kpi {
  std::string fact;     ///< an observation's fact id
  std::string compare;  ///< the observation to compare with; empty: none
  std::string label;    ///< empty: the indicator's name
  std::string note;
};

struct KpiGroup {
  std::string id;
  std::string title;
  Prose intro;
  std::vector<Kpi> kpis;
  Place place{};
};

struct Dashboard {
  std::string id;
  std::string title;
  std::string region;
  std::optional<Period> period;
  Prose intro;
  std::vector<KpiGroup> groups;
  std::vector<std::string> policies;  ///< whose targets are set against what is reported
  std::vector<std::string> regions;   ///< whose observations the table lists; empty: its own
  Provenance provenance{
      .source = {}, .audience = Audience::internal, .reviewed = {}, .memo = {}, .place = {}};
};

}  // namespace huice::model
