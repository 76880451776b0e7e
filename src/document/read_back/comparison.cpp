// SPDX-License-Identifier: Apache-2.0
//
// What a letter prints of which field, and which paragraph of the file is which of them.
#include "document/read_back/comparison.h"

#include "base/messages/document.h"
#include "document/read_back/alignment.h"
#include "document/read_prose.h"
#include "document/write_docx.h"
#include "formats/docx/read.h"
#include "model/reply_body.h"
#include "prose/prose.h"
#include "view/prose_value.h"

#include <algorithm>
#include <array>
#include <utility>

namespace huice::document::read_back {
namespace {

constexpr double kAlike = 0.5;

// Pairs of characters that are compared to find what paragraphs without their marks were. A letter
// of people takes a few thousandths of it; what is left when it is used up is taken as new.
constexpr std::size_t kMostSteps = 200'000'000;

// The letter as its own Word file says it.
struct Own {
  FlatText text{};
  docx::FileOrigins origins{};
};

Own own_text(const Letter& letter) {
  const Result<std::string> bytes = write_docx(letter, usual_docx_look());
  if (!bytes) return {};
  Diagnostics unheard;
  const auto read =
      formats::docx::read_docx(bytes.value(), letter.record, unheard, docx::kOriginsSpace);
  if (!read) return {};
  return {flat_text(*read), docx::read_origins(read->custom)};
}

bool begins_any(std::string_view name, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [name](std::string_view one) { return name.starts_with(one); });
}

// From 主送 to what follows the body: the paragraphs that may be the body's.
struct Zone {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Zone body_of(const FlatText& text) {
  Zone out{0, text.size()};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Mark* mark = text[i].mark("f_");
    if (mark == nullptr) continue;
    if (begins_any(mark->name,
                   {"f_letterhead", "f_number", "f_class", "f_title", "f_salutation"})) {
      out.begin = i + 1;
    } else if (i > out.begin && begins_any(mark->name, {"f_annex", "f_signatory", "f_date",
                                                        "f_contact", "f_copies", "f_printed"})) {
      out.end = std::min(out.end, i);
    }
  }
  return out;
}

}  // namespace

Comparison::Comparison(const Printed& printed, const formats::docx::Docx& docx,
                       const std::string& file, Diagnostics& problems)
    : printed_(printed),
      docx_(docx),
      file_(file),
      problems_(problems),
      page_{printed.scope, markup::Format::text, {}, problems},
      cite_([this](const std::string& target) { return printed_citation(target); }),
      origins_(docx::read_origins(docx.custom)),
      now_(flat_text(docx)) {
  Own own = own_text(printed.letter);
  today_ = std::move(own.text);
  today_origins_ = std::move(own.origins);
}

std::vector<FieldChange> Comparison::run() {
  if (origins_.record.empty()) {
    report(msg::letter_read_no_origins{});
    origins_ = today_origins_;
  }
  read_fields();
  expect();
  find();
  match_unmarked();
  place();
  keep_rest();
  std::vector<FieldChange> out = changes();
  compare_frame(out);
  tell_changes_and_comments();
  return out;
}

void Comparison::report(Message message) {
  problems_.add(problem(std::move(message), Location::of_file(file_)));
}

std::string Comparison::printed_citation(const std::string& target) const {
  const markdown::Citation citation{target, {}, {}};
  return view::cited_text(citation, page_).text;
}

std::string Comparison::place_of(const std::string& target) const {
  const prose::Citation one = prose::parse_target(target);
  const view::Reader& reader = printed_.scope.reader;
  const model::Provenance* of = nullptr;
  if (const model::Observation* fact = reader.observation(one.id)) of = &fact->provenance;
  const std::string policy(one.id.substr(0, one.id.find('/')));
  const bool is_fact = one.kind == prose::CitedKind::fact;
  if (const model::Policy* text = is_fact ? nullptr : reader.policy(policy)) of = &text->provenance;
  if (of == nullptr) return policy;
  const Location where = printed_.scope.locator.at(of->place);
  return where.file + ":" + std::to_string(where.line);
}

void Comparison::add_field(const std::string& record, const std::string& path,
                           const model::Prose* prose, const std::string& text) {
  Field field;
  field.record = record;
  field.path = path;
  field.text = text;
  if (prose != nullptr) {
    field.prose = std::make_unique<FieldProse>(*prose, printed_.library);
    field.mark = prose_mark(prose->markdown);
  }
  fields_.push_back(std::move(field));
}

// In the order in which they are printed; as reply_letter() takes them.
void Comparison::read_fields() {
  const model::Proposal& proposal = printed_.proposal;
  const model::Reply& reply = *proposal.reply;
  if (!reply.text.empty()) return add_field(proposal.id, "reply/text", &reply.text, {});
  if (!reply.opening.empty()) add_field(proposal.id, "reply/opening", &reply.opening, {});
  const model::Proposal* source = printed_.library.proposal(reply.body_of);
  const std::string& holder = source == nullptr ? proposal.id : source->id;
  for (const model::BodySection& one : model::body_of(proposal, source)) {
    const std::string path = "reply/sections/" + one.section->id;
    add_field(holder, path + "/heading", nullptr, one.section->heading);
    add_field(holder, path + "/text", &one.section->text, {});
  }
  const bool shares = reply.closing.empty() && source != nullptr && source->reply;
  const model::Prose& closing = shares ? source->reply->closing : reply.closing;
  add_field(shares ? source->id : proposal.id, "reply/closing", &closing, {});
}

void Comparison::expect() {
  const Zone zone = body_of(today_);
  std::map<std::pair<int, int>, std::size_t> known;
  for (std::size_t i = zone.begin; i < zone.end; ++i) {
    const FlatParagraph& paragraph = today_[i];
    Item item;
    item.text = paragraph.text;
    item.flat = {i};
    const Mark* mark = paragraph.mark("o_");
    if (mark == nullptr) {
      if (paragraph.table < 0) expected_.push_back(std::move(item));
      continue;
    }
    const docx::FileOrigins::Place& place = today_origins_.places[mark->name];
    for (std::size_t f = 0; f < fields_.size(); ++f) {
      if (fields_[f].path == place.field) item.field = static_cast<int>(f);
    }
    if (item.field < 0) continue;
    const Field& field = fields_[static_cast<std::size_t>(item.field)];
    item.leaf = field.prose ? field.prose->leaf_of(place.part) : 0;
    const auto [before, is_new] =
        known.try_emplace(std::pair(item.field, item.leaf), expected_.size());
    if (is_new) {
      expected_.push_back(std::move(item));
    } else {
      expected_[before->second].flat.push_back(i);
    }
  }
}

// The expected item that a place of the file is; -1 where the record says something else now.
int Comparison::expected_of(const docx::FileOrigins::Place& place) {
  for (std::size_t i = 0; i < expected_.size(); ++i) {
    const Item& item = expected_[i];
    if (item.field < 0) continue;
    const Field& field = fields_[static_cast<std::size_t>(item.field)];
    if (field.path != place.field) continue;
    const bool is_same =
        !field.prose || place.source.empty() || place.source == prose_mark(field.prose->markdown());
    if (is_same) {
      const int leaf = field.prose ? field.prose->leaf_of(place.part) : 0;
      if (leaf == item.leaf) return static_cast<int>(i);
      continue;
    }
    for (const std::size_t at : item.flat) {
      const Mark* mark = today_[at].mark("o_");
      const auto& today = today_origins_.places[mark->name];
      if (today.words == place.words && today.cell == place.cell) return static_cast<int>(i);
    }
  }
  return -1;
}

void Comparison::find() {
  std::map<int, std::size_t> tables;
  for (std::size_t i = 0; i < now_.size(); ++i) {
    const FlatParagraph& paragraph = now_[i];
    if (paragraph.table >= 0) {
      if (const auto table = tables.find(paragraph.table); table != tables.end()) {
        found_[table->second].flat.push_back(i);
        if (found_[table->second].number < 0) find_marked(i, found_[table->second]);
        continue;
      }
      tables[paragraph.table] = found_.size();
    }
    Item item;
    item.text = paragraph.text;
    item.flat = {i};
    find_marked(i, item);
    found_.push_back(std::move(item));
  }
  std::set<int> known;
  for (const Item& item : found_) known.insert(item.number);
  if (known.size() <= 1 && known.count(-1) == known.size()) return;  // no mark is left
  std::set<std::string> names;
  for (const FlatParagraph& one : now_) {
    for (const Mark& mark : one.marks) names.insert(mark.name);
  }
  for (const auto& one : origins_.places) {
    if (names.count(one.first) > 0) continue;
    const int number = expected_of(one.second);
    if (number >= 0 && known.count(number) == 0) gone_.insert(number);
  }
}

// What the paragraph's marks say it is.
void Comparison::find_marked(std::size_t index, Item& item) {
  const FlatParagraph& paragraph = now_[index];
  std::vector<int> numbers;
  for (const Mark& mark : paragraph.marks) {
    if (!mark.name.starts_with("o_")) continue;
    const auto place = origins_.places.find(mark.name);
    if (place == origins_.places.end()) continue;
    const int number = expected_of(place->second);
    if (number >= 0) {
      if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) {
        numbers.push_back(number);
      }
      continue;
    }
    item.is_settled = true;
    const std::string_view text = without_label(paragraph.text, "1.");
    const bool is_today = std::any_of(expected_.begin(), expected_.end(), [&](const Item& one) {
      return one.field >= 0 && one.text == paragraph.text;
    });
    if (text == without_label(place->second.words, "1.") || is_today) continue;
    if (std::string_view(paragraph.text).ends_with(place->second.words)) continue;
    std::string record;
    for (const Item& one : expected_) {
      if (one.field < 0 || !record.empty()) continue;
      const Field& field = fields_[static_cast<std::size_t>(one.field)];
      const bool is_there = field.path == place->second.field && field.prose &&
                            field.prose->leaf_of(place->second.part) == one.leaf;
      if (is_there) record = one.text;
    }
    report(msg::letter_read_conflict{
        .field = place->second.field, .record = record, .letter = paragraph.text});
  }
  if (numbers.empty()) return;
  item.number = numbers.front();
  const Item& first = expected_[static_cast<std::size_t>(item.number)];
  item.field = first.field;
  item.leaf = first.leaf;
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    const Item& other = expected_[static_cast<std::size_t>(numbers[i])];
    const bool follows = numbers[i] == numbers[i - 1] + 1 && other.field == item.field &&
                         fields_[static_cast<std::size_t>(item.field)].prose != nullptr;
    item.joined.push_back(numbers[i]);
    item.is_kept |= !follows;
  }
  if (item.is_kept) report(msg::letter_read_unplaced{.words = paragraph.text});
}

// Paragraphs without a mark: those that say the same as one whose mark is lost are it.
void Comparison::match_unmarked() {
  const Zone zone = body_of(now_);
  std::map<int, std::u32string> missing;
  for (std::size_t i = 0; i < expected_.size(); ++i) {
    missing.emplace(static_cast<int>(i), characters_of(expected_[i].text));
  }
  for (const Item& item : found_) {
    missing.erase(item.number);
    for (const int number : item.joined) missing.erase(number);
  }
  std::map<std::string, std::set<int>> by_text;
  for (const auto& [number, text] : missing) {
    by_text[expected_[static_cast<std::size_t>(number)].text].insert(number);
  }
  std::set<std::string> frame;
  for (const FlatParagraph& one : today_) {
    if (one.mark("f_") != nullptr) frame.insert(one.text);
  }
  const auto is_open = [&](const Item& item) {
    return item.number < 0 && !item.is_settled && item.flat.front() >= zone.begin &&
           item.flat.front() < zone.end;
  };
  for (Item& item : found_) {
    if (!is_open(item)) {
      if (item.number < 0) item.is_settled = true;
      continue;
    }
    const auto same = by_text.find(item.text);
    if (same == by_text.end() || same->second.empty()) continue;
    settle(item, *same->second.begin());
    missing.erase(item.number);
    same->second.erase(same->second.begin());
  }
  std::size_t steps = kMostSteps;
  for (Item& item : found_) {
    if (is_open(item)) {
      if (frame.count(item.text) != 0) {
        item.is_settled = true;
      } else {
        match_one(item, missing, steps);
      }
    }
    if (item.number >= 0) missing.erase(item.number);
  }
}

void Comparison::settle(Item& item, int number) {
  const Item& expected = expected_[static_cast<std::size_t>(number)];
  item.number = number;
  item.field = expected.field;
  item.leaf = expected.leaf;
  item.is_kept = true;
  gone_.erase(number);
}

// Like one whose mark is lost, but not the same: it may be it, or new.
void Comparison::match_one(Item& item, const std::map<int, std::u32string>& missing,
                           std::size_t& steps) {
  int nearest = -1;
  double best = kAlike;
  const std::u32string words = characters_of(item.text);
  for (const auto& [number, text] : missing) {
    const auto shorter = static_cast<double>(std::min(words.size(), text.size()));
    if (2 * shorter <= best * static_cast<double>(words.size() + text.size())) continue;
    const std::size_t cost = (words.size() + 1) * (text.size() + 1);
    if (cost > steps) break;
    steps -= cost;
    const double like = likeness(words, text);
    if (like <= best) continue;
    best = like;
    nearest = number;
  }
  if (nearest < 0) return;
  const Item& expected = expected_[static_cast<std::size_t>(nearest)];
  if (expected.field < 0) {
    report(
        msg::letter_read_frame{.was = expected.text, .now = item.text, .field = "reply/opening"});
  } else {
    report(msg::letter_read_near{.words = item.text,
                                 .field = fields_[static_cast<std::size_t>(expected.field)].path,
                                 .near = expected.text});
  }
  settle(item, nearest);
}

std::string Comparison::label_of(const Item& expected) const {
  const FlatParagraph& paragraph = today_[expected.flat.front()];
  const std::string words = printed_words(runs_of_item(expected), cite_);
  if (!std::string_view(paragraph.text).ends_with(words)) return {};
  return paragraph.text.substr(0, paragraph.text.size() - words.size());
}

Runs Comparison::runs_of_item(const Item& expected) const {
  const Field& field = fields_[static_cast<std::size_t>(expected.field)];
  if (!field.prose) return {Run{.text = field.text}};
  return field.prose->leaves()[static_cast<std::size_t>(expected.leaf)].runs;
}

}  // namespace huice::document::read_back
