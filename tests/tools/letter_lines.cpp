// SPDX-License-Identifier: Apache-2.0
// Letters to Typst's source for tests/scripts/letter_pdf.py: one JSON object a line in, the members
// of document::Letter with texts in Markdown; one out, a job of pdf/worker.mjs.

#include "base/utf8.h"
#include "document/read_prose.h"
#include "document/write_typst.h"
#include "markdown/parse.h"

#include <nlohmann/json.hpp>

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
  letter.class_mark = json.value("class_mark", "");
  letter.title = json.value("title", "");
  letter.title_lines = document::title_lines(letter.title, 20);
  letter.salutation = json.value("salutation", "");
  letter.body = blocks_of(json.value("body", ""));
  letter.annex_label = json.value("annex_label", "附件：");
  for (const Json& annex : json.value("annexes", Json::array())) {
    letter.annexes.push_back({annex.value("title", ""), blocks_of(annex.value("body", ""))});
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

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const document::TypstLetter made = document::typst_of(letter_of(Json::parse(line)));
    Json characters = Json::object();
    for (const auto& [face, signs] : made.needs.characters) {
      std::string text;
      for (const char32_t sign : signs) utf8::append(text, sign);
      characters[std::string(document::typst_name(face))] = text;
    }
    std::cout << Json{{"main", made.source}, {"characters", characters}}.dump() << std::endl;
  }
}
