#!/usr/bin/env bash
# The tables of contest-dev in bench/RESULTS.md: the 20 slow programs, and how often each rewrite fires and wins.
#   runs/optimize_contest_dev.sh --source DIR [--budget SECONDS]
set -euo pipefail
cd "$(dirname "$0")/.."
source_dir='' budget=120
while [ $# -gt 0 ]; do
  case $1 in
    --source) source_dir=$2; shift 2 ;;
    --budget) budget=$2; shift 2 ;;
    *) echo "usage: $0 --source DIR [--budget SECONDS]" >&2; exit 2 ;;
  esac
done
[ -d "$source_dir" ] || { echo "no folder of problem packages at '$source_dir'" >&2; exit 2; }
python=.venv/bin/python
$python bench/optimize_packages.py --source "$source_dir" --budget "$budget" --out out/contest_dev/optimized.jsonl
$python bench/rewrite_counts.py --source "$source_dir" --out out/contest_dev/rewrite_counts.jsonl
