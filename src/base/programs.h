// SPDX-License-Identifier: Apache-2.0
#pragma once

// The seam to other programs: one that runs beside huice and answers each line with a line. Nothing
// waits for it without an end, and it never outlives the object that stands for it.

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice {

/// A program that is running.
class LineProgram {
 public:
  enum class Outcome {
    answered,
    ended,     ///< before its answer was whole
    too_slow,  ///< no whole answer in the time that was given
    too_long,  ///< an answer longer than was allowed
  };

  LineProgram() = default;
  /// Ends the program.
  virtual ~LineProgram() = default;
  LineProgram(const LineProgram&) = delete;
  LineProgram& operator=(const LineProgram&) = delete;

  /// Sends the line and waits for the one that answers it. After any outcome but `answered` the
  /// program is of no more use. REQUIRES: no line feed in `line`.
  virtual Outcome ask(std::string_view line, std::string& answer) = 0;

  /// The end of what it wrote to standard error, at most kLastWords bytes.
  virtual std::string last_words() const = 0;

  static constexpr std::size_t kLastWords = 2000;
};

struct ProgramLimits {
  std::chrono::milliseconds answer{60'000};
  std::size_t longest = std::size_t{64} << 20U;  ///< bytes of an answer
};

class Programs {
 public:
  Programs() = default;
  virtual ~Programs() = default;
  Programs(const Programs&) = delete;
  Programs& operator=(const Programs&) = delete;

  /// Starts a program, found by its path or in $PATH. Null where that fails; `error` then is an
  /// errno value. REQUIRES: `command` is not empty.
  virtual std::unique_ptr<LineProgram> start(const std::vector<std::string>& command,
                                             const ProgramLimits& limits, int& error) = 0;
};

/// Programs of the machine, through POSIX.
class RealPrograms final : public Programs {
 public:
  std::unique_ptr<LineProgram> start(const std::vector<std::string>& command,
                                     const ProgramLimits& limits, int& error) override;
};

/// Programs that are functions, for tests.
class MemoryPrograms final : public Programs {
 public:
  struct Answer {
    LineProgram::Outcome outcome = LineProgram::Outcome::answered;
    std::string text{};
  };
  using Program = std::function<Answer(std::string_view line)>;

  /// `begin` gives what a started program answers; nullopt: there is no such program.
  explicit MemoryPrograms(std::function<std::optional<Program>()> begin)
      : begin_(std::move(begin)) {}

  std::unique_ptr<LineProgram> start(const std::vector<std::string>& command,
                                     const ProgramLimits& limits, int& error) override;

  /// How often a program was started, and with what.
  std::size_t starts() const { return starts_; }
  const std::vector<std::string>& command() const { return command_; }

 private:
  std::function<std::optional<Program>()> begin_;
  std::size_t starts_ = 0;
  std::vector<std::string> command_;
};

}  // namespace huice
