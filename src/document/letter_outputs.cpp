// SPDX-License-Identifier: Apache-2.0
//
// Word by its own writer, PDF by who calls; HTML and Markdown: the body through its writer, the
// frame (版头, 版记) through a template.
#include "document/letter_outputs.h"

#include "base/messages/template_run.h"
#include "document/write_docx.h"
#include "document/write_html.h"
#include "document/write_markdown.h"
#include "template/values/builders.h"

#include <algorithm>
#include <utility>

namespace huice::document {
namespace {

using tmpl::Dict;
using tmpl::Value;

Value slot_value(const Slot& slot) {
  return Value(Dict().set("text", Value(slot.text)).set("is_open", Value(slot.is_open)));
}

Value texts_value(const std::vector<std::string>& texts) {
  tmpl::ListValue list;
  for (const std::string& text : texts) list.push(Value(text));
  return Value(std::move(list));
}

// A value that is there, but that no template can print: its place is then in the problem.
Value unprintable(std::string_view part) {
  const auto nothing = [](tmpl::Call& /*call*/) { return Value(); };
  Value value = tmpl::function(std::string(part), {}, nothing);
  if (part == "number")
    return Value(Dict().set("text", std::move(value)).set("is_open", Value(false)));
  if (part != "signatories") return value;
  tmpl::ListValue list;
  list.push(std::move(value));
  return Value(std::move(list));
}

// What a frame may print; a slot or text that the letter does not have is none. Where a part is
// `sought`, it alone cannot be printed, and all others are there.
Dict frame_of(const Letter& letter, std::string body, markup::Format format,
              std::string_view sought = {}) {
  const bool has_all = !sought.empty();
  const auto text = [has_all](const std::string& one) {
    if (!one.empty()) return Value(one);
    return has_all ? Value(" ") : Value(nullptr);
  };
  const auto slot = [has_all](const Slot& one) {
    if (!one.empty()) return slot_value(one);
    return has_all ? slot_value({" ", false}) : Value(nullptr);
  };
  tmpl::ListValue annexes;
  for (const LetterAnnex& annex : letter.annexes) annexes.push(Value(annex.title));
  Dict frame;
  frame.set("language", Value(letter.language))
      .set("is_letter_format", Value(letter.format == LetterFormat::letter))
      .set("draft_mark", text(letter.draft_mark))
      .set("letterhead", Value(letter.letterhead))
      .set("number", slot(letter.number))
      .set("signer_label", text(letter.signer_label))
      .set("signer", slot(letter.signer))
      .set("class_mark", text(letter.class_mark))
      .set("urgency", text(letter.urgency))
      .set("title", Value(letter.title))
      .set("title_lines", texts_value(letter.title_lines))
      .set("salutation", Value(letter.salutation))
      .set("body", Value::safe(body, format))
      .set("annex_label", Value(letter.annex_label))
      .set("annexes", Value(std::move(annexes)))
      .set("signatories", texts_value(letter.signatories))
      .set("signed", slot(letter.signed_on))
      .set("has_seal", Value(letter.has_seal))
      .set("contact_note", text(letter.contact_note))
      .set("copies_label", text(letter.copies_label))
      .set("copies", text(letter.copies))
      .set("printed_by", text(letter.printed_by))
      .set("printed", slot(letter.printed_on));
  if (!sought.empty()) frame.set(sought, unprintable(sought));
  Dict context;
  context.set("letter", Value(std::move(frame)));
  return context;
}

bool render(std::string_view name, const Letter& letter, std::string body, markup::Format format,
            const LetterLook& look, std::string& out, Diagnostics& problems) {
  while (body.ends_with('\n')) body.pop_back();
  Dict context = frame_of(letter, std::move(body), format);
  context.set("t", Value::borrow(look.words.tree()));
  return look.templates.render(name, context, out, problems);
}

bool write_html_letter(const Letter& letter, const LetterLook& look, std::string& out,
                       Diagnostics& problems) {
  std::string body;
  write_html(letter.body, {.heading_shift = 1}, body);
  return render("letter/draft.html", letter, std::move(body), markup::Format::html, look, out,
                problems);
}

bool write_markdown_letter(const Letter& letter, const LetterLook& look, std::string& out,
                           Diagnostics& problems) {
  std::string body;
  write_markdown(letter.body, {.heading_shift = 1}, body);
  return render("letter/draft.md", letter, std::move(body), markup::Format::markdown, look, out,
                problems);
}

bool write_docx_letter(const Letter& letter, const LetterLook& look, std::string& out,
                       Diagnostics& problems) {
  Result<std::string> bytes = write_docx(letter, look.office);
  if (!bytes) {
    problems.add(bytes.error());
    return false;
  }
  out = std::move(bytes).value();
  return true;
}

bool write_pdf_letter(const Letter& letter, const LetterLook& look, std::string& out,
                      Diagnostics& problems) {
  std::optional<std::string> bytes = look.pdf(letter, problems);
  if (bytes) out = std::move(*bytes);
  return bytes.has_value();
}

}  // namespace

const std::vector<LetterOutput>& letter_outputs() {
  static const std::vector<LetterOutput> all{
      {"md", {"letter/draft.md"}, false, &write_markdown_letter},
      {"html", {"letter/draft.html"}, false, &write_html_letter},
      {"docx", {}, false, &write_docx_letter},
      {"pdf", {}, true, &write_pdf_letter}};
  return all;
}

const LetterOutput* letter_output(std::string_view name) {
  const auto& all = letter_outputs();
  const auto found =
      std::find_if(all.begin(), all.end(), [name](const auto& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

std::optional<Diagnostic> printed_at(const LetterOutput& output, const Letter& letter,
                                     std::string_view part, const LetterLook& look) {
  if (output.templates.empty()) return std::nullopt;
  const markup::Format format =
      output.name == "html" ? markup::Format::html : markup::Format::markdown;
  Dict context = frame_of(letter, {}, format, part);
  context.set("t", Value::borrow(look.words.tree()));
  std::string out;
  Diagnostics found;
  if (look.templates.render(output.templates.front(), context, out, found)) return std::nullopt;
  Diagnostic first = found.sorted().front();
  if (first.code != msg::template_prints_function::code) return std::nullopt;
  return first;
}

}  // namespace huice::document
