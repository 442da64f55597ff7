"""How a zygote is started: in bubblewrap (the default), or bare with resource limits only (`rlimit`, by name only).

`docs/sandbox.md` says what is covered and what is not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ecode.errors import SandboxFault, ToolchainMissing, UsageError
from ecode.judge.interpreter import Interpreter

SCRATCH = "/scratch"
"""The programs' folder in the sandbox. Not /tmp: an interpreter or a checkout may lie there, and must stay in sight."""
BACKENDS = ("bubblewrap", "rlimit")
INSTALL_HINT = (
    "Install it (Debian, Ubuntu: `sudo apt install bubblewrap`; Fedora: `sudo dnf install bubblewrap`), or pass "
    "`--backend rlimit` to run programs that you trust without isolation."
)
_DEVICES = ("null", "zero", "full", "random", "urandom")
_SYSTEM_FILES = ("/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/alternatives", "/etc/localtime")


@dataclass(frozen=True, slots=True)
class SandboxConfig:
    """Everything that shapes a worker's zygote. `hash_seed` is the PYTHONHASHSEED of every program it runs."""

    interpreter: Interpreter
    backend: str = "bubblewrap"
    hash_seed: int = 0

    def __post_init__(self) -> None:
        if self.backend not in BACKENDS:
            raise UsageError(f"No sandbox backend {self.backend!r}; there are {' and '.join(BACKENDS)}.")

    @property
    def isolated(self) -> bool:
        return self.backend == "bubblewrap"


def environment(config: SandboxConfig) -> dict[str, str]:
    """The whole environment of a judged program."""
    one_thread = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": SCRATCH,
        "TMPDIR": SCRATCH,
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": str(config.hash_seed),
        "PYTHONDONTWRITEBYTECODE": "1",
        "MALLOC_ARENA_MAX": "2",  # every further thread's arena would reserve 64 MiB of the memory limit
        **dict.fromkeys(one_thread, "1"),
    }


def zygote_command(config: SandboxConfig, control_fd: int, scratch: str) -> list[str]:
    """The command line that starts a zygote with its control socket on `control_fd`.

    `scratch` is the programs' folder where there is no isolation; in the sandbox it is a fresh one for every run.
    """
    script, python = zygote_script(), str(config.interpreter.executable)
    if not config.isolated:
        return [python, "-s", str(script), str(control_fd), "0", scratch]
    extra = ["--ro-bind", str(script), "/ecode/zygote.py"]
    capabilities = ["--cap-drop", "ALL", "--cap-add", "CAP_SYS_ADMIN", "--cap-add", "CAP_SETPCAP"]
    command = isolation_command(config.interpreter.folders, environment(config), [*extra, *capabilities])
    return [*command, python, "-s", "/ecode/zygote.py", str(control_fd), "1", SCRATCH]


def zygote_script() -> Path:
    """The file that every zygote runs."""
    return Path(__file__).with_name("zygote.py")


def isolation_command(folders: Sequence[Path], env: dict[str, str], extra: Sequence[str] = ()) -> list[str]:
    """bubblewrap with namespaces of its own and a read-only view of the system and `folders`; no more of the disk."""
    command = [bubblewrap(), "--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
    command += ["--unshare-cgroup-try", "--hostname", "sandbox", "--uid", "1000", "--gid", "1000", "--new-session"]
    command += ["--ro-bind", "/usr", "/usr"]
    for name in ("/lib", "/lib64", "/lib32", "/bin", "/sbin"):
        path = Path(name)
        if path.is_symlink():
            command += ["--symlink", str(path.readlink()), name]
        elif path.is_dir():
            command += ["--ro-bind", name, name]
    for path in (*map(Path, _SYSTEM_FILES), *folders):
        command += ["--ro-bind-try", str(path), str(path)]
    # Some programs ask who they are (getpass, expanduser): they are nobody in particular.
    command += ["--ro-bind", str(Path(__file__).with_name("passwd")), "/etc/passwd"]
    for device in _DEVICES:
        command += ["--dev-bind", f"/dev/{device}", f"/dev/{device}"]
    command += ["--dir", SCRATCH, *extra, "--remount-ro", "/", "--chdir", "/", "--clearenv"]
    for key, value in env.items():
        command += ["--setenv", key, value]
    return [*command, "--"]


def bubblewrap() -> str:
    """The path of bubblewrap; raises `ToolchainMissing` with the command that installs it."""
    path = shutil.which("bwrap")
    if path is None:
        raise ToolchainMissing(f"The sandbox needs bubblewrap, and there is no `bwrap` on this machine. {INSTALL_HINT}")
    return path


def why_not_isolated() -> str | None:
    """None where bubblewrap can build its namespaces here; otherwise what is wrong and what to do."""
    try:
        command = isolation_command((), {"LC_ALL": "C.UTF-8"})
    except ToolchainMissing as error:
        return str(error)
    result = subprocess.run(
        [*command, "/usr/bin/env", "true"], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    if result.returncode == 0:
        return None
    said = result.stderr.strip().splitlines()
    return f"bubblewrap failed: {said[-1] if said else result.returncode}. {namespace_hint()}"


def namespace_hint() -> str:
    """Which switch of this machine forbids user namespaces, with the command that changes it."""
    switches = {
        "/proc/sys/kernel/unprivileged_userns_clone": ("0", "sudo sysctl kernel.unprivileged_userns_clone=1"),
        "/proc/sys/user/max_user_namespaces": ("0", "sudo sysctl user.max_user_namespaces=10000"),
        "/proc/sys/kernel/apparmor_restrict_unprivileged_userns": (
            "1",
            "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0 (or an AppArmor profile for bwrap)",
        ),
    }
    for path, (bad, cure) in switches.items():
        try:
            if Path(path).read_text().strip() == bad:
                return f"User namespaces are forbidden here ({path} is {bad}): run `{cure}`."
        except OSError:
            continue
    where = " In a container, allow user namespaces (Docker: `--security-opt seccomp=unconfined`)."
    return "User namespaces seem to be forbidden here." + (where if os.path.exists("/.dockerenv") else "")


def sandbox_fault(config: SandboxConfig, stderr: str) -> SandboxFault:
    """The error for a zygote that did not come up."""
    reason = why_not_isolated() if config.isolated else None
    last = stderr.strip().splitlines()[-1:] or ["it said nothing"]
    return SandboxFault(f"The sandbox did not start. {reason or last[0]}")
