// SPDX-License-Identifier: Apache-2.0
// huice letter --read on letters of tests/sites/letters whose XML was changed: what is said of each
// change. Whole edits, as people make them: tests/scripts/letter_read.py.
#include "cli/memory_world.h"
#include "formats/zip_parts.h"
#include "formats/zip_writer.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using namespace huice;
using namespace huice::test;

namespace {

// All that a letter of the general format has.
constexpr std::array kParts{"[Content_Types].xml",      "_rels/.rels",
                            "docProps/core.xml",        "customXml/item1.xml",
                            "customXml/itemProps1.xml", "customXml/_rels/item1.xml.rels",
                            "word/document.xml",        "word/_rels/document.xml.rels",
                            "word/styles.xml",          "word/settings.xml",
                            "word/fontTable.xml",       "word/header-default.xml",
                            "word/header-even.xml",     "word/footer-default.xml",
                            "word/footer-even.xml"};

struct Edited {
  Edited() {
    put_folder(files, "tests/sites/letters/data", "p/data");
    put_share(files);
  }

  // Makes the letter, and puts `to` in place of `from` in its document.
  void edit(const std::string& id, const std::string& from, const std::string& to) {
    const Said made = run(files, {"letter", "p", id, "--formats", "docx"});
    REQUIRE(made.code == 0);
    Argument reason = std::string();
    const auto parts =
        formats::ZipParts::open(std::move(files.open("p/drafts/" + id + ".docx")).value(), reason);
    REQUIRE(parts);
    std::vector<formats::NewPart> all;
    for (const char* name : kParts) {
      std::string text = content(*parts, name);
      if (text.empty()) continue;
      if (std::string_view(name) == part) {
        REQUIRE(text.find(from) != std::string::npos);
        text.replace(text.find(from), from.size(), to);
      }
      all.push_back({name, text});
    }
    files.put("e.docx", formats::zip_of(all).value());
  }

  static std::string content(const formats::ZipParts& parts, const std::string& name) {
    const auto found = parts.part(name);
    if (!found) return {};
    std::string out;
    std::array<char, 4096> piece{};
    for (std::int64_t count = 0; (count = found->read(piece.data(), piece.size())) > 0;) {
      out.append(piece.data(), static_cast<std::size_t>(count));
    }
    return out;
  }

  Said read(const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"letter", "p", "--read", "e.docx"};
    words.insert(words.end(), more.begin(), more.end());
    return run(files, words);
  }

  std::string record() const { return files.read("p/data/proposals/p-001.json").value(); }

  MemoryFileSystem files;
  std::string part = "word/document.xml";
};

// What is said of one change of the document of p-001.
std::string told(const std::string& from, const std::string& to) {
  Edited edited;
  edited.edit("p-001", from, to);
  const Said said = edited.read();
  return said.out + said.err;
}

std::string frame_note(const std::string& was, const std::string& now, const std::string& field) {
  return "e.docx: warning[letter-read-frame]: “" + was + "” was changed to “" + now + "”; " +
         field +
         " is what is printed there, and it is not changed\n"
         "  hint: change that field where this is meant\n";
}

constexpr const char* kNothing = "the file changes nothing of the record\n";
constexpr const char* kWarned = "1 warning\nthe file changes nothing of the record\n";

}  // namespace

TEST_CASE("a letter that nobody edited changes nothing, and an edited one is a patch") {
  CHECK(told("将继续", "将继续") == kNothing);
  Edited edited;
  edited.edit("p-001", "将继续", "将持续");
  const std::string before = edited.record();
  const Said shown = edited.read();
  CHECK(shown.code == 0);
  CHECK(shown.out ==
        "data/proposals/p-001.json  reply/closing\n- 下一步，将继续做好认定和奖励兑现。\n"
        "+ 下一步，将持续做好认定和奖励兑现。\n");
  CHECK(shown.err == "1 changes in 1 fields; --apply writes them into the record\n");
  CHECK(edited.record() == before);
  const Said applied = edited.read({"--apply"});
  CHECK(applied.code == 0);
  CHECK(applied.out == shown.out);
  CHECK(applied.err == "1 changes were written into 1 fields of the record\n");
  std::string wanted = before;
  CHECK(edited.record() == wanted.replace(wanted.find("将继续"), 9, "将持续"));
  CHECK(edited.read().err == kNothing);
}

TEST_CASE("a figure that contradicts its fact is an error, in another form it is none") {
  CHECK(told(">58<", ">68<") ==
        "e.docx: error[letter-figure-changed]: reply/sections/1/text: “58” was changed to “68”, "
        "which "
        "contradicts fact:example-count@example-city/@2025-12-31; this paragraph is not taken\n"
        "  hint: where the figure is wrong, correct the record at data/observations/example.csv:2; "
        "where it is right, put it back in the file; another figure is another fact to be recorded "
        "and cited\n1 error\nthe file changes nothing of the record\n");
  CHECK(
      told("一次性10万元", "一次性100,000元") ==
      "e.docx: note[letter-read-figure-form]: reply/sections/1/text: “一次性10万元” is written as "
      "“一次性100,000元”, the same figure; the citation stays and prints as before\n" +
          std::string("1 note\n") + kNothing);
}

TEST_CASE("what comes from other fields is told with the field") {
  CHECK(told("甲一委员：", "甲二委员：") ==
        frame_note("甲一委员：", "甲二委员：", "reply/salutation") + kWarned);
  CHECK(told("市政协办公室，", "") == frame_note("抄送：市政协办公室，市政协提案委员会。",
                                                 "抄送：市政协提案委员会。",
                                                 "data/site.json: letters/copies") +
                                          kWarned);
}

TEST_CASE("what has no place in the record is told, with the nearest where it has lost its mark") {
  CHECK(told("w:name=\"o_reply_closing_1\"", "w:name=\"x\"") == kNothing);
  Edited edited;
  edited.edit("p-001", "w:name=\"o_reply_closing_1\"/><w:r>",
              "w:name=\"x\"/><w:r><w:t>我们</w:t></w:r><w:r>");
  const Said said = edited.read();
  CHECK(said.code == 0);
  CHECK(said.err ==
        "e.docx: warning[letter-read-near]: “我们下一步，将继续做好认定和奖励兑现。”: its bookmark "
        "is gone, "
        "so that huice cannot tell where it belongs; it is not taken. Nearest is reply/closing: "
        "“下一步，将继续做好认定和奖励兑现。”\n"
        "  hint: where that is the one, correct the record by hand; else write it into the record "
        "where it belongs\n" +
            std::string(kWarned));
  const std::string head =
      "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>二、新</w:t></w:r></w:p>";
  CHECK(told("<w:p><w:pPr><w:pStyle w:val=\"Signature\"/>",
             head + "<w:p><w:pPr><w:pStyle w:val=\"Signature\"/>") ==
        "e.docx: warning[letter-read-unplaced]: “二、新”: cannot tell where in the record this "
        "paragraph belongs; it is not taken\n"
        "  hint: write it into the record by hand; a paragraph that is cut and pasted with its "
        "bookmark is known\n" +
            std::string(kWarned));
  CHECK(told("一、", "").find("letter-read") == std::string::npos);
  CHECK(told(">关于“对新认定企业给予奖励”的建议<", "><") ==
        "e.docx: warning[letter-read-gone]: reply/sections/1/heading: "
        "“关于“对新认定企业给予奖励”的建议” is no "
        "longer in the file; it stays in the record\n"
        "  hint: where it is to go, take it out of the record by hand\n" +
            std::string(kWarned));
}

TEST_CASE("open changes are told, and count as not made") {
  CHECK(told("材料从简。</w:t></w:r>",
             "材料从简。</w:t></w:r><w:ins w:id=\"70\" w:author=\"王五\" "
             "w:date=\"2026-03-01T08:00:00Z\">"
             "<w:r><w:t>又</w:t></w:r></w:ins>") ==
        "e.docx: warning[letter-read-open-change]: “材料从简。”: a change by 王五 (2026-03-01) is "
        "neither "
        "accepted nor refused; it counts as not made\n"
        "  hint: accept or refuse it in Word and read the file again\n" +
            std::string(kWarned));
}

TEST_CASE("words that the record cannot hold, or not load with, are refused whole") {
  Edited edited;
  edited.edit("p-001", "材料从简", "材料{{ now }}从简");
  const std::string before = edited.record();
  const Said said = edited.read({"--apply"});
  CHECK(said.code == 1);
  CHECK(said.err.find("e.docx: error[letter-read-unwritable]: reply/sections/1/text: huice cannot "
                      "write the record so; it is not taken. The file has “材料{{ now }}从简。”\n"
                      "  hint: correct the record by hand\n") == 0);
  CHECK(edited.record() == before);
  Edited other;
  other.edit("p-001", "给予奖励”的建议", "给予</w:t><w:br/><w:t>奖励”的建议");
  const Said broken = other.read({"--apply"});
  CHECK(broken.code == 1);
  CHECK(broken.err.find("error[line-break]") != std::string::npos);
  CHECK(
      broken.err.find("data/proposals/p-001.json: error[letter-read-breaks]: nothing was written: "
                      "the changed data/proposals/p-001.json would have new errors, which are "
                      "listed too\n  hint: mend these places in the file and read it again\n") !=
      std::string::npos);
  CHECK(other.record() == before);
}

TEST_CASE("a record that was changed, too, is a conflict") {
  Edited edited;
  edited.edit("p-001", "将继续", "将持续");
  std::string record = edited.record();
  edited.files.put("p/data/proposals/p-001.json",
                   record.replace(record.find("将继续"), 9, "将努力"));
  const Said said = edited.read({"--apply"});
  CHECK(said.code == 1);
  CHECK(said.err.find("e.docx: error[letter-read-conflict]: reply/closing: the record was changed, "
                      "too, after the file was made; this paragraph is not taken. The record has "
                      "“下一步，将努力做好认定和奖励兑现。” now, the file "
                      "“下一步，将持续做好认定和奖励兑现。”\n"
                      "  hint: compare them and write what is meant into the record; or make the "
                      "file anew and edit that\n") == 0);
  CHECK(edited.record() == record);
}

TEST_CASE("a file without its origins is compared with the record that is named") {
  Edited edited;
  edited.part = "word/_rels/document.xml.rels";
  edited.edit("p-001", "relationships/customXml\"", "relationships/other\"");
  CHECK(
      edited.read().err ==
      "e.docx: error[letter-read-unknown]: the file does not say which proposal it answers\n"
      "  hint: give the proposal's id after the project: huice letter PROJECT ID --read FILE.docx\n"
      "1 error\n");
  const Said named = run(edited.files, {"letter", "p", "p-001", "--read", "e.docx"});
  CHECK(named.code == 0);
  CHECK(
      named.err ==
      "e.docx: warning[letter-read-no-origins]: the file no longer says what it was made of; it is "
      "compared with the record as it is now\n"
      "  hint: edit the file that huice made, and save it as .docx in Word, WPS or LibreOffice\n" +
          std::string(kWarned));
  Edited other;
  other.part = "customXml/item1.xml";
  other.edit("p-001", "record=\"p-001\"", "record=\"p-999\"");
  CHECK(other.read().err ==
        "e.docx: error[letter-read-no-record]: this file answers “p-999”, of which the project has "
        "no "
        "reply\n  hint: name the project that has it\n1 error\n");
}

TEST_CASE("what cannot be read is refused, and so is what makes letters") {
  Edited edited;
  edited.files.put("e.docx", "%PDF-1.7");
  CHECK(edited.read().code == 1);
  CHECK(edited.read({"--all"}).err ==
        "--read reads one file: name the project and one id at most, and leave out --all, "
        "--formats, -o and --final\n");
  CHECK(edited.read({"--final"}).code == 2);
  CHECK(run(edited.files, {"letter", "p", "--apply"}).code == 2);
}
