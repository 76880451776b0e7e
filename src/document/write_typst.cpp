// SPDX-License-Identifier: Apache-2.0
#include "document/write_typst.h"

#include "base/utf8.h"
#include "document/document_numbers.h"
#include "markup/address.h"
#include "markup/escape.h"

#include <algorithm>

namespace huice::document {

using gbt9704::Face;

std::string_view typst_name(Face face) {
  switch (face) {
    case Face::fangsong:
      return "fangsong";
    case Face::kaiti:
      return "kaiti";
    case Face::heiti:
      return "heiti";
    case Face::xiaobiaosong:
      return "xiaobiaosong";
    case Face::songti:
      return "songti";
  }
  return {};
}

std::string typst_figure(std::string_view file) {
  return "/figures/" + std::string(file);
}

void TypstNeeds::use(Face face, std::string_view text) {
  std::u32string& known = characters[face];
  for (std::size_t at = 0; at < text.size();) {
    const char32_t sign = utf8::decode(text, at);
    const auto place = std::lower_bound(known.begin(), known.end(), sign);
    if (place == known.end() || *place != sign) known.insert(place, sign);
  }
}

namespace {

// More in one box would tear the line open; an open number has a place of its own.
constexpr NumberSearch kSearch{.most_of_agency = 4};

class TypstWriter {
 public:
  TypstWriter(std::string& out, TypstNeeds& needs, const Runs* last)
      : out_(out), needs_(needs), last_(last) {}

  void blocks(const Blocks& blocks) {
    bool is_first = true;
    for (const Block& block : blocks) {
      if (!is_first) out_ += "\n\n";
      is_first = false;
      std::visit([this](const auto& content) { write(content); }, block.content);
    }
  }

 private:
  void write(const Paragraph& paragraph) { runs(paragraph.runs); }
  void write(const Heading& heading);
  void write(const List& list);
  void write(const Table& table);
  void write(const Fields& fields);
  void write(const Note& note);
  void write(const Figure& figure);
  void runs(const Runs& runs) {
    for (const Run& one : runs) run(one);
    if (&runs == last_) out_ += "#end";
  }
  void run(const Run& run);
  void text(std::string_view text);
  void cell(const Runs& runs) {
    out_ += '[';
    this->runs(runs);
    out_ += "], ";
  }
  /// Sets what is written until the guard ends in another face.
  struct InFace {
    InFace(TypstWriter& of, Face face) : writer(of), before(of.face_) { of.face_ = face; }
    ~InFace() { writer.face_ = before; }
    InFace(const InFace&) = delete;
    InFace& operator=(const InFace&) = delete;

    TypstWriter& writer;
    Face before;
  };

  std::string& out_;
  TypstNeeds& needs_;
  const Runs* last_;  // after whose words the end is marked
  Face face_ = Face::fangsong;
  int last_level_ = 0;
};

// A document number stays in one line.
void TypstWriter::text(std::string_view text) {
  needs_.use(face_, text);
  for (std::size_t at = 0; at < text.size();) {
    const NumberInText number = next_number(text, at, kSearch);
    markup::escape_typst(out_, text.substr(at, number.begin - at));
    at = number.end;
    if (number.begin == number.end) continue;
    out_ += "#box[";
    markup::escape_typst(out_, text.substr(number.begin, number.end - number.begin));
    out_ += ']';
  }
}

void TypstWriter::run(const Run& run) {
  if (run.kind == RunKind::line_break) {
    out_ += "#linebreak()";
    return;
  }
  if (run.text.empty()) return;
  const Face face = run.strong ? Face::heiti : run.emphasis ? Face::kaiti : face_;
  const InFace in_face(*this, face);
  const bool leads = run.kind == RunKind::link && !run.target.empty() && run.target[0] != '#' &&
                     markup::is_safe_address(run.target);
  if (leads) {
    out_ += "#link(\"";
    markup::escape_typst_string(out_, run.target);
    out_ += "\")[";
  }
  if (run.strong) out_ += "#strong[";
  if (run.emphasis) out_ += "#emph[";
  text(run.text);
  if (run.emphasis) out_ += ']';
  if (run.strong) out_ += ']';
  if (leads) out_ += ']';
}

void TypstWriter::write(const Heading& heading) {
  const int shown = std::clamp(heading.level, 1, 4);
  last_level_ = std::min(shown, last_level_ + 1);
  const InFace in_face(*this, gbt9704::heading_face(shown));
  out_ += "#head(" + std::to_string(shown) + ", " + std::to_string(last_level_) + ")[";
  text(heading.label);
  runs(heading.runs);
  out_ += ']';
}

void TypstWriter::write(const List& list) {
  out_ += list.ordered ? "#enum(start: " + std::to_string(list.start) + ", " : "#list(";
  needs_.use(face_, "0123456789.\u00B7");
  for (const Blocks& item : list.items) {
    out_ += '[';
    blocks(item);
    out_ += "], ";
  }
  out_ += ')';
}

std::string columns_of(const std::vector<Table::Column>& columns) {
  std::string out = "columns: (";
  const bool is_even = std::all_of(columns.begin(), columns.end(),
                                   [](const Table::Column& column) { return column.width <= 0; });
  for (const Table::Column& column : columns) {
    out += is_even ? "1" : std::to_string(std::max(column.width, 0.01));
    out += "fr, ";
  }
  out += "), align: (";
  for (const Table::Column& column : columns) {
    out += column.align == Align::right    ? "right, "
           : column.align == Align::center ? "center, "
                                           : "left, ";
  }
  return out + "), ";
}

void TypstWriter::write(const Table& table) {
  if (table.columns.empty()) return;
  if (!table.caption.empty()) {
    out_ += "#figure(kind: table, caption: [";
    text(table.caption);
    out_ += "], ";
  } else {
    out_ += '#';
  }
  const std::size_t rows = table.rows.size() + (table.head.empty() ? 0 : 1);
  out_ += "table(inset: inset(" + std::to_string(rows) + "), " + columns_of(table.columns);
  const auto row = [&](const Table::Row& cells) {
    const Runs none;
    for (std::size_t i = 0; i < table.columns.size(); ++i) cell(i < cells.size() ? cells[i] : none);
  };
  if (!table.head.empty()) {
    const InFace in_face(*this, Face::heiti);
    out_ += "table.header(";
    row(table.head);
    out_ += "), ";
  }
  for (const Table::Row& cells : table.rows) row(cells);
  out_ += table.caption.empty() ? ")" : "))";
}

void TypstWriter::write(const Fields& fields) {
  out_ += "#table(inset: inset(" + std::to_string(fields.fields.size()) + "), ";
  out_ += "columns: (1fr, 3fr), ";
  for (const Fields::Field& field : fields.fields) {
    cell({Run{.text = field.name}});
    cell(field.value);
  }
  out_ += ')';
}

void TypstWriter::write(const Note& note) {
  const InFace in_face(*this, Face::kaiti);
  out_ += "#quote(block: true)[";
  blocks(note.blocks);
  out_ += ']';
}

void TypstWriter::write(const Figure& figure) {
  needs_.figures.push_back(figure.file);
  out_ += "#figure(image(\"";
  markup::escape_typst_string(out_, typst_figure(figure.file));
  out_ += "\", alt: \"";
  markup::escape_typst_string(out_, figure.description);
  out_ += "\"), ";
  if (!figure.caption.empty()) {
    out_ += "caption: [";
    text(figure.caption);
    out_ += ']';
  }
  out_ += ')';
}

}  // namespace

void write_typst(const Blocks& blocks, std::string& out, TypstNeeds& needs, bool marks_end) {
  const Runs* last = nullptr;
  if (marks_end) for_each_text(blocks, [&](const Runs& runs) { last = &runs; });
  TypstWriter(out, needs, last).blocks(blocks);
}

}  // namespace huice::document
