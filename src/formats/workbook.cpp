// SPDX-License-Identifier: Apache-2.0
#include "formats/workbook.h"

#include "base/messages/formats.h"
#include "formats/relations.h"
#include "formats/table.h"
#include "formats/xml_stream.h"

#include <charconv>
#include <map>

namespace huice::formats {
namespace {

constexpr std::uint64_t kMostIndexBytes = std::uint64_t{8} << 20U;  // relations, workbook
constexpr std::uint64_t kMostStyleBytes = std::uint64_t{64} << 20U;
constexpr std::uint64_t kMostStringsXml = std::uint64_t{2} << 30U;
constexpr std::size_t kMostStringsMemory = std::size_t{256} << 20U;
constexpr std::size_t kMostStyles = 65536;  // Excel: 64,000

unsigned number_of(std::string_view text) {
  unsigned out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

struct SheetEntry {
  std::string name;
  std::string relation;
  bool visible = true;
};

class WorkbookPart final : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "workbookPr") from_1904 = attributes.is_true("date1904");
    if (name != "sheet") return;
    const std::string_view state = attributes["state"];
    sheets.push_back({std::string(attributes["name"]), std::string(attributes.relation()),
                      state.empty() || state == "visible"});
  }
  void end(std::string_view /*name*/) override {}
  void text(std::string_view /*piece*/) override {}

  std::vector<SheetEntry> sheets;
  bool from_1904 = false;
};

class Styles final : public XmlHandler {
 public:
  explicit Styles(std::vector<NumberForm>& out) : out_(out) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "numFmts") {
      inside_own_ = true;
    } else if (name == "numFmt" && inside_own_) {
      own_[number_of(attributes["numFmtId"])] = form_of_code(attributes["formatCode"]);
    } else if (name == "cellXfs") {
      inside_ = true;
    } else if (name == "xf" && inside_ && out_.size() < kMostStyles) {
      const unsigned id = number_of(attributes["numFmtId"]);
      const auto found = own_.find(id);
      out_.push_back(found == own_.end() ? built_in_form(id) : found->second);
    }
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") inside_ = false;
    if (name == "numFmts") inside_own_ = false;
  }
  void text(std::string_view /*piece*/) override {}

 private:
  std::vector<NumberForm>& out_;
  std::map<unsigned, NumberForm> own_;
  bool inside_ = false;      // of the cells' formats
  bool inside_own_ = false;  // of the workbook's own, which those of tables and conditions follow
};

// <si> holds one <t>, or one a run (<r>); <rPh> is how to pronounce it.
class Strings final : public XmlHandler {
 public:
  explicit Strings(SharedStrings& out) : out_(out) {}

  void watch(XmlStream& stream) { stream_ = &stream; }
  void start(std::string_view name, const XmlAttributes& /*attributes*/) override {
    if (name == "rPh") ++sounds_;
    if (name == "t") is_text_ = sounds_ == 0;
  }
  void end(std::string_view name) override {
    if (name == "rPh") --sounds_;
    if (name == "t") is_text_ = false;
    if (name == "si") out_.end_string();
    if (out_.bytes() > kMostStringsMemory) {
      stream_->fail(msg::why_strings_large{});
    } else if (out_.open_bytes() > kMostCellBytes) {
      stream_->fail(msg::why_text_large{});
    }
  }
  void text(std::string_view piece) override {
    // end() comes too late to stop one text without end.
    if (is_text_ && out_.open_bytes() <= kMostCellBytes) out_.extend(piece);
  }

 private:
  SharedStrings& out_;
  XmlStream* stream_ = nullptr;
  unsigned sounds_ = 0;
  bool is_text_ = false;
};

std::optional<Argument> read_strings(const ZipParts& parts, const std::string& name,
                                     SharedStrings& out) {
  std::unique_ptr<ZipPart> part = parts.part(name);
  if (!part) return Argument(msg::why_no_part{.part = name});
  Strings handler(out);
  XmlStream stream(std::move(part), handler, kMostStringsXml);
  handler.watch(stream);
  stream.run();
  return stream.reason();
}

WorkbookFault damaged(Argument why) {
  return {WorkbookFault::Kind::damaged, std::move(why)};
}

WorkbookFault find_sheets(const ZipParts& parts, const std::string& name, Relations& relations,
                          Workbook& out) {
  WorkbookPart workbook;
  std::optional<Argument> fault = read_part(parts, name, workbook, kMostIndexBytes);
  if (!fault) fault = read_part(parts, relations_of(name), relations, kMostIndexBytes);
  if (fault) return damaged(*fault);
  out.from_1904 = workbook.from_1904;
  for (SheetEntry& entry : workbook.sheets) {
    const Relation* relation = relations.by_id(entry.relation);
    const bool is_sheet = relation != nullptr && relation->type.ends_with("/worksheet");
    out.sheets.push_back({std::move(entry.name),
                          is_sheet ? resolved(name, relation->target) : std::string(),
                          entry.visible});
  }
  return {};
}

}  // namespace

std::string_view SharedStrings::operator[](std::size_t index) const {
  const std::uint64_t start = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(text_).substr(start, ends_[index] - start);
}

WorkbookFault read_workbook(const ZipParts& parts, Workbook& out) {
  const std::string root = "_rels/.rels";
  if (parts.is_encrypted(root)) return {WorkbookFault::Kind::encrypted};
  Relations top;
  std::optional<Argument> fault = read_part(parts, root, top, kMostIndexBytes);
  if (fault) return damaged(*fault);
  const Relation* document = top.by_type("/officeDocument");
  if (document == nullptr) return damaged(msg::why_no_workbook{});
  const std::string name = resolved("", document->target);
  if (name.ends_with(".bin")) return {WorkbookFault::Kind::binary};
  Relations relations;
  const WorkbookFault found = find_sheets(parts, name, relations, out);
  if (found.kind != WorkbookFault::Kind::none) return found;
  if (const Relation* styles = relations.by_type("/styles")) {
    Styles handler(out.styles);
    fault = read_part(parts, resolved(name, styles->target), handler, kMostStyleBytes);
    if (fault) return damaged(*fault);
  }
  if (const Relation* strings = relations.by_type("/sharedStrings")) {
    fault = read_strings(parts, resolved(name, strings->target), out.strings);
    if (fault) return damaged(*fault);
  }
  return {};
}

}  // namespace huice::formats
