// SPDX-License-Identifier: Apache-2.0
//
// Copies templates/project, which is a whole small project, so that what a newcomer starts from is
// a file anyone can read and the tests build, or templates/empty, which holds the site alone; and
// writes the schemas its files name beside them, and the guides that its README names.
#include "base/messages/cli.h"
#include "base/messages/view.h"
#include "cli/commands.h"
#include "cli/share.h"
#include "project/empty_project.h"

#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace huice::cli {
namespace {

// Installed files must not be hidden, so the copy gives this one its real name.
std::string target_name(const std::string& name) {
  return name == "gitignore" ? ".gitignore" : name;
}

// What will be written where. All is read before anything is written, so that a part of huice that
// is missing leaves no half of a project, into which init would not go again.
struct Starter {
  std::vector<std::string> folders;
  std::vector<std::pair<std::string, std::string>> texts;  // path, bytes
};

Result<void> read_tree(FileSystem& files, const std::string& from, const std::string& to,
                       Starter& starter) {
  starter.folders.push_back(to);
  const auto entries = files.list(from);
  if (!entries) return entries.error();
  for (const DirectoryEntry& entry : entries.value()) {
    const std::string source = join_path(from, entry.name);
    const std::string target = join_path(to, target_name(entry.name));
    if (entry.kind == FileKind::directory) {
      if (auto read = read_tree(files, source, target, starter); !read) return read;
      continue;
    }
    auto bytes = files.read(source);
    if (!bytes) return bytes.error();
    starter.texts.emplace_back(target, std::move(bytes).value());
  }
  return {};
}

// What a person who records reads. They are in Chinese, as the records are.
Result<void> read_guides(FileSystem& files, const std::string& share, const std::string& folder,
                         Starter& starter) {
  const std::string docs = join_path(folder, "docs");
  starter.folders.push_back(docs);
  for (const char* name :
       {"cookbook.zh-CN.md", "data-guide.zh-CN.md", "check.zh-CN.md", "diagnostics.zh-CN.md"}) {
    auto bytes = files.read(join_path(share, std::string("docs/") + name));
    if (!bytes) return bytes.error();
    starter.texts.emplace_back(join_path(docs, name), std::move(bytes).value());
  }
  return {};
}

Result<void> write(FileSystem& files, const Starter& starter) {
  for (const std::string& folder : starter.folders) {
    if (files.info(folder)) continue;  // the empty folder that the project is made in, like “.”
    if (auto made = files.make_directories(folder); !made) return made;
  }
  for (const auto& [path, bytes] : starter.texts) {
    if (auto written = files.create(path, bytes); !written) return written;
  }
  return {};
}

// What the new project needs besides the files of its template.
Result<void> complete(FileSystem& files, const InitOptions& options, Language language) {
  const std::string data = join_path(options.directory, "data");
  if (options.empty) {
    if (auto made = project::write_empty_lists(files, data); !made) return made;
  }
  return project::write_schemas(files, join_path(data, ".schema"), language);
}

Result<void> make(const std::string& share, const std::string& from, const InitOptions& options,
                  World& world) {
  Starter starter;
  if (auto read = read_tree(world.files, from, options.directory, starter); !read) return read;
  if (auto read = read_guides(world.files, share, options.directory, starter); !read) return read;
  if (auto written = write(world.files, starter); !written) return written;
  return complete(world.files, options, world.language);
}

// “.” is no name of a folder.
Argument made(const InitOptions& options) {
  const bool here = options.directory == ".";
  if (options.empty && here) return msg::empty_project_made_here{};
  if (options.empty) return msg::empty_project_made{.folder = options.directory};
  if (here) return msg::project_made_here{};
  return msg::project_made{.folder = options.directory};
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
  const std::string name = options.empty ? "templates/empty" : "templates/project";
  const std::string starter = join_path(share, name);
  if (share.empty() || !world.files.info(starter)) {
    return fail(problem(msg::no_theme{.name = name}, {}), Exit::environment, world);
  }
  const auto done = make(share, starter, options, world);
  if (!done) return fail(done.error(), Exit::environment, world);
  world.err << say(made(options), world) << "\n";
  return Exit::done;
}

}  // namespace huice::cli
