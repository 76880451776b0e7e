# SPDX-License-Identifier: Apache-2.0
# One static library per folder of src/, named huice_<folder>. Headers are included from src/, as
# "folder/name.h", so that an include line shows which layer it reaches.

add_library(huice_warnings INTERFACE)
target_compile_options(huice_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Wcast-qual -Wformat=2 -Werror
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
  # GCC 12 reports inactive members of std::variant and std::optional under -O2 (GCC bug 105562), and
  # a copy that overlaps itself in "text" + std::string under -O3 (GCC bug 105651), and an owner count
  # in front of a constant text that has none (it cannot follow Value's owned_ flag).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized -Wno-restrict -Wno-stringop-overflow>)

# Paths of this machine stay out of the binary, so that two checkouts give the same program.
add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)

if(HUICE_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# Layers that the fuzzers reach: in clang's sanitizer build, libFuzzer sees which of their
# branches an input takes. Counters alone cost 7 % of a run, comparisons as well 43 % (docs/testing.md).
set(huice_fuzzed base markup model logic markdown template formats load prose derive match check view document pages)
if(HUICE_SANITIZE AND CMAKE_CXX_COMPILER_ID MATCHES Clang)
  set(HUICE_FUZZ ON)
endif()

if(HUICE_TIDY)
  find_program(HUICE_CLANG_TIDY NAMES clang-tidy-14 clang-tidy REQUIRED)
endif()

# Runs clang-tidy on TARGET's sources where the tidy preset asks for it.
function(huice_tidy target)
  if(HUICE_TIDY)
    set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY "${HUICE_CLANG_TIDY};--quiet")
  endif()
endfunction()

# huice_layer(NAME [DEPENDS layer…] [LINKS target…]): the library of src/NAME.
function(huice_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPENDS;LINKS")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  add_library(huice_${name} STATIC ${sources})
  target_include_directories(huice_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  list(TRANSFORM arg_DEPENDS PREPEND huice_)
  target_link_libraries(huice_${name} PUBLIC ${arg_DEPENDS} PRIVATE ${arg_LINKS} huice_warnings)
  if(HUICE_FUZZ AND name IN_LIST huice_fuzzed)
    target_compile_options(huice_${name} PRIVATE -fsanitize-coverage=inline-8bit-counters,pc-table)
  endif()
  huice_tidy(huice_${name})
endfunction()
