#!/usr/bin/env bash
# Every test: release build with all tests, then the program under address and undefined-behaviour sanitizers:
# the fast tests of the command line (which run every layer) and of the suites that handle bytes, files and SimGrid.
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
