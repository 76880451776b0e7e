#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# clang-tidy over src/, one result a layer; `./dev check` runs it too, over all files or some.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

folder=${HUICE_TMP:?}/tidy
mapfile -t layers < <(find src -mindepth 1 -maxdepth 1 | sort)
echo "1..$((${#layers[@]} + 1))"
if said=$(cmake --preset tidy -B "$folder" 2>&1); then
  echo "ok 1 - the build for clang-tidy is configured"
else
  echo "not ok 1 - the build for clang-tidy is configured"
  tail -n 20 <<< "$said" | sed 's/^/# /'
fi
number=1
for layer in "${layers[@]}"; do
  number=$((number + 1))
  mapfile -d '' -t files < <(find "$layer" -name '*.cpp' -print0 | sort -z)
  if said=$(tools/tidy "$folder" "${files[@]}" 2>&1); then
    echo "ok $number - clang-tidy finds nothing in $layer"
  else
    echo "not ok $number - clang-tidy finds nothing in $layer"
    head -n 200 <<< "$said" | sed 's/^/# /'
  fi
done
