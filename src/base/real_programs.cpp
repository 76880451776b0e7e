// SPDX-License-Identifier: Apache-2.0
//
// RealPrograms. A program's standard input is a socket, not a pipe: writing to one whose program
// has ended gives an error, where a pipe would send SIGPIPE and end huice itself. All three ends
// are read and written in one loop, so that neither side can wait for the other for ever.
#include "base/programs.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

namespace huice {
namespace {

using Clock = std::chrono::steady_clock;

class End {
 public:
  End() = default;
  explicit End(int number) : number_(number) {}
  ~End() { close(); }
  End(End&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  End& operator=(End&& other) noexcept {
    close();
    number_ = std::exchange(other.number_, -1);
    return *this;
  }
  End(const End&) = delete;
  End& operator=(const End&) = delete;

  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  void close() {
    if (const int number = std::exchange(number_, -1); number >= 0) ::close(number);
  }

 private:
  int number_ = -1;
};

/// Two ends that are joined: huice's own, and the program's.
struct Ends {
  End ours;
  End theirs;
};

// 0, or an errno value.
int make_socket(Ends& ends) {
  std::array<int, 2> made{-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, made.data()) != 0) return errno;
  ends = {End(made[0]), End(made[1])};
  return 0;
}

int make_pipe(Ends& ends) {
  std::array<int, 2> made{-1, -1};
  if (::pipe2(made.data(), O_CLOEXEC) != 0) return errno;
  ends = {End(made[0]), End(made[1])};
  return ::fcntl(ends.ours.number(), F_SETFL, O_NONBLOCK) == 0 ? 0 : errno;
}

class RealProgram final : public LineProgram {
 public:
  RealProgram(pid_t process, End in, End out, End errors, const ProgramLimits& limits)
      : process_(process),
        in_(std::move(in)),
        out_(std::move(out)),
        errors_(std::move(errors)),
        limits_(limits) {}
  ~RealProgram() override {
    in_.close();
    ::kill(process_, SIGKILL);
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  RealProgram(const RealProgram&) = delete;
  RealProgram& operator=(const RealProgram&) = delete;

  Outcome ask(std::string_view line, std::string& answer) override;
  std::string last_words() const override { return last_words_; }

 private:
  bool wait(bool has_more, Clock::time_point deadline);
  bool send(std::string_view& rest);
  bool read_answer();
  void read_errors();

  pid_t process_;
  End in_;
  End out_;
  End errors_;
  ProgramLimits limits_;
  std::string read_;  // of the answer, and of what follows it
  std::string last_words_;
};

LineProgram::Outcome RealProgram::ask(std::string_view line, std::string& answer) {
  std::string message(line);
  message += '\n';
  std::string_view rest = message;
  const Clock::time_point deadline = Clock::now() + limits_.answer;
  std::size_t searched = 0;
  while (true) {
    const std::size_t end = read_.find('\n', searched);
    if (end != std::string::npos) {
      answer = read_.substr(0, end);
      read_.erase(0, end + 1);
      return Outcome::answered;
    }
    searched = read_.size();
    if (read_.size() > limits_.longest) return Outcome::too_long;
    if (!wait(!rest.empty(), deadline)) return Outcome::too_slow;
    read_errors();
    // What a program wrote before it ended is read all the same.
    const bool takes = send(rest);
    const bool gives = read_answer();
    if (!gives || (!takes && read_.find('\n') == std::string::npos)) {
      read_errors();
      return Outcome::ended;
    }
  }
}

// False where the time is over.
bool RealProgram::wait(bool has_more, Clock::time_point deadline) {
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    const auto sends = static_cast<short>(has_more ? POLLOUT : 0);
    std::array<pollfd, 3> ends{
        {{in_.number(), sends, 0}, {out_.number(), POLLIN, 0}, {errors_.number(), POLLIN, 0}}};
    // A socket without events would still report that its other end is gone, again and again.
    if (!has_more) ends[0].fd = -1;
    const int ready = ::poll(ends.data(), ends.size(), static_cast<int>(std::min(left, 60'000L)));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
  }
}

// False where the program no longer reads.
bool RealProgram::send(std::string_view& rest) {
  while (!rest.empty()) {
    const ssize_t sent =
        ::send(in_.number(), rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(sent));
    } else if (errno != EINTR) {
      return errno == EAGAIN;
    }
  }
  return true;
}

// False where nothing more can come.
bool RealProgram::read_answer() {
  std::array<char, 65536> buffer{};
  while (read_.size() <= limits_.longest) {
    const ssize_t count = ::read(out_.number(), buffer.data(), buffer.size());
    if (count > 0) {
      read_.append(buffer.data(), static_cast<std::size_t>(count));
    } else if (count == 0) {
      return read_.find('\n') != std::string::npos;
    } else if (errno != EINTR) {
      return errno == EAGAIN;
    }
  }
  return true;
}

void RealProgram::read_errors() {
  std::array<char, 4096> buffer{};
  while (errors_.is_open()) {
    const ssize_t count = ::read(errors_.number(), buffer.data(), buffer.size());
    if (count > 0) {
      last_words_.append(buffer.data(), static_cast<std::size_t>(count));
      if (last_words_.size() > kLastWords) last_words_.erase(0, last_words_.size() - kLastWords);
    } else if (count == 0) {
      errors_.close();
    } else if (errno != EINTR) {
      return;
    }
  }
}

/// What posix_spawn does to the descriptors of a new program.
class FileActions {
 public:
  FileActions() { ::posix_spawn_file_actions_init(&actions_); }
  ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  /// 0, or an errno value.
  int put(const End& end, int number) {
    return ::posix_spawn_file_actions_adddup2(&actions_, end.number(), number);
  }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

}  // namespace

std::unique_ptr<LineProgram> RealPrograms::start(const std::vector<std::string>& command,
                                                 const ProgramLimits& limits, int& error) {
  Ends in;
  Ends out;
  Ends errors;
  FileActions actions;
  for (const int failed : {make_socket(in), make_pipe(out), make_pipe(errors)}) {
    if ((error = failed) != 0) return nullptr;
  }
  for (const int failed :
       {actions.put(in.theirs, STDIN_FILENO), actions.put(out.theirs, STDOUT_FILENO),
        actions.put(errors.theirs, STDERR_FILENO)}) {
    if ((error = failed) != 0) return nullptr;
  }
  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t process = -1;
  error = ::posix_spawnp(&process, arguments[0], actions.get(), nullptr, arguments.data(), environ);
  if (error != 0) return nullptr;
  return std::make_unique<RealProgram>(process, std::move(in.ours), std::move(out.ours),
                                       std::move(errors.ours), limits);
}

}  // namespace huice
