"""From an article to candidate claims, but for those that are there already: found before, or recorded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Unpack

from claimtrack import dates
from claimtrack.errors import ClaimtrackError, RefusedError, UnreadableError
from claimtrack.model.proposal import RULES
from claimtrack.model.text import counted, name_key, text_key
from claimtrack.model.when import Worded
from claimtrack.store import candidates, speakers
from claimtrack.tracker.input.many import Looked, looked_at
from claimtrack.tracker.models import NO_DAY, Waiting, as_listed, asked_about, reader_of
from claimtrack.tracker.review import Reviewed, reviewed
from claimtrack.tracker.review.about import news_of
from claimtrack.tracker.source_texts import keep_text, read_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claimtrack.articles.candidates import Candidate
    from claimtrack.articles.getting import Article
    from claimtrack.dates.prose import Dated
    from claimtrack.model import Source
    from claimtrack.model.proposal import Proposal
    from claimtrack.model.record import SourceFacts
    from claimtrack.store.database import Database
    from claimtrack.store.step import Step

_DATES_SHOWN = 5


class Extracted(NamedTuple):
    """The sources of many articles with their candidates, and the articles that could not be read, with why."""

    found: tuple[Reviewed, ...]
    failed: tuple[tuple[str, str], ...]


# Of the shorter text's words, how many the other must have too; the others may be a date or an aside.
SAME_SHARE = 0.8
FEWEST_WORDS = 4
ADDED = re.compile(r"^denies: |\[[^\]]*\]")
NEGATIONS = frozenset({"not", "never", "no", "nobody", "nothing"})

Stretch = tuple[int, int]


def extract(
    db: Database,
    where: str,
    *,
    typed: str | bytes | None = None,
    title: str | None = None,
    model: str | None = None,
    prompt: str | None = None,
    language: str | None = None,
    **facts: Unpack[SourceFacts],
) -> Reviewed:
    """Reads an article and finds candidate claims in it, which wait in the database; what is recorded is left out.

    A `model` of the library `llm` is asked too, by our own prompt or by one in a file, for claims with translations
    into `language` where that is given. Where it does not answer, `unanswered` of the result says so.

    Raises:
        RefusedError: where the article can't be had or holds no text.
        UnreadableError: where nothing says when it was published, or there is no such model.
    """
    reader = reader_of(db, model, prompt, language)
    article = read_article(where, typed=typed, today=db.today)
    asked = reader.ask(article, where, facts) if reader else None
    with db.step("extract", create=True) as step:
        found = into(step, article, where, {**facts, "title": title}, Looked(asked=asked))
    if reader:
        reader.tell()
    return found


def extract_all(
    db: Database, articles: Sequence[str], *, jobs: int = 1, progress: Callable[[int], None] = lambda _: None,
    model: str | None = None, prompt: str | None = None, language: str | None = None, **facts: Unpack[SourceFacts],
) -> Extracted:  # fmt: skip  # as short as the call
    """Reads many articles, `jobs` at a time, and writes what was found in them in one step.

    One that can't be read is told in the result and does not stop the others. `facts` hold for all of them, and so do
    `model`, `prompt` and `language`, as for one; `progress` is given how many were looked at.

    Raises:
        UnreadableError: where a fact can't be read.
    """
    reader = reader_of(db, model, prompt, language)
    words = facts.get("published")
    day = dates.read(words, field="published", today=db.today) if words else None
    with db.reading(to_write=True) as connection:
        known = speakers.by_alias(connection)
    seen: list[Looked] = []
    given = day.when.first if day else None
    for looked in looked_at(articles, today=db.today, published=given, known=known, jobs=jobs):
        seen.append(
            asked_about(reader, looked, articles[len(seen)], facts) if reader and looked.article else looked
        )
        progress(len(seen))
        if reader and reader.stopped:
            break
    found, failed = [], []
    with db.step("extract", create=any(looked.article for looked in seen)) as step:
        for where, looked in zip(articles, seen, strict=False):
            try:
                if looked.article is None:
                    raise RefusedError(looked.wrong)
                with step.part():
                    found.append(into(step, looked.article, where, dict(facts), looked))
            except ClaimtrackError as error:
                failed.append((where, str(error)))
    if reader:
        reader.tell()
    return Extracted(tuple(found), tuple(failed))


def into(step: Step, article: Article, where: str, facts: Mapping[str, object], looked: Looked) -> Reviewed:
    """Keeps the article with its source, and the candidates in it; those that were `looked` for are not again."""
    from claimtrack import articles as rules  # noqa: PLC0415  # only this verb reads prose

    source = keep_text(step, article, where, facts)
    published = source.published.first if source.published else None
    if not (looked.asked or rules.is_read(article.text)):
        step.tell(_dates_alone(rules.dates(article.text, published)))
    elif published is None:
        raise UnreadableError(NO_DAY)
    else:
        found = looked.found
        known = speakers.by_alias(step.connection)
        if found is None or looked.published != published:
            found = rules.candidates(article.text, published, known=known)
        if looked.asked:
            found = looked.asked.join(found, article.text, published, known)
        news = news_of(step.connection, source, article.text, found)
        keep(step, source, article.text, [*found, *news])
    unanswered = looked.asked.wrong if looked.asked else ""
    return reviewed(step.connection, source)._replace(unanswered=unanswered)


def _dates_alone(found: Sequence[Dated]) -> str:
    """What is said of an article in another language: the dates in it, and that nothing else was looked for."""
    shown = ", ".join(f"{one.when} (“{one.words}”)" for one in found[:_DATES_SHOWN])
    more = ", …" if len(found) > _DATES_SHOWN else ""
    dates = counted(len(found), "date") + (f" ({shown}{more})" if found else "")
    return f"the article is not English, Ukrainian or Russian: {dates} found in it, but speakers were not looked for"


def keep(step: Step, source: Source, text: str, found: Iterable[Candidate]) -> None:
    """Adds the candidates that are neither there already nor recorded as claims."""
    there = candidates.proposals(step.connection, source.id)
    outdated = [one for one in there if one.answer is None and not stands_in(one, text)]
    for one in outdated:
        step.update("candidate", one.uid, {"deleted": True})
    if outdated:
        step.tell(f"taken off, since they are not in the text as it is now: {len(outdated)} that waited")
    number = max((proposal.number for proposal in there), default=0)
    known = Known.of(text, there, candidates.recorded(step.connection, source.id))
    waiting = Waiting(one for one in there if stands_in(one, text))
    for candidate in found:
        fields = _fields(candidate, text)
        if not (waiting.confirm(step, candidate, fields) or known.has(candidate)):
            number += 1
            step.create("candidate", {"source": source.uid, "number": number, **fields})


def _fields(candidate: Candidate, text: str) -> dict[str, object]:
    """What is kept of a candidate; found in stored text, all its words are in the stored form."""
    by_rules = candidate.found_by == (RULES,)
    return {
        "start": candidate.start, "stop": candidate.end, "kind": candidate.kind, "score": float(candidate.score),
        "speaker": candidate.speaker, "unnamed": bool(candidate.speaker) and not candidate.named,
        "via": candidate.via, "rung": candidate.rung, "text": candidate.text, "quote": candidate.quote,
        "probability": candidate.probability, "was": candidate.was and Worded(candidate.was),
        "said": candidate.said and Worded(candidate.said),
        "due": candidate.due and Worded(candidate.due, candidate.due_words),
        "found_by": as_listed(candidate.found_by), "translation": candidate.translation,
        "passage": None if by_rules else " ".join(text[candidate.start : candidate.end].split()),
    }  # fmt: skip  # a table


class Known(NamedTuple):
    """Where the article has what is there already, and what its claims say."""

    found: Sequence[Stretch]
    quoted: Sequence[Stretch]
    claims: Sequence[candidates.Recorded]

    @classmethod
    def of(cls, text: str, there: Iterable[Proposal], claims: Sequence[candidates.Recorded]) -> Known:
        """What is known of the article's text: its candidates, answered or not, and its claims."""
        from claimtrack.articles.proving import find  # noqa: PLC0415  # with the rules that find candidates

        quotes = [find(claim.quote, text) for claim in claims if claim.quote]
        return cls(
            [(one.start, one.stop) for one in there if stands_in(one, text)],
            [(spans[0][0], spans[-1][1]) for spans in quotes if spans],
            [*claims, *(_as_claim(one) for one in there if not stands_in(one, text))],
        )

    def has(self, candidate: Candidate) -> bool:
        """Whether the candidate was found before or is a claim already, however that was edited since."""
        stretch = (candidate.start, candidate.end)
        return (
            any(_shared(stretch, one) * 2 > max(_length(stretch), _length(one)) for one in self.found)
            or any(_shared(stretch, one) * 2 > min(_length(stretch), _length(one)) for one in self.quoted)
            or any(_is_claim(candidate, claim) for claim in self.claims)
        )


def stands_in(proposal: Proposal, text: str) -> bool:
    """Whether the candidate was found in this text, not in one that the source had before."""
    words = " ".join(text[proposal.start : proposal.stop].split())
    if proposal.passage:
        return words == proposal.passage
    # `[Marta Lind] will go` has the name that `She` stands for, which is not in the text there.
    parts = [part.strip() for part in ADDED.split(proposal.text)]
    told = any(parts) and all(part in words for part in parts)
    return bool(words) and (proposal.text.endswith(words) or told)


def _as_claim(proposal: Proposal) -> candidates.Recorded:
    """The candidate of an earlier text, to be compared by what it says."""
    return candidates.Recorded(proposal.speaker or "", proposal.text, proposal.quote, proposal.due)


def _length(stretch: Stretch) -> int:
    return stretch[1] - stretch[0]


def _shared(one: Stretch, other: Stretch) -> int:
    """How many characters are in both."""
    return max(min(one[1], other[1]) - max(one[0], other[0]), 0)


def _is_claim(candidate: Candidate, claim: candidates.Recorded) -> bool:
    """Whether both say nearly the same, of the same speaker and, where both have one, with the same date."""
    if candidate.due and claim.due and not candidate.due.overlaps(claim.due):
        return False
    if text_key(candidate.text) == text_key(claim.text):
        return True
    return _last_name(candidate.speaker) == _last_name(claim.speaker) and _alike(candidate.text, claim.text)


def _last_name(speaker: str | None) -> str:
    return name_key(speaker or "").rpartition(" ")[2]


def _alike(one: str, other: str) -> bool:
    """Whether nearly all words of the shorter text are in the longer, and both deny or neither does."""
    words, others = (set(re.findall(r"\w+", text_key(text))) for text in (one, other))
    fewest = min(len(words), len(others))
    same_denial = words & NEGATIONS == others & NEGATIONS
    return fewest >= FEWEST_WORDS and same_denial and len(words & others) >= SAME_SHARE * fewest
