// SPDX-License-Identifier: Apache-2.0
#include "formats/zip_writer.h"

#include "base/messages/files.h"

#include <zip.h>

#include <memory>

namespace huice::formats {
namespace {

constexpr zip_uint16_t kFirstDay = (0U << 9U) | (1U << 5U) | 1U;  // 1980-01-01, as MS-DOS wrote it

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

bool add(zip_t* archive, const NewPart& part) {
  Source source(zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0));
  if (!source) return false;
  const zip_int64_t index =
      zip_file_add(archive, part.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) return false;
  [[maybe_unused]] const zip_source_t* owned = source.release();  // by the archive
  const auto at = static_cast<zip_uint64_t>(index);
  const zip_int32_t method = part.compressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
  // The usual level takes three times as long for a Word file, and makes it a twentieth smaller.
  constexpr zip_uint32_t kQuick = 3;
  return zip_set_file_compression(archive, at, method, part.compressed ? kQuick : 0) == 0 &&
         zip_file_set_dostime(archive, at, 0, kFirstDay, 0) == 0;
}

// What the archive was written into.
bool read_all(zip_source_t* target, std::string& out) {
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_source_stat(target, &about) != 0 || zip_source_open(target) != 0) return false;
  out.resize(static_cast<std::size_t>(about.size));
  const zip_int64_t count = zip_source_read(target, out.data(), out.size());
  zip_source_close(target);
  return count >= 0 && static_cast<std::size_t>(count) == out.size();
}

bool write(zip_source_t* target, const std::vector<NewPart>& parts) {
  Archive archive(zip_open_from_source(target, ZIP_TRUNCATE, nullptr));
  if (!archive) return false;
  zip_source_keep(target);  // once for the archive, once for who reads it
  for (const NewPart& part : parts) {
    if (!add(archive.get(), part)) return false;
  }
  if (zip_close(archive.get()) != 0) return false;
  [[maybe_unused]] const zip_t* closed = archive.release();
  return true;
}

}  // namespace

Result<std::string> zip_of(const std::vector<NewPart>& parts) {
  const Source target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  std::string out;
  if (target && write(target.get(), parts) && read_all(target.get(), out)) return out;
  return problem(msg::file_unwritable{.reason = msg::why_no_memory{}});
}

}  // namespace huice::formats
