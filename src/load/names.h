// SPDX-License-Identifier: Apache-2.0
#pragma once

// Names where ids belong: 鄂尔多斯市 for ordos. Data files may have either; records have ids alone.

#include "load/file_context.h"
#include "model/records.h"

#include <vector>

namespace huice::load {

/// Puts the id in place of each name that exactly one record has, in the records and in
/// `references`, which are those of all of them. Of what may mean several, or none, nothing is
/// changed. Returns whether anything was.
bool put_ids(model::SharedRecords& records, std::vector<Reference>& references);

}  // namespace huice::load
