// SPDX-License-Identifier: Apache-2.0
//
// First each path alone, name by name; then all together: every path and every folder on its way is
// entered under the form in which Windows and macOS compare names, and whatever meets another
// spelling or another kind there collides.

#include "publish/page_paths.h"

#include "base/ascii.h"
#include "base/icu_memory.h"
#include "base/messages/load.h"
#include "base/messages/publish.h"
#include "base/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace huice::publish {
namespace {

bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x61C || c == 0x180E ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0xFFFD;
}

// The characters Windows forbids in names; '/' separates and is no part of one.
bool is_forbidden(char32_t c) {
  constexpr std::u32string_view kWindows = U"\\:*?\"<>|";
  return is_invisible(c) || kWindows.find(c) != std::u32string_view::npos;
}

std::string shown(char32_t c) {
  if (is_invisible(c)) {
    std::string out = "U+";  // none of them needs more than four digits
    ascii::append_hex(out, c, 4, ascii::kUpperHex);
    return out;
  }
  std::string out = "“";
  utf8::append(out, c);
  return out + "”";
}

// Device names of Windows, reserved with any extension (“nul.html”); the superscript digits too:
// learn.microsoft.com, “Naming Files, Paths, and Namespaces”.
bool is_device(std::string_view name) {
  std::string_view stem = name.substr(0, name.find('.'));
  while (stem.ends_with(' ')) stem.remove_suffix(1);
  const std::string word = ascii::lower(stem);
  constexpr std::array<std::string_view, 6> kWords{"con", "prn", "aux", "nul", "conin$", "conout$"};
  if (std::find(kWords.begin(), kWords.end(), word) != kWords.end()) return true;
  if (!word.starts_with("com") && !word.starts_with("lpt")) return false;
  const std::string digit = word.substr(3);
  return (digit.size() == 1 && ascii::is_digit(digit[0])) || digit == "¹" || digit == "²" ||
         digit == "³";
}

std::optional<Diagnostic> check_name(std::string_view path, std::string_view name) {
  const std::string whole(path);
  if (name.empty() || name == "." || name == "..") {
    return problem(msg::page_path_malformed{.path = whole});
  }
  if (name.size() > kLongestName) {
    return problem(
        msg::page_path_too_long{.name = name, .bytes = name.size(), .limit = kLongestName});
  }
  for (std::size_t offset = 0; offset < name.size();) {
    const char32_t c = utf8::decode(name, offset);
    if (is_forbidden(c))
      return problem(msg::page_path_character{.path = whole, .character = shown(c)});
  }
  if (is_device(name) || name.ends_with('.') || name.ends_with(' ')) {
    return problem(msg::page_path_name{.path = whole, .name = name});
  }
  return std::nullopt;
}

// What is wrong with a path by itself; its place is still to be filled in.
std::optional<Diagnostic> check_alone(std::string_view path) {
  if (utf8::first_invalid(path) != utf8::kValid) {
    return problem(msg::page_path_malformed{.path = path});
  }
  if (path.size() > kLongestPath) {
    return problem(
        msg::page_path_too_long{.name = path, .bytes = path.size(), .limit = kLongestPath});
  }
  std::string_view rest = path;
  while (true) {
    const std::size_t slash = rest.find('/');
    if (auto found = check_name(path, rest.substr(0, slash))) return found;
    if (slash == std::string_view::npos) return std::nullopt;
    rest.remove_prefix(slash + 1);
  }
}

// The form in which Windows (simple upper and lower case) and macOS (that and canonical
// equivalence) compare names. REQUIRES: valid UTF-8.
std::string comparable(std::string_view path) {
  const bool ascii = std::all_of(path.begin(), path.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) return ascii::lower(path);
  icu::UnicodeString folded;
  for (std::size_t offset = 0; offset < path.size();) {
    const auto c = static_cast<UChar32>(utf8::decode(path, offset));
    folded.append(u_foldCase(c, U_FOLD_CASE_DEFAULT));
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composed = icu::Normalizer2::getNFCInstance(status);
  if (U_SUCCESS(status) != 0) folded = composed->normalize(whole(folded), status);
  need_memory(status);
  std::string out;
  whole(folded).toUTF8String(out);
  return out;
}

struct Taken {
  std::string_view spelling;
  const PagePath* page = nullptr;  // the page that needs the folder; the page itself otherwise
  bool is_folder = false;
};

class Names {
 public:
  explicit Names(Location output) : output_(std::move(output)) {}

  std::optional<Diagnostic> enter(const PagePath& page) {
    const std::string_view path = page.path;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
         slash = path.find('/', slash + 1)) {
      if (auto found = enter({path.substr(0, slash), &page, true})) return found;
    }
    return enter({path, &page, false});
  }

  Location place_of(const PagePath& page) const { return page.where ? page.where() : output_; }

 private:
  std::optional<Diagnostic> enter(const Taken& wanted) {
    const auto [entry, is_new] = taken_.emplace(comparable(wanted.spelling), wanted);
    const Taken& other = entry->second;
    const bool same = other.spelling == wanted.spelling && other.is_folder && wanted.is_folder;
    if (is_new || same) return std::nullopt;
    Diagnostic found =
        problem(meeting(wanted, other), place_of(wanted.page->where ? *wanted.page : *other.page));
    if (wanted.page->where && other.page->where) {
      found.traces.push_back(Trace{msg::first_used_at{}, other.page->where()});
    }
    return found;
  }

  static Message meeting(const Taken& wanted, const Taken& other) {
    const std::string_view page = wanted.page->path;
    if (other.is_folder != wanted.is_folder) {
      const Taken& file = other.is_folder ? wanted : other;
      const Taken& folder = other.is_folder ? other : wanted;
      return msg::page_path_collision{.page = file.page->path, .other = folder.page->path};
    }
    if (other.spelling == wanted.spelling) return msg::page_path_twice{.path = page};
    return msg::page_path_case{.first = other.page->path, .second = page};
  }

  Location output_;
  std::unordered_map<std::string, Taken> taken_;
};

}  // namespace

bool check_page_paths(const std::vector<PagePath>& paths, const std::string& output,
                      Diagnostics& problems) {
  Names names(Location::of_file(output));
  bool fine = true;
  for (const PagePath& page : paths) {
    std::optional<Diagnostic> found = check_alone(page.path);
    if (found) {
      found->where = names.place_of(page);
    } else {
      found = names.enter(page);
    }
    if (!found) continue;
    problems.add(std::move(*found));
    fine = false;
  }
  return fine;
}

}  // namespace huice::publish
