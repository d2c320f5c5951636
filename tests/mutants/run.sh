#!/usr/bin/env bash
# Do the tests notice? Applies each patch (a plausible mistake of one line) to a copy of the working tree, builds what it touches, runs the
# tests named for it, then all others, and prints the first test that turned red. Exit 1 if a mutant survives.
#   tests/mutants/run.sh [PATCH...]      default: all of tests/mutants/*.patch
# A patch names suites on its line `Suites:`, whose fast tests run; a line `Tests:` narrows them to a Catch2 test spec, such as
# `Tests: "a train *",[kernel]`. If none of those turns red, all fast tests of all suites run.
# What was noticed stands in build/mutants/noticed, by the state of the tree and the patch, and is not tried again. A sitting begins no
# mutant after 30 minutes: exit code 3, and the next one goes on. Copy and build tree stay in build/mutants too. JOBS=1 builds one file at
# a time.
set -euo pipefail
patches=()
for patch in "$@"; do
  [ -f "$patch" ] || { echo "no such patch: $patch" >&2; exit 2; }
  patches+=("$(realpath "$patch")")
done
cd "$(dirname "$0")/../.."
root=$PWD
tree=$root/build/mutants/tree
build=$root/build/mutants/build
noticed=$root/build/mutants/noticed
sitting=1800
[ "${#patches[@]}" -gt 0 ] || patches=(tests/mutants/*.patch)
mkdir -p "$noticed"

tracked() {
  git ls-files -z --cached --others --exclude-standard "$@" |
    while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done | sort -z
}
# What tests can see of the tree; documents and scripts change nothing.
state=$(tracked -- . ':!tests/mutants' ':!.ci' ':!bench' ':!examples' ':!*.sh' ':!*.md' docs/schema.md | xargs -0 sha256sum | sha256sum)
record_of() { echo "$noticed/$(cat "$1" - <<< "$state" | sha256sum | cut -d' ' -f1)"; }

# The working tree as it stands, without what git ignores; times are kept, so unchanged files are not built again.
rm -rf "$tree"
mkdir -p "$tree"
tracked | xargs -0 cp -a --parents -t "$tree"
git -C "$tree" init -q .   # so that git apply works on the copy and not on the repository around it
# A run that was cut off may have left objects of a mutant: whatever a patch can touch is built again.
sed -n 's|^+++ b/||p' tests/mutants/*.patch | sort -u | while IFS= read -r file; do touch "$tree/$file"; done
export CCACHE_BASEDIR=$tree CCACHE_NOHASHDIR=1
cmake -S "$tree" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE=-O1 > /dev/null
# Approved hashes and the rules of the house see every change; whether a test knows what is wrong is the question here.
all_suites=$(sed -n 's/^RAILSHIFT_TEST_SUITES:[A-Z]*=//p' "$build/CMakeCache.txt" | tr ';' '\n' | grep -vxE 'layers|golden')

compile() { cmake --build "$build" --parallel "${JOBS:-2}" --target "railshift_tests_$1" > "$build/compile.log" 2>&1; }

# runs SUITE TEST: false if the test fails, crashes or does not end. Each has a process of its own: there is one simulation a process.
runs() { timeout 300 "$build/tests/$1/railshift_tests_$1" "$(sed 's/[\\,[]/\\&/g' <<< "$2")" > /dev/null 2>&1; }
export -f runs
export build

# Suites whose tests start no simulation can run in one process, which takes a tenth of the time; who failed is then asked one by one.
together=" core policy rules ledger scenario workbook records analysis statistics "
passes_together() { [[ $together == *" $1 "* ]] && timeout 300 "$build/tests/$1/railshift_tests_$1" "$2" > /dev/null 2>&1; }

# first_red SUITE SPEC: prints the first failing test of a suite; false if there is none.
first_red() {
  local red
  if passes_together "$1" "$2"; then return 1; fi
  red=$({ "$build/tests/$1/railshift_tests_$1" "$2" --list-test-names-only || true; } |   # its exit code is their number
    xargs -d '\n' -P "${JOBS:-2}" -I{} bash -c 'runs "$1" "$2" || { echo "$2"; exit 255; }' _ "$1" {} 2> /dev/null || true)
  [ -n "$red" ] && head -n 1 <<< "$red"
}

# try_suites SPEC SUITE...: 0 if a test turned red, 1 if none did, 2 if the mutant does not compile.
try_suites() {
  local spec=$1 suite red
  for suite in "${@:2}"; do
    if ! compile "$suite"; then echo "does not compile, see $build/compile.log"; return 2; fi
    if red=$(first_red "$suite" "$spec"); then echo "red: $suite:$red"; return 0; fi
  done
  return 1
}

try() {
  local named tests code=0
  named=$(sed -n 's/^Suites: //p' "$1")
  tests=$(sed -n 's/^Tests: //p' "$1")
  # shellcheck disable=SC2086
  try_suites "${tests:-~[slow]}" $named || code=$?
  [ "$code" -eq 1 ] || return "$code"
  code=0
  # shellcheck disable=SC2046
  try_suites "~[slow]" $({ [ -z "$tests" ] || tr ' ' '\n' <<< "$named"; grep -vxF "$(tr ' ' '\n' <<< "$named")" <<< "$all_suites"; }) || code=$?
  [ "$code" -ne 1 ] || echo "SURVIVED"
  return "$code"
}

# A test that is red without a mutant proves nothing: what this sitting noticed is tried once more on the tree as it is.
confirm() {
  local record suite name
  for record in "$@"; do
    suite=$(sed 's/^red: \([a-z]*\):.*/\1/' "$record")
    name=$(sed 's/^red: [a-z]*://' "$record")
    compile "$suite" || { echo "the tree does not compile, see $build/compile.log"; exit 2; }
    if ! runs "$suite" "$name"; then echo "red without any mutant: $suite:$name"; rm "$record"; survivors=$((survivors + 1)); fi
  done
}

survivors=0
undone=0
fresh=()
for patch in "${patches[@]}"; do
  patch=$(realpath "$patch")
  record=$(record_of "$patch")
  if [ ! -e "$record" ] && [ "$SECONDS" -ge "$sitting" ]; then undone=$((undone + 1)); continue; fi
  printf '%-42s ' "$(basename "$patch" .patch)"
  if [ -e "$record" ]; then cat "$record"; continue; fi
  git -C "$tree" apply "$patch"
  if try "$patch" > "$build/answer"; then cp "$build/answer" "$record"; fresh+=("$record"); else survivors=$((survivors + 1)); fi
  cat "$build/answer"
  git -C "$tree" apply --reverse "$patch"
done
confirm "${fresh[@]}"
echo "$survivors of ${#patches[@]} mutants survived or did not compile, $undone left for the next sitting"
[ "$survivors" -eq 0 ] || exit 1
[ "$undone" -eq 0 ] || exit 3
