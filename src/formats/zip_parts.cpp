// SPDX-License-Identifier: Apache-2.0
//
// libzip reads through an OpenFile, not through a path, so that it reads through the seam to files.
#include "formats/zip_parts.h"

#include "base/messages/files.h"
#include "base/messages/formats.h"

#include <zip.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace huice::formats {

struct ZipSource {
  static zip_int64_t answer(void* self, void* data, zip_uint64_t size, zip_source_cmd_t command) {
    auto& parts = *static_cast<ZipParts*>(self);
    switch (command) {
      case ZIP_SOURCE_OPEN:
        parts.offset_ = 0;
        return 0;
      case ZIP_SOURCE_READ:
        return read(parts, static_cast<char*>(data), size);
      case ZIP_SOURCE_SEEK:
        return seek(parts, data, size);
      case ZIP_SOURCE_TELL:
        return static_cast<zip_int64_t>(parts.offset_);
      case ZIP_SOURCE_STAT:
        return stat(parts, static_cast<zip_stat_t*>(data));
      case ZIP_SOURCE_ERROR:
        return error(static_cast<int*>(data));
      case ZIP_SOURCE_CLOSE:
      case ZIP_SOURCE_FREE:
        return 0;
      case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
            ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS, -1);
      default:
        return -1;
    }
  }

  static zip_int64_t read(ZipParts& parts, char* into, zip_uint64_t size) {
    const Result<std::size_t> count = parts.file_->read_at(parts.offset_, into, size);
    if (!count) return -1;
    parts.offset_ += count.value();
    return static_cast<zip_int64_t>(count.value());
  }

  static zip_int64_t seek(ZipParts& parts, void* data, zip_uint64_t size) {
    const zip_int64_t to =
        zip_source_seek_compute_offset(parts.offset_, parts.file_->size(), data, size, nullptr);
    if (to < 0) return -1;
    parts.offset_ = static_cast<std::uint64_t>(to);
    return 0;
  }

  static zip_int64_t stat(const ZipParts& parts, zip_stat_t* out) {
    zip_stat_init(out);
    out->size = parts.file_->size();
    out->valid = ZIP_STAT_SIZE;
    return static_cast<zip_int64_t>(sizeof *out);
  }

  static zip_int64_t error(int* out) {
    const std::array<int, 2> codes{ZIP_ER_READ, EIO};
    std::memcpy(out, codes.data(), sizeof codes);
    return static_cast<zip_int64_t>(sizeof codes);
  }
};

ZipPart::~ZipPart() {
  zip_fclose(file_);
}

std::int64_t ZipPart::read(char* into, std::size_t size) {
  return zip_fread(file_, into, size);
}

namespace {

// What libzip found, in our words.
Argument fault_of(const zip_error_t& error) {
  switch (error.zip_err) {
    case ZIP_ER_NOZIP:
      return msg::why_no_archive{};
    case ZIP_ER_INCONS:
    case ZIP_ER_EOF:
    case ZIP_ER_SEEK:
    case ZIP_ER_READ:
      return msg::why_archive_cut{};
    case ZIP_ER_MEMORY:
      return msg::why_no_memory{};
    default:
      return msg::why_fault_number{.library = "libzip", .number = error.zip_err};
  }
}

}  // namespace

std::unique_ptr<ZipParts> ZipParts::open(std::unique_ptr<OpenFile> file, Argument& reason) {
  std::unique_ptr<ZipParts> parts(new ZipParts);
  parts->file_ = std::move(file);
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_function_create(ZipSource::answer, parts.get(), &error);
  if (source != nullptr) parts->archive_ = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (parts->archive_ == nullptr) {
    reason = fault_of(error);
    zip_source_free(source);
    parts = nullptr;
  }
  zip_error_fini(&error);
  return parts;
}

ZipParts::~ZipParts() {
  // Discarding, not closing: nothing was changed.
  if (archive_ != nullptr) zip_discard(archive_);
}

bool ZipParts::has(const std::string& name) const {
  return zip_name_locate(archive_, name.c_str(), ZIP_FL_NOCASE) >= 0;
}

bool ZipParts::is_encrypted(const std::string& name) const {
  zip_stat_t about;
  return zip_stat(archive_, name.c_str(), ZIP_FL_NOCASE, &about) == 0 &&
         (about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE;
}

std::unique_ptr<ZipPart> ZipParts::part(const std::string& name) const {
  zip_file_t* file = zip_fopen(archive_, name.c_str(), ZIP_FL_NOCASE);
  return file == nullptr ? nullptr : std::make_unique<ZipPart>(file, name);
}

}  // namespace huice::formats
