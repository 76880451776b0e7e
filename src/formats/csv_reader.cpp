// SPDX-License-Identifier: Apache-2.0
//
// The buffer holds the rest of what was read, from the current row on. A row that reaches the end
// of the buffer is split again once more of the file is there; the buffer doubles each time, so
// that even a row of the largest size is read in linear time.
#include "base/messages/formats.h"
#include "base/utf8.h"
#include "formats/csv_row.h"
#include "formats/table.h"
#include "formats/text_source.h"

#include <algorithm>

namespace huice::formats {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10U;

class HeldFile final : public OpenFile {
 public:
  explicit HeldFile(std::string bytes) : bytes_(std::move(bytes)) {}

  std::uint64_t size() const override { return bytes_.size(); }
  Result<std::size_t> read_at(std::uint64_t offset, char* into, std::size_t size) const override {
    return offset < bytes_.size() ? bytes_.copy(into, size, static_cast<std::size_t>(offset)) : 0;
  }

 private:
  std::string bytes_;
};

bool is_blank(const CsvCell& cell) {
  return cell.text.find_first_not_of(" \t") == std::string::npos;
}

class CsvReader final : public RowReader {
 public:
  CsvReader(std::unique_ptr<TextSource> source, std::string path, Diagnostics& problems)
      : source_(std::move(source)), path_(std::move(path)), problems_(problems) {}

  bool next(Row& row) override;
  bool broken() const override { return broken_; }
  Location place(std::size_t column) const override;

 private:
  bool read();
  CsvSplit split();
  bool refill();
  bool end_with(Diagnostic found);
  bool fits();
  Location at(std::size_t offset) const;
  std::size_t line_breaks(std::size_t from, std::size_t to) const;

  std::unique_ptr<TextSource> source_;
  std::string path_;
  Diagnostics& problems_;
  std::string buffer_;
  std::size_t done_ = 0;   // where the rows not yet given start
  std::size_t start_ = 0;  // where the row given last starts, blank lines before it included
  std::size_t line_ = 1;   // of start_
  std::vector<CsvCell> cells_;
  /// How far the row was followed for its places; the next question mostly goes on from there.
  struct Followed {
    std::size_t at = 0;  ///< 0: not yet
    std::size_t breaks = 0;
    std::size_t characters = 0;  ///< of the line before `at`
  };
  mutable Followed followed_;
  std::size_t number_ = 1;  // of the row given last; before the first, of the first
  bool ended_ = false;
  bool broken_ = false;
};

bool CsvReader::next(Row& row) {
  row.cells.clear();
  do {
    if (ended_ || !read()) return false;
    // Spreadsheets leave rows of commas where something was deleted.
  } while (std::all_of(cells_.begin(), cells_.end(), is_blank));
  row.number = number_;
  row.counted = true;
  row.hidden = false;
  row.rounded.clear();
  for (CsvCell& cell : cells_) row.cells.push_back(std::move(cell.text));
  return true;
}

// Brings the next row into cells_; false at the end, after reporting a problem that ends the table.
bool CsvReader::read() {
  const CsvSplit found = split();
  // The row in which the text breaks off is not whole.
  if (source_->fault() && done_ == buffer_.size()) {
    Diagnostic fault = *source_->fault();
    if (fault.code == msg::csv_encoding::code) fault.where = at(buffer_.size());
    return end_with(std::move(fault));
  }
  if (found == CsvSplit::open_quote) {
    const Location quote = at(cells_.back().offset);
    return end_with(source_->ended() ? problem(msg::csv_open_quote{}, quote)
                                     : problem(msg::table_too_large{.part = msg::part_this_cell{},
                                                                    .limit = "1024 KiB"},
                                               quote));
  }
  if (found == CsvSplit::row) {
    // The end of the row before is one break; any more are blank lines.
    number_ += line_breaks(start_, cells_.front().offset);
    return fits();
  }
  ended_ = true;
  return false;
}

CsvSplit CsvReader::split() {
  line_ += line_breaks(start_, done_);
  while (true) {
    start_ = done_;
    followed_ = {};
    std::size_t offset = done_;
    const CsvSplit found = split_csv_row(buffer_, offset, cells_);
    if (offset < buffer_.size() || source_->ended() || !refill()) {
      done_ = offset;
      return found;
    }
  }
}

// False where the row is too long already.
bool CsvReader::refill() {
  // A place is reported with its line's start, which must stay in the buffer.
  const std::size_t start = done_ == 0 ? 0 : buffer_.find_last_of("\r\n", done_ - 1) + 1;
  buffer_.erase(0, start);
  done_ -= start;
  if (buffer_.size() - done_ > kMostRowBytes) return false;
  source_->more(buffer_, std::max(kChunk, buffer_.size()));
  return true;
}

bool CsvReader::end_with(Diagnostic found) {
  problems_.add(std::move(found));
  broken_ = true;
  ended_ = true;
  return false;
}

bool CsvReader::fits() {
  if (cells_.size() > kMostColumns) {
    return end_with(problem(msg::table_too_large{.part = msg::part_this_row{},
                                                 .limit = msg::limit_cells{.count = kMostColumns}},
                            at(cells_.front().offset)));
  }
  if (cells_.back().offset + cells_.back().length - cells_.front().offset > kMostRowBytes) {
    return end_with(problem(msg::table_too_large{.part = msg::part_this_row{}, .limit = "16 MiB"},
                            at(cells_.front().offset)));
  }
  const auto large = std::find_if(cells_.begin(), cells_.end(), [](const CsvCell& cell) {
    return cell.text.size() > kMostCellBytes;
  });
  if (large == cells_.end()) return true;
  return end_with(problem(msg::table_too_large{.part = msg::part_this_cell{}, .limit = "1024 KiB"},
                          at(large->offset)));
}

Location CsvReader::place(std::size_t column) const {
  if (cells_.empty()) return Location::of_file(path_);
  return at(cells_[std::min(column, cells_.size() - 1)].offset);
}

Location CsvReader::at(std::size_t offset) const {
  const std::string_view before = std::string_view(buffer_).substr(0, offset);
  Followed& one = followed_;
  const bool goes_on = one.at > 0 && one.at <= offset;
  if (!goes_on) {
    const std::size_t line = before.substr(0, start_).find_last_of("\r\n") + 1;  // npos + 1 is 0
    const std::size_t from = std::min(start_, offset);
    one = {from, 0, utf8::count(before.substr(line, from - std::min(line, from)))};
  }
  std::string_view since = before.substr(one.at);
  if (const std::size_t end = since.find_last_of("\r\n"); end != std::string_view::npos) {
    since.remove_prefix(end + 1);
    one.characters = 0;
  }
  one.breaks += line_breaks(one.at, offset);
  one.characters += utf8::count(since);
  one.at = offset;
  Location where = Location::of_file(path_);
  where.line = static_cast<std::uint32_t>(line_ + one.breaks);
  where.column = static_cast<std::uint32_t>(one.characters + 1);
  return where;
}

// LF, CR LF, or a CR alone, as the Macintosh of old wrote.
std::size_t CsvReader::line_breaks(std::size_t from, std::size_t to) const {
  std::size_t out = 0;
  const std::string_view text = std::string_view(buffer_).substr(0, to);
  for (std::size_t at = text.find_first_of("\r\n", from); at != std::string_view::npos;
       at = text.find_first_of("\r\n", at + 1)) {
    const bool pair = text[at] == '\r' && at + 1 < buffer_.size() && buffer_[at + 1] == '\n';
    out += pair ? 0U : 1U;
  }
  return out;
}

}  // namespace

Argument separator_name(std::string_view sign) {
  if (sign == "\t") return msg::sign_tab{};
  return "“" + std::string(sign) + "”";
}

std::unique_ptr<RowReader> open_csv(const FileSystem& files, const std::string& path,
                                    Diagnostics& problems) {
  std::unique_ptr<TextSource> source = TextSource::open(files, path, problems);
  if (!source) return nullptr;
  return std::make_unique<CsvReader>(std::move(source), path, problems);
}

std::unique_ptr<RowReader> read_csv(std::string bytes, const std::string& name,
                                    Diagnostics& problems) {
  auto source = TextSource::open(std::make_unique<HeldFile>(std::move(bytes)), name, problems);
  if (!source) return nullptr;
  return std::make_unique<CsvReader>(std::move(source), name, problems);
}

}  // namespace huice::formats
