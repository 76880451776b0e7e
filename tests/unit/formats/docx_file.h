// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small Word files written part by part, so that a test can break any of them.

#include "base/memory_files.h"
#include "formats/docx/read.h"
#include "formats/zip_file.h"

#include <memory>
#include <string>

namespace huice::test {

struct WordFile {
  std::string body;                    ///< of word/document.xml
  std::string styles = "<w:styles/>";  ///< w: is bound
  std::string header{};                ///< of the section's header, where there is one
  std::string comments{};
  std::string relations{};  ///< more of the document's
  std::string declaration{};
  Parts more{};
  std::string space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  static std::string relation(const std::string& id, const std::string& type,
                              const std::string& target, bool external = false) {
    return "<Relationship Id='" + id + "' Type='http://x/relationships/" + type + "' Target='" +
           target + (external ? "' TargetMode='External'/>" : "'/>");
  }

  std::string bound(const std::string& xml) const {
    const std::size_t name = xml.find_first_of(" />", 1);
    return declaration + xml.substr(0, name) + " xmlns:w='" + space +
           "' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
           " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
           " xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'"
           " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
           " xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'"
           " xmlns:v='urn:schemas-microsoft-com:vml'" +
           xml.substr(name);
  }

  Parts parts() const {
    const std::string all = "<Relationships>";
    std::string own = relation("s", "styles", "styles.xml") + relations;
    Parts out{{"_rels/.rels",
               all + relation("d", "officeDocument", "word/document.xml") + "</Relationships>"}};
    if (!header.empty()) {
      own += relation("h", "header", "header1.xml");
      out.emplace_back("word/header1.xml", bound("<w:hdr>" + header + "</w:hdr>"));
    }
    if (!comments.empty()) {
      own += relation("c", "comments", "comments.xml");
      out.emplace_back("word/comments.xml", bound("<w:comments>" + comments + "</w:comments>"));
    }
    out.emplace_back("word/styles.xml", bound(styles));
    out.emplace_back("word/document.xml",
                     bound("<w:document><w:body>" + body + "</w:body></w:document>"));
    out.emplace_back("word/_rels/document.xml.rels", all + own + "</Relationships>");
    out.insert(out.end(), more.begin(), more.end());
    return out;
  }
};

struct ReadWord {
  std::unique_ptr<formats::docx::Docx> docx;
  std::string problems;
};

inline ReadWord read_word(const std::string& bytes, std::string_view custom_space = {},
                          const std::string& name = "a.docx") {
  MemoryFileSystem files;
  files.put(name, bytes);
  Diagnostics problems;
  ReadWord out;
  out.docx = formats::docx::read_docx(files, name, problems, custom_space);
  for (const Diagnostic& found : problems.sorted()) {
    out.problems += format_diagnostic(found, Language::en);
  }
  return out;
}

inline ReadWord read_word(const WordFile& file) {
  return read_word(zip_of(file.parts()));
}

/// The words of each paragraph, a line each.
inline std::string words_in(const formats::docx::Blocks& blocks,
                            formats::docx::Side side = formats::docx::Side::accepted) {
  std::string out;
  formats::docx::for_each_paragraph(blocks, [&](const formats::docx::Paragraph& one) {
    out += formats::docx::words_of(one, side) + "\n";
  });
  return out;
}

}  // namespace huice::test
