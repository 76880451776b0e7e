// SPDX-License-Identifier: Apache-2.0
//
// A finished letter, as a Word file or PDF, beside the rules of GB/T 9704-2012.
#include "base/json/write.h"
#include "base/messages/cli.h"
#include "base/messages/document.h"
#include "base/messages/formats.h"
#include "base/utf8.h"
#include "document/verify/docx_sheet.h"
#include "document/verify/pdf_sheet.h"
#include "document/verify/verdict.h"
#include "formats/docx/read.h"
#include "formats/pdf/read.h"
#include "project/asked.h"
#include "project/verbs.h"

#include <algorithm>
#include <array>
#include <optional>

namespace huice::project {
namespace {

using document::verify::Finding;
using document::verify::RuleResult;
using document::verify::Sheet;
using document::verify::State;

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

std::optional<Message> fault_of(formats::pdf::Fault fault) {
  switch (fault) {
    case formats::pdf::Fault::none:
      return std::nullopt;
    case formats::pdf::Fault::encrypted:
      return msg::pdf_encrypted{};
    case formats::pdf::Fault::too_large:
      return msg::pdf_too_large{};
    case formats::pdf::Fault::not_pdf:
    case formats::pdf::Fault::damaged:
      return msg::pdf_damaged{};
  }
  return std::nullopt;
}

std::optional<Sheet> read_pdf(const std::string& path, std::string_view bytes,
                              Diagnostics& problems) {
  formats::pdf::File file;
  std::optional<Message> fault = fault_of(formats::pdf::read(bytes, file));
  std::optional<Sheet> sheet;
  if (!fault) sheet = document::verify::sheet_of(file);
  if (sheet && (sheet->is_picture || sheet->has_unread_text)) fault = msg::pdf_no_text{};
  if (!fault) return sheet;
  problems.add(problem(std::move(*fault), Location::of_file(path)));
  return std::nullopt;
}

std::optional<Sheet> read_sheet(const std::string& path, const Setting& setting,
                                Diagnostics& problems) {
  const Result<std::string> bytes = setting.files.read(path);
  if (!bytes) {
    problems.add(bytes.error());
    return std::nullopt;
  }
  if (is_pdf(bytes.value())) return read_pdf(path, bytes.value(), problems);
  const auto docx = formats::docx::read_docx(setting.files, path, problems);
  if (!docx) return std::nullopt;
  constexpr std::size_t most = 20'000;
  std::size_t paragraphs = 0;
  formats::docx::for_each_paragraph(docx->body, [&](const auto&) { ++paragraphs; });
  if (paragraphs > most) {
    problems.add(problem(msg::docx_too_long{.limit = most}, Location::of_file(path)));
    return std::nullopt;
  }
  return document::verify::sheet_of(*docx);
}

Argument state_words(State state) {
  switch (state) {
    case State::kept:
      return msg::verify_kept{};
    case State::broken:
      return msg::verify_broken{};
    case State::unknown:
      return msg::verify_cannot_tell{};
  }
  return msg::verify_cannot_tell{};
}

std::string_view state_key(State state) {
  constexpr std::array<std::string_view, 3> keys{"kept", "broken", "cannot-tell"};
  return keys.at(static_cast<std::size_t>(state));
}

std::string finding_words(const Finding& one, Language language) {
  switch (one.state) {
    case State::kept:
      return Argument(msg::verify_found{.what = one.what, .found = one.found}).in(language);
    case State::broken:
      return Argument(
                 msg::verify_not_as_asked{.what = one.what, .found = one.found, .asked = one.asked})
          .in(language);
    case State::unknown:
      return Argument(msg::verify_why{.what = one.what, .why = one.found}).in(language);
  }
  return {};
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t has = utf8::display_width(text);
  if (has < width) text.append(width - has, ' ');
  return text;
}

// What decides the state, each finding once: of a broken rule what breaks it.
std::string findings_words(const RuleResult& result, Language language) {
  std::vector<std::string> said;
  for (const Finding& one : result.findings) {
    if (one.state != result.state()) continue;
    std::string words = finding_words(one, language);
    if (std::find(said.begin(), said.end(), words) == said.end()) said.push_back(std::move(words));
  }
  std::string out;
  for (const std::string& one : said) {
    if (!out.empty()) out += Argument(msg::verify_and{}).in(language);
    out += one;
  }
  return out;
}

std::string as_text(const std::vector<RuleResult>& results, Language language) {
  std::size_t state_width = 0;
  std::size_t name_width = 0;
  for (const RuleResult& one : results) {
    state_width = std::max(state_width, utf8::display_width(state_words(one.state()).in(language)));
    name_width = std::max(name_width, utf8::display_width(one.rule->words().in(language)));
  }
  constexpr std::size_t clause_width = 7;
  std::string out;
  for (const RuleResult& one : results) {
    out += padded(state_words(one.state()).in(language), state_width) + "  " +
           padded(std::string(one.clause()), clause_width) + "  " +
           padded(one.rule->words().in(language), name_width) + "  " +
           findings_words(one, language) + "\n";
  }
  return out;
}

std::string as_json(const std::string& path, const std::vector<RuleResult>& results, bool is_letter,
                    Language language) {
  json::Value rules = json::Value::list();
  for (const RuleResult& one : results) {
    json::Value findings = json::Value::list();
    for (const Finding& finding : one.findings) {
      json::Value row = json::Value::object();
      row.set("state", std::string(state_key(finding.state)));
      row.set("clause", std::string(finding.clause));
      row.set("what", finding.what.in(language));
      row.set("found", finding.found.in(language));
      row.set("asked", finding.asked.in(language));
      findings.push(std::move(row));
    }
    json::Value row = json::Value::object();
    row.set("rule", std::string(one.rule->name));
    row.set("state", std::string(state_key(one.state())));
    row.set("clause", std::string(one.clause()));
    row.set("name", one.rule->words().in(language));
    row.set("findings", std::move(findings));
    rules.push(std::move(row));
  }
  json::Value out = json::Value::object();
  out.set("file", path);
  out.set("format", std::string(is_letter ? "letter" : "general"));
  out.set("rules", std::move(rules));
  return json::indented(out);
}

}  // namespace

Answer verify_letter(const LetterVerifyOptions& options, const Setting& setting) {
  Answer answer;
  const std::optional<Sheet> sheet = read_sheet(options.file, setting, *answer.problems);
  if (!sheet) {
    answer.outcome = Outcome::problems;
    return answer;
  }
  const document::verify::LetterParts parts = document::verify::parts_of(*sheet);
  const bool is_letter = parts.format == model::LetterFormat::letter;
  const std::vector<RuleResult> results = document::verify::verdicts(*sheet, parts);
  std::array<std::size_t, 3> counts{};
  for (const RuleResult& one : results) ++counts.at(static_cast<std::size_t>(one.state()));
  answer.out = options.format == "json"
                   ? as_json(options.file, results, is_letter, setting.language)
                   : as_text(results, setting.language);
  answer.said = say(msg::verify_sum{.file = options.file,
                                    .format = is_letter ? Argument(msg::verify_letter_format{})
                                                        : msg::verify_general_format{},
                                    .kept = counts[0],
                                    .broken = counts[1],
                                    .unknown = counts[2]},
                    setting);
  if (counts[1] > 0) answer.outcome = Outcome::problems;
  return answer;
}

}  // namespace huice::project
