// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/library.h"

namespace huice::match {

/// The profile's fields with the short names that rosters may use for their choices: those of the
/// fields themselves, and for where an enterprise is registered, the names of the districts and
/// parks of each region that is a choice (东胜区 and 鄂尔多斯市东胜区 for 鄂尔多斯市). A name that
/// could be of two choices is none.
model::RecordList<model::ProfileField> roster_fields(const model::Library& library);

}  // namespace huice::match
