// SPDX-License-Identifier: Apache-2.0
#include "formats/text_source.h"

#include "base/encoding.h"
#include "base/icu_memory.h"
#include "base/messages/files.h"
#include "base/messages/formats.h"
#include "base/utf8.h"

#include <unicode/ucnv.h>

#include <algorithm>

namespace huice::formats {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10U;
constexpr std::size_t kPivot = 8192;

Result<EncodingSurvey> survey_file(const OpenFile& file) {
  EncodingSurvey survey;
  std::string buffer(kChunk, '\0');
  std::size_t kept = 0;
  for (std::uint64_t offset = 0;;) {
    const Result<std::size_t> count = file.read_at(offset, buffer.data() + kept, kChunk - kept);
    if (!count) return count.error();
    const std::string_view text(buffer.data(), kept + count.value());
    offset += count.value();
    const bool last = text.size() < kChunk;
    const std::size_t rest = survey.look(text, last);
    if (last || survey.has_nul()) return survey;
    std::copy(text.end() - static_cast<std::ptrdiff_t>(rest), text.end(), buffer.begin());
    kept = rest;
  }
}

Diagnostic at_fault(Message message, const std::string& path, const EncodingSurvey& survey) {
  Location where = Location::of_file(path);
  where.line = static_cast<std::uint32_t>(survey.line());
  where.column = static_cast<std::uint32_t>(survey.column());
  return problem(std::move(message), where);
}

}  // namespace

void TextSource::CloseConverter::operator()(UConverter* converter) const {
  ucnv_close(converter);
}

TextSource::TextSource(std::unique_ptr<OpenFile> file, std::string path, std::uint64_t start)
    : file_(std::move(file)), path_(std::move(path)), offset_(start) {}

TextSource::~TextSource() = default;

std::unique_ptr<TextSource> TextSource::open(const FileSystem& files, const std::string& path,
                                             Diagnostics& problems) {
  Result<std::unique_ptr<OpenFile>> file = files.open(path);
  if (!file) {
    problems.add(file.error());
    return nullptr;
  }
  return open(std::move(file).value(), path, problems);
}

std::unique_ptr<TextSource> TextSource::open(std::unique_ptr<OpenFile> file,
                                             const std::string& name, Diagnostics& problems) {
  std::string head(utf8::kByteOrderMark.size(), '\0');
  const Result<std::size_t> size = file->read_at(0, head.data(), head.size());
  const Result<EncodingSurvey> looked = survey_file(*file);
  if (!size || !looked) {
    problems.add(size ? looked.error() : size.error());
    return nullptr;
  }
  const EncodingSurvey& survey = looked.value();
  const Encoding encoding = survey.encoding(head);
  if (encoding == Encoding::utf16) {
    problems.add(problem(msg::utf16_text{}, Location::of_file(name)));
    return nullptr;
  }
  if (encoding == Encoding::unknown) {
    problems.add(at_fault(msg::invalid_utf8{}, name, survey));
    return nullptr;
  }
  if (survey.has_nul()) {
    problems.add(at_fault(msg::nul_byte{}, name, survey));
    return nullptr;
  }
  std::unique_ptr<TextSource> source(
      new TextSource(std::move(file), name,
                     head.starts_with(utf8::kByteOrderMark) ? utf8::kByteOrderMark.size() : 0));
  if (encoding == Encoding::utf8) return source;
  if (!source->decode_gb18030()) {
    problems.add(at_fault(msg::invalid_utf8{}, name, survey));
    return nullptr;
  }
  problems.add(problem(msg::csv_gb18030{}, Location::of_file(name)));
  return source;
}

bool TextSource::decode_gb18030() {
  UErrorCode error = U_ZERO_ERROR;
  from_.reset(ucnv_open("gb18030", &error));
  to_.reset(ucnv_open("UTF-8", &error));
  need_memory(error);
  if (U_FAILURE(error) != 0) return false;
  ucnv_setToUCallBack(from_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  pivot_.resize(kPivot);
  pivot_source_ = pivot_target_ = pivot_.data();
  return U_SUCCESS(error) != 0;
}

void TextSource::more(std::string& out, std::size_t bytes) {
  if (ended_) return;
  bytes_.resize(bytes);
  const Result<std::size_t> count = file_->read_at(offset_, bytes_.data(), bytes);
  if (!count) {
    fault_ = std::make_unique<Diagnostic>(count.error());
    ended_ = true;
    return;
  }
  bytes_.resize(count.value());
  offset_ += count.value();
  ended_ = count.value() < bytes;
  if (from_) {
    decode(out);
  } else {
    out += bytes_;
  }
}

void TextSource::decode(std::string& out) {
  const char* source = bytes_.data();
  const char* const source_end = source + bytes_.size();
  UErrorCode error = U_BUFFER_OVERFLOW_ERROR;
  while (error == U_BUFFER_OVERFLOW_ERROR) {
    error = U_ZERO_ERROR;
    const std::size_t used = out.size();
    out.resize(used + 2 * bytes_.size() + 64);
    char* target = out.data() + used;
    ucnv_convertEx(to_.get(), from_.get(), &target, out.data() + out.size(), &source, source_end,
                   pivot_.data(), &pivot_source_, &pivot_target_, pivot_.data() + kPivot, 0,
                   static_cast<UBool>(ended_), &error);
    out.resize(static_cast<std::size_t>(target - out.data()));
  }
  if (U_SUCCESS(error) != 0) return;
  need_memory(error);
  // ICU leaves what was right before the fault in the pivot.
  const std::size_t used = out.size();
  out.resize(used + 3 * kPivot + 64);
  char* target = out.data() + used;
  const char16_t* pivot = pivot_source_;
  error = U_ZERO_ERROR;
  ucnv_fromUnicode(to_.get(), &target, out.data() + out.size(), &pivot, pivot_target_, nullptr, 0,
                   &error);
  out.resize(static_cast<std::size_t>(target - out.data()));
  fault_ = std::make_unique<Diagnostic>(problem(msg::csv_encoding{}, Location::of_file(path_)));
  ended_ = true;
}

}  // namespace huice::formats
