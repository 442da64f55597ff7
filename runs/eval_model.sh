#!/usr/bin/env bash
# The tables of the bundled model and of the whole search, on unseen programs of seen kernels, unseen kernels, problems/ and
# a list of slow programs:
#   alone     the model's answers, k=8, with and without the statement, and chosen by the samples, beside the nearest
#             neighbour among the training pairs
#   searched  every system on the same programs: nothing, the best known programs, the nearest neighbour, the rewrites, the
#             model, and the search with both
#   runs/eval_model.sh [--model DIR] [--corpus DIR] [--out DIR] [--limit N] [--search-limit N] [--budget S] [--list CSV]
#                      [--tables "NAME..."]
# A table is named by its programs (seen, unseen, problems, list) and -search for the second kind; without --tables all are
# made. Takes up where it stopped: results lie in OUT, one folder for each table.
set -euo pipefail
cd "$(dirname "$0")/.."
model=src/ecode/models/bundled/optimizer corpus=out/corpus out=out/eval-model limit=100 search_limit=50 budget=15 list=
tables=
while [ $# -gt 0 ]; do
  case $1 in
    --model) model=$2; shift 2 ;;
    --corpus) corpus=$2; shift 2 ;;
    --out) out=$2; shift 2 ;;
    --limit) limit=$2; shift 2 ;;
    --search-limit) search_limit=$2; shift 2 ;;
    --budget) budget=$2; shift 2 ;;
    --list) list=$2; shift 2 ;;
    --tables) tables=$2; shift 2 ;;
    *) echo "unknown option $1; see the first lines of $0" >&2; exit 2 ;;
  esac
done
export PATH="$PWD/.venv/bin:$PATH"

wanted() {  # NAME
  [ -z "$tables" ] || [[ " $tables " == *" $1 "* ]]
}

evaluate() {  # NAME TASKS [OPTIONS]
  ecode eval optimizer "$2" --out "$out/$1" "${@:3}"
}

alone() {  # NAME TASKS [OPTIONS]
  wanted "$1" || return 0
  evaluate "$1" "$2" --system "nearest:$corpus/pairs" --system "model:$model" --limit "$limit" "${@:3}"
  evaluate "$1" "$2" --system "model:$model" --limit "$limit" --no-statement "${@:3}"
  evaluate "$1-screened" "$2" --system "model:$model" --limit "$limit" --screen "${@:3}"
}

searched() {  # NAME TASKS [OPTIONS]
  wanted "$1-search" || return 0
  evaluate "$1-search" "$2" --system identity --system best-human --system "nearest:$corpus/pairs" --system rewrites \
    --system "model:$model" --system "search:$model" --budget "$budget" --limit "$search_limit" "${@:3}"
}

both() { alone "$@"; searched "$@"; }

both seen "$corpus" --split test
both unseen "$corpus" --split unseen
both problems problems
[ -z "$list" ] || both list "$list"
