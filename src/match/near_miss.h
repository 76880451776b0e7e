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
/// where the measure is closed, and where the verdict was no no. Answers that say what an
/// enterprise is, not what it does (ProfileField::fixed), are never changed. Of several changes the
/// one that moves a number least, relative to what it was, is taken; a changed number comes before
/// a changed choice, of choices the one next to what it was, of recognitions the lowest tier; and
/// fields count in the profile's order.
std::optional<NearMiss> near_miss(const Plan& plan, const Result& result, const Answers& answers);

}  // namespace huice::match
