// SPDX-License-Identifier: Apache-2.0
#pragma once

// PDFs of one page, written out for the tests.

#include <string>
#include <vector>

namespace huice::test {

/// A page of 210 × 297 mm that draws `content`. `resources` is the inside of its dictionary;
/// `others` are further objects, which are numbered from 5.
inline std::string pdf_of(const std::string& content, const std::string& resources = {},
                          const std::vector<std::string>& others = {}) {
  std::vector<std::string> objects{
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<" + resources +
          ">>>>",
      "<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream"};
  objects.insert(objects.end(), others.begin(), others.end());
  std::string out = "%PDF-1.4\n";
  std::string table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const std::string place = std::to_string(out.size());
    table += std::string(10 - place.size(), '0') + place + " 00000 n \n";
    out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string count = std::to_string(objects.size() + 1);
  const std::string start = std::to_string(out.size());
  return out + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer<</Size " + count +
         "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

/// A stream without filters, with `more` in its dictionary.
inline std::string pdf_stream(const std::string& text, const std::string& more = {}) {
  return "<</Length " + std::to_string(text.size()) + more + ">>stream\n" + text + "\nendstream";
}

}  // namespace huice::test
