"""Options that several commands take as a group, and the one value that is made of them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import cache, wraps
from typing import Any, NamedTuple, get_type_hints

Does = Callable[..., None]  # a command, as it is written


class Group(NamedTuple):
    """Options that several commands take, and what is made of their values."""

    parameters: Mapping[str, inspect.Parameter]
    made: Callable[..., object]


def takes(group: Group | Callable[..., object], parameter: str, **described: Any) -> Callable[[Does], Does]:
    """A decorator that gives a command all options of `group`; what is made of them becomes its `parameter`.

    `described` are annotations for those that mean something else to the command.
    """
    options, made = group if isinstance(group, Group) else _parameters_of(group)
    options = {**options, **{name: options[name].replace(annotation=described[name]) for name in described}}

    def give(command: Does) -> Does:
        @wraps(command)
        def with_options(**values: Any) -> None:
            chosen = {name: values.pop(name) for name in options}
            command(**values, **{parameter: made(**chosen)})

        hints = get_type_hints(command, include_extras=True)
        own = inspect.signature(command)
        keywords: list[inspect.Parameter] = []
        for name, kept in own.parameters.items():
            keywords += options.values() if name == parameter else [kept.replace(annotation=hints[name])]
        keywords = [kept.replace(kind=inspect.Parameter.KEYWORD_ONLY) for kept in keywords]
        with_options.__annotations__ = {kept.name: kept.annotation for kept in keywords}
        with_options.__signature__ = own.replace(parameters=keywords)  # type: ignore[attr-defined]  # inspect reads it
        return with_options

    return give


@cache
def _parameters_of(made: Callable[..., object]) -> Group:
    """The parameters of a function as options, read once for all the commands that take them."""
    hints = get_type_hints(made, include_extras=True)
    own = inspect.signature(made).parameters
    return Group({name: kept.replace(annotation=hints[name]) for name, kept in own.items()}, made)
