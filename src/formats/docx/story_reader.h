// SPDX-License-Identifier: Apache-2.0
#pragma once

// Paragraphs and tables from the tree of one part: document, header, footer, comments, notes.

#include "formats/docx/docx.h"
#include "formats/relations.h"

#include <map>
#include <string>
#include <vector>

namespace huice::formats::docx {

class StoryReader {
 public:
  /// `relations` are the part's. REQUIRES: both outlive the reader.
  StoryReader(const Relations& relations, Docx& out) : relations_(relations), out_(out) {}

  /// The blocks in an element: w:body, w:hdr, w:comment …; its nodes are used up. `sections` gets
  /// those that end in it, if it is not null.
  Blocks story(XmlNode& around, std::vector<Section>* sections = nullptr);

 private:
  /// What holds for the pieces being read.
  struct Within {
    int inserted = -1;
    int deleted = -1;
    int link = -1;
    int run = -1;
  };

  void blocks(XmlNode& around, Blocks& out);
  void block(XmlNode& node, Blocks& out);
  Paragraph paragraph(XmlNode& node);
  Table table(XmlNode& node);
  void rows(XmlNode& around, Table& out);
  Row row(XmlNode& node);
  void cells(XmlNode& around, Row& out);

  void inlines(XmlNode& around, const Within& within, Paragraph& out);
  void inline_node(XmlNode& node, const Within& within, Paragraph& out);
  void run(XmlNode& node, Within within, Paragraph& out);
  void run_nodes(XmlNode& around, const Within& within, Paragraph& out);
  void run_node(XmlNode& node, const Within& within, Paragraph& out);
  void field_sign(const XmlNode& node, const Within& within, Paragraph& out);
  void shape(XmlNode& node, const Within& within, Paragraph& out);
  void texts_in(XmlNode& node, Shape& out);

  Piece piece(PieceKind kind, std::string text, const Within& within) const;
  /// The piece of a mark that may stand between runs or paragraphs; false where it is none.
  bool mark(const XmlNode& node, Piece& out);
  void hold(Piece mark, Blocks& out);
  Within changed(const XmlNode& node, const Within& within);
  int change(ChangeKind kind, const XmlNode& node);
  void open_field(std::string instruction);

  struct OpenField {
    int number = -1;
    bool in_result = false;
  };

  const Relations& relations_;
  Docx& out_;
  std::vector<OpenField> fields_{};
  std::vector<Piece> held_{};                       // marks before the next paragraph
  std::map<std::string, std::string> bookmarks_{};  // id → name
};

}  // namespace huice::formats::docx
