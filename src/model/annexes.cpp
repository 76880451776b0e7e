// SPDX-License-Identifier: Apache-2.0
#include "model/annexes.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace huice::model {
namespace {

constexpr std::size_t kMostFolders = 4;
constexpr std::size_t kLongestName = 60;  // characters, the ending not counted
constexpr std::string_view kRefused = "\\:*?\"<>|%#";

constexpr std::string_view kZip("PK\x03\x04");
constexpr std::string_view kOle("\xD0\xCF\x11\xE0");

/// A kind of file, by its ending and what it begins with. Two beginnings where it has had two
/// forms; none for text.
struct Kind {
  std::string_view ending;
  std::string_view begins;
  std::string_view or_begins = {};
};

// Nothing that a browser runs: no web pages, no drawings in SVG.
constexpr std::array<Kind, 16> kKinds{{{"pdf", "%PDF-"},
                                       {"docx", kZip},
                                       {"doc", kOle},
                                       {"xlsx", kZip},
                                       {"xls", kOle},
                                       {"pptx", kZip},
                                       {"ppt", kOle},
                                       {"wps", kOle, kZip},
                                       {"et", kOle, kZip},
                                       {"ofd", kZip},
                                       {"zip", kZip},
                                       {"png", "\x89PNG"},
                                       {"jpg", "\xFF\xD8\xFF"},
                                       {"jpeg", "\xFF\xD8\xFF"},
                                       {"csv", {}},
                                       {"txt", {}}}};

const Kind* kind_of(std::string_view file) {
  const std::size_t dot = file.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  const std::string ending = ascii::lower(file.substr(dot + 1));
  const auto* const found = std::find_if(
      kKinds.begin(), kKinds.end(), [&ending](const Kind& kind) { return kind.ending == ending; });
  return found == kKinds.end() ? nullptr : &*found;
}

bool is_refused(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F || kRefused.find(c) != std::string_view::npos;
}

bool is_name(std::string_view name) {
  if (name.empty() || utf8::count(name) > kLongestName) return false;
  if (name.front() == '.' || name.front() == '~' || name.front() == ' ') return false;
  if (name.back() == '.' || name.back() == ' ') return false;
  return std::none_of(name.begin(), name.end(), is_refused);
}

std::string make_pattern() {
  const std::string name = R"((?![.~ ])[^/\\:*?"<>|%#\u0000-\u001f\u007f]{1,60}(?<![. ]))";
  std::string endings;
  for (const Kind& kind : kKinds) {
    if (!endings.empty()) endings += '|';
    for (const char c : kind.ending) {
      endings += {'[', c, ascii::upper(c), ']'};
    }
  }
  return "^(?:" + name + "/){0,4}" + name + "\\.(?:" + endings + ")$";
}

}  // namespace

bool is_annex_path(std::string_view file) {
  for (std::size_t folders = 0;; ++folders) {
    const std::size_t end = file.find('/');
    if (end == std::string_view::npos) break;
    if (folders == kMostFolders || !is_name(file.substr(0, end))) return false;
    file.remove_prefix(end + 1);
  }
  const std::size_t dot = file.rfind('.');
  return is_name(file.substr(0, dot));
}

std::string_view annex_file_pattern() {
  static const std::string pattern = make_pattern();
  return pattern;
}

std::string annex_type(std::string_view file) {
  const Kind* kind = kind_of(file);
  std::string type(kind == nullptr ? std::string_view{} : kind->ending);
  for (char& c : type) c = ascii::upper(c);
  return type;
}

bool begins_as(std::string_view file, std::string_view head) {
  const Kind* kind = kind_of(file);
  if (kind == nullptr || head.empty()) return false;
  if (kind->begins.empty()) return head.find('\0') == std::string_view::npos;
  const bool second = !kind->or_begins.empty() && head.starts_with(kind->or_begins);
  return head.starts_with(kind->begins) || second;
}

std::string suggest_annex_path(std::string_view file) {
  std::string path(file);
  std::replace(path.begin(), path.end(), '\\', '/');
  for (const std::string_view before : {"./", "data/", "annexes/"}) {
    if (path.starts_with(before)) path.erase(0, before.size());
  }
  return path != file && is_annex_path(path) && !annex_type(path).empty() ? path : std::string();
}

std::string path_in_site(const Annex& annex) {
  return std::string(kAnnexFolder) + "/" + annex.file;
}

void each_annex(const RecordList<Policy>& policies, const RecordList<Proposal>& proposals,
                const std::function<void(const Annex& annex, const std::string& owner)>& visit) {
  for (const Policy& policy : policies) {
    for (const Annex& annex : policy.annexes) visit(annex, policy.id);
  }
  for (const Proposal& proposal : proposals) {
    if (!proposal.reply) continue;
    for (const Annex& annex : proposal.reply->annexes) visit(annex, proposal.id);
  }
}

}  // namespace huice::model
