// SPDX-License-Identifier: Apache-2.0
// Reads the input as a PDF, or as the content of a PDF's page, and compares it with every rule of
// GB/T 9704.
#include "document/verify/pdf_sheet.h"
#include "document/verify/verdict.h"
#include "formats/pdf/read.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace {

using namespace huice;

std::string as_page(std::string_view content) {
  const std::string_view fonts =
      "/Font<</F <</Type/Font/Subtype/Type1/BaseFont/SimSun/FirstChar 32/Widths[500 500 500]>>>>";
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
         "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<" +
         std::string(fonts) + "/XObject<</X 4 0 R>>>>>>endobj\n4 0 obj<</Subtype/Form/Length " +
         std::to_string(content.size()) + ">>stream\n" + std::string(content) +
         "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

void verify(std::string_view bytes) {
  formats::pdf::Limits limits;
  limits.pages = 20;
  limits.unpacked = 1U << 20U;
  limits.operators = 20'000;
  limits.glyphs = 20'000;
  formats::pdf::File file;
  if (formats::pdf::read(bytes, file, limits) != formats::pdf::Fault::none) return;
  const document::verify::Sheet sheet = document::verify::sheet_of(file);
  for (const auto& one : document::verify::verdicts(sheet, document::verify::parts_of(sheet))) {
    for (const auto& finding : one.findings) {
      if (finding.found.in(Language::zh).size() > 10'000) __builtin_trap();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (text.starts_with("%PDF-")) {
    verify(text);
  } else {
    verify(as_page(text));
  }
  return 0;
}
