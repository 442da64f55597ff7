"""Sources and programs made to break the judge: the verdict is the program's own fault, and never JF."""

from __future__ import annotations

import pytest

from ecode.judge import run as run_module
from ecode.judge import worker as worker_module
from ecode.judge.preload import imported_modules
from ecode.judge.run import Judge
from ecode.records import JudgeReport, Limits, TestCase, Verdict

pytestmark = pytest.mark.sandbox

LIMITS = Limits(cpu_s=1, wall_s=4, memory_bytes=256 << 20, output_bytes=1 << 20)
CE, RTE, MLE, OLE, TLE, AC = Verdict.CE, Verdict.RTE, Verdict.MLE, Verdict.OLE, Verdict.TLE, Verdict.AC

SOURCES: dict[str, tuple[bytes, set[Verdict]]] = {
    "brackets": (b"x = " + b"[" * 100_000 + b"]" * 100_000, {CE}),
    "open brackets": (b"(" * 1_000_000, {CE}),
    "unary minus": (b"-" * 1_000_000 + b"1", {CE}),
    "not": (b"not " * 300_000 + b"1", {CE}),
    "lambdas": (b"lambda:" * 100_000 + b"1", {CE}),
    "attributes": (b"a" + b".a" * 10_000, {CE, RTE}),
    "long sum": (b"1+" * 20_000 + b"1", {CE, AC}),
    "long comparison": (b"1" + b"<2" * 20_000, {CE, AC}),
    "elif": (b"if 0:\n pass\n" + b"elif 0:\n pass\n" * 20_000, {CE, AC}),
    "huge constant": (b"x = 9**9**9**9", {TLE, CE, MLE}),
    "huge string": (b"x = 'a' * 10**12", {MLE, CE}),
    "huge tuple": (b"x = (0,) * 10**12", {MLE, CE}),
    "long number": (b"x = " + b"9" * 100_000, {CE}),
    "null byte": (b"print(1)\0", {CE}),
    "only a null byte": (b"\0", {CE}),
    "no encoding": (b"# coding: no-such-thing\nprint(1)", {CE}),
    "not a text encoding": (b"# coding: zlib\nprint(1)", {CE}),
    "undefined encoding": (b"# coding: undefined\nprint(1)", {CE}),
    "not UTF-8": (b"print('\xff')", {CE}),
    "UTF-16": ("print(1)".encode("utf-16"), {CE}),
    "surrogate": ("print('\ud800')".encode("utf-8", "surrogatepass"), {CE}),
    "escaped surrogate": (b"print('\\ud800')", {RTE}),
    "bad indentation": (b"if 1:\n" + b" " * 200_000 + b"1\n\t2", {CE}),
    "many indentations": (b"".join(b" " * n + b"if 1:\n" for n in range(150)), {CE}),
    "many f-strings": (b"f'" + b"{f\"" * 500, {CE}),
    "segfault": (b"import ctypes; ctypes.string_at(0)", {RTE}),
    "abort": (b"import os; os.abort()", {RTE}),
    "raised signal": (b"import faulthandler; faulthandler._sigsegv()", {RTE, AC}),
    "fatal error": (b"import faulthandler; faulthandler._fatal_error_c_thread()", {RTE}),
    "code object": (b"f = lambda: 0\nf.__code__ = f.__code__.replace(co_code=b'\\x01\\x02' * 9)\nf()", {RTE}),
    "endless recursion": (b"def f(): f()\nf()", {RTE}),
    "recursion without limit": (b"import sys; sys.setrecursionlimit(10**9)\ndef f(): f()\nf()", {RTE, MLE, TLE}),
    "recursion through C": (
        b"import sys; sys.setrecursionlimit(10**9)\nclass A:\n def __repr__(self): return repr(self)\nrepr(A())",
        {RTE, MLE, TLE},
    ),
    "regular expression": (b"import re; re.compile('(' * 50000 + ')' * 50000)", {RTE}),
    "deep pickle": (b"x = []\nfor _ in range(10**6): x = [x]\nimport pickle; pickle.dumps(x)", {RTE}),
    "deep value freed": (b"x = []\nfor _ in range(10**6): x = [x]\ndel x", {AC}),
    "closed descriptors": (b"import os; os.closerange(0, 999); print(1)", {RTE}),
    "no modules": (b"import sys; sys.modules.clear(); raise SystemExit(3)", {RTE}),
    "no builtins": (b"import builtins; builtins.__dict__.clear(); x", {RTE}),
    "no streams": (b"import sys; sys.stdout = sys.stderr = None; 1/0", {RTE}),
    "odd exit": (b"raise SystemExit('\\ud800')", {RTE}),
    "long exit": (b"raise SystemExit('x' * 10**7)", {RTE, OLE}),
    "large exit code": (b"raise SystemExit(1 << 70)", {RTE, AC}),
    "our exit code": (b"import os; os.write(2, b'sandbox: OSError: broken\\n'); os._exit(70)", {RTE}),
    "fault in words": (b"import os; os.write(2, b'fault the sandbox'); os._exit(1)", {RTE}),
    "base exception": (b"class E(BaseException):\n def __str__(self): 1/0\nraise E", {RTE}),
    "broken hook": (b"import sys\nsys.excepthook = None\n1/0", {RTE}),
    "stopped hook": (b"import sys, os\nsys.excepthook = lambda *_: os._exit(0)\n1/0", {AC}),
    "killed by itself": (b"import signal, time\nsignal.setitimer(signal.ITIMER_REAL, .01)\ntime.sleep(.1)", {AC, RTE}),
    "dead audit hook": (b"import sys\nsys.addaudithook(lambda *_: 1/0)\nopen('x')", {RTE}),
    "trace function": (b"import sys\nsys.settrace(lambda *_: 1/0)\ndef f(): 1\nf()", {RTE}),
    "garbage": (bytes(range(256)) * 40, {CE}),
    "empty": (b"", {AC}),
}  # fmt: skip


def judged(judge: Judge, source: bytes) -> JudgeReport:
    return judge.judge(source, [TestCase("1", b"", None)], limits=LIMITS)


@pytest.mark.parametrize("name", SOURCES)
def test_verdict_is_the_programs_own_fault(name: str, judge: Judge) -> None:
    source, verdicts = SOURCES[name]
    report = judged(judge, source)
    assert report.verdict in verdicts, report
    assert judged(judge, b"print(1)").verdict is AC, "the worker is of no use afterwards"


def test_compiling_ends(monkeypatch: pytest.MonkeyPatch, judge: Judge) -> None:
    """A source that takes for ever to compile is a compile error, and the next program finds a new worker."""
    monkeypatch.setattr(worker_module, "_COMPILE_TIMEOUT_S", 0.5)
    monkeypatch.setattr(run_module, "imported_modules", lambda source: ())
    report = judged(judge, b"# coding: punycode\n" + b"a-" + b"b9" * 400_000)
    assert report.verdict is CE, report
    monkeypatch.undo()
    assert judged(judge, b"print(1)").verdict is AC


def test_the_supervisor_does_not_read_what_takes_it_long() -> None:
    """Parsing needs 900 bytes for each byte of some sources, and quadratic time for some encodings."""
    assert imported_modules(b"import math\n" + b"x\n" * 100_000) == ()


def test_many_imports_are_no_fault_of_ours(judge: Judge) -> None:
    source = b"".join(b"import %s%d\n" % (b"a" * 500, n) for n in range(1_000))
    assert judged(judge, source).verdict is RTE
