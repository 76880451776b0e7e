// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an enterprise that is not eligible lacks: the smallest change of one answer that would make
// it so, and what that is worth. Never advice: a fact about the rules.

#include "match/match.h"

namespace huice::match {

struct NearMiss {
  std::size_t field = 0;
  logic::Value from;  ///< undefined where it was not answered
  logic::Value to;
  Result after;  ///< with that one answer changed; never a no
};

/// nullopt where no single answer is enough, or only for another reason than an office's judgement,
/// where the measure is closed, and where the verdict was not no. Only answers that were given and
/// that an enterprise can change (ProfileField::change) are changed, in that direction and within
/// ProfileField::reach; what is nothing does not grow. A choice moves to the next one; of
/// recognitions, one is added that can follow those there are: a name's next tier, or the next of
/// ProfileField::steps. Of several changes the one that moves a number least, relative to what it
/// was, is taken; a changed number comes before a changed choice, of recognitions the lowest tier
/// comes first; and fields count in the profile's order.
std::optional<NearMiss> near_miss(const Plan& plan, const Result& result, const Answers& answers);

}  // namespace huice::match
