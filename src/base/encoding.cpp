// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.h"

#include "base/icu_memory.h"
#include "base/utf8.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

namespace huice {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

}  // namespace

void EncodingSurvey::step(std::string_view text) {
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if (value == '\n') {
      ++line_;
      column_ = 1;
    } else if ((value & 0xC0U) != 0x80U) {
      ++column_;
    }
  }
}

std::size_t EncodingSurvey::look(std::string_view piece, bool last) {
  std::size_t done = 0;
  while (done < piece.size()) {
    std::string_view rest = piece.substr(done);
    const std::size_t nul = rest.find('\0');
    const std::size_t bad = utf8::first_invalid(rest);
    rest = rest.substr(0, std::min({nul, bad, rest.size()}));
    if (faults_ == 0) step(rest);
    han_ += static_cast<std::size_t>(
        std::count_if(rest.begin(), rest.end(), [](char byte) { return (byte & 0xF0) == 0xE0; }));
    done += rest.size();
    if (done == piece.size()) break;
    if (nul < bad) {
      nul_ = true;
      return 0;
    }
    if (!last && piece.size() - done < 4) return piece.size() - done;
    ++faults_;
    ++done;
  }
  return 0;
}

bool is_utf16(std::string_view first_bytes) {
  return first_bytes.starts_with("\xFF\xFE") || first_bytes.starts_with("\xFE\xFF");
}

Encoding EncodingSurvey::encoding(std::string_view first_bytes) const {
  if (is_utf16(first_bytes)) return Encoding::utf16;
  if (faults_ == 0) return Encoding::utf8;
  const bool damaged = first_bytes.starts_with(utf8::kByteOrderMark) || han_ > faults_;
  return damaged ? Encoding::unknown : Encoding::gb18030;
}

std::optional<std::string> from_gb18030(std::string_view bytes) {
  EncodingSurvey survey;
  survey.look(bytes, true);
  if (survey.has_nul() || survey.encoding(bytes) != Encoding::gb18030) return std::nullopt;
  UErrorCode error = U_ZERO_ERROR;
  const Converter from(ucnv_open("gb18030", &error));
  const Converter to(ucnv_open("UTF-8", &error));
  need_memory(error);
  if (U_FAILURE(error) != 0) return std::nullopt;
  ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  std::string text(2 * bytes.size() + 4, '\0');  // of two bytes come three, of four come four
  char* target = text.data();
  const char* source = bytes.data();
  ucnv_convertEx(to.get(), from.get(), &target, text.data() + text.size(), &source,
                 bytes.data() + bytes.size(), nullptr, nullptr, nullptr, nullptr, 1, 1, &error);
  need_memory(error);
  if (U_FAILURE(error) != 0) return std::nullopt;
  text.resize(static_cast<std::size_t>(target - text.data()));
  return text;
}

}  // namespace huice
