// SPDX-License-Identifier: Apache-2.0
#include "cli/memory_world.h"
#include "paths.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::test;

namespace {

// A disk, since the look is huice's own.
Said facts(const std::string& id, const std::vector<std::string>& more = {}) {
  RealFileSystem disk;
  std::vector<std::string> all{"facts", id, source_path("/tests/sites/small")};
  all.insert(all.end(), more.begin(), more.end());
  return run(disk, all);
}

// tests/sites/small, where the older text has the reward too, as an internal measure.
void put_small(MemoryFileSystem& files) {
  put_folder(files, "tests/sites/small/data", "p/data");
  put_share(files);
  const std::string path = "p/data/policies/example-2020.json";
  std::string policy = files.read(path).value();
  const std::string id = R"("id": "platform",)";
  policy.replace(policy.find(id), id.size(), R"("id": "upgrade", "audience": "internal",)");
  files.put(path, policy);
}

}  // namespace

TEST_CASE("facts shows an observation's value, source, place, history and pages") {
  const Said said = facts("example-count@example-city/2023");
  CHECK(said.code == 0);
  CHECK(said.err.empty());
  CHECK(said.out == R"(  observation  示例类中小企业数，示例市，2023年
  value        30余家（待核）
  source       示例通讯（虚构）, 第3版 (待核)
  location     data/observations/example.csv:4

Figures of the same indicator and region:
  2024年12月31日  40家  official  example-count@example-city/@2024-12-31
  2025年12月31日  58家  official  example-count@example-city/@2025-12-31

What depends on it (public):
  booklets    booklets/example-booklet/all.html
              booklets/example-booklet/booklet.md
              booklets/example-booklet/credit.html
  dashboards  dashboards/example-dashboard/dashboard.md
              dashboards/example-dashboard/data.csv
              dashboards/example-dashboard/index.html
  pages       dashboards/index.html
              dashboards/index.md
              index.html
              index.md
)");
}

TEST_CASE("facts shows where a measure is recorded and which letter states its amount") {
  const Said said = facts("example-2026-1/1/recognised");
  CHECK(said.code == 0);
  CHECK(said.out.starts_with(R"(  measure   新认定企业奖励
  in        示府发〔2026〕1号第一条
  value     一次性10万元
  source    示府发〔2026〕1号（示例，虚构） (official)
  location  data/policies/example-2026-1.json:56

What depends on it (public):
  letters   replies/example-1/index.html
            replies/example-1/reply.md
  booklets  )"));
}

TEST_CASE("facts shows what a policy, an organization, a target and an undertaking are") {
  CHECK(facts("example-2020").out.starts_with(R"(  policy    《示例市促进企业发展办法》
  standing  自2026年2月5日起由《示例市支持中小企业发展若干措施》（示府发〔2026〕1号）替代
  source    示建提复字〔2026〕1号（示例，虚构）, 第二段 (待核)
  location  data/policies/example-2020.json:1

Older and newer texts:
  2026年1月5日  《示例市支持中小企业发展若干措施》（示府发〔2026〕1号）  official  example-2026-1
)"));
  CHECK(facts("example-gxj").out.starts_with(R"(  organization  市工业和信息化局
  source        none is recorded
  location      data/organizations.json:9

Former names:
  2019年1月31日  市经济和信息化委员会
)"));
  CHECK(facts("example-2026-1/1/count").out.starts_with(R"(  target    示例类中小企业数，2027年
  in        示府发〔2026〕1号第一条
  value     突破100家
)"));
  CHECK(facts("example-2026-1/1/training").out.starts_with(R"(  undertaking  举办企业培训
  in           示府发〔2026〕1号第一条
  value        不少于10次
)"));
  CHECK(facts("example-2026-1/2").out.starts_with(R"(  article   示府发〔2026〕1号第二条
  value     支持技术改造
)"));
  CHECK(facts("example-share")
            .out.find(
                R"(  示例市，2025年      约10%（待核）  待核      example-share@example-city/2025
)") != std::string::npos);
}

TEST_CASE("facts shows the wording of an older text, and that no public page depends on it") {
  MemoryFileSystem files;
  put_small(files);
  const std::vector<std::string> newer{"facts", "example-2026-1/2/upgrade", "p"};
  CHECK(run(files, newer).out.find(R"(
Measures of the same id, or the same effect and beneficiaries, in older and newer texts:
  《示例市促进企业发展办法》第一条  一事一议  待核  example-2020/1/upgrade
)") != std::string::npos);
  const Said older = run(files, {"facts", "example-2020/1/upgrade", "p"});
  CHECK(older.code == 0);
  CHECK(older.out == R"(  measure   平台建设补助
  in        《示例市促进企业发展办法》第一条
  value     一事一议
  standing  自2026年2月5日起由《示例市支持中小企业发展若干措施》（示府发〔2026〕1号）替代
  source    示建提复字〔2026〕1号（示例，虚构）, 第二段 (待核)
  location  data/policies/example-2020.json:32

Measures of the same id, or the same effect and beneficiaries, in older and newer texts:
  示府发〔2026〕1号第二条  按项目投资额的20%，每个项目最高50万元  official  example-2026-1/2/upgrade

Nothing public depends on it.
)");
  const Said office =
      run(files, {"facts", "example-2020/1/upgrade", "p", "--audience", "internal"});
  CHECK(office.out.ends_with(R"(
What depends on it (internal):
  pages  policies/example-2020.html
         policies/example-2020.md
)"));
}

TEST_CASE("facts finds what a policy promises outside of its articles, and what a reply promises") {
  MemoryFileSystem files;
  put_small(files);
  const std::string path = "p/data/policies/example-2020.json";
  std::string policy = files.read(path).value();
  const std::string sections = R"("sections": [)";
  policy.replace(policy.find(sections), sections.size(),
                 R"("undertakings": [{"id": "report", "text": "每年报告一次"}],
  "sections": [)");
  files.put(path, policy);
  CHECK(run(files, {"facts", "example-2020/report", "p"})
            .out.starts_with(
                R"(  undertaking  每年报告一次
  in           《示例市促进企业发展办法》
)"));
  CHECK(facts("example-1/report").out == R"(  undertaking  公布贴息结果
  in           示例市人民政府关于市政协一届一次会议第001号提案的答复函
  value        2次
  source       示建提复字〔2026〕1号（示例，虚构） (official)
  location     data/proposals/example-1.json:52

What depends on it (public):
  letters  replies/example-1/index.html
           replies/example-1/reply.md
)");
}

TEST_CASE("facts finds a 款 or 项, with the pages of its article") {
  const Said said = facts("example-2026-1/2/第（二）项", {"--as-of", "2026-03-05"});
  CHECK(said.code == 0);
  CHECK(said.out.starts_with(R"(  item      第一款第（二）项
  in        示府发〔2026〕1号第二条
  source    示府发〔2026〕1号（示例，虚构） (official)
  location  data/policies/example-2026-1.json:130
)"));
  const Said article = facts("example-2026-1/2", {"--as-of", "2026-03-05"});
  const std::string mark = "What depends on it (public):";
  REQUIRE(article.out.find(mark) != std::string::npos);
  CHECK(said.out.substr(said.out.find(mark)) == article.out.substr(article.out.find(mark)));
  CHECK(article.out.find("policies/example-2026-1.html") != std::string::npos);
  const Said wrong = facts("example-2026-1/2/第（三）项");
  CHECK(wrong.code == 2);
  CHECK(wrong.err.find("example-2026-1/2/第（") != std::string::npos);
}

TEST_CASE("facts lets no text of the data drive the terminal") {
  MemoryFileSystem files;
  put_small(files);
  files.put("p/data/topics.json", R"({"topics": [{"id": "growth", "name": "a\u202eb\u2066c"},
    {"id": "credit", "name": "x"}]})");
  CHECK(run(files, {"facts", "growth", "p"}).out.starts_with("  topic     a⟨U+202E⟩b⟨U+2066⟩c\n"));
}

TEST_CASE("facts as JSON holds the same") {
  const Said said = facts("example-2020/1/platform", {"--format", "json"});
  CHECK(said.code == 0);
  CHECK(said.out == R"({
  "id": "example-2020/1/platform",
  "facts": [
    {
      "kind": "measure",
      "title": "平台建设补助",
      "in": "《示例市促进企业发展办法》第一条",
      "value": "一事一议",
      "standing": "自2026年2月5日起由《示例市支持中小企业发展若干措施》（示府发〔2026〕1号）替代",
      "source": {
        "document": "示建提复字〔2026〕1号（示例，虚构）",
        "place": "第二段",
        "url": "",
        "reliability": "待核"
      },
      "file": "data/policies/example-2020.json",
      "line": 32,
      "history_of": "wordings",
      "history": []
    }
  ],
  "audience": "public",
  "read_by": {
    "letters": [],
    "booklets": [],
    "dashboards": [],
    "pages": [
      "policies/example-2020.html",
      "policies/example-2020.md"
    ]
  }
}
)");
}

TEST_CASE("facts names the id nearest to one that is not there") {
  const Said said = facts("example-2026-1/1/recogniced");
  CHECK(said.code == 2);
  CHECK(said.out.empty());
  CHECK(said.err ==
        "no record has the id “example-2026-1/1/recogniced”; did you mean "
        "“example-2026-1/1/recognised”?\n");
  CHECK(facts("企业").err == "no record has the id “企业”\n");
  CHECK(facts("example-gxj", {"--as-of", "soon"}).err ==
        "--as-of takes a day like 2026-03-01, not “soon”\n");
}

TEST_CASE("facts of a project with a mistake reports the mistake") {
  MemoryFileSystem files;
  put_small(files);
  files.put("p/data/topics.json", "{\"topic\": []}");
  const Said said = run(files, {"facts", "example-gxj", "p"});
  CHECK(said.code == 1);
  CHECK(said.out.empty());
  CHECK(said.err.find("error[unknown-key]") != std::string::npos);
}
