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

// As the diagnostic is shown, with … for what would be told of the case at hand.
std::string in_short(Code code, Language language) {
  std::vector<Argument> gaps;
  for (SlotNames names(code.entry->slots); names.next();) gaps.emplace_back(std::string("…"));
  return format_diagnostic(problem(Message{code, std::move(gaps)}), FormatOptions{language});
}

void list_codes(const World& world) {
  std::size_t longest = 0;
  for (const Code one : all_codes()) longest = std::max(longest, one.slug().size());
  for (const Code one : all_codes()) {
    const std::string shown = in_short(one, world.language);  // "error[bad-money]: “…” is …\n"
    const std::size_t open = shown.find('[');
    const std::string severity = shown.substr(0, open);
    const std::size_t message = open + one.slug().size() + 2;
    std::string text = shown.substr(message, shown.find('\n') - message);
    for (const std::string_view sign : {": ", "："}) {
      if (text.starts_with(sign)) text.erase(0, sign.size());
    }
    const std::size_t width = utf8::display_width(severity);
    world.out << one.slug() << std::string(longest - one.slug().size() + 2, ' ') << severity
              << std::string(9 - std::min<std::size_t>(8, width), ' ') << text << "\n";
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

// What stands below "## slug", up to the next heading, without the blank lines around it.
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
  world.out << in_short(*found, world.language);
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
