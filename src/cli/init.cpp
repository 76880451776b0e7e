// SPDX-License-Identifier: Apache-2.0
//
// Copies templates/project, which is a whole small project, so that what a newcomer starts from is
// a file anyone can read and the tests build; and writes the schemas its files name beside them.
#include "base/messages/cli.h"
#include "base/messages/view.h"
#include "cli/commands.h"
#include "cli/share.h"

#include <ostream>

namespace huice::cli {
namespace {

// Installed files must not be hidden, so the copy gives this one its real name.
std::string target_name(const std::string& name) {
  return name == "gitignore" ? ".gitignore" : name;
}

Result<void> copy_tree(FileSystem& files, const std::string& from, const std::string& to) {
  if (auto made = files.make_directories(to); !made) return made;
  const auto entries = files.list(from);
  if (!entries) return entries.error();
  for (const DirectoryEntry& entry : entries.value()) {
    const std::string source = join_path(from, entry.name);
    const std::string target = join_path(to, target_name(entry.name));
    if (entry.kind == FileKind::directory) {
      if (auto copied = copy_tree(files, source, target); !copied) return copied;
      continue;
    }
    auto bytes = files.read(source);
    if (!bytes) return bytes.error();
    if (auto written = files.create(target, bytes.value()); !written) return written;
  }
  return {};
}

Exit fail(const Diagnostic& found, Exit exit, World& world) {
  Diagnostics problems;
  problems.add(found);
  show(problems, world);
  return exit;
}

}  // namespace

Exit init(const InitOptions& options, World& world) {
  const auto present = world.files.info(options.directory);
  const auto entries = world.files.list(options.directory);
  const bool empty = present && entries && entries.value().empty();
  if (present && !empty) {
    return fail(problem(msg::project_exists{}, Location::of_file(options.directory)), Exit::usage,
                world);
  }
  const std::string share = share_directory(world.files);
  const std::string starter = join_path(share, "templates/project");
  if (share.empty() || !world.files.info(starter)) {
    return fail(problem(msg::no_theme{.name = "templates/project"}, {}), Exit::environment, world);
  }
  const auto copied = copy_tree(world.files, starter, options.directory);
  if (!copied) return fail(copied.error(), Exit::environment, world);
  const auto written = project::write_schemas(
      world.files, join_path(options.directory, "data/.schema"), world.language);
  if (!written) return fail(written.error(), Exit::environment, world);
  world.err << say(msg::project_made{.folder = options.directory}, world) << "\n";
  return Exit::done;
}

}  // namespace huice::cli
