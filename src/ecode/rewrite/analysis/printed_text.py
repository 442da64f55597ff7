"""The one expression for the text that a call of print() writes."""

from __future__ import annotations

import ast

import libcst as cst
import libcst.matchers as m
from libcst.metadata import BuiltinAssignment

from ecode.rewrite.analysis.shapes import code, operand, plain_args
from ecode.rewrite.program import Program

_BREAKS_F_STRING = ('"', "'", "\\", "#", "\n", ":=", "lambda", "!", "{", "}", "yield", "await")


def printed_text(program: Program, call: cst.Call) -> str | None:
    """Code of the text that the call prints; None for what is not covered (file=, flush=, unknown ends)."""
    options = {"sep": " ", "end": "\n"}
    values: list[cst.Arg] = []
    for arg in call.args:
        if arg.keyword is None and arg.star in ("", "*"):
            values.append(arg)
            continue
        constant = _constant_text(arg.value)
        if arg.keyword is None or arg.keyword.value not in options or constant is None:
            return None
        options[arg.keyword.value] = constant
    if not values:
        return _quoted(options["end"]) if options["end"] else None
    if len(values) == 1 and values[0].star == "*":
        return _joined(program, values[0].value, options["sep"], options["end"])
    if any(arg.star for arg in values):
        return None
    if len(values) == 1:
        with_end = _literal_with_end(program, values[0].value, options["end"])
        if with_end is not None:
            return with_end
    if not _means_builtins(program, call, "str"):
        return None
    return _f_string([arg.value for arg in values], options["sep"], options["end"])


def _constant_text(value: cst.BaseExpression) -> str | None:
    """The value of a plain string literal (`None` counts as no text given, which is not covered)."""
    if isinstance(value, cst.SimpleString) and "b" not in value.prefix.lower():
        text = value.evaluated_value
        return text if isinstance(text, str) else None
    return None


def _quoted(text: str) -> str:
    """A literal of the text in double quotes."""
    inner = text.encode("unicode_escape").decode().replace('"', '\\"')
    return f'"{inner}"'


def _joined(program: Program, values: cst.BaseExpression, sep: str, end: str) -> str | None:
    """`" ".join(map(str, values)) + "\\n"`."""
    if not _means_builtins(program, values, "map", "str"):
        return None
    text = f"{_quoted(sep)}.join(map(str, {code(values.with_changes(lpar=[], rpar=[]))}))"
    return f"{text} + {_quoted(end)}" if end else text


def _means_builtins(program: Program, where: cst.CSTNode, *names: str) -> bool:
    """True when the names mean the builtins where `where` stands."""
    scope = program.scope(where)
    return all(isinstance(binding, BuiltinAssignment) for name in names for binding in scope[name])


def _literal_with_end(program: Program, value: cst.BaseExpression, end: str) -> str | None:
    """The code of an expression that is surely text, with the end put into its literal or behind it."""
    if isinstance(value, (cst.SimpleString, cst.FormattedString)) and not value.lpar:
        return _extended(value, end)
    if isinstance(value, cst.IfExp):
        body = _literal_with_end(program, value.body, end)
        orelse = _literal_with_end(program, value.orelse, end)
        return f"{body} if {code(value.test)} else {orelse}" if body and orelse else None
    template: cst.BaseExpression | None = None
    if m.matches(value, m.BinaryOperation(left=m.SimpleString(), operator=m.Modulo())):
        assert isinstance(value, cst.BinaryOperation)
        template = value.left
    elif m.matches(value, m.Call(func=m.Attribute(value=m.SimpleString(), attr=m.Name("format")))):
        assert isinstance(value, cst.Call)
        assert isinstance(value.func, cst.Attribute)
        template = value.func.value
    if template is not None and isinstance(template, cst.SimpleString):
        extended = _extended(template, end)
        text = code(value.with_changes(lpar=[], rpar=[]) if "\n" not in code(value) else value)
        whole = code(template)
        if extended is None or not text.startswith(whole):
            return None
        return extended + text[len(whole) :]
    if m.matches(value, m.Call(func=m.Attribute(value=m.SimpleString(), attr=m.Name("join")))):
        return f"{code(value)} + {_quoted(end)}" if end else code(value)
    return None


def _extended(literal: cst.SimpleString | cst.FormattedString, end: str) -> str | None:
    """The literal with `end` before its closing quote."""
    text = code(literal)
    prefix = literal.prefix.lower()
    if "b" in prefix or "r" in prefix:
        return None
    if isinstance(literal, cst.FormattedString):
        quote = literal.end
        ending = end.replace("{", "{{").replace("}", "}}")
    else:
        quote, ending = literal.quote, end
    inner = ending.encode("unicode_escape").decode().replace(quote[0], "\\" + quote[0])
    return text[: -len(quote)] + inner + quote


def _f_string(values: list[cst.BaseExpression], sep: str, end: str) -> str | None:
    """`f"{a} {b}\\n"`, or `str(a) + "\\n"` for one value that an f-string cannot hold."""
    pieces: list[str] = []
    for value in map(_without_str, values):
        text = _field(value)
        if text is None:
            if len(values) > 1:
                return None
            return _text_with_end(value, end)
        pieces.append(text)
    body = _escaped(sep).join(pieces) + _escaped(end)
    return f'f"{body}"' if any(p.startswith("{") and not p.startswith("{{") for p in pieces) else f'"{body}"'


def _text_with_end(value: cst.BaseExpression, end: str) -> str:
    """`str(x) + "\\n"`, or without `str` what is text already, its last literal with the end in it."""
    if not _is_text(value):
        return f"str({code(value)}) + {_quoted(end)}" if end else f"str({code(value)})"
    if isinstance(value, cst.BinaryOperation) and isinstance(value.right, (cst.SimpleString, cst.FormattedString)):
        longer = None if value.right.lpar else _extended(value.right, end)
        if longer is not None and "\n" not in code(value):
            return f"{code(value.left)} + {longer}"
    whole = code(value) if isinstance(value, cst.BinaryOperation) else operand(value)
    return f"{whole} + {_quoted(end)}" if end else whole


def _without_str(value: cst.BaseExpression) -> cst.BaseExpression:
    """`x` for `str(x)`: the name means the builtin, as was asked before."""
    while (inner := plain_args(value, 1)) and m.matches(value, m.Call(func=m.Name("str"))):
        value = inner[0]
    return value


def _is_text(value: cst.BaseExpression) -> bool:
    """True for what is surely a str already."""
    if isinstance(value, (cst.SimpleString, cst.FormattedString)):
        return not (isinstance(value, cst.SimpleString) and "b" in value.prefix.lower())
    if isinstance(value, cst.BinaryOperation) and isinstance(value.operator, cst.Add):
        return _is_text(value.left) or _is_text(value.right)
    return m.matches(value, m.Call(func=m.Name("str"))) or (
        m.matches(value, m.Call(func=m.Attribute(value=m.SimpleString(), attr=m.Name("join"))))
    )


def _escaped(text: str) -> str:
    """Plain text as the part of an f-string in double quotes."""
    return _quoted(text)[1:-1].replace("{", "{{").replace("}", "}}")


def _field(value: cst.BaseExpression) -> str | None:
    """The part of an f-string for one value; None where its code cannot stand in braces."""
    constant = _constant_text(value)
    if constant is not None:
        return _escaped(constant)
    text = code(value)
    if any(sign in text for sign in _BREAKS_F_STRING):
        return _escaped_string_argument(value)
    if text.startswith("(") and isinstance(value, (cst.BinaryOperation, cst.Comparison)) and len(value.lpar) == 1:
        text = operand(value)[1:-1]
    try:
        ast.parse(f'f"{{{text}}}"', mode="eval")
    except SyntaxError:
        return None
    return f"{{{text}}}"


def _escaped_string_argument(value: cst.BaseExpression) -> str | None:
    """A field whose code has double quotes only where single ones do as well."""
    text = code(value)
    strings = [s for s in m.findall(value, m.SimpleString()) if isinstance(s, cst.SimpleString)]
    if any(sign in text for sign in _BREAKS_F_STRING[2:]):
        return None
    if all(s.quote == "'" for s in strings) and '"' not in text:
        return f"{{{text}}}"
    return None
