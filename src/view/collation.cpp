// SPDX-License-Identifier: Apache-2.0
#include "view/collation.h"

#include <unicode/coll.h>

#include <memory>

namespace huice::view {

std::vector<std::string> pinyin_keys(const std::vector<std::string>& texts) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(icu::Locale("zh@collation=pinyin"), status));
  std::vector<std::string> keys;
  keys.reserve(texts.size());
  for (const std::string& text : texts) {
    if (U_FAILURE(status) != 0) {
      // Without ICU's data the order of code points is still an order.
      keys.push_back(text);
      continue;
    }
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
    std::string key(static_cast<std::size_t>(collator->getSortKey(wide, nullptr, 0)), '\0');
    collator->getSortKey(wide, reinterpret_cast<std::uint8_t*>(key.data()),
                         static_cast<std::int32_t>(key.size()));
    keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace huice::view
