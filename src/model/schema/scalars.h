// SPDX-License-Identifier: Apache-2.0
#pragma once

// Shapes of single values: how money, dates, references and choices are written in data files.

#include "model/schema/shape.h"

namespace huice::model::schema {

const Shape& text();            ///< one line or more, not empty; null and absent mean empty
const Shape& texts();           ///< a list of them
const Shape& prose();           ///< Markdown with citations (Prose)
const Shape& id();              ///< lower-case letters, digits, "-" and "."
const Shape& boolean();         ///< true or false
const Shape& count();           ///< std::optional<int>, 1 … 9999
const Shape& whole();           ///< int, 1 … 9999
const Shape& money();           ///< std::optional<Money>
const Shape& exact_money();     ///< Money
const Shape& rate();            ///< std::optional<Rate>
const Shape& number();          ///< Decimal, as JSON number or text
const Shape& quantity();        ///< Quantity
const Shape& maybe_quantity();  ///< std::optional<Quantity>
const Shape& qualifier();
const Shape& date();                    ///< std::optional<Date>
const Shape& period();                  ///< Period
const Shape& maybe_period();            ///< std::optional<Period>
const Shape& document_number();         ///< std::optional<DocumentNumber>
const Shape& rule();                    ///< Rule: raw JSON
const Shape& url();                     ///< http:// or https://
const Shape& language();                ///< zh-CN, zh-Hans …
const Shape& file_name();               ///< a plain name ending in .md, no folders
const Shape& reference(RefKind kind);   ///< std::string
const Shape& references(RefKind kind);  ///< std::vector<std::string>

/// What a reference of this kind points to: 单位, "organization".
Wording name(RefKind kind);

}  // namespace huice::model::schema
