// SPDX-License-Identifier: Apache-2.0
#include "template/doc_examples.h"

#include "paths.h"
#include "template/json_value.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace huice::test {
namespace {

struct Block {
  std::string info;
  std::string text;
  int line = 0;
};

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::vector<Block> blocks_of(const std::vector<std::string>& lines) {
  std::vector<Block> blocks;
  bool inside = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].starts_with("```")) {
      inside = !inside;
      if (inside) blocks.push_back({lines[i].substr(3), "", static_cast<int>(i) + 1});
    } else if (inside) {
      blocks.back().text += lines[i] + "\n";
    }
  }
  return blocks;
}

void add_source(DocExample& example, const std::string& info, std::string text) {
  const std::string given = info.size() > 6 ? info.substr(6) : "html";
  const bool named = given.find('.') != std::string::npos;
  const std::string name = named ? given : "example." + given;
  text.pop_back();
  if (!named) example.main = name;
  example.sources.push_back({std::move(text), name});
}

std::string name_of(const tmpl::TemplateSource& source) {
  return source.file;
}

}  // namespace

std::vector<DocExample> read_doc_examples(const std::string& path) {
  std::vector<DocExample> examples;
  DocExample next;
  for (const Block& block : blocks_of(lines_of(path))) {
    if (block.info.starts_with("jinja")) {
      add_source(next, block.info, block.text);
    } else if (block.info == "json" && !next.sources.empty()) {
      next.data = block.text;
    } else if (block.info == "text" && !next.sources.empty()) {
      next.line = block.line;
      next.output = block.text;
      examples.push_back(std::move(next));
      next = DocExample();
    } else if (block.info == "json" || block.info == "text") {
      FAIL_CHECK(path, ":", block.line, ": no template is before this");
    }
  }
  if (!next.sources.empty()) FAIL_CHECK(path, ": the last template has no output");
  return examples;
}

std::string run_doc_example(const DocExample& example,
                            const std::function<void(tmpl::Environment&)>& prepare) {
  const auto loader = [&example](std::string_view name) -> std::optional<tmpl::TemplateSource> {
    for (const tmpl::TemplateSource& source : example.sources) {
      if (name_of(source) == name) return source;
    }
    return std::nullopt;
  };
  tmpl::Environment environment(loader);
  if (prepare) prepare(environment);
  Diagnostics problems;
  std::string out;
  const tmpl::Value data = value_of(nlohmann::ordered_json::parse(example.data));
  environment.render(example.main, data.mapping(), out, problems);
  for (const Diagnostic& found : problems.sorted()) out += format_diagnostic(found, Language::en);
  if (!out.ends_with('\n')) out += '\n';
  return out;
}

std::string check_doc_examples(const std::string& document,
                               const std::function<void(tmpl::Environment&)>& prepare) {
  const std::string path = source_path() + "/" + document;
  const bool update = std::getenv("HUICE_UPDATE_GOLDEN") != nullptr;
  std::vector<std::string> lines = lines_of(path);
  const std::vector<DocExample> examples = read_doc_examples(path);
  CHECK(!examples.empty());
  std::string templates;
  for (auto example = examples.rbegin(); example != examples.rend(); ++example) {
    for (const tmpl::TemplateSource& source : example->sources) templates += source.text + "\n";
    const std::string got = run_doc_example(*example, prepare);
    CAPTURE(document);
    CAPTURE(example->line);
    if (!update) CHECK(got == example->output);
    if (!update) continue;
    const auto first = lines.begin() + example->line;
    const auto last = std::find(first, lines.end(), "```");
    std::istringstream fresh(got);
    std::vector<std::string> written;
    for (std::string line; std::getline(fresh, line);) written.push_back(line);
    lines.insert(lines.erase(first, last), written.begin(), written.end());
  }
  if (update) {
    std::ofstream file(path, std::ios::binary);
    for (const std::string& line : lines) file << line << "\n";
  }
  return templates;
}

}  // namespace huice::test
