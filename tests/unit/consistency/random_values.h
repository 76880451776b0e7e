// SPDX-License-Identifier: Apache-2.0
#pragma once

// Single values of random projects. Texts, sums and numbers are never twice the same in one
// project, so that whoever finds one on a page knows which field it comes from.

#include "consistency/random_project.h"
#include "model/date.h"
#include "model/random.h"
#include "model/schema/shape.h"

namespace huice::test {

/// Where a reference goes, before it is known what is there: "?organization". Replaced by link().
inline constexpr char kSomewhere = '?';

class RandomValues {
 public:
  explicit RandomValues(Random& random) : random_(random) {
    for (int i = 0; i < 6; ++i) days_.push_back(day());
  }

  /// A value that the shape accepts; references begin with kSomewhere. Throws std::logic_error for
  /// a shape it does not know. `key` is the field's.
  Json scalar(const model::Shape& shape, const std::string& key);

  /// A name like no other: 词0012.
  std::string name();
  std::string number();  ///< 0012
  /// The day as of which pages are made: on, next to, before or after the days that were given.
  std::string as_of();

 private:
  std::string day();
  std::string sum();
  Json rule();
  std::string prose();

  Random& random_;
  std::vector<std::string> days_;
  int names_ = 0;
  int sums_ = 1000;
};

/// Replaces each reference by the id of a record, and mends what load/checks.cpp asks of parts that
/// need each other.
void link(RandomProject& project, Random& random);

}  // namespace huice::test
