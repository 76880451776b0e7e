// SPDX-License-Identifier: Apache-2.0
// The files of a letter: which are made where PDFs can be made and where not, and that those of one
// letter are replaced together. The program that makes PDFs is one in memory.
#include "base/base64.h"
#include "cli/memory_world.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::test;

namespace {

using Answer = MemoryPrograms::Answer;

/// A worker that answers each source alike, and keeps what it was asked.
struct Worker {
  std::string answer = "{\"pdf\":\"" + base64::encoded("%PDF-1.7 of a letter") + "\"}";
  std::vector<std::string> asked{};
  MemoryPrograms programs{[this] {
    return MemoryPrograms::Program([this](std::string_view line) {
      if (line == R"({"hello":true})") return Answer{{}, R"({"typst":"0.14.2"})"};
      asked.emplace_back(line);
      return Answer{{}, answer};
    });
  }};
};

struct Office {
  Office() {
    put_folder(files, "tests/sites/letters/data", "p/data");
    put_share(files);
  }

  void change(const std::string& file, const std::string& from, const std::string& to) {
    std::string text = files.read("p/data/" + file).value();
    REQUIRE(text.find(from) != std::string::npos);
    files.put("p/data/" + file, text.replace(text.find(from), from.size(), to));
  }

  /// Puts these into "letters" of site.json.
  void settings(const std::string& more) {
    change("site.json", "\"letters\": {", "\"letters\": {" + more + ", ");
  }

  Said make(std::vector<std::string> words, Programs* programs) {
    words.insert(words.begin(), {"letter", "p"});
    const FixedClock clock("2026-03-05");
    std::ostringstream out;
    std::ostringstream err;
    setenv("HUICE_SHARE", "share", 1);
    cli::World world{files, clock, out, err, false, nullptr, "en"};
    world.programs = programs;
    Said said;
    said.code = cli::run(words, world);
    said.out = out.str();
    said.err = err.str();
    return said;
  }

  std::string text(const std::string& name) const {
    const auto bytes = files.read("p/drafts/" + name);
    return bytes ? bytes.value() : "(none)";
  }

  MemoryFileSystem files;
};

// The head of a PNG of 2 × 1.
const std::string kPicture("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\x02\0\0\0\x01\x08\x02\0\0\0", 29);

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a PDF is made beside the other formats, of the standard that is asked for") {
  Office office;
  Worker worker;
  Said said = office.make({"p-008"}, &worker.programs);
  CHECK(said.code == 0);
  CHECK(has(said.err, "1 letter written to p/drafts, 4 files\n"));
  CHECK(office.text("p-008.pdf") == "%PDF-1.7 of a letter");
  REQUIRE(worker.asked.size() == 1);
  CHECK(has(worker.asked[0], R"("standard":"ua-1")"));
  REQUIRE(worker.programs.command().size() == 2);
  CHECK(worker.programs.command()[0] == "node");
  CHECK(worker.programs.command()[1] == "share/pdf/worker.mjs");
  office.make({"p-008", "--formats", "pdf", "--pdf-standard", "a-2a"}, &worker.programs);
  CHECK(has(worker.asked.back(), R"("standard":"a-2a")"));
  office.make({"p-008", "--formats", "pdf", "--pdf-standard", "none"}, &worker.programs);
  CHECK(has(worker.asked.back(), R"("standard":"")"));
  said = office.make({"p-008", "--pdf-standard", "a-9"}, &worker.programs);
  CHECK(said.code == 2);
}

TEST_CASE("one program makes the PDFs of all letters, with the fonts of the project") {
  Office office;
  office.files.put("p/fonts/office.ttf", "a font");
  Worker worker;
  const Said said = office.make({"--all"}, &worker.programs);
  CHECK(has(said.err, "7 letters written to p/drafts, 28 files\n"));
  CHECK(worker.programs.starts() == 1);
  CHECK(worker.asked.size() == 7);
  REQUIRE(worker.programs.command().size() == 3);
  CHECK(worker.programs.command()[2].ends_with("p/fonts"));
}

TEST_CASE("Node is not started for other formats") {
  Office office;
  Worker worker;
  CHECK(office.make({"--all", "--formats", "docx,html"}, &worker.programs).code == 0);
  CHECK(worker.programs.starts() == 0);
}

TEST_CASE("without Node the other formats are written, which is an error where PDF was named") {
  Office office;
  Said said = office.make({"p-001"}, nullptr);
  CHECK(said.code == 0);
  CHECK(has(said.err, "warning[pdf-no-node]: PDF is made with Node, and “node” cannot be run"));
  CHECK(has(said.err, "1 letter written to p/drafts, 3 files\n"));
  said = office.make({"p-002", "--formats", "pdf,docx"}, nullptr);
  CHECK(said.code == 3);
  CHECK(has(said.err, "error[pdf-no-node]"));
  CHECK(has(said.err, "1 letter written to p/drafts, 1 file\n"));
  CHECK(office.text("p-002.docx") != "(none)");
  said = office.make({"p-003", "--formats", "pdf"}, nullptr);
  CHECK(said.code == 3);
  CHECK(has(said.err, "0 letters written to p/drafts, 0 files; 1 was not made\n"));
}

TEST_CASE("a PDF of an earlier run beside a new letter is told") {
  Office office;
  office.files.put("p/drafts/p-001.pdf", "%PDF-1.7 of last week");
  const Said said = office.make({"p-001"}, nullptr);
  CHECK(has(said.err,
            "p/drafts/p-001.pdf: warning[letter-old-file]: no PDF was made this time: this file is "
            "of an earlier run\n  hint: mend what kept it from being made and make it again; until "
            "then do not use this file\n"));
  CHECK(office.text("p-001.pdf") == "%PDF-1.7 of last week");
}

TEST_CASE("a project's fonts, colour and picture go to the writers of Word files and PDFs") {
  Office office;
  office.settings(R"("fonts": {"kaiti": ["甲楷", "乙楷"]}, "letterhead_picture": "mark.png")");
  office.files.put("p/templates/letter/mark.png", kPicture);
  Worker worker;
  const Said said = office.make({"p-008"}, &worker.programs);
  CHECK(said.code == 0);
  CHECK(has(worker.asked.at(0), R"("fonts":{"kaiti":["甲楷","乙楷"]})"));
  CHECK(has(worker.asked.at(0), R"(mark-picture: \"mark.png\")"));
  CHECK(has(office.text("p-008.docx"), kPicture));  // not packed: it is packed already
}

TEST_CASE("no letter is made with a colour or a picture that is none") {
  Office office;
  office.settings(R"("letterhead_color": "红")");
  Said said = office.make({"p-008"}, nullptr);
  CHECK(said.code == 1);
  CHECK(has(said.err,
            "data/site.json: error[letter-color]: “红” in “letterhead_color” is no colour\n  hint: "
            "write six hexadecimal digits, like E32416, or take the line out\n"));
  CHECK(office.text("p-008.md") == "(none)");
  Office pictured;
  pictured.settings(R"("letterhead_picture": "mark.png")");
  said = pictured.make({"p-008"}, nullptr);
  CHECK(said.code == 1);
  CHECK(has(said.err, "p/templates/letter/mark.png: error[file-not-found]"));
  CHECK(has(said.err, "named by “letterhead_picture”"));
  pictured.files.put("p/templates/letter/mark.png", "<svg/>");
  said = pictured.make({"p-008"}, nullptr);
  CHECK(said.code == 1);
  CHECK(has(said.err,
            "p/templates/letter/mark.png: error[letter-picture]: this picture of 发文机关标志 is "
            "neither a PNG nor a JPEG\n  hint: save it as one of them\n"));
}

TEST_CASE("who signs together, who signs off and how urgent it is are in every format") {
  Office office;
  office.change("proposals/p-008.json",
                "\"issuer\":", R"("joint_issuers": ["example-kjj"], "urgency": "加急", "issuer":)");
  office.change("proposals/p-008.json", "\"signer\": \"示例签发人\"", "\"signer\": \"甲一、乙二\"");
  Worker worker;
  CHECK(office.make({"p-008"}, &worker.programs).code == 0);
  const std::string text = office.text("p-008.md");
  CHECK(has(text, "签发人：甲一　乙二\n"));
  CHECK(has(text, "\n\n加急\n\n"));
  CHECK(has(text, "\n\n示例市人民政府\n\n示例市科学技术局\n\n"));
  const std::string html = office.text("p-008.html");
  CHECK(has(html, "<p class=\"urgency\">加急</p>"));
  CHECK(has(html, "甲一　乙二"));
  CHECK(has(html, "<p>示例市科学技术局</p>"));
  CHECK(has(worker.asked.at(0), R"(signers: (\"甲一　乙二\", ))"));
  CHECK(has(worker.asked.at(0), R"(urgency: \"加急\")"));
  CHECK(has(worker.asked.at(0), R"(signatories: (\"示例市人民政府\", \"示例市科学技术局\", ))"));
}

TEST_CASE("where one format cannot be written, none is replaced, and nothing is left beside them") {
  Office office;
  office.files.put("p/drafts/p-001.md", "last week's");
  office.files.put("p/drafts/p-001.docx/a-folder", "in the way");
  const Said said = office.make({"p-001"}, nullptr);
  CHECK(said.code == 3);
  CHECK(has(said.err, "p/drafts/p-001.docx: error[file-unwritable]"));
  CHECK(office.text("p-001.md") == "last week's");
  CHECK(office.text("p-001.html") == "(none)");
  for (const auto& file : office.files.snapshot("p/drafts")) CHECK_FALSE(has(file.first, ".part"));
}
