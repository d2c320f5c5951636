#!/usr/bin/env bash
# Does what examples/README.md says with a build that stands already: installs it, builds the examples against the installed package and
# nothing else. Then compares what they print with the program.
#   .ci/install.sh BUILD_FOLDER
set -euo pipefail
[ $# -eq 1 ] || { sed -n '4s/^# *//p' "$0" >&2; exit 2; }
built=$(realpath "$1")
cd "$(dirname "$0")/.."
# The home of the README's lines.
home=$PWD/build/home
rm -rf "$home" build/examples build/examples-runs
mkdir -p "$home" build/examples-runs

lines=$(sed -n 's/^    //p' examples/README.md | grep -v -- '--preset' | sed "s|build/release|'$built'|")
[ "$(wc -l <<< "$lines")" -eq 3 ] || { echo "examples/README.md has other lines than are known here:"; echo "$lines"; exit 1; }
HOME=$home bash -euxo pipefail -c "$lines" > "$home/said" || { cat "$home/said"; exit 1; }

tiny=$home/railshift/share/railshift/scenarios/tiny
"$home/railshift/bin/railshift" run "$tiny" --out build/examples-runs/program > /dev/null 2>&1

# column FILE PROGRAM: the lines that an awk program prints, with the number of each column by its name in `at`.
column() {
  awk -F, -v year="${year:-}" "NR == 1 { sub(/^\\xef\\xbb\\xbf/, \"\"); for (i = 1; i <= NF; ++i) at[\$i] = i; next } $2" "build/examples-runs/program/$1"
}

# same WHAT BY_PROGRAM BY_EXAMPLE
same() {
  [ -n "$2" ] || { echo "the program says nothing of $1"; exit 1; }
  diff <(echo "$2") <(echo "$3")
}

for year in 2023 2024; do
  # shellcheck disable=SC2016
  by_program=$(column metrics.csv '
    $at["metric"] == "rail_share" && $at["basis"] == "gate" && $at["numerator_kind"] == "rail" && $at["denominator_kind"] == "rail_road" &&
    $at["direction"] == "both" && $at["commodity"] == "" && $at["firm"] != "" && $at["period"] == year {
      printf "%s %.4f\n", $at["firm"], $at["value"] }')
  same "the rail share of $year" "$by_program" "$(build/examples/share "$tiny" "$year")"
done
# Cells may hold commas between quotation marks: the outcome is looked for as a whole cell.
by_program=$(sed '1d' build/examples-runs/program/verdicts.csv | sed -E 's/^([^,]+),.*,(met|missed|cannot_say|not_testable),(emergent|ordered|by_definition|observed),.*/\1 \2/')
same "targets" "$by_program" "$(build/examples/judge "$tiny" build/examples-runs/judge)"
for file in metrics.csv verdicts.csv; do cmp "build/examples-runs/program/$file" "build/examples-runs/judge/$file"; done
echo "$by_program"
