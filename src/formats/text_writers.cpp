// SPDX-License-Identifier: Apache-2.0
#include "formats/target_file.h"
#include "formats/writers.h"
#include "formats/written_text.h"

namespace huice::formats {
namespace {

class CsvWriter final : public RowWriter {
 public:
  CsvWriter(std::unique_ptr<TargetFile> file, std::size_t columns)
      : file_(std::move(file)), columns_(columns) {}

  Result<void> write(const std::vector<Cell>& row) override {
    line_.clear();
    for (std::size_t i = 0; i < columns_; ++i) {
      if (i > 0) line_ += ',';
      if (i >= row.size() || row[i].kind == Cell::Kind::none) continue;
      line_ += csv_text(row[i].text);
    }
    // A blank line would be no row.
    if (line_.empty()) line_ = "\"\"";
    line_ += "\r\n";
    return file_->append(line_);
  }

  Result<void> finish() override { return file_->finish(); }

 private:
  std::unique_ptr<TargetFile> file_;
  std::size_t columns_;
  std::string line_;
};

class JsonWriter final : public RowWriter {
 public:
  JsonWriter(std::unique_ptr<TargetFile> file, const std::vector<Column>& columns, bool lines)
      : file_(std::move(file)), lines_(lines) {
    for (const Column& column : columns) keys_.push_back(json_text(column.name) + ":");
  }

  Result<void> write(const std::vector<Cell>& row) override {
    text_ = lines_ ? "{" : (first_ ? "[\n{" : ",\n{");
    first_ = false;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      if (i > 0) text_ += ',';
      text_ += keys_[i];
      const bool none = i >= row.size() || row[i].kind == Cell::Kind::none;
      text_ += none ? "null" : value(row[i]);
    }
    text_ += lines_ ? "}\n" : "}";
    return file_->append(text_);
  }

  Result<void> finish() override {
    if (!lines_) {
      const Result<void> done = file_->append(first_ ? "[]\n" : "\n]\n");
      if (!done) return done;
    }
    return file_->finish();
  }

 private:
  static std::string value(const Cell& cell) {
    const bool number = cell.kind == Cell::Kind::number && is_number(cell.text);
    return number ? cell.text : json_text(cell.text);
  }

  std::unique_ptr<TargetFile> file_;
  std::vector<std::string> keys_;
  bool lines_;
  bool first_ = true;
  std::string text_;
};

}  // namespace

Result<std::unique_ptr<RowWriter>> create_csv(std::unique_ptr<TargetFile> file,
                                              const TableOptions& options) {
  Result<void> done = file->append("\xEF\xBB\xBF");
  auto writer = std::make_unique<CsvWriter>(std::move(file), options.columns.size());
  std::vector<Cell> header;
  for (const Column& column : options.columns) header.push_back(Cell::of(column.name));
  if (done) done = writer->write(header);
  if (!done) return done.error();
  return std::unique_ptr<RowWriter>(std::move(writer));
}

std::unique_ptr<RowWriter> create_json(std::unique_ptr<TargetFile> file,
                                       const TableOptions& options, bool lines) {
  return std::make_unique<JsonWriter>(std::move(file), options.columns, lines);
}

}  // namespace huice::formats
