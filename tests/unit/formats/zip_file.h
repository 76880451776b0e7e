// SPDX-License-Identifier: Apache-2.0
#pragma once

// Archives for the tests, made by libzip.

#include <zip.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace huice::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A zip archive that holds these parts; with a password on each where one is given.
inline std::string zip_of(const Parts& parts, bool compress = true,
                          const char* password = nullptr) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_OVERWRITE);
    if (index < 0) {
      zip_source_free(source);
      continue;
    }
    const auto at = static_cast<zip_uint64_t>(index);
    zip_set_file_compression(archive, at, compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 1);
    if (password != nullptr) zip_file_set_encryption(archive, at, ZIP_EM_AES_256, password);
  }
  if (zip_close(archive) != 0) zip_discard(archive);
  zip_error_fini(&error);
  std::string out;
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_source_stat(target, &about) == 0 && zip_source_open(target) == 0) {
    out.resize(static_cast<std::size_t>(about.size));
    zip_source_read(target, out.data(), out.size());
    zip_source_close(target);
  }
  zip_source_free(target);
  return out;
}

}  // namespace huice::test
