// SPDX-License-Identifier: Apache-2.0
#include "base/memory_files.h"
#include "check/rules.h"

#include <doctest/doctest.h>

#include <chrono>

using namespace huice;

namespace {

// A text of `length` signs that depends on the seed alone.
std::string text_of(std::uint32_t seed, std::size_t length) {
  std::string out;
  for (std::size_t i = 0; i < length; ++i) {
    seed = seed * 1664525U + 1013904223U;
    const char32_t sign = 0x4E00 + (seed >> 16U) % 3000;
    out += static_cast<char>(0xE0 | (sign >> 12U));
    out += static_cast<char>(0x80 | ((sign >> 6U) & 0x3FU));
    out += static_cast<char>(0x80 | (sign & 0x3FU));
  }
  return out;
}

void add_reply(model::Records& records, const std::string& id, const std::string& text) {
  model::Proposal& one = records.proposals.emplace_back();
  one.id = id;
  one.reply.emplace();
  one.reply->title = "reply " + id;
  model::ReplySection& section = one.reply->sections.emplace_back();
  section.text.markdown = text;
}

std::vector<Diagnostic> found_in(model::Records records) {
  records.files.emplace_back();
  const model::Library library(std::move(records));
  const derive::Indexes indexes(library);
  const MemoryFileSystem files;
  model::Locator locator(files, ".", library.files());
  check::Findings findings(library, locator);
  check::check_duplicate_replies({library, indexes, model::Date()}, findings);
  Diagnostics problems;
  findings.finish(problems);
  return problems.sorted();
}

}  // namespace

TEST_CASE("a reply that shares nine tenths of its text is found, one that shares half is not") {
  model::Records records;
  const std::string first = text_of(1, 600);
  add_reply(records, "a", first);
  add_reply(records, "b", first.substr(0, 3 * 560) + text_of(2, 40));
  add_reply(records, "c", first.substr(0, 3 * 300) + text_of(3, 300));
  const auto found = found_in(records);
  REQUIRE(found.size() == 1);
  CHECK(found.front().arguments == std::vector<Argument>{87, std::string("reply a")});
}

TEST_CASE("blanks and short replies do not make two replies alike") {
  model::Records records;
  add_reply(records, "a", text_of(1, 60));
  add_reply(records, "b", text_of(1, 60));
  add_reply(records, "c", text_of(4, 200));
  add_reply(records, "d", "  " + text_of(4, 100) + "\n\n" + text_of(9, 200));
  CHECK(found_in(records).empty());
}

TEST_CASE("ten times the replies take about ten times as long, even where all are alike") {
  const auto seconds = [](std::size_t count) {
    model::Records records;
    for (std::size_t i = 0; i < count; ++i) {
      const auto seed = static_cast<std::uint32_t>(i);
      add_reply(records, std::to_string(i), text_of(7, 250) + text_of(seed, 10));
    }
    const auto start = std::chrono::steady_clock::now();
    CHECK_FALSE(found_in(records).empty());
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const double few = seconds(200);
  const double many = seconds(2000);
  CHECK(many < 40 * few + 0.5);  // all pairs would take 100 times as long
}
