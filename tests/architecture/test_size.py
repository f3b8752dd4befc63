"""Files and functions that can be read at one sitting, and exceptions to the rules that say why."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

import pytest

from tests.architecture.parsed import MODULES, ROOT, SOURCE

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
LARGEST_FOLDER = 20
EXCEPTION = re.compile(r"#\s*(?:noqa|type:\s*ignore|fmt:\s*(?:skip|off)|pragma)\b")
WITH_REASON = re.compile(
    r"#\s*(?:noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)*|type: ignore\[[\w-]+(?:, ?[\w-]+)*\]|fmt: skip)(?:  #| -) \S"
)
FOLDERS = ("src", "tests", "docs", "examples", "benchmarks")


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_no_file_is_longer_than_can_be_read_at_one_sitting(module):
    """300 lines; split where the reasons to change differ."""
    assert len(module.lines) <= LONGEST_FILE


def test_no_folder_has_more_files_than_can_be_held_in_mind():
    """20; sort into rooms what grows beyond."""
    folders = Counter(module.path.parent.relative_to(SOURCE).as_posix() for module in MODULES)
    assert {folder: files for folder, files in folders.items() if files > LARGEST_FOLDER} == {}


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_no_function_is_longer_than_a_screen(module):
    """40 lines, of which the signature of a command with its options does not count."""
    long = {
        function.name: length
        for function in module.functions
        if (length := function.end_lineno - function.body[0].lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


def test_most_functions_are_short():
    """The median has at most 14 lines, and nine of ten at most 30."""
    lengths = sorted(f.end_lineno - f.lineno + 1 for module in MODULES for f in module.functions)
    assert lengths[len(lengths) // 2] <= 14
    assert lengths[len(lengths) * 9 // 10] <= 30


def test_every_exception_to_a_rule_names_the_rule_and_says_why():
    """After it, on the same line."""
    files = chain.from_iterable((ROOT / folder).rglob("*.py") for folder in FOLDERS)
    bare = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in files
        if path.name != "test_size.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if EXCEPTION.search(line) and not WITH_REASON.search(line)
    ]
    assert bare == []
