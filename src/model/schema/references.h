// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where references lead.

#include "base/message.h"
#include "model/library.h"
#include "model/schema/shape.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::model {

/// Whether the library has what a reference names. A `document` that does not look like an id is
/// free text and leads nowhere, which is right.
bool resolves(const Library& library, RefKind kind, std::string_view id);

/// What is wrong with a reference to a place within an article that is on record: the message and
/// the nearest reference that is right, which may be empty. Nothing where `id` is no such reference
/// or leads somewhere.
struct LostPlace {
  Message message;
  std::string suggestion;
};
std::optional<LostPlace> lost_place(const Library& library, std::string_view id);

/// The same of a place as an article's own parts write it, 第二款第（三）项.
std::optional<LostPlace> lost_place(const ArticleRef& in, std::string_view place);

/// Every id a reference of this kind could name, for "did you mean".
std::vector<std::string> known_ids(const Library& library, RefKind kind);

}  // namespace huice::model
