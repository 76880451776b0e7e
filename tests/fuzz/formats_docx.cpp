// SPDX-License-Identifier: Apache-2.0
// Reads the input as a Word file: the bytes of an archive, or the texts of its parts, each after a
// line "--- part NAME", which are packed first, so that the fuzzer need not learn to deflate.

#include "base/memory_files.h"
#include "formats/docx/read.h"
#include "input/packed_parts.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace huice::formats::docx;

bool is_index(int index, std::size_t size) {
  return index >= -1 && (index < 0 || static_cast<std::size_t>(index) < size);
}

// Every name of another thing leads to one, and what holds can be asked for each run.
void look(const Docx& docx, const Paragraph& paragraph) {
  for (const Piece& piece : paragraph.pieces) {
    const bool is_sound =
        is_index(piece.run, paragraph.runs.size()) &&
        is_index(piece.inserted, docx.changes.size()) &&
        is_index(piece.deleted, docx.changes.size()) && is_index(piece.field, docx.fields.size()) &&
        is_index(piece.link, docx.links.size()) && is_index(piece.shape, docx.shapes.size());
    if (!is_sound) std::abort();
    docx.styles.of_run(paragraph, piece.run, "w:rFonts", "eastAsia");
    docx.styles.is_on(paragraph, piece.run, "w:b");
  }
  docx.styles.of_paragraph(paragraph, "w:ind", "left");
  words_of(paragraph, Side::accepted);
  words_of(paragraph, Side::refused);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  huice::MemoryFileSystem files;
  files.put("t.docx", huice::test::packed_parts(input));
  huice::Diagnostics problems;
  const auto docx = read_docx(files, "t.docx", problems, "urn:a");
  if ((docx == nullptr) != problems.has_errors()) std::abort();
  if (docx) {
    const auto all = [&](const Blocks& blocks) {
      for_each_paragraph(blocks, [&](const Paragraph& one) { look(*docx, one); });
    };
    all(docx->body);
    for (const Edge& edge : docx->edges) all(edge.blocks);
    for (const Note& note : docx->notes) all(note.blocks);
    for (const Comment& comment : docx->comments) all(comment.blocks);
    for (const Shape& shape : docx->shapes) {
      for (const Blocks& box : shape.boxes) all(box);
    }
    for (const Section& section : docx->sections) {
      if (section.end > docx->body.size()) std::abort();
      for (const Section::Edge& edge : section.edges) {
        if (edge.number >= docx->edges.size()) std::abort();
      }
    }
  }
  for (const huice::Diagnostic& found : problems.sorted()) {
    huice::format_diagnostic(found, huice::Language::en);
  }
  return 0;
}
