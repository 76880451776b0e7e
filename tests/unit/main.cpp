// SPDX-License-Identifier: Apache-2.0
#include "paths.h"

#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

std::string source_path(std::string_view inside) {
  return HUICE_SOURCE_DIR + std::string(inside);
}
