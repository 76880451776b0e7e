// SPDX-License-Identifier: Apache-2.0
//
// A letter against the proposal it answers: what its title, salutation and opening say of number,
// session, kind, title and proposers.
#include "base/messages/check.h"
#include "base/replaced.h"
#include "base/title_marks.h"
#include "check/letter_text.h"
#include "check/naming.h"
#include "check/rules.h"
#include "check/sentences.h"
#include "model/proposers.h"
#include "model/schema/choice.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

namespace huice::check {
namespace {

using model::Proposal;
using model::ProposalKind;
using model::Reply;

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

// A text of the letter that names its proposal, and the place of a part of it.
struct Naming {
  std::string text;
  std::function<Spot(const Part&)> spot;

  std::string said(const Part& part) const { return text.substr(part.offset, part.bytes); }
};

Argument session_of(const Proposal& proposal) {
  const model::Session& session = proposal.session;
  return msg::session_named{.body = session.body, .term = session.term, .meeting = session.meeting};
}

void check_number(const Proposal& proposal, const Naming& naming, Findings& findings) {
  const std::vector<NumberNamed> numbers = proposal_numbers_in(naming.text);
  const std::string own = plain_number(proposal.number);
  if (numbers.empty() || own.empty()) return;
  const bool named = std::any_of(numbers.begin(), numbers.end(), [&own](const NumberNamed& one) {
    return plain_number(one.digits) == own;
  });
  if (named) return;
  const Part& part = numbers.front().part;
  findings.add(msg::letter_number{.said = naming.said(part), .number = proposal.number},
               naming.spot(part));
}

// The body, from its level on, that a text ends with: 市政协, 区政协 of 自治区政协; empty where it
// names none with a level.
std::string_view body_at_end_of(std::string_view text) {
  for (const std::string_view body : {"政协", "人大", "人民代表大会"}) {
    if (!text.ends_with(body)) continue;
    const std::string_view before = text.substr(0, text.size() - body.size());
    for (const std::string_view level : {"市", "区", "县", "旗", "州", "盟", "省"}) {
      if (before.ends_with(level)) return text.substr(before.size() - level.size());
    }
  }
  return {};
}

bool is_of_another_level(std::string_view body, std::string_view other) {
  constexpr std::size_t kLevel = 3;  // bytes
  return !body.empty() && !other.empty() && body.substr(0, kLevel) != other.substr(0, kLevel);
}

void check_session(const Proposal& proposal, const Naming& naming, Findings& findings) {
  const auto named = session_in(naming.text);
  if (!named) return;
  const model::Session& session = proposal.session;
  Part part = named->part;
  std::string_view before = std::string_view(naming.text).substr(0, part.offset);
  if (before.ends_with("第")) before.remove_suffix(std::string_view("第").size());
  const std::string_view body = body_at_end_of(before);
  const bool another = is_of_another_level(body, body_at_end_of(session.body));
  if (named->term == session.term && named->meeting == session.meeting && !another) return;
  if (another) {
    const std::size_t end = part.offset + part.bytes;
    part.offset = before.size() - body.size();
    part.bytes = end - part.offset;
  }
  findings.add(msg::letter_session{.said = naming.said(part), .session = session_of(proposal)},
               naming.spot(part));
}

// A letter on 第0261号建议 for what is recorded as a 政协提案.
void check_kind(const Proposal& proposal, const Naming& naming, Findings& findings) {
  const std::vector<NumberNamed> numbers = proposal_numbers_in(naming.text);
  if (numbers.empty()) return;
  const Part& number = numbers.back().part;
  const std::size_t end = number.offset + number.bytes;
  const bool is_proposal = proposal.kind == ProposalKind::proposal;
  const std::string_view other = is_proposal ? "建议" : "提案";
  std::string_view after = std::string_view(naming.text).substr(end);
  for (const std::string_view whose : {"政协", "人大", "委员", "代表", "的"}) {
    if (after.starts_with(whose)) after.remove_prefix(whose.size());
  }
  if (!after.starts_with(other)) return;
  const std::size_t to = naming.text.size() - after.size() + other.size();
  const Part part{number.offset, to - number.offset};
  findings.add(msg::letter_kind{.said = naming.said(part),
                                .kind = std::string(model::schema::word(proposal.kind))},
               naming.spot(part));
}

void check_title(const Proposal& proposal, const Naming& naming, Findings& findings) {
  const auto title = proposal_title_in(naming.text);
  if (!title || plain_title(naming.said(*title)) == plain_title(proposal.title)) return;
  findings.add(
      msg::letter_title{.said = naming.said(*title), .title = within_title_marks(proposal.title)},
      naming.spot(*title));
}

void check_naming(const Proposal& proposal, const Naming& naming, Findings& findings) {
  check_number(proposal, naming, findings);
  check_session(proposal, naming, findings);
  check_kind(proposal, naming, findings);
  check_title(proposal, naming, findings);
}

std::string without_blanks(std::string text) {
  for (const std::string_view blank : {" ", "　", "\xC2\xA0"}) text = replaced(text, blank, "");
  return text;
}

// What is left of a salutation without the names of the proposers and words of address.
bool names_others(std::string salutation, std::vector<std::string> names) {
  std::sort(names.begin(), names.end(),
            [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  for (const std::string& name : names) salutation = replaced(salutation, name, "、");
  for (const std::string_view word :
       {"尊敬的", "各位", "委员", "代表", "同志", "先生", "女士", "领衔", "等", "们", "和",
        "及",     "与",   "并",   "位",   "名",   "人",   "一",   "二",   "两", "三", "四",
        "五",     "六",   "七",   "八",   "九",   "十",   "：",   "，",   "（", "）", "、"}) {
    salutation = replaced(salutation, word, "");
  }
  return salutation.find_first_not_of("0123456789:,()\n") != std::string::npos;
}

void check_salutation(const Proposal& proposal, Findings& findings) {
  const Reply& reply = *proposal.reply;
  if (reply.salutation.empty() || proposal.proposers.empty()) return;
  const std::string salutation = without_blanks(reply.salutation);
  std::vector<std::string> names;
  for (const std::string& one : proposal.proposers) names.push_back(model::plain_proposer(one));
  // 白夜明等三位委员 names the first alone.
  const bool shortened = has(salutation, "等");
  const auto missing = std::find_if(names.begin(), names.end(), [&salutation](const auto& name) {
    return !has(salutation, name);
  });
  const bool complete = missing == names.end() || (shortened && missing != names.begin());
  if (complete && !names_others(salutation, names)) return;
  findings.add(msg::letter_salutation{.said = reply.salutation,
                                      .proposers = Argument::list(proposal.proposers)},
               Spot::text(reply.place, reply.salutation, "salutation"),
               Other{msg::the_proposal{}, Spot::at(proposal.provenance.place)});
}

// 您 of one, 你们 of several. A body is 你们 as one, and 等 says that there are more than are
// named.
void check_address(const Proposal& proposal, Findings& findings) {
  const Reply& reply = *proposal.reply;
  const auto& proposers = proposal.proposers;
  if (!std::all_of(proposers.begin(), proposers.end(), model::is_person)) return;
  const std::string_view opening = Sentences(reply.opening.markdown).at(0);
  const std::string_view wrong = proposers.size() == 1 ? "你们" : "您";
  const std::size_t at = opening.find(wrong);
  const bool is_right =
      proposers.empty() || at == std::string_view::npos || opening.substr(at).starts_with("您们");
  if (is_right) return;
  findings.add(msg::letter_address{.said = wrong, .count = proposers.size()},
               Spot::prose(reply.opening, at, wrong.size()),
               Other{msg::the_proposal{}, Spot::at(proposal.provenance.place)});
}

// 示例市人民政府关于…的答复函, signed by another unit.
void check_issuer(const Proposal& proposal, const model::Library& library, Findings& findings) {
  const Reply& reply = *proposal.reply;
  const std::size_t about = reply.title.find("关于");
  const model::Organization* issuer = library.organization(reply.issuer);
  if (about == std::string::npos || about == 0 || issuer == nullptr) return;
  const std::string named = reply.title.substr(0, about);
  if (named == issuer->name) return;
  const bool another =
      std::any_of(library.organizations().begin(), library.organizations().end(),
                  [&named](const model::Organization& one) { return one.name == named; });
  if (!another) return;
  findings.add(msg::letter_issuer{.said = named, .issuer = issuer->name},
               Spot::text(reply.place, reply.title, "title"),
               Other{msg::the_issuer{}, Spot::at(issuer->provenance.place)});
}

void check_letter(const Proposal& proposal, const model::Library& library, Findings& findings) {
  const Reply& reply = *proposal.reply;
  const Naming title{
      reply.title, [&reply](const Part&) { return Spot::text(reply.place, reply.title, "title"); }};
  check_naming(proposal, title, findings);
  if (!reply.opening.empty()) {
    const std::string_view sentence = Sentences(reply.opening.markdown).at(0);
    const Naming opening{std::string(sentence), [&reply](const Part& part) {
                           return Spot::prose(reply.opening, part.offset, part.bytes);
                         }};
    check_naming(proposal, opening, findings);
  }
  check_salutation(proposal, findings);
  check_address(proposal, findings);
  check_issuer(proposal, library, findings);
}

void check_class(const Proposal& proposal, const model::Site& site, Findings& findings) {
  const std::string& id = proposal.reply->result_class;
  const auto& classes = site.reply_classes;
  const bool defined = std::any_of(classes.begin(), classes.end(),
                                   [&id](const model::ReplyClass& one) { return one.id == id; });
  if (id.empty() || defined) return;
  std::vector<std::string> ids;
  ids.reserve(classes.size());
  for (const model::ReplyClass& one : classes) ids.push_back(one.id);
  const Argument known = ids.empty() ? Argument(msg::none_defined{}) : Argument::list(ids);
  findings.add(msg::class_undefined{.id = id, .known = known},
               Spot::text(proposal.reply->place, id, "class"));
}

// Two records of one number: one of them was copied.
class ProposalNumbers {
 public:
  explicit ProposalNumbers(Findings& findings) : findings_(findings) {}

  void check(const Proposal& proposal) {
    const std::string number = plain_number(proposal.number);
    if (number.empty()) return;
    const model::Session& session = proposal.session;
    const auto [first, is_new] = seen_.emplace(
        Key{session.body, session.term, session.meeting, proposal.kind, proposal.region, number},
        &proposal);
    if (is_new) return;
    findings_.add(
        msg::proposal_number_twice{.number = proposal.number, .session = session_of(proposal)},
        Spot::text(proposal.provenance.place, proposal.number, "number"),
        Other{msg::the_other_proposal{}, Spot::at(first->second->provenance.place)});
  }

 private:
  using Key = std::tuple<std::string, int, int, ProposalKind, std::string, std::string>;

  Findings& findings_;
  std::map<Key, const Proposal*> seen_;
};

}  // namespace

void check_letters(const Subject& subject, Findings& findings) {
  for (const Proposal& proposal : subject.library.proposals()) {
    if (!proposal.reply) continue;
    check_letter(proposal, subject.library, findings);
    check_class(proposal, subject.library.site(), findings);
  }
}

void check_proposal_numbers(const Subject& subject, Findings& findings) {
  ProposalNumbers numbers(findings);
  for (const Proposal& proposal : subject.library.proposals()) numbers.check(proposal);
}

}  // namespace huice::check
