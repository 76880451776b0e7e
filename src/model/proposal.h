// SPDX-License-Identifier: Apache-2.0
#pragma once

// Proposal: what a CPPCC member or deputy asked, and the reply (答复函) the government gave.

#include "model/annex.h"
#include "model/document_number.h"
#include "model/undertaking.h"

#include <optional>
#include <string>
#include <vector>

namespace huice::model {

enum class ProposalKind { proposal, suggestion };  ///< 政协提案, 人大建议

struct Session {
  std::string body;  ///< 市政协
  int term = 0;      ///< 届
  int meeting = 0;   ///< 次
};

struct Ask {
  std::string id;
  std::string heading;
  Prose summary;
  Place place{};
};

/// itemised: sections mirror the asks; thematic: sections by subject.
enum class ReplyForm { itemised, thematic };

struct ReplySection {
  std::string id;
  std::string label;                 ///< 一、
  std::string heading;               ///< empty where the letter has no heads, as most short ones
  std::vector<std::string> answers;  ///< ask ids; “proposal/ask” of one answered together with it
  Prose text;
  Place place{};
};

enum class Publication { full, summary, none };

/// From this day the matter is of another class than the letter printed: B → A once it is solved.
struct ClassChange {
  std::optional<Date> on;
  std::string result_class;
  std::optional<Source> source;  ///< the follow-up letter, or what else says so
};

/// 面商: the draft was talked over with the proposers.
struct Consultation {
  std::string by;
  std::optional<Date> on;
  std::string how;  ///< 上门, 座谈, 电话 …
};
/// 紧急程度 (GB/T 9704-2012, 7.2.3).
enum class Urgency { most, more };

struct Reply {
  std::optional<DocumentNumber> number;
  std::string letterhead;  ///< 发文机关标志 as printed; empty where the source does not show it
  std::string signer;      ///< 签发人
  std::string title;  ///< empty: follows from the proposal (view/letter_wording.h), as the next two
  ReplyForm form = ReplyForm::itemised;
  std::string salutation;  ///< 白夜明委员：
  Prose opening;
  std::vector<ReplySection> sections;
  Prose text;  ///< the official wording, whole; empty: the sections are a draft (代拟稿)
  std::string body_of;  ///< proposal whose sections these are: 并案办理、分别答复
  std::string lead;     ///< 主办单位: this is an opinion for it (会办意见)
  std::vector<Undertaking> undertakings;
  Prose closing;
  std::vector<Annex> annexes;              ///< 附件, in the letter's order
  std::vector<std::string> also_answers;   ///< proposals answered by the same letter: 并案办理
  std::vector<std::string> co_handlers;    ///< organizations that handled it too: 会办单位
  std::string issuer;                      ///< organization that signs
  std::vector<std::string> joint_issuers;  ///< organizations that sign with it: 联合行文
  std::optional<Urgency> urgency;          ///< 紧急程度, as printed
  std::optional<Date> signed_on;
  std::string printed_by;  ///< 印发机关: organization
  std::optional<Date> printed_on;
  std::vector<std::string> copies;  ///< 抄送
  std::string result_class;         ///< A, B … as site.json defines them; empty: none printed
  std::vector<ClassChange> class_changes;
  std::optional<Consultation> consultation;  ///< internal: the public view drops it
  std::optional<Publication> publication;
  std::string publication_reason;  ///< why not, or not whole; internal
  Audience audience = Audience::internal;
  Place place;
};

/// 延期: who agreed that the answer may take longer, and when.
struct Extension {
  std::string by;
  std::optional<Date> on;
};

struct Proposal {
  std::string id;
  Session session;
  std::string number;  ///< a string: leading zeros are part of it
  ProposalKind kind = ProposalKind::proposal;
  std::string title;
  std::vector<std::string> proposers;
  std::string region;
  std::optional<Date> received_on;
  std::optional<Extension> extension;
  std::optional<std::vector<Ask>> asks;  ///< null: unknown
  Prose text;                            ///< empty: not known
  std::optional<Reply> reply;
  Provenance provenance;
};

/// A contact person for one letter; lives in data/private/ and never reaches public/.
struct Contact {
  std::string id;
  std::string proposal;
  std::string name;
  std::string phone;
  Provenance provenance;
};

}  // namespace huice::model
