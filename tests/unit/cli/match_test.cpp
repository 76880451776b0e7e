// SPDX-License-Identifier: Apache-2.0
#include "cli/memory_world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace huice;
using namespace huice::test;

namespace {

void put_small(MemoryFileSystem& files) {
  put_folder(files, "tests/sites/small/data", "p/data");
  put_share(files);
}

Said match(MemoryFileSystem& files, std::vector<std::string> arguments,
           const std::string& piped = "") {
  arguments.insert(arguments.begin(), {"match", "p"});
  return run(files, arguments, "2026-03-05", piped);
}

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

constexpr const char* kRoster =
    "企业名称,电话,上年度营业收入\n=甲,1,3000万元\n乙,2,1元\n丙,3,很多\n";

}  // namespace

TEST_CASE("match reports on a profile that is piped in") {
  MemoryFileSystem files;
  put_small(files);
  const Said said = match(files, {"--profile", "-"}, R"({"revenue": "1元"})");
  CHECK(said.code == 0);
  CHECK(said.err == "");
  CHECK(said.out == R"(政策匹配结果
按2026-03-05的政策记录计算。

符合条件 0 项，尚不能确定 2 项，不符合 4 项。
不能确定的，条文本身有疑问的 0 项，须由部门认定的 2 项，还缺答案的 0 项。


尚不能确定

- 技术改造补助：每个项目最高50万元

  示府发〔2026〕1号第二条第一款第（一）项
  支持对象：示例类中小企业（市级）
  [部门认定] 第二款：技术改造项目已完工验收
  ! 有条件须由受理部门认定，本结果不作判断。
  · 项目投资额无法由申报人自行填报
  · 上限每个项目50万元
  · 资金分担：示例市人民政府承担60%；所需资金由市、区按比例承担。

- 贷款贴息：最多3年，每笔贷款最高30万元

  示府发〔2026〕1号第二条
  ! 条文未载明条件。
  · 计息所需的贷款金额或放款日不在填报项中
  · 几项合计的上限每年30万元，这里只算其中一项
  · 最多3年
  · 资金分担：示例市人民政府承担60%；所需资金由市、区按比例承担。
  ※ 以当年通知为准。


只差一项

- 新认定企业奖励（示府发〔2026〕1号第一条）
  上年度营业收入：由“1元”变为“500万元”
  则符合条文条件：10万元


另有 3 项已过有效期、不再适用、尚未施行或者申报已截止，不列出。

以上各项是否可叠加，文件未载明，因此不合计。


本结果只按条文逐项比对，不构成受理或兑现承诺，以受理部门审核为准。
)");
}

TEST_CASE("what is not met is listed with why, what is over is counted alone") {
  MemoryFileSystem files;
  put_small(files);
  const std::string path = "p/data/profile.json";
  std::string profile = files.read(path).value();
  const std::string up = R"("change": "up")";
  REQUIRE(profile.find(up) != std::string::npos);
  profile.replace(profile.find(up), up.size(), R"("change": "none")");
  files.put(path, profile);
  const Said said = match(files, {"--profile", "-"}, R"({"revenue": "1元"})");
  CHECK(said.out.find(R"(
不符合条文条件

- 新认定企业奖励（示府发〔2026〕1号第一条）
  不符：当年新认定，上年度营业收入500万元以上

另有 3 项已过有效期、不再适用、尚未施行或者申报已截止，不列出。
)") != std::string::npos);
  CHECK(said.out.find("旧奖补") == std::string::npos);
  const Said as_json =
      match(files, {"--profile", "-", "--format", "json"}, R"({"revenue": "1元"})");
  for (const char* part : {R"("beneficiaries": "示例类中小企业（市级）",
      "verdict": "no",
      "waits_for": null,
      "over": false,
      "unmet": "不符：当年新认定，上年度营业收入500万元以上",
      "reason": "不符：当年新认定，上年度营业收入500万元以上",)",
                           R"("verdict": "no",
      "waits_for": null,
      "over": true,
      "unmet": "",
      "reason": "条文未载明条件；已被新的文件取代",)"}) {
    CHECK_MESSAGE(as_json.out.find(part) != std::string::npos, part);
  }
}

TEST_CASE("of what is not certain it is said what it waits for, and which answers settle most") {
  MemoryFileSystem files;
  put_small(files);
  const Said said = match(files, {"--profile", "-"}, R"({})");
  CHECK_MESSAGE(said.out.find(R"(
不能确定的，条文本身有疑问的 0 项，须由部门认定的 2 项，还缺答案的 1 项。
先回答这些，涉及的支持措施最多：上年度营业收入（1项）
)") != std::string::npos,
                said.out);
  // What lacks least comes first.
  const std::size_t last = said.out.find("- 新认定企业奖励");
  REQUIRE(last != std::string::npos);
  CHECK(said.out.find("- 技术改造补助") < last);
  const Said as_json = match(files, {"--profile", "-", "--format", "json"}, R"({})");
  for (const char* part : {R"("waiting": {
    "answers": 1,
    "office": 2,
    "text": 0
  },)",
                           R"("questions": [
    {
      "id": "revenue",
      "label": "上年度营业收入",)",
                           R"("waits_for": "answers",)", R"("waits_for": "office",)"}) {
    CHECK_MESSAGE(as_json.out.find(part) != std::string::npos, as_json.out);
  }
}

TEST_CASE("match gives the same as JSON") {
  MemoryFileSystem files;
  put_small(files);
  files.put("a.json", R"({"revenue": "1元"})");
  const Said said = match(files, {"--profile", "a.json", "--format", "json"});
  CHECK(said.code == 0);
  CHECK(said.out.find(R"("as_of": "2026-03-05")") != std::string::npos);
  for (const char* part : {R"("answers": [
    {
      "id": "revenue",
      "label": "上年度营业收入",
      "text": "1元"
    }
  ])",
                           R"("counts": {
    "yes": 0,
    "unknown": 2,
    "no": 4,
    "over": 3
  })",
                           R"("near_miss": {
        "field": "revenue",
        "label": "上年度营业收入",
        "from": "1元",
        "to": "500万元",
        "added": "",
        "verdict": "yes",
        "estimate": {
          "kind": "exact",
          "low": 10000000,)"}) {
    CHECK_MESSAGE(said.out.find(part) != std::string::npos, part);
  }
}

TEST_CASE("the JSON says for how many years a measure is paid, and that sums may not be added") {
  MemoryFileSystem files;
  put_small(files);
  files.put("a.json", R"({"revenue": "1元"})");
  const Said said = match(files, {"--profile", "a.json", "--format", "json"});
  CHECK(said.code == 0);
  // The measure's own part, up to the next one.
  const auto part_of = [&said](const std::string& id) {
    const std::size_t from = said.out.find("\"id\": \"" + id + "\"");
    REQUIRE_MESSAGE(from != std::string::npos, id);
    return said.out.substr(from, said.out.find("\"id\": \"example-2026-1/", from + 1) - from);
  };
  const std::string loan = part_of("example-2026-1/2/discount");
  CHECK_MESSAGE(loan.find(R"("years": {
          "at_most": 3
        })") != std::string::npos,
                loan);
  const std::string upgrade = part_of("example-2026-1/2/upgrade");
  CHECK_MESSAGE(upgrade.find(R"("years": null)") != std::string::npos, upgrade);
  for (const std::string& one : {loan, upgrade}) {
    const char* open = R"("stacking": "能否与其他支持叠加，文件未载明，不可直接相加")";
    CHECK_MESSAGE(one.find(open) != std::string::npos, one);
  }
  CHECK(said.out.find("\n  \"stacking\": \"以上各项是否可叠加，文件未载明，因此不合计。\"\n") !=
        std::string::npos);
}

TEST_CASE("an answer that cannot be read stops match, with its place in the profile") {
  MemoryFileSystem files;
  put_small(files);
  files.put("a.json", "{\n  \"revenue\": \"1块\",\n  \"revenu\": 1\n}\n");
  const Said said = match(files, {"--profile", "a.json"});
  CHECK(said.code == 1);
  CHECK(said.out == "");
  CHECK(said.err == R"(a.json:2:14: error[bad-money]: “1块” is not an amount of money
  2 |   "revenue": "1块",
    |              ^~~~~
  hint: write a number and its unit, like 20万元, 5229.3万元, 8千元 or 2亿元
a.json:3:3: error[profile-unknown-field]: there is no profile field “revenu”
  3 |   "revenu": 1
    |   ^~~~~~~~
  did you mean “revenue”?
  hint: data/profile.json lists the fields
2 errors
)");
}

TEST_CASE("a roster gives a row for each enterprise and measure, and reports bad cells") {
  MemoryFileSystem files;
  put_small(files);
  files.put("r.csv", kRoster);
  const Said said = match(files, {"--roster", "r.csv", "-o", "out.csv"});
  CHECK(said.code == 1);
  CHECK(
      said.err ==
      R"(r.csv: note[roster-columns]: read as answers: 上年度营业收入; only carried along: 企业名称, 电话
r.csv:4:5: error[roster-cell]: row 4, column C “上年度营业收入” cannot be read
  hint: expected an amount of money like 1200万元, or a number below the header “上年度营业收入（万元）”
1 error, 1 note
out.csv: 18 rows for 3 enterprises
)");
  const std::string table = files.read("out.csv").value();
  CHECK(std::count(table.begin(), table.end(), '\n') == 19);
  for (const char* row :
       {"企业名称,电话,措施编号,支持措施,文件依据,支持对象,结论,测算,至少（元）,至多（元）,"
        "计算口径,"
        "测算依据,能否叠加,资金分担,还需填写,"
        "说明,备注",
        "'=甲,1,example-2026-1/1/"
        "recognised,新认定企业奖励,示府发〔2026〕1号第一条,示例类中小企业（市级）,符合,10万元,"
        "100000,100000,一次性,条文写明10万元,"
        "能否与其他支持叠加，文件未载明，不可直接相加,示例市人民政府承担60%"
        "；所需资金由市、区按比例承担。,,",
        "乙,2,example-2026-1/1/"
        "recognised,新认定企业奖励,示府发〔2026〕1号第一条,示例类中小企业（市级）,不符合,,,,,,,,,"
        "不符：当年新认定，上年度营业收入500万元以上",
        "丙,3,example-2026-1/1/"
        "recognised,新认定企业奖励,示府发〔2026〕1号第一条,示例类中小企业（市级）,不能确定,10万元,"
        "100000,100000,一次性,条文写明10万元,"
        "能否与其他支持叠加，文件未载明，不可直接相加,示例市人民政府承担60%"
        "；所需资金由市、区按比例承担。,上年度营业收入,",
        "丙,3,example-2026-1/2/"
        "upgrade,技术改造补助,示府发〔2026〕1号第二条第一款第（一）项,示例类中小企业（市级）,"
        "不能确定,每个项目最高50万元,,"
        "500000,每个项目,项目投资额无法由申报人自行填报；上限每个项目50万元,"
        "能否与其他支持叠加，文件未载明，不可直接相加,示例市人民政府承担60%"
        "；所需资金由市、区按比例承担。,,"
        "部门认定：技术改造项目已完工验收"}) {
    CHECK_MESSAGE(table.find(row) != std::string::npos, row);
  }
}

TEST_CASE("a roster's row names the condition of an upper bound that nobody answered") {
  MemoryFileSystem files;
  put_folder(files, "data", "p/data");
  put_share(files);
  const std::string header =
      "企业名称,注册地,规模以上企业,年度研发投入（万元）,研发投入占营业收入比例,已获认定\n";
  files.put("r.csv", header + "甲,鄂尔多斯市,是,6000,5%,\n乙,鄂尔多斯市,是,6000,5%,无\n");
  match(files, {"--roster", "r.csv", "-o", "out.csv"});
  const std::string table = files.read("out.csv").value();
  const auto row_of = [&table](const std::string& firm) {
    const std::size_t from = table.find("\n" + firm + ",");
    REQUIRE(from != std::string::npos);
    const std::size_t row = table.find("ordos-2021-61/6/rd-award,", from);
    REQUIRE(row != std::string::npos);
    return table.substr(row, table.find("\r\n", row) - row);
  };
  const std::string open = row_of("甲");
  CHECK_MESSAGE(
      has(open,
          ",符合,最高1000万元（其中以“达到要求的高新技术企业”为条件的部分没有确定）,,10000000,"),
      open);
  CHECK_MESSAGE(has(open, "是否乘以2（达到要求的高新技术企业）尚不能判断"), open);
  CHECK_MESSAGE(has(open, ",已获认定,"), open);
  const std::string answered = row_of("乙");
  CHECK_MESSAGE(has(answered, ",符合,最高500万元,,5000000,"), answered);
}

TEST_CASE("a pushed list holds the chosen columns and verdicts, and nothing else") {
  MemoryFileSystem files;
  put_small(files);
  files.put("r.csv", kRoster);
  const Said said = match(files, {"--roster", "r.csv", "-o", "out.csv", "--columns",
                                  "企业名称,verdict,测算", "--only", "unknown"});
  CHECK(said.code == 1);
  const std::string list =
      "\xEF\xBB\xBF企业名称,结论,测算\r\n'=甲,不能确定,最多3年，每笔贷款最高30万元\r\n";
  CHECK(files.read("out.csv").value().starts_with(list));
  CHECK(files.read("out.csv").value().find("电话") == std::string::npos);
}

TEST_CASE("an unknown output column is refused, and what was written before stays") {
  MemoryFileSystem files;
  put_small(files);
  files.put("r.csv", kRoster);
  files.put("out.csv", "before");
  const Said said =
      match(files, {"--roster", "r.csv", "-o", "out.csv", "--columns", "企业名称,estimat"});
  CHECK(said.err ==
        R"(error[roster-unknown-output]: there is no column “estimat” to write
  did you mean “estimate”?
  hint: --columns names columns of the roster, or measure, title, article, verdict, estimate, low, high, per, steps, stacking, funding, missing, reason and note
r.csv: note[roster-columns]: read as answers: 上年度营业收入; only carried along: 企业名称, 电话
1 error, 1 note
)");
  CHECK(said.code == 1);
  CHECK(files.read("out.csv").value() == "before");
}

TEST_CASE("a roster's output can be JSON lines, and one thread gives what many give") {
  MemoryFileSystem files;
  put_small(files);
  files.put("r.csv", kRoster);
  match(files, {"--roster", "r.csv", "-o", "one.jsonl", "-j", "1"});
  match(files, {"--roster", "r.csv", "-o", "many.jsonl"});
  CHECK(files.read("one.jsonl").value() == files.read("many.jsonl").value());
  CHECK(
      files.read("one.jsonl")
          .value()
          .find(
              R"({"企业名称":"=甲","电话":"1","措施编号":"example-2026-1/1/recognised","支持措施":"新认定企业奖励","文件依据":"示府发〔2026〕1号第一条","支持对象":"示例类中小企业（市级）","结论":"符合","测算":"10万元","至少（元）":100000,"至多（元）":100000,"计算口径":"一次性","测算依据":"条文写明10万元","能否叠加":"能否与其他支持叠加，文件未载明，不可直接相加","资金分担":"示例市人民政府承担60%；所需资金由市、区按比例承担。","还需填写":null,"说明":null,"备注":null})") !=
      std::string::npos);
}

TEST_CASE("the roster itself is never overwritten, whatever its name") {
  MemoryFileSystem files;
  put_small(files);
  files.put("r.csv", kRoster);
  const Said said = match(files, {"--roster", "r.csv", "-o", "r.csv"});
  CHECK(said.code == 2);
  CHECK(said.err == "-o names the roster itself (r.csv), which would be lost; name another file\n");
  CHECK(files.read("r.csv").value() == kRoster);
  REQUIRE(files.link("r.csv", "other.csv"));
  CHECK(match(files, {"--roster", "r.csv", "-o", "other.csv"}).code == 2);
  const auto folder = std::filesystem::temp_directory_path() / "huice-match-roster";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder / "t");
  const std::string path = (folder / "t" / "s.csv").string();
  RealFileSystem disk;
  REQUIRE(disk.create(path, kRoster));
  std::filesystem::create_symlink("t/s.csv", folder / "link.csv");
  for (const char* name : {"t/./s.csv", "./t/../t/s.csv", "link.csv"}) {
    const Said refused =
        run(disk, {"match", "p", "--roster", path, "-o", (folder / name).string()});
    CHECK_MESSAGE(refused.code == 2, name);
    CHECK(refused.err.starts_with("-o names the roster itself"));
  }
  CHECK(disk.read(path).value() == kRoster);
  std::filesystem::remove_all(folder);
}

TEST_CASE("a roster that breaks off leaves no list that looks whole") {
  MemoryFileSystem files;
  put_small(files);
  files.put("r.csv", "企业名称,上年度营业收入\n甲,3000万元\n乙,\"1元\n");
  files.put("out.csv", "before");
  const Said said = match(files, {"--roster", "r.csv", "-o", "out.csv"});
  CHECK(said.code == 1);
  CHECK(said.err.find("error[csv-open-quote]:") != std::string::npos);
  CHECK(said.err.ends_with("out.csv was not written: the roster cannot be read to its end\n"));
  CHECK(files.read("out.csv").value() == "before");
  CHECK(match(files, {"--roster", "r.csv", "-o", "new.csv"}).code == 1);
  CHECK(!files.read("new.csv"));
}

TEST_CASE("columns that are named like computed ones keep apart from them") {
  MemoryFileSystem files;
  put_small(files);
  files.put("r.csv", "结论,title,上年度营业收入\n旧,题,3000万元\n");
  CHECK(match(files, {"--roster", "r.csv", "-o", "all.csv", "--only", "符合"}).code == 0);
  CHECK(files.read("all.csv").value().starts_with(
      "\xEF\xBB\xBF结论（名单）,title（名单）,措施编号,支持措施,"));
  const Said said = match(files, {"--roster", "r.csv", "-o", "some.csv", "--only", "符合",
                                  "--columns", "结论,结论（名单）,title,title（名单）"});
  CHECK(said.code == 0);
  CHECK(files.read("some.csv").value() ==
        "\xEF\xBB\xBF结论,结论（名单）,支持措施,title（名单）\r\n符合,旧,新认定企业奖励,题\r\n");
}

TEST_CASE("a roster can be piped in, and its verdicts be named in Chinese") {
  MemoryFileSystem files;
  put_small(files);
  const Said said = match(
      files,
      {"--roster", "-", "-o", "out.csv", "--columns", "企业名称,verdict", "--only", "符合,不符合"},
      "企业名称,上年度营业收入（万元）\n甲,3000\n");
  CHECK(said.code == 0);
  CHECK(
      said.err.starts_with("standard input: note[roster-columns]: read as answers: "
                           "上年度营业收入（万元）; only carried along: 企业名称\n"));
  const std::string table = files.read("out.csv").value();
  CHECK(table.starts_with("\xEF\xBB\xBF企业名称,结论\r\n"));
  CHECK(table.find("\r\n甲,符合\r\n") != std::string::npos);
  CHECK(table.find("\r\n甲,不符合\r\n") != std::string::npos);
  CHECK(table.find("不能确定") == std::string::npos);
  CHECK(match(files, {"--roster", "-", "-o", "out.csv", "--only", "也许"}).code == 2);
}

TEST_CASE("a no asks for nothing more") {
  MemoryFileSystem files;
  put_small(files);
  files.put("r.csv", "企业名称,上年度营业收入\n丙,\n");
  CHECK(match(files, {"--roster", "r.csv", "-o", "out.csv", "--columns", "verdict,missing"}).code ==
        0);
  const std::string table = files.read("out.csv").value();
  CHECK(table.find("\r\n不符合,\r\n") != std::string::npos);
  CHECK(table.find("不符合,上年度营业收入") == std::string::npos);
  CHECK(table.find("不能确定,上年度营业收入") != std::string::npos);
}

TEST_CASE("an answer that is given twice is refused at the second place") {
  MemoryFileSystem files;
  put_small(files);
  const Said said =
      match(files, {"--profile", "-"}, "{\n  \"revenue\": \"1元\",\n  \"revenue\": \"2元\"\n}\n");
  CHECK(said.code == 1);
  CHECK(said.out == "");
  CHECK(said.err ==
        R"(standard input:3:3: error[duplicate-key]: “revenue” is here for the second time
  3 |   "revenue": "2元"
    |   ^~~~~~~~~
  hint: keep one of the two
1 error
)");
}

TEST_CASE("options of rosters are refused where there is none, and the other way round") {
  MemoryFileSystem files;
  put_small(files);
  files.put("r.csv", kRoster);
  for (const auto& one : std::vector<std::pair<std::string, std::string>>{
           {"--only", "yes"}, {"--columns", "title"}, {"--output", "o.csv"}, {"--sheet", "一"}}) {
    const std::string& option = one.first;
    const std::string& value = one.second;
    CAPTURE(option);
    const Said said = match(files, {"--profile", "-", option, value}, "{}");
    CHECK(said.code == 2);
    CHECK(said.err == option + " is for rosters alone: it needs --roster\n");
    CHECK(match(files, {"--examples", option, value}).err == said.err);
  }
  const Said said = match(files, {"--roster", "r.csv", "-o", "o.csv", "--format", "json"});
  CHECK(said.code == 2);
  CHECK(said.err == "--format is for one enterprise's report alone: it needs --profile\n");
}

TEST_CASE("lists of columns and verdicts may have Chinese commas") {
  MemoryFileSystem files;
  put_small(files);
  files.put("r.csv", kRoster);
  match(files, {"--roster", "r.csv", "-o", "a.csv", "--columns", "企业名称,verdict,测算", "--only",
                "unknown,no"});
  match(files, {"--roster", "r.csv", "-o", "b.csv", "--columns", "企业名称，verdict、测算",
                "--only", "不能确定，不符合"});
  CHECK(files.read("a.csv").value() == files.read("b.csv").value());
  const Said said = match(files, {"--roster", "r.csv", "-o", "b.csv", "--only", "不能确定，也许"});
  CHECK(said.code == 2);
  CHECK(said.err ==
        "--only: cannot be “也许”; it is one of: yes, unknown, no, 符合, 不能确定, 不符合\n");
}

TEST_CASE("match says what is missing on its command line") {
  MemoryFileSystem files;
  put_small(files);
  CHECK(match(files, {}).err ==
        "name one of --profile FILE.json, --roster FILE.csv|xlsx and --examples\n");
  CHECK(match(files, {"--roster", "r.csv"}).err ==
        "name the table to write: -o FILE.csv, .xlsx, .json or .jsonl\n");
  CHECK(match(files, {"--profile", "a", "--as-of", "heute"}).code == 2);
  CHECK(match(files, {"--roster", "none.csv", "-o", "out.csv"}).code == 1);
  CHECK(!files.read("out.csv"));
}
