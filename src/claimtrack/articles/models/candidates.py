"""The claims of an article as a model finds them, for whoever measures a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.articles.models.asking import FailedError, answered, model_named
from claimtrack.articles.models.prompt import prompt_of
from claimtrack.articles.models.proven import proven

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from claimtrack.articles.candidates import Candidate


def candidates(
    text: str, published: date, *, model: str, prompt: str | None = None, language: str = "",
    known: Mapping[str, str] | None = None,
) -> list[Candidate]:  # fmt: skip  # as short as the call
    """What a model finds in an article published on that day that stands there, in its order; without the rules.

    `prompt` are words in the place of our own prompt. Each call asks, and nothing is kept.

    Raises:
        RefusedError: where `llm` is not installed, or the model gives no answer that can be used.
        UnreadableError: where `llm` has no such model.
    """
    asked = model_named(model)
    words = prompt_of(prompt, language=language)
    answers = []
    for part, told in answered(text, words, lambda request: asked.ask(request).words):
        if isinstance(told, FailedError):
            raise told
        answers.append((part, told))
    found_by = words.found_by(asked.name)
    return list(proven(text, published, answers, found_by=found_by, known=known or {}).candidates)
