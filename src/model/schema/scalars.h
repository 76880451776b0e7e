// SPDX-License-Identifier: Apache-2.0
#pragma once

// Shapes of single values: how money, dates, references and choices are written in data files.

#include "model/amount.h"
#include "model/document_number.h"
#include "model/goal.h"
#include "model/observed_value.h"
#include "model/period.h"
#include "model/schema/shape.h"

namespace huice::model::schema {

const ShapeFor<std::string>& text();  ///< one line or more, not empty; null and absent mean empty
const ShapeFor<std::vector<std::string>>& texts();  ///< a list of them
const ShapeFor<Prose>& prose();                     ///< Markdown with citations (Prose)
const ShapeFor<std::string>& id();                  ///< lower-case letters, digits, "-" and "."
const ShapeFor<bool>& boolean();                    ///< true or false
const ShapeFor<std::optional<int>>& count();        ///< 1 … 9999
const ShapeFor<int>& whole();                       ///< int, 1 … 9999
const ShapeFor<std::optional<int>>& days();         ///< 0 … 9999: 0 is the same day
const ShapeFor<std::optional<Money>>& money();
const ShapeFor<Money>& exact_money();
const ShapeFor<Counted>& counted();  ///< once, year …, 每件
const ShapeFor<std::optional<Counted>>& maybe_counted();
const ShapeFor<std::optional<Rate>>& rate();
const ShapeFor<ObservedValue>& observed_value();  ///< a JSON number, or a sign in its place
const ShapeFor<Decimal>& positive_number();       ///< Decimal above 0, as JSON number or text
const ShapeFor<Quantity>& quantity();
const ShapeFor<Goal>& goal();
const ShapeFor<std::optional<Quantity>>& maybe_quantity();
const ShapeFor<Qualifier>& qualifier();
const ShapeFor<std::optional<Date>>& date();
const ShapeFor<Period>& period();
const ShapeFor<std::optional<Period>>& maybe_period();
const ShapeFor<std::optional<DocumentNumber>>& document_number();
const ShapeFor<Rule>& rule();              ///< Rule: JsonLogic, or a line of the condition language
const ShapeFor<Rule>& answers();           ///< Rule: an object of JSON
const ShapeFor<std::string>& url();        ///< http:// or https://
const ShapeFor<std::string>& language();   ///< zh-CN, zh-Hans …
const ShapeFor<std::string>& file_name();  ///< a plain name ending in .md, no folders
const ShapeFor<std::string>& reference(RefKind kind);
const ShapeFor<std::vector<std::string>>& references(RefKind kind);

/// What a reference of this kind points to: 单位, "organization".
Wording name(RefKind kind);

}  // namespace huice::model::schema
