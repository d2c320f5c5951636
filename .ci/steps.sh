#!/usr/bin/env bash
# Named steps with their seconds, for scripts that source this. The table is printed when the script ends, also after a failure.
steps=()
running=

# step NAME COMMAND...
step() {
  local from=$SECONDS
  running=$1
  shift
  echo "== $running"
  "$@"
  steps+=("$(printf '%-24s %5d s' "$running" $((SECONDS - from)))")
  running=
}

print_steps() {
  local code=$?
  echo
  [ "${#steps[@]}" -eq 0 ] || printf '%s\n' "${steps[@]}"
  printf '%-24s %5d s\n' "together" "$SECONDS"
  if [ "$code" -eq 3 ]; then echo "NOT AT ITS END, run again: $running"; elif [ -n "$running" ]; then echo "FAILED: $running"; fi
}
trap print_steps EXIT
