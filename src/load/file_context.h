// SPDX-License-Identifier: Apache-2.0
#pragma once

// What reading one data file needs and gathers: its text, where problems go, and the references
// found, which are looked up once everything is loaded.

#include "base/diagnostic.h"
#include "model/schema/shape.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huice::load {

/// A reference as written; resolved by check_references().
struct Reference {
  model::RefKind kind = model::RefKind::none;
  std::string id;
  model::Place place;
  std::string key;  ///< the field's key, or its column's name
};

/// A span of the file in bytes.
struct Span {
  std::size_t offset = 0;
  std::size_t length = 1;
};

class FileContext {
 public:
  /// REQUIRES: all of them outlive the context.
  FileContext(const SourceText& text, std::uint32_t file, Diagnostics& problems,
              std::vector<Reference>& references)
      : text_(text), file_(file), problems_(problems), references_(references) {}

  std::string_view text() const { return text_.text(); }

  /// Line and column of a byte. Offsets asked for mostly grow, which keeps this cheap.
  model::Place place(std::size_t offset);

  void report(Message message, Span span, std::string suggestion = {});

  /// Reads one scalar into `target`: checks choices, notes references, reports what is refused.
  /// REQUIRES: shape is a scalar and target points to its type (nullable ones already engaged).
  void read_scalar(const model::Shape& shape, void* target, std::string_view key,
                   std::string_view token, Span span);

 private:
  const SourceText& text_;
  std::uint32_t file_;
  Diagnostics& problems_;
  std::vector<Reference>& references_;
  std::size_t cursor_ = 0;      ///< place() has counted up to here
  std::size_t line_start_ = 0;  ///< of the line that holds cursor_
  std::uint32_t line_ = 1;
};

}  // namespace huice::load
