// SPDX-License-Identifier: Apache-2.0
//
// `huice explain`: what the catalogue says of a code in short, docs/diagnostics.md at length.
#include "base/messages/cli.h"
#include "base/slots.h"
#include "base/spelling.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/share.h"

#include <algorithm>
#include <ostream>

namespace huice::cli {
namespace {

// The diagnostic with … for what would be said of the case at hand.
Diagnostic in_general(Code code) {
  std::vector<Argument> gaps;
  for (SlotNames names(code.entry->slots); names.next();) gaps.emplace_back(std::string("…"));
  return problem(Message{code, std::move(gaps)});
}

std::string padding(std::size_t width, std::string_view text) {
  return std::string(width - std::min(width, utf8::display_width(text)), ' ');
}

void list_codes(const World& world) {
  constexpr std::size_t kGap = 2;
  std::size_t slugs = 0;
  std::size_t severities = 0;
  for (const Code one : all_codes()) {
    slugs = std::max(slugs, one.slug().size());
    severities = std::max(severities, utf8::display_width(say(shown_word(one.severity()), world)));
  }
  for (const Code one : all_codes()) {
    const std::string severity = say(shown_word(one.severity()), world);
    world.out << one.slug() << padding(slugs + kGap, one.slug()) << severity
              << padding(severities + kGap, severity) << message_of(in_general(one), world.language)
              << "\n";
  }
}

// The code alone out of what people copy: error[bad-money], [bad-money].
std::string_view bare(std::string_view text) {
  const std::size_t open = text.find('[');
  if (open != std::string_view::npos) text.remove_prefix(open + 1);
  return text.substr(0, text.find(']'));
}

std::optional<Code> find_code(std::string_view slug) {
  for (const Code one : all_codes()) {
    if (one.slug() == slug) return one;
  }
  return std::nullopt;
}

Exit unknown_code(const std::string& code, World& world) {
  std::vector<std::string_view> slugs;
  for (const Code one : all_codes()) slugs.push_back(one.slug());
  const std::string near = nearest(bare(code), slugs);
  const Argument refusal = near.empty() ? Argument(msg::no_diagnostic{.code = code})
                                        : msg::no_diagnostic_near{.code = code, .near = near};
  world.err << say(refusal, world) << "\n";
  return Exit::usage;
}

// What is below "## slug", up to the next heading, without the blank lines around it.
std::string section(std::string_view document, std::string_view slug) {
  const std::string heading = "\n## " + std::string(slug) + "\n";
  const std::size_t at = document.find(heading);
  if (at == std::string_view::npos) return {};
  document.remove_prefix(at + heading.size());
  document = document.substr(0, std::min(document.find("\n## "), document.find("\n# ")));
  const std::size_t first = document.find_first_not_of('\n');
  const std::size_t last = document.find_last_not_of('\n');
  if (first == std::string_view::npos) return {};
  return std::string(document.substr(first, last - first + 1));
}

}  // namespace

Exit explain(const ExplainOptions& options, World& world) {
  if (options.code.empty()) {
    list_codes(world);
    return Exit::done;
  }
  const std::optional<Code> found = find_code(bare(options.code));
  if (!found) return unknown_code(options.code, world);
  world.out << format_diagnostic(in_general(*found), world.language);
  const bool chinese = world.language == Language::zh;
  const std::string name = chinese ? "docs/diagnostics.zh-CN.md" : "docs/diagnostics.md";
  const auto document = world.files.read(join_path(share_directory(world.files), name));
  if (!document) {
    Diagnostics problems;
    problems.add(document.error());
    show(problems, world);
    return Exit::environment;
  }
  world.out << "\n" << section(document.value(), found->slug()) << "\n";
  return Exit::done;
}

}  // namespace huice::cli
