"""`ecode generate FILE... | --data PAIRS`: candidates of a model, as JSON lines that `judge` and `eval` read."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text

from ecode.cli import options
from ecode.cli.extras import needs
from ecode.cli.main import print_json
from ecode.cli.writers import load_writer
from ecode.console import Status, out, visible
from ecode.errors import UsageError
from ecode.formats import split_statement
from ecode.formats.statement import expert_fields
from ecode.models.answers import Answer, answers

_BATCH = 16


@dataclass(frozen=True, slots=True)
class Asked:
    """A program to improve."""

    id: str
    problem_id: str
    code: str
    statement: dict[str, str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("programs", nargs="*", type=Path, metavar="FILE", help="slow programs")
    parser.add_argument("--data", type=Path, metavar="PAIRS", help="slow programs of a folder of pairs instead")
    parser.add_argument("--split", default="test", help="of --data (default test)")
    parser.add_argument("--limit", type=int, metavar="N", help="so many programs at most")
    parser.add_argument("--statement", type=Path, metavar="FILE", help="the problem statement of the files")
    parser.add_argument(
        "--model", type=Path, metavar="DIR", help="a checkpoint or an exported model (default: the bundled one)"
    )
    parser.add_argument("--samples", "-k", type=int, default=8, metavar="K", help="candidates (default 8)")
    parser.add_argument(
        "--draws", type=int, metavar="N", help="answers that the candidates are chosen from (default 4 for each)"
    )
    parser.add_argument("--temperature", type=float, default=0.7, metavar="T", help="of all but the first (0.7)")
    parser.add_argument("--top-p", type=float, default=1.0, metavar="P", help="nucleus (default 1)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, metavar="FILE", help="JSON lines; what is there already is left alone")
    options.add_json(parser)


def run(args: argparse.Namespace) -> int:
    if bool(args.programs) == bool(args.data):
        raise UsageError("Give either programs or --data PAIRS.")
    if args.samples < 1 or not args.temperature >= 0 or not 0 < args.top_p <= 1:
        raise UsageError("--samples must be at least 1, --temperature not negative, --top-p above 0 and at most 1.")
    if args.limit is not None and args.limit < 1:
        raise UsageError(f"--limit must be at least 1, not {args.limit}.")
    if args.draws is not None and args.draws < args.samples:
        raise UsageError("--draws must be at least --samples: the candidates are chosen from what is drawn.")
    asked = list(_of_pairs(args) if args.data else _of_files(args))
    if not asked:
        raise UsageError(f"{args.data} holds no pairs of the split {args.split}.")
    writer = load_writer(args.model)
    known = _known(args.out)
    todo = [one for one in asked if one.id not in known]
    records = []
    with Status("generating", len(todo), quiet=args.json) as status:
        for start in range(0, len(todo), _BATCH):
            some = todo[start : start + _BATCH]
            statements = [one.statement for one in some] if any(one.statement for one in some) else None
            made = answers(
                writer,
                [one.code for one in some],
                statements,
                samples=args.samples,
                draws=args.draws,
                temperature=args.temperature,
                top_p=args.top_p,
                seed=args.seed,
            )
            new = [_record(one, row) for one, row in zip(some, made, strict=True)]
            _append(args.out, new)
            records += new
            status.update(advance=len(some))
    _print(args, records)
    return 0


def _of_files(args: argparse.Namespace) -> Iterator[Asked]:
    fields = {}
    if args.statement:
        statement = split_statement(options.read_source(args.statement, "statement"))
        fields = expert_fields(
            {name: getattr(statement, name) for name in ("title", "body", "input", "output", "samples")}
        )
    for path in args.programs[: args.limit]:
        yield Asked(str(path), "", options.read_source(path), fields)


def _of_pairs(args: argparse.Namespace) -> Iterator[Asked]:
    needs("data", "pyarrow")
    from ecode.data.tables import read_table

    seen: set[str] = set()
    for row in read_table(args.data, args.split):
        if args.limit is not None and len(seen) >= args.limit:
            return
        if row["slow_id"] not in seen:
            seen.add(row["slow_id"])
            yield Asked(row["slow_id"], row["problem_id"], row["slow_code"], expert_fields(row))


_RECORD = b'{"id": '  # how every line begins


def _known(path: Path | None) -> set[str]:
    """Ids of the programs that an earlier run has done."""
    if path is None or not path.is_file():
        return set()
    content = path.read_bytes()
    whole = content[: content.rfind(b"\n") + 1]
    try:
        known = {json.loads(line)["id"] for line in whole.splitlines()}
    except (ValueError, TypeError, KeyError):
        known = None
    rest = content[len(whole) :]
    if known is None or not (rest.startswith(_RECORD) or _RECORD.startswith(rest)):
        raise UsageError(f"{path} holds something else than candidates: use another --out.")
    if whole != content:  # a kill in the middle of a line
        path.write_bytes(whole)
    return known


def _record(one: Asked, row: list[Answer]) -> dict[str, object]:
    candidates = [{"code": a.code, "fate": a.fate, "logprob": round(a.logprob, 4), "detail": a.detail} for a in row]
    return {"id": one.id, "problem_id": one.problem_id, "source": one.code, "candidates": candidates}


def _append(path: Path | None, records: list[dict[str, object]]) -> None:
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(record) + "\n" for record in records)


def _print(args: argparse.Namespace, records: list[dict[str, object]]) -> None:
    if args.json:
        print_json({"programs": records})
        return
    fates = [c["fate"] for record in records for c in record["candidates"]]  # type: ignore[attr-defined]
    counts = ", ".join(f"{fates.count(fate)} {fate}" for fate in dict.fromkeys(fates))
    if args.out is None:
        for record in records:
            best = next((c for c in record["candidates"] if c["fate"] == "program"), None)  # type: ignore[attr-defined]
            out().print(f"# {visible(record['id'])}: " + ("" if best else "no candidate"), markup=False)
            if best:
                out().print(best["code"], markup=False, highlight=False)
    else:
        text = Text(f"{len(records)} programs, answers: {counts}; in ")
        out().print(text.append(visible(args.out), "bold"))
