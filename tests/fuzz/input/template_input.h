// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the fuzz targets of the template engine make of their bytes: the sections of one case of
// tests/cases/template/ (several templates of any format, a context, options), so that every case
// is a seed as it is.

#include "support/case_file.h"
#include "template/engine.h"
#include "template/values/value.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace huice::fuzz {

class TemplateInput {
 public:
  /// Never fails: without a template section the bytes are the template "main.html".
  TemplateInput(const std::uint8_t* data, std::size_t size);

  /// Knows the input's templates; its bounds are small, so that nothing takes long.
  tmpl::Environment& environment() { return *environment_; }
  /// The first template's name.
  const std::string& main() const { return main_; }
  /// The names of all templates, in order.
  const std::vector<std::string>& names() const { return names_; }
  /// The input's context; a mapping, empty where it holds no JSON object.
  const tmpl::Value& context() const { return context_; }

 private:
  test::Case sections_;
  std::vector<std::string> names_;
  std::string main_;
  tmpl::Value context_;
  std::unique_ptr<tmpl::Environment> environment_;
};

}  // namespace huice::fuzz
