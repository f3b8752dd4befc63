"""The maps that come with the program: TOML files like those that anybody may write."""

from __future__ import annotations

from functools import cache
from importlib import resources

from claimtrack.exchange.foreign.spec import Map, parse


@cache
def shipped() -> dict[str, Map]:
    """Each map by its name, which is that of its file."""
    files = resources.files("claimtrack.exchange").joinpath("maps").iterdir()
    texts = {file.name: file.read_text(encoding="utf-8") for file in files if file.name.endswith(".toml")}
    return {
        (name := where.removesuffix(".toml")): parse(texts[where], name=name, where=where)
        for where in sorted(texts)
    }
