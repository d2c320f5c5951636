#!/usr/bin/env bash
# Measures speed and memory against yardsticks that run beside the product, prints one table and writes bench/out/results.csv and results.md.
# `bench/run.sh quick` is the short form (two minutes); other words go to the benchmark program, such as `--only hold`.
set -euo pipefail
cd "$(dirname "$0")/.."
. .ci/setup.sh
railshift_setup

cmake --preset release > /dev/null
cmake --build --preset release -j "$(nproc)" --target railshift railshift_bench > /dev/null
mkdir -p bench/out
words=()
for word in "$@"; do
  if [ "$word" = quick ]; then words+=(--quick); else words+=("$word"); fi
done
build/release/bench/railshift_bench "${words[@]}" --program build/release/app/railshift --out bench/out
