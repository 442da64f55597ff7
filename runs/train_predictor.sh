#!/usr/bin/env bash
# The bundled ExecTimePredictor: the small network, trained on the four variants of the corpus (runs/build_corpus.sh) and
# exported.
#   runs/train_predictor.sh [--data DIR] [--out DIR] [--steps N] [--stop-after MIN]
# Takes up where it stopped.
set -euo pipefail
cd "$(dirname "$0")/.."
data=out/corpus/times out=out/predictor steps=6000 more=()
while [ $# -gt 0 ]; do
  case $1 in
    --data) data=$2; shift 2 ;;
    --out) out=$2; shift 2 ;;
    --steps) steps=$2; shift 2 ;;
    --stop-after) more+=(--stop-after "$2"); shift 2 ;;
    *) echo "unknown option $1; see the first lines of $0" >&2; exit 2 ;;
  esac
done
export PATH="$PWD/.venv/bin:$PATH"
exec ecode train predictor --data "$data" --out "$out" --steps "$steps" "${more[@]}"
