// SPDX-License-Identifier: Apache-2.0
#pragma once

// What loading accepts, as JSON Schema (draft 2020-12) for editors and other programs. Made from
// the tables that loading is driven by, so the two cannot part. What a schema of one file cannot
// say stays with loading: references, unique ids, and rules between fields.

#include "model/schema/records.h"

#include <string>

namespace huice::load {

/// "policy", "glossary-term".
std::string schema_name(const model::schema::RecordKind& kind);

/// "policy.schema.json", which is also the schema's $id: schemas stand side by side.
std::string schema_file(const model::schema::RecordKind& kind);

/// The schema of one JSON data file of this kind, indented, with a newline at its end; titles and
/// descriptions in `language`.
std::string json_schema(const model::schema::RecordKind& kind, Language language);

}  // namespace huice::load
