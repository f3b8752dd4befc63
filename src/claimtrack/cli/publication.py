"""What a publisher says of what is published, as options of `export` and `report`."""

from __future__ import annotations

import re
from typing import Annotated, Any

import typer

from claimtrack.cli.options import PUBLISHING
from claimtrack.errors import UnreadableError
from claimtrack.model.report import Publication


def _text(help: str, name: str, metavar: str = "TEXT") -> Any:  # noqa: A002  # typer's word
    return typer.Option(name, help=help, metavar=metavar, show_default=False, rich_help_panel=PUBLISHING)


def publication(
    *,
    title: Annotated[str | None, _text("The title of what is published.", "--title")] = None,
    base_url: Annotated[
        str | None, _text("The address that the page will have.", "--base-url", "URL")
    ] = None,
    publisher_name: Annotated[str | None, _text("Who publishes it.", "--publisher-name", "NAME")] = None,
    publisher_url: Annotated[
        str | None, _text("The publisher's own address.", "--publisher-url", "URL")
    ] = None,
    publisher_logo: Annotated[str | None, _text("The publisher's logo.", "--publisher-logo", "URL")] = None,
    scale: Annotated[
        str | None, _text("Worst and best of ratings that are numbers: 1-5.", "--scale", "WORST-BEST")
    ] = None,
    licence: Annotated[str | None, _text("Under which licence, such as CC-BY-4.0.", "--license")] = None,
) -> Publication:
    """What is said of what is published.

    Raises:
        UnreadableError: where an address or the scale can't be read.
    """
    for name, url in (
        ("--base-url", base_url), ("--publisher-url", publisher_url), ("--publisher-logo", publisher_logo),
    ):  # fmt: skip  # a list of pairs
        if url is not None and not re.fullmatch(r"https?://\S+", url):
            raise UnreadableError(f"{name} {url!r} is no address; it starts with http:// or https://.")
    if base_url and "#" in base_url:
        raise UnreadableError(f"--base-url {base_url!r} has a # in it; give the address of the page alone.")
    return Publication(title, base_url, publisher_name, publisher_url, publisher_logo, _scale(scale), licence)


def _scale(words: str | None) -> tuple[float, float] | None:
    if words is None:
        return None
    numbers = re.fullmatch(r"\s*(-?\d+(?:\.\d+)?)\s*(?:-|to|/)\s*(-?\d+(?:\.\d+)?)\s*", words)
    if not numbers or float(numbers[1]) == float(numbers[2]):
        raise UnreadableError(f"--scale {words!r} can't be read; write worst and best, as in 1-5.")
    return float(numbers[1]), float(numbers[2])
