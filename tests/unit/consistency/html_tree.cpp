// SPDX-License-Identifier: Apache-2.0
#include "consistency/html_tree.h"

#include "consistency/page_text.h"

#include <set>
#include <stdexcept>

namespace huice::test {
namespace {

bool is_void(std::string_view tag) {
  static const std::set<std::string_view> names{"br", "hr", "img", "input", "meta", "link", "wbr"};
  return names.contains(tag);
}

std::string with_entities_read(std::string_view text) {
  static const std::map<std::string_view, std::string_view> known{{"&amp;", "&"},   {"&lt;", "<"},
                                                                  {"&gt;", ">"},    {"&#34;", "\""},
                                                                  {"&quot;", "\""}, {"&#39;", "'"}};
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = text[i] == '&' ? text.find(';', i) : std::string_view::npos;
    const auto found =
        end == std::string_view::npos ? known.end() : known.find(text.substr(i, end + 1 - i));
    if (found == known.end()) {
      out += text[i++];
    } else {
      out += found->second;
      i = end + 1;
    }
  }
  return out;
}

class TreeReader {
 public:
  explicit TreeReader(std::string_view text) : text_(text) {}

  // From a start tag to after its end tag.
  HtmlNode element() {
    HtmlNode node;
    ++at_;
    while (at_ < text_.size() && text_[at_] != '>' && text_[at_] != ' ') node.tag += text_[at_++];
    attributes(node);
    if (is_void(node.tag)) return node;
    while (true) {
      if (at_ >= text_.size()) throw std::runtime_error("<" + node.tag + "> is not closed");
      if (text_.substr(at_).starts_with("</")) {
        if (text_.substr(at_ + 2, node.tag.size()) != node.tag)
          throw std::runtime_error("another end than that of <" + node.tag +
                                   ">: " + std::string(text_.substr(at_, 20)));
        at_ = text_.find('>', at_) + 1;
        return node;
      }
      if (text_[at_] == '<') {
        node.children.push_back(element());
        continue;
      }
      const std::size_t end = std::min(text_.find('<', at_), text_.size());
      HtmlNode words;
      words.text = with_entities_read(text_.substr(at_, end - at_));
      node.children.push_back(std::move(words));
      at_ = end;
    }
  }

 private:
  void attributes(HtmlNode& node) {
    while (at_ < text_.size() && text_[at_] != '>') {
      if (text_[at_] == ' ') {
        ++at_;
        continue;
      }
      std::string name;
      while (text_[at_] != '=' && text_[at_] != '>' && text_[at_] != ' ') name += text_[at_++];
      std::string& value = node.attributes[name];
      if (text_[at_] != '=') continue;
      const std::size_t end = text_.find('"', at_ + 2);
      value = text_.substr(at_ + 2, end - at_ - 2);
      at_ = end + 1;
    }
    ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

void add_words(const HtmlNode& node, std::string& out) {
  if (node.tag.empty()) out += node.text;
  for (const HtmlNode& child : node.children) {
    const bool is_item = child.tag == "li" || child.tag == "dd";
    if (is_item && !out.empty() && !out.ends_with("；")) out += "；";
    add_words(child, out);
  }
}

void find_all(const HtmlNode& node, std::string_view name, std::string_view its_class,
              std::vector<const HtmlNode*>& found) {
  for (const HtmlNode& child : node.children) {
    if (child.is(name, its_class)) found.push_back(&child);
    find_all(child, name, its_class, found);
  }
}

}  // namespace

bool HtmlNode::has_class(std::string_view name) const {
  const auto found = attributes.find("class");
  if (found == attributes.end()) return false;
  return (" " + found->second + " ").find(" " + std::string(name) + " ") != std::string::npos;
}

bool HtmlNode::is(std::string_view name, std::string_view its_class) const {
  return tag == name && (its_class.empty() || has_class(its_class));
}

const HtmlNode* HtmlNode::first(std::string_view name, std::string_view its_class) const {
  for (const HtmlNode& child : children) {
    if (child.is(name, its_class)) return &child;
    if (const HtmlNode* found = child.first(name, its_class)) return found;
  }
  return nullptr;
}

std::vector<const HtmlNode*> HtmlNode::all(std::string_view name,
                                           std::string_view its_class) const {
  std::vector<const HtmlNode*> found;
  find_all(*this, name, its_class, found);
  return found;
}

std::string HtmlNode::words() const {
  std::string out;
  add_words(*this, out);
  return without_blanks(out);
}

HtmlNode main_of(std::string_view html) {
  const std::size_t start = html.find("<main");
  const std::size_t end = html.find("</main>");
  if (start == std::string_view::npos || end == std::string_view::npos)
    throw std::runtime_error("a page without <main>");
  return TreeReader(html.substr(start, end + 7 - start)).element();
}

}  // namespace huice::test
