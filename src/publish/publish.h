// SPDX-License-Identifier: Apache-2.0
#pragma once

// Turns pages into an output tree, so that a reader, a crash or a failed build never sees half a
// site, and so that a build that changes little writes little.
//
// Beside the live tree `public/` is the hidden folder `.public.twin/`:
//
//   .public.twin/lock    held while a build runs; a second build is refused: `locked`
//   .public.twin/tree/   the idle twin: what will be live after this build; between builds,
//                        the tree before last, kept because its files need not be written or
//                        linked again
//   .public.twin/old/    only where the file system cannot exchange two folders: see swap.h
//   .public.twin/kept/   only where someone put a file into the output during a build, and the new
//                        tree has something else in its place: see rescue.h
//
// A page whose bytes equal the live file's is left alone; any other is written into the idle twin.
// If at least one differs, the twin gets the live file of every unchanged page by a hard link, and
// the two trees are exchanged in one step. Nothing is taken on trust from an earlier run: a file is
// kept because its bytes were compared with the page's, or because it is the same file as one whose
// bytes were. So there is no cache that could be stale, and whatever a killed build has left is
// either right or replaced. Files that may have two names are never written into: they are removed
// and created anew.
//
// A killed build needs no repair where folders can be exchanged: the live tree is untouched until
// that one step. Removed pages stay in the hidden twin until the build after next.

#include "base/diagnostic.h"
#include "base/files.h"
#include "pages/page.h"

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace huice::publish {

/// What build.json says, beside which nothing about the run is recorded: no time, no machine.
struct BuildFacts {
  std::string version;                                          ///< huice's
  std::string as_of;                                            ///< YYYY-MM-DD
  std::vector<std::pair<std::string, std::uint64_t>> counts{};  ///< e.g. {"policies", 3}, in order
};

struct PublishOptions {
  std::string output = "public";  ///< the live tree; made where missing, its parents too
  unsigned threads = 0;           ///< 0: one for each processor
  /// Wait until the new tree would survive a power cut before it becomes live. Without, a cut
  /// within about half a minute can leave empty files in it; the next build replaces them, unless
  /// manifest.json is one, which makes it ask for the folder to be emptied. Costs 4 to 80 ms after
  /// an edit and 0.1 to 0.3 s after 180 MB on an SSD. Off for previews: the death of the process
  /// alone cannot harm the tree either way.
  bool durable = true;
  BuildFacts facts;
  /// Called after each page, by any thread and by several at once; it has to be cheap.
  std::function<void(std::size_t done, std::size_t total)> progress{};
};

enum class Status {
  published,  ///< the output is the new tree
  unchanged,  ///< the output was the new tree already, to the byte; nothing was touched
  refused,    ///< a page failed or has an impossible path, or the folder is not huice's (exit 1)
  failed,     ///< the environment failed: disk full, not writable, locked (exit 3)
};

struct Report {
  Status status = Status::failed;
  std::size_t files = 0;    ///< in the new tree, manifest.json and build.json included
  std::uint64_t bytes = 0;  ///< of these
  std::size_t written = 0;  ///< files whose bytes were not in the output before
  std::size_t removed = 0;  ///< files of the output that are no pages any more
};

/// Reports the pages that publish() refuses for their paths (page_paths.h), at their records; those
/// of none at `output`. Returns whether there are none.
bool check_paths(const std::vector<pages::Page>& pages, const std::string& output,
                 Diagnostics& problems);

/// Renders every page, in parallel and in the order given (slow ones first pay off), and publishes
/// them with build.json and manifest.json (manifest.h). All problems of all pages are reported.
/// With `refused` or `failed` at least one error is in `problems`, and the output is what it was;
/// or the new tree, where only what comes after the exchange failed (making it last, and putting
/// back what others had placed in the old tree meanwhile, which the next build then does). An
/// exception from a page leaves through here, likewise without a change to the output.
///
/// Memory: one page's bytes per thread, and about a hundred bytes per page.
Report publish(FileSystem& files, std::vector<pages::Page> pages, const PublishOptions& options,
               Diagnostics& problems);

}  // namespace huice::publish
