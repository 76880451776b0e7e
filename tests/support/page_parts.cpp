// SPDX-License-Identifier: Apache-2.0
#include "support/page_parts.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace huice::test {
namespace {

void replace_all(std::string& text, const std::string& old, const std::string& now) {
  for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at)) {
    text.replace(at, old.size(), now);
    at += now.size();
  }
}

bool is_own(const std::string& line) {
  static constexpr std::array<std::string_view, 9> kStarts{
      "<title>",
      "<meta name=\"description\"",
      "<meta property=\"og:title\"",
      "<meta name=\"ColumnName\"",
      "<meta name=\"ColumnType\"",
      "<meta name=\"ArticleTitle\"",
      "<meta name=\"ContentSource\"",
      "<link rel=\"alternate\"",
      "<p class=\"brand\">",
  };
  return std::any_of(kStarts.begin(), kStarts.end(),
                     [&](std::string_view start) { return line.starts_with(start); });
}

// The value of `name` in a line; empty where there is none.
std::string attribute(const std::string& line, const std::string& name) {
  const std::size_t at = line.find(" " + name + "=\"");
  if (at == std::string::npos) return {};
  const std::size_t start = at + name.size() + 3;
  return line.substr(start, line.find('"', start) - start);
}

}  // namespace

PageParts parts_of(const std::string& path, const std::string& html) {
  static const std::string kEnd = "</main>\n";
  const std::size_t start = html.find("<main");
  const std::size_t end = html.find(kEnd);
  if (start == std::string::npos || end == std::string::npos || end < start ||
      html.find("<main", start + 1) != std::string::npos) {
    throw std::runtime_error(path + " has not one <main>");
  }
  PageParts parts;
  parts.main = html.substr(start, end + kEnd.size() - start);
  std::string root;
  for (const char c : path) root += c == '/' ? "../" : "";
  std::istringstream lines(html.substr(0, start) + html.substr(end));
  static const std::string kCurrent = " aria-current=\"true\"";
  std::string twin;
  bool crumbs = false;
  for (std::string line; std::getline(lines, line);) {
    crumbs = crumbs || line.starts_with("<nav class=\"crumbs");
    const bool current = line.find(kCurrent) != std::string::npos;
    if (line.starts_with("<link rel=\"alternate\"")) twin = attribute(line, "href");
    const bool own = crumbs || is_own(line);
    if (own || current) parts.own += line + "\n";
    if (crumbs && line == "</nav>") crumbs = false;
    if (own) continue;
    if (current) line.erase(line.find(kCurrent), kCurrent.size());
    if (!root.empty()) replace_all(line, "=\"" + root, "=\"");
    if (!twin.empty()) replace_all(line, "=\"" + twin + "\"", "=\"{markdown}\"");
    parts.frame += line + "\n";
  }
  return parts;
}

}  // namespace huice::test
