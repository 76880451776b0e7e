# SPDX-License-Identifier: Apache-2.0
# Every library huice links to, from Debian 12; docs/architecture.md says why each is there.

find_package(Boost 1.74 REQUIRED COMPONENTS filesystem)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(cmark 0.30 REQUIRED)
find_package(TBB REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)

# huice_find(TARGET HEADER LIBRARY): for what Debian ships no CMake package of, or none that serves.
function(huice_find target header library)
  find_path(${library}_include_dir ${header} REQUIRED)
  find_library(${library}_library ${library} REQUIRED)
  add_library(${target} UNKNOWN IMPORTED GLOBAL)
  set_target_properties(${target} PROPERTIES
    IMPORTED_LOCATION ${${library}_library}
    INTERFACE_INCLUDE_DIRECTORIES ${${library}_include_dir})
endfunction()

huice_find(xxHash::xxHash xxhash.h xxhash)

# libzip's package also names its command line tools, which Debian ships apart and huice has no use
# for; its file of targets stops where they are missing.
huice_find(libzip::zip zip.h zip)

find_package(expat 2.5 REQUIRED CONFIG COMPONENTS char dtd)

huice_find(xlsxwriter::xlsxwriter xlsxwriter.h xlsxwriter)

huice_find(qpdf::qpdf qpdf/QPDF.hh qpdf)
