"""Every error this package raises on purpose.

    EcodeError
    ├── UsageError          the caller asked for something that cannot be done (exit code 2)
    │   ├── DataError       a file or record is not what it should be
    │   └── ModelError      a model cannot be loaded, cannot read a program, or wrote no program
    └── JudgeFault          our own fault, never blamed on a program (exit code 3)
        └── SandboxFault    the sandbox could not be built or broke
            └── ToolchainMissing    something must be installed first; the message says what

A message says what happened, on which input, and what to do next.
"""


class EcodeError(Exception):
    """Base of every error raised on purpose; `exit_code` is what the command line returns for it."""

    exit_code = 3


class UsageError(EcodeError):
    exit_code = 2


class DataError(UsageError):
    pass


class ModelError(UsageError):
    pass


class JudgeFault(EcodeError):
    pass


class SandboxFault(JudgeFault):
    pass


class ToolchainMissing(SandboxFault):
    pass
