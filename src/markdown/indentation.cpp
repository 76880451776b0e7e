// SPDX-License-Identifier: Apache-2.0
// cmark knows which lines are code and paragraphs, so it is asked first; what this changes is read
// by it anew.
#include "markdown/indentation.h"

#include "base/ascii.h"
#include "markdown/block_lines.h"
#include "markdown/characters.h"
#include "markdown/own_mark.h"

#include <algorithm>

namespace huice::markdown {
namespace {

constexpr std::string_view kWideBlank = "\u3000";
constexpr std::size_t kCodeIndent = 4;

std::string_view view(const char* text) {
  return text == nullptr ? std::string_view{} : text;
}

bool begins_with_blank(std::string_view text) {
  return !text.empty() && (ascii::is_space_or_tab(text[0]) || text.starts_with(kWideBlank));
}

std::string_view without_indent(std::string_view text) {
  while (begins_with_blank(text)) {
    text.remove_prefix(ascii::is_space_or_tab(text[0]) ? 1 : kWideBlank.size());
  }
  return text;
}

std::size_t digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && ascii::is_digit(text[count])) ++count;
  return count;
}

/// Whether a line's text begins an item of a list.
bool begins_item(std::string_view text) {
  const std::size_t number = digits(text);
  if (number == text.size()) return false;
  const std::string_view signs = number > 0 ? ".)" : "-+*";
  if (signs.find(text[number]) == std::string_view::npos) return false;
  return number + 1 == text.size() || ascii::is_space_or_tab(text[number + 1]);
}

/// Whether a line's text begins a block that people indent: a list, a quote or a table.
bool begins_indented_block(std::string_view text) {
  return begins_item(text) || text[0] == '>' || text[0] == '|';
}

/// Whether the text could be something else than a paragraph where nothing is before it.
bool may_begin_block(std::string_view text) {
  const bool is_definition = text[0] == '[' && text.find("]:") != std::string_view::npos;
  return begins_item(text) || is_definition || text.starts_with("```") || text.starts_with("~~~") ||
         text.find_first_not_of('*') == std::string_view::npos ||
         std::string_view("#>|=-_+").find(text[0]) != std::string_view::npos;
}

/// The columns that the blanks at the end of `before` take, tabs going on to the next multiple
/// of 4.
std::size_t blank_columns(std::string_view before) {
  const std::size_t last = before.find_last_not_of(" \t");
  const std::size_t start = last == std::string_view::npos ? 0 : last + 1;
  std::size_t column = 0;
  std::size_t started_at = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (i == start) started_at = column;
    column = before[i] == '\t' ? (column / 4 + 1) * 4 : column + 1;
  }
  return start == before.size() ? 0 : column - started_at;
}

std::string_view without_line_end(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(without_line_end(text.substr(at, end - at)));
    at = end + 1;
  }
  return lines;
}

class Indentation {
 public:
  explicit Indentation(const LineIndex& lines) : lines_(lines) {}

  void inspect(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_CODE_BLOCK) inspect_code(node);
    if (type == CMARK_NODE_PARAGRAPH) inspect_paragraph(node);
  }

  std::vector<Edit> take() { return std::move(edits_); }

 private:
  /// A line of indented code: its number, and the byte at which its four columns begin.
  struct CodeLine {
    std::size_t number = 0;
    std::string_view source;
    std::size_t indent = 0;
    std::string_view text;  ///< without indentation
  };

  void inspect_code(cmark_node* node);
  void convert(const std::vector<CodeLine>& lines);
  bool expand_tabs(const CodeLine& line);
  void inspect_paragraph(cmark_node* node);
  void begin_paragraph(std::size_t number, std::size_t indent, std::string_view text,
                       bool is_first);
  std::size_t start_of(std::size_t number) const {
    return lines_.offset({static_cast<std::uint32_t>(number), 1});
  }

  const LineIndex& lines_;
  std::vector<Edit> edits_;
};

/// Indented code has its first line's text in its content; a fence has not.
bool is_indented(cmark_node* node, std::string_view first_line) {
  if (!view(cmark_node_get_fence_info(node)).empty()) return false;
  const auto start = static_cast<std::size_t>(cmark_node_get_start_column(node) - 1);
  const auto content = lines_of(view(cmark_node_get_literal(node)));
  return !content.empty() && start <= first_line.size() &&
         without_indent(content[0]) == without_indent(first_line.substr(start));
}

void Indentation::inspect_code(cmark_node* node) {
  auto number = static_cast<std::size_t>(cmark_node_get_start_line(node));
  if (!has_chinese(view(cmark_node_get_literal(node)))) return;
  if (!is_indented(node, lines_.line(number))) return;
  std::vector<CodeLine> together;
  for (const std::string_view content : lines_of(view(cmark_node_get_literal(node)))) {
    const std::string_view source = lines_.line(number);
    if (content.find_first_not_of(" \t") == std::string_view::npos) {
      convert(together);
      together.clear();
    } else {
      // Where a tab is half indentation and half code, the content has blanks that are not in the
      // source; expand_tabs() comes first then.
      const std::size_t code = source.size() - std::min(content.size(), source.size());
      together.push_back(
          {number, source, code - std::min(kCodeIndent, code), without_indent(content)});
    }
    ++number;
  }
  convert(together);
}

void Indentation::convert(const std::vector<CodeLine>& lines) {
  const bool is_chinese = std::any_of(
      lines.begin(), lines.end(), [](const CodeLine& line) { return has_chinese(line.source); });
  if (!is_chinese) return;
  bool has_tabs = false;
  for (const CodeLine& line : lines) has_tabs = expand_tabs(line) || has_tabs;
  if (has_tabs) return;
  const CodeLine& first = lines.front();
  const auto indent_of = [](const CodeLine& line) {
    return line.source.find_first_not_of(' ', line.indent) - line.indent;
  };
  const bool is_block = !first.text.empty() && begins_indented_block(first.text);
  for (const CodeLine& line : lines) {
    if (line.text.empty() || (!is_block && !begins_indented_block(line.text))) {
      begin_paragraph(line.number, line.indent, line.text, &line == &first);
    } else {
      edits_.push_back(
          {start_of(line.number) + line.indent, std::min(indent_of(line), indent_of(first)), {}});
    }
  }
}

bool Indentation::expand_tabs(const CodeLine& line) {
  const auto text = static_cast<std::size_t>(
      line.text.empty() ? line.source.size()
                        : line.source.size() - std::min(line.text.size(), line.source.size()));
  const std::string_view before = line.source.substr(0, text);
  const std::size_t first_wide = std::min(before.find(kWideBlank), before.size());
  const std::string_view blanks = before.substr(0, first_wide);
  const std::size_t last = blanks.find_last_not_of(" \t");
  const std::size_t start = last == std::string_view::npos ? 0 : last + 1;
  if (blanks.find('\t', start) == std::string_view::npos) return false;
  edits_.push_back({start_of(line.number) + start, blanks.size() - start,
                    std::string(blank_columns(blanks), ' ')});
  return true;
}

void Indentation::inspect_paragraph(cmark_node* node) {
  const auto first = static_cast<std::size_t>(cmark_node_get_start_line(node));
  const auto last = static_cast<std::size_t>(cmark_node_get_end_line(node));
  const auto column = static_cast<std::size_t>(cmark_node_get_start_column(node));
  const Surroundings around = surroundings(node);
  for (std::size_t number = first; number <= last; ++number) {
    const std::string_view line = lines_.line(number);
    const std::string_view content = number == first
                                         ? line.substr(std::min(column - 1, line.size()))
                                         : without_markers(line, around);
    const bool is_wide = content.starts_with(kWideBlank);
    const std::string_view before = line.substr(0, line.size() - content.size());
    const std::size_t markers = before.find_last_not_of(" \t") + 1;  // npos + 1 is 0
    // One blank belongs to a quote's `>`.
    const bool is_indented = number != first && !around.has_items && has_chinese(content) &&
                             blank_columns(before) >= kCodeIndent + (markers > 0 ? 1 : 0);
    if (!is_wide && !is_indented) continue;
    const std::size_t indent = is_indented ? markers : before.size();
    begin_paragraph(number, indent, without_indent(content), number == first);
  }
}

/// Has the text of a line, whose indentation begins at byte `indent`, begin a paragraph; an empty
/// text leaves an empty line.
void Indentation::begin_paragraph(std::size_t number, std::size_t indent, std::string_view text,
                                  bool is_first) {
  const std::string_view line = lines_.line(number);
  const std::size_t start = start_of(number);
  if (!is_first && !text.empty()) {
    const std::string_view markers = line.substr(0, indent);
    const std::size_t last = markers.find_last_not_of(" \t");
    const std::size_t size = last == std::string_view::npos ? 0 : last + 1;
    edits_.push_back({start, 0, std::string(markers.substr(0, size)) + "\n"});
  }
  const std::string_view mark = !text.empty() && may_begin_block(text) ? kOwnMark : "";
  edits_.push_back({start + indent, line.size() - text.size() - indent, std::string(mark)});
}

}  // namespace

bool may_be_indented(std::string_view markdown) {
  for (const std::string_view blank : {"    ", "\t", "\u3000"}) {
    if (markdown.find(blank) != std::string_view::npos) return has_chinese(markdown);
  }
  return false;
}

std::vector<Edit> indentation_edits(cmark_node* root, const LineIndex& lines) {
  Indentation indentation(lines);
  cmark_iter* iter = cmark_iter_new(root);
  while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
    if (cmark_iter_get_event_type(iter) == CMARK_EVENT_ENTER) {
      indentation.inspect(cmark_iter_get_node(iter));
    }
  }
  cmark_iter_free(iter);
  return indentation.take();
}

}  // namespace huice::markdown
