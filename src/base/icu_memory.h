// SPDX-License-Identifier: Apache-2.0
#pragma once

// ICU throws nothing where memory is missing: it says so by a status, or gives a text that is none.
// Going on would make pages that are wrong and look right.

#include <unicode/unistr.h>
#include <unicode/utypes.h>

#include <new>

namespace huice {

/// Throws where a call of ICU got no memory.
inline void need_memory(UErrorCode status) {
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
}

/// The text; throws where ICU got no memory for it.
inline const icu::UnicodeString& whole(const icu::UnicodeString& text) {
  if (text.isBogus() != 0) throw std::bad_alloc();
  return text;
}

}  // namespace huice
