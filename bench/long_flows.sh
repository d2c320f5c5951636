#!/usr/bin/env bash
# `check` of 200,000 rows of flows: what it holds and takes, against Python's csv module, which only splits the same file into cells.
# bench/long_flows.sh [PROGRAM]
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-build/release/app/railshift}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
split='import csv, sys
for row in csv.reader(open(sys.argv[1], encoding="utf-8")): pass'
seconds() { sed -n 's/^peak .* KB, \([0-9.]*\) s.*/\1/p' "$1" | tail -1; }
kilobytes() { sed -n 's/^peak \([0-9]*\) KB.*/\1/p' "$1" | tail -1; }
for form in dated alone chains; do
  python3 bench/long_flows.py 200000 "$form" "$folder/$form"
  python3 bench/peak_memory.py "$program" check "$folder/$form" --lang en > /dev/null 2> "$folder/check" || true
  python3 bench/peak_memory.py python3 -c "$split" "$folder/$form/tables/flows.csv" 2> "$folder/split"
  awk -v form="$form" -v kb="$(kilobytes "$folder/check")" -v s="$(seconds "$folder/check")" -v y="$(seconds "$folder/split")" \
    'BEGIN { printf "%s: %.0f MB, %.2f s of processor time, %.1f x the yardstick (%.2f s)\n", form, kb / 1024, s, s / y, y }'
done
