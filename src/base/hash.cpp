// SPDX-License-Identifier: Apache-2.0
#include "base/hash.h"

#include "base/ascii.h"

#include <xxhash.h>

namespace huice {

std::string content_hash(std::string_view bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  std::string out;
  out.reserve(2 * sizeof canonical.digest);
  for (const unsigned char byte : canonical.digest) {
    ascii::append_hex(out, byte, 2);
  }
  return out;
}

std::uint64_t short_hash(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace huice
