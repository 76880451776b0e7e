// SPDX-License-Identifier: Apache-2.0
#include "markdown/write.h"

#include "markdown/write_html.h"
#include "markdown/write_markdown.h"
#include "markdown/write_plain.h"
#include "markdown/write_typst.h"

namespace huice::markdown {

// No default: a new format does not compile before it is decided what a document is there.
Written write(const Document& document, markup::Format format, const WriteOptions& options,
              std::string& out) {
  switch (format) {
    case markup::Format::html:
      write_html(document,
                 {.heading_shift = options.heading_shift,
                  .heading_ids = options.heading_ids,
                  .table_region_label = options.table_region_label,
                  .cite = options.cite},
                 out);
      return Written::markup;
    case markup::Format::markdown:
      write_markdown(document, {.heading_shift = options.heading_shift, .cite = options.cite}, out);
      return Written::markup;
    case markup::Format::typst:
      write_typst(document, {.heading_shift = options.heading_shift, .cite = options.cite}, out);
      return Written::markup;
    case markup::Format::text:
      write_plain(document, {.cite = options.cite}, out);
      return Written::plain_text;
    case markup::Format::xml:
    case markup::Format::json:
    case markup::Format::csv:
      write_plain(document, {.cite = options.cite}, out);
      if (!document.empty()) out.pop_back();
      return Written::plain_text;
  }
  return Written::plain_text;
}

}  // namespace huice::markdown
