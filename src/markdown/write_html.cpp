// SPDX-License-Identifier: Apache-2.0
// One function per node kind that needs more than its tags. Recursion is safe: parse() bounds the
// depth. Inline content is written straight into `out`; nothing is built twice.
#include "markdown/write_html.h"

#include "markup/address.h"
#include "markup/escape.h"

#include <algorithm>
#include <map>

namespace huice::markdown {
namespace {

class HtmlWriter {
 public:
  HtmlWriter(const Document& document, const HtmlOptions& options, std::string& out)
      : document_(document), options_(options), out_(out) {
    if (options.heading_ids != nullptr) claim_heading_ids();
  }

  void children(NodeId id) {
    for (const NodeId child : document_.children(id)) node(child);
  }
  void inline_content();

 private:
  void node(NodeId id);
  void wrapped(NodeId id, std::string_view before, std::string_view after) {
    out_ += before;
    children(id);
    out_ += after;
  }
  void claim_heading_ids();
  void heading(NodeId id);
  void list(NodeId id);
  void item(NodeId id, bool is_tight);
  void code_block(const Node& node);
  void table(NodeId id);
  void table_row(NodeId id, bool is_header);
  void text_element(const Node& node, std::string_view before, std::string_view after);
  std::string target(std::string_view address) const;
  void link(NodeId id);
  void image(NodeId id);
  void citation(NodeId id);
  void attribute(std::string_view name, std::string_view value);

  const Document& document_;
  const HtmlOptions& options_;
  std::string& out_;
  std::map<NodeId, std::string> ids_;  ///< of headings
  Slugs slugs_;
};

void HtmlWriter::node(NodeId id) {
  const Node& node = document_.node(id);
  switch (node.kind) {
    case Kind::document:
      return children(id);
    case Kind::paragraph:
      return wrapped(id, "<p>", "</p>\n");
    case Kind::heading:
      return heading(id);
    case Kind::block_quote:
      return wrapped(id, "<blockquote>\n", "</blockquote>\n");
    case Kind::list:
      return list(id);
    case Kind::item:
      return item(id, false);
    case Kind::code_block:
      return code_block(node);
    case Kind::thematic_break:
      out_ += "<hr />\n";
      return;
    case Kind::table:
      return table(id);
    case Kind::table_row:
      return table_row(id, false);
    case Kind::table_cell:
      return children(id);
    case Kind::text:
      return markup::escape_html(out_, document_.text(node));
    case Kind::soft_break:
      out_ += '\n';
      return;
    case Kind::line_break:
      out_ += "<br />\n";
      return;
    case Kind::code:
      return text_element(node, "<code>", "</code>");
    case Kind::emphasis:
      return wrapped(id, "<em>", "</em>");
    case Kind::strong:
      return wrapped(id, "<strong>", "</strong>");
    case Kind::link:
      return link(id);
    case Kind::image:
      return image(id);
    case Kind::citation:
      return citation(id);
  }
}

void HtmlWriter::attribute(std::string_view name, std::string_view value) {
  out_.append(1, ' ').append(name) += "=\"";
  markup::escape_html(out_, value);
  out_ += '"';
}

void HtmlWriter::claim_heading_ids() {
  slugs_ = heading_slugs(document_);
  for (const auto& [slug, heading] : slugs_) ids_.emplace(heading, slug);
  for (auto& [heading, name] : ids_) name = options_.heading_ids->claim(name);
}

void HtmlWriter::heading(NodeId id) {
  const int level = std::clamp(document_.node(id).level + options_.heading_shift, 1, 6);
  const char digit = static_cast<char>('0' + level);
  out_ += "<h";
  out_ += digit;
  if (const auto known = ids_.find(id); known != ids_.end()) attribute("id", known->second);
  out_ += '>';
  children(id);
  out_ += "</h";
  out_ += digit;
  out_ += ">\n";
}

void HtmlWriter::list(NodeId id) {
  const Node& list = document_.node(id);
  out_ += list.ordered ? "<ol" : "<ul";
  if (list.ordered && list.start != 1) attribute("start", std::to_string(list.start));
  out_ += ">\n";
  for (const NodeId child : document_.children(id)) item(child, list.tight);
  out_ += list.ordered ? "</ol>\n" : "</ul>\n";
}

/// In a tight list, paragraphs are without <p>.
void HtmlWriter::item(NodeId id, bool is_tight) {
  out_ += "<li>";
  bool is_line_open = true;
  for (const NodeId child : document_.children(id)) {
    const bool is_bare = is_tight && document_.node(child).kind == Kind::paragraph;
    if (is_line_open && (!is_bare || child != id + 1)) out_ += '\n';
    is_bare ? children(child) : node(child);
    is_line_open = is_bare;
  }
  out_ += "</li>\n";
}

void HtmlWriter::code_block(const Node& node) {
  const std::string_view info = document_.info(node);
  out_ += "<pre><code";
  if (!info.empty()) {
    const std::string_view language = info.substr(0, info.find_first_of(" \t\r\n"));
    attribute("class", std::string("language-").append(language));
  }
  text_element(node, ">", "</code></pre>\n");
}

void HtmlWriter::table(NodeId id) {
  const bool scrolls = !options_.table_region_label.empty();
  if (scrolls) {
    out_ += "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\"";
    attribute("aria-label", options_.table_region_label);
    out_ += ">\n";
  }
  const NodeId header = id + 1;
  const NodeId body = document_.node(header).end;
  out_ += "<table>\n<thead>\n";
  table_row(header, true);
  out_ += "</thead>\n";
  if (body != document_.node(id).end) {
    out_ += "<tbody>\n";
    for (NodeId row = body; row != document_.node(id).end; row = document_.node(row).end) {
      table_row(row, false);
    }
    out_ += "</tbody>\n";
  }
  out_ += scrolls ? "</table>\n</div>\n" : "</table>\n";
}

void HtmlWriter::table_row(NodeId id, bool is_header) {
  out_ += "<tr>";
  for (const NodeId cell : document_.children(id)) {
    out_ += is_header ? "<th scope=\"col\"" : "<td";
    out_ += align_attribute(document_.node(cell).align);
    out_ += '>';
    children(cell);
    out_ += is_header ? "</th>" : "</td>";
  }
  out_ += "</tr>\n";
}

void HtmlWriter::text_element(const Node& node, std::string_view before, std::string_view after) {
  out_ += before;
  markup::escape_html(out_, document_.text(node));
  out_ += after;
}

/// Where a link leads on this page: to a heading by its id.
std::string HtmlWriter::target(std::string_view address) const {
  if (!address.starts_with('#')) return std::string(address);
  const auto heading = slugs_.find(markup::percent_decoded(address.substr(1)));
  return heading == slugs_.end() ? std::string(address) : "#" + ids_.at(heading->second);
}

void HtmlWriter::link(NodeId id) {
  const Node& node = document_.node(id);
  out_ += "<a href=\"";
  markup::escape_href(out_, target(document_.url(node)));
  out_ += '"';
  if (!document_.title(node).empty()) attribute("title", document_.title(node));
  wrapped(id, ">", "</a>");
}

void HtmlWriter::image(NodeId id) {
  const Node& node = document_.node(id);
  out_ += "<img src=\"";
  markup::escape_href(out_, document_.url(node));
  out_ += '"';
  std::string description;
  for (const NodeId child : document_.children(id)) {
    description += resolved_text(document_, child, options_.cite, markup::Format::html);
  }
  std::replace(description.begin(), description.end(), '\n', ' ');
  attribute("alt", description);
  if (!document_.title(node).empty()) attribute("title", document_.title(node));
  out_ += " />";
}

void HtmlWriter::citation(NodeId id) {
  if (!options_.cite) return children(id);
  const CitedText cited = resolve_citation(document_, id, options_.cite, markup::Format::html);
  if (!cited.href.empty()) {
    out_ += "<a href=\"";
    markup::escape_href(out_, cited.href);
    out_ += "\">";
  }
  markup::escape_html(out_, cited.text);
  if (!cited.href.empty()) out_ += "</a>";
}

void HtmlWriter::inline_content() {
  bool is_first = true;
  for (const NodeId id : text_blocks(document_)) {
    if (!is_first) out_ += ' ';
    is_first = false;
    const Node& block = document_.node(id);
    if (block.kind == Kind::code_block) {
      text_element(block, "<code>", "</code>");
    } else {
      children(id);
    }
  }
}

}  // namespace

std::string_view align_attribute(Align align) {
  switch (align) {
    case Align::none:
      return {};
    case Align::left:
      return " class=\"align-left\"";
    case Align::center:
      return " class=\"align-center\"";
    case Align::right:
      return " class=\"align-right\"";
  }
  return {};
}

void write_html(const Document& document, const HtmlOptions& options, std::string& out) {
  HtmlWriter(document, options, out).children(Document::kRoot);
}

void write_html_inline(const Document& document, const HtmlOptions& options, std::string& out) {
  HtmlWriter(document, options, out).inline_content();
}

}  // namespace huice::markdown
