// SPDX-License-Identifier: Apache-2.0
#include "document/document_numbers.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "markdown/characters.h"

namespace huice::document {
namespace {

constexpr std::string_view kOpen = "\u3014";  // the hexagonal brackets
constexpr std::string_view kClose = "\u3015";
constexpr std::string_view kBlank = "\u3000";
constexpr std::string_view kNumber = "\u53F7";  // its last sign
constexpr std::size_t kYear = 4;
constexpr std::size_t kMostOfSerial = 6;

bool is_han(char32_t sign) {
  return (sign >= 0x4E00 && sign <= 0x9FFF) || sign == 0x3007;
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && ascii::is_digit(text[at]);
}

// The end of “〔2022〕103号” whose bracket is at `open`, or 0.
std::size_t end_of_number(std::string_view text, std::size_t open, bool takes_open) {
  std::size_t at = open + kOpen.size();
  for (const std::size_t end = at + kYear; at < end; ++at) {
    if (!is_digit_at(text, at)) return 0;
  }
  if (!text.substr(at).starts_with(kClose)) return 0;
  const std::size_t serial = at += kClose.size();
  for (std::size_t count = 0; count < kMostOfSerial; ++count) {
    if (is_digit_at(text, at)) {
      ++at;
    } else if (takes_open && text.substr(at).starts_with(kBlank)) {
      at += kBlank.size();
    } else {
      break;
    }
  }
  return at > serial && text.substr(at).starts_with(kNumber) ? at + kNumber.size() : 0;
}

std::size_t begin_of_agency(std::string_view text, std::size_t from, std::size_t open,
                            std::size_t most) {
  std::size_t begin = open;
  for (std::size_t count = 0; count < most && begin > from; ++count) {
    std::size_t at = begin;
    if (!is_han(markdown::decode_before(text, at)) || at < from) break;
    begin = at;
  }
  return begin;
}

}  // namespace

NumberInText next_number(std::string_view text, std::size_t from, const NumberSearch& search) {
  for (std::size_t open = text.find(kOpen, from); open != std::string_view::npos;
       open = text.find(kOpen, open + kOpen.size())) {
    const std::size_t end = end_of_number(text, open, search.takes_open);
    if (end > 0) return {begin_of_agency(text, from, open, search.most_of_agency), end};
  }
  return {text.size(), text.size()};
}

}  // namespace huice::document
