// SPDX-License-Identifier: Apache-2.0
#pragma once

// The filters of the field: money, dates, numerals, shares, Chinese order, prose. The template
// engine itself knows none of them; docs/template-field-filters.md shows each.

#include "model/decimal.h"
#include "template/engine.h"

#include <optional>

namespace huice::view {

/// Before the environment's first load.
void add_field_filters(tmpl::Environment& environment);

// One family each, in the file of its name.
void add_money_filters(tmpl::Environment& environment);
void add_date_filters(tmpl::Environment& environment);
void add_numeral_filters(tmpl::Environment& environment);
void add_share_filters(tmpl::Environment& environment);
void add_order_filters(tmpl::Environment& environment);
void add_prose_filters(tmpl::Environment& environment);
void add_seam_filters(tmpl::Environment& environment);

/// The number a filter is given: a whole number, a decimal in text, or a floating-point number as
/// its shortest digits. Fails the call for anything else.
std::optional<model::Decimal> decimal_of(const tmpl::Value& value, tmpl::Call& call);

/// The same number without zeros at its end: 5.00 as 5.
model::Decimal shortest(const model::Decimal& number);

/// Without its sign.
model::Decimal magnitude(const model::Decimal& number);

}  // namespace huice::view
