"""The claims of a Ukrainian or Russian text that are worth tracking."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.candidates import THRESHOLD, Candidate
from claimtrack.articles.entries import dated
from claimtrack.articles.slavic import morphology
from claimtrack.articles.slavic.attribution import NOBODY, Said, Sources, read
from claimtrack.articles.slavic.clauses import Clause, Clauses, Cue
from claimtrack.articles.slavic.forward import DATED_ONLY, Traits, is_own, kind_of, odds_in, score_of
from claimtrack.articles.slavic.subjects import PRONOUNS, Subjects
from claimtrack.articles.slavic.tokens import CLOSING, Range, Sentence, sentences
from claimtrack.articles.speech import Who

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from claimtrack.dates.prose import Dated

# Endings of verbs of many: `планують`, `планируют`.
MANY = ("ють", "уть", "ать", "ять", "ют", "ут", "ят", "ются", "утся", "ятся", "ються", "уться", "яться")
OF_A_SUBJECT = ("planned", "promised", "hoped", "expected", "order")
DENIES = "denies: "
FIGURE = re.compile(r"\d+")
WORD = re.compile(r"[^\W\d_]+")
NOT = re.compile(r"\b(?:не|ні|ни)\b")
STEM = 5
FEWEST_WORDS = 3


class Whose(NamedTuple):
    """Whose claim it is, who relays it, and how that is known."""

    who: Who
    via: str | None
    rung: str
    # Whether the verb gives a word: `пообіцяв`.
    vowed: bool = False


class _Article:
    """A text being read: what was said in it, its dates and its clauses."""

    def __init__(self, text: str, published: date, known: Mapping[str, str]) -> None:
        self.text, self.published = text, published
        self.reading = read(text, known)
        self.lines, self.language = self.reading.lines, self.reading.language
        self.clauses = Clauses(self.lines, self.language)
        self.subjects = Subjects(self.lines, self.language)
        self.sources = Sources(self.lines, self.reading.names, self.language, known)
        self.dated = dated(text, published) if self.lines.sentences else []
        self.starts = [item.start for item in self.dated]

    def found(self) -> Iterator[Candidate]:
        """Everything that looks ahead, in what was said and beside it."""
        told = {said.found.sentence.first for said in self.reading.said}
        covered: set[int] = set()
        last: dict[int, Said] = {}
        for said in self.reading.said:
            new = [part for part in said.found.parts if part.first not in covered]
            covered.update(at for part in said.found.parts for at in range(*part))
            last[said.found.sentence.first] = said
            yield from self._of_speech(said, new)
        before, paragraph = NOBODY, -1
        for sentence in self.lines.sentences:
            adds = self.lines.tokens[sentence.first].is_a("moreover")
            if paragraph != sentence.paragraph and not adds:
                before = NOBODY
            paragraph = sentence.paragraph
            if sentence.first in last:
                before = last[sentence.first].who
            if sentence.first not in told and sentence.first not in covered:
                claims = list(self._of_reporter(sentence, before))
                yield from claims
                before = next((self._who_of(one) for one in claims if one.rung == "subject"), before)

    def _of_speech(self, said: Said, parts: list[Range]) -> Iterator[Candidate]:
        found = said.found
        if found.polarity == "denied":
            yield from (self._denial(said, part) for part in parts)
        if found.polarity != "affirmed" or not found.factual:
            return
        beyond = said.carried or found.frame in ("about this", "paragraph")
        vowed = self.lines.tokens[found.cue].is_a("promised")
        whose = Whose(said.who, None, "carried" if beyond else "own", vowed=vowed)
        for part in parts:
            demanded = part.first and self.lines.tokens[part.first - 1].is_a("so that")
            for sentence in sentences(self.lines, *part) if not demanded else ():
                claims = list(self._claims(sentence, whose, quoted=found.quoted))
                yield from claims or self._statement(sentence, whose, quoted=found.quoted)

    def _who_of(self, found: Candidate) -> Who:
        return Who(found.speaker, named=found.named, person=True)

    def _of_reporter(self, sentence: Sentence, before: Who) -> Iterator[Candidate]:
        """Claims beside speech: of whoever plans or expects it, else of who spoke before, else nobody's."""
        whose = Whose(before, None, "carried") if before.name else None
        yield from self._claims(sentence.range, whose, quoted=False)

    def _claims(self, sentence: Range, whose: Whose | None, *, quoted: bool) -> Iterator[Candidate]:
        if self.lines.tokens[sentence.last - 1].low == "?":
            return
        for clause in self.clauses.read(sentence):
            for cue in clause.cues:
                due = self._due(clause, cue)
                if cue.family in DATED_ONLY and not due:
                    continue
                owner = self._owner(clause, cue, whose)
                yield self._candidate(clause, cue, owner, due, quoted=quoted)
                break

    def _owner(self, clause: Clause, cue: Cue, whose: Whose | None) -> Whose:
        """Whose claim a clause is: of its subject where that promises or plans it, else of who tells it."""
        subject = self._subject(clause, cue) if cue.family in OF_A_SUBJECT else None
        told = whose if whose and whose.rung == "own" else None
        if told is None:
            return Whose(subject, None, "subject") if subject else whose or Whose(NOBODY, None, "none")
        others = cue.family in ("promised", "order") or (cue.family == "planned" and not told.who.person)
        if (
            subject
            and others
            and subject.name != told.who.name
            and not is_own(self.lines, clause, cue, self.language)
        ):
            return Whose(subject, told.who.name, "own")
        return told

    def _subject(self, clause: Clause, cue: Cue) -> Who | None:
        """The subject of a verb that plans or promises."""
        found = self.subjects.before(cue.at, clause.range.first)
        if not found or self.lines.tokens[found.first].is_a(*PRONOUNS) or self._is_object(found, cue):
            return None
        place = bisect_right(self.lines.sentences, cue.at, key=lambda part: part.first) - 1
        who = self.sources.described(found, self.lines.sentences[place])
        return who if who.name else None

    def _is_object(self, found: Range, cue: Cue) -> bool:
        """Whether what stands before a verb of many is what they do: `розпочаті роботи планують завершити`."""
        words = self.lines.tokens[found.first : found.last]
        if any(morphology.is_infinitive(token.low, self.language) for token in words):
            return True
        acts = any(token.is_a("body") or morphology.are_people(token.low, self.language) for token in words)
        named = any(token.capital for token in words[1:]) or words[-1].low == CLOSING
        return self.lines.tokens[cue.at].low.endswith(MANY) and not acts and not named

    def _due(self, clause: Clause, cue: Cue) -> Dated | None:
        """The date to come that stands in the clause, the first one from its cue on before others."""
        span = self.lines.span(*clause.range)
        if not span:
            return None
        first, stop = (bisect_left(self.starts, place) for place in span)
        here = [replace(item, due=item.ahead or item.due) for item in self.dated[first:stop]]
        coming = [item for item in here if (item.due or item.when).last >= self.published]
        clear = [item for item in coming if item.due] or coming
        at = self.lines.tokens[cue.at].start
        return next((item for item in clear if item.start >= at), clear[0] if clear else None)

    def _candidate(
        self, clause: Clause, cue: Cue, owner: Whose, due: Dated | None, *, quoted: bool
    ) -> Candidate:
        start, end = self.lines.span(*clause.range) or (0, 0)
        words = self.text[start:end]
        traits = Traits(owner.rung, owner.who.named, due is not None and due.due is not None)
        kind = kind_of(self.lines, clause, cue, self.language)
        if (
            kind == "prediction"
            and cue.family == "certain"
            and (owner.vowed or self._is_of_teller(clause, cue, owner))
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

    def _is_of_teller(self, clause: Clause, cue: Cue, owner: Whose) -> bool:
        """Whether the clause leaves its subject out because it is who tells it: `заявив, що не піде`."""
        after = clause.range.first > 0 and self.lines.tokens[clause.range.first - 1].is_a("that")
        led = any(
            self.lines.tokens[at].is_word
            for at in range(clause.range.first, cue.at)
            if not self._is_small(at)
        )
        many = self.lines.tokens[cue.at].low.endswith(MANY)
        return owner.rung == "own" and after and not led and not many

    def _is_small(self, at: int) -> bool:
        return self.lines.tokens[at].is_a("not", "adverb")

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
