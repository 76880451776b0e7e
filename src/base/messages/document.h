// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/messages/declare.h"

namespace huice::msg {
#include "base/messages/document.inc"
}  // namespace huice::msg

#include "base/messages/undeclare.h"
