// SPDX-License-Identifier: Apache-2.0
//
// The power goes during a build, at every moment. What was synced is on the disk; of what was done
// since, the disk has a part: the changes of names up to some moment, in their order or without the
// exchange of the trees, and of new files no byte or half of them. What is there then is the old
// tree or the new one, to the byte, and the next build makes the new one.

#include "publish/publish.h"
#include "publish/small_site.h"
#include "publish/swap.h"

#include <doctest/doctest.h>

#include <functional>
#include <utility>

using namespace huice;
using namespace huice::test;
using publish::Status;

namespace {

const Site kOldest{{"index.html", "home 0"}, {"only-once/x", "gone soon"}, {"a.html", "A"}};
const Site kOld{{"index.html", "home 1"}, {"a.html", "A"}, {"b.html", "B"}, {"removed/x", "gone"}};
const Site kNew{
    {"index.html", "home 2"}, {"a.html", "A"}, {"b.html", "B, amended"}, {"new/y", "Y"}};

const std::string kLive = "public";
const std::string kIdle = ".public.twin/tree";

struct Change {
  enum class Kind { create, make_directories, link, rename, remove, exchange, sync };
  Kind kind = Kind::sync;
  std::string path;
  std::string to{};
  std::string bytes{};
};

/// Files in memory that keep what was done to them.
class LoggedFiles final : public FileSystem {
 public:
  std::vector<Change> log;
  MemoryFileSystem files;

  Result<std::string> read(const std::string& path, std::uint64_t limit) const override {
    return files.read(path, limit);
  }
  Result<std::unique_ptr<OpenFile>> open(const std::string& path) const override {
    return files.open(path);
  }
  bool holds(const std::string& path, std::string_view bytes) const override {
    return files.holds(path, bytes);
  }
  Result<std::optional<FileInfo>> about(const std::string& path) const override {
    return files.about(path);
  }
  bool same_file(const std::string& a, const std::string& b) const override {
    return files.same_file(a, b);
  }
  Result<std::vector<DirectoryEntry>> list(const std::string& directory) const override {
    return files.list(directory);
  }
  Result<std::string> resolve(const std::string& path) const override { return path; }
  Result<std::string> canonical(const std::string& path) const override {
    return files.canonical(path);
  }
  Result<std::unique_ptr<NewFile>> begin(const std::string& path) override {
    return files.begin(path);  // the publisher does not
  }
  Result<void> create(const std::string& path, std::string_view bytes) override {
    return logged({Change::Kind::create, path, {}, std::string(bytes)}, files.create(path, bytes));
  }
  Result<void> make_directories(const std::string& path) override {
    return logged({Change::Kind::make_directories, path}, files.make_directories(path));
  }
  Result<void> link(const std::string& existing, const std::string& path) override {
    return logged({Change::Kind::link, existing, path}, files.link(existing, path));
  }
  Result<void> rename(const std::string& from, const std::string& to) override {
    return logged({Change::Kind::rename, from, to}, files.rename(from, to));
  }
  Result<void> remove(const std::string& path) override {
    return logged({Change::Kind::remove, path}, files.remove(path));
  }
  Result<void> exchange(const std::string& a, const std::string& b) override {
    return logged({Change::Kind::exchange, a, b}, files.exchange(a, b));
  }
  Result<void> sync(const std::string& directory) override {
    return logged({Change::Kind::sync, directory}, files.sync(directory));
  }
  Result<std::unique_ptr<FileLock>> lock(const std::string& path) override {
    return files.lock(path);
  }

 private:
  Result<void> logged(Change change, Result<void> done) {
    if (done) log.push_back(std::move(change));
    return done;
  }
};

/// What a disk has after a cut.
struct Cut {
  std::size_t reached = 0;      ///< changes of names that are on it
  std::size_t synced = 0;       ///< before which all of the bytes are
  bool half = false;            ///< of later files half is there, not nothing
  std::size_t lost = SIZE_MAX;  ///< an exchange that is not on it, though what came later is
};

// What was done to one of the trees after a lost exchange was done to the other one's files.
std::string exchanged(const std::string& path) {
  const auto moved = [&path](const std::string& from, const std::string& to) {
    return to + path.substr(from.size());
  };
  if (path == kLive || path.starts_with(kLive + "/")) return moved(kLive, kIdle);
  if (path == kIdle || path.starts_with(kIdle + "/")) return moved(kIdle, kLive);
  return path;
}

bool apply(MemoryFileSystem& files, const Change& one, std::string_view bytes) {
  switch (one.kind) {
    case Change::Kind::create:
      return files.create(one.path, bytes).ok();
    case Change::Kind::make_directories:
      return files.make_directories(one.path).ok();
    case Change::Kind::link:
      return files.link(one.path, one.to).ok();
    case Change::Kind::rename:
      return files.rename(one.path, one.to).ok();
    case Change::Kind::remove:
      return files.remove(one.path).ok();
    case Change::Kind::exchange:
      return files.exchange(one.path, one.to).ok();
    case Change::Kind::sync:
      return true;
  }
  return false;
}

void replay(MemoryFileSystem& files, const std::vector<Change>& log, const Cut& cut) {
  bool is_exchanged = false;
  for (std::size_t i = 0; i < cut.reached; ++i) {
    Change one = log[i];
    if (i == cut.lost) {
      is_exchanged = true;
      continue;
    }
    if (is_exchanged) {
      one.path = exchanged(one.path);
      one.to = exchanged(one.to);
    }
    std::string_view bytes = one.bytes;
    if (i >= cut.synced) bytes = bytes.substr(0, cut.half ? bytes.size() / 2 : 0);
    CHECK(apply(files, one, bytes));
  }
}

// Without an exchange, the moment between two renames has no live tree until the next build.
Site live_of(MemoryFileSystem& files, bool exchange) {
  if (!exchange && files.info(".public.twin/old") && !files.info(kLive)) {
    const publish::Places places = publish::places_of(files, kLive).value();
    CHECK(publish::repair(files, places).ok());
  }
  return files.snapshot(kLive);
}

struct History {
  std::vector<Change> log;
  std::vector<std::size_t> ends;  ///< of each build
};

History history_of(const std::vector<Site>& sites, bool exchange, bool durable = true) {
  LoggedFiles logged;
  logged.files.support_exchange(exchange);
  History history;
  for (const Site& site : sites) {
    publish::PublishOptions options = options_for(kLive, 1);
    options.durable = durable;
    REQUIRE(publish_site(logged, site, options).report.status == Status::published);
    history.ends.push_back(logged.log.size());
  }
  history.log = std::move(logged.log);
  return history;
}

/// Every cut during the last of three builds.
void each_cut(const History& history, bool exchange, const std::function<void(const Cut&)>& visit) {
  for (std::size_t moment = history.ends[1]; moment <= history.log.size(); ++moment) {
    std::size_t synced = 0;
    for (std::size_t i = 0; i < moment; ++i) {
      if (history.log[i].kind == Change::Kind::sync) synced = i;
    }
    for (std::size_t reached = synced; reached <= moment; ++reached) {
      for (const bool half : {false, true}) {
        visit({reached, synced, half});
        for (std::size_t i = synced; exchange && i < reached; ++i) {
          if (history.log[i].kind == Change::Kind::exchange) visit({reached, synced, half, i});
        }
      }
    }
  }
}

std::size_t broken_trees(bool exchange, bool durable) {
  const History history = history_of({kOldest, kOld, kNew}, exchange, durable);
  const Site old_tree = built(kOld);
  const Site new_tree = built(kNew);
  std::size_t broken = 0;
  std::size_t cuts = 0;
  each_cut(history, exchange, [&](const Cut& cut) {
    MemoryFileSystem files;
    files.support_exchange(exchange);
    replay(files, history.log, cut);
    const Site live = live_of(files, exchange);
    ++cuts;
    if (live != old_tree && live != new_tree) {
      ++broken;
      return;
    }
    const Outcome next = publish_site(files, kNew);
    CHECK(next.text.empty());
    CHECK(files.snapshot(kLive) == new_tree);
    const Outcome after = publish_site(files, kOld);
    CHECK(after.text.empty());
    CHECK(files.snapshot(kLive) == old_tree);
  });
  CHECK(cuts > 100);
  return broken;
}

}  // namespace

TEST_CASE("after a power cut at any moment the output is the old tree or the new one") {
  CHECK(broken_trees(true, true) == 0);
}

TEST_CASE("the same where two folders cannot be exchanged") {
  CHECK(broken_trees(false, true) == 0);
}

TEST_CASE("a build that does not wait for the disk is what the cuts are seen in") {
  CHECK(broken_trees(true, false) > 0);
}
