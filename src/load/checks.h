// SPDX-License-Identifier: Apache-2.0
#pragma once

// What can only be checked once everything is loaded: that ids are unique, that references lead
// somewhere, that supersession has no circle, and rules between the fields of one record.

#include "load/file_context.h"
#include "model/locator.h"

namespace huice::load {

/// Reports every fault that only all records together show; `references` are those of all files.
void check_library(const model::Library& library, const std::vector<Reference>& references,
                   model::Locator& locator, Diagnostics& problems);

}  // namespace huice::load
