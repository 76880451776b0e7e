// SPDX-License-Identifier: Apache-2.0
#include "model/schema/shape.h"

namespace huice::model {

const Field* find_field(const ObjectForm& object, std::string_view key) {
  for (const Field& field : object.fields) {
    if (field.key == key) return &field;
  }
  return nullptr;
}

}  // namespace huice::model
