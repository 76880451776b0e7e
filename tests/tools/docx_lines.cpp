// SPDX-License-Identifier: Apache-2.0
// Writes letters as Word files for tests/scripts/letter_docx.py: one JSON object a line in, one
// out.
//   {"to": "letter.docx", "letter": {"title": "…", "body": [block, …], …}}
//   {"problem": ""} or the diagnostic
// A block is a text (a paragraph), or an object: {"text": [run, …]}, {"heading": 1, "label":
// "一、", "text": …}, {"items": [[block, …], …], "ordered": true}, {"rows": [[text, …], …], "head":
// […], "widths": […], "caption": …}, {"fields": [[name, value], …]}, {"note": [block, …]},
// {"caption": …}. A run is a text, or {"text": …, "cites": …}, {"text": …, "link": …}, {"strong":
// true, …}. Each block's origin is "origin", or its place in the body.

#include "base/files.h"
#include "document/write_docx.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

namespace {

using namespace huice;
using namespace huice::document;
using Json = nlohmann::json;

std::string text(const Json& from, const char* key) {
  return from.value(key, std::string());
}

Run run(const Json& from) {
  if (from.is_string()) return {.text = from.get<std::string>()};
  Run out{.text = text(from, "text"),
          .strong = from.value("strong", false),
          .emphasis = from.value("emphasis", false)};
  if (from.contains("cites")) {
    out.kind = RunKind::citation;
    out.target = text(from, "cites");
  } else if (from.contains("link")) {
    out.kind = RunKind::link;
    out.target = text(from, "link");
  }
  return out;
}

Runs runs(const Json& from) {
  if (!from.is_array()) return {run(from)};
  Runs out;
  for (const Json& one : from) out.push_back(run(one));
  return out;
}

Blocks blocks(const Json& from, const std::string& field);

Table table(const Json& from) {
  Table out{.caption = text(from, "caption")};
  const auto row = [](const Json& cells) {
    Table::Row made;
    for (const Json& cell : cells) made.push_back(runs(cell));
    return made;
  };
  for (const Json& width : from.at("widths")) out.columns.push_back({.width = width.get<double>()});
  if (from.contains("head")) out.head = row(from.at("head"));
  for (const Json& cells : from.at("rows")) out.rows.push_back(row(cells));
  return out;
}

Content content(const Json& from, const std::string& field) {
  if (from.is_string()) return Paragraph{runs(from)};
  if (from.contains("heading")) {
    return Heading{from.at("heading").get<int>(), text(from, "label"), runs(from.at("text"))};
  }
  if (from.contains("items")) {
    List out{.ordered = from.value("ordered", false), .start = 1, .items = {}};
    for (const Json& item : from.at("items")) out.items.push_back(blocks(item, field + "/item"));
    return out;
  }
  if (from.contains("rows")) return table(from);
  if (from.contains("fields")) {
    Fields out;
    for (const Json& one : from.at("fields")) {
      out.fields.push_back({one.at(0).get<std::string>(), runs(one.at(1))});
    }
    return out;
  }
  if (from.contains("note")) return Note{blocks(from.at("note"), field + "/note")};
  if (from.contains("caption"))
    return Figure{.file = {}, .description = {}, .caption = text(from, "caption")};
  return Paragraph{runs(from.at("text"))};
}

Blocks blocks(const Json& from, const std::string& field) {
  Blocks out;
  unsigned part = 0;
  for (const Json& one : from) {
    Block block{content(one, field), {field, ++part}};
    if (one.is_object() && one.contains("origin")) block.origin = {text(one, "origin"), part};
    out.push_back(std::move(block));
  }
  return out;
}

Slot slot(const Json& from, const char* key) {
  if (!from.contains(key)) return {};
  const Json& value = from.at(key);
  if (value.is_string()) return {value.get<std::string>(), false};
  return {text(value, "open"), true};
}

Letter letter(const Json& from) {
  Letter out;
  out.record = from.value("record", std::string("test"));
  if (text(from, "format") == "letter") out.format = LetterFormat::letter;
  out.dated = *model::Date::parse(from.value("dated", std::string("2026-03-05")));
  out.draft_mark = text(from, "draft_mark");
  out.letterhead = text(from, "letterhead");
  out.number = slot(from, "number");
  out.signer_label = text(from, "signer_label");
  out.signer = slot(from, "signer");
  out.signers = from.value("signers", std::vector<std::string>{});
  out.urgency = text(from, "urgency");
  out.class_mark = text(from, "class_mark");
  out.title = text(from, "title");
  out.title_lines = title_lines(out.title, 20);
  out.salutation = text(from, "salutation");
  out.body = blocks(from.at("body"), "body");
  out.annex_label = text(from, "annex_label");
  if (from.contains("annexes")) {
    for (const Json& one : from.at("annexes")) {
      out.annexes.push_back({text(one, "title"), blocks(one.at("blocks"), "annex")});
    }
  }
  out.signatories = from.at("signatories").get<std::vector<std::string>>();
  out.signed_on = slot(from, "signed_on");
  out.has_seal = from.value("seal", true);
  out.contact_note = text(from, "contact_note");
  out.copies_label = text(from, "copies_label");
  out.copies = text(from, "copies");
  out.printed_by = text(from, "printed_by");
  out.printed_on = slot(from, "printed_on");
  return out;
}

// With "picture" in a job, the path of the letterhead's.
OfficeLook look(const Json& asked) {
  OfficeLook out = usual_look();
  const std::string path = text(asked, "picture");
  if (path.empty()) return out;
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  out.letterhead = picture_of(bytes.str());
  return out;
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    const Json asked = Json::parse(line);
    const Result<std::string> bytes = write_docx(letter(asked.at("letter")), look(asked));
    std::string said;
    if (bytes) {
      std::ofstream(asked.at("to").get<std::string>(), std::ios::binary) << bytes.value();
    } else {
      said = format_diagnostic(bytes.error(), Language::en);
    }
    std::cout << Json{{"problem", said}}.dump() << std::endl;
  }
}
