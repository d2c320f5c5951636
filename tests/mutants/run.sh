#!/usr/bin/env bash
# Do the tests notice? Applies each patch (a plausible mistake of one line) to a copy of the working tree, builds what it touches, runs the fast
# tests of the suites that the patch names, then all others, and prints the first test that turned red. Exit 1 if a mutant survives.
#   tests/mutants/run.sh [PATCH...]      default: all of tests/mutants/*.patch
# Copy and build tree stay in build/mutants, so that a second run is short. JOBS=1 builds one file at a time.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
tree=$root/build/mutants/tree
build=$root/build/mutants/build
all_suites="core rules ledger scenario kernel ensemble engine analysis hand theory app"
if [ $# -gt 0 ]; then patches=("$@"); else patches=(tests/mutants/*.patch); fi

# The working tree as it stands, without what git ignores; times are kept, so unchanged files are not built again.
rm -rf "$tree"
mkdir -p "$tree"
git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done |
  xargs -0 cp -a --parents -t "$tree"
git -C "$tree" init -q .   # so that git apply works on the copy and not on the repository around it
# A run that was cut off may have left objects of a mutant: whatever a patch can touch is built again.
sed -n 's|^+++ b/||p' tests/mutants/*.patch | sort -u | while IFS= read -r file; do touch "$tree/$file"; done
export CCACHE_BASEDIR=$tree CCACHE_NOHASHDIR=1
cmake -S "$tree" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE=-O1 > /dev/null

compile() { cmake --build "$build" --parallel "${JOBS:-2}" --target "railshift_tests_$1" > "$build/compile.log" 2>&1; }

# Prints the first failing test of a suite; false if there is none.
first_red() {
  local report=$build/$1.xml
  rm -f "$report"
  # A mutant may also crash the suite or never end: that counts as noticed.
  timeout 300 "$build/tests/$1/railshift_tests_$1" "~[slow]" --abort --reporter junit --out "$report" > /dev/null 2>&1 && return 1
  awk -F'"' '/<testcase / { for (i = 1; i < NF; ++i) if ($i ~ / name=$/) name = $(i + 1) } /<(failure|error)/ { print name; found = 1; exit }
             END { if (!found) print "(crash or endless run)" }' "$report" 2>/dev/null || echo "(crash or endless run)"
}

try() {
  local named suite red
  named=$(sed -n 's/^Suites: //p' "$1")
  for suite in $named $(tr ' ' '\n' <<< "$all_suites" | grep -vxF "$(tr ' ' '\n' <<< "$named")"); do
    if ! compile "$suite"; then echo "does not compile, see $build/compile.log"; return 2; fi
    if red=$(first_red "$suite"); then echo "red: $suite: $red"; return 0; fi
  done
  echo "SURVIVED"
  return 1
}

survivors=0
for patch in "${patches[@]}"; do
  patch=$(realpath "$patch")
  git -C "$tree" apply "$patch"
  printf '%-42s ' "$(basename "$patch" .patch)"
  try "$patch" || survivors=$((survivors + 1))
  git -C "$tree" apply --reverse "$patch"
done
echo "$survivors of ${#patches[@]} mutants survived or did not compile"
[ "$survivors" -eq 0 ]
