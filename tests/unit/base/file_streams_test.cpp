// SPDX-License-Identifier: Apache-2.0
#include "base/files.h"
#include "base/memory_files.h"
#include "base/messages/files.h"
#include "base/temporary_files.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

using namespace huice;
using huice::test::TemporaryFolder;

namespace {

// What every file system must do; `at` is a folder that is there.
void check_streams(FileSystem& files, const std::string& at) {
  const std::string path = join_path(at, "文件");
  {
    const auto dropped = files.begin(path);
    REQUIRE(dropped.ok());
    CHECK(dropped.value()->append("text").ok());
    CHECK(files.begin(path).error().code == msg::file_unwritable::code);
  }
  CHECK_FALSE(files.info(path).has_value());
  {
    const auto kept = files.begin(path);
    REQUIRE(kept.ok());
    CHECK(kept.value()->append("01234").ok());
    CHECK(kept.value()->append("56789").ok());
    CHECK(kept.value()->keep().ok());
  }
  const auto file = files.open(path);
  REQUIRE(file.ok());
  CHECK(file.value()->size() == 10);
  std::string buffer(4, ' ');
  CHECK(file.value()->read_at(3, buffer.data(), 4).value() == 4);
  CHECK(buffer == "3456");
  CHECK(file.value()->read_at(8, buffer.data(), 4).value() == 2);
  CHECK(file.value()->read_at(99, buffer.data(), 4).value() == 0);
  CHECK(files.open(join_path(at, "none")).error().code == msg::file_not_found::code);
  CHECK(files.open(at).error().code == msg::file_unreadable::code);
  {
    const auto made = files.begin(join_path(at, "by-name"));
    REQUIRE(made.ok());
    std::ofstream(made.value()->machine_path().value(), std::ios::binary) << "made elsewhere";
    CHECK(made.value()->keep().ok());
  }
  CHECK(files.read(join_path(at, "by-name")).value() == "made elsewhere");
}

}  // namespace

TEST_CASE("files are read at any place and written piece by piece, on a disk") {
  const TemporaryFolder folder;
  RealFileSystem files;
  check_streams(files, folder.path());
  CHECK(files.list(folder.path()).value().size() == 2);
  const std::string pipe = folder.at("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(files.open(pipe).error().code == msg::file_not_regular::code);
}

TEST_CASE("files are read at any place and written piece by piece, in memory") {
  MemoryFileSystem files;
  REQUIRE(files.make_directories("d").ok());
  check_streams(files, "d");
  CHECK(files.snapshot("d").size() == 2);
}

TEST_CASE("a machine that stops while a file grows leaves what was written") {
  MemoryFileSystem files;
  files.fail_after(2);
  {
    const auto file = files.begin("f");
    REQUIRE(file.ok());
    CHECK(file.value()->append("a").ok());
    CHECK_FALSE(file.value()->append("b").ok());
  }
  CHECK(files.read("f").value() == "a");
  CHECK(files.append("none", "x").error().code == msg::file_unwritable::code);
}
