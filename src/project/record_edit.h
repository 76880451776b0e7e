// SPDX-License-Identifier: Apache-2.0
#pragma once

// One value of a record put into its file, whose layout and order stay: all other bytes are as they
// were.

#include "model/schema/shape.h"

#include <optional>
#include <string>
#include <string_view>

namespace huice::project {

/// The text of a file that holds one record, with another text at `field`: names of members, and
/// ids of parts in lists, with / between them (reply/sections/3/text). `was` is what it must hold
/// now; a member that is not there, or null, holds an empty text. A new member comes where `shape`,
/// the record's, has it. nullopt where the file has no such place, or holds something else.
std::optional<std::string> with_value(const std::string& text, const model::Shape& shape,
                                      std::string_view field, const std::string& was,
                                      const std::string& now);

}  // namespace huice::project
