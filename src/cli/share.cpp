// SPDX-License-Identifier: Apache-2.0
#include "cli/share.h"

#include <unistd.h>

#include <array>
#include <cstdlib>

namespace huice::cli {
namespace {

std::string program_folder() {
  std::array<char, 4096> path{};
  const ssize_t length = readlink("/proc/self/exe", path.data(), path.size());
  if (length <= 0) return {};
  const std::string program(path.data(), static_cast<std::size_t>(length));
  return program.substr(0, program.rfind('/'));
}

}  // namespace

std::string share_directory(const FileSystem& files) {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): no thread is running yet, and none changes it
  if (const char* named = std::getenv("HUICE_SHARE")) return named;
  const std::string folder = program_folder();
  for (const std::string& candidate : {folder + "/../share/huice", folder + "/../.."}) {
    if (files.info(candidate + "/templates")) return candidate;
  }
  return {};
}

}  // namespace huice::cli
