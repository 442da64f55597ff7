"""`problem.yaml` of the Kattis/ICPC problem package format, in its legacy and its 2023 spelling."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ecode.errors import DataError
from ecode.formats.folders import read_text
from ecode.records import CheckerSpec, Limits

_VALIDATOR_FOLDERS = ("output_validator", "output_validators")
_TEST_DATA_FILES = ("data/testdata.yaml", "data/test_group.yaml", "data/secret/testdata.yaml")
_TOLERANCES = ("float_tolerance", "float_absolute_tolerance", "float_relative_tolerance")
_SWITCHES = ("case_sensitive", "space_change_sensitive")


@dataclass(frozen=True, slots=True)
class ProblemYaml:
    """What a package says of itself. A package without the file has the defaults and the name of its folder."""

    name: str
    checker: CheckerSpec
    limits: Limits
    source: str = ""
    license: str = ""
    difficulty: str = ""
    tags: tuple[str, ...] = ()

    @classmethod
    def read(cls, package: Path) -> ProblemYaml:
        """Read `problem.yaml` of a package folder. Raises `DataError` with the key and the reason."""
        fields = _mapping(package / "problem.yaml")
        return cls(
            name=_in_english(fields.get("name")) or package.resolve().name,
            checker=_checker(package, fields),
            limits=_limits(package, fields),
            source=_text(fields.get("source")),
            license=_text(fields.get("license")),
            difficulty=_text(fields.get("difficulty")),
            tags=_words(fields.get("tags") or fields.get("keywords")),
        )


def _mapping(path: Path) -> dict[str, Any]:
    """The mapping in a YAML file, every scalar as it is spelled (a name `no` stays `no`); empty without the file."""
    if not path.is_file():
        return {}
    try:
        value = yaml.load(read_text(path), Loader=yaml.BaseLoader)  # BaseLoader makes only str, list and dict
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DataError(f"{path}, line {line}: broken YAML: {error.problem}.") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise DataError(f"{path}: broken YAML: {error}.") from error
    if value in (None, ""):
        return {}
    if not isinstance(value, dict):
        raise DataError(f"{path}: expected `key: value` lines, such as `name: ...`.")
    return value


def _text(value: Any) -> str:
    """A scalar as text; of a person or a source given as a mapping its name, of a list all of them."""
    if isinstance(value, dict):
        return _text(value.get("name")) or _text(next(iter(value.values()), None))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    return "" if value in (None, "null", "~") else str(value)


def _in_english(value: Any) -> str:
    """A name, which may be given once or per language."""
    return _text(value.get("en") if isinstance(value, dict) and "en" in value else value)


def _words(value: Any) -> tuple[str, ...]:
    """A list, or text separated by commas, or else by blanks."""
    if isinstance(value, list):
        return tuple(filter(None, map(_text, value)))
    text = _text(value)
    parts = text.split(",") if "," in text else text.split()
    return tuple(part.strip() for part in parts if part.strip())


def _limits(package: Path, fields: dict[str, Any]) -> Limits:
    path = package / "problem.yaml"
    given = fields.get("limits") or {}
    if not isinstance(given, dict):
        raise DataError(f"{path}: limits must be a mapping, such as `limits: {{time_limit: 2, memory: 256}}`.")
    time_s = given.get("time_limit")
    timelimit_file = package / ".timelimit"  # DOMjudge's place for it, from before the format had one
    if time_s is None and timelimit_file.is_file():
        time_s = read_text(timelimit_file).strip()
    default = Limits()
    memory = given.get("memory")
    output = given.get("output")
    return Limits(
        cpu_s=default.cpu_s if time_s is None else _positive(path, "limits.time_limit", time_s, "seconds"),
        memory_bytes=default.memory_bytes if memory is None else _mebibytes(path, "limits.memory", memory),
        output_bytes=default.output_bytes if output is None else _mebibytes(path, "limits.output", output),
    )


def _mebibytes(path: Path, key: str, value: Any) -> int:
    return int(_positive(path, key, value, "MiB") * (1 << 20))


def _positive(path: Path, key: str, value: Any, unit: str, *, zero: bool = False) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not math.isfinite(number) or number < 0 or (number == 0 and not zero):
        raise DataError(f"{path}: {key} must be a positive number{' of ' + unit if unit else ''}, not {value!r}.")
    return number


def _checker(package: Path, fields: dict[str, Any]) -> CheckerSpec:
    path = package / "problem.yaml"
    mode = " ".join(_words(fields.get("validation")))
    kinds = (*_words(fields.get("type")), *mode.split())
    if "interactive" in kinds:
        raise DataError(f"{path}: interactive problems are not supported; the program must read stdin and print.")
    folder = _validator_folder(package)
    if mode.startswith("custom") and folder is None:
        raise DataError(f"{path}: validation is custom, but there is no {' or '.join(_VALIDATOR_FOLDERS)} folder.")
    if folder is not None and not mode.startswith("default"):
        return CheckerSpec(kind="validator", validator=folder)
    where, flags = _flags(package, fields)
    return _default_checker(where, flags) if flags else CheckerSpec()


def _validator_folder(package: Path) -> Path | None:
    folders = (package / name for name in _VALIDATOR_FOLDERS)
    return next((folder for folder in folders if folder.is_dir() and any(folder.iterdir())), None)


def _flags(package: Path, fields: dict[str, Any]) -> tuple[Path, list[str]]:
    """The flags of the default validator, from `problem.yaml` or the settings of the test data."""
    sources = [(package / "problem.yaml", fields)]
    sources += [(package / name, _mapping(package / name)) for name in _TEST_DATA_FILES]
    for path, mapping in sources:
        for key in ("validator_flags", "output_validator_flags", "output_validator_args"):
            value = mapping.get(key)
            flags = [_text(item) for item in value] if isinstance(value, list) else _text(value).split()
            if flags:
                return path, flags
    return package / "problem.yaml", []


def _default_checker(path: Path, flags: list[str]) -> CheckerSpec:
    """The format's default validator: where flags are written, case counts only if one of them says so."""
    tolerances: dict[str, float] = {}
    switches: set[str] = set()
    rest = iter(flags)
    for flag in rest:
        if flag in _SWITCHES:
            switches.add(flag)
        elif flag in _TOLERANCES:
            tolerances[flag] = _positive(path, flag, next(rest, ""), "", zero=True)
        else:
            known = ", ".join((*_TOLERANCES, *_SWITCHES))
            raise DataError(f"{path}: the default validator has no flag {flag!r}; it knows {known}.")
    case_sensitive = "case_sensitive" in switches
    if not tolerances:
        kind = "exact" if "space_change_sensitive" in switches else "tokens"
        return CheckerSpec(kind=kind, case_sensitive=case_sensitive)
    both = tolerances.get("float_tolerance", 0.0)  # a tolerance that is not given is none
    return CheckerSpec(
        kind="floats",
        absolute=tolerances.get("float_absolute_tolerance", both),
        relative=tolerances.get("float_relative_tolerance", both),
        case_sensitive=case_sensitive,
    )
