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

# libzip's package also names its command line tools, which Debian ships apart and huice has no use
# for; its file of targets stops where they are missing.
find_path(LIBZIP_INCLUDE_DIR zip.h REQUIRED)
find_library(LIBZIP_LIBRARY zip REQUIRED)
add_library(libzip::zip UNKNOWN IMPORTED)
set_target_properties(libzip::zip PROPERTIES
  IMPORTED_LOCATION ${LIBZIP_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES ${LIBZIP_INCLUDE_DIR})

find_package(expat 2.5 REQUIRED CONFIG COMPONENTS char dtd)

# Debian's libxlsxwriter-dev ships no CMake package.
find_path(XLSXWRITER_INCLUDE_DIR xlsxwriter.h REQUIRED)
find_library(XLSXWRITER_LIBRARY xlsxwriter REQUIRED)
add_library(xlsxwriter::xlsxwriter UNKNOWN IMPORTED)
set_target_properties(xlsxwriter::xlsxwriter PROPERTIES
  IMPORTED_LOCATION ${XLSXWRITER_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES ${XLSXWRITER_INCLUDE_DIR})
