// SPDX-License-Identifier: Apache-2.0
// The client of pdf/worker.mjs, with programs in memory: what it asks, and what it says of each way
// in which a program can fail. tests/scripts/letter_pdf.py runs the real one.
#include "formats/pdf_worker.h"

#include "base/base64.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::formats;

namespace {

using Outcome = LineProgram::Outcome;
using Answer = MemoryPrograms::Answer;

constexpr std::string_view kHello = R"({"typst":"0.14.2","node":"v22"})";

PdfOptions options() {
  PdfOptions options;
  options.folder = "/share/pdf";
  options.fonts = {"/fonts"};
  options.limits.answer = std::chrono::seconds(60);
  return options;
}

/// Programs that greet, and then give these answers in turn, whichever of them is asked.
struct Scripted {
  explicit Scripted(std::vector<Answer> in_turn) : answers(std::move(in_turn)) {}

  std::vector<Answer> answers;
  std::vector<std::string> lines{};
  MemoryPrograms programs{[this] {
    return MemoryPrograms::Program([this](std::string_view line) {
      if (line.find("hello") != std::string_view::npos) {
        return Answer{Outcome::answered, std::string(kHello)};
      }
      lines.emplace_back(line);
      Answer answer = answers.front();
      if (answers.size() > 1) answers.erase(answers.begin());
      return answer;
    });
  }};
};

Answer pdf(const std::string& more = {}) {
  return {Outcome::answered,
          "{\"pdf\":\"" + base64::encoded("%PDF-1.7") + "\",\"pages\":2" + more + "}"};
}

std::string said(const Result<Pdf>& result, Language language = Language::en) {
  return result.ok() ? "made" : format_diagnostic(result.error(), language);
}

const Location kWhere = Location::of_file("data/proposals/a.json");

std::string refused(Answer answer, const PdfJob& job = {}) {
  Scripted scripted({std::move(answer)});
  PdfWorker worker(scripted.programs, options());
  return said(worker.make(job, kWhere));
}

std::string error(const std::string& members, const PdfJob& job = {}) {
  return refused({Outcome::answered, "{\"error\":{" + members + "}}"}, job);
}

}  // namespace

TEST_CASE("one program makes many PDFs; files that are no text go as Base64") {
  Scripted scripted({pdf()});
  PdfWorker worker(scripted.programs, options());
  PdfJob job;
  job.source = "x";
  job.parts["a.typ"] = {"文", "a"};
  job.parts["b.png"] = {"\xFF", "b"};
  job.characters["kaiti"] = "王";
  job.standard = "ua-1";
  for (int i = 0; i < 3; ++i) {
    const Result<Pdf> made = worker.make(job, kWhere);
    REQUIRE(made.ok());
    CHECK(made.value().bytes == "%PDF-1.7");
    CHECK(made.value().pages == 2);
    CHECK(made.value().substitutes.empty());
  }
  CHECK(scripted.programs.starts() == 1);
  CHECK(scripted.programs.command() ==
        std::vector<std::string>{"node", "/share/pdf/worker.mjs", "/fonts"});
  CHECK(scripted.lines.front() ==
        R"({"main":"x","files":{"a.typ":"文","b.png":{"base64":"/w=="}},"standard":"ua-1",)"
        R"("characters":{"kaiti":"王"},"fonts":{}})");
}

TEST_CASE("substitutes are told by face, font and character") {
  Scripted scripted(
      {pdf(R"(,"substituted":[{"face":"fangsong","font":"FandolFang R","for":"FangSong"},)"
           R"({"face":"kaiti","font":"Noto","characters":"喆"}])")});
  PdfWorker worker(scripted.programs, options());
  const Result<Pdf> made = worker.make({}, kWhere);
  REQUIRE(made.ok());
  REQUIRE(made.value().substitutes.size() == 2);
  const auto shown = [&](std::size_t i) {
    return format_diagnostic(problem(told(made.value().substitutes[i])), Language::en);
  };
  CHECK(
      shown(0) ==
      "note[pdf-font]: 仿宋 (FangSong) is set in FandolFang R, since FangSong is not installed\n");
  CHECK(shown(1) ==
        "note[pdf-characters]: the font for 楷体 (KaiTi) lacks “喆”; Noto takes its place\n"
        "  hint: they look different from the characters around them: have a look\n");
}

TEST_CASE("without Node it is said what to install, once, and nothing is tried again") {
  MemoryPrograms none([] { return std::nullopt; });
  PdfWorker worker(none, options());
  const std::string message =
      "error[pdf-no-node]: PDF is made with Node, and “node” cannot be run: there is no such file "
      "or "
      "folder\n  hint: install Node 20 or later; without it, every format but PDF is written\n";
  CHECK(said(worker.make({}, kWhere)) == message);
  CHECK(said(worker.make({}, kWhere)) == message);
  CHECK(none.starts() == 1);
  CHECK(said(worker.make({}, kWhere), Language::zh) ==
        "错误[pdf-no-node]：生成 PDF 要用到 Node，而“node”无法运行：没有这个文件或文件夹\n"
        "  提示：请安装 Node 20 或更新的版本；没有它，除 PDF 外的各种格式照常写出\n");
}

TEST_CASE("without Typst's package it is said where to install it") {
  MemoryPrograms bare([] {
    return MemoryPrograms::Program([](std::string_view) {
      return Answer{Outcome::answered, R"({"error":{"kind":"no-compiler","found":""}})"};
    });
  });
  PdfWorker worker(bare, options());
  for (int i = 0; i < 2; ++i) {
    CHECK(said(worker.make({}, kWhere)) ==
          "error[pdf-no-typst]: PDF is made with Typst 0.14.2, which is not installed here\n"
          "  hint: run npm ci once in the folder /share/pdf; without it, every format but PDF is "
          "written\n");
  }
  CHECK(bare.starts() == 1);
}

TEST_CASE("a program that ends is started once more, and then given up") {
  const Answer ended{Outcome::ended, "out of memory"};
  Scripted once({ended, pdf()});
  PdfWorker mended(once.programs, options());
  CHECK(said(mended.make({}, kWhere)) == "made");
  CHECK(once.programs.starts() == 2);

  Scripted always({ended});
  PdfWorker worker(always.programs, options());
  CHECK(said(worker.make({}, kWhere)) ==
        "data/proposals/a.json: error[pdf-ended]: the program that makes PDFs ended, and did so "
        "again "
        "when restarted: out of memory\n"
        "  hint: most likely there is not enough memory; every format but PDF is written\n");
  CHECK(always.programs.starts() == 2);
  CHECK(refused({Outcome::ended, ""}).find("when restarted: it gave no reason\n") !=
        std::string::npos);
}

TEST_CASE("a letter after one that ended the program is made all the same") {
  const Answer ended{Outcome::ended, ""};
  Scripted scripted({ended, ended, pdf()});
  PdfWorker worker(scripted.programs, options());
  CHECK(said(worker.make({}, kWhere)) != "made");
  CHECK(said(worker.make({}, kWhere)) == "made");
  CHECK(scripted.programs.starts() == 3);
}

TEST_CASE("a program that hangs is given up, and after two sources in a row for good") {
  Scripted scripted({{Outcome::too_slow, ""}});
  PdfWorker worker(scripted.programs, options());
  CHECK(
      said(worker.make({}, kWhere)) ==
      "data/proposals/a.json: error[pdf-slow]: no PDF was made within 60 seconds; it was given up\n"
      "  hint: a file of the letter’s form may have a loop without an end; every format but PDF is "
      "written\n");
  for (int i = 0; i < 5; ++i) CHECK(said(worker.make({}, kWhere)) != "made");
  CHECK(scripted.lines.size() == PdfWorker::kMostSlow);

  Scripted mixed({{Outcome::too_slow, ""}, pdf(), {Outcome::too_slow, ""}, pdf()});
  PdfWorker patient(mixed.programs, options());
  for (const bool is_made : {false, true, false, true}) {
    CHECK((said(patient.make({}, kWhere)) == "made") == is_made);
  }
}

TEST_CASE("a program that takes much memory is followed by another") {
  Scripted scripted({pdf(",\"memory\":2000000000"), pdf(",\"memory\":1000")});
  PdfWorker worker(scripted.programs, options());
  for (int i = 0; i < 3; ++i) CHECK(said(worker.make({}, kWhere)) == "made");
  CHECK(scripted.programs.starts() == 2);
}

TEST_CASE("answers that are no PDF are faults of huice, and end the program") {
  const std::string fault =
      "data/proposals/a.json: error[pdf-fault]: the program that makes PDFs failed: ";
  const std::string hint =
      "\n  hint: this is a fault of huice: report it with this message; every format but PDF is "
      "written\n";
  CHECK(refused({Outcome::answered, "oops"}) == fault + "oops" + hint);
  CHECK(refused({Outcome::answered, "{}"}) == fault + "{}" + hint);
  CHECK(refused({Outcome::answered, R"({"pdf":"eA=="})"}) == fault + R"({"pdf":"eA=="})" + hint);
  CHECK(error(R"("kind":"fault","message":"TypeError")") == fault + "TypeError" + hint);
  CHECK(refused({Outcome::too_long, ""}) ==
        "data/proposals/a.json: error[pdf-large]: the PDF would be larger than 64 MiB\n"
        "  hint: make the letter’s pictures smaller\n");
}

TEST_CASE("a fault in a source is told at its place in the office's own file") {
  PdfJob job;
  job.parts["letterhead.typ"] = {"", "templates/letter/letterhead.typ"};
  CHECK(
      error(
          R"("kind":"typst","message":"unknown variable: x","file":"letterhead.typ","line":3,"column":7)",
          job) ==
      "templates/letter/letterhead.typ:3:7: error[pdf-source]: Typst cannot set this: unknown "
      "variable: x\n"
      "  hint: if the project has a templates/letter of its own, mend the line that is named, or "
      "take "
      "the "
      "file away\n");
  CHECK(error(R"("kind":"typst","message":"x","file":"__main__.typ","line":3,"column":7)", job)
            .starts_with("data/proposals/a.json: error[pdf-source]: "));
}

TEST_CASE(
    "what a standard refuses, fonts that are missing and characters that no font has are told") {
  CHECK(error(R"("kind":"standard","standard":"ua-1","message":"no title")") ==
        "data/proposals/a.json: error[pdf-standard]: cannot be written as a PDF of the standard "
        "ua-1: "
        "no title\n  hint: mend what it names, or choose another standard\n");
  CHECK(
      error(R"("kind":"no-font","face":"heiti","fonts":["SimHei","Noto"])") ==
      "data/proposals/a.json: error[pdf-no-font]: no font is installed for 黑体 (HeiTi); huice "
      "knows "
      "SimHei, Noto\n"
      "  hint: install one of them, or name a font that you have in templates/letter/faces.typ\n");
  CHECK(
      error(R"("kind":"no-glyph","face":"songti","characters":"𠮷","fonts":["SimSun"])") ==
      "data/proposals/a.json: error[pdf-no-glyph]: no font for 宋体 (SongTi) has “𠮷”; these were "
      "asked: SimSun\n"
      "  hint: install a font that has them, and name it in templates/letter/faces.typ; no PDF is "
      "written "
      "with a gap\n");
  CHECK(
      error(R"("kind":"no-font","face":"xiaobiaosong","fonts":[])").find("小标宋 (XiaoBiaoSong)") !=
      std::string::npos);
}
