// SPDX-License-Identifier: Apache-2.0
// Markdown in the format of the template, as plain text, and text cut to a width.

#include "base/icu_memory.h"
#include "base/messages/template_run.h"
#include "markdown/parse.h"
#include "markdown/write.h"
#include "markdown/write_plain.h"
#include "template/values/subject.h"
#include "view/filters/field_filters.h"
#include "view/prose_value.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>

namespace huice::view {
namespace {

using tmpl::Call;
using tmpl::Value;

std::optional<markdown::Document> document_of(const Value& subject, Call& call) {
  const auto text = tmpl::text_of(subject, call);
  if (!text) return std::nullopt;
  Diagnostics problems;
  markdown::Document document = markdown::parse(SourceText("Markdown", text->view()), problems);
  for (const Diagnostic& found : problems.sorted()) {
    if (found.severity() != Severity::error) continue;
    call.fail(msg::template_bad_value{
        .callee = call.callee(),
        .value = msg::bad_prose{.message = Argument(found.code.entry->message,
                                                    found.code.entry->slots, found.arguments)}});
    return std::nullopt;
  }
  return document;
}

Value markdown_text(const Value& subject, Call& call) {
  const int shift = static_cast<int>(std::clamp<std::int64_t>(call.integer(0).value_or(0), 0, 5));
  if (call.failed()) return {};
  const auto document = document_of(subject, call);
  if (!document) return {};
  std::string out;
  const auto written = markdown::write(*document, call.format(), {.heading_shift = shift}, out);
  return written_value(out, written, call.format());
}

Value plain(const Value& subject, Call& call) {
  const auto document = document_of(subject, call);
  if (!document) return {};
  std::string out;
  write_plain(*document, {}, out);
  while (out.ends_with('\n')) out.pop_back();
  return Value(out);
}

// Two columns for what East Asian fonts draw wide, none for what is set on the letter before it.
int width_of(UChar32 c) {
  const int type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_FULLWIDTH || wide == U_EA_WIDE ? 2 : 1;
}

// What is seen as one character is as wide as its widest part: a family of emoji takes two columns.
int width_of(const icu::UnicodeString& text, int from, int to) {
  int width = 0;
  for (int i = from; i < to; i = text.moveIndex32(i, 1)) {
    width = std::max(width, width_of(text.char32At(i)));
  }
  return width;
}

struct Cut {
  int end = 0;        ///< where the text must end to leave room
  bool fits = false;  ///< the whole of it
};

Cut cut(const icu::UnicodeString& text, std::int64_t width, std::int64_t room) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> characters(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  Cut result;
  need_memory(status);
  if (U_FAILURE(status) != 0) return {text.length(), true};
  characters->setText(text);
  std::int64_t used = 0;
  int from = characters->first();
  for (int to = characters->next(); to != icu::BreakIterator::DONE; to = characters->next()) {
    used += width_of(text, from, to);
    if (used > width) return result;
    if (used <= room) result.end = to;
    from = to;
  }
  return {text.length(), true};
}

Value truncate_width(const Value& subject, Call& call) {
  const auto text = tmpl::text_of(subject, call);
  const std::int64_t width = call.integer(0).value_or(0);
  const std::string end(call.text(1).value_or("…"));
  if (!text || call.failed()) return {};
  const icu::UnicodeString wide_end = whole(icu::UnicodeString::fromUTF8(end));
  std::int64_t end_width = 0;
  for (int i = 0; i < wide_end.length(); i = wide_end.moveIndex32(i, 1)) {
    end_width += width_of(wide_end.char32At(i));
  }
  if (width < end_width) {
    return call.fail(
        msg::template_bad_value{.callee = call.callee(), .value = msg::bad_small_width{}});
  }
  const icu::UnicodeString wide = whole(icu::UnicodeString::fromUTF8(
      icu::StringPiece(text->view().data(), static_cast<int>(text->size()))));
  const Cut found = cut(wide, width, width - end_width);
  if (found.fits) return Value::copy(*text);
  std::string out;
  wide.tempSubString(0, found.end).toUTF8String(out);
  return Value(out + end);
}

}  // namespace

void add_prose_filters(tmpl::Environment& environment) {
  environment.add_filter("markdown", {{"heading_shift"}}, markdown_text);
  environment.add_filter("plain", {}, plain);
  environment.add_filter("truncate_width", {{"width", "end"}, 1}, truncate_width);
}

}  // namespace huice::view
