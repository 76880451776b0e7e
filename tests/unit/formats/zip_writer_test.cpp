// SPDX-License-Identifier: Apache-2.0
#include "formats/zip_writer.h"

#include "base/memory_files.h"
#include "formats/zip_parts.h"

#include <doctest/doctest.h>

#include <string>

using namespace huice;
using namespace huice::formats;

namespace {

std::string read_back(const std::string& archive, const std::string& name) {
  MemoryFileSystem files;
  files.put("a.zip", archive);
  Result<std::unique_ptr<OpenFile>> file = files.open("a.zip");
  REQUIRE(file);
  Argument reason = std::string();
  const std::unique_ptr<ZipParts> parts = ZipParts::open(std::move(file).value(), reason);
  REQUIRE(parts);
  const std::unique_ptr<ZipPart> part = parts->part(name);
  REQUIRE(part);
  std::string out(10000, '\0');
  const std::int64_t count = part->read(out.data(), out.size());
  REQUIRE(count >= 0);
  out.resize(static_cast<std::size_t>(count));
  return out;
}

std::string written(const std::vector<NewPart>& parts) {
  const Result<std::string> bytes = zip_of(parts);
  REQUIRE(bytes);
  return bytes.value();
}

}  // namespace

TEST_CASE("parts come back from the archive, packed or not, in their order") {
  const std::string many(5000, 'x');
  const std::string archive =
      written({{"mimetype", "application/x", false}, {"甲/b.xml", many}, {"empty", ""}});
  CHECK(read_back(archive, "mimetype") == "application/x");
  CHECK(read_back(archive, "甲/b.xml") == many);
  CHECK(read_back(archive, "empty").empty());
  CHECK(archive.size() < 1000);
  // A local header has 30 bytes; then name and bytes follow, where EPUB wants its type to be read.
  CHECK(archive.substr(30, 21) == "mimetypeapplication/x");
}

TEST_CASE("every part is dated on the first day that zip knows") {
  const std::string archive = written({{"a", "1"}});
  // Time and date of the first local header, little-endian: midnight, and 1 January 1980.
  CHECK(archive.substr(10, 4) == std::string("\x00\x00\x21\x00", 4));
}
