// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the first bytes of an Office file say of it.

#include "base/files.h"

#include <string>
#include <string_view>

namespace huice::formats {

/// Begins Office's files of 1997–2003 ([MS-CFB]), and newer ones with a password.
inline constexpr std::string_view kOle2 = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

bool starts_with(const OpenFile& file, std::string_view signature);

/// Whether such a container holds a newer file behind a password: it then names a stream
/// "EncryptedPackage" ([MS-OFFCRYPTO]) in its directory.
bool has_password(const OpenFile& file);

/// The first kilobyte, in small letters.
std::string small_head(const OpenFile& file);

/// Whether such a text begins a web page, or is one behind what stands before its tags.
bool is_page(std::string_view head);

}  // namespace huice::formats
