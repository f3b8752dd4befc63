"""Asking a model about articles: each answer is kept as it comes, and what goes wrong is told and stops nothing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.errors import ClaimtrackError, UnreadableError
from claimtrack.model.text import counted, is_address
from claimtrack.store import articles, sources
from claimtrack.store.digests import sha256
from claimtrack.tracker.models.prompts import prompt_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from claimtrack.articles.candidates import Candidate
    from claimtrack.articles.getting import Article
    from claimtrack.articles.models import Model, Part, Prompt, Request, Told
    from claimtrack.store.connection import Connection
    from claimtrack.store.database import Database
    from claimtrack.tracker.input.many import Looked

NO_DAY = (
    "Nothing says when the article was published, which its dates are read against;"
    " give the day with --published."
)


class Asked(NamedTuple):
    """What a model answered about the parts of one article; `wrong` where it did not answer, with why."""

    reader: Reader
    answers: tuple[tuple[Part, Told], ...] = ()
    wrong: str = ""

    def join(
        self, found: Iterable[Candidate], text: str, published: date, known: Mapping[str, str]
    ) -> list[Candidate]:
        """What the rules found, with what of the answers stands in the article."""
        from claimtrack.articles.models import joined  # noqa: PLC0415  # only with a model

        return joined(text, found, self.reader.prove(text, published, self.answers, known))


class Reader:
    """One model with what it is asked, over the articles of one command; keeps count of what came of it.

    `stopped` says that Ctrl-C ended the asking.
    """

    def __init__(self, db: Database, model: Model, prompt: Prompt) -> None:
        self._db = db
        self._model = model
        self._prompt = prompt
        self._tokens: list[tuple[int | None, int | None]] = []
        self._faults: Counter[str] = Counter()
        self._wrong: list[str] = []
        self._proven = 0
        self._kept = 0
        self._hopeless = ""
        self.stopped = False

    def ask(self, article: Article, where: str, facts: Mapping[str, Any]) -> Asked:
        """What the model answers about an article, or answered before.

        Raises:
            UnreadableError: where nothing says when the article was published; then no model is asked.
        """
        from claimtrack.articles.models import FailedError, answered  # noqa: PLC0415  # only with a model

        digest = sha256(article.text.encode()).hex()
        with self._db.reading(to_write=True) as connection:
            if not (
                facts.get("published") or article.published or _published(connection, article, digest, where)
            ):
                raise UnreadableError(NO_DAY)
            kept = articles.answers(connection, self._model.name, digest)
        answers: list[tuple[Part, Told]] = []
        wrong = ""
        for part, told in answered(
            article.text, self._prompt, lambda request: self._answer(request, digest, kept)
        ):
            if isinstance(told, FailedError):
                wrong = str(told)
                self._wrong.append(wrong)
            else:
                answers.append((part, told))
        return Asked(self, tuple(answers), wrong)

    def _answer(self, request: Request, article: str, kept: Mapping[str, str]) -> str:
        """One answer, as it was kept, or kept at once.

        Raises:
            FailedError: where there is none.
        """
        from claimtrack.articles.models import FailedError  # noqa: PLC0415  # only with a model

        if request.digest in kept:
            self._kept += 1
            return kept[request.digest]
        if self._hopeless:
            raise FailedError(self._hopeless)
        try:
            self._say_where_text_goes()
            answer = self._model.ask(request)
        except FailedError as error:
            self._hopeless = str(error) if error.hopeless else ""
            raise
        except KeyboardInterrupt:
            self.stopped = True
            self._hopeless = f"stopped before {self._model.name} had answered"
            raise FailedError(self._hopeless) from None
        self._tokens.append((answer.tokens_in, answer.tokens_out))
        with self._db.step(
            "extract", create=True
        ) as step:  # no part of the record, so the log has no entry of it
            articles.keep_answer(
                step.connection, self._model.name, request.digest,
                article=article, answer=answer.words, at=step.at,
            )  # fmt: skip  # as short as the call
        return answer.words

    def _say_where_text_goes(self) -> None:
        """Says, before the first answer that a file has of a model, whether text leaves the machine."""
        name, hosted = self._model.name, self._model.hosted
        if hosted is False or self._tokens:
            return
        with self._db.reading(to_write=True) as connection:
            if articles.has_answered(connection, name):
                return
        self._db.tell(
            f"{name} is a hosted model: the text of articles leaves this machine" if hosted
            else f"{name} needs no key; whether text leaves this machine is for its plugin to say"
        )  # fmt: skip  # the two side by side

    def prove(
        self, text: str, published: date, answers: Iterable[tuple[Part, Told]], known: Mapping[str, str]
    ) -> tuple[Candidate, ...]:
        """What of the answers stands in the article, as candidates."""
        from claimtrack.articles.models import proven  # noqa: PLC0415  # only with a model

        found_by = self._prompt.found_by(self._model.name)
        found = proven(text, published, answers, found_by=found_by, known=known)
        self._proven += len(found.candidates)
        self._faults.update(found.faults)
        return found.candidates

    def tell(self) -> None:
        """Says what came of it: what went wrong, the claims that were proven, and the tokens that it took.

        Raises:
            KeyboardInterrupt: where it was stopped.
        """
        for wrong in dict.fromkeys(self._wrong):
            self._db.tell(f"{wrong}; what the rules found is kept")
        if self._tokens or self._kept:
            from claimtrack.articles.models import told_of  # noqa: PLC0415  # only with a model

            self._db.tell(f"{self._model.name}: {told_of(self._proven, self._faults)}{self._cost()}")
        if self.stopped:
            raise KeyboardInterrupt

    def _cost(self) -> str:
        """The tokens of all answers, as far as they were told, as the end of a sentence."""
        before = f"; {counted(self._kept, 'answer')} kept from before" if self._kept else ""
        if not self._tokens:
            return before
        told_in = sum(one or 0 for one, _ in self._tokens)
        told_out = sum(one or 0 for _, one in self._tokens)
        told = f"{told_in:,} tokens read, {told_out:,} written" if told_in or told_out else "tokens not told"
        return f"; {told}{before}"


def asked_about(reader: Reader | None, looked: Looked, where: str, facts: Mapping[str, Any]) -> Looked:
    """An article with what a model answered about it, where one is asked and it was read, or what was wrong."""
    if not (reader and looked.article):
        return looked
    try:
        return looked._replace(asked=reader.ask(looked.article, where, facts))
    except ClaimtrackError as error:
        return looked._replace(article=None, wrong=str(error))


def _published(connection: Connection, article: Article, digest: str, where: str) -> bool:
    """Whether the source that the article belongs to is there, with a day of publication."""
    url = article.url or (where if is_address(where) else None)
    identity = articles.source_of_text(connection, digest)
    there = (
        sources.by_id(connection, identity) if identity else sources.by_url(connection, url) if url else None
    )
    return there is not None and there.published is not None


def reader_of(db: Database, model: str | None, prompt: str | None, language: str | None) -> Reader | None:
    """The model of that name with our own prompt or the one in a file; null where no model is named.

    Raises:
        RefusedError: where `llm` is not installed, or the file can't be read.
        UnreadableError: where there is no such model, or a prompt is given without one.
    """
    if not model:
        if prompt or language:
            name = "--prompt" if prompt else "--language"
            raise UnreadableError(f"{name} is for a model; name one with --model, or in $CLAIMTRACK_MODEL.")
        return None
    asked = prompt_in(prompt, language)
    from claimtrack.articles.models import model_named  # noqa: PLC0415  # only with a model

    return Reader(db, model_named(model), asked)
