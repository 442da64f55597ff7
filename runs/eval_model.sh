#!/usr/bin/env bash
# The tables of the bundled model: alone (k=8) beside the nearest neighbour among the training pairs, on unseen programs of
# seen kernels, unseen kernels, problems/ and a list of slow programs; and what it adds to the rewrites in the search.
#   runs/eval_model.sh [--model DIR] [--corpus DIR] [--out DIR] [--limit N] [--search-limit N] [--budget S] [--list CSV]
# Takes up where it stopped: results lie in OUT, one folder for each set of tasks.
set -euo pipefail
cd "$(dirname "$0")/.."
model=src/ecode/models/bundled/optimizer corpus=out/corpus out=out/eval-model limit=100 search_limit=50 budget=15 list=
while [ $# -gt 0 ]; do
  case $1 in
    --model) model=$2; shift 2 ;;
    --corpus) corpus=$2; shift 2 ;;
    --out) out=$2; shift 2 ;;
    --limit) limit=$2; shift 2 ;;
    --search-limit) search_limit=$2; shift 2 ;;
    --budget) budget=$2; shift 2 ;;
    --list) list=$2; shift 2 ;;
    *) echo "unknown option $1; see the first lines of $0" >&2; exit 2 ;;
  esac
done
export PATH="$PWD/.venv/bin:$PATH"

alone() {  # NAME TASKS [OPTIONS]: the model and its baseline, with and without the statement
  ecode eval optimizer "$2" --system "nearest:$corpus/pairs" --system "model:$model" --limit "$limit" \
    --out "$out/$1" "${@:3}"
  ecode eval optimizer "$2" --system "model:$model" --no-statement --limit "$limit" --out "$out/$1-no-statement" "${@:3}"
}

searched() {  # NAME TASKS [OPTIONS]: what the search finds with and without the model
  ecode eval optimizer "$2" --system rewrites --system "search:$model" --budget "$budget" \
    --limit "$search_limit" --out "$out/$1-search" "${@:3}"
}

alone seen "$corpus" --split test
alone unseen "$corpus" --split unseen
alone problems problems
[ -z "$list" ] || alone list "$list"
searched seen "$corpus" --split test
searched unseen "$corpus" --split unseen
searched problems problems
[ -z "$list" ] || searched list "$list"
