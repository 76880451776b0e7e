// SPDX-License-Identifier: Apache-2.0
#include "logic/condition/name_index.h"

#include "base/half_width.h"
#include "base/utf8.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace huice {
namespace {

using logic::FoundName;
using logic::NameIndex;
using Names = std::vector<std::string_view>;

// The same by comparing each name with the place, one after another.

bool is_mark(char32_t c) {
  return std::u32string_view(U"\"'“”‘’").find(c) != std::u32string_view::npos;
}

std::size_t skip_marks(std::string_view text, std::size_t& at) {
  std::size_t count = 0;
  while (at < text.size()) {
    std::size_t next = at;
    if (!is_mark(half_width(utf8::decode(text, next)))) break;
    at = next;
    ++count;
  }
  return count;
}

std::size_t length_of_name(std::string_view text, std::size_t at, std::string_view name) {
  const std::size_t start = at;
  std::size_t marks = skip_marks(text, at);
  std::size_t in_name = 0;
  bool any = false;
  for (skip_marks(name, in_name); in_name < name.size(); skip_marks(name, in_name)) {
    if (any) marks += skip_marks(text, at);
    if (at >= text.size()) return 0;
    if (half_width(utf8::decode(text, at)) != half_width(utf8::decode(name, in_name))) return 0;
    any = true;
  }
  if (!any) return 0;
  if (std::size_t next = at; marks % 2 == 1 && skip_marks(text, next) > 0) utf8::decode(text, at);
  return at - start;
}

std::optional<FoundName> longest_of_all(std::string_view text, std::size_t at, const Names& names) {
  std::optional<FoundName> best;
  bool exact = false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t length = length_of_name(text, at, names[i]);
    if (length == 0 || (best && length < best->length)) continue;
    const bool to_the_letter = text.substr(at, length) == names[i];
    if (!best || length > best->length || (to_the_letter && !exact)) {
      best = FoundName{i, length, std::nullopt};
      exact = to_the_letter;
    } else if (to_the_letter == exact) {
      best->other = i;
    }
  }
  return best;
}

bool any_is_longer(std::string_view text, const Names& names) {
  return std::any_of(names.begin(), names.end(), [text](std::string_view one) {
    return one.size() > text.size() && length_of_name(one, 0, text) > 0;
  });
}

std::string shown(const std::optional<FoundName>& found) {
  if (!found) return "none";
  const std::string other = found->other ? " or " + std::to_string(*found->other) : "";
  return std::to_string(found->name) + other + ", " + std::to_string(found->length) + " bytes";
}

// Texts of few characters, so that names are parts of each other and of what is read.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  std::size_t below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(engine_);
  }

  std::string text(std::size_t most) {
    static const std::vector<std::string> kSigns{
        "甲", "甲", "乙", "a",  "ａ", "1",    "１",           "（",      "(",
        "“",  "”",  "\"", "＂", "'",  "\xE4", "\xEF\xBF\xBD", "\xC3\xA9"};
    std::string out;
    for (std::size_t count = below(most + 1); count > 0; --count) out += kSigns[below(17)];
    return out;
  }

  std::vector<std::string> names() {
    std::vector<std::string> all;
    for (std::size_t count = 1 + below(12); count > 0; --count) {
      const bool from_another = !all.empty() && below(3) == 0;
      all.push_back((from_another ? all[below(all.size())] : std::string()) + text(4));
    }
    return all;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace

TEST_CASE("an index finds what comparing each name finds, at every place") {
  Random random(1);
  std::size_t found_some = 0;
  std::size_t found_two = 0;
  std::size_t found_longer = 0;
  for (int round = 0; round < 4000; ++round) {
    const std::vector<std::string> texts = random.names();
    const Names names(texts.begin(), texts.end());
    const NameIndex index(names);
    std::string line = random.text(6);
    for (int i = 0; i < 3; ++i) line += texts[random.below(texts.size())] + random.text(2);
    CAPTURE(line);
    for (std::size_t at = 0; at <= line.size(); ++at) {
      const auto expected = longest_of_all(line, at, names);
      if (shown(index.longest_at(line, at)) != shown(expected)) {
        CAPTURE(at);
        CHECK(shown(index.longest_at(line, at)) == shown(expected));
      }
      if (expected) ++found_some;
      if (expected && expected->other) ++found_two;
    }
    for (const std::string_view name : names) {
      CAPTURE(name);
      CHECK(index.has_longer(name) == any_is_longer(name, names));
      if (any_is_longer(name, names)) ++found_longer;
      const std::string other = random.text(3);
      CHECK(logic::are_alike(name, other) ==
            (!name.empty() && length_of_name(name, 0, other) == name.size()));
    }
  }
  CHECK(found_some > 30'000);
  CHECK(found_two > 4'000);
  CHECK(found_longer > 4'000);
}

TEST_CASE("places and lengths are those of the text, not of the name") {
  const NameIndex index({"专精特新(市级)", "“专精特新”中小企业"});
  CHECK(shown(index.longest_at("认定“专精特新”（市级）", 6)) == "0, 30 bytes");
  CHECK(shown(index.longest_at("专精特新中小企业", 0)) == "1, 24 bytes");
  CHECK(shown(index.longest_at("“专精特新中小企业”", 0)) == "1, 30 bytes");
  CHECK(shown(index.longest_at("专精特新", 0)) == "none");
}

TEST_CASE(
    "of names that look alike, the one to the letter is meant; of the same, the first and last are "
    "told") {
  const NameIndex index({"甲（乙）", "甲(乙)", "“甲”(乙)", "甲（乙）"});
  CHECK(shown(index.longest_at("甲(乙)", 0)) == "1, 8 bytes");
  CHECK(shown(index.longest_at("甲（乙）", 0)) == "0 or 3, 12 bytes");
  CHECK(shown(index.longest_at("甲（乙)", 0)) == "0 or 3, 10 bytes");
}

}  // namespace huice
