// SPDX-License-Identifier: Apache-2.0
#include "document/write_docx.h"

#include "base/messages/template_run.h"
#include "base/utf8.h"
#include "document/docx/body.h"
#include "document/docx/frame.h"
#include "document/docx/styles.h"
#include "formats/zip_writer.h"
#include "markup/format.h"

#include <array>
#include <charconv>
#include <optional>

namespace huice::document {
namespace {

using docx::Attribute;
using docx::Story;
using docx::Xml;

constexpr std::string_view kMain =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.";
constexpr std::string_view kRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006/";

/// A part with what the package has to say of it.
struct Part {
  std::string name;        ///< word/styles.xml
  std::string type;        ///< of its content
  std::string id{};        ///< of the document's relation to it; empty: none
  std::string relation{};  ///< the last word of that relation's type
};

struct HeaderOrFooter {
  std::string_view kind;  // default, even, first
  docx::PageSide side;
};

class Package {
 public:
  Package(const Letter& letter, const DocxLook& look) : letter_(letter), look_(look) {}

  Result<std::string> write();

 private:
  void add(Part part, Xml xml);
  void add_document();
  void add_pictures(const std::vector<const Picture*>& pictures);
  void add_headers();
  void add_origins();
  void add_properties();
  void add_relations(const std::vector<std::string>& links);
  void section(Xml& xml);
  std::vector<HeaderOrFooter> sides() const;

  const Letter& letter_;
  const DocxLook& look_;
  docx::Origins origins_;
  std::vector<Part> parts_;
  std::vector<formats::NewPart> files_;
  std::optional<char32_t> illegal_;
};

void Package::add(Part part, Xml xml) {
  if (!illegal_) illegal_ = xml.illegal();
  files_.push_back({part.name, xml.take()});
  parts_.push_back(std::move(part));
}

bool is_letter(const Letter& letter) {
  return letter.format == LetterFormat::letter;
}

// The first page of 信函格式 has no number.
std::vector<HeaderOrFooter> Package::sides() const {
  std::vector<HeaderOrFooter> out;
  if (is_letter(letter_)) out.push_back({"first", docx::PageSide::first});
  out.push_back({"default", docx::PageSide::odd});
  out.push_back({"even", docx::PageSide::even});
  return out;
}

void Package::section(Xml& xml) {
  using namespace gbt9704;
  const auto section = xml.element("w:sectPr");
  for (const HeaderOrFooter& one : sides()) {
    xml.empty("w:headerReference",
              {{"w:type", one.kind}, {"r:id", "header-" + std::string(one.kind)}});
  }
  for (const HeaderOrFooter& one : sides()) {
    xml.empty("w:footerReference",
              {{"w:type", one.kind}, {"r:id", "footer-" + std::string(one.kind)}});
  }
  xml.empty("w:pgSz", {{"w:w", twips(kPageWidth.value)}, {"w:h", twips(kPageHeight.value)}});
  xml.empty("w:pgMar", {{"w:top", kWordTop},
                        {"w:right", kWordRight},
                        {"w:bottom", kWordBottom},
                        {"w:left", kWordLeft},
                        {"w:header", docx::kHeaderEdge},
                        {"w:footer", docx::footer_edge(letter_.format)},
                        {"w:gutter", 0}});
  if (is_letter(letter_)) xml.empty("w:titlePg");
  xml.empty("w:docGrid", {{"w:type", "lines"}, {"w:linePitch", kWordLine}});
}

void Package::add_document() {
  Story story(look_, origins_);
  Xml& xml = story.xml();
  {
    const auto document =
        xml.element("w:document", {{"xmlns:w", docx::kWordNamespace}, {"xmlns:r", kRelations}});
    const auto body = xml.element("w:body");
    docx::write_head(story, letter_, look_);
    docx::write_body(story, letter_.body, true);
    docx::write_signature(story, letter_);
    docx::write_annexes(story, letter_);
    if (docx::has_imprint(letter_)) docx::write_imprint(story, letter_);
    section(xml);
  }
  const std::vector<std::string> links = story.links();
  add_pictures(story.pictures());
  add({"word/document.xml", std::string(kMain) + "document.main+xml"}, std::move(xml));
  add_relations(links);
}

void Package::add_pictures(const std::vector<const Picture*>& pictures) {
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    const bool is_png = pictures[i]->kind == PictureKind::png;
    const std::string id = "picture" + std::to_string(i + 1);
    const std::string name = "word/media/" + id + (is_png ? ".png" : ".jpeg");
    files_.push_back({name, pictures[i]->bytes, false});
    parts_.push_back({name, is_png ? "image/png" : "image/jpeg", id, "image"});
  }
}

void Package::add_headers() {
  for (const HeaderOrFooter& one : sides()) {
    const std::string kind(one.kind);
    const auto part = [&](const char* what, const char* root, const auto& write) {
      Story story(look_, origins_);
      {
        const auto element =
            story.xml().element(root, {{"xmlns:w", docx::kWordNamespace}, {"xmlns:r", kRelations}});
        write(story);
      }
      const std::string id = std::string(what) + '-' + kind;
      add({"word/" + id + ".xml", std::string(kMain) + what + "+xml", id, what},
          std::move(story.xml()));
    };
    part("header", "w:hdr", [&](Story& story) { docx::write_header(story, letter_); });
    part("footer", "w:ftr",
         [&](Story& story) { docx::write_footer(story, letter_, look_, one.side); });
  }
}

void Package::add_origins() {
  files_.push_back({"customXml/item1.xml", origins_.xml(letter_.record, illegal_)});
  constexpr std::string_view of_store =
      "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
  Xml xml;
  {
    const auto item = xml.element(
        "ds:datastoreItem",
        {{"ds:itemID", "{6F0D3B5E-2C1A-4E57-9B61-97042012A012}"}, {"xmlns:ds", of_store}});
    const auto schemas = xml.element("ds:schemaRefs");
    xml.empty("ds:schemaRef", {{"ds:uri", "urn:huice:origins:1"}});
  }
  add({"customXml/itemProps1.xml",
       "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"},
      std::move(xml));
  Xml relations;
  {
    const auto element =
        relations.element("Relationships", {{"xmlns", std::string(kPackage) + "relationships"}});
    relations.empty("Relationship", {{"Id", "props"},
                                     {"Type", std::string(kRelations) + "/customXmlProps"},
                                     {"Target", "itemProps1.xml"}});
  }
  files_.push_back({"customXml/_rels/item1.xml.rels", relations.take()});
}

void Package::add_properties() {
  Xml xml;
  {
    const auto core = xml.element("cp:coreProperties",
                                  {{"xmlns:cp", std::string(kPackage) + "metadata/core-properties"},
                                   {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                                   {"xmlns:dcterms", "http://purl.org/dc/terms/"},
                                   {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
    const auto say = [&xml](std::string_view name, const std::string& text) {
      if (text.empty()) return;
      const auto element = xml.element(name);
      xml.text(text);
    };
    say("dc:title", letter_.title);
    say("dc:creator", letter_.signatories.empty() ? std::string() : letter_.signatories.front());
    say("dc:identifier", letter_.number.is_open ? std::string() : letter_.number.text);
    say("dc:language", letter_.language);
    for (const std::string_view name : {"dcterms:created", "dcterms:modified"}) {
      const auto element = xml.element(name, {{"xsi:type", "dcterms:W3CDTF"}});
      xml.text(letter_.dated.iso() + "T00:00:00Z");
    }
  }
  add({"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"},
      std::move(xml));
}

void relation(Xml& xml, const std::string& id, std::string_view type, const std::string& target) {
  xml.empty("Relationship", {{"Id", id}, {"Type", type}, {"Target", target}});
}

// After all parts the document relates to but the links.
void Package::add_relations(const std::vector<std::string>& links) {
  Xml xml;
  {
    const auto relations =
        xml.element("Relationships", {{"xmlns", std::string(kPackage) + "relationships"}});
    for (const Part& part : parts_) {
      if (part.id.empty()) continue;
      relation(xml, part.id, std::string(kRelations) + '/' + part.relation,
               part.name.substr(part.name.find('/') + 1));
    }
    relation(xml, "origins", std::string(kRelations) + "/customXml", "../customXml/item1.xml");
    for (std::size_t i = 0; i < links.size(); ++i) {
      xml.empty("Relationship", {{"Id", "link" + std::to_string(i + 1)},
                                 {"Type", std::string(kRelations) + "/hyperlink"},
                                 {"Target", links[i]},
                                 {"TargetMode", "External"}});
    }
  }
  if (!illegal_) illegal_ = xml.illegal();
  files_.push_back({"word/_rels/document.xml.rels", xml.take()});
}

formats::NewPart content_types(const std::vector<Part>& parts) {
  Xml xml;
  {
    const auto types = xml.element("Types", {{"xmlns", std::string(kPackage) + "content-types"}});
    xml.empty("Default",
              {{"Extension", "rels"},
               {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
    xml.empty("Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
    for (const Part& part : parts) {
      xml.empty("Override", {{"PartName", '/' + part.name}, {"ContentType", part.type}});
    }
  }
  return {"[Content_Types].xml", xml.take()};
}

formats::NewPart package_relations() {
  Xml xml;
  {
    const auto relations =
        xml.element("Relationships", {{"xmlns", std::string(kPackage) + "relationships"}});
    relation(xml, "document", std::string(kRelations) + "/officeDocument", "word/document.xml");
    relation(xml, "core", std::string(kPackage) + "relationships/metadata/core-properties",
             "docProps/core.xml");
  }
  return {"_rels/.rels", xml.take()};
}

std::string code_point(char32_t sign) {
  std::array<char, 8> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                 static_cast<std::uint32_t>(sign), 16)
                       .ptr;
  std::string out(digits.data(), end);
  return out.size() < 4 ? std::string(4 - out.size(), '0') + out : out;
}

Result<std::string> Package::write() {
  const auto part = [this](const char* name, const char* type, const char* of, const auto& write) {
    Xml xml;
    write(xml);
    add({std::string("word/") + name, std::string(kMain) + type, of, of}, std::move(xml));
  };
  part("styles.xml", "styles+xml", "styles",
       [this](Xml& xml) { docx::write_styles(xml, letter_, look_); });
  part("settings.xml", "settings+xml", "settings", [](Xml& xml) { docx::write_settings(xml); });
  part("fontTable.xml", "fontTable+xml", "fontTable",
       [this](Xml& xml) { docx::write_fonts(xml, look_); });
  add_headers();
  add_document();
  add_origins();
  add_properties();
  const Location where = Location::of_file(letter_.record);
  if (illegal_) {
    return problem(msg::template_illegal_character{.code_point = code_point(*illegal_),
                                                   .format = markup::name_of(markup::Format::xml)},
                   where);
  }
  std::vector<formats::NewPart> all{content_types(parts_), package_relations()};
  for (formats::NewPart& file : files_) all.push_back(std::move(file));
  Result<std::string> zipped = formats::zip_of(all);
  if (zipped) return zipped;
  Diagnostic fault = zipped.error();
  fault.where = where;
  return fault;
}

}  // namespace

Result<std::string> write_docx(const Letter& letter, const DocxLook& look) {
  return Package(letter, look).write();
}

}  // namespace huice::document
