#!/usr/bin/env bash
# The bundled E-code model: the preset mini, trained on the pairs of the corpus (runs/build_corpus.sh) and exported.
#   runs/train_mini.sh [--pairs DIR] [--out DIR] [--steps N] [--stop-after MIN] [--processes N]
#                      [--again N] [--from-bundled]
# In five stages, each of which starts from the weights of the one before: the shortest quarter of the examples a few times
# (what a kernel looks like is learned there at a third of the cost), then the shorter three quarters at a constant rate for
# --steps, then nearly all while the rate falls to nothing, all once more in the same way, and again for --again steps with
# fewer statements. To train on, give more --steps or --again: what comes before stands. With --from-bundled, only the last
# stage is made, from the weights that come with E-code. Takes up where it stopped, exactly. On a CPU one process for each
# core is fastest; on CUDA devices one for each of them.
set -euo pipefail
cd "$(dirname "$0")/.."
pairs=out/corpus/pairs out=out/mini steps=2400 again=3600 processes=2 from_bundled= more=()
while [ $# -gt 0 ]; do
  case $1 in
    --pairs) pairs=$2; shift 2 ;;
    --out) out=$2; shift 2 ;;
    --steps) steps=$2; shift 2 ;;
    --again) again=$2; shift 2 ;;
    --from-bundled) from_bundled=yes; shift ;;
    --processes) processes=$2; shift 2 ;;
    --stop-after) more+=(--stop-after "$2"); shift 2 ;;
    *) echo "unknown option $1; see the first lines of $0" >&2; exit 2 ;;
  esac
done
export PATH="$PWD/.venv/bin:$PATH" OMP_NUM_THREADS=1 TORCH_CPP_LOG_LEVEL=ERROR
launch=(python -m)
[ "$processes" -gt 1 ] && launch=(torchrun --nproc-per-node "$processes" -m)

stage() {  # NAME [OPTIONS]
  "${launch[@]}" ecode train optimizer --data "$pairs" --out "$out/$1" --prepared "$out/prepared" \
    --tokens 6144 --optimizer muon --learning-rate 2e-3 --warmup 100 --drop-statement 0.5 --save-every 100 \
    "${@:2}" "${more[@]}"
}

start=bundled
if [ -z "$from_bundled" ]; then
  stage short --preset mini --steps 1000 --decay 0 --curriculum 0.25,0.25,0.25,0.5
  stage all --init "$out/short/checkpoint" --steps "$steps" --decay 0 --curriculum 0.75 --seed 2
  stage last --init "$out/all/checkpoint" --steps 1300 --decay 0.95 --curriculum 0.9 --seed 3
  stage more --init "$out/last/checkpoint" --steps 1200 --learning-rate 1.5e-3 --warmup 50 --decay 0.95 --seed 4
  start=$out/more/checkpoint
fi
stage again --init "$start" --steps "$again" --learning-rate 1.5e-3 --warmup 50 --decay 0.95 --drop-statement 0.7 --seed 5
