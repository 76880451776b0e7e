// SPDX-License-Identifier: Apache-2.0
#pragma once

// The names that a line of the condition language may use: the profile's fields.

#include "logic/condition/vocabulary.h"
#include "model/records.h"

namespace huice::match {

/// Every field by its label and id, in the profile's order. A recognition has the parts 名称, 级别,
/// 年份 and 方式; 认定 is whichever list of recognitions knows the names.
logic::Vocabulary vocabulary_of(const model::RecordList<model::ProfileField>& profile);

}  // namespace huice::match
