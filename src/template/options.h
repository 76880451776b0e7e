// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace huice::tmpl {

/// Limits that end a hostile or mistaken template with a diagnostic instead of a hang.
struct Bounds {
  std::size_t output_bytes = std::size_t{128} << 20U;  ///< of one rendering
  std::uint64_t loop_steps = 2'500'000;                ///< rounds, calls, work on large values
  std::uint32_t call_depth = 200;                      ///< macros, recursive loops, blocks
  std::uint32_t include_depth = 50;                    ///< include, import and extends
  std::size_t value_bytes = std::size_t{256} << 20U;   ///< texts, lists, mappings held at a time
};

struct Options {
  bool trim_blocks = false;            ///< as Jinja: drop the newline after a tag
  bool lstrip_blocks = false;          ///< as Jinja: drop spaces between line start and a tag
  bool keep_trailing_newline = false;  ///< as Jinja: false drops one newline at a template's end
  /// With that kept: an included, imported or extending template drops it all the same. So a text
  /// ends as its template does, and an included line can stand within another.
  bool only_outermost_newline = false;
  Bounds bounds{};
};

}  // namespace huice::tmpl
