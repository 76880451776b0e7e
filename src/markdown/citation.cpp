// SPDX-License-Identifier: Apache-2.0
#include "markdown/citation.h"

#include "markdown/markdown_escape.h"

#include <algorithm>
#include <array>

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
                           Format format) {
  const Node& node = document.node(id);
  if (!cite) return {plain_text(document, id), {}};
  CitedText cited = cite({document.target(node), plain_text(document, id), node.where}, format);
  if (!is_safe_url(cited.href)) cited.href.clear();
  return cited;
}

std::string resolved_text(const Document& document, NodeId id, const CitationWriter& cite,
                          Format format) {
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
  escape_markdown(text, out);
  out += "](<fact:";
  escape_destination(target, out);
  return out + ">)\u2060";
}

bool is_safe_url(std::string_view url) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  if (std::any_of(url.begin(), url.end(), is_control)) return false;
  // "//example.com" names another site without saying how to get there.
  if (url.starts_with("//") || url.starts_with("/\\")) return false;
  std::string scheme;
  for (const char c : url) {
    if (c == '/' || c == '?' || c == '#') return true;
    if (c == ':') {
      static constexpr std::array<std::string_view, 4> kAllowed{"http", "https", "mailto", "tel"};
      return std::find(kAllowed.begin(), kAllowed.end(), scheme) != kAllowed.end();
    }
    scheme += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return true;
}

}  // namespace huice::markdown
