"""The base of rewrites that first look for their sites and then change them all at once."""

from __future__ import annotations

from abc import abstractmethod

import libcst as cst

from ecode.rewrite.analysis.edits import Edits
from ecode.rewrite.analysis.uses import Uses, uses_of
from ecode.rewrite.base import Rewrite, Sites
from ecode.rewrite.program import Program, add_import


class EditingRewrite(Rewrite):
    """A rewrite that says what to change through `Edits`."""

    def rewrite(self, program: Program, sites: Sites) -> cst.Module:
        edits = Edits(program)
        self.find(uses_of(program), edits, sites)
        module = edits.apply()
        if module is program.module:
            return module
        for line in sorted(edits.imports):
            module = add_import(module, line)
        return module

    @abstractmethod
    def find(self, uses: Uses, edits: Edits, sites: Sites) -> None:
        """Enter into `edits` what changes at every taken site."""
