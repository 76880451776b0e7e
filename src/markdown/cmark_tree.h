// SPDX-License-Identifier: Apache-2.0
#pragma once

// cmark's tree with an owner; the only header that names cmark.

#include <cmark.h>

#include <memory>
#include <string_view>

namespace huice::markdown {

struct CmarkFree {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using CmarkTree = std::unique_ptr<cmark_node, CmarkFree>;

inline CmarkTree read_with_cmark(std::string_view markdown) {
  return CmarkTree(cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT));
}

}  // namespace huice::markdown
