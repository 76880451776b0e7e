// SPDX-License-Identifier: Apache-2.0
#include "base/programs.h"

#include <cerrno>

namespace huice {
namespace {

class MemoryProgram final : public LineProgram {
 public:
  explicit MemoryProgram(MemoryPrograms::Program program) : program_(std::move(program)) {}

  Outcome ask(std::string_view line, std::string& answer) override {
    MemoryPrograms::Answer given = program_(line);
    if (given.outcome == Outcome::answered) {
      answer = std::move(given.text);
    } else {
      last_words_ = std::move(given.text);
    }
    return given.outcome;
  }
  std::string last_words() const override { return last_words_; }

 private:
  MemoryPrograms::Program program_;
  std::string last_words_;
};

}  // namespace

std::unique_ptr<LineProgram> MemoryPrograms::start(const std::vector<std::string>& command,
                                                   const ProgramLimits& /*limits*/, int& error) {
  ++starts_;
  command_ = command;
  std::optional<Program> program = begin_();
  if (program) return std::make_unique<MemoryProgram>(std::move(*program));
  error = ENOENT;
  return nullptr;
}

}  // namespace huice
