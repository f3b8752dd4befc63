"""The program's own source, parsed for the tests of its shape."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "claimtrack"


@dataclass(frozen=True)
class Module:
    """One file of the program."""

    path: Path

    def __str__(self):
        return self.path.relative_to(SOURCE).as_posix()

    @property
    def part(self):
        """The part of the program it belongs to, such as `store`; `__init__` is the package itself."""
        return self.path.relative_to(SOURCE).with_suffix("").parts[0]

    @property
    def name(self):
        """What it is imported by, such as `claimtrack.articles.speech.cues`; a package by its own name."""
        parts = self.path.relative_to(SOURCE).with_suffix("").parts
        return ".".join(("claimtrack", *(part for part in parts if part != "__init__")))

    @property
    def lines(self):
        """Its text, line by line."""
        return self.path.read_text(encoding="utf-8").splitlines()

    @cached_property
    def tree(self):
        """Its syntax."""
        return ast.parse(self.path.read_text(encoding="utf-8"))

    @property
    def imported(self):
        """The whole names of all modules it imports, wherever in the file, also only for types."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                if node.module == "claimtrack":
                    yield from (f"claimtrack.{alias.name}" for alias in node.names)
                else:
                    yield node.module

    @property
    def functions(self):
        """Every function in it, nested ones too."""
        return [n for n in ast.walk(self.tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


MODULES = [Module(path) for path in sorted(SOURCE.rglob("*.py"))]
