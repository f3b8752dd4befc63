"""Options of what reads articles with a language model, and what it would be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimtrack import tracker
from claimtrack.cli.options import MODEL
from claimtrack.errors import UnreadableError
from claimtrack.model.text import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.cli.terminal import Terminal

VARIABLE = "CLAIMTRACK_MODEL"


def _option(words: str, *names: str, metavar: str) -> Any:
    return typer.Option(*names, help=words, metavar=metavar, show_default=False, rich_help_panel=MODEL)


def model_options(
    *,
    model: Annotated[
        str | None,
        _option(
            f"Ask this model of the library llm too; else the one in ${VARIABLE}, '' none.",
            "--model",
            metavar="NAME",
        ),
    ] = None,
    prompt: Annotated[
        str | None, _option("Ask by the words in a file, not by our own.", "--prompt", metavar="FILE")
    ] = None,
    language: Annotated[
        str | None,
        _option("Translate what is in another language into this, such as en.", "--language", metavar="NAME"),
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run", help="Show what a model would be asked; ask nothing.", rich_help_panel=MODEL
        ),
    ] = False,
) -> dict[str, Any]:
    """What a model is asked, by the names of the options."""
    return {"model": model, "prompt": prompt, "language": language, "dry_run": dry_run}


def asked_of(terminal: Terminal, given: dict[str, Any]) -> dict[str, Any]:
    """Which model is asked, by what prompt, for which language; the environment names the model where nothing does."""
    model = terminal.env.get(VARIABLE) if given["model"] is None else given["model"]
    return {"model": model or None, "prompt": given["prompt"], "language": given["language"]}


def show_prompts(terminal: Terminal, articles: Sequence[str], asked: dict[str, Any]) -> None:
    """Writes what a model would be asked about the articles, part by part.

    Raises:
        UnreadableError: where no model is named.
    """
    if not asked["model"]:
        raise UnreadableError(
            f"--dry-run shows what a model is asked; name one with --model, or in ${VARIABLE}."
        )
    asked_by = {
        "prompt": asked["prompt"],
        "language": asked["language"],
        "today": tracker.today_of(terminal.env),
    }
    requests = [
        request
        for article in articles
        for request in tracker.prompts(
            article, typed=terminal.read_bytes() if article == "-" else None, **asked_by
        )
    ]
    for request in requests:
        terminal.emit((*request.with_schema.splitlines(), "", *request.words.splitlines(), ""))
    sent = sum(len(request.with_schema) + len(request.words) for request in requests)
    terminal.say(
        f"{asked['model']} would be asked {counted(len(requests), 'time')}, {sent:,} characters in all;"
        " nothing was asked"
    )
