// SPDX-License-Identifier: Apache-2.0
//
// GB18030 contains GBK and GB2312, so one converter reads whatever Excel and WPS in China write.
// Bytes alone cannot prove it: the file is taken for GB18030 only where it cannot be UTF-8, and for
// damaged UTF-8 where it has more three-byte characters of UTF-8 (that is, Han) than faults.
#include "formats/text_source.h"

#include "base/messages/files.h"
#include "base/messages/formats.h"
#include "base/utf8.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <optional>

namespace huice::formats {
namespace {

constexpr std::size_t kChunk = std::size_t{256} << 10U;
constexpr std::size_t kPivot = 8192;
constexpr std::string_view kBom = "\xEF\xBB\xBF";

struct Survey {
  std::size_t han = 0;     // three-byte characters
  std::size_t faults = 0;  // bytes that fit no UTF-8
  std::size_t line = 1;    // the place of the first fault, or of the NUL
  std::size_t column = 1;
  bool nul = false;
};

void step(Survey& survey, std::string_view text) {
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if (value == '\n') {
      ++survey.line;
      survey.column = 1;
    } else if ((value & 0xC0U) != 0x80U) {
      ++survey.column;
    }
  }
}

// Looks through `text`; gives how many bytes at its end may be the start of a character.
std::size_t look(Survey& survey, std::string_view text, bool last) {
  std::size_t done = 0;
  while (done < text.size()) {
    std::string_view rest = text.substr(done);
    const std::size_t nul = rest.find('\0');
    const std::size_t bad = utf8::first_invalid(rest);
    rest = rest.substr(0, std::min({nul, bad, rest.size()}));
    if (survey.faults == 0) step(survey, rest);
    survey.han += static_cast<std::size_t>(
        std::count_if(rest.begin(), rest.end(), [](char byte) { return (byte & 0xF0) == 0xE0; }));
    done += rest.size();
    if (done == text.size()) break;
    if (nul < bad) {
      survey.nul = true;
      return 0;
    }
    if (!last && text.size() - done < 4) return text.size() - done;
    ++survey.faults;
    ++done;
  }
  return 0;
}

Result<Survey> survey_file(const OpenFile& file) {
  Survey survey;
  std::string buffer(kChunk, '\0');
  std::size_t kept = 0;
  for (std::uint64_t offset = 0;;) {
    const Result<std::size_t> count = file.read_at(offset, buffer.data() + kept, kChunk - kept);
    if (!count) return count.error();
    const std::string_view text(buffer.data(), kept + count.value());
    offset += count.value();
    const bool last = text.size() < kChunk;
    const std::size_t rest = look(survey, text, last);
    if (last || survey.nul) return survey;
    std::copy(text.end() - static_cast<std::ptrdiff_t>(rest), text.end(), buffer.begin());
    kept = rest;
  }
}

Diagnostic at_fault(Message message, const std::string& path, const Survey& survey) {
  Location where = Location::of_file(path);
  where.line = static_cast<std::uint32_t>(survey.line);
  where.column = static_cast<std::uint32_t>(survey.column);
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
  std::string head(kBom.size(), '\0');
  const Result<std::size_t> size = file->read_at(0, head.data(), head.size());
  const Result<Survey> looked = survey_file(*file);
  if (!size || !looked) {
    problems.add(size ? looked.error() : size.error());
    return nullptr;
  }
  const Survey& survey = looked.value();
  const bool bom = head == kBom;
  const bool utf16 = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
  if (utf16 || (survey.faults > 0 && (bom || survey.han > survey.faults))) {
    problems.add(at_fault(msg::invalid_utf8{}, name, utf16 ? Survey{} : survey));
    return nullptr;
  }
  if (survey.nul) {
    problems.add(at_fault(msg::nul_byte{}, name, survey));
    return nullptr;
  }
  std::unique_ptr<TextSource> source(new TextSource(std::move(file), name, bom ? kBom.size() : 0));
  if (survey.faults == 0) return source;
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
