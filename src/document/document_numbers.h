// SPDX-License-Identifier: Apache-2.0
#pragma once

// Document numbers (发文字号) in running text, which no line may end within.

#include <cstddef>
#include <string_view>

namespace huice::document {

struct NumberSearch {
  /// Where the agency's sign begins nobody can tell: at most so many Han characters before the
  /// bracket are taken for it.
  std::size_t most_of_agency = 0;
  bool takes_open = false;  ///< numbers with blanks (U+3000) for a serial number to come, too
};

/// The bytes of a document number of the usual form (GB/T 9704-2012, 7.2.5): 鄂府发〔2022〕103号.
struct NumberInText {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The first one at or after `from`; {text.size(), text.size()} where there is none.
NumberInText next_number(std::string_view text, std::size_t from, const NumberSearch& search);

}  // namespace huice::document
