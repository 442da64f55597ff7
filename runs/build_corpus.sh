#!/usr/bin/env bash
# The corpus: synthetic problems with slow and fast programs, measured (CodeExecTimeDB's four variants) and paired (GEC).
#   runs/build_corpus.sh [--problems N] [--kernels N] [--out DIR] [--workers N] [--share P]
# With --share, the programs of that share of the problems are measured: a sample of the corpus with its very splits. Given
# another share, it goes on; what was measured stays.
# With --kernels, the problems are made of so many kernels: a corpus that a small model learns (runs/ablation.py).
# Takes up where it stopped. examples/corpus gets the cards and a sample of both tables.
set -euo pipefail
cd "$(dirname "$0")/.."
problems=8500 out=out/corpus workers=2 share=1 kernels=()
while [ $# -gt 0 ]; do
  case $1 in
    --problems) problems=$2; shift 2 ;;
    --out) out=$2; shift 2 ;;
    --workers) workers=$2; shift 2 ;;
    --share) share=$2; shift 2 ;;
    --kernels) kernels=(--kernels "$2"); shift 2 ;;
    *) echo "unknown option $1; see the first lines of $0" >&2; exit 2 ;;
  esac
done
export PATH="$PWD/.venv/bin:$PATH"
started=$(date +%s)
ecode data build-corpus --problems "$problems" --slower 1 --share "$share" --out "$out/times" \
  --workers "$workers" "${kernels[@]}"
# borderline pairs (1.05x to 1.2x) are left out: racing them would take longer than all the rest
ecode data build-pairs "$out/times" --out "$out/pairs" --slow 14 --race-seconds 0
echo "$(( ($(date +%s) - started) / 60 )) minutes in this run; $(du -sh "$out/times/ledger.sqlite" | cut -f1) of ledger," \
  "$(du -ch "$out"/times/*/*.parquet "$out"/pairs/*.parquet | tail -1 | cut -f1) of tables"
[ "$share" != 1 ] || [ ${#kernels[@]} -gt 0 ] || python scripts/sample_corpus.py "$out" examples/corpus
