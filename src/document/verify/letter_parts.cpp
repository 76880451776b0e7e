// SPDX-License-Identifier: Apache-2.0
#include "document/verify/letter_parts.h"

#include "base/utf8.h"
#include "document/verify/letter_words.h"

#include <algorithm>

namespace huice::document::verify {
namespace {

constexpr double kMarkLeast = 20;  // points
constexpr std::size_t kHeadBlocks = 20;
constexpr std::size_t kTitleLines = 8;

// Where a red line stands in front of the number, the format is 信函格式.
LetterFormat format_of(const Sheet& sheet, const LetterParts& parts, std::size_t number_at) {
  bool has_red = false;
  for (const Stroke& stroke : sheet.strokes) {
    if (stroke.page > 1 || !stroke.colour || !stroke.colour->is_red()) continue;
    has_red = true;
    if (parts.number == nullptr) break;
    const bool is_higher = stroke.y && parts.number->top && *stroke.y < *parts.number->top + 2;
    const bool is_before = sheet.source == Sheet::Source::docx && stroke.after <= number_at;
    const bool is_above = is_higher || is_before;
    if (is_above && stroke.place != Place::footer) return LetterFormat::letter;
  }
  if (has_red) return LetterFormat::general;
  const bool is_high = parts.mark != nullptr && parts.mark->top && *parts.mark->top < 55;
  return is_high ? LetterFormat::letter : LetterFormat::general;
}

// A row of names: without a mark at its end, in two columns or at the right.
bool is_name_row(const Block& block) {
  const std::string text = without_blanks(block.text());
  if (ends_with_mark(text) || label_of(text).level > 0 || utf8::count(text) > 50) return false;
  for (std::size_t i = 1; i < block.pieces.size(); ++i) {
    const Piece& before = block.pieces[i - 1];
    const Piece& after = block.pieces[i];
    if (before.right && after.left && *after.left - *before.right > 10) return true;
  }
  return block.left && *block.left > gbt9704::kPageWidth.value / 2;
}

class Finder {
 public:
  explicit Finder(const Sheet& sheet) : sheet_(sheet) {
    for (std::size_t i = 0; i < sheet.blocks.size(); ++i) {
      const Block& block = sheet.blocks[i];
      const std::string text = without_blanks(block.text());
      if (text.empty()) continue;
      if (is_draft_mark(text)) {
        if (parts_.draft == nullptr || block.place == Place::body) parts_.draft = &block;
      } else if (block.place == Place::body) {
        flow_.push_back({&block, text, i});
      }
    }
  }

  LetterParts find() {
    find_head();
    find_title();
    find_date();
    find_tail();
    find_imprint();
    return std::move(parts_);
  }

 private:
  struct One {
    const Block* block;
    std::string text;
    std::size_t at;
  };

  void find_head();
  void find_title();
  void find_date();
  void find_tail();
  void find_imprint();

  const Sheet& sheet_;
  std::vector<One> flow_;
  LetterParts parts_;
  std::size_t next_ = 0;  // behind what was found so far
  std::size_t date_ = 0;  // of flow_; its size: none
};

void Finder::find_head() {
  const std::size_t end = std::min(kHeadBlocks, flow_.size());
  std::size_t number_at = end;
  for (std::size_t i = 0; i < end && number_at == end; ++i) {
    if (const auto number = number_in(flow_[i].text)) {
      parts_.number = flow_[i].block;
      parts_.number_text = *number;
      number_at = i;
    }
  }
  for (std::size_t i = 0; i < number_at; ++i) {
    const Block* one = flow_[i].block;
    if (one->size() < kMarkLeast) continue;
    if (parts_.mark == nullptr || one->size() > parts_.mark->size()) parts_.mark = one;
    if (number_at == end) next_ = i + 1, number_at = i + 1;
  }
  if (parts_.number != nullptr) next_ = number_at + 1;
  for (std::size_t i = 0; i < std::min(next_ + 2, flow_.size()); ++i) {
    if (flow_[i].text.find(kSigner) == std::string::npos) continue;
    parts_.signer = flow_[i].block;
    next_ = std::max(next_, i + 1);
  }
  const std::size_t at = parts_.number == nullptr ? 0 : flow_[next_ - 1].at;
  parts_.format = format_of(sheet_, parts_, at);
}

void Finder::find_title() {
  const std::size_t end = std::min(next_ + kTitleLines, flow_.size());
  std::size_t to = end;
  for (std::size_t i = next_; i < end; ++i) {
    const std::string& text = flow_[i].text;
    if (text.ends_with(kColon) || text.ends_with(':')) {
      to = i;
      break;
    }
  }
  if (to < end) {
    parts_.salutation = flow_[to].block;
  } else {  // without 主送: what stands in the middle
    to = next_;
    while (to < end && flow_[to].block->is_centred.value_or(false)) ++to;
  }
  for (std::size_t i = next_; i < to; ++i) {
    if (utf8::count(flow_[i].text) > 1) parts_.title.push_back(flow_[i].block);
  }
  next_ = parts_.salutation != nullptr ? to + 1 : to;
}

void Finder::find_date() {
  date_ = flow_.size();
  for (std::size_t i = next_; i < flow_.size(); ++i) {
    if (date_form(flow_[i].text) == DateForm::none) continue;
    date_ = i;
    parts_.date = flow_[i].block;
    break;
  }
  std::size_t end = date_;
  if (date_ < flow_.size() && date_ > next_) {
    const std::string& name = flow_[date_ - 1].text;
    if (!ends_with_stop(name) && utf8::count(name) < 40) {
      parts_.name = flow_[date_ - 1].block;
      end = date_ - 1;
    }
    // Of several that sign, those above it: side by side, or behind the middle of the line.
    while (end > next_ && end < date_ && is_name_row(*flow_[end - 1].block)) --end;
  }
  std::size_t list = end;
  for (std::size_t i = next_; i < end; ++i) {
    if (begins_with_annexes(flow_[i].text)) {
      list = i;
      break;
    }
  }
  for (std::size_t i = next_; i < list; ++i) {
    if (begins_with_copies(flow_[i].text)) break;  // a letter without a date
    parts_.body.push_back(flow_[i].block);
  }
  for (std::size_t i = list; i < end; ++i) parts_.annex_list.push_back(flow_[i].block);
}

void Finder::find_tail() {
  if (date_ + 1 < flow_.size() && begins_with_bracket(flow_[date_ + 1].text)) {
    parts_.note = flow_[date_ + 1].block;
  }
  for (std::size_t i = date_ + 1; i < flow_.size(); ++i) {
    if (is_annex_label(flow_[i].text)) parts_.annex_labels.push_back(flow_[i].block);
  }
}

void Finder::find_imprint() {
  const std::size_t from = date_ < flow_.size() ? date_ + 1 : next_;
  bool in_copies = false;
  for (std::size_t i = from; i < flow_.size(); ++i) {
    const std::string& text = flow_[i].text;
    if (is_printed_line(text)) {
      parts_.printed = flow_[i].block;
      in_copies = false;
    } else if (begins_with_copies(text)) {
      in_copies = true;
    } else if (in_copies && !parts_.copies.empty() &&
               ends_with_stop(without_blanks(parts_.copies.back()->text()))) {
      in_copies = false;
    }
    if (in_copies) parts_.copies.push_back(flow_[i].block);
  }
}

}  // namespace

LetterParts parts_of(const Sheet& sheet) {
  return Finder(sheet).find();
}

}  // namespace huice::document::verify
