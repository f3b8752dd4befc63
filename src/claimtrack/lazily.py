"""Packages whose names are loaded when they are first used, so that a command pays only for what it runs."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class _Package(ModuleType):
    """A package whose name `stats` is the function, though it comes from the module `stats` within it."""

    def __setattr__(self, name: str, value: object) -> None:
        """Keeps the function where an import would put the module in its place."""
        is_module = isinstance(value, ModuleType) and name in self.__all__
        super().__setattr__(name, getattr(value, name) if is_module else value)

    def __reduce__(self) -> tuple[Callable[[str], ModuleType], tuple[str]]:
        """By its name, so that a function that uses it can be sent to another process, as with other modules."""
        return import_module, (self.__name__,)


def loader(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """The `__getattr__` (PEP 562) of a package whose module `home` holds the names `homes[home]`."""
    home_of = {name: home for home, names in homes.items() for name in names}
    sys.modules[package].__class__ = _Package

    def load(name: str) -> object:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{home_of[name]}"), name)

    return load
