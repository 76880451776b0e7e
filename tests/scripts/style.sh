#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Formatting and shell scripts, cheap enough for every test run; clang-tidy is `./dev check`'s.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

number=0
failed=0
# result NAME COMMAND…: one TAP line, with what the command said where it failed.
result() {
  local name=$1 said
  shift
  number=$((number + 1))
  if said=$("$@" 2>&1); then
    echo "ok $number - $name"
  else
    failed=1
    echo "not ok $number - $name"
    head -n 40 <<< "$said" | sed 's/^/# /'
  fi
}

mapfile -t cpp < <(find src tests -name node_modules -prune -o \( -name '*.cpp' -o -name '*.h' \) -print | sort)
mapfile -t shell < <({
  ls dev .ci/run
  find tools tests -name node_modules -prune -o -type f -print | while read -r file; do
    if head -c 64 "$file" | grep -qaE '^#!.*\b(ba)?sh\b'; then echo "$file"; fi
  done
} | sort)
mapfile -t modules < <(find tests site -name node_modules -prune -o -name '*.mjs' -print | sort)
node=(tests/browser/node_modules/node-linux-*/bin/node)

parse_modules() {
  local module status=0
  for module in "${modules[@]}"; do "${node[0]}" --check "$module" || status=1; done
  return $status
}

echo 1..3
result "C++ is formatted as .clang-format says" clang-format --dry-run -Werror "${cpp[@]}"
result "shell scripts pass shellcheck" shellcheck "${shell[@]}"
result "browser scripts parse" parse_modules
[[ $failed -eq 0 ]]
