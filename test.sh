#!/usr/bin/env bash
# Tests, on Debian 12 from a bare clone on.
#   ./test.sh              the gate: format, mutants that apply, build with warnings as errors, every test, the report in a browser, clang-tidy on
#                          what changed, the package and its examples, fast tests under address and undefined-behaviour sanitizers; at most 30 minutes on two cores
#   ./test.sh quick        build and fast tests; at most 3 minutes after the build
#   ./test.sh long [PART]  what takes hours, in sittings of at most 40 minutes (exit code 3: run it again to go on); the parts stand in
#                          .ci/long, without PART all of them
set -euo pipefail
cd "$(dirname "$0")"
. .ci/setup.sh
. .ci/steps.sh

usage() {
  sed -n '3,7s/^# *//p' "${0##*/}" >&2
  trap - EXIT
  exit 2
}

build() {
  cmake --preset "$1" > /dev/null
  cmake --build --preset "$1"
}

quick() {
  step build build gate
  step "fast tests" ctest --preset gate --exclude-regex '\[(slow|repeats)\]'
}

gate() {
  step format .ci/format.sh
  step "mutants apply" .ci/mutants.sh
  step build build gate
  step tests ctest --preset gate
  step "report in a browser" .ci/web.sh build/gate
  step tidy .ci/tidy.sh changed 30
  step "package and examples" .ci/install.sh build/gate
  step "sanitizers: build" build asan
  step "sanitizers: tests" ctest --preset asan
}

long() {
  local part
  for part in ${1:-$(ls .ci/long)}; do
    if [ ! -x ".ci/long/$part" ]; then
      echo "there is no part \"$part\"; parts: $(ls -m .ci/long)" >&2
      trap - EXIT
      exit 2
    fi
    step "$part" ".ci/long/$part"
  done
}

case ${1:-gate} in
  gate) [ $# -eq 0 ] || usage ;;
  quick) [ $# -eq 1 ] || usage ;;
  long) [ $# -le 2 ] || usage ;;
  *) usage ;;
esac
railshift_setup ""
"${1:-gate}" "${@:2}"
