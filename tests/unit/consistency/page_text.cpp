// SPDX-License-Identifier: Apache-2.0
#include "consistency/page_text.h"

#include "consistency/html_tree.h"

#include <set>
#include <sstream>

namespace huice::test {
namespace {

// 《题》（号） is 题.
std::string bare_title(const std::string& words) {
  const std::string open = "《";
  const std::string close = "》";
  if (!words.starts_with(open)) return words;
  return words.substr(open.size(), words.find(close) - open.size());
}

std::string words_of(const HtmlNode* node) {
  return node == nullptr ? std::string() : node->words();
}

class HtmlReader {
 public:
  PageText read(const std::string& html) {
    const HtmlNode main = main_of(html);
    page_ = words_of(main.first("h1"));
    visit(main);
    return std::move(found_);
  }

 private:
  void say(std::string of, std::string label, std::string text) {
    found_.said.push_back({std::move(of), std::move(label), std::move(text)});
  }

  void visit(const HtmlNode& node) {
    if (node.tag.empty()) {
      if (node.text.find(kUnstated) != std::string::npos)
        found_.unstated.push_back(without_blanks(node.text));
      return;
    }
    if (node.is("article", "measure")) return measure(node);
    if (node.is("dl", "metadata")) return facts(node, page_);
    if (node.is("p", "eyebrow") && node.first("span", "status") != nullptr)
      return say(page_, "status", node.first("span", "status")->words());
    if (node.is("li", "record")) return record(node);
    if (node.is("table")) return table(node);
    if (node.is("ul", "undertakings")) return undertakings(node);
    if (node.is("ul", "names")) return names(node);
    if (node.is("aside", "notice-box")) return cautions(node);
    if (node.tag == "h2" || node.tag == "h3") {
      if (const HtmlNode* status = node.first("span", "status"))
        return say(bare_title(words_of(node.first("a"))), "status", status->words());
    }
    for (const HtmlNode& child : node.children) visit(child);
  }

  void facts(const HtmlNode& list, const std::string& of) {
    for (const HtmlNode& row : list.children) {
      if (row.tag != "div") continue;
      const HtmlNode* label = row.first("dt");
      say(of, words_of(label), words_of(row.first("dd")));
    }
  }

  void measure(const HtmlNode& card) {
    // A measure's own page has its title as its own.
    const HtmlNode* heading = title_of(card);
    const std::string title = heading == nullptr ? page_ : words_of(heading);
    const HtmlNode* head = card.first("header");
    if (const HtmlNode* headline = head->first("p", "headline"))
      say(title, "headline", headline->words());
    if (const HtmlNode* standing = head->first("p", "remark"))
      say(title, "standing", standing->words());
    for (const HtmlNode& part : card.children) {
      if (part.is("dl", "facts")) facts(part, title);
      if (part.is("p", "remark")) say(title, "guide", part.words());
    }
  }

  static const HtmlNode* title_of(const HtmlNode& card) {
    for (const char* heading : {"h2", "h3", "h4", "h5", "h6"}) {
      if (const HtmlNode* found = card.first(heading, "measure-title")) return found;
    }
    return nullptr;
  }

  void record(const HtmlNode& item) {
    const std::string title = words_of(item.first("a", "record-title"));
    if (const HtmlNode* status = item.first("span", "status"))
      say(title, "status", status->words());
    say(title, "record", words_of(item.first("span", "record-facts")));
  }

  void table(const HtmlNode& all) {
    std::vector<std::string> heads;
    for (const HtmlNode* head : all.first("thead")->all("th")) heads.push_back(head->words());
    for (const HtmlNode* row : all.first("tbody")->all("tr")) {
      const std::string name = words_of(row->first("th"));
      std::size_t place = 0;
      for (const HtmlNode& cell : row->children) {
        if (cell.tag == "td") say(name, heads.at(++place), cell.words());
      }
    }
  }

  void undertakings(const HtmlNode& list) {
    for (const HtmlNode* item : list.all("li")) {
      const std::string text = without_blanks(item->children.front().text);
      say(text, "record", words_of(item->first("span", "record-facts")));
      if (const HtmlNode* progress = item->first("span", "progress"))
        say(text, "progress", progress->words());
    }
  }

  void names(const HtmlNode& list) {
    for (const HtmlNode* item : list.all("li")) {
      std::string offer;
      for (const char* part : {"count", "remark", "city"}) {
        const std::string words = words_of(item->first("span", part));
        if (!offer.empty() && !words.empty()) offer += "，";
        offer += words;
      }
      say(words_of(item->first("a")), "offer", offer);
    }
  }

  void cautions(const HtmlNode& box) {
    for (const HtmlNode* item : box.all("li")) say(page_, "caution", item->words());
  }

  PageText found_;
  std::string page_;
};

// Without links' addresses, escapes and emphasis.
std::string plain(const std::string& line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '\\' && i + 1 < line.size()) {
      out += line[++i];
    } else if (c == ']' && i + 1 < line.size() && line[i + 1] == '(') {
      i = line.find(')', i);
      if (i == std::string::npos) break;
    } else if (c != '[' && c != '*') {
      out += c;
    }
  }
  return without_blanks(out);
}

class MarkdownReader {
 public:
  explicit MarkdownReader(const IsTitle& is_measure) : is_measure_(is_measure) {}

  PageText read(const std::string& markdown) {
    std::istringstream lines(markdown);
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty()) visit(line);
    }
    return std::move(found_);
  }

 private:
  void say(std::string of, std::string label, std::string text) {
    found_.said.push_back({std::move(of), std::move(label), std::move(text)});
  }

  void visit(const std::string& line) {
    if (line.starts_with("#")) return heading(line);
    if (line.starts_with("|")) return row(line);
    heads_.clear();
    if (line.starts_with("- ")) return item(line);
    const std::string words = plain(line);
    if (opens_measure_) {
      opens_measure_ = false;
      return opening(words);
    }
    if (!group_.empty() && words.starts_with("有效性：")) {
      return say(group_, "status", words.substr(std::string("有效性：").size()));
    }
    if (words.find(kUnstated) != std::string::npos) found_.unstated.push_back(words);
  }

  void heading(const std::string& line) {
    const std::string words = plain(line.substr(line.find(' ')));
    const bool first = line.starts_with("# ");
    of_.clear();
    group_.clear();
    section_ = words;
    opens_measure_ = is_measure_(words);
    if (first || opens_measure_) of_ = words;
    if (words.starts_with("《")) group_ = bare_title(words);
    if (words.find(kUnstated) != std::string::npos) found_.unstated.push_back(words);
  }

  // **最高20万元**，资金奖补（已废止)
  void opening(const std::string& words) {
    static const std::set<std::string> effects{"资金奖补", "减免",     "优先支持", "提供服务",
                                               "资质认定", "考核评价", "政府义务"};
    for (const std::string& effect : effects) {
      const std::size_t at = words.rfind(effect);
      if (at == std::string::npos) continue;
      const std::size_t comma = std::string("，").size();
      if (at > 0) say(of_, "headline", words.substr(0, at - comma));
      const std::string rest = words.substr(at + effect.size());
      const std::size_t bracket = std::string("（").size();
      if (!rest.empty()) say(of_, "standing", rest.substr(bracket, rest.size() - 2 * bracket));
      return;
    }
    found_.unstated.push_back(words);
  }

  void item(const std::string& line) {
    const std::string words = plain(line.substr(2));
    const std::size_t colon = words.find("：");
    const std::string label = words.substr(0, colon);
    if (section_ == "本站说明") return say("", "caution", words);
    if (!of_.empty() && colon != std::string::npos && label.find("，") == std::string::npos) {
      return say(of_, label, words.substr(colon + std::string("：").size()));
    }
    if (!of_.empty() && words.starts_with("文件未载明")) return say(of_, "guide", words);
    const std::size_t comma = words.find("，");
    const std::size_t bracket = std::min(words.rfind("（"), words.size());
    if (words.ends_with("）") && is_progress(words.substr(bracket))) {
      return say(words.substr(0, std::min(comma, bracket)), "progress", inside(words, bracket));
    }
    const std::string title = words.substr(0, comma);
    say(title, is_measure_(title) ? "offer" : "record",
        comma == std::string::npos ? std::string()
                                   : words.substr(comma + std::string("，").size()));
  }

  static bool is_progress(const std::string& words) {
    static const std::set<std::string> all{"（计划中）", "（推进中）", "（已完成）", "（已取消）",
                                           "（进展未载明）"};
    return all.contains(words);
  }

  static std::string inside(const std::string& words, std::size_t bracket) {
    const std::size_t one = std::string("（").size();
    return words.substr(bracket + one, words.size() - bracket - 2 * one);
  }

  void row(const std::string& line) {
    std::vector<std::string> cells;
    std::size_t at = 1;
    for (std::size_t end = line.find(" |", at); end != std::string::npos;
         at = end + 2, end = line.find(" |", at)) {
      cells.push_back(plain(line.substr(at, end - at)));
    }
    if (heads_.empty()) {
      heads_ = cells;
      return;
    }
    if (line.find("---") != std::string::npos || cells.size() != heads_.size()) return;
    for (std::size_t i = 1; i < cells.size(); ++i) say(cells[0], heads_[i], cells[i]);
  }

  const IsTitle& is_measure_;
  PageText found_;
  std::string of_;
  std::string group_;
  std::string section_;
  bool opens_measure_ = false;
  std::vector<std::string> heads_;
};

}  // namespace

std::string without_blanks(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\t') out += c;
  }
  return out;
}

PageText read_html(const std::string& html) {
  return HtmlReader().read(html);
}

PageText read_markdown(const std::string& markdown, const IsTitle& is_measure) {
  return MarkdownReader(is_measure).read(markdown);
}

}  // namespace huice::test
