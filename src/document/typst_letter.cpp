// SPDX-License-Identifier: Apache-2.0
//
// A letter's words and the numbers of GB/T 9704 as arguments of the function `letter` of
// templates/letter/letter.typ. Words are Typst's strings, which it never reads as markup.
#include "base/utf8.h"
#include "document/write_typst.h"
#include "markup/escape.h"

#include <array>
#include <charconv>

namespace huice::document {
namespace {

using gbt9704::Face;
using gbt9704::Number;

std::string literal(std::string_view text) {
  std::string out = "\"";
  markup::escape_typst_string(out, text);
  return out + '"';
}

std::string list_of(const std::vector<std::string>& texts) {
  std::string out = "(";
  for (const std::string& text : texts) out += literal(text) + ", ";
  return out + ")";
}

// Without an exponent, and in the same digits on every machine.
std::string decimal(double value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                 std::chars_format::fixed, 5);
  return {digits.data(), end.ptr};
}

class Form {
 public:
  explicit Form(std::string& out) : out_(out) {}

  void add(std::string_view name, const std::string& value) {
    ((out_ += "    ") += name) += ": " + value + ",\n";
  }
  void millimetres(std::string_view name, const Number& number) {
    add(name, decimal(number.value) + "mm");
  }
  void points(std::string_view name, const Number& number) {
    add(name, decimal(number.value) + "pt");
  }
  void count(std::string_view name, const Number& number) { add(name, decimal(number.value)); }

 private:
  std::string& out_;
};

void write_page(Form& form, const gbt9704::Profile& profile) {
  using namespace gbt9704;
  form.millimetres("page-width", kPageWidth);
  form.millimetres("page-height", kPageHeight);
  form.millimetres("top", kTopMargin);
  form.millimetres("left", kLeftMargin);
  form.millimetres("right", kRightMargin);
  form.millimetres("bottom", kBottomMargin);
  form.millimetres("width", kTextWidth);
  form.points("size", kBodySize);
  form.points("pitch", kPitch);
  form.points("cell", kCellWidth);
  form.points("title-size", kTitleSize);
  form.points("imprint-size", kImprintSize);
  form.points("number-size", kPageNumberSize);
  form.count("number-inset", kPageNumberInset);
  form.millimetres("number-below", kPageNumberBelow);
  form.count("number-from", profile.page_number_from);
}

void write_head(Form& form, const gbt9704::Profile& profile, const OfficeLook& look) {
  using namespace gbt9704;
  form.points("mark-size", {look.letterhead_size, "7.2.4"});
  form.add("red", "rgb(" + literal("#" + look.red) + ")");
  form.add("mark-picture", look.letterhead_file.empty() ? "none" : literal(look.letterhead_file));
  form.millimetres("mark-picture-height", kLetterheadPicture);
  form.millimetres("mark-top", profile.letterhead_top);
  form.millimetres("rule-below", profile.format == LetterFormat::letter ? profile.double_rule_below
                                                                        : kRedLineBelow);
  form.millimetres("rule-bottom", profile.double_rule_bottom);
  form.millimetres("rule-width", profile.double_rule_width);
  form.count("above-number", profile.lines_above_number);
  form.count("number-left", kNumberLeftWithSigner);
  form.count("signer-right", kSignerRight);
  form.millimetres("red-line", kRedLineWeight);
}

void write_text(Form& form) {
  using namespace gbt9704;
  form.count("above-title", kLinesAboveTitle);
  form.count("above-salutation", kLinesAboveSalutation);
  form.count("indent", kIndent);
  std::string faces = "(";
  for (const int level : {1, 2, 3, 4}) faces += literal(typst_name(heading_face(level))) + ", ";
  form.add("head-faces", faces + ")");
  form.count("above-annexes", kLinesAboveAnnexes);
  form.count("annex-title-line", kAnnexTitleLine);
  form.count("above-sealed", kLinesAboveSealed);
  form.count("date-right", kDateRightSealed);
  form.count("above-signatory", kLinesAboveSignatory);
  form.count("signatory-right", kSignatoryRight);
  form.count("date-inset", kDateInset);
  form.count("imprint-inset", kImprintInset);
  form.millimetres("edge-line", kImprintEdge);
  form.millimetres("middle-line", kImprintMiddle);
}

// 附件 of 附件：
std::string without_colon(std::string_view label) {
  for (const std::string_view colon : {"：", ":"}) {
    if (label.ends_with(colon)) label.remove_suffix(colon.size());
  }
  return std::string(label);
}

std::string date_of(const model::Date& date) {
  return "datetime(year: " + std::to_string(date.year()) +
         ", month: " + std::to_string(date.month()) + ", day: " + std::to_string(date.day()) + ")";
}

/// Writes the arguments, and notes which face each of them is set in.
class LetterWriter {
 public:
  LetterWriter(const Letter& letter, const OfficeLook& look)
      : letter_(letter), look_(look), form_(made_.source) {}

  TypstLetter write() {
    const gbt9704::Profile& profile = gbt9704::profile_of(letter_.format);
    std::string& out = made_.source;
    out += "#import \"letter.typ\": letter\n#letter(\n  form: (\n";
    form_.add("kind", profile.format == LetterFormat::letter ? "\"letter\"" : "\"general\"");
    write_page(form_, profile);
    write_head(form_, profile, look_);
    write_text(form_);
    form_.add("has-imprint", profile.has_imprint ? "true" : "false");
    out += "  ),\n  parts: (\n";
    parts(profile);
    out += "  ),\n";
    const std::size_t count = letter_.body.size();
    const std::size_t last = count == 0 ? 0 : count - 1;
    blocks("body", letter_.body.begin(), letter_.body.begin() + static_cast<std::ptrdiff_t>(last));
    blocks("last", letter_.body.begin() + static_cast<std::ptrdiff_t>(last), letter_.body.end());
    out += ")\n";
    made_.needs.use(Face::songti, "\u2014 0123456789");
    return std::move(made_);
  }

 private:
  using Place = Blocks::const_iterator;

  void parts(const gbt9704::Profile& profile);
  void ending(const gbt9704::Profile& profile);
  void annexes();
  // A function of what letter.typ brings, since headings need the faces that it finds.
  void function(Place begin, Place end) {
    std::string& out = made_.source;
    out += "(head, inset, end) => [\n";
    write_typst(Blocks(begin, end), out, made_.needs, true);
    out += "\n]";
  }
  void blocks(std::string_view name, Place begin, Place end) {
    ((made_.source += "  ") += name) += ": ";
    function(begin, end);
    made_.source += ",\n";
  }
  void words(std::string_view name, Face face, std::string_view words) {
    made_.needs.use(face, words);
    form_.add(name, literal(words));
  }
  void title(std::string_view title, const std::vector<std::string>& lines) {
    words("title", Face::xiaobiaosong, title);
    form_.add("title-lines", list_of(lines.empty() ? std::vector{std::string(title)} : lines));
  }

  const Letter& letter_;
  const OfficeLook& look_;
  TypstLetter made_;
  Form form_;
};

void LetterWriter::parts(const gbt9704::Profile& profile) {
  form_.add("language", literal(letter_.language));
  form_.add("date", date_of(letter_.dated));
  words("draft", Face::heiti, letter_.draft_mark);
  words("letterhead", Face::xiaobiaosong, letter_.letterhead);
  words("number", Face::fangsong, letter_.number.text);
  words("signer-label", Face::fangsong, profile.has_signer ? letter_.signer_label : "");
  words("signer", Face::kaiti, letter_.signer.text);
  form_.add("signers", list_of(letter_.signers.size() > 1 ? signer_lines(letter_.signers)
                                                          : std::vector<std::string>{}));
  words("urgency", Face::heiti, letter_.urgency);
  words("class-mark", Face::heiti, letter_.class_mark);
  title(letter_.title, letter_.title_lines);
  words("salutation", Face::fangsong, letter_.salutation);
  ending(profile);
}

void LetterWriter::ending(const gbt9704::Profile& profile) {
  words("annex-label", Face::fangsong, letter_.annex_label);
  words("annex-name", Face::heiti, without_colon(letter_.annex_label));
  annexes();
  form_.add("signatories", list_of(letter_.signatories));
  for (const std::string& name : letter_.signatories) made_.needs.use(Face::fangsong, name);
  words("signed-on", Face::fangsong, letter_.signed_on.text);
  form_.add("sealed", letter_.has_seal ? "true" : "false");
  words("contact-note", Face::fangsong, letter_.contact_note);
  words("copies-label", Face::fangsong, letter_.copies.empty() ? "" : letter_.copies_label);
  words("copies", Face::fangsong, letter_.copies);
  words("printed-by", Face::fangsong, profile.has_imprint ? letter_.printed_by : "");
  const Slot& printed_on = letter_.printed_on;
  words("printed-on", Face::fangsong, profile.has_imprint ? printed_on.text : "");
  form_.add("printed-open", profile.has_imprint && printed_on.is_open ? "true" : "false");
}

void LetterWriter::annexes() {
  made_.source += "    annexes: (\n";
  if (letter_.annexes.size() > 1) {
    made_.needs.use(Face::heiti, "0123456789");
    made_.needs.use(Face::fangsong, "0123456789.");
  }
  for (const LetterAnnex& annex : letter_.annexes) {
    made_.source += "    (\n";
    title(annex.title, title_lines(annex.title, static_cast<int>(gbt9704::kTitleCharacters.value)));
    made_.needs.use(Face::fangsong, annex.title);
    made_.source += "    pages: ";
    if (annex.blocks.empty()) {
      made_.source += "none";
    } else {
      function(annex.blocks.begin(), annex.blocks.end());
    }
    made_.source += ",\n    ),\n";
  }
  made_.source += "    ),\n";
}

}  // namespace

TypstLetter typst_of(const Letter& letter, const OfficeLook& look) {
  return LetterWriter(letter, look).write();
}

}  // namespace huice::document
