// SPDX-License-Identifier: Apache-2.0
//
// The least work any builder has to do: floor PROJECT TREE OUT THREADS reads each policy of PROJECT
// with nlohmann_json, runs cmark over its articles, and writes as many files with as many bytes as
// TREE (an output of huice) has into OUT. No templates, no checks, no links.
#include <boost/filesystem.hpp>
#include <cmark.h>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

namespace fs = boost::filesystem;

struct File {
  std::string path;
  std::size_t size = 0;
};

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

void write_file(const std::string& path, const std::string& bytes) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL, 0644);
  const bool written =
      file >= 0 && write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
  if (!written || close(file) != 0) std::abort();
}

// `size` bytes made of `material`, as a page is mostly its articles.
std::string fill(const std::string& material, std::size_t size) {
  std::string bytes;
  bytes.reserve(size);
  while (bytes.size() < size) {
    bytes.append(material.empty() ? std::string("<p></p>") : material, 0, size - bytes.size());
  }
  return bytes;
}

std::string html_of(const std::string& policy) {
  const auto record = nlohmann::json::parse(policy);
  std::string html;
  for (const auto& section : record["sections"]) {
    for (const auto& article : section["articles"]) {
      const auto& text = article["summary"].get_ref<const std::string&>();
      const std::unique_ptr<char, decltype(&std::free)> part(
          cmark_markdown_to_html(text.data(), text.size(), CMARK_OPT_DEFAULT), &std::free);
      html += part.get();
    }
  }
  return html;
}

std::vector<File> files_below(const std::string& root) {
  std::vector<File> files;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!fs::is_regular_file(entry.path())) continue;
    files.push_back({fs::relative(entry.path(), root).string(), fs::file_size(entry.path())});
  }
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  const std::string project = argv[1];
  const std::string out = argv[3];
  std::map<std::string, std::vector<File>> pages;  // by policy; other files under ""
  for (const File& file : files_below(argv[2])) {
    fs::create_directories(fs::path(out) / fs::path(file.path).parent_path());
    const fs::path path(file.path);
    const bool policy = path.parent_path() == "policies" && path.stem() != "index";
    pages[policy ? path.stem().string() : std::string()].push_back(file);
  }
  std::vector<std::string> names;
  for (const auto& [name, files] : pages) names.push_back(name);
  oneapi::tbb::task_arena arena(std::atoi(argv[4]));
  arena.execute([&] {
    oneapi::tbb::parallel_for(std::size_t{0}, names.size(), [&](std::size_t i) {
      const std::string& name = names[i];
      const std::string html =
          name.empty() ? std::string()
                       : html_of(read_file(project + "/data/policies/" + name + ".json"));
      for (const File& file : pages.at(name)) {
        write_file(out + "/" + file.path, fill(html, file.size));
      }
    });
  });
  return 0;
}
