// SPDX-License-Identifier: Apache-2.0
#pragma once

// Shapes of enumerations: a closed list of words, each with its value. The words are written once,
// in the arrays of choice.cpp; word() gives them back for printing.

#include "model/amount.h"
#include "model/catalog.h"
#include "model/example.h"
#include "model/indicator.h"
#include "model/policy.h"
#include "model/proposal.h"
#include "model/publication.h"
#include "model/schema/shape.h"

namespace huice::model::schema {

/// The Shape of an enumeration E (or std::optional<E> for maybe_choice).
template <class E>
const ShapeFor<E>& choice();
template <class E>
const ShapeFor<std::optional<E>>& maybe_choice();

/// How data files write the value.
template <class E>
std::string_view word(E value);

}  // namespace huice::model::schema
