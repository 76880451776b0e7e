// SPDX-License-Identifier: Apache-2.0
//
// data/proposals/<id>.json, data/private/contacts.json
#include "model/schema/record.h"
#include "model/schema/records.h"

namespace huice::model::schema {
namespace {

const Shape& session() {
  static const Shape shape =
      object<Session>("session", {required<&Session::body>("body", text(), "市政协"),
                                  required<&Session::term>("term", whole(), "届"),
                                  required<&Session::meeting>("meeting", whole(), "次")});
  return shape;
}

const Shape& ask() {
  static const Shape shape =
      part<Ask>("ask", {required<&Ask::id>("id", id(), "its name within the proposal"),
                        required<&Ask::heading>("heading", text(), "what is asked"),
                        optional<&Ask::summary>("summary", prose(), "in own words")});
  return shape;
}

const Shape& asks() {
  static const Shape shape = nullable<std::vector<Ask>>(list<Ask>(ask()));
  return shape;
}

const Shape& reply_section() {
  static const Shape shape = part<ReplySection>(
      "reply section",
      {required<&ReplySection::id>("id", id(), "its name within the reply"),
       optional<&ReplySection::label>("label", text(), "as printed, like 一、"),
       required<&ReplySection::heading>("heading", text(), "关于“…”的建议"),
       optional<&ReplySection::answers>("answers", texts(), "ids of the asks it answers"),
       required<&ReplySection::text>("text", prose(), "the answer; figures as citations")});
  return shape;
}

const Shape& reply_sections() {
  static const Shape shape = list<ReplySection>(reply_section());
  return shape;
}

const Shape& reply() {
  static const Shape shape = nullable<Reply>(withheld_part<Reply>(
      "reply",
      {optional<&Reply::number>("number", document_number(), "文号"),
       optional<&Reply::letterhead>("letterhead", text(), "发文机关标志, as printed"),
       optional<&Reply::signer>("signer", text(), "签发人"),
       required<&Reply::title>("title", text(), "…关于…第…号提案的答复函"),
       required<&Reply::form>("form", choice<ReplyForm>(), "by ask, or by subject"),
       required<&Reply::salutation>("salutation", text(), "主送, with its colon"),
       required<&Reply::opening>("opening", prose(), "…悉。经研究，现答复如下。"),
       required<&Reply::sections>("sections", reply_sections(), "the body"),
       optional<&Reply::undertakings>("undertakings", undertakings(), "what 下一步 promises"),
       optional<&Reply::closing>("closing", prose(), "下一步，…"),
       required<&Reply::issuer>("issuer", reference(RefKind::organization), "署名"),
       optional<&Reply::signed_on>("signed", date(), "成文日期"),
       optional<&Reply::printed_by>("printed_by", reference(RefKind::organization), "印发机关"),
       optional<&Reply::printed_on>("printed", date(), "印发日期"),
       optional<&Reply::copies>("copies", texts(), "抄送"),
       optional<&Reply::result_class>("class", text(), "A, B …, as site.json defines them"),
       optional<&Reply::publication>("publication", maybe_choice<Publication>(), "公开方式")}));
  return shape;
}

}  // namespace

const Shape& proposal() {
  static const Shape shape = record<Proposal>(
      "proposal", Presence::required,
      {required<&Proposal::id>("id", id(), "the file's name without .json"),
       required<&Proposal::session>("session", session(), "届次"),
       required<&Proposal::number>("number", text(), "提案号; leading zeros are part of it"),
       required<&Proposal::kind>("kind", choice<ProposalKind>(), "政协提案 or 人大建议"),
       required<&Proposal::title>("title", text(), "without 《》"),
       required<&Proposal::proposers>("proposers", texts(), "in the letter's order"),
       optional<&Proposal::region>("region", reference(RefKind::region), "where it was made"),
       optional<&Proposal::received_on>("received", date(), "交办日期"),
       stated<&Proposal::asks>("asks", asks(), "what it asks for; null: unknown"),
       optional<&Proposal::text>("text", prose(), "its own text, where it is known"),
       optional<&Proposal::reply>("reply", reply(), "the answer")});
  return shape;
}

const Shape& contact() {
  static const Shape shape = record<Contact>(
      "contact", Presence::optional,
      {required<&Contact::id>("id", id(), "its name"),
       required<&Contact::proposal>("proposal", reference(RefKind::proposal), "for which letter"),
       required<&Contact::name>("name", text(), "联系人"),
       required<&Contact::phone>("phone", text(), "联系电话")});
  return shape;
}

}  // namespace huice::model::schema
