#!/usr/bin/env bash
# clang-tidy with the checks of .clang-tidy, on the sources of the program (not on its tests).
#   .ci/tidy.sh changed SECONDS   sources that changed since the commit in .ci/checked and, for changed headers, the source of the same name or
#                                 the first that includes them: uncommitted first, then newest commit first; what does not fit into the
#                                 seconds is counted and left to `all`. Without .ci/checked every commit counts and findings stop nothing.
#   .ci/tidy.sh all               every source, in sittings of 40 minutes (exit code 3: run it again); at the end of a clean pass over a
#                                 committed tree .ci/checked holds its commit
# Needs a configuration that does not join sources; it is configured and not built.
set -euo pipefail
cd "$(dirname "$0")/.."
mode=${1:-}
case $mode in
  changed) seconds=${2:-} ;;
  all) seconds=2400 ;;
  *) seconds= ;;
esac
[ -n "$seconds" ] || { sed -n '2,9s/^# \?//p' ".ci/${0##*/}" >&2; exit 2; }
begin=$(date +%s)
build=build/tidy
clean=$build/clean   # one empty file for each source and state of the headers that was found clean
left=$build/left     # what a sitting had no time for
cmake --preset dev -B "$build" > /dev/null
mkdir -p "$clean"
: > "$left"

of_program() { grep -vE '^(tests|examples)/' | grep -E '\.[ch]pp$' || true; }
sources() { git ls-files -co --exclude-standard '*.cpp' | of_program; }

# The source by which a header is checked.
source_of() {
  case $1 in
    *.cpp) echo "$1" ;;
    *) if [ -e "${1%.hpp}.cpp" ]; then echo "${1%.hpp}.cpp"; else git grep -lF "#include \"$1\"" -- '*.cpp' | of_program | head -1; fi ;;
  esac
}

changed() {
  local since file
  since=$(cat .ci/checked 2> /dev/null || git rev-list --max-parents=0 HEAD | tail -1)
  if ! git cat-file -e "$since^{commit}" 2> /dev/null; then sources; return; fi
  {
    git diff --name-only HEAD
    git ls-files --others --exclude-standard
    git log --format= --name-only "$since..HEAD"
  } | of_program | awk '!seen[$0]++' | while IFS= read -r file; do [ ! -e "$file" ] || source_of "$file"; done | awk '!seen[$0]++'
}

state=$(git ls-files -co --exclude-standard -z '*.hpp' .clang-tidy '*CMakeLists.txt' | sort -z | xargs -0 sha256sum 2> /dev/null | sha256sum)
check() {
  local key seconds=$(($2 - $(date +%s))) code=0
  key=$(cat "$1" - <<< "$state" | sha256sum | cut -d' ' -f1)
  [ ! -e "$clean/$key" ] || return 0
  if [ "$seconds" -le 0 ]; then echo "$1" >> "$left"; return 0; fi
  local said
  said=$(timeout "$seconds" clang-tidy -p "$build" --quiet "$1" 2> /dev/null) || code=$?
  if [ "$code" -eq 124 ]; then echo "$1" >> "$left"; return 0; fi
  if [ "$code" -gt 1 ]; then echo "$1: clang-tidy ended with $code"; return 1; fi
  # clang 14 does not know that lambdas may capture structured bindings (C++20).
  if grep -E '(warning|error):' <<< "$said" | grep -qv 'reference to local binding'; then
    echo "$said"
    return 1
  fi
  touch "$clean/$key"
}
export -f check
export build clean left state

if [ "$mode" = all ]; then list=$(sources); else list=$(changed); fi
[ -n "$list" ] || { echo "no source to check"; exit 0; }
end=$((begin + seconds))
# shellcheck disable=SC2016
if ! xargs -P "$(nproc)" -I{} bash -c 'check "$1" "$2"' check {} "$end" <<< "$list"; then
  [ ! -e .ci/checked ] && [ "$mode" = changed ] || exit 1
  echo "The whole tree has not been checked yet (there is no .ci/checked): findings are listed and stop nothing. Next: ./test.sh long tidy"
fi

undone=$(wc -l < "$left")
echo "$(($(wc -l <<< "$list") - undone)) of $(wc -l <<< "$list") sources checked, $undone left"
[ "$mode" = all ] || exit 0
[ "$undone" -eq 0 ] || exit 3
if [ -z "$(git status --porcelain)" ]; then git rev-parse HEAD > .ci/checked; echo ".ci/checked names this commit now: commit it"; fi
