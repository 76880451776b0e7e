// SPDX-License-Identifier: Apache-2.0
#include "document/docx/body.h"

#include "document/docx/tables.h"
#include "model/han_number.h"

#include <algorithm>
#include <utility>

namespace huice::document::docx {
namespace {

using gbt9704::Face;

constexpr int kMostOfLevels = 4;
constexpr int kBetweenTables = 200;  // twips

class BodyWriter {
 public:
  explicit BodyWriter(Story& story) : story_(story) {}

  void blocks(const Blocks& blocks, bool keeps_last) {
    for (const Block& block : blocks) {
      keep_next_ = keeps_last && &block == &blocks.back();
      origin_ = &block.origin;
      std::visit([this](const auto& content) { write(content); }, block.content);
    }
  }

 private:
  void write(const Paragraph& paragraph);
  void write(const Heading& heading);
  void write(const List& list);
  void write(const Table& table);
  void write(const Fields& fields);
  void write(const Note& note);
  void write(const Figure& figure);
  void row(const Table::Row& cells, const Table& table, const std::vector<int>& widths,
           std::size_t number);
  void caption(const std::string& words, bool keep_next);
  void between_tables();
  std::string bookmark(const std::string& words, const std::string& within = {});

  Story& story_;
  const Origin* origin_ = nullptr;
  bool keep_next_ = false;
  bool in_note_ = false;
  bool after_table_ = false;
  int list_depth_ = 0;
  std::string mark_;  // of the list's item whose first paragraph comes next
};

// The block's bookmark; `within` is the part of it that these words are. Empty where the words come
// from no field.
std::string BodyWriter::bookmark(const std::string& words, const std::string& within) {
  if (origin_->empty()) return {};
  return story_.origins().paragraph({origin_->field + within, origin_->part, origin_->source},
                                    words);
}

void BodyWriter::write(const Paragraph& paragraph) {
  after_table_ = false;
  const StyleName& style = in_note_ ? kNote : kBodyText;
  Story::Paragraph out(story_, {.style = style, .keep_next = keep_next_},
                       bookmark(words_of(paragraph.runs)));
  const RunLook look{.face = in_note_ ? Face::kaiti : Face::fangsong};
  out.text(std::exchange(mark_, {}), look);
  out.runs(paragraph.runs, look);
}

void BodyWriter::write(const Heading& heading) {
  after_table_ = false;
  const int level = std::clamp(heading.level, 1, kMostOfLevels);
  Story::Paragraph out(story_, {.style = kHeadings.at(static_cast<std::size_t>(level - 1))},
                       bookmark(words_of(heading.runs)));
  const RunLook look{.face = gbt9704::heading_face(level)};
  out.text(heading.label, look);
  out.runs(heading.runs, look);
}

// Marks go on below the headings' own: 1. and within it （1）.
void BodyWriter::write(const List& list) {
  const bool keeps_last = keep_next_;
  const int level = std::min(3 + list_depth_, kMostOfLevels);
  ++list_depth_;
  int number = std::max(list.start, 1);
  for (const Blocks& item : list.items) {
    mark_ = list.ordered ? model::heading_number(number++, level) : std::string();
    blocks(item, keeps_last && &item == &list.items.back());
  }
  mark_.clear();
  --list_depth_;
}

// The columns' widths in twips; together they are the text's width, as WPS wants it.
std::vector<int> widths_of(const Table& table) {
  const std::size_t count = std::max<std::size_t>(table.columns.size(), 1);
  double total = 0;
  for (const Table::Column& column : table.columns) total += column.width;
  std::vector<int> widths;
  int left = kTextWidth;
  for (std::size_t i = 0; i < count; ++i) {
    const double share =
        total > 0 ? table.columns[i].width / total : 1.0 / static_cast<double>(count);
    const bool is_last = i + 1 == count;
    widths.push_back(is_last ? left : static_cast<int>(share * kTextWidth));
    left -= widths.back();
  }
  return widths;
}

void BodyWriter::caption(const std::string& words, bool keep_next) {
  if (words.empty()) return;
  after_table_ = false;
  Story::Paragraph out(story_, {.style = kCaption, .keep_next = keep_next});
  out.text(words, {.face = Face::heiti});
}

Side side_of(Align align) {
  switch (align) {
    case Align::left:
      return Side::left;
    case Align::right:
      return Side::right;
    case Align::none:
    case Align::center:
      break;
  }
  return Side::center;
}

void BodyWriter::row(const Table::Row& cells, const Table& table, const std::vector<int>& widths,
                     std::size_t number) {
  Xml& xml = story_.xml();
  const auto row = xml.element("w:tr");
  const bool is_head = number == 0;
  {
    const auto properties = xml.element("w:trPr");
    xml.empty("w:cantSplit");
    if (is_head) xml.empty("w:tblHeader");
  }
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const auto cell = xml.element("w:tc");
    {
      const auto properties = xml.element("w:tcPr");
      write_cell_width(xml, widths[i]);
      xml.empty("w:vAlign", {{"w:val", "center"}});
    }
    const Runs runs = i < cells.size() ? cells[i] : Runs{};
    const Align align = i < table.columns.size() ? table.columns[i].align : Align::none;
    const std::string within = "#" + std::to_string(number) + "." + std::to_string(i + 1);
    Story::Paragraph out(story_,
                         {.style = kTableText,
                          .keep_next = is_head || keep_next_,
                          .side = is_head ? Side::center : side_of(align)},
                         bookmark(words_of(runs), within));
    out.runs(runs, {.face = is_head ? Face::heiti : Face::fangsong});
  }
}

// Word takes two tables that follow each other for one.
void BodyWriter::between_tables() {
  if (std::exchange(after_table_, true)) write_gap(story_, kBetweenTables);
}

void BodyWriter::write(const Table& table) {
  caption(table.caption, true);
  between_tables();
  Xml& xml = story_.xml();
  const std::vector<int> widths = widths_of(table);
  const auto element = xml.element("w:tbl");
  {
    const auto properties = xml.element("w:tblPr");
    xml.empty("w:tblStyle", {{"w:val", kTableGrid.id}});
    write_table_width(xml, kTextWidth);
    if (!table.caption.empty()) xml.empty("w:tblCaption", {{"w:val", table.caption}});
  }
  write_grid(xml, widths);
  const bool keeps_last = keep_next_;
  keep_next_ = false;
  const bool has_head = std::any_of(table.head.begin(), table.head.end(),
                                    [](const Runs& cell) { return !cell.empty(); });
  if (has_head) row(table.head, table, widths, 0);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    keep_next_ = keeps_last && i + 1 == table.rows.size();
    row(table.rows[i], table, widths, i + 1);
  }
}

// A table of two columns, without a head.
void BodyWriter::write(const Fields& fields) {
  Table table{.columns = {{Align::center, 1}, {Align::left, 3}}};
  for (const Fields::Field& field : fields.fields) {
    table.rows.push_back({{Run{.text = field.name}}, field.value});
  }
  write(table);
}

void BodyWriter::write(const Note& note) {
  const bool was = std::exchange(in_note_, true);
  blocks(note.blocks, keep_next_);
  in_note_ = was;
}

// The picture itself is not put in: a letter's body has none so far. Its words are.
void BodyWriter::write(const Figure& figure) {
  caption(figure.caption.empty() ? figure.description : figure.caption, keep_next_);
}

bool is_table(const Block& block) {
  return std::holds_alternative<Table>(block.content) ||
         std::holds_alternative<Fields>(block.content);
}

}  // namespace

void write_gap(Story& story, int line) {
  const Story::Paragraph gap(story, {.style = kTableText, .keep_next = true, .line = line});
}

void write_body(Story& story, const Blocks& blocks, bool keeps_last) {
  BodyWriter(story).blocks(blocks, keeps_last);
  if (!blocks.empty() && is_table(blocks.back())) write_gap(story, kGap);
}

}  // namespace huice::document::docx
