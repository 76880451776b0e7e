// SPDX-License-Identifier: Apache-2.0
#include "formats/pdf_worker.h"

#include "base/base64.h"
#include "base/json/read.h"
#include "base/json/write.h"
#include "base/messages/files.h"
#include "base/messages/formats.h"
#include "base/system_reason.h"
#include "base/utf8.h"

#include <charconv>

namespace huice::formats {
namespace {

using json::Value;
using Outcome = LineProgram::Outcome;

/// The Typst that letters were measured with; pdf/package.json names its package.
constexpr std::string_view kTypst = "0.14.2";

std::string text_of(const Value& object, std::string_view name) {
  const Value* value = object.find(name);
  return value != nullptr ? value->text() : std::string();
}

std::uint64_t number_of(const Value& object, std::string_view name) {
  const std::string text = text_of(object, name);
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string line_of(const PdfJob& job) {
  Value parts = Value::object();
  for (const auto& [name, part] : job.parts) {
    if (utf8::first_invalid(part.bytes) == utf8::kValid) {
      parts.set(name, part.bytes);
    } else {
      parts.set(name, Value{{"base64", base64::encoded(part.bytes)}});
    }
  }
  Value characters = Value::object();
  for (const auto& [face, signs] : job.characters) characters.set(face, signs);
  Value fonts = Value::object();
  for (const auto& [face, names] : job.fonts) {
    fonts.set(face, Value::list(names));
  }
  return json::text(Value{{"main", job.source},
                          {"files", std::move(parts)},
                          {"standard", job.standard},
                          {"characters", std::move(characters)},
                          {"fonts", std::move(fonts)}});
}

Argument face_name(const std::string& face) {
  if (face == "fangsong") return msg::face_fangsong{};
  if (face == "kaiti") return msg::face_kaiti{};
  if (face == "heiti") return msg::face_heiti{};
  if (face == "xiaobiaosong") return msg::face_xiaobiaosong{};
  if (face == "songti") return msg::face_songti{};
  return face;
}

// The fonts of a list, as a text.
Argument fonts_of(const Value& error) {
  std::vector<std::string> names;
  if (const Value* fonts = error.find("fonts")) {
    for (const Value& font : fonts->items()) names.push_back(font.text());
  }
  return Argument::list(names);
}

Location place_in(const PdfJob& job, const Value& error, const Location& where) {
  const auto part = job.parts.find(text_of(error, "file"));
  if (part == job.parts.end()) return where;
  Location place = Location::of_file(part->second.shown);
  place.line = static_cast<std::uint32_t>(number_of(error, "line"));
  place.column = static_cast<std::uint32_t>(number_of(error, "column"));
  return place;
}

// Why a source gave no PDF.
Diagnostic refusal(const PdfJob& job, const Value& error, const Location& where) {
  const std::string kind = text_of(error, "kind");
  const Argument words = msg::others_words{.text = text_of(error, "message")};
  if (kind == "typst") {
    return problem(msg::pdf_source{.text = words}, place_in(job, error, where));
  }
  if (kind == "standard") {
    return problem(msg::pdf_standard{.standard = text_of(error, "standard"), .text = words}, where);
  }
  if (kind == "no-font") {
    return problem(
        msg::pdf_no_font{.face = face_name(text_of(error, "face")), .fonts = fonts_of(error)},
        where);
  }
  if (kind == "no-glyph") {
    return problem(msg::pdf_no_glyph{.face = face_name(text_of(error, "face")),
                                     .characters = text_of(error, "characters"),
                                     .fonts = fonts_of(error)},
                   where);
  }
  return problem(msg::pdf_fault{.text = words}, where);
}

std::optional<Value> read_answer(const std::string& answer) {
  Diagnostics problems;
  std::optional<Value> read = json::parse(SourceText("pdf/worker.mjs", answer), problems);
  if (problems.has_errors() || !read || !read->is(json::Kind::object)) return std::nullopt;
  return read;
}

std::optional<Pdf> pdf_of(const Value& answer) {
  const Value* bytes = answer.find("pdf");
  if (bytes == nullptr) return std::nullopt;
  std::optional<std::string> decoded = base64::decoded(bytes->text());
  if (!decoded || !decoded->starts_with("%PDF-")) return std::nullopt;
  Pdf pdf{std::move(*decoded), static_cast<unsigned>(number_of(answer, "pages")), {}};
  if (const Value* substitutes = answer.find("substituted")) {
    for (const Value& one : substitutes->items()) {
      pdf.substitutes.push_back({text_of(one, "face"), text_of(one, "font"), text_of(one, "for"),
                                 text_of(one, "characters")});
    }
  }
  return pdf;
}

}  // namespace

Message told(const FontSubstitute& substitute) {
  if (substitute.characters.empty()) {
    return msg::pdf_font{.face = face_name(substitute.face),
                         .font = substitute.font,
                         .wanted = substitute.instead_of};
  }
  return msg::pdf_characters{.face = face_name(substitute.face),
                             .characters = substitute.characters,
                             .font = substitute.font};
}

Result<void> PdfWorker::start() {
  if (refused_) return *refused_;
  std::vector<std::string> command{options_.node, options_.folder + "/worker.mjs"};
  command.insert(command.end(), options_.fonts.begin(), options_.fonts.end());
  int error = 0;
  program_ = programs_.start(command, options_.limits, error);
  if (!program_) {
    refused_ = problem(msg::pdf_no_node{.program = options_.node, .reason = system_reason(error)});
    return *refused_;
  }
  std::string answer;
  if (const Outcome outcome = program_->ask(R"({"hello":true})", answer);
      outcome != Outcome::answered) {
    return give_up(outcome, {}).error();
  }
  const std::optional<Value> hello = read_answer(answer);
  if (hello && text_of(*hello, "typst") == kTypst) return {};
  program_.reset();
  const Value* fault = hello ? hello->find("error") : nullptr;
  if (fault != nullptr && text_of(*fault, "kind") == "no-compiler") {
    refused_ = problem(msg::pdf_no_typst{.version = kTypst, .folder = options_.folder});
  } else {
    const std::string words = fault != nullptr ? text_of(*fault, "message") : answer;
    refused_ = problem(msg::pdf_fault{.text = msg::others_words{.text = words}});
  }
  return *refused_;
}

Result<Pdf> PdfWorker::give_up(Outcome outcome, const Location& where) {
  const std::string words = program_->last_words();
  program_.reset();
  switch (outcome) {
    case Outcome::too_slow: {
      const Message slow = msg::pdf_slow{.seconds = options_.limits.answer.count() / 1000};
      if (++slow_in_a_row_ >= kMostSlow) refused_ = problem(slow);
      return problem(slow, where);
    }
    case Outcome::too_long:
      return problem(msg::pdf_large{.limit = options_.limits.longest >> 20U}, where);
    case Outcome::answered:
    case Outcome::ended:
      break;
  }
  if (words.empty()) return problem(msg::pdf_ended{.reason = msg::why_no_words{}}, where);
  return problem(msg::pdf_ended{.reason = msg::others_words{.text = words}}, where);
}

Result<Pdf> PdfWorker::make(const PdfJob& job, const Location& where) {
  const std::lock_guard lock(mutex_);
  const std::string line = line_of(job);
  std::string answer;
  for (const bool is_last : {false, true}) {
    if (!program_) {
      if (Result<void> started = start(); !started) return started.error();
    }
    const Outcome outcome = program_->ask(line, answer);
    if (outcome != Outcome::too_slow) slow_in_a_row_ = 0;
    if (outcome == Outcome::answered) break;
    if (outcome != Outcome::ended || is_last) return give_up(outcome, where);
    program_.reset();  // it may have ended for a reason of its own: once more
  }
  const std::optional<Value> read = read_answer(answer);
  if (read && number_of(*read, "memory") > options_.memory) program_.reset();
  if (!read) {
    program_.reset();
    return problem(msg::pdf_fault{.text = msg::others_words{.text = answer}}, where);
  }
  if (const Value* error = read->find("error")) return refusal(job, *error, where);
  if (std::optional<Pdf> pdf = pdf_of(*read)) return std::move(*pdf);
  program_.reset();
  return problem(msg::pdf_fault{.text = msg::others_words{.text = answer}}, where);
}

}  // namespace huice::formats
