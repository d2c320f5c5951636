#!/usr/bin/env bash
# Every tracked C++ file is as clang-format 14 leaves it.
set -euo pipefail
cd "$(dirname "$0")/.."
git ls-files -z '*.cpp' '*.hpp' | xargs -0 -P "$(nproc)" -n 40 clang-format --dry-run -Werror
