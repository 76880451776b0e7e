// SPDX-License-Identifier: Apache-2.0
#include "prose/check.h"

#include "model/walk.h"
#include "prose/prose.h"

namespace huice::prose {

void check_all(const model::Library& library, model::Locator& locator, Diagnostics& problems) {
  model::each_prose(library.records(), [&](const model::ProseField& field) {
    const auto locate = [&](std::size_t offset, std::size_t bytes) {
      return locator.in_prose(field.prose->place, offset, bytes);
    };
    read(*field.prose, library, locate, problems);
  });
}

}  // namespace huice::prose
