// SPDX-License-Identifier: Apache-2.0
//
// One build, in this order: check the paths, see that the output may be replaced, claim it, repair
// it, see once more, now that nobody else builds; tidy the idle twin; render every page and place
// it; add the manifest; and, if anything differs from the live tree, link what does not, swap, and
// put back what others placed in the meantime. Everything up to the swap touches the idle twin
// alone, but for what is put back.

#include "publish/publish.h"

#include "base/hash.h"
#include "base/messages/publish.h"
#include "publish/manifest.h"
#include "publish/ownership.h"
#include "publish/page_paths.h"
#include "publish/rescue.h"
#include "publish/swap.h"
#include "publish/tree.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <unordered_set>

namespace huice::publish {
namespace {

constexpr unsigned kMostThreads = 256;

using PathSet = std::unordered_set<std::string_view>;

// What is known of one file of the new tree; written by the one thread that places it.
struct Placed {
  bool in_live = false;  // a regular file is there, whatever is in it
  bool in_idle = false;
  bool differs = false;  // its bytes were not in the live tree
  std::uint64_t size = 0;
  std::string hash;
};

class Build {
 public:
  Build(FileSystem& files, Places places, std::vector<pages::Page>& pages,
        const PublishOptions& options, Diagnostics& problems)
      : files_(files),
        places_(std::move(places)),
        pages_(pages),
        options_(options),
        problems_(problems),
        placed_(pages.size() + 1),
        arena_(options.threads == 0 ? tbb::task_arena::automatic
                                    : static_cast<int>(std::min(options.threads, kMostThreads))) {
    for (const pages::Page& page : pages_) paths_.insert(page.path);
    paths_.insert(kManifest);
  }

  Report run() {
    if (!look_at_live()) return report_with(Status::refused);
    if (!stopped_) tidy_idle();
    if (!stopped_) render_pages();
    if (!stopped_ && !page_failed_) place_manifest();
    if (stopped_) return report_with(Status::failed);
    if (page_failed_) return report_with(Status::refused);
    if (!differs_ && removed_ == 0) return report_with(Status::unchanged);
    link_unchanged();
    if (!stopped_ && options_.durable) check(files_.sync(places_.idle));
    if (!stopped_) swap();
    return report_with(stopped_ ? Status::failed : Status::published);
  }

 private:
  // Reports the first failure of the environment, which ends the build: the next would be the same.
  void check(const Result<void>& done) {
    if (done.ok() || stopped_.exchange(true)) return;
    problems_.add(done.error());
  }

  void swap() {
    check(swap_trees(files_, places_));
    if (stopped_) return;
    // The next build changes the tree that was live until now: that it is so no more has to last.
    if (options_.durable) check(files_.sync(places_.live));
    const auto is_known = [this](const std::string& path) {
      return before_.contains(path) || paths_.contains(path);
    };
    check(rescue_from_idle(files_, places_, is_known, problems_));
  }

  std::string_view path_of(std::size_t index) const {
    return index < pages_.size() ? std::string_view(pages_[index].path) : kManifest;
  }

  bool look_at_live() {
    const Result<std::vector<TreeEntry>> entries = scan(files_, places_.live);
    if (!entries) {
      check(entries.error());
      return true;
    }
    if (!may_replace(files_, places_.live, entries.value(), paths_, problems_)) return false;
    PathSet there;
    for (const TreeEntry& entry : entries.value()) {
      before_.insert(entry.path);
      if (entry.kind == FileKind::directory) continue;
      if (!paths_.contains(entry.path)) ++removed_;
      if (entry.kind == FileKind::file) there.insert(entry.path);
    }
    for (std::size_t i = 0; i < placed_.size(); ++i) {
      placed_[i].in_live = there.contains(path_of(i));
    }
    return true;
  }

  // Leaves in the idle twin only files and folders of the new tree, and makes the missing folders,
  // so that placing a page is one step and never meets a folder where it wants a file.
  void tidy_idle() {
    check(rescue_from_complete_idle(files_, places_, paths_, problems_));
    if (stopped_) return;
    const Result<std::vector<TreeEntry>> entries = scan(files_, places_.idle);
    if (!entries) return check(entries.error());
    PathSet folders;
    for (const std::string_view path : paths_) {
      for (std::size_t slash = path.rfind('/'); slash != std::string_view::npos;
           slash = path.rfind('/', slash - 1)) {
        if (!folders.insert(path.substr(0, slash)).second) break;
      }
    }
    PathSet kept;
    const auto keep = [&](const TreeEntry& entry) {
      const bool wanted = entry.kind == FileKind::file        ? paths_.contains(entry.path)
                          : entry.kind == FileKind::directory ? folders.contains(entry.path)
                                                              : false;
      if (wanted) kept.insert(entry.path);
      return wanted;
    };
    check(prune(files_, places_.idle, entries.value(), keep));
    if (!stopped_) check(files_.make_directories(places_.idle));
    for (const std::string_view folder : folders) {
      if (stopped_) return;
      if (!kept.contains(folder)) check(files_.make_directories(join_path(places_.idle, folder)));
    }
    for (std::size_t i = 0; i < placed_.size(); ++i) placed_[i].in_idle = kept.contains(path_of(i));
  }

  // Each thread takes the next page in order and keeps one buffer: pages of very different cost
  // spread evenly, and memory does not grow with their number.
  void render_pages() {
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> done{0};
    arena_.execute([&] {
      const int workers = arena_.max_concurrency();
      const auto work = [&](int) {
        std::string buffer;
        for (std::size_t i = next++; i < pages_.size() && !stopped_; i = next++) {
          render_page(i, buffer);
          if (options_.progress) options_.progress(++done, pages_.size());
        }
      };
      tbb::parallel_for(0, workers, work, tbb::simple_partitioner());
    });
  }

  void render_page(std::size_t index, std::string& buffer) {
    constexpr std::size_t kKeptCapacity = std::size_t{1} << 20U;
    const pages::Page& page = pages_[index];
    Diagnostics found;
    const bool rendered = page.render(buffer, found);
    if (!rendered && !found.has_errors()) {
      found.add(problem(msg::page_failed{.page = page.path}, {}));
    }
    if (found.has_errors()) page_failed_ = true;
    problems_.add_all(found);
    // After a failure the other pages are rendered only for their problems.
    if (!page_failed_) place(index, buffer);
    buffer.clear();
    if (buffer.capacity() > kKeptCapacity) std::string().swap(buffer);
  }

  void place(std::size_t index, std::string_view bytes) {
    const std::string_view path = path_of(index);
    Placed& file = placed_[index];
    file.size = bytes.size();
    file.hash = content_hash(bytes);
    if (file.in_live && files_.holds(join_path(places_.live, path), bytes)) return;
    file.differs = true;
    differs_ = true;
    const std::string idle = join_path(places_.idle, path);
    if (file.in_idle) {
      if (files_.holds(idle, bytes)) return;
      check(files_.remove(idle));
    }
    if (!stopped_) check(files_.create(idle, bytes));
  }

  void place_manifest() {
    std::vector<ManifestEntry> entries;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      entries.push_back({pages_[i].path, placed_[i].size, placed_[i].hash});
    }
    place(pages_.size(), manifest_text(std::move(entries)));
  }

  void link_unchanged() {
    arena_.execute([&] {
      tbb::parallel_for(tbb::blocked_range<std::size_t>(0, placed_.size()), [&](const auto& range) {
        for (std::size_t i = range.begin(); i < range.end() && !stopped_; ++i) {
          if (!placed_[i].differs) link_live(i);
        }
      });
    });
  }

  void link_live(std::size_t index) {
    const std::string live = join_path(places_.live, path_of(index));
    const std::string idle = join_path(places_.idle, path_of(index));
    if (placed_[index].in_idle) {
      if (files_.same_file(live, idle)) return;
      check(files_.remove(idle));
    }
    if (stopped_ || files_.link(live, idle).ok()) return;
    // No hard links here (FAT, exFAT), or too many to this file: copy.
    const Result<std::string> bytes = files_.read(live);
    check(bytes ? files_.create(idle, bytes.value()) : Result<void>(bytes.error()));
  }

  Report report_with(Status status) const {
    Report report;
    report.status = status;
    report.files = placed_.size();
    report.removed = removed_;
    for (const Placed& file : placed_) {
      report.bytes += file.size;
      report.written += file.differs ? 1U : 0U;
    }
    return report;
  }

  FileSystem& files_;
  Places places_;
  std::vector<pages::Page>& pages_;
  const PublishOptions& options_;
  Diagnostics& problems_;
  std::vector<Placed> placed_;  // as pages_, then the manifest
  PathSet paths_;
  std::unordered_set<std::string> before_;  // what was in the live tree at first
  tbb::task_arena arena_;
  std::size_t removed_ = 0;
  std::atomic<bool> stopped_{false};      // the environment failed
  std::atomic<bool> page_failed_{false};  // the input did
  std::atomic<bool> differs_{false};
};

pages::Page build_facts_page(const BuildFacts& facts) {
  auto info = std::make_shared<pages::PageInfo>();
  info->kind = "build facts";
  info->twins = {std::string(kBuildFacts)};
  return {std::string(kBuildFacts), std::move(info),
          [text = build_facts_text(facts)](std::string& out, Diagnostics&, view::Questions*) {
            out += text;
            return true;
          }};
}

// Whether it is worth claiming the output: a folder that is someone else's gets no hidden folder
// beside it. Where there is one, another build may be at work on the output: then only the lock
// shows what is true.
bool may_begin(const FileSystem& files, const Places& places, const std::vector<pages::Page>& pages,
               Diagnostics& problems) {
  const Result<std::optional<FileInfo>> twin = files.about(places.twin);
  if (!twin || twin.value()) return true;
  const Result<std::vector<TreeEntry>> entries = scan(files, places.live);
  if (!entries) return true;
  PathSet paths{kManifest};
  for (const pages::Page& page : pages) paths.insert(page.path);
  return may_replace(files, places.live, entries.value(), paths, problems);
}

Report ended(Status status, const Diagnostic& cause, Diagnostics& problems) {
  problems.add(cause);
  Report report;
  report.status = status;
  return report;
}

}  // namespace

bool check_paths(const std::vector<pages::Page>& pages, const std::string& output,
                 Diagnostics& problems) {
  std::vector<PagePath> paths{{kManifest}, {kBuildFacts}};
  for (const pages::Page& page : pages) paths.push_back({page.path, page.info->where});
  return check_page_paths(paths, output, problems);
}

Report publish(FileSystem& files, std::vector<pages::Page> pages, const PublishOptions& options,
               Diagnostics& problems) {
  Report refused;
  refused.status = Status::refused;
  if (!check_paths(pages, options.output, problems)) return refused;
  pages.push_back(build_facts_page(options.facts));
  const Result<Places> places = places_of(files, options.output);
  if (!places) return ended(Status::refused, places.error(), problems);
  if (!may_begin(files, places.value(), pages, problems)) return refused;
  const Result<std::unique_ptr<FileLock>> lock = claim(files, places.value());
  if (!lock) return ended(Status::failed, lock.error(), problems);
  if (const Result<void> repaired = repair(files, places.value()); !repaired) {
    return ended(Status::failed, repaired.error(), problems);
  }
  return Build(files, places.value(), pages, options, problems).run();
}

}  // namespace huice::publish
