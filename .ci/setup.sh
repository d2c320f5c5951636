#!/usr/bin/env bash
# Installs what the build and the gate need on Debian 12 (only what is missing). Sourced by demo.sh and test.sh.
set -euo pipefail

# railshift_setup [PATTERN [LIST]]: every package of a list beside this file (packages.txt), without those whose name fits the pattern.
railshift_setup() {
  local missing=() package
  while read -r package; do
    # shellcheck disable=SC2053
    [[ -n "${1:-}" && $package == ${1:-} ]] && continue
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done < "$(dirname "${BASH_SOURCE[0]}")/${2:-packages.txt}"
  [ "${#missing[@]}" -eq 0 ] && return 0
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  echo "Installing ${#missing[@]} packages: ${missing[*]}"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}
