// SPDX-License-Identifier: Apache-2.0
// What goes to the worker with a letter, and how its answers are told; with a worker in memory.
#include "project/letter_pdf.h"

#include "base/base64.h"
#include "base/memory_files.h"

#include <doctest/doctest.h>

using namespace huice;

namespace {

using Answer = MemoryPrograms::Answer;

/// A worker that keeps what it is asked, and gives one answer.
struct Worker {
  explicit Worker(std::string given) : answer(std::move(given)) {}

  std::string answer;
  std::vector<std::string> asked{};
  MemoryPrograms programs{[this] {
    return MemoryPrograms::Program([this](std::string_view line) {
      if (line == R"({"hello":true})") return Answer{{}, R"({"typst":"0.14.2"})"};
      asked.emplace_back(line);
      return Answer{{}, answer};
    });
  }};
};

std::string pdf(const std::string& more = {}) {
  return "{\"pdf\":\"" + base64::encoded("%PDF-") + "\"" + more + "}";
}

project::LetterPdfOptions options() {
  return {.project = "office", .share = "share", .standard = "a-2a", .worker = {}};
}

document::Letter letter() {
  document::Letter letter;
  letter.signer_label = "签";
  return letter;
}

std::string told(const Diagnostics& problems) {
  std::string out;
  for (const Diagnostic& one : problems.sorted()) out += format_diagnostic(one, Language::en);
  return out;
}

const Location kWhere = Location::of_file("data/proposals/a.json");

}  // namespace

TEST_CASE("a project's files of the form take the place of huice's own, and are read once") {
  MemoryFileSystem files;
  files.put("share/templates/letter/letter.typ", "ours");
  files.put("share/templates/letter/letterhead.typ", "ours");
  files.put("office/templates/letter/letterhead.typ", "theirs");
  files.put("office/templates/letter/logo.svg", "<svg/>");
  files.put("share/templates/letter/reply.md", "of another format");
  Worker worker(pdf());
  project::LetterPdf writer(files, worker.programs, options());
  Diagnostics problems;
  CHECK(writer.write(letter(), kWhere, problems) == "%PDF-");
  const std::size_t reads = files.counts().reads;
  CHECK(writer.write(letter(), kWhere, problems) == "%PDF-");
  CHECK(files.counts().reads == reads);
  CHECK(told(problems).empty());
  CHECK(worker.programs.command() == std::vector<std::string>{"node", "share/pdf/worker.mjs"});
  REQUIRE(worker.asked.size() == 2);
  CHECK(worker.asked[0] == worker.asked[1]);
  CHECK(worker.asked[0].find(
            R"("files":{"letter.typ":"ours","letterhead.typ":"theirs","logo.svg":"<svg/>"},)"
            R"("standard":"a-2a","characters":{)") != std::string::npos);
  CHECK(worker.asked[0].find(R"("fangsong":"签")") != std::string::npos);
}

TEST_CASE("a font that is missing is said once, characters that it lacks at each letter") {
  MemoryFileSystem files;
  Worker worker(pdf(R"(,"substituted":[{"face":"heiti","font":"Noto","for":"SimHei"},)"
                    R"({"face":"heiti","font":"UKai","characters":"喆"}])"));
  project::LetterPdf writer(files, worker.programs, options());
  Diagnostics problems;
  for (const char* file : {"a.json", "b.json"}) {
    CHECK(writer.write(letter(), Location::of_file(file), problems).has_value());
  }
  const std::string lacks =
      ": note[pdf-characters]: the font for 黑体 (HeiTi) lacks “喆”; UKai takes its place\n"
      "  hint: they look different from the characters around them: have a look\n";
  CHECK(told(problems) ==
        "note[pdf-font]: 黑体 (HeiTi) is set in Noto, since SimHei is not installed\n"
        "a.json" +
            lacks + "b.json" + lacks);
}

TEST_CASE("a file of the form, and a picture, may have 8 MiB and no byte more") {
  const std::string most(std::size_t{8} << 20U, 'x');
  for (const std::string name : {"templates/letter/logo.svg", "a.png"}) {
    CAPTURE(name);
    MemoryFileSystem files;
    document::Letter one = letter();
    if (name == "a.png") one.body = {{document::Figure{name, "画", ""}, {}}};
    const auto written = [&](const std::string& bytes, Diagnostics& problems) {
      files.put("office/" + name, bytes);
      Worker worker(pdf());
      project::LetterPdf writer(files, worker.programs, options());
      return writer.write(one, kWhere, problems).has_value();
    };
    Diagnostics problems;
    CHECK(written(most, problems));
    CHECK_FALSE(written(most + "x", problems));
    CHECK(told(problems).find("error[file-too-large]") != std::string::npos);
  }
}

TEST_CASE("a picture that is not in the project stops the letter at its record") {
  MemoryFileSystem files;
  files.put("office/a.png", "\xFF");
  files.put("secret", "x");
  Worker worker(pdf());
  project::LetterPdf writer(files, worker.programs, options());
  document::Letter with_figure = letter();
  with_figure.body = {{document::Figure{"a.png", "画", ""}, {}}};
  Diagnostics problems;
  CHECK(writer.write(with_figure, kWhere, problems).has_value());
  CHECK(worker.asked.back().find(R"("files":{"figures/a.png":{"base64":"/w=="}})") !=
        std::string::npos);
  with_figure.body = {{document::Figure{"../secret", "画", ""}, {}}};
  CHECK_FALSE(writer.write(with_figure, kWhere, problems).has_value());
  CHECK(worker.asked.size() == 1);
  CHECK(told(problems) ==
        "../secret: error[file-not-found]: there is no such file or folder\n"
        "  hint: check the spelling of the path\n"
        "  named at data/proposals/a.json\n");
}

TEST_CASE("what a worker refuses is told, and the letter has no PDF") {
  MemoryFileSystem files;
  Worker worker(R"({"error":{"kind":"standard","standard":"a-2a","message":"x"}})");
  project::LetterPdf writer(files, worker.programs, options());
  Diagnostics problems;
  CHECK_FALSE(writer.write(letter(), kWhere, problems).has_value());
  CHECK(told(problems).starts_with("data/proposals/a.json: error[pdf-standard]: "));
}
