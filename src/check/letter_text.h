// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the title and opening of a reply say of the proposal they answer: 市政协五届四次会议第0261号
// 《关于…的提案》.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huice::check {

/// A part of a text, in bytes.
struct Part {
  std::size_t offset = 0;
  std::size_t bytes = 0;
};

struct SessionNamed {
  int term = 0;     ///< 届
  int meeting = 0;  ///< 次
  Part part;        ///< from the term's numeral up to 次
};

/// The first session that a text names: 五届四次, 第五届委员会第四次会议, 5届4次. nullopt where it
/// names none, or its numerals are above 99.
std::optional<SessionNamed> session_in(std::string_view text);

struct NumberNamed {
  std::string digits;  ///< in ASCII, as written
  Part part;           ///< 第0261号
};

/// The numbers of proposals that a text names: 第0261号, 第12、15号. The 第…号 of a document number
/// (〔2021〕第6号) is left out.
std::vector<NumberNamed> proposal_numbers_in(std::string_view text);

/// The first 《关于…》 that is a proposal's title, without its 《》.
std::optional<Part> proposal_title_in(std::string_view text);

/// Without blanks and quotation marks; of a proposal's title, what is before 的提案 or 的建议 too.
std::string plain_title(std::string_view title);

/// A number without the zeros before it: 0261 is 261, and so is ０２６１.
std::string plain_number(std::string_view number);

}  // namespace huice::check
