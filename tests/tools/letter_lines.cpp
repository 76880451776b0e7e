// SPDX-License-Identifier: Apache-2.0
// Letters to PDF for tests/scripts/letter_pdf.py: one JSON object a line in, with "letter", the
// members of document::Letter with texts in Markdown, and "pdf", where the file goes; one out, with
// whether it was "made" and the "problems". As its argument a JSON object: node, folder, fonts,
// seconds, share, project, standard, and of the look picture, red and fangsong (fonts).

#include "base/files.h"
#include "document/read_prose.h"
#include "markdown/parse.h"
#include "project/letter_pdf.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iostream>
#include <string>

namespace {

using Json = nlohmann::ordered_json;
using namespace huice;

document::Blocks blocks_of(const std::string& markdown) {
  Diagnostics problems;
  const SourceText source("text.md", markdown);
  return document::blocks_of(markdown::parse(source, problems), "text",
                             [](const markdown::Citation& citation, markup::Format) {
                               return markdown::CitedText{std::string(citation.target), {}};
                             });
}

document::Slot slot_of(const Json& json, const char* name) {
  const std::string text = json.value(name, "");
  return {text, text.empty()};
}

document::Letter letter_of(const Json& json) {
  document::Letter letter;
  letter.format = json.value("format", "general") == "letter" ? document::LetterFormat::letter
                                                              : document::LetterFormat::general;
  letter.dated = model::Date::parse(json.value("dated", "2022-09-28")).value();
  letter.draft_mark = json.value("draft_mark", "");
  letter.letterhead = json.value("letterhead", "");
  letter.number = slot_of(json, "number");
  letter.signer_label = json.value("signer_label", "");
  letter.signer = slot_of(json, "signer");
  letter.signers = json.value("signers", std::vector<std::string>{});
  letter.urgency = json.value("urgency", "");
  letter.class_mark = json.value("class_mark", "");
  letter.title = json.value("title", "");
  letter.title_lines = document::title_lines(letter.title, 20);
  letter.salutation = json.value("salutation", "");
  letter.body = blocks_of(json.value("body", ""));
  if (json.contains("figure")) {
    const Json& figure = json.at("figure");
    letter.body.push_back(
        {document::Figure{figure.value("file", ""), figure.value("description", ""),
                          figure.value("caption", "")},
         {}});
  }
  letter.annex_label = json.value("annex_label", "附件：");
  for (const Json& annex : json.value("annexes", Json::array())) {
    letter.annexes.push_back({annex.value("title", ""), blocks_of(annex.value("body", ""))});
    if (!annex.contains("caption")) continue;
    std::get<document::Table>(letter.annexes.back().blocks.front().content).caption =
        annex.value("caption", "");
  }
  letter.signatories = json.value("signatories", std::vector<std::string>{});
  letter.signed_on = slot_of(json, "signed_on");
  letter.has_seal = json.value("has_seal", true);
  letter.contact_note = json.value("contact_note", "");
  letter.copies_label = "抄送：";
  letter.copies = json.value("copies", "");
  letter.printed_by = json.value("printed_by", "");
  letter.printed_on = slot_of(json, "printed_on");
  return letter;
}

project::LetterPdfOptions options_of(const Json& json) {
  project::LetterPdfOptions options;
  options.project = json.value("project", "");
  options.share = json.value("share", "");
  options.standard = json.value("standard", "ua-1");
  options.worker.node = json.value("node", "node");
  options.worker.folder = json.value("folder", "");
  options.worker.fonts = json.value("fonts", std::vector<std::string>{});
  options.look.letterhead_file = json.value("picture", "");
  options.look.red = json.value("red", options.look.red);
  options.look.named[0] = json.value("fangsong", std::vector<std::string>{});
  options.worker.limits.answer = std::chrono::seconds(json.value("seconds", 60));
  return options;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  RealFileSystem files;
  RealPrograms programs;
  project::LetterPdf pdf(files, programs, options_of(Json::parse(argv[1])));
  for (std::string line; std::getline(std::cin, line);) {
    const Json asked = Json::parse(line);
    Diagnostics problems;
    const std::optional<std::string> bytes =
        pdf.write(letter_of(asked.at("letter")), Location::of_file("letter.json"), problems);
    if (bytes) std::ofstream(asked.at("pdf").get<std::string>(), std::ios::binary) << *bytes;
    Json said = Json::array();
    for (const Diagnostic& one : problems.sorted()) {
      said.push_back(format_diagnostic(one, Language::en));
    }
    std::cout << Json{{"made", bytes.has_value()}, {"problems", said}}.dump() << std::endl;
  }
}
