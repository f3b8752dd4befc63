"""Imports run one way, and each library has one home."""

from __future__ import annotations

import ast
import inspect
import sys

import pytest
import typer

from tests.architecture.parsed import MODULES

LOWEST = {"errors", "lazily", "whole_file"}
SHARED = LOWEST | {"model"}
LIBRARIES = {"scoring", "articles", "exchange", "store"}
EVERYTHING = SHARED | {"dates"} | LIBRARIES | {"tracker", "render", "cli"}

# What each part may import of the program, besides itself.
MAY_IMPORT = {
    "errors": set(),
    "lazily": set(),
    "whole_file": {"errors"},
    "model": LOWEST,
    "dates": SHARED,
    **dict.fromkeys(LIBRARIES, SHARED | {"dates"}),
    "tracker": SHARED | {"dates"} | LIBRARIES,
    "render": SHARED | {"exchange"},
    "cli": EVERYTHING,
    "__init__": set(),
    "__main__": {"errors", "cli"},
}
# The only place from which a library is imported; a folder or a file.
HOMES = {
    "typer": "cli/",
    "subprocess": ("cli/", "articles/getting/page_apart.py"),
    "rich": "render/",
    "jinja2": "render/report.py",
    "sqlite3": "store/",
    "sqlite_utils": ("store/", "exchange/site_db.py"),
    "pyarrow": ("exchange/parquet_dataset.py", "exchange/found_articles.py"),
    "dateparser": "dates/language.py",
    "platformdirs": "tracker/opening.py",
    "icalendar": "exchange/",
    "yaml": "exchange/foreign/documents.py",
    "openpyxl": "exchange/workbook.py",
    "feedparser": "articles/getting/feed.py",
    "protego": "articles/getting/visits.py",
    "trafilatura": "articles/getting/page_markup.py",
    "charset_normalizer": "articles/getting/charset.py",
    "webencodings": "articles/getting/charset.py",
    "pymorphy3": "articles/slavic/morphology.py",
    "llm": "articles/models/asking.py",
}


def parts_imported(module):
    """The parts of the program, other than its own, that a module imports."""
    ours = {name.split(".")[1] for name in module.imported if name.startswith("claimtrack.")}
    return ours - {module.part, "__version__"}


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_imports_only_what_lies_below_it(module):
    """From errors and model through the libraries and tracker up to cli; a new part gets its row above."""
    assert module.part in MAY_IMPORT
    assert parts_imported(module) <= MAY_IMPORT[module.part]


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_library_is_imported_from_its_home_only(module):
    """Whoever replaces a library has one place to look; a new library gets its row above."""
    libraries = {name.split(".")[0] for name in module.imported} - {"claimtrack"}
    for library in libraries:
        assert library in HOMES or library in sys.stdlib_module_names, f"{library} has no home"
        assert str(module).startswith(HOMES.get(library, "")), f"{library} belongs to {HOMES[library]}"


def of_typer(module):
    """The names of modules of typer, and what is taken from typer by a dot, in a file."""
    yield from (name.removeprefix("typer.") for name in module.imported if name.startswith("typer."))
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "typer":
            yield node.attr


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_only_one_file_takes_what_typer_does_not_promise(module):
    """What `import typer` gives by a name that is no module; a later typer may move all else."""
    if str(module) != "cli/typer_internals.py":
        unpromised = [name for name in of_typer(module) if inspect.ismodule(getattr(typer, name, typer))]
        assert unpromised == []
