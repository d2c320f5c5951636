#!/usr/bin/env bash
# From a bare Debian 12 to Taiyuan's verdicts and report. Quick: without the runs that leave out orders, which `assess` says it adds.
set -euo pipefail
cd "$(dirname "$0")"
. .ci/setup.sh
railshift_setup '*clang*'

cmake --preset release > /dev/null
cmake --build --preset release --target railshift

out=runs/taiyuan-assess
build/release/app/railshift check scenarios/taiyuan > /dev/null
build/release/app/railshift assess scenarios/taiyuan --quick --out "$out" --force
echo
echo "verdicts:   $out/verdicts.csv"
echo "comparison: $out/comparison.csv"
echo "report:     $out/report.html"
