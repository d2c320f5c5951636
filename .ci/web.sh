#!/usr/bin/env bash
# The script of the report (web/report): its types, whether what is committed is what its sources build to, byte by byte, and its tests in
# Chromium on pages that the program's own writer makes. Needs node and npm (18 or newer), which building the program does not.
#   .ci/web.sh BUILD_FOLDER
set -euo pipefail
[ $# -eq 1 ] || { sed -n '4s/^# *//p' "$0" >&2; exit 2; }
built=$(realpath "$1")
cd "$(dirname "$0")/.."
if ! command -v node > /dev/null || ! command -v npm > /dev/null; then
  echo "node or npm is missing: web/report is neither built nor tested"
  exit 0
fi
. .ci/setup.sh
railshift_setup "" packages-test.txt

pages=$built/pages
rm -rf "$pages" && mkdir -p "$pages"
"$built/tests/writers/railshift_sample_pages" "$pages"

cd web/report
if grep -q '"resolved"' package-lock.json; then echo "package-lock.json names where packages were fetched from"; exit 1; fi
# Installed once a lock file.
if ! cmp -s package-lock.json node_modules/.installed; then
  npm ci --prefer-offline
  cp package-lock.json node_modules/.installed
fi
npm run --silent check
npm run --silent build -- --logLevel warn --outDir "$built/web-report" --emptyOutDir
cmp dist/report.js "$built/web-report/report.js" || { echo "web/report/dist is not what its sources build to: npm run build"; exit 1; }
RAILSHIFT_PAGES=$pages npm run --silent test
