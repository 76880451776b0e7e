// SPDX-License-Identifier: Apache-2.0
#include "support/project_case.h"

#include "support/hunks.h"

#include <charconv>
#include <sstream>

namespace huice::test {
namespace {

std::string quoted(const std::string& text) {
  return "“" + text + "”";
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

// The section that must be there once.
const Section& only(const Case& one, const std::string& head) {
  const Section* found = nullptr;
  for (const Section& section : one.sections) {
    if (section.head != head) continue;
    if (found != nullptr) throw CaseError(one.file, section.line, "a second " + quoted(head));
    found = &section;
  }
  if (found == nullptr) throw CaseError(one.file, one.line, "this case has no " + quoted(head));
  return *found;
}

// Applies one section of hunks; `changed` holds the paths that earlier sections have made.
void change(Files& files, const Files& base, const Section& section, const Case& one) {
  const std::vector<std::string> words = words_of(section.argument);
  const bool copied = words.size() == 3 && words[1] == "from";
  if (words.size() != 1 && !copied) {
    throw CaseError(one.file, section.line,
                    "write “" + section.head + " PATH” or “" + section.head + " PATH from PATH”");
  }
  const std::string& source = copied ? words[2] : words[0];
  const auto old = base.find(source);
  if (old == base.end()) {
    throw CaseError(one.file, section.line, "the base has no file " + quoted(source));
  }
  const auto now = files.find(words[0]);
  if (copied ? now != files.end() : now->second != old->second) {
    throw CaseError(one.file, section.line, quoted(words[0]) + " is there or changed already");
  }
  files[words[0]] = apply_hunks(old->second, section, one.file);
}

Files changed(const Files& base, const std::string& head, const Case& one) {
  Files files = base;
  for (const Section& section : one.sections) {
    if (section.head != head) continue;
    if (head == "twin" && section.argument.empty() && section.body.empty()) continue;
    change(files, base, section, one);
  }
  return files;
}

}  // namespace

std::string unescape(const std::string& body, const Section& section, const std::string& document) {
  std::string out;
  for (std::size_t at = 0; at < body.size(); ++at) {
    if (body[at] != '\\') {
      out += body[at];
      continue;
    }
    const char kind = ++at < body.size() ? body[at] : '\0';
    if (kind == 'r') {
      out += '\r';
    } else if (kind == '\\') {
      out += '\\';
    } else if (kind == 'x' && at + 2 < body.size()) {
      unsigned byte = 0;
      const char* const digits = body.data() + at + 1;
      if (std::from_chars(digits, digits + 2, byte, 16).ptr != digits + 2) {
        throw CaseError(document, section.line, "\\x is not followed by two hexadecimal digits");
      }
      out += static_cast<char>(byte);
      at += 2;
    } else if (kind != '\n') {
      throw CaseError(document, section.line, "write \\\\ for a backslash in an escaped section");
    }
  }
  return out;
}

Files project_of(const Case& one) {
  Files files;
  for (const Section& section : one.sections) {
    if (section.head == "expected") continue;
    if (section.head.find('/') == std::string::npos) {
      throw CaseError(one.file, section.line, quoted(section.head) + " is no path of a file");
    }
    if (section.body.find('\r') != std::string::npos) {
      throw CaseError(
          one.file, section.line,
          "a line ends with a carriage return; write \\r in a section marked “escaped”");
    }
    const bool escaped = section.argument == "escaped";
    if (!escaped && !section.argument.empty()) {
      throw CaseError(one.file, section.line, quoted(section.argument) + " is not “escaped”");
    }
    std::string bytes = escaped ? unescape(section.body, section, one.file) : section.body;
    if (!files.emplace(section.head, std::move(bytes)).second) {
      throw CaseError(one.file, section.line, quoted(section.head) + " is given already");
    }
  }
  only(one, "expected");
  return files;
}

std::string expected_of(const Case& one) {
  return only(one, "expected").body;
}

void set_expected(Case& one, const std::string& text) {
  for (Section& section : one.sections) {
    if (section.head == "expected") section.body = text;
  }
}

Fault fault_of(const Case& one, const Files& base) {
  static const std::set<std::string> kHeads{"code", "fault", "twin", "twin-has", "expected"};
  bool twin = false;
  for (const Section& section : one.sections) {
    twin = twin || section.head == "twin";
    if (kHeads.contains(section.head)) continue;
    throw CaseError(one.file, section.line,
                    quoted(section.head) + " is not code, fault, twin, twin-has or expected");
  }
  only(one, "expected");
  Fault fault{
      only(one, "code").argument, changed(base, "fault", one), changed(base, "twin", one), {}};
  if (fault.fault == base) throw CaseError(one.file, one.line, "this case has no “fault”");
  if (!twin) throw CaseError(one.file, one.line, "this case has no “twin”");
  if (one.find("twin-has") != nullptr) {
    for (const std::string& code : words_of(only(one, "twin-has").argument)) {
      fault.twin_has.insert(code);
    }
  }
  return fault;
}

}  // namespace huice::test
