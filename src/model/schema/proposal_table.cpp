// SPDX-License-Identifier: Apache-2.0
//
// data/proposals/<id>.json, data/private/contacts.json
#include "model/schema/annex_table.h"
#include "model/schema/record.h"
#include "model/schema/records.h"

namespace huice::model::schema {
namespace {

const auto& session() {
  static const auto shape = object<Session>(
      {"届次", "session"},
      {required<&Session::body>("body", text(),
                                {"届次所属机构，如“市政协”", "the body, like 市政协"}),
       required<&Session::term>("term", whole(), {"第几届", "届: which term"}),
       required<&Session::meeting>("meeting", whole(), {"第几次会议", "次: which meeting"})});
  return shape;
}

const auto& ask() {
  static const auto shape = part<Ask>(
      {"建议", "ask"},
      {required<&Ask::id>("id", id(), {"在提案之内的编号", "its name within the proposal"}),
       required<&Ask::heading>("heading", text(), {"建议的内容", "what is asked"}),
       optional<&Ask::summary>("summary", prose(),
                               {"概述，用自己的话写", "a summary in own words"})});
  return shape;
}

const auto& asks() {
  static const auto shape = nullable<std::vector<Ask>>(list<Ask>(ask()));
  return shape;
}

const auto& reply_section() {
  static const auto shape = part<ReplySection>(
      {"答复段落", "reply section"},
      {required<&ReplySection::id>("id", id(), {"在答复函之内的编号", "its name within the reply"}),
       optional<&ReplySection::label>("label", text(),
                                      {"印出的序号，如“一、”", "as printed, like 一、"}),
       optional<&ReplySection::heading>(
           "heading", text(),
           {"段落标题，如“关于‘…’的建议”；原文没有的不填",
            "its heading, like 关于“…”的建议; empty where the letter has none"}),
       optional<&ReplySection::answers>(
           "answers", texts(),
           {"所答复的建议的编号；并案答复的另一提案的建议写作 "
            "“提案/建议”",
            "ids of the asks it answers; those of another proposal that "
            "the letter answers too: proposal/ask"}),
       required<&ReplySection::text>(
           "text", prose(), {"答复内容；数字用引用", "the answer; figures as citations"})});
  return shape;
}

const auto& reply_sections() {
  static const auto shape = list<ReplySection>(reply_section());
  return shape;
}

const auto& class_changes() {
  static const auto one = object<ClassChange>(
      {"办理结果变化", "class change"},
      {required<&ClassChange::on>("on", date(), {"从哪一天起", "from which day"}),
       required<&ClassChange::result_class>("class", text(),
                                            {"变为哪一类，如 A", "the class from then on, like A"}),
       optional<&ClassChange::source>(
           "source", source(), {"依据，如再次答复的函", "what says so, like a second letter"})});
  static const auto shape = list<ClassChange>(one);
  return shape;
}

const auto& consultation() {
  static const auto shape = nullable<Consultation>(object<Consultation>(
      {"面商", "consultation"},
      {required<&Consultation::by>("by", text(), {"由谁面商", "who met them"}),
       required<&Consultation::on>("on", date(), {"哪一天", "when"}),
       required<&Consultation::how>(
           "how", text(), {"方式，如上门、座谈、电话", "how: a visit, a meeting, by phone"})}));
  return shape;
}

const auto& extension() {
  static const auto shape = nullable<Extension>(object<Extension>(
      {"延期", "extension"}, {required<&Extension::by>("by", text(), {"由谁同意", "who agreed"}),
                              required<&Extension::on>("on", date(), {"哪一天同意", "when"})}));
  return shape;
}

const auto& reply() {
  static const auto shape = nullable<Reply>(shape_of<Reply>());
  return shape;
}

}  // namespace

// Long: one table.
template <>
const ShapeFor<Reply>& shape_of<Reply>() {
  static const auto shape = withheld_part<Reply>(
      {"答复函", "reply"},
      {optional<&Reply::number>(
           "number", document_number(),
           {"发文字号；草稿还没有时填 null", "文号: the document number; null while it is open"}),
       optional<&Reply::letterhead>("letterhead", text(),
                                    {"发文机关标志，照印出的写", "发文机关标志, as printed"}),
       optional<&Reply::signer>("signer", text(), {"签发人", "签发人: who signed it"}),
       optional<&Reply::title>(
           "title", text(),
           {"标题，如“…关于…第…号提案的答复函”；空着按提案拟定",
            "its title: …关于…第…号提案的答复函; empty: made from the proposal"}),
       required<&Reply::form>("form", choice<ReplyForm>(),
                              {"结构：itemised 逐项答复，thematic 按主题答复",
                               "how it is arranged: by ask, or by subject"}),
       optional<&Reply::salutation>("salutation", text(),
                                    {"主送，带冒号；空着按提出人拟定",
                                     "主送, with its colon; empty: made from the proposers"}),
       optional<&Reply::opening>(
           "opening", prose(),
           {"开头，如“…悉。经研究，现答复如下。”；空着按提案拟定",
            "the opening, like …悉。经研究，现答复如下。; empty: made from the "
            "proposal"}),
       required<&Reply::sections>("sections", reply_sections(), {"正文各段", "the body"}),
       optional<&Reply::text>(
           "text", prose(),
           {"正式答复函的原文，从开头到结尾；没有时，生成的函是代拟稿",
            "the official wording from opening to closing; without it, letters are drafts"}),
       optional<&Reply::body_of>(
           "body_of", reference(RefKind::proposal),
           {"并案办理、分别答复：正文取自哪件提案的答复，sections 填 []",
            "并案办理、分别答复: the proposal whose reply has the body; sections are then []"}),
       optional<&Reply::lead>("lead", reference(RefKind::organization),
                              {"主办单位；填了它，本件是给它的会办意见",
                               "主办单位: who leads; where it is set, this is an opinion for it"}),
       optional<&Reply::undertakings>("undertakings", undertakings(),
                                      {"“下一步”中的工作承诺", "what 下一步 promises"}),
       optional<&Reply::closing>("closing", prose(),
                                 {"结尾，如“下一步，…”", "the closing, like 下一步，…"}),
       optional<&Reply::annexes>("annexes", annexes(),
                                 {"附件，按答复函的次序", "附件: the letter's annexes"}),
       optional<&Reply::also_answers>(
           "also_answers", references(RefKind::proposal),
           {"并案办理：同一答复函还答复哪些提案，那些提案的 reply 填 null",
            "并案办理: other proposals that the same letter answers; their own reply is null"}),
       optional<&Reply::co_handlers>("co_handlers", references(RefKind::organization),
                                     {"会办单位", "会办单位: who handled it with the issuer"}),
       required<&Reply::issuer>("issuer", reference(RefKind::organization),
                                {"署名单位", "署名: who signs"}),
       optional<&Reply::joint_issuers>("joint_issuers", references(RefKind::organization),
                                       {"联合行文：与署名单位一起署名的单位，按次序",
                                        "联合行文: who signs with the issuer, in order"}),
       optional<&Reply::urgency>(
           "urgency", maybe_choice<Urgency>(),
           {"紧急程度：特急或加急，印在首页左上角", "紧急程度, at the first page's upper left"}),
       optional<&Reply::signed_on>("signed", date(), {"成文日期", "成文日期: when it was signed"}),
       optional<&Reply::printed_by>("printed_by", reference(RefKind::organization),
                                    {"印发机关", "印发机关: who printed it"}),
       optional<&Reply::printed_on>("printed", date(),
                                    {"印发日期", "印发日期: when it was printed"}),
       optional<&Reply::copies>("copies", texts(), {"抄送", "抄送: who gets copies"}),
       optional<&Reply::result_class>(
           "class", text(),
           {"办理结果分类，如 A、B，含义见 site.json", "A, B …, as site.json defines them"}),
       optional<&Reply::class_changes>(
           "class_changes", class_changes(),
           {"答复以后办理结果的变化，如由 B 转 A，按日期先后",
            "later classes, like A once a B is solved, earliest first"}),
       internal<&Reply::consultation>(
           "consultation", consultation(),
           {"面商：办理中与提出人当面商量的情况；从不公开",
            "面商: the draft was talked over with the proposers; never published"}),
       optional<&Reply::publication>(
           "publication", maybe_choice<Publication>(),
           {"公开方式：full 全文，summary 摘要（写在 sections 里，不填 text），none 不公开",
            "公开方式: how it is published; as a summary: the sections are that summary, without "
            "text"}),
       internal<&Reply::publication_reason>(
           "publication_reason", text(),
           {"摘要公开或不公开的理由；从不公开",
            "why it is published as a summary or not at all; never published"})});
  return shape;
}

template <>
const ShapeFor<Proposal>& shape_of<Proposal>() {
  static const auto shape = record<Proposal>(
      {"提案", "proposal"}, Presence::required,
      {required<&Proposal::id>(
           "id", id(), {"编号，与文件名（不含 .json）相同", "the file's name without .json"}),
       required<&Proposal::session>("session", session(), {"届次", "届次: term and meeting"}),
       required<&Proposal::number>(
           "number", text(), {"提案号，开头的零也要写", "提案号; leading zeros are part of it"}),
       required<&Proposal::kind>("kind", choice<ProposalKind>(),
                                 {"政协提案或人大建议", "政协提案 or 人大建议"}),
       required<&Proposal::title>("title", text(), {"标题，不带《》", "without 《》"}),
       required<&Proposal::proposers>("proposers", texts(),
                                      {"提出人，按来函的次序", "in the letter's order"}),
       optional<&Proposal::region>("region", reference(RefKind::region),
                                   {"在哪个地区提出", "the region it was made in"}),
       optional<&Proposal::received_on>("received", date(),
                                        {"交办日期", "交办日期: when it was received"}),
       optional<&Proposal::extension>(
           "extension", extension(),
           {"经同意延期办理的，由谁、何时同意", "who agreed to a longer term, and when"}),
       stated<&Proposal::asks>("asks", asks(),
                               {"提出的建议；不知道的填 null", "what it asks for; null: unknown"}),
       optional<&Proposal::text>("text", prose(),
                                 {"提案原文，知道的才填", "its own text, where it is known"}),
       optional<&Proposal::reply>("reply", reply(), {"答复函", "the reply"})});
  return shape;
}

template <>
const ShapeFor<Contact>& shape_of<Contact>() {
  static const auto shape = record<Contact>(
      {"联系人", "contact"}, Presence::optional,
      {required<&Contact::id>("id", id(), {"编号", "its name"}),
       required<&Contact::proposal>("proposal", reference(RefKind::proposal),
                                    {"用于哪件提案的答复函", "for which letter"}),
       required<&Contact::name>("name", text(), {"联系人", "联系人: the contact person"}),
       required<&Contact::phone>("phone", text(), {"联系电话", "联系电话: the phone number"})});
  return shape;
}

}  // namespace huice::model::schema
