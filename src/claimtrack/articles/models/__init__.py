"""Claims that a language model finds in an article, each proven to stand in it; nothing of an answer is believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lazily import loader

if TYPE_CHECKING:
    from claimtrack.articles.models.answer import Told, read_answer
    from claimtrack.articles.models.asking import Answer, FailedError, Model, answered, model_named
    from claimtrack.articles.models.candidates import candidates
    from claimtrack.articles.models.joined import is_one, joined, surer
    from claimtrack.articles.models.parts import Part
    from claimtrack.articles.models.prompt import Prompt, Request, prompt_of, requests
    from claimtrack.articles.models.proven import Proven, proven, told_of

_HOMES = {
    "answer": ("Told", "read_answer"),
    "asking": ("Answer", "FailedError", "Model", "answered", "model_named"),
    "candidates": ("candidates",),
    "joined": ("is_one", "joined", "surer"),
    "parts": ("Part",),
    "prompt": ("Prompt", "Request", "prompt_of", "requests"),
    "proven": ("Proven", "proven", "told_of"),
}
__all__ = [
    "Answer", "FailedError", "Model", "Part", "Prompt", "Proven", "Request", "Told", "answered", "candidates", "is_one",
    "joined", "model_named", "prompt_of", "proven", "read_answer", "requests", "surer", "told_of",
]  # fmt: skip  # a list of names

__getattr__ = loader(__name__, _HOMES)
