// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.h"
namespace huice::cli {
Exit build(const BuildOptions&, World&) {
  return Exit::usage;
}
Exit init(const InitOptions&, World&) {
  return Exit::usage;
}
}  // namespace huice::cli
