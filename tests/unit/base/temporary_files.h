// SPDX-License-Identifier: Apache-2.0
#pragma once

// A folder on the real file system that is gone after the test.

#include <boost/filesystem/operations.hpp>

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace huice::test {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    path_ = (boost::filesystem::temp_directory_path() / "huice-XXXXXX").string();
    if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error("cannot make " + path_);
  }
  ~TemporaryFolder() {
    boost::system::error_code ignored;
    boost::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }
  std::string at(std::string_view name) const { return path_ + "/" + std::string(name); }

  /// Writes a file, its folders included, without the code under test.
  void put(std::string_view name, std::string_view bytes) const {
    boost::filesystem::create_directories(boost::filesystem::path(at(name)).parent_path());
    std::ofstream(at(name), std::ios::binary) << bytes;
  }

 private:
  std::string path_;
};

}  // namespace huice::test
