// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
namespace huice::cli {
Exit init(const InitOptions&, World&) {
  return Exit::usage;
}
}  // namespace huice::cli
