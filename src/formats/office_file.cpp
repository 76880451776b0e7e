// SPDX-License-Identifier: Apache-2.0
#include "formats/office_file.h"

#include "base/ascii.h"

#include <array>

namespace huice::formats {

bool starts_with(const OpenFile& file, std::string_view signature) {
  std::string head(signature.size(), '\0');
  const Result<std::size_t> count = file.read_at(0, head.data(), head.size());
  return count && count.value() == head.size() && head == signature;
}

bool has_password(const OpenFile& file) {
  std::array<unsigned char, 52> head{};
  const auto size = file.read_at(0, reinterpret_cast<char*>(head.data()), head.size());
  if (!size || size.value() < head.size()) return false;
  std::uint64_t sector = 0;
  for (std::size_t i = 4; i-- > 0;) sector = (sector << 8U) | head.at(48 + i);
  const std::uint64_t sector_bytes = head.at(30) == 12 ? 4096 : 512;
  std::string directory(4096, '\0');
  const auto read = file.read_at((sector + 1) * sector_bytes, directory.data(), directory.size());
  std::string name;
  for (const char letter : std::string_view("EncryptedPackage")) name += {letter, '\0'};
  return read && directory.find(name) != std::string::npos;
}

std::string small_head(const OpenFile& file) {
  std::string head(1024, '\0');
  const Result<std::size_t> size = file.read_at(0, head.data(), head.size());
  head.resize(size ? size.value() : 0);
  for (char& one : head) one = ascii::lower(one);
  return head;
}

bool is_page(std::string_view head) {
  for (const std::string_view tag : {"<html", "<!doctype", "<table"}) {
    if (head.find(tag) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace huice::formats
