"""What a model is asked: by our own prompt, or by one in a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.errors import RefusedError, why
from claimtrack.tracker.source_texts import read_article

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.articles.models import Prompt, Request


def prompt_in(file: str | None, language: str | None) -> Prompt:
    """The prompt in the file, our own where none is named.

    Raises:
        RefusedError: where the file can't be read.
    """
    from claimtrack.articles.models import prompt_of  # noqa: PLC0415  # only with a model

    words = None
    if file:
        try:
            words = Path(file).read_text(encoding="utf-8")
        except OSError as error:
            raise RefusedError(f"The prompt {file} can't be read: {why(error)}.") from None
        except UnicodeDecodeError:
            raise RefusedError(f"The prompt {file} is not UTF-8 text.") from None
        if not words.strip():
            raise RefusedError(f"The prompt {file} is empty.")
    return prompt_of(words, language=language or "")


def prompts(
    where: str,
    *,
    today: date,
    typed: bytes | None = None,
    prompt: str | None = None,
    language: str | None = None,
) -> list[Request]:
    """What a model would be asked about an article, part by part; nothing is asked, and nothing written.

    Raises:
        RefusedError: where the article or the file with the prompt can't be read.
    """
    from claimtrack.articles.models import requests  # noqa: PLC0415  # only with a model

    asked = prompt_in(prompt, language)
    return list(requests(read_article(where, typed=typed, today=today).text, asked))
