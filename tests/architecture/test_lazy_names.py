"""Packages that load a name when it is first used say the same to people, type checkers and the loader."""

from __future__ import annotations

import ast
import pickle
from importlib import import_module

import pytest

from tests.architecture.parsed import MODULES

LAZY = [module for module in MODULES if module.part != "lazily" and "claimtrack.lazily" in module.imported]


def imported_for_types(module):
    """What the package imports under TYPE_CHECKING from its own modules: each module's names."""
    (block,) = [
        node for node in module.tree.body
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    ]  # fmt: skip  # the condition on its own line
    return {
        node.module.removeprefix(f"{module.name}."): sorted(alias.name for alias in node.names)
        for node in block.body
        if isinstance(node, ast.ImportFrom) and node.module.startswith("claimtrack.")
    }


def table(module):
    """The table that the package gives its loader: each module's names."""
    (call,) = [
        node for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "loader"
    ]  # fmt: skip  # the condition on its own line
    package = import_module(module.name)
    return {home: sorted(names) for home, names in getattr(package, call.args[1].id).items()}


def test_there_are_packages_to_look_at():
    """The verbs of the tracker and the drawings of render, at least."""
    assert {"tracker", "render"} <= {module.part for module in LAZY}


@pytest.mark.parametrize("module", LAZY, ids=str)
def test_the_loader_the_type_checker_and_all_name_the_same(module):
    """A name in one and not in another would be found by some readers only."""
    package = import_module(module.name)
    homes = table(module)
    assert homes == imported_for_types(module)
    assert sorted(package.__all__) == sorted(name for names in homes.values() for name in names)


@pytest.mark.parametrize("module", LAZY, ids=str)
def test_every_name_is_there(module):
    """It is loaded from the module that the table gives."""
    package = import_module(module.name)
    for home, names in table(module).items():
        for name in names:
            assert getattr(package, name) is getattr(import_module(f"{package.__name__}.{home}"), name)


@pytest.mark.parametrize("module", LAZY, ids=str)
def test_a_name_that_a_module_has_too_is_the_function_of_that_module(module):
    """Whoever imports the module `stats` first does not take the function `stats` from anybody."""
    package = import_module(module.name)
    modules = {path.stem for path in module.path.parent.iterdir()}
    for name in modules & set(package.__all__):
        imported = import_module(f"{package.__name__}.{name}")
        assert getattr(package, name) is getattr(imported, name)


@pytest.mark.parametrize("module", LAZY, ids=str)
def test_a_package_can_be_sent_to_another_process(module):
    """As part of a function that uses it, which is how Spark and its like work: by its name, as other modules are."""
    package = import_module(module.name)
    assert pickle.loads(pickle.dumps(package)) is package  # noqa: S301  # made in the same line
