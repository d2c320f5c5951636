#!/usr/bin/env bash
# Speed of the event calendar and of a month of Taiyuan. Prints a table and writes bench/out/results.csv. Numbers hold for this machine only.
set -euo pipefail
cd "$(dirname "$0")/.."
. .ci/setup.sh
railshift_setup

cmake --preset release > /dev/null
cmake --build --preset release --target railshift railshift_bench_calendar > /dev/null
mkdir -p bench/out
results=bench/out/results.csv
echo "what,size,value,unit" > "$results"

build/release/bench/railshift_bench_calendar | awk -F, '
  NR == 1 { next }
  $1 == "ratio" { if (sums[$2 "heap_16_bytes"] != sums[$2 "calendar"]) exit 1; print "calendar_to_heap," $2 "," $3 ",ratio"; next }
  { sums[$2 $1] = $4; print $1 "," $2 "," $3 ",million events/s" }' >> "$results"

# CPU seconds of a month and of its empty beginning (load, calibrate, register) are told apart by a second month.
run() {
  local out=bench/out/run start end
  TIMEFORMAT='%U'
  seconds=$({ time build/release/app/railshift run scenarios/taiyuan --until "$1" --out "$out" --force > /dev/null; } 2>&1 | tail -1)
  loads=$(sed -n 's/.*"truck_loads": \([0-9]*\).*/\1/p' "$out/manifest.json")
}
run 2020-02-01; first_seconds=$seconds first_loads=$loads
run 2020-03-01
awk -v s="$seconds" -v f="$first_seconds" -v l="$loads" -v m="$first_loads" 'BEGIN {
  printf "taiyuan_first_months,2020-02-01,%.2f,s\n", f
  printf "taiyuan_loads,2020-02,%d,loads\n", l - m
  printf "taiyuan_load,2020-02,%.2f,microseconds/load\n", (s - f) * 1e6 / (l - m) }' >> "$results"
column -s, -t "$results" 2>/dev/null || cat "$results"
