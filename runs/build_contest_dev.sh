#!/usr/bin/env bash
# CodeExecTimeDB and GEC from contest-dev, twice, and how well the two builds agree.
#   runs/build_contest_dev.sh --source DIR [--out DIR]
# Takes up where it stopped. Needs an idle machine: two builds at a time would disturb each other's clocks.
set -euo pipefail
cd "$(dirname "$0")/.."
source='' out=out/contest_dev_db
while [ $# -gt 0 ]; do
  case $1 in
    --source) source=$2; shift 2 ;;
    --out) out=$2; shift 2 ;;
    *) echo "unknown option $1; usage: $0 --source DIR [--out DIR]" >&2; exit 2 ;;
  esac
done
[ -d "$source" ] || { echo "give --source DIR: a folder of problem packages" >&2; exit 2; }
export PATH="$PWD/.venv/bin:$PATH"
for build in first second; do
  ecode data build-times "$source" --out "$out/$build" --time-limit 10
done
python bench/build_agreement.py "$out/first" "$out/second"
ecode data build-pairs "$out/first" --out "$out/pairs"
