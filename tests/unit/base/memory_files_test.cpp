// SPDX-License-Identifier: Apache-2.0
#include "base/memory_files.h"

#include "base/messages/files.h"

#include <doctest/doctest.h>

#include <thread>

using huice::Code;
using huice::FileKind;
using huice::MemoryFileSystem;

namespace {

using Tree = std::map<std::string, std::string>;

}  // namespace

TEST_CASE("files in memory behave as on a disk: create, read, list, remove") {
  MemoryFileSystem files;
  CHECK(files.create("a", "").ok());
  CHECK_FALSE(files.create("a", "").ok());
  CHECK_FALSE(files.create("none/a", "").ok());
  CHECK(files.make_directories("d/e"));
  CHECK_FALSE(files.make_directories("a/e").ok());
  CHECK(files.create("/d/e/f", "text"));
  CHECK(files.read("d/e/f").value() == "text");
  CHECK(files.read("d//e/./f", 3).error().code == huice::msg::file_too_large::code);
  CHECK(files.read("d").error().code == huice::msg::file_unreadable::code);
  CHECK(files.read("x").error().code == huice::msg::file_not_found::code);
  CHECK(files.holds("d/e/f", "text"));
  CHECK_FALSE(files.holds("d/e/f", "texts"));
  CHECK(files.info("d")->kind == FileKind::directory);
  CHECK(files.info("d/e/f")->size == 4);
  CHECK(files.list("").value().size() == 2);
  CHECK_FALSE(files.remove("d").ok());
  CHECK(files.remove("d/e/f"));
  CHECK(files.snapshot("") == Tree{{"a", ""}, {"d/e/", ""}});
}

TEST_CASE("hard links in memory share one file, and the count of names is right") {
  MemoryFileSystem files;
  files.put("a", "1");
  CHECK(files.link("a", "b"));
  CHECK(files.same_file("a", "b"));
  CHECK(files.link_count("b") == 2);
  files.put("a", "2");
  CHECK(files.link_count("a") == 1);
  CHECK(files.holds("b", "1"));
  CHECK(files.remove("b"));
  CHECK(files.link_count("b") == 0);
  files.support_links(false);
  CHECK_FALSE(files.link("a", "b").ok());
}

TEST_CASE("renames and exchanges in memory move whole folders") {
  MemoryFileSystem files;
  files.put("old/f", "1");
  files.put("new/f", "2");
  CHECK(files.exchange("old", "new"));
  CHECK(files.snapshot("") == Tree{{"new/f", "1"}, {"old/f", "2"}});
  CHECK_FALSE(files.rename("old", "new").ok());
  CHECK(files.rename("old", "new/inner"));
  CHECK(files.rename("new/f", "new/inner/f"));
  CHECK(files.snapshot("") == Tree{{"new/inner/f", "1"}});
  files.support_exchange(false);
  files.put("x/f", "3");
  CHECK(files.exchange("new", "x").error().code == huice::msg::exchange_unsupported::code);
}

TEST_CASE("after the k-th change nothing more happens until recovery") {
  MemoryFileSystem files;
  files.fail_after(2);
  CHECK(files.create("a", "1234"));
  CHECK(files.remove("nothing"));
  CHECK(files.make_directories("d"));
  CHECK(files.make_directories("d"));
  CHECK_FALSE(files.create("torn", "1234").ok());
  CHECK_FALSE(files.create("b", "1234").ok());
  CHECK_FALSE(files.remove("a").ok());
  CHECK(files.changes() == 2);
  CHECK(files.snapshot("") == Tree{{"a", "1234"}, {"d/", ""}, {"torn", "12"}});
  files.recover();
  CHECK(files.remove("torn"));
}

TEST_CASE("each operation of the file system is counted") {
  MemoryFileSystem files;
  files.put("p", "x");
  files.make_unreadable("p");
  CHECK(files.read("p").error().code == huice::msg::file_unreadable::code);
  CHECK_FALSE(files.holds("p", "x"));
  CHECK(files.create("q", "123"));
  CHECK(files.sync(""));
  const MemoryFileSystem::Counts counts = files.counts();
  CHECK(counts.reads == 2);
  CHECK(counts.creates == 1);
  CHECK(counts.bytes_created == 3);
  CHECK(counts.syncs == 1);
  CHECK(counts.links == 0);
}

TEST_CASE("a lock in memory excludes the second holder") {
  MemoryFileSystem files;
  {
    const auto lock = files.lock("lock");
    CHECK(lock.ok());
    CHECK(files.lock("lock").error().code == huice::msg::locked::code);
  }
  CHECK(files.lock("lock").ok());
}

TEST_CASE("many threads may write into one memory file system") {
  MemoryFileSystem files;
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&files, t] {
      for (int i = 0; i < 200; ++i) {
        const std::string name = std::to_string(t) + "-" + std::to_string(i);
        static_cast<void>(files.create(name, name));
        static_cast<void>(files.link(name, name + "-twin"));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(files.snapshot("").size() == 3200);
  CHECK(files.link_count("7-199") == 2);
}
