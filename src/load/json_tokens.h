// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reading JSON event by event with the place of each token, and syntax errors in words.

#include "load/file_context.h"

#include <nlohmann/json.hpp>

#include <string>

namespace huice::load {

/// Derive from this and answer nlohmann_json's events; call begin_token() first in each, and
/// leave_look_ahead() too in those for numbers.
class JsonTokens : public nlohmann::json_sax<nlohmann::json> {
 public:
  /// Reads the whole text. Broken syntax is reported and ends the reading early.
  void parse();

  bool binary(binary_t& /*value*/) override { return false; }
  bool parse_error(std::size_t position, const std::string& last_token,
                   const nlohmann::detail::exception& error) override;

 protected:
  /// REQUIRES: the context outlives this.
  explicit JsonTokens(FileContext& context) : context_(context) {}

  FileContext& context() { return context_; }
  /// Where the event's token stands.
  const Span& token() const { return token_; }
  /// How far reading has come, in bytes.
  std::size_t position() const {
    return static_cast<std::size_t>(reached_ - context_.text().data());
  }

  void begin_token();
  /// A number ends before the byte by which the lexer knew its end.
  void leave_look_ahead();

  /// Call on each opening bracket; false, and reported, where they are nested too deep.
  bool enter();
  void leave() { --depth_; }

 private:
  FileContext& context_;
  const char* reached_ = nullptr;
  Span token_;
  std::size_t token_end_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace huice::load
