// SPDX-License-Identifier: Apache-2.0
#include "base/files.h"
#include "base/messages/files.h"
#include "base/temporary_files.h"

#include <boost/filesystem/operations.hpp>
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using huice::Code;
using huice::DirectoryEntry;
using huice::FileKind;
using huice::format_diagnostic;
using huice::RealFileSystem;
using huice::Result;
using huice::test::TemporaryFolder;
namespace fs = boost::filesystem;

namespace {

template <class T>
std::string message(const Result<T>& result) {
  return result.ok() ? "" : format_diagnostic(result.error(), huice::Language::en);
}

}  // namespace

TEST_CASE("a file is read back as it was created, whatever is in it") {
  const TemporaryFolder folder;
  RealFileSystem files;
  std::string bytes(3'000'000, 'x');
  for (std::size_t i = 0; i < bytes.size(); i += 7) bytes[i] = static_cast<char>(i);
  CHECK(files.create(folder.at("big"), bytes));
  CHECK(files.read(folder.at("big")).value() == bytes);
  CHECK(files.create(folder.at("空"), ""));
  CHECK(files.read(folder.at("空")).value().empty());
  CHECK(files.info(folder.at("big"))->size == bytes.size());
}

TEST_CASE("files of /proc, which claim to be empty, are read whole") {
  const RealFileSystem files;
  CHECK(files.read("/proc/self/status").value().find("Name:") != std::string::npos);
}

TEST_CASE("holds() is true for exactly the file's bytes") {
  const TemporaryFolder folder;
  const RealFileSystem files;
  const std::string bytes = std::string(200'000, 'a') + "b";
  folder.put("f", bytes);
  CHECK(files.holds(folder.at("f"), bytes));
  CHECK_FALSE(files.holds(folder.at("f"), std::string(200'001, 'a')));
  CHECK_FALSE(files.holds(folder.at("f"), bytes.substr(1)));
  CHECK_FALSE(files.holds(folder.at("none"), ""));
  CHECK_FALSE(files.holds(folder.path(), ""));
}

TEST_CASE("the message about something that is not a readable file says what it is") {
  const TemporaryFolder folder;
  const RealFileSystem files;
  CHECK(message(files.read(folder.at("none"))) ==
        folder.at("none") +
            ": error[file-not-found]: there is no such file or folder\n"
            "  hint: check the spelling of the path\n");
  CHECK(message(files.read(folder.path())) ==
        folder.path() + ": error[file-unreadable]: cannot be read: it is a folder\n");
  REQUIRE(::mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  CHECK(message(files.read(folder.at("pipe"))) ==
        folder.at("pipe") +
            ": error[file-not-regular]: is not a file that can be read\n"
            "  hint: it is a pipe, a socket or a device; huice reads ordinary files\n");
  CHECK(files.read("/dev/null").error().code == huice::msg::file_not_regular::code);
  folder.put("large", std::string(2U << 20U, 'x'));
  CHECK(files.read(folder.at("large"), 2U << 20U).ok());
  folder.put("large", std::string((2U << 20U) + 1, 'x'));
  CHECK(message(files.read(folder.at("large"), 2U << 20U)) ==
        folder.at("large") +
            ": error[file-too-large]: is larger than 2 MiB\n"
            "  hint: split the file; one record a file is the rule\n");
}

TEST_CASE("a file without read permission is unreadable, and the message says why") {
  const TemporaryFolder folder;
  folder.put("secret", "x");
  fs::permissions(folder.at("secret"), fs::no_perms);
  fs::permissions(folder.path(), fs::owner_all | fs::others_exe);
  // Permissions do not bind root, so a child without its rights does the reading.
  const pid_t child = ::fork();
  if (child == 0) {
    if (::getuid() == 0 && ::setuid(65534) != 0) ::_exit(2);
    const RealFileSystem files;
    const std::string text = message(files.read(folder.at("secret")));
    const bool as_expected =
        text ==
        folder.at("secret") + ": error[file-unreadable]: cannot be read: permission is denied\n";
    ::_exit(as_expected ? 0 : 1);
  }
  int status = -1;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("create never touches a file that is there") {
  const TemporaryFolder folder;
  RealFileSystem files;
  folder.put("f", "old");
  CHECK(message(files.create(folder.at("f"), "new")) ==
        folder.at("f") +
            ": error[file-unwritable]: cannot be written: a file or folder of that name exists\n"
            "  hint: check that the folder exists, is yours, and that the disk is not full\n");
  CHECK(files.holds(folder.at("f"), "old"));
  CHECK(files.create(folder.at("missing/f"), "").error().code == huice::msg::file_unwritable::code);
  CHECK(files.create("/dev/full/f", "").error().code == huice::msg::file_unwritable::code);
}

TEST_CASE("directories are made with their parents, unless a file is in the way") {
  const TemporaryFolder folder;
  RealFileSystem files;
  CHECK(files.make_directories(folder.at("a/b/c")));
  CHECK(files.make_directories(folder.at("a/b/c")));
  CHECK(files.info(folder.at("a/b/c"))->kind == FileKind::directory);
  folder.put("file", "");
  CHECK_FALSE(files.make_directories(folder.at("file")).ok());
  CHECK_FALSE(files.make_directories(folder.at("file/x")).ok());
}

TEST_CASE("a listing is in byte order and distinguishes links from their targets") {
  const TemporaryFolder folder;
  const RealFileSystem files;
  folder.put("b.json", "");
  folder.put("B.json", "");
  folder.put("dir/inner", "");
  fs::create_symlink("dir", folder.at("to-dir"));
  fs::create_symlink("b.json", folder.at("to-file"));
  fs::create_symlink("nowhere", folder.at("to-nothing"));
  const std::vector<DirectoryEntry> entries = files.list(folder.path()).value();
  std::string seen;
  for (const DirectoryEntry& entry : entries) {
    seen += entry.name + (entry.is_link ? "@" : "") + "=" +
            std::to_string(static_cast<int>(entry.kind)) + " ";
  }
  CHECK(seen == "B.json=0 b.json=0 dir=1 to-dir@=1 to-file@=0 to-nothing@=2 ");
  CHECK(files.list(folder.at("none")).error().code == huice::msg::file_not_found::code);
  CHECK(files.list(folder.at("b.json")).error().code == huice::msg::file_unreadable::code);
}

TEST_CASE("resolve follows a link in the last name only, and refuses one that leads nowhere") {
  const TemporaryFolder folder;
  const RealFileSystem files;
  folder.put("real/f", "");
  fs::create_symlink("real", folder.at("link"));
  fs::create_symlink("nowhere", folder.at("dangling"));
  fs::create_symlink("loop", folder.at("loop"));
  CHECK(files.resolve(folder.at("link")).value() == fs::canonical(folder.at("real")).string());
  CHECK(files.resolve(folder.at("link/f")).value() == folder.at("link/f"));
  CHECK(files.resolve(folder.at("not-yet")).value() == folder.at("not-yet"));
  CHECK(files.resolve(folder.at("dangling")).error().code == huice::msg::file_not_found::code);
  CHECK(files.resolve(folder.at("loop")).error().code == huice::msg::file_unreadable::code);
}

TEST_CASE("a hard link is the same file, and removing one name leaves the other") {
  const TemporaryFolder folder;
  RealFileSystem files;
  folder.put("a", "text");
  CHECK(files.link(folder.at("a"), folder.at("b")));
  CHECK(files.same_file(folder.at("a"), folder.at("b")));
  CHECK_FALSE(files.same_file(folder.at("a"), folder.at("none")));
  CHECK_FALSE(files.link(folder.at("a"), folder.at("b")).ok());
  CHECK(files.remove(folder.at("a")));
  CHECK(files.remove(folder.at("a")));
  CHECK(files.holds(folder.at("b"), "text"));
}

TEST_CASE("removing a link leaves what it leads to, and a folder with files stays") {
  const TemporaryFolder folder;
  RealFileSystem files;
  folder.put("dir/f", "text");
  fs::create_symlink("dir", folder.at("link"));
  CHECK(files.remove(folder.at("link")));
  CHECK(files.holds(folder.at("dir/f"), "text"));
  CHECK(message(files.remove(folder.at("dir"))) ==
        folder.at("dir") +
            ": error[file-unwritable]: cannot be written: the folder is not empty\n"
            "  hint: check that the folder exists, is yours, and that the disk is not full\n");
}

TEST_CASE("two folders change places in one step where the file system can") {
  const TemporaryFolder folder;
  RealFileSystem files;
  folder.put("a/f", "1");
  folder.put("b/f", "2");
  const Result<void> done = files.exchange(folder.at("a"), folder.at("b"));
  if (!done.ok() && done.error().code == huice::msg::exchange_unsupported::code) {
    CHECK(message(done) == folder.at("a") +
                               ": note[exchange-unsupported]: this file system cannot exchange two "
                               "folders in one step\n");
    return;
  }
  CHECK(done.ok());
  CHECK(files.holds(folder.at("a/f"), "2"));
  CHECK(files.holds(folder.at("b/f"), "1"));
  CHECK(files.exchange(folder.at("a"), folder.at("none")).error().code ==
        huice::msg::file_unwritable::code);
  CHECK(files.sync(folder.path()));
  CHECK_FALSE(files.sync(folder.at("none")).ok());
}

TEST_CASE("a lock is held against everyone until it is given up") {
  const TemporaryFolder folder;
  RealFileSystem files;
  {
    const auto lock = files.lock(folder.at("lock"));
    REQUIRE(lock.ok());
    CHECK(message(files.lock(folder.at("lock"))) ==
          folder.at("lock") +
              ": error[locked]: another huice build is writing here\n"
              "  hint: wait until it has finished\n");
  }
  CHECK(files.lock(folder.at("lock")).ok());
  CHECK(files.lock(folder.at("none/lock")).error().code == huice::msg::file_unwritable::code);
}

TEST_CASE("the lock of a killed process is released") {
  const TemporaryFolder folder;
  RealFileSystem files;
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const auto lock = files.lock(folder.at("lock"));
    const char state = lock.ok() ? '1' : '0';
    static_cast<void>(::write(ready[1], &state, 1));
    while (true) ::pause();
  }
  char state = '0';
  REQUIRE(::read(ready[0], &state, 1) == 1);
  CHECK(state == '1');
  CHECK(files.lock(folder.at("lock")).error().code == huice::msg::locked::code);
  REQUIRE(::kill(child, SIGKILL) == 0);
  REQUIRE(::waitpid(child, nullptr, 0) == child);
  ::close(ready[0]);
  ::close(ready[1]);
  CHECK(files.lock(folder.at("lock")).ok());
}
