// SPDX-License-Identifier: Apache-2.0
// Where a Chinese title may be broken between two lines.

#include "base/icu_memory.h"
#include "markup/escape.h"
#include "template/values/subject.h"
#include "view/filters/field_filters.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <memory>
#include <string_view>
#include <vector>

namespace huice::view {
namespace {

using tmpl::Call;
using tmpl::Value;

// What a number or a count begins goes on in the next word: 五|届, 第|一.
constexpr std::u16string_view kNumerals = u"0123456789〇零一二三四五六七八九十百千万亿两第";
constexpr std::u16string_view kOpening = u"“‘《〈（〔【「『([";

// Whether no word may be torn from the piece before it: marks, and single characters, which belong
// to the word before them (科技|型, 政策|的).
bool leans_back(const icu::UnicodeString& piece) {
  const UChar32 first = piece.char32At(0);
  if (kOpening.find(static_cast<char16_t>(first)) != std::u16string_view::npos) return false;
  return u_ispunct(first) != 0 || u_isspace(first) != 0 || piece.countChar32() == 1;
}

bool leads_on(const icu::UnicodeString& text, int end) {
  const char16_t last = text.charAt(end - 1);
  return kNumerals.find(last) != std::u16string_view::npos ||
         kOpening.find(last) != std::u16string_view::npos;
}

// The places within the text, in code units, where a line may end.
std::vector<int> seams_of(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
  need_memory(status);
  std::vector<int> seams;
  if (U_FAILURE(status) != 0) return seams;
  words->setText(text);
  int from = words->first();
  for (int to = words->next(); to != icu::BreakIterator::DONE; to = words->next()) {
    const bool inside = from > 0 && !leads_on(text, from);
    if (inside && !leans_back(text.tempSubStringBetween(from, to))) seams.push_back(from);
    from = to;
  }
  return seams;
}

Value seams(const Value& subject, Call& call) {
  const auto text = tmpl::text_of(subject, call);
  if (!text) return {};
  if (call.format() != markup::Format::html) return Value::copy(*text);
  const icu::UnicodeString wide = whole(icu::UnicodeString::fromUTF8(
      icu::StringPiece(text->view().data(), static_cast<int>(text->size()))));
  std::vector<int> ends = seams_of(wide);
  ends.push_back(wide.length());
  std::string out;
  int from = 0;
  for (const int to : ends) {
    if (from > 0) out += "<wbr>";
    std::string piece;
    wide.tempSubStringBetween(from, to).toUTF8String(piece);
    markup::escape_html(out, piece);
    from = to;
  }
  return Value::safe(out, markup::Format::html);
}

}  // namespace

void add_seam_filters(tmpl::Environment& environment) {
  environment.add_filter("seams", {}, seams);
}

}  // namespace huice::view
