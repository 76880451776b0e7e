// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/message.h"

namespace huice {

/// Why a call of the operating system failed, in both languages. `error` is an errno value
/// (<errno.h>, POSIX.1-2017); one that is rare is worded by the system itself, in English, and
/// quoted as such.
Argument system_reason(int error);

}  // namespace huice
