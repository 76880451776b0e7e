// SPDX-License-Identifier: Apache-2.0
#include "document/document.h"

namespace huice::document {

bool operator==(const List& a, const List& b) {
  return a.ordered == b.ordered && a.start == b.start && a.items == b.items;
}

bool operator==(const Note& a, const Note& b) {
  return a.blocks == b.blocks;
}

bool operator==(const Block& a, const Block& b) {
  return a.origin == b.origin && a.content == b.content;
}

std::string words_of(const Runs& runs) {
  std::string words;
  for (const Run& run : runs) words += run.kind == RunKind::line_break ? " " : run.text;
  return words;
}

std::vector<std::string> cited(const Blocks& blocks) {
  std::vector<std::string> targets;
  for_each_text(blocks, [&targets](const Runs& runs) {
    for (const Run& run : runs) {
      if (run.kind == RunKind::citation) targets.push_back(run.target);
    }
  });
  return targets;
}

}  // namespace huice::document
