// SPDX-License-Identifier: Apache-2.0
#pragma once

// The problems one reader reports, bounded: a column of 100,000 bad cells is one fault.

#include "base/diagnostic.h"
#include "base/messages/formats.h"
#include "formats/table.h"

namespace huice::formats {

class ProblemList {
 public:
  /// REQUIRES: problems outlives the list.
  ProblemList(std::string file, Diagnostics& problems)
      : file_(std::move(file)), problems_(problems) {}

  /// A problem of one cell or row; the first kMostProblems are reported.
  void add(Diagnostic found) {
    ++count_;
    if (count_ <= kMostProblems) problems_.add(std::move(found));
    if (count_ == kMostProblems + 1) {
      problems_.add(
          problem(msg::table_more_problems{.limit = kMostProblems}, Location::of_file(file_)));
    }
  }

  /// A problem that ends the reading; always reported.
  void add_last(Diagnostic found) { problems_.add(std::move(found)); }

 private:
  std::string file_;
  Diagnostics& problems_;
  std::size_t count_ = 0;
};

}  // namespace huice::formats
