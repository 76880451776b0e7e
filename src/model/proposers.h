// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who made a proposal: people, who are addressed by their names, and bodies.

#include <string>
#include <string_view>

namespace huice::model {

/// 白夜明 of 白夜明委员; blanks within are left out.
std::string plain_proposer(std::string_view proposer);

/// Whether it is one person: a name of at most four characters, or one that ends in 委员 or 代表.
/// 等 says that there are more than are named.
bool is_person(std::string_view proposer);

}  // namespace huice::model
