// SPDX-License-Identifier: Apache-2.0
//
// What stands around the body: blanks that were filled in, and words that come from other fields.
// What is open in the file, and what people say of it.
#include "base/messages/document.h"
#include "document/read_back/comparison.h"
#include "model/date.h"
#include "model/document_number.h"
#include "model/written_values.h"

#include <algorithm>
#include <cctype>

namespace huice::document::read_back {
namespace {

constexpr std::string_view kWideBlank = "\u3000";
constexpr std::size_t kShown = 60;  // bytes of a paragraph, in messages about a place in it

std::string without_blanks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with(kWideBlank)) {
      at += kWideBlank.size();
    } else if (text[at] == ' ' || text[at] == '\t' || text[at] == '\n') {
      ++at;
    } else {
      out += text[at++];
    }
  }
  return out;
}

const FlatParagraph* with_mark(const FlatText& text, const std::string& name) {
  for (const FlatParagraph& one : text) {
    for (const Mark& mark : one.marks) {
      if (mark.name == name) return &one;
    }
  }
  return nullptr;
}

/// A part of the frame: what is printed, what the file has, and the field that holds it.
struct FramePart {
  std::string was{};
  std::string now{};
  std::string field{};
  bool is_open = false;
};

// The two texts of a line, before and after its tab.
std::pair<std::string, std::string> halves(const std::string& text, std::string_view label) {
  std::size_t cut = text.find('\t');
  if (cut == std::string::npos && !label.empty()) cut = text.find(label);
  if (cut == std::string::npos) return {text, {}};
  std::string second = text.substr(cut);
  if (const std::size_t at = second.find(label); at != std::string::npos) {
    second.erase(0, at + label.size());
  }
  return {text.substr(0, cut), second};
}

// The value that the field takes of what was filled in; empty where it is none.
std::string value_of(const FramePart& part) {
  const std::string words = without_blanks(part.now);
  if (part.field == "reply/signer") return words;
  if (part.field == "reply/number") {
    const auto number = model::DocumentNumber::parse(words);
    return number ? number->text() : std::string();
  }
  constexpr std::string_view printed = "印发";
  std::string day =
      words.ends_with(printed) ? words.substr(0, words.size() - printed.size()) : words;
  day = model::plain_date(day);
  return model::Date::parse(day) ? day : std::string();
}

bool is_fillable(const std::string& field) {
  return field == "reply/number" || field == "reply/signer" || field == "reply/signed" ||
         field == "reply/printed";
}

// What holds a part of the frame that is not filled in by hand.
std::string field_of(const std::string& name, const model::Reply& reply,
                     const model::LetterSettings& settings) {
  if (name == "f_class") return "reply/class";
  if (name == "f_title") return "reply/title";
  if (name == "f_salutation") return "reply/salutation";
  if (name == "f_contact") return "data/private/contacts.json";
  if (name == "f_letterhead") {
    const bool is_usual = reply.letterhead.empty() && !settings.letterhead.empty();
    return is_usual ? "data/site.json: letters/letterhead" : "reply/letterhead";
  }
  if (name == "f_copies") {
    return reply.copies.empty() ? "data/site.json: letters/copies" : "reply/copies";
  }
  if (name.starts_with("f_annex")) return "reply/annexes";
  if (name.starts_with("f_signatory")) return "reply/issuer";
  return "reply";
}

// Blanks left in the file where the record has words since.
bool is_blank_form(const std::string& text) {
  return text.find(kWideBlank) != std::string::npos || without_blanks(text).empty();
}

std::string shortened(const std::string& text) {
  if (text.size() <= kShown) return text;
  std::size_t end = kShown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

// The parts of the frame that a marked line holds.
std::vector<FramePart> parts_of(const std::string& name, const FlatParagraph& was,
                                const FlatParagraph& now, const Printed& printed) {
  const Letter& letter = printed.letter;
  if (name == "f_number") {
    const auto old = halves(was.text, letter.signer_label);
    const auto mine = halves(now.text, letter.signer_label);
    std::vector<FramePart> out{{old.first, mine.first, "reply/number", letter.number.is_open}};
    if (!letter.signer_label.empty()) {
      out.push_back({old.second, mine.second, "reply/signer", letter.signer.is_open});
    }
    return out;
  }
  if (name == "f_date") return {{was.text, now.text, "reply/signed", letter.signed_on.is_open}};
  if (name == "f_printed") {
    const auto old = halves(was.text, {});
    const auto mine = halves(now.text, {});
    return {{old.first, mine.first, "reply/printed_by", false},
            {old.second, mine.second, "reply/printed", letter.printed_on.is_open}};
  }
  const auto& settings = printed.library.site().letters;
  return {{was.text, now.text,
           field_of(name, *printed.proposal.reply, settings ? *settings : model::LetterSettings()),
           false}};
}

}  // namespace

void Comparison::compare_frame(std::vector<FieldChange>& out) {
  for (const FlatParagraph& was : today_) {
    const Mark* mark = was.mark("f_");
    const FlatParagraph* now = mark == nullptr ? nullptr : with_mark(now_, mark->name);
    if (now == nullptr) continue;
    for (const FramePart& part : parts_of(mark->name, was, *now, printed_)) {
      if (without_blanks(part.was) == without_blanks(part.now)) continue;
      if (is_fillable(part.field) && !part.is_open && is_blank_form(part.now)) continue;
      const std::string value = part.is_open ? value_of(part) : std::string();
      if (value.empty()) {
        report(msg::letter_read_frame{.was = part.was, .now = part.now, .field = part.field});
      } else {
        out.push_back({printed_.proposal.id, part.field, {}, value, {{{}, value}}});
      }
    }
  }
}

void Comparison::tell_changes_and_comments() {
  for (const FlatParagraph& paragraph : now_) {
    std::set<std::pair<std::string, std::string>> told;
    for (const int number : paragraph.changes) {
      const formats::docx::Change& one = docx_.changes[static_cast<std::size_t>(number)];
      if (!told.insert({one.author, one.date}).second) continue;
      report(msg::letter_read_open_change{.author = one.author,
                                          .date = one.date.substr(0, one.date.find('T')),
                                          .words = shortened(paragraph.text)});
    }
    for (const std::string& id : paragraph.comments) {
      for (const formats::docx::Comment& one : docx_.comments) {
        if (one.id != id) continue;
        std::string text;
        formats::docx::for_each_paragraph(one.blocks, [&](const formats::docx::Paragraph& words) {
          if (!text.empty()) text += ' ';
          text += formats::docx::words_of(words);
        });
        report(msg::letter_read_comment{
            .author = one.author, .text = text, .words = shortened(paragraph.text)});
      }
    }
  }
}

}  // namespace huice::document::read_back
