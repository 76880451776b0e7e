// SPDX-License-Identifier: Apache-2.0
#pragma once

// What reading one data file needs and gathers: its text, where problems go, and the references
// found, which are looked up once everything is loaded.

#include "base/characters.h"
#include "base/diagnostic.h"
#include "base/json/value.h"
#include "base/messages/data.h"
#include "model/schema/shape.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huice::load {

/// A reference as written; resolved by check_library().
struct Reference {
  model::RefKind kind = model::RefKind::none;
  std::string id;
  model::Place place;
  std::string key;  ///< the field's key, or its column's name
};

using json::Span;

class FileContext {
 public:
  /// REQUIRES: all of them outlive the context.
  FileContext(const SourceText& source, std::uint32_t file, Diagnostics& problems,
              std::vector<Reference>& references)
      : source_(source), file_(file), problems_(problems), references_(references) {}

  const SourceText& source() const { return source_; }
  std::string_view text() const { return source_.text(); }
  Diagnostics& problems() { return problems_; }

  /// Line and column of a byte.
  model::Place place(std::size_t offset) const;

  void report(Message message, Span span, std::string suggestion = {});

  /// Reads one scalar into `target`: checks choices, notes references, reports what is refused;
  /// of an empty text `if_empty` says what to do about it.
  /// REQUIRES: shape is a scalar and target points to its type (nullable ones already engaged).
  void read_scalar(const model::Shape& shape, void* target, std::string_view key,
                   std::string_view token, Span span,
                   const Argument& if_empty = msg::leave_empty_out{});

  /// Refuses the characters that a text may not hold, and tells of those that nobody sees, each at
  /// its place in `span`, in which `text` is written. Line breaks are refused where it has to be
  /// one line.
  void check_characters(std::string_view key, std::string_view text, Span span, bool one_line);

 private:
  Span written(const OddCharacter& one, Span span) const;

  const SourceText& source_;
  std::uint32_t file_;
  Diagnostics& problems_;
  std::vector<Reference>& references_;
};

/// How such a value is written in JSON: "20万元", ["ordos-kjj"], {"heading": "…"}.
std::string written_example(const model::Shape& shape);

}  // namespace huice::load
