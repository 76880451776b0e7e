// SPDX-License-Identifier: Apache-2.0
#include "document/write_html.h"

#include "markdown/write_html.h"
#include "markup/address.h"
#include "markup/escape.h"

#include <algorithm>

namespace huice::document {
namespace {

class HtmlWriter {
 public:
  HtmlWriter(const HtmlOptions& options, std::string& out) : options_(options), out_(out) {}

  void blocks(const Blocks& blocks) {
    for (const Block& block : blocks) {
      std::visit([this](const auto& content) { write(content); }, block.content);
    }
  }
  void runs(const Runs& runs) {
    for (const Run& one : runs) run(one);
  }

 private:
  void write(const Paragraph& paragraph) { element("p", paragraph.runs); }
  void write(const Heading& heading);
  void write(const List& list);
  void write(const Table& table);
  void write(const Fields& fields);
  void write(const Note& note);
  void write(const Figure& figure);
  void run(const Run& run);
  void marked(const Run& run);
  void element(std::string_view name, const Runs& content, std::string_view attributes = {});
  void attribute(std::string_view name, std::string_view value);
  void address(std::string_view name, std::string_view to);
  void text(std::string_view text) { markup::escape_html(out_, text); }

  const HtmlOptions& options_;
  std::string& out_;
};

void HtmlWriter::element(std::string_view name, const Runs& content, std::string_view attributes) {
  ((out_ += '<') += name) += attributes;
  out_ += '>';
  runs(content);
  ((out_ += "</") += name) += ">\n";
}

void HtmlWriter::attribute(std::string_view name, std::string_view value) {
  ((out_ += ' ') += name) += "=\"";
  text(value);
  out_ += '"';
}

void HtmlWriter::address(std::string_view name, std::string_view to) {
  ((out_ += ' ') += name) += "=\"";
  markup::escape_href(out_, to);
  out_ += '"';
}

// strong, em and code around the words, the widest outside.
void HtmlWriter::marked(const Run& run) {
  if (run.strong) out_ += "<strong>";
  if (run.emphasis) out_ += "<em>";
  if (run.code) out_ += "<code>";
  text(run.text);
  if (run.code) out_ += "</code>";
  if (run.emphasis) out_ += "</em>";
  if (run.strong) out_ += "</strong>";
}

void HtmlWriter::run(const Run& run) {
  std::string to;
  switch (run.kind) {
    case RunKind::text:
      return marked(run);
    case RunKind::line_break:
      out_ += "<br />\n";
      return;
    case RunKind::link:
      to = run.target;
      break;
    case RunKind::citation:
      if (options_.leads_to) to = options_.leads_to(run);
      break;
  }
  const bool leads = !to.empty() && markup::is_safe_address(to);
  if (!leads && run.kind == RunKind::link) return marked(run);
  out_ += leads ? "<a" : "<span";
  if (leads) address("href", to);
  if (run.kind == RunKind::citation) attribute("data-fact", run.target);
  out_ += '>';
  marked(run);
  out_ += leads ? "</a>" : "</span>";
}

void HtmlWriter::write(const Heading& heading) {
  const int level = std::clamp(heading.level + options_.heading_shift, 1, 6);
  const std::string name = "h" + std::to_string(level);
  ((out_ += '<') += name) += '>';
  text(heading.label);
  runs(heading.runs);
  ((out_ += "</") += name) += ">\n";
}

void HtmlWriter::write(const List& list) {
  out_ += list.ordered ? "<ol" : "<ul";
  if (list.ordered && list.start != 1) attribute("start", std::to_string(list.start));
  out_ += ">\n";
  for (const Blocks& item : list.items) {
    out_ += "<li>\n";
    blocks(item);
    out_ += "</li>\n";
  }
  out_ += list.ordered ? "</ol>\n" : "</ul>\n";
}

void HtmlWriter::write(const Table& table) {
  out_ += "<table>\n";
  if (!table.caption.empty()) {
    out_ += "<caption>";
    text(table.caption);
    out_ += "</caption>\n";
  }
  const auto row = [&](const Table::Row& cells, bool is_head) {
    out_ += "<tr>\n";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Align align = i < table.columns.size() ? table.columns[i].align : Align::none;
      const std::string attributes =
          std::string(is_head ? " scope=\"col\"" : "").append(markdown::align_attribute(align));
      element(is_head ? "th" : "td", cells[i], attributes);
    }
    out_ += "</tr>\n";
  };
  if (!table.head.empty()) {
    out_ += "<thead>\n";
    row(table.head, true);
    out_ += "</thead>\n";
  }
  if (!table.rows.empty()) {
    out_ += "<tbody>\n";
    for (const Table::Row& cells : table.rows) row(cells, false);
    out_ += "</tbody>\n";
  }
  out_ += "</table>\n";
}

void HtmlWriter::write(const Fields& fields) {
  out_ += "<dl>\n";
  for (const Fields::Field& field : fields.fields) {
    out_ += "<dt>";
    text(field.name);
    out_ += "</dt>\n";
    element("dd", field.value);
  }
  out_ += "</dl>\n";
}

void HtmlWriter::write(const Note& note) {
  out_ += "<blockquote>\n";
  blocks(note.blocks);
  out_ += "</blockquote>\n";
}

void HtmlWriter::write(const Figure& figure) {
  out_ += "<figure>\n";
  out_ += "<img";
  if (markup::is_safe_address(figure.file)) address("src", figure.file);
  attribute("alt", figure.description);
  out_ += " />\n";
  if (!figure.caption.empty()) {
    out_ += "<figcaption>";
    text(figure.caption);
    out_ += "</figcaption>\n";
  }
  out_ += "</figure>\n";
}

}  // namespace

void write_html(const Blocks& blocks, const HtmlOptions& options, std::string& out) {
  HtmlWriter(options, out).blocks(blocks);
}

void write_html_inline(const Runs& runs, const HtmlOptions& options, std::string& out) {
  HtmlWriter(options, out).runs(runs);
}

}  // namespace huice::document
