// SPDX-License-Identifier: Apache-2.0
#include "base/ascii.h"
#include "base/messages/files.h"
#include "base/messages/formats.h"
#include "formats/merged_cells.h"
#include "formats/office_file.h"
#include "formats/sheet_rows.h"
#include "formats/table.h"
#include "formats/watched_file.h"

#include <algorithm>
#include <array>

namespace huice::formats {
namespace {

constexpr std::uint64_t kMostSheetBytes = std::uint64_t{4} << 30U;

class XlsxReader final : public RowReader {
 public:
  XlsxReader(std::unique_ptr<ZipParts> parts, std::unique_ptr<Workbook> workbook, ReadFault unread,
             const std::string& where, Diagnostics& problems)
      : parts_(std::move(parts)),
        workbook_(std::move(workbook)),
        unread_(std::move(unread)),
        problems_(problems),
        rows_(*workbook_, where, problems_) {}

  /// False where the sheet's part cannot be unpacked.
  bool open(const std::string& part) {
    std::unique_ptr<ZipPart> first_look = parts_->part(part);
    if (!first_look) return false;
    MergedScan scan;
    XmlStream(std::move(first_look), scan, kMostSheetBytes).run();  // a fault is met again below
    merged_ = scan.merged();
    std::unique_ptr<ZipPart> file = parts_->part(part);
    if (!file) return false;
    stream_ = std::make_unique<XmlStream>(std::move(file), rows_, kMostSheetBytes);
    rows_.watch(*stream_);
    return true;
  }

  bool next(Row& row) override {
    row.cells.clear();
    row.rounded.clear();
    if (ended_) return false;
    const XmlStream::State state = stream_->run();
    if (rows_.has_row() && state != XmlStream::State::failed) {
      rows_.take(row);
      return true;
    }
    ended_ = true;
    if (state == XmlStream::State::failed) {
      broken_ = true;
      problems_.add(cause_of(unread_, problem(msg::xlsx_damaged{.reason = *stream_->reason()},
                                              rows_.at(rows_.last_column()))));
    }
    return false;
  }

  bool broken() const override { return broken_; }
  std::vector<MergedCells> merged() const override { return merged_; }

  Location place(std::size_t column) const override { return rows_.at(column + 1); }

 private:
  std::unique_ptr<ZipParts> parts_;
  std::unique_ptr<Workbook> workbook_;
  ReadFault unread_;
  Diagnostics& problems_;
  SheetRows rows_;
  std::unique_ptr<XmlStream> stream_;
  std::vector<MergedCells> merged_;
  bool ended_ = false;
  bool broken_ = false;
};

const Sheet* find_sheet(const Workbook& workbook, std::string_view name) {
  const auto wanted = [name](const Sheet& sheet) {
    return !sheet.part.empty() && (name.empty() ? sheet.visible : sheet.name == name);
  };
  const auto found = std::find_if(workbook.sheets.begin(), workbook.sheets.end(), wanted);
  return found == workbook.sheets.end() ? nullptr : &*found;
}

/// Of all worksheets but `left_out`, which may be null; the first 20, then “…”.
std::vector<std::string> sheet_names(const Workbook& workbook, const Sheet* left_out) {
  constexpr std::size_t kShown = 20;
  std::vector<std::string> names;
  for (const Sheet& sheet : workbook.sheets) {
    if (sheet.part.empty() || &sheet == left_out) continue;
    names.push_back(names.size() < kShown ? sheet.name : "…");
    if (names.size() > kShown) break;
  }
  return names;
}

Diagnostic diagnostic_of(const WorkbookFault& fault, const std::string& path) {
  switch (fault.kind) {
    case WorkbookFault::Kind::encrypted:
      return problem(msg::xlsx_encrypted{}, Location::of_file(path));
    case WorkbookFault::Kind::binary:
      return problem(msg::xlsx_binary{}, Location::of_file(path));
    default:
      return problem(msg::xlsx_damaged{.reason = fault.damage}, Location::of_file(path));
  }
}

Message kind_of_container(const OpenFile& file) {
  return has_password(file) ? Message(msg::xlsx_encrypted{}) : msg::xlsx_old{};
}

// What a file is that is called a workbook, and is none; nullopt where it may be a table of text.
std::optional<Argument> kind_by_content(const OpenFile& file, const std::string& path) {
  const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
  if (name.starts_with("~$")) return Argument(msg::kind_owner_file{});
  if (file.size() == 0) return Argument(msg::kind_empty{});
  const std::string head = small_head(file);
  if (head.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string::npos) {
    return Argument(msg::kind_xml_2003{});
  }
  if (is_page(head)) return Argument(msg::kind_page{});
  return std::nullopt;
}

// Web systems write pages and XML of 2003 with the old endings; .et is WPS's.
bool is_called_workbook(const std::string& path) {
  static constexpr std::array<std::string_view, 5> kEndings{".xlsx", ".xlsm", ".xls", ".xlsb",
                                                            ".et"};
  const std::size_t dot = path.rfind('.');
  const std::string_view ending =
      dot == std::string::npos ? "" : std::string_view(path).substr(dot);
  return std::any_of(kEndings.begin(), kEndings.end(), [ending](std::string_view one) {
    return ascii::equal_ignoring_case(ending, one);
  });
}

}  // namespace

std::unique_ptr<RowReader> open_xlsx(const FileSystem& files, const std::string& path,
                                     std::string_view sheet, Diagnostics& problems) {
  const auto unread = std::make_shared<std::optional<Diagnostic>>();
  const auto fail = [&](Diagnostic found) {
    problems.add(cause_of(unread, std::move(found)));
    return nullptr;
  };
  Result<std::unique_ptr<OpenFile>> opened = files.open(path);
  if (!opened) return fail(opened.error());
  auto file = std::make_unique<WatchedFile>(std::move(opened).value(), unread);
  if (starts_with(*file, kOle2)) {
    return fail(problem(kind_of_container(*file), Location::of_file(path)));
  }
  if (file->size() > FileSystem::kDefaultReadLimit) {
    return fail(problem(msg::file_too_large{.limit = FileSystem::kDefaultReadLimit >> 20U},
                        Location::of_file(path)));
  }
  WorkbookFault fault{WorkbookFault::Kind::damaged};
  std::unique_ptr<ZipParts> parts = ZipParts::open(std::move(file), fault.damage);
  auto workbook = std::make_unique<Workbook>();
  if (parts && parts->has("content.xml") && !parts->has("_rels/.rels")) {
    return fail(
        problem(msg::xlsx_other{.kind = msg::kind_open_document{}}, Location::of_file(path)));
  }
  if (parts) fault = read_workbook(*parts, *workbook);
  if (fault.kind != WorkbookFault::Kind::none) return fail(diagnostic_of(fault, path));
  const Sheet* found = find_sheet(*workbook, sheet);
  if (found == nullptr && !sheet.empty()) {
    return fail(
        problem(msg::xlsx_no_sheet{.sheet = sheet,
                                   .sheets = Argument::list(sheet_names(*workbook, nullptr))},
                Location::of_file(path)));
  }
  if (found == nullptr) {
    return fail(
        problem(msg::xlsx_damaged{.reason = msg::why_no_worksheet{}}, Location::of_file(path)));
  }
  const std::vector<std::string> others = sheet_names(*workbook, found);
  if (sheet.empty() && !others.empty()) {
    problems.add(
        problem(msg::xlsx_other_sheets{.sheet = found->name, .others = Argument::list(others)},
                Location::of_file(path)));
  }
  const std::string part = found->part;
  const std::string where = path + "[" + found->name + "]";
  auto reader =
      std::make_unique<XlsxReader>(std::move(parts), std::move(workbook), unread, where, problems);
  if (reader->open(part)) return reader;
  return fail(problem(msg::xlsx_damaged{.reason = msg::why_no_part{.part = part}},
                      Location::of_file(path)));
}

std::unique_ptr<RowReader> open_table(const FileSystem& files, const std::string& path,
                                      std::string_view sheet, Diagnostics& problems) {
  const auto fail = [&problems](Diagnostic found) {
    problems.add(std::move(found));
    return nullptr;
  };
  Result<std::unique_ptr<OpenFile>> opened = files.open(path);
  if (!opened) return fail(opened.error());
  const auto unread = std::make_shared<std::optional<Diagnostic>>();
  const WatchedFile file(std::move(opened).value(), unread);
  const bool is_workbook = starts_with(file, "PK\x03\x04") || starts_with(file, kOle2);
  const std::optional<Argument> other =
      is_workbook || !is_called_workbook(path) ? std::nullopt : kind_by_content(file, path);
  if (*unread) return fail(**unread);
  if (other) return fail(problem(msg::xlsx_other{.kind = *other}, Location::of_file(path)));
  return is_workbook ? open_xlsx(files, path, sheet, problems) : open_csv(files, path, problems);
}

}  // namespace huice::formats
