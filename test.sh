#!/usr/bin/env bash
# Every test: release build with all tests, then the fast ones under address and undefined-behaviour sanitizers.
set -euo pipefail
cd "$(dirname "$0")"
. .ci/setup.sh
railshift_setup

cmake --preset release > /dev/null
cmake --build --preset release
ctest --preset release

cmake --preset asan > /dev/null
cmake --build --preset asan
ctest --preset asan
