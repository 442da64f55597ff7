"""Tests in a JSON or JSONL file: objects with an input and, where it is known, the expected output."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ecode.errors import DataError
from ecode.formats.folders import read_bytes
from ecode.records import TestCase

_INPUT_KEYS = ("input", "stdin")
_OUTPUT_KEYS = ("output", "expected_output", "expected", "answer", "stdout")
_LIST_KEYS = ("tests", "test_cases", "testcases", "cases")


def load_json_tests(path: Path) -> tuple[TestCase, ...]:
    """The tests of a JSON or JSONL file. Raises `DataError` with file, line and reason for what is broken."""
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{path} is not UTF-8 (byte {error.start}); JSON must be.") from error
    tests: list[TestCase] = []
    for where, value in _values(path, text):
        for record in _records(where, value):
            tests.append(_test(where, record, len(tests) + 1))
    return tuple(tests)


def _values(path: Path, text: str) -> Iterator[tuple[str, Any]]:
    """(place for messages, parsed value): the whole file once, or each line of JSONL."""
    if path.suffix.lower() == ".json":
        try:
            yield str(path), _parse(text)
            return
        except json.JSONDecodeError as error:
            # Several objects in a row are JSONL under the wrong name, which is common.
            if not error.msg.startswith("Extra data") or error.lineno == 1:
                raise DataError(f"{path}, line {error.lineno}: broken JSON: {error.msg}.") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield f"{path}, line {number}", _parse(line)
            except json.JSONDecodeError as error:
                raise DataError(f"{path}, line {number}: broken JSON: {error.msg}.") from error


def _parse(text: str) -> Any:
    """Numbers stay text, so that 1.10 remains what it was and digits without end cost nothing."""
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except RecursionError as error:
        raise json.JSONDecodeError("nested too deeply", text, 0) from error


def _records(where: str, value: Any) -> Iterator[dict[str, Any]]:
    """The single-test objects in any of the accepted shapes."""
    if isinstance(value, list):
        for number, item in enumerate(value, 1):
            if not isinstance(item, dict):
                raise DataError(f'{where}: item {number} of the list is no object with an "input".')
            yield from _records(where, item)
        return
    if not isinstance(value, dict):
        raise DataError(f'{where}: expected an object with an "input", found {_kind(value)}.')
    if value.get("fn_name"):
        raise DataError(f"{where}: these are tests of the function {value['fn_name']}, not of a whole program.")
    inner = next((key for key in _LIST_KEYS if isinstance(value.get(key), list)), None)
    if inner is not None:
        yield from _records(where, value[inner])
    elif "inputs" in value:
        yield from _columns(where, value)
    else:
        yield value


def _columns(where: str, value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    inputs, outputs = value["inputs"], value.get("outputs")
    if not isinstance(inputs, list) or not isinstance(outputs, list | None):
        raise DataError(f'{where}: "inputs" and "outputs" must be lists.')
    if outputs is None:
        outputs = [None] * len(inputs)
    if len(inputs) != len(outputs):
        raise DataError(f"{where}: {len(inputs)} inputs but {len(outputs)} outputs; give one output for each input.")
    for content, output in zip(inputs, outputs, strict=True):
        yield {"input": content, "output": output}


def _test(where: str, record: dict[str, Any], number: int) -> TestCase:
    where = f"{where}, test {number}"
    content = next((record[key] for key in _INPUT_KEYS if key in record), None)
    if content is None:
        raise DataError(f'{where}: no "input" in it, only {", ".join(sorted(record)) or "nothing"}.')
    output_key = next((key for key in _OUTPUT_KEYS if key in record), None)
    if output_key is None:
        _refuse_misspelt_output(where, record)
    output = record.get(output_key) if output_key else None
    name = record.get("name")
    return TestCase(
        name if isinstance(name, str) and name else str(number),
        _as_bytes(where, "input", content),
        None if output is None else _as_bytes(where, "output", output),
    )


def _refuse_misspelt_output(where: str, record: dict[str, Any]) -> None:
    """A test may lack an output, but not because of a typing error: it would be accepted whatever is printed."""
    for key in record:
        if difflib.get_close_matches(key.lower(), _OUTPUT_KEYS, n=1, cutoff=0.8):
            raise DataError(f'{where}: unknown key {key!r}; did you mean "output"?')


def _as_bytes(where: str, what: str, value: Any) -> bytes:
    """A string is taken as it is, a list of strings as lines."""
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        value = "\n".join(value) + "\n"
    if not isinstance(value, str):
        raise DataError(f"{where}: the {what} must be a string, or a list of lines, not {_kind(value)}.")
    return value.encode("utf-8", "surrogatepass")


def _kind(value: Any) -> str:
    names = {
        dict: "an object",
        list: "a list",
        str: "a string or number",
        bool: "true or false",
        type(None): "null",
    }
    return names.get(type(value), type(value).__name__)
