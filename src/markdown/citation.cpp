// SPDX-License-Identifier: Apache-2.0
#include "markdown/citation.h"

#include "markup/address.h"
#include "markup/escape.h"

namespace huice::markdown {

std::vector<Citation> citations(const Document& document) {
  std::vector<Citation> found;
  for (NodeId id = 0; id < document.size(); ++id) {
    const Node& node = document.node(id);
    if (node.kind != Kind::citation) continue;
    found.push_back({document.target(node), plain_text(document, id), node.where});
  }
  return found;
}

CitedText resolve_citation(const Document& document, NodeId id, const CitationWriter& cite,
                           markup::Format format) {
  const Node& node = document.node(id);
  if (!cite) return {plain_text(document, id), {}};
  CitedText cited = cite({document.target(node), plain_text(document, id), node.where}, format);
  if (!markup::is_safe_address(cited.href)) cited.href.clear();
  return cited;
}

std::string resolved_text(const Document& document, NodeId id, const CitationWriter& cite,
                          markup::Format format) {
  if (document.node(id).kind == Kind::citation) {
    return resolve_citation(document, id, cite, format).text;
  }
  if (document.is_leaf(id)) return plain_text(document, id);
  std::string out;
  for (const NodeId child : document.children(id)) {
    out += resolved_text(document, child, cite, format);
  }
  return out;
}

std::string citation_markup(std::string_view target, std::string_view text) {
  std::string out = "\u2060[";
  markup::escape_markdown(out, text, {.one_line = true});
  out += "](<fact:";
  markup::escape_link_part(out, target);
  return out + ">)\u2060";
}

}  // namespace huice::markdown
