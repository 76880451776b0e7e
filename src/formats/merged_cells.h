// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is merged in one worksheet (ECMA-376 part 1, 18.3.1.55). A sheet says so after its rows, so
// that it has to be looked through once before they are read.

#include "formats/table.h"
#include "formats/xml_stream.h"

namespace huice::formats {

/// Column and row, both from 1, of a cell's name like "AB7"; false where it is none, or one that no
/// sheet has.
bool read_cell_name(std::string_view name, std::size_t& column, std::size_t& row);

class MergedScan final : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view /*piece*/) override {}

  /// The first 1,000, in the sheet's order.
  const std::vector<MergedCells>& merged() const { return merged_; }

 private:
  std::vector<MergedCells> merged_;
  bool in_row_ = false;
};

}  // namespace huice::formats
