// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where this repository lies. A function, so that its path is compiled into one file alone and
// checkouts in several places share the compiler's cache.

#include <string>
#include <string_view>

/// The repository's folder with `inside` appended: source_path("/docs/cli.md").
std::string source_path(std::string_view inside = {});
