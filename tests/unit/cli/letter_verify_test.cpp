// SPDX-License-Identifier: Apache-2.0
// huice letter --verify: what it prints and how it ends. What it finds is in
// tests/scripts/letter_verify.py.
#include "cli/memory_world.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace huice;
using namespace huice::test;

namespace {

Said verify(MemoryFileSystem& files, std::vector<std::string> words) {
  words.insert(words.begin(), {"letter", "--verify"});
  return run(files, words);
}

// A PDF of one page that shows nothing but a picture, or text.
std::string pdf(const std::string& content, const std::string& resources) {
  std::string out =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]/Contents 4 0 R/Resources<<" +
      resources + ">>>>endobj\n4 0 obj<</Length " + std::to_string(content.size()) + ">>stream\n" +
      content + "\nendstream endobj\n";
  return out + "trailer<</Root 1 0 R>>\n%%EOF\n";
}

}  // namespace

TEST_CASE("each rule has a line, the sum is said, and a broken one fails") {
  MemoryFileSystem files;
  put_folder(files, "tests/letters_verify", "f");
  const Said broken = verify(files, {"f/dl06.docx"});
  CHECK(broken.code == 1);
  CHECK(broken.out.find("broken  7.3.1    title (标题)") != std::string::npos);
  CHECK(broken.out.find("  size 16.0 pt, not 22.0 pt\n") != std::string::npos);
  CHECK(broken.out.find("kept    5.1      paper") == 0);
  CHECK(broken.err ==
        "f/dl06.docx: letter format (信函格式), 18 rules kept, 1 broken, 0 cannot be told "
        "(GB/T 9704-2012)\n");
  CHECK(std::count(broken.out.begin(), broken.out.end(), '\n') == 19);
  CHECK(verify(files, {"f/dl01.docx"}).code == 0);
  CHECK(verify(files, {"f/pg03.pdf"}).code == 0);
}

TEST_CASE("a finding is said in the reader's language") {
  MemoryFileSystem files;
  put_folder(files, "tests/letters_verify", "f");
  const Said said = run(files, {"letter", "--verify", "f/dl06.docx"}, "2026-03-05", "", "zh-CN");
  CHECK(said.out.find("  字号 16.0 pt，应为22.0 pt\n") != std::string::npos);
  CHECK(said.err.starts_with("f/dl06.docx：信函格式，符合 18 项，违反 1 项，无法判断 0 项"));
}

TEST_CASE("as JSON the rules have names that other programs know") {
  MemoryFileSystem files;
  put_folder(files, "tests/letters_verify", "f");
  const Said said = verify(files, {"f/dl06.docx", "--format", "json"});
  CHECK(said.code == 1);
  CHECK(said.out.find("  \"format\": \"letter\",\n") != std::string::npos);
  const std::string rule =
      "      \"rule\": \"title\",\n      \"state\": \"broken\",\n      \"clause\": \"7.3.1\",\n"
      "      \"name\": \"title (标题)\",\n";
  CHECK(said.out.find(rule) != std::string::npos);
}

TEST_CASE("what cannot be looked at is said") {
  MemoryFileSystem files;
  files.put("cut.pdf", "%PDF-1.4\nnothing");
  CHECK(verify(files, {"cut.pdf"}).err ==
        "cut.pdf: error[pdf-damaged]: is not a whole PDF file\n"
        "  hint: download it again, or have the program that made it write it again\n1 error\n");
  files.put("scan.pdf",
            pdf("595 0 0 842 0 0 cm /I Do",
                "/XObject<</I 5 0 R>>>>>>endobj\n5 0 obj<</Subtype/Image/Width 1/Height 1/Length "
                "1>>stream\n0\nendstream endobj\n6 0 obj<<"));
  const Said scan = verify(files, {"scan.pdf"});
  CHECK(scan.code == 1);
  CHECK(
      scan.err ==
      "scan.pdf: error[pdf-no-text]: has no text that can be read: its pages are pictures, or its "
      "fonts do not say what their signs mean\n"
      "  hint: look at the Word file that it was made from, or at a PDF written by Word\n1 "
      "error\n");
  std::string much;
  for (int i = 0; i < 800'000; ++i) much += "q Q ";
  files.put("much.pdf", pdf(much, ""));
  CHECK(verify(files, {"much.pdf"}).err ==
        "much.pdf: error[pdf-too-large]: has more than 300 pages, or holds more than any letter\n"
        "  hint: look at the letter's own pages alone\n1 error\n");
  CHECK(verify(files, {"none.docx"}).code != 0);
}

TEST_CASE("--verify stands alone") {
  MemoryFileSystem files;
  files.put("a.pdf", "%PDF-");
  for (const std::string other : {"--all", "--final", "p-001"}) {
    const Said said = verify(files, {"a.pdf", other});
    CHECK(said.code == 2);
    CHECK(said.err ==
          "--verify looks at the file that it names; it cannot be used with " + other + "\n");
  }
}
