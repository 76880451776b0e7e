// SPDX-License-Identifier: Apache-2.0
#include "formats/pdf/read.h"

#include "formats/pdf/content.h"

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <new>
#include <string>

namespace huice::formats::pdf {
namespace {

/// Keeps what it is given, within the budget.
class Kept : public Pipeline {
 public:
  explicit Kept(Budget& budget) : Pipeline("kept", nullptr), budget_(budget) {}

  void write(const unsigned char* data, std::size_t size) override {
    // qpdf takes what is thrown here for a damaged stream: it is thrown again behind it.
    try {
      budget_.take_bytes(size);
    } catch (const TooLarge&) {
      is_too_large_ = true;
      throw;
    }
    for (std::size_t i = 0; i < size; ++i) text_ += static_cast<char>(data[i]);
  }
  void finish() override {}
  std::string take() {
    if (is_too_large_) throw TooLarge();
    return std::move(text_);
  }

 private:
  Budget& budget_;
  bool is_too_large_ = false;
  std::string text_;
};

void read_page(QPDFObjectHandle object, Fonts& fonts, Budget& budget, File& file) {
  QPDFPageObjectHelper helper(object);
  QPDFObjectHandle box = helper.getCropBox();
  Page page;
  double left = 0;
  double top = 0;
  if (box.isRectangle()) {
    const QPDFObjectHandle::Rectangle edges = box.getArrayAsRectangle();
    page.width = edges.urx - edges.llx;
    page.height = edges.ury - edges.lly;
    left = edges.llx;
    top = edges.ury;
  }
  QPDFObjectHandle resources = helper.getAttribute("/Resources", false);
  if (resources.isDictionary()) object.replaceKey("/Resources", resources);
  read_content(object, left, top, fonts, budget, page);
  file.pages.push_back(std::move(page));
}

Fault read_pages(QPDF& pdf, File& file, const Limits& limits) {
  const auto& pages = pdf.getAllPages();
  if (pages.size() > limits.pages) return Fault::too_large;
  Budget budget(limits);
  Fonts fonts(file);
  for (QPDFObjectHandle page : pages) read_page(page, fonts, budget, file);
  return file.pages.empty() ? Fault::damaged : Fault::none;
}

}  // namespace

std::string unpacked(QPDFObjectHandle stream, Budget& budget) {
  if (!stream.isStream()) return {};
  Kept kept(budget);
  bool is_plain = false;
  // Pictures keep their filters, and are not read.
  stream.pipeStreamData(&kept, &is_plain, 0, qpdf_dl_generalized, true, false);
  std::string text = kept.take();
  return is_plain ? text : std::string();
}

Fault read(std::string_view bytes, File& file, const Limits& limits) {
  // The mark may stand behind other bytes, within the first 1,024 (Acrobat's rule).
  if (bytes.substr(0, 1024).find("%PDF-") == std::string_view::npos) return Fault::not_pdf;
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  try {
    pdf.processMemoryFile("letter", bytes.data(), bytes.size());
    return read_pages(pdf, file, limits);
  } catch (const TooLarge&) {
    return Fault::too_large;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const QPDFExc& problem) {
    return problem.getErrorCode() == qpdf_e_password ? Fault::encrypted : Fault::damaged;
  } catch (const std::exception&) {
    return Fault::damaged;
  }
}

}  // namespace huice::formats::pdf
