// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "markup/format.h"
#include "template/syntax/escape_context.h"

#include <string>
#include <string_view>

namespace huice::tmpl {

/// Appends text to a place that asks for more than the escape of `format`. Text that is safe in
/// running text still loses there what would end the place: quotes and tags in an attribute, and &
/// where it begins no character reference.
void protect(std::string& out, std::string_view text, bool safe, EscapeContext escape_context,
             markup::Format format);

}  // namespace huice::tmpl
