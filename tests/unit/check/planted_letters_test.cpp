// SPDX-License-Identifier: Apache-2.0
// Faults of letters, each a small change of a project without one: its finding is told, and nothing
// else. The project is that of tests/sites_invalid/findings/base.case with two more letters, one of
// which shares its text with the first.
#include "check/base_project.h"

#include <algorithm>
#include <iterator>
#include <set>

using namespace huice;
using namespace huice::test;

namespace {

constexpr const char* kSecond = R"({
  "id": "q",
  "session": {"body": "市政协", "term": 1, "meeting": 1},
  "number": "002",
  "kind": "政协提案",
  "title": "关于培训企业家的提案（虚构）",
  "proposers": ["示例委员", "另一委员"],
  "region": "city",
  "received": "2022-03-10",
  "asks": [{"id": "train", "heading": "培训企业家"}, {"id": "visit", "heading": "上门服务"}],
  "reply": {
    "number": "示建提复字〔2022〕2号",
    "signer": "示例签发人",
    "title": "示例市人民政府关于市政协一届一次会议第002号提案的答复函",
    "form": "itemised",
    "class": "A",
    "salutation": "示例委员、另一委员：",
    "opening": "你们的《关于培训企业家的提案》收悉，现答复如下。",
    "sections": [
      {"id": "1", "label": "一、", "heading": "关于“培训企业家”的建议", "answers": ["train"],
       "text": "培训已经办完。全市有星级企业{{ fact('firms@city/@2021-12-31') }}，课程由市工业和信息化局选定，请各园区推荐学员，结业的发给证书，没有到课的补课，学员名册和课件留存备查，讲课费用由承办的学校垫付，年终与财政部门结清，企业不用出钱，也不用另外请假。"},
      {"id": "2", "label": "二、", "heading": "关于“上门服务”的建议", "answers": ["visit"],
       "text": "服务专员每月走访一次，回来填写走访记录，能办的当场办。"}
    ],
    "undertakings": [{"id": "course", "text": "办完培训", "units": ["gxj"], "due": "2023-06-30", "status": "done", "evidence": "示例通报（虚构）"}],
    "closing": "感谢你们对企业的关心。",
    "issuer": "gov",
    "signed": "2022-09-27",
    "printed": "2022-09-28",
    "audience": "public"
  },
  "source": {"document": "示例文件（虚构）", "reliability": "official"},
  "reviewed": {"on": "2026-01-05"}
}
)";

constexpr const char* kShared = R"({
  "id": "r",
  "session": {"body": "市政协", "term": 1, "meeting": 1},
  "number": "003",
  "kind": "政协提案",
  "title": "关于奖励企业的提案（虚构）",
  "proposers": ["又一委员"],
  "region": "city",
  "asks": null,
  "reply": {"number": "示建提复字〔2022〕3号", "form": "itemised", "class": "B", "body_of": "p", "sections": [], "issuer": "gov", "signed": "2022-09-28"},
  "source": {"document": "示例文件（虚构）", "reliability": "official"},
  "reviewed": {"on": "2026-01-05"}
}
)";

constexpr const char* kContacts = R"({"contacts": [
  {"id": "c", "proposal": "p", "name": "示例联络员", "phone": "0000-0000002",
   "source": {"document": "示例文件（虚构）", "reliability": "official"}, "reviewed": {"on": "2026-01-05"}}
]})";

struct Change {
  std::string file;  ///< of data/
  std::string from;  ///< is there once
  std::string to;
};

void apply(Files& files, const Change& change) {
  std::string& text = files.at("data/" + change.file);
  const std::size_t at = text.find(change.from);
  REQUIRE_MESSAGE(at != std::string::npos, change.file, " does not hold ", change.from);
  REQUIRE_MESSAGE(text.find(change.from, at + 1) == std::string::npos, change.file,
                  " holds more than once ", change.from);
  text.replace(at, change.from.size(), change.to);
}

Files sound() {
  Files files = project_of(base_case());
  apply(
      files,
      {"site.json", R"("about")",
       R"("reply_classes": [{"id": "A", "meaning": "已经解决"}, {"id": "B", "meaning": "列入计划"}], "about")"});
  apply(files, {"proposals/p.json", R"("region": "city",)",
                R"("region": "city", "received": "2022-03-10",)"});
  apply(files,
        {"proposals/p.json", R"("issuer": "gov",)",
         R"("issuer": "gov", "class": "B", "printed": "2022-10-11", "audience": "public",)"});
  files["data/proposals/q.json"] = kSecond;
  files["data/proposals/r.json"] = kShared;
  files["data/private/contacts.json"] = kContacts;
  return files;
}

struct Planted {
  std::string what;
  std::string code;
  std::vector<Change> changes;
};

Planted in_first(std::string what, std::string code, std::string from, std::string to) {
  return {std::move(what), std::move(code), {{"proposals/p.json", std::move(from), std::move(to)}}};
}

Planted in_second(std::string what, std::string code, std::string from, std::string to) {
  return {std::move(what), std::move(code), {{"proposals/q.json", std::move(from), std::move(to)}}};
}

constexpr const char* kTitle = "市政协一届一次会议第002号提案的答复函";
constexpr const char* kClosing = "感谢你们对企业的关心。";
constexpr const char* kVisits = "服务专员每月走访一次，回来填写走访记录，能办的当场办。";
constexpr const char* kPromise = R"("units": ["gxj"], "due": "2027-06-30")";

std::vector<Planted> against_the_proposal() {
  return {
      in_second("the title has another number", "letter-number", kTitle,
                "市政协一届一次会议第020号提案的答复函"),
      in_second("the opening has another number", "letter-number", "的提案》收悉",
                "的提案》（第012号）收悉"),
      in_second("the title is of another term", "letter-session", kTitle,
                "市政协二届一次会议第002号提案的答复函"),
      in_second("the title is of another meeting", "letter-session", kTitle,
                "市政协一届三次会议第002号提案的答复函"),
      in_second("the title is of another body", "letter-session", kTitle,
                "县政协一届一次会议第002号提案的答复函"),
      in_second("the title calls it a suggestion", "letter-kind", kTitle,
                "市政协一届一次会议第002号建议的答复函"),
      in_second("the opening names another proposal", "letter-title",
                "你们的《关于培训企业家的提案》", "你们的《关于培训工程师的提案》"),
      in_second("it is to someone else", "letter-salutation", "示例委员、另一委员：",
                "示例委员、第三委员："),
      in_second("it leaves one of the proposers out", "letter-salutation", "示例委员、另一委员：",
                "示例委员："),
      in_second("two are addressed as one", "letter-address", "你们的《", "您的《"),
      in_second("the title names another issuer", "letter-issuer", "示例市人民政府关于",
                "市工业和信息化局关于"),
      {"two proposals have one number",
       "proposal-number-twice",
       {{"proposals/q.json", R"("number": "002",)", R"("number": "003",)"},
        {"proposals/q.json", kTitle, "市政协一届一次会议第003号提案的答复函"}}},
      {"an ask has no answer",
       "ask-unanswered",
       {{"proposals/q.json", R"("answers": ["visit"])", R"("answers": ["train"])"},
        {"proposals/q.json", "关于“上门服务”的建议", "其他工作"}}},
      in_second("a heading quotes another ask", "letter-heading", "关于“上门服务”的建议",
                "关于“减免费用”的建议"),
  };
}

std::vector<Planted> of_class_and_merging() {
  return {
      in_second("its class is not defined", "class-undefined", R"("class": "A")",
                R"("class": "丁")"),
      in_second("class A, and a promise is open", "class-promises",
                R"("due": "2023-06-30", "status": "done")",
                R"("due": "2027-06-30", "status": "in-progress")"),
      {"merged letters have two classes",
       "class-differs",
       {{"proposals/r.json", R"("class": "B")", R"("class": "A")"}}},
      {"two letters state two figures of one year",
       "figures-differ",
       {{"observations/all.csv", "region,period,value", "region,period,variant,value"},
        {"observations/all.csv",
         "firms,city,@2021-12-31,80,家,示例年鉴（虚构）,official,2026-01-05,public\n"
         "firms,city,@2024-12-31,89,",
         "firms,city,@2021-12-31,,80,家,示例年鉴（虚构）,official,2026-01-05,public\n"
         "firms,city,@2021-12-31,bulletin,82,家,示例公报（虚构）,official,2026-01-05,public\n"
         "firms,city,@2024-12-31,,89,"},
        {"observations/all.csv", "@2025-12-31,99", "@2025-12-31,,99"},
        {"observations/all.csv", "@2025-12-31,11.24", "@2025-12-31,,11.24"},
        {"observations/all.csv", "2021,4715.7", "2021,,4715.7"},
        {"observations/all.csv", "2022,5613.4", "2022,,5613.4"},
        {"observations/all.csv", "2023,5849.8", "2023,,5849.8"},
        {"observations/all.csv", "2024,5850.1", "2024,,5850.1"},
        {"observations/all.csv", "2024,53.2", "2024,,53.2"},
        {"observations/all.csv", "2024,0.91", "2024,,0.91"},
        {"proposals/q.json", "firms@city/@2021-12-31", "firms@city/@2021-12-31#bulletin"}}},
      in_second(
          "it is nearly another letter", "near-duplicate-reply",
          "培训已经办完。全市有星级企业{{ fact('firms@city/@2021-12-31') "
          "}}"
          "，课程由市工业和信息化局选定，请各园区推荐学员，结业的发给证书，没有到课的补课，学员名册"
          "和课件留存备查，讲课费用由承办的学校垫付，年终与财政部门结清，企业不用出钱，也不用另外请"
          "假。",
          "{{ cite('a/1') }}规定奖励{{ amount('a/1/star') }}。全市现有星级企业{{ "
          "fact('firms@city/@2021-12-31') "
          "}}"
          "，今年新认定的企业名单已经公布，企业可以凭认定文件和申请表到市政务服务中心申领，窗口当场"
          "受理，材料齐全的当月拨付；材料不全的，工作人员一次告知要补的材料，并约定再来的时间。符合"
          "条件而没有申请的企业，由旗区逐户上门提醒，确有困难的可以委托园区代办。"),
      in_second("it says one thing twice", "near-duplicate-section", kVisits,
                "培训已经办完，课程由市工业和信息化局选定，请各园区推荐学员，结业的发给证书，没有到"
                "课的补课，学员名册和课件留存备查，讲课费用由承办的学校垫付，年终与财政部门结清，企"
                "业不用出钱，也不用另外请假。"),
      in_second("a section answers with phrases", "stock-phrases", kVisits,
                "我市高度重视，将积极推进，逐步完善。"),
  };
}

std::vector<Planted> of_numbers_and_days() {
  return {
      in_second("its number is another letter's", "document-number-twice", "示建提复字〔2022〕2号",
                "示建提复字〔2022〕1号"),
      in_second("its number is of another year", "document-number-year", "示建提复字〔2022〕2号",
                "示建提复字〔2021〕2号"),
      in_second("its number has square brackets", "document-number-form", "示建提复字〔2022〕2号",
                "示建提复字[2022]第2号"),
      in_second("it was signed before the proposal came", "dates-out-of-order",
                R"("received": "2022-03-10")", R"("received": "2022-09-30")"),
      in_second("it was printed before it was signed", "dates-out-of-order",
                R"("printed": "2022-09-28")", R"("printed": "2022-09-26")"),
      {"it is dated half a year ahead",
       "date-to-come",
       {{"proposals/r.json", R"("signed": "2022-09-28")", R"("signed": "2026-09-28")"},
        {"proposals/r.json", "示建提复字〔2022〕3号", "示建提复字〔2026〕3号"}}},
      in_first("its last day was before it was made", "dates-out-of-order",
               R"("due": "2027-06-30")",
               R"("status": "done", "evidence": "示例", "due": "2022-06-30")"),
      {"it cites a text that was adopted after its day",
       "cited-later",
       {{"proposals/q.json", kClosing, "下一步，按{{ cite('b') }}办理。"},
        {"proposals/q.json", R"("signed": "2022-09-27")", R"("signed": "2022-07-01")"},
        {"proposals/q.json", R"("printed": "2022-09-28")", R"("printed": "2022-07-02")"}}},
      in_second("it states a figure of after its day", "cited-later", "firms@city/@2021-12-31",
                "firms@city/@2024-12-31"),
      in_first("its promise is overdue", "undertaking-overdue", R"("due": "2027-06-30")",
               R"("due": "2026-02-28")"),
      in_first("its promise is nobody's", "undertaking-without-owner", R"("units": ["gxj"], "due")",
               R"("due")"),
      in_first("its promise has no day", "undertaking-without-due", kPromise,
               R"("units": ["gxj"])"),
  };
}

std::vector<Planted> of_words_and_figures() {
  const std::string closing = kClosing;
  return {
      in_second("it names whom to ask", "contact-published", closing,
                "感谢你们的关心。（联系人：某人）"),
      in_first("it names who is on record in private", "contact-published",
               "下一步将继续兑现奖励。", "下一步将继续兑现奖励，可找示例联络员。"),
      in_first("it has the telephone of data/private", "contact-published",
               "下一步将继续兑现奖励。", "下一步将继续兑现奖励，电话0000-0000002。"),
      in_second("a figure is typed and no record has it", "number-uncited", kVisits,
                "服务专员每月走访35家企业。"),
      in_second("a typed figure contradicts the one beside it", "number-contradicts",
                "{{ fact('firms@city/@2021-12-31') }}",
                "{{ fact('firms@city/@2021-12-31') }}（81家）"),
      in_second("an award is typed wrong", "number-contradicts", kVisits,
                "对新认定的市级星级企业给予30万元奖励。"),
      in_second("a unit has its former name", "former-name", kVisits,
                "服务专员由市经信委选派，每月走访一次。"),
      {"a newer figure was there when it was signed",
       "figure-outdated",
       {{"proposals/q.json", R"("signed": "2022-09-27")", R"("signed": "2025-09-27")"},
        {"proposals/q.json", R"("printed": "2022-09-28")", R"("printed": "2025-09-28")"},
        {"proposals/q.json", "示建提复字〔2022〕2号", "示建提复字〔2025〕2号"},
        {"proposals/q.json", R"("due": "2023-06-30")", R"("due": "2025-12-30")"}}},
      {"it states a sum that a newer text changed",
       "contradiction-stated",
       {{"policies/b.json", R"("star-region")", R"("star-city")"}}},
      {"it cites a text that was replaced",
       "superseded-cited",
       {{"policies/b.json", R"("kind": "implements")", R"("kind": "supersedes")"}}},
  };
}

std::vector<Planted> faults() {
  std::vector<Planted> all;
  for (std::vector<Planted> some : {against_the_proposal(), of_class_and_merging(),
                                    of_numbers_and_days(), of_words_and_figures()}) {
    all.insert(all.end(), std::make_move_iterator(some.begin()),
               std::make_move_iterator(some.end()));
  }
  return all;
}

std::string text_of(const std::vector<Diagnostic>& found) {
  std::string text;
  for (const Diagnostic& one : found) text += format_diagnostic(one, Language::en);
  return text;
}

}  // namespace

TEST_CASE("the letters that faults are planted into have none") {
  CHECK(text_of(reported(sound())) == "");
}

TEST_CASE("forty faults of letters and more are found, and nothing else is told of them") {
  const std::vector<Planted> all = faults();
  CHECK(all.size() >= 40);
  // What a change of another record brings with it, beside the letter's own finding.
  const std::set<std::string> of_others{"contradiction", "expired-offered", "higher-newer"};
  for (const Planted& one : all) {
    CAPTURE(one.what);
    Files files = sound();
    for (const Change& change : one.changes) apply(files, change);
    const auto found = reported(files);
    INFO(text_of(found));
    std::set<std::string> codes;
    for (const Diagnostic& each : found) codes.emplace(each.code.slug());
    CHECK(codes.erase(one.code) == 1);
    const bool is_letter = std::all_of(one.changes.begin(), one.changes.end(),
                                       [](const Change& c) { return c.file.starts_with("prop"); });
    if (!is_letter) {
      for (const std::string& other : of_others) codes.erase(other);
    }
    CHECK(codes.empty());
  }
}
