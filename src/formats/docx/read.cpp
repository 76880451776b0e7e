// SPDX-License-Identifier: Apache-2.0
#include "formats/docx/read.h"

#include "base/messages/files.h"
#include "base/messages/formats.h"
#include "formats/docx/story_reader.h"
#include "formats/office_file.h"
#include "formats/relations.h"
#include "formats/watched_file.h"

#include <array>
#include <map>
#include <set>

namespace huice::formats::docx {
namespace {

constexpr std::uint64_t kMostRelationBytes = std::uint64_t{8} << 20U;
constexpr std::size_t kMostParts = 1000;  // headers, footers and custom parts

// Transitional and strict (ECMA-376 part 1 and 4), and what programs have put beside them.
constexpr std::array<XmlSpace, 19> kSpaces{{
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"},
    {"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    {"http://purl.oclc.org/ooxml/drawingml/main", "a"},
    {"http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"},
    {"http://purl.oclc.org/ooxml/drawingml/picture", "pic"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "wpg"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas", "wpc"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing", "wp14"},
    {"urn:schemas-microsoft-com:vml", "v"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://purl.org/dc/terms/", "dcterms"},
}};

class Package {
 public:
  Package(const ZipParts& parts, Docx& out) : parts_(parts), out_(out) {}

  /// Why it cannot be read; nullopt where it could.
  std::optional<Message> read(std::string_view custom_space);

 private:
  using Fault = std::optional<Argument>;

  Fault tree(const std::string& part, XmlNode& root) {
    return read_tree(parts_, part, kSpaces, budget_, root);
  }
  /// The relations of a part, which may have none.
  Fault relations(const std::string& part, Relations& out) const;
  Fault named(const Relations& relations, std::string_view type, const std::string& beside,
              XmlNode& root);
  Fault edges(const Relations& relations);
  Fault edge(const Relation& relation, std::size_t& number);
  Fault notes(const Relations& relations);
  Fault comments(const Relations& relations);
  Fault custom(const Relations& relations, std::string_view space);
  Fault rest(const Relations& relations, const Relations& top);

  const ZipParts& parts_;
  Docx& out_;
  XmlBudget budget_;
  std::string main_;
  std::map<std::string, std::size_t> edges_;  // part → Docx::edges
};

std::optional<Argument> outside(const Relation& relation) {
  return Argument(msg::why_outside{.part = relation.target});
}

Package::Fault Package::relations(const std::string& part, Relations& out) const {
  const std::string name = relations_of(part);
  if (!parts_.has(name)) return std::nullopt;
  return read_part(parts_, name, out, kMostRelationBytes);
}

Package::Fault Package::named(const Relations& relations, std::string_view type,
                              const std::string& beside, XmlNode& root) {
  const Relation* relation = relations.by_type(type);
  if (relation == nullptr) return std::nullopt;
  if (relation->is_external) return outside(*relation);
  return tree(resolved(beside, relation->target), root);
}

Package::Fault Package::edge(const Relation& relation, std::size_t& number) {
  if (relation.is_external) return outside(relation);
  const std::string part = resolved(main_, relation.target);
  const auto [known, is_new] = edges_.try_emplace(part, out_.edges.size());
  number = known->second;
  if (!is_new) return std::nullopt;
  Relations own;
  XmlNode root;
  Fault fault = relations(part, own);
  if (!fault) fault = tree(part, root);
  if (fault) return fault;
  out_.edges.push_back({part, root.name == "w:hdr", {}});
  out_.edges.back().blocks = StoryReader(own, out_).story(root);
  return std::nullopt;
}

Package::Fault Package::edges(const Relations& relations) {
  for (Section& section : out_.sections) {
    for (const XmlNode& one : section.properties.children) {
      const bool is_header = one.name == "w:headerReference";
      if (!is_header && one.name != "w:footerReference") continue;
      const Relation* relation = relations.by_id(one["r:id"]);
      if (relation == nullptr) continue;
      if (edges_.size() >= kMostParts) return Argument(msg::why_parts_large{});
      Section::Edge found{is_header, std::string(one["type"]), 0};
      if (found.kind.empty()) found.kind = "default";
      if (Fault fault = edge(*relation, found.number)) return fault;
      section.edges.push_back(std::move(found));
    }
  }
  return std::nullopt;
}

Package::Fault Package::notes(const Relations& relations) {
  for (const bool is_foot : {true, false}) {
    const Relation* relation = relations.by_type(is_foot ? "/footnotes" : "/endnotes");
    if (relation == nullptr) continue;
    if (relation->is_external) return outside(*relation);
    const std::string part = resolved(main_, relation->target);
    Relations own;
    XmlNode root;
    Fault fault = this->relations(part, own);
    if (!fault) fault = tree(part, root);
    if (fault) return fault;
    for (XmlNode& one : root.children) {
      if (one.name != "w:footnote" && one.name != "w:endnote") continue;
      Note note{(is_foot ? "f" : "e") + std::string(one["id"]), std::string(one["type"]), {}};
      note.blocks = StoryReader(own, out_).story(one);
      out_.notes.push_back(std::move(note));
    }
  }
  return std::nullopt;
}

Package::Fault Package::comments(const Relations& relations) {
  XmlNode root;
  if (Fault fault = named(relations, "/comments", main_, root)) return fault;
  const Relations none;
  for (XmlNode& one : root.children) {
    if (one.name != "w:comment") continue;
    Comment comment{
        std::string(one["id"]), std::string(one["author"]), std::string(one["date"]), {}};
    comment.blocks = StoryReader(none, out_).story(one);
    out_.comments.push_back(std::move(comment));
  }
  return std::nullopt;
}

Package::Fault Package::custom(const Relations& relations, std::string_view space) {
  if (space.empty()) return std::nullopt;
  const std::array<XmlSpace, 1> wanted{{{space, ""}}};
  std::size_t seen = 0;
  for (const auto& [id, relation] : relations.all()) {
    if (!relation.type.ends_with("/customXml") || relation.is_external) continue;
    if (++seen > kMostParts) return Argument(msg::why_parts_large{});
    XmlNode root;
    Fault fault = read_tree(parts_, resolved(main_, relation.target), wanted, budget_, root);
    if (fault) return fault;
    if (!root.empty()) out_.custom.push_back(std::move(root));
  }
  return std::nullopt;
}

Package::Fault Package::rest(const Relations& relations, const Relations& top) {
  XmlNode styles;
  Fault fault = named(relations, "/styles", main_, styles);
  if (!fault) fault = named(relations, "/settings", main_, out_.settings);
  if (!fault) fault = named(relations, "/numbering", main_, out_.numbering);
  if (!fault) fault = named(relations, "/fontTable", main_, out_.fonts);
  if (!fault) fault = named(relations, "/theme", main_, out_.theme);
  if (!fault) fault = named(top, "/core-properties", {}, out_.core);
  if (!fault) fault = edges(relations);
  if (!fault) fault = notes(relations);
  if (!fault) fault = comments(relations);
  out_.styles = StyleTable(std::move(styles));
  return fault;
}

// What a package is whose document is none of Word's; nullopt where that cannot be told.
std::optional<Argument> other_kind(const std::string& main) {
  if (main.starts_with("xl/")) return Argument(msg::kind_workbook{});
  if (main.starts_with("ppt/")) return Argument(msg::kind_slides{});
  return std::nullopt;
}

std::optional<Message> Package::read(std::string_view custom_space) {
  const auto damaged = [](const Argument& reason) {
    return Message(msg::docx_damaged{.reason = reason});
  };
  const std::string root = "_rels/.rels";
  if (parts_.is_encrypted(root)) return msg::docx_encrypted{};
  if (parts_.has("content.xml") && !parts_.has(root)) {
    return msg::docx_other{.kind = msg::kind_open_text{}};
  }
  Relations top;
  if (Fault fault = read_part(parts_, root, top, kMostRelationBytes)) return damaged(*fault);
  const Relation* document = top.by_type("/officeDocument");
  if (document == nullptr) return damaged(msg::why_no_document{});
  if (document->is_external) return damaged(*outside(*document));
  main_ = resolved("", document->target);
  if (auto kind = other_kind(main_)) return msg::docx_other{.kind = *kind};
  Relations relations;
  XmlNode tree_of_main;
  Fault fault = this->relations(main_, relations);
  if (!fault) fault = tree(main_, tree_of_main);
  if (fault) return damaged(*fault);
  XmlNode* body = tree_of_main.child("w:body");
  if (body == nullptr) return damaged(msg::why_no_document{});
  out_.body = StoryReader(relations, out_).story(*body, &out_.sections);
  tree_of_main = {};
  fault = rest(relations, top);
  if (!fault) fault = custom(relations, custom_space);
  if (fault) return damaged(*fault);
  return std::nullopt;
}

// What a file is that is no archive; nullopt where that cannot be told.
std::optional<Argument> kind_by_content(const OpenFile& file, const std::string& path) {
  const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
  if (name.starts_with("~$")) return Argument(msg::kind_word_owner{});
  if (file.size() == 0) return Argument(msg::kind_empty{});
  const std::string head = small_head(file);
  if (head.starts_with("%pdf-")) return Argument(msg::kind_pdf{});
  if (head.starts_with("{\\rtf")) return Argument(msg::kind_rich_text{});
  if (head.find("schemas.microsoft.com/office/word/2003") != std::string::npos ||
      head.find("schemas.microsoft.com/office/2006/xmlpackage") != std::string::npos) {
    return Argument(msg::kind_word_xml{});
  }
  if (is_page(head)) return Argument(msg::kind_page{});
  return std::nullopt;
}

std::optional<Message> read_file(std::unique_ptr<OpenFile> file, const std::string& path,
                                 std::string_view custom_space, Docx& out) {
  if (starts_with(*file, kOle2)) {
    return has_password(*file) ? Message(msg::docx_encrypted{}) : msg::docx_old{};
  }
  if (file->size() > FileSystem::kDefaultReadLimit) {
    return msg::file_too_large{.limit = FileSystem::kDefaultReadLimit >> 20U};
  }
  if (!starts_with(*file, "PK")) {
    if (auto kind = kind_by_content(*file, path)) return msg::docx_other{.kind = *kind};
  }
  Argument reason = std::string();
  const std::unique_ptr<ZipParts> parts = ZipParts::open(std::move(file), reason);
  if (!parts) return msg::docx_damaged{.reason = reason};
  return Package(*parts, out).read(custom_space);
}

class Bytes final : public OpenFile {
 public:
  explicit Bytes(std::string bytes) : bytes_(std::move(bytes)) {}
  std::uint64_t size() const override { return bytes_.size(); }
  Result<std::size_t> read_at(std::uint64_t offset, char* into, std::size_t size) const override {
    if (offset >= bytes_.size()) return std::size_t{0};
    return bytes_.copy(into, size, static_cast<std::size_t>(offset));
  }

 private:
  std::string bytes_;
};

std::unique_ptr<Docx> read_open(std::unique_ptr<OpenFile> file, const std::string& path,
                                Diagnostics& problems, std::string_view custom_space) {
  auto out = std::make_unique<Docx>();
  const auto unread = std::make_shared<std::optional<Diagnostic>>();
  auto watched = std::make_unique<WatchedFile>(std::move(file), unread);
  std::optional<Message> fault = read_file(std::move(watched), path, custom_space, *out);
  if (!fault && !*unread) return out;
  problems.add(*unread ? **unread : problem(std::move(*fault), Location::of_file(path)));
  return nullptr;
}

}  // namespace

std::unique_ptr<Docx> read_docx(const FileSystem& files, const std::string& path,
                                Diagnostics& problems, std::string_view custom_space) {
  Result<std::unique_ptr<OpenFile>> file = files.open(path);
  if (!file) {
    problems.add(file.error());
    return nullptr;
  }
  return read_open(std::move(file).value(), path, problems, custom_space);
}

std::unique_ptr<Docx> read_docx(std::string bytes, const std::string& name, Diagnostics& problems,
                                std::string_view custom_space) {
  return read_open(std::make_unique<Bytes>(std::move(bytes)), name, problems, custom_space);
}

}  // namespace huice::formats::docx
