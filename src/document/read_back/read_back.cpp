// SPDX-License-Identifier: Apache-2.0
#include "document/read_back/read_back.h"

#include "document/read_back/comparison.h"

namespace huice::document::read_back {

std::string record_of(const formats::docx::Docx& docx) {
  return docx::read_origins(docx.custom).record;
}

std::vector<FieldChange> read_back(const Printed& printed, const formats::docx::Docx& docx,
                                   const std::string& file, Diagnostics& problems) {
  return Comparison(printed, docx, file, problems).run();
}

}  // namespace huice::document::read_back
