"""The claims of a Ukrainian or Russian text that are worth tracking."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.articles.candidates import THRESHOLD, Candidate
from claimtrack.articles.slavic.attribution import NOBODY, Said, read
from claimtrack.articles.slavic.clauses import Clause, Clauses, Cue
from claimtrack.articles.slavic.dues import Dues
from claimtrack.articles.slavic.forward import DATED_ONLY, Traits, kind_of, odds_in, score_of
from claimtrack.articles.slavic.tokens import Range, sentences
from claimtrack.articles.slavic.whose import Owners, Whose
from claimtrack.articles.speech import Who

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from claimtrack.dates.prose import Dated

DENIES = "denies: "
FIGURE = re.compile(r"\d+")
WORD = re.compile(r"[^\W\d_]+")
NOT = re.compile(r"\b(?:не|ні|ни)\b")
STEM = 5
FEWEST_WORDS = 3


class _Article:
    """A text being read: what was said in it, its dates and its clauses."""

    def __init__(self, text: str, published: date, known: Mapping[str, str]) -> None:
        self.text, self.published = text, published
        self.reading = read(text, known)
        self.lines, self.language = self.reading.lines, self.reading.language
        self.clauses = Clauses(self.lines, self.language)
        self.owners = Owners(self.reading, known)
        self.dues = Dues(self.lines, published)

    def found(self) -> Iterator[Candidate]:
        """Everything that looks ahead, in what was said and beside it."""
        speaking = [said for said in self.reading.said if said.found.parts]
        told = {said.found.sentence.first for said in speaking}
        covered: set[int] = set()
        last: dict[int, Said] = {}
        for said in speaking:
            new = [part for part in said.found.parts if part.first not in covered]
            covered.update(at for part in said.found.parts for at in range(*part))
            last[said.found.sentence.first] = said
            yield from self._of_speech(said, new)
        yield from self._of_reporter(told, covered, last)

    def _of_speech(self, said: Said, parts: list[Range]) -> Iterator[Candidate]:
        found = said.found
        if found.polarity == "denied":
            yield from (self._denial(said, part) for part in parts if self.lines.span(*part))
        if found.polarity != "affirmed" or not found.factual:
            return
        beyond = said.carried or found.frame in ("about this", "paragraph")
        vowed = self.lines.tokens[found.cue].is_a("promised")
        whose = Whose(said.who, said.via, "carried" if beyond else "own", vowed=vowed)
        for part in parts:
            demanded = part.first and self.lines.tokens[part.first - 1].is_a("so that")
            for sentence in sentences(self.lines, *part) if not demanded else ():
                claims = list(self._claims(sentence, whose, quoted=found.quoted))
                yield from claims or self._statement(sentence, whose, quoted=found.quoted)

    def _of_reporter(
        self, told: set[int], covered: set[int], last: Mapping[int, Said]
    ) -> Iterator[Candidate]:
        """Claims beside speech: of whoever plans or expects it, else of who spoke before, else nobody's.

        A forecast goes on as long as each sentence has one, over paragraphs too.
        """
        before, paragraph, forecast = NOBODY, -1, False
        for sentence in self.lines.sentences:
            adds = self.lines.tokens[sentence.first].is_a("moreover")
            if paragraph != sentence.paragraph and not adds and not forecast:
                before = NOBODY
            paragraph = sentence.paragraph
            if sentence.first in last:
                before = last[sentence.first].who
                forecast = self.owners.is_forecast(last[sentence.first])
            if sentence.first not in told and sentence.first not in covered:
                whose = Whose(before, None, "carried") if before.name else None
                claims = list(self._claims(sentence.range, whose, quoted=False, forecast=forecast))
                yield from claims
                own = [one for one in claims if one.rung == "subject"]
                before = Who(own[-1].speaker, named=own[-1].named, person=True) if own else before
                forecast = forecast and bool(claims) and not own

    def _claims(
        self, sentence: Range, whose: Whose | None, *, quoted: bool, forecast: bool = False
    ) -> Iterator[Candidate]:
        if self.lines.tokens[sentence.last - 1].low == "?":
            return
        further = self.clauses.goes_on(sentence) if forecast else None
        clauses = [further] if further else self.clauses.read(sentence)
        for clause in (one for one in clauses if self.lines.span(*one.range)):
            for cue in clause.cues:
                due = self.dues.due(clause, cue)
                if cue.family in DATED_ONLY and not due:
                    continue
                owner = self.owners.owner(clause, cue, whose)._replace(forecast=forecast)
                yield self._candidate(clause, cue, owner, due, quoted=quoted)
                break

    def _candidate(
        self, clause: Clause, cue: Cue, owner: Whose, due: Dated | None, *, quoted: bool
    ) -> Candidate:
        start, end = self.lines.span(*clause.range) or (0, 0)
        words = self.text[start:end]
        traits = Traits(
            owner.rung,
            owner.who.named or owner.forecast or self.owners.is_body(owner.who),
            due is not None and due.due is not None,
        )
        kind = kind_of(self.lines, clause, cue, self.language)
        if kind == "deadline" and not traits.dated:  # the record takes none without its date
            kind = "prediction"
        if (
            kind == "prediction"
            and cue.family == "certain"
            and (owner.vowed or self.owners.is_of_teller(clause, cue, owner))
        ):
            kind = "promise"
        return Candidate(
            start=start,
            end=end,
            kind=kind,
            speaker=owner.who.name,
            named=owner.who.named,
            via=owner.via,
            rung=owner.rung,
            text=" ".join(words.split()),
            quote=words if quoted else None,
            said=None,
            due=due.due if due else None,
            due_words=" ".join(due.words.split()) if due else None,
            was=None,
            probability=odds_in(words),
            score=score_of(self.lines, clause, cue, self.language, traits),
        )

    def _statement(self, sentence: Range, whose: Whose, *, quoted: bool) -> Iterator[Candidate]:
        """What somebody says that was or is so, where it has a figure that can be looked up."""
        span = self.lines.span(*sentence)
        asks = self.lines.tokens[sentence.last - 1].low == "?"
        if (
            span
            and not asks
            and FIGURE.search(self.text, *span)
            and self.lines.words(*sentence) >= FEWEST_WORDS
        ):
            yield self._plain(span, whose, quoted=quoted)

    def _denial(self, said: Said, part: Range) -> Candidate:
        """What a source denies, as a statement."""
        span = self.lines.span(*part) or (0, 0)
        return self._plain(span, Whose(said.who, None, "own"), quoted=False, prefix=DENIES)

    def _plain(self, span: tuple[int, int], whose: Whose, *, quoted: bool, prefix: str = "") -> Candidate:
        words = self.text[slice(*span)]
        return Candidate(
            start=span[0], end=span[1], kind="statement", speaker=whose.who.name, named=whose.who.named, via=None,
            rung=whose.rung, text=prefix + " ".join(words.split()), quote=words if quoted else None, said=None,
            due=None, due_words=None, was=None, probability=odds_in(words), score=THRESHOLD,
        )  # fmt: skip  # a table


def candidates(text: str, published: date, *, known: Mapping[str, str]) -> list[Candidate]:
    """What in the Ukrainian and Russian lines of a text published on that day can be tracked, in its order."""
    article = _Article(text, published, known)
    return sorted(_once(article.found()), key=lambda one: (one.start, one.end))


def _once(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Each claim once: of those with the same speaker, date and words in another order or form, the first."""
    seen: set[tuple[object, ...]] = set()
    for one in found:
        words = frozenset(word[:STEM] for word in WORD.findall(one.text.lower()) if len(word) >= STEM)
        denied = NOT.search(one.text.lower()) is not None
        key = one.speaker, one.due, words or one.text, frozenset(FIGURE.findall(one.text)), denied
        if key not in seen:
            seen.add(key)
            yield one
