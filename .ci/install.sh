#!/usr/bin/env bash
# Installs a build, builds examples/share against the installed package and nothing else, and compares what it prints with the program.
#   .ci/install.sh BUILD_FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
prefix=$PWD/build/installed
rm -rf "$prefix" build/share build/share-run
cmake --install "$1" --prefix "$prefix" > /dev/null
cmake -S examples/share -B build/share -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_PREFIX_PATH="$prefix" > /dev/null
cmake --build build/share

tiny=$prefix/share/railshift/scenarios/tiny
"$prefix/bin/railshift" run "$tiny" --out build/share-run > /dev/null 2>&1
for year in 2023 2024; do
  by_program=$(awk -F, -v year=$year '
    NR == 1 { sub(/^\xef\xbb\xbf/, ""); for (i = 1; i <= NF; ++i) at[$i] = i }
    $at["metric"] == "rail_share" && $at["basis"] == "gate" && $at["numerator_kind"] == "rail" && $at["denominator_kind"] == "rail_road" &&
    $at["direction"] == "both" && $at["commodity"] == "" && $at["firm"] != "" && $at["period"] == year {
      printf "%s %.4f\n", $at["firm"], $at["value"] }' build/share-run/metrics.csv)
  by_example=$(build/share/share "$tiny" $year)
  [ -n "$by_program" ] || { echo "metrics.csv has no rail share by gate in $year"; exit 1; }
  diff <(echo "$by_program") <(echo "$by_example")
done
echo "$by_example"
