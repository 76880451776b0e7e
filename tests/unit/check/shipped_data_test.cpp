// SPDX-License-Identifier: Apache-2.0
// The shipped data as a careful office would keep it: what is harmless gives no warning, and no
// day on which it is checked gives a message that makes no sense. All that is planted here is
// invented.
#include "check/base_project.h"
#include "support/shipped_files.h"

#include <regex>
#include <set>

using namespace huice;
using namespace huice::test;

namespace {

struct Edit {
  const char* name;
  const char* file;
  const char* old;
  const char* now;
};

constexpr const char* kLetter = "p/data/proposals/ordos-cppcc-5-1-188.json";
constexpr const char* kOtherLetter = "p/data/proposals/ordos-cppcc-5-4-0261.json";
constexpr const char* kClosing = "\"closing\": \"";
constexpr const char* kHeader =
    "indicator,region,period,variant,qualifier,value,unit,note,source.document,source.place,source."
    "url,source.reliability\n";

const std::vector<Edit>& harmless() {
  static const std::vector<Edit> edits{
      {"a hotline's number", kLetter, kClosing,
       "\"closing\": \"咨询电话0477-0012345，也可拨打12345热线。"},
      {"names of plans that hold numbers", kLetter, kClosing,
       "\"closing\": \"“十四五”规划、“科技新政30条”和“双倍增”计划继续实施。"},
      {"correct figures said once more", kLetter, kClosing,
       "\"closing\": \"如前所述，2021年引进区内外技术合同899项，成交额69.98亿元。"},
      {"document numbers", kLetter, kClosing,
       "\"closing\": \"见鄂府发〔2022〕103号和第0261号提案的答复。"},
      {"a figure that is said to be about right", kLetter, kClosing,
       "\"closing\": \"“专精特新”中小企业担保费率约0.6%。"},
      {"a total that was paid out", kLetter, kClosing,
       "\"closing\": \"市级“专精特新”企业共奖励1200万元，累计兑现奖补资金3000万元。"},
      {"an outline in words", kLetter, kClosing,
       "\"closing\": \"分三步推进四项重点任务，一是补链，二是强链。"},
      {"days and months", kLetter, kClosing,
       "\"closing\": \"每年3月1日至5月31日申报，20个工作日办结，连续6个月公示。"},
      {"words of address", kLetter, "\"salutation\": \"", "\"salutation\": \"尊敬的 "},
      {"a letter printed on the day it was signed", kLetter, "\"printed\": \"2022-10-11\"",
       "\"printed\": \"2022-09-28\""},
      {"a number written without its zeros", kOtherLetter, "第0261号提案的答复函\",\n    \"form\"",
       "第261号提案的答复函\",\n    \"form\""},
      {"a session written in full", kOtherLetter,
       "\"title\": \"鄂尔多斯市人民政府关于市政协五届四次会议",
       "\"title\": \"鄂尔多斯市人民政府关于市政协第五届委员会第四次会议"},
      {"how many chapters and articles a text has", "p/data/policies/ordos-2021-61.json",
       "\"summary\": \"市政府答复函", "\"summary\": \"共11章30条，自下发后施行。市政府答复函"},
      {"a figure of another year, as large as its neighbours", "p/data/observations/gdp.csv",
       kHeader,
       "indicator,region,period,variant,qualifier,value,unit,note,source.document,source.place,"
       "source.url,source.reliability\ngdp,baotou,2019,,,27145000,万元,虚构,虚构年鉴,,,待核\n"},
      {"a text of our own in the booklet", "p/data/booklets/tech-innovation/preface.md", "",
       "本册每年修订，收录到2026年11月。企业有3种办法取得本册，窗口在2楼。\n\n"},
  };
  return edits;
}

// The shipped data below "p", loaded.
struct Shipped {
  MemoryFileSystem files;
  Shipped() { put_folder(files, "data", "p/data"); }
};

std::vector<Diagnostic> found_in(const MemoryFileSystem& files, const model::Date& day) {
  Diagnostics problems;
  const auto library = load::load_project(files, {.project = "p"}, problems);
  if (!library) return problems.sorted();
  model::Locator locator(files, "p", library->files());
  prose::check_all(*library, locator, problems);
  const derive::Indexes indexes(*library);
  check::find_all({*library, indexes, day}, locator, problems);
  return problems.sorted();
}

// What is worse than a note, in words.
std::multiset<std::string> grave(const std::vector<Diagnostic>& found) {
  std::multiset<std::string> texts;
  for (const Diagnostic& one : found) {
    if (one.severity() == Severity::note) continue;
    texts.insert(std::string(one.code.slug()) + ": " + message_of(one, Language::en));
  }
  return texts;
}

void plant(MemoryFileSystem& files, const Edit& edit) {
  std::string text = files.read(edit.file).value();
  const std::size_t at = text.find(edit.old);
  REQUIRE_MESSAGE(at != std::string::npos, edit.name);
  files.put(edit.file, text.replace(at, std::string_view(edit.old).size(), edit.now));
}

const model::Date kDay = model::Date::parse("2026-11-29").value();

// Every day that a text of the data states.
std::set<model::Date> days_in(const MemoryFileSystem& files, const std::string& folder) {
  std::set<model::Date> days;
  static const std::regex day("\\d{4}-\\d{2}-\\d{2}");
  const auto entries = files.list(folder);
  REQUIRE(entries.ok());
  for (const DirectoryEntry& entry : entries.value()) {
    const std::string path = join_path(folder, entry.name);
    if (entry.kind == FileKind::directory) {
      days.merge(days_in(files, path));
      continue;
    }
    const std::string text = files.read(path).value();
    for (std::sregex_iterator at(text.begin(), text.end(), day), end; at != end; ++at) {
      if (const auto date = model::Date::parse(at->str())) days.insert(*date);
    }
  }
  return days;
}

// What looks like a day in a message and is none, or is the day a Date has that nobody has set.
std::vector<std::string> no_days(const std::string& message) {
  std::vector<std::string> wrong;
  static const std::regex day("\\d{1,4}-\\d{1,2}-\\d{1,2}(?!\\d)");
  for (std::sregex_iterator at(message.begin(), message.end(), day), end; at != end; ++at) {
    const auto date = model::Date::parse(at->str());
    if (!date || *date == model::Date()) wrong.push_back(at->str());
  }
  return wrong;
}

}  // namespace

TEST_CASE("harmless edits of the shipped data give no warning") {
  const Shipped before;
  const auto expected = grave(found_in(before.files, kDay));
  CHECK(harmless().size() >= 10);
  for (const Edit& edit : harmless()) {
    CAPTURE(edit.name);
    Shipped after;
    plant(after.files, edit);
    CHECK(grave(found_in(after.files, kDay)) == expected);
  }
}

TEST_CASE("on no day around those of the shipped data a message names a day that is none") {
  const Shipped shipped;
  Diagnostics problems;
  const auto library = load::load_project(shipped.files, {.project = "p"}, problems);
  REQUIRE(library.has_value());
  model::Locator locator(shipped.files, "p", library->files());
  const derive::Indexes indexes(*library);
  std::set<model::Date> days;
  for (const char* folder : {"p/data/policies", "p/data/proposals", "p/data/indicators"}) {
    for (const model::Date& day : days_in(shipped.files, folder)) {
      for (const int after : {-1, 0, 1}) days.insert(day.plus_days(after));
    }
  }
  days.insert(model::Date::parse("1999-01-01").value());
  days.insert(model::Date::parse("2199-12-31").value());
  CHECK(days.size() > 20);
  for (const model::Date& day : days) {
    CAPTURE(day.iso());
    Diagnostics found;
    check::find_all({*library, indexes, day}, locator, found);
    for (const Diagnostic& one : found.sorted()) {
      for (const Language language : {Language::zh, Language::en}) {
        const std::string text = message_of(one, language);
        CAPTURE(text);
        CHECK(no_days(text) == std::vector<std::string>{});
      }
    }
  }
}

TEST_CASE("a day that is none is noticed in a message") {
  CHECK(no_days("not in force before 0-00-00") == std::vector<std::string>{"0-00-00"});
  CHECK(no_days("since 1970-01-01") == std::vector<std::string>{"1970-01-01"});
  CHECK(no_days("since 2021-02-01") == std::vector<std::string>{});
}
