# SPDX-License-Identifier: Apache-2.0
# Every library huice links to, from Debian 12; docs/architecture.md says why each is there.

find_package(Boost 1.74 REQUIRED COMPONENTS filesystem)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(cmark 0.30 REQUIRED)
find_package(TBB REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)

# Debian's libxxhash-dev ships no CMake package.
find_path(XXHASH_INCLUDE_DIR xxhash.h REQUIRED)
find_library(XXHASH_LIBRARY xxhash REQUIRED)
add_library(xxHash::xxHash UNKNOWN IMPORTED)
set_target_properties(xxHash::xxHash PROPERTIES
  IMPORTED_LOCATION ${XXHASH_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES ${XXHASH_INCLUDE_DIR})
