"""Whose claim a clause is: who tells it, or who plans or promises it in somebody's words."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.slavic import morphology
from claimtrack.articles.slavic.attribution import NOBODY, Said, Sources
from claimtrack.articles.slavic.forward import is_own
from claimtrack.articles.slavic.subjects import PRONOUNS, Subjects
from claimtrack.articles.slavic.tokens import CLOSING, Range

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.articles.slavic.attribution import Reading
    from claimtrack.articles.slavic.clauses import Clause, Cue
    from claimtrack.articles.speech import Who

# Endings of verbs of many: `планують`, `планируют`.
MANY = ("ють", "уть", "ать", "ять", "ют", "ут", "ят", "ются", "утся", "ятся", "ються", "уться", "яться")
PASSIVE = ("ться", "тся", "но", "ний", "на", "ні", "ны", "н")
OF_A_SUBJECT = ("planned", "promised", "hoped", "expected", "forecast", "aim", "order")
_DOCUMENTS = "повідомленн сообщени доповід доклад заяв документ релі рели пресрел пресс-рел"
DOCUMENTS = tuple(_DOCUMENTS.split())
FORECASTERS = ("синоптик", "гідромет", "гидромет", "метеоролог")


class Whose(NamedTuple):
    """Whose claim it is, who relays it, and how that is known."""

    who: Who
    via: str | None
    rung: str
    # Whether the verb gives a word: `пообіцяв`.
    vowed: bool = False
    # Whether it goes on with a forecast.
    forecast: bool = False


class Owners:
    """Works out whose the claims of a text are."""

    def __init__(self, reading: Reading, known: Mapping[str, str]) -> None:
        self.lines, self.language = reading.lines, reading.language
        self.subjects = Subjects(self.lines, self.language)
        self.sources = Sources(self.lines, reading.names, self.language, known)

    def owner(self, clause: Clause, cue: Cue, whose: Whose | None) -> Whose:
        """Whose claim a clause is: of its subject where that promises or plans it, else of who tells it."""
        subject = self._subject(clause, cue) if cue.family in OF_A_SUBJECT else None
        told = whose if whose and whose.rung == "own" else None
        if told is None and whose and not subject and self._is_document(whose.who):
            subject = self._subject(clause, cue)
            subject = subject if subject and subject.named else None
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

    def is_body(self, who: Who) -> bool:
        """Whether words that name nobody are for a body, such as `обласна рада`, and no person."""
        words = (who.name or "").lower().split()[:3]
        return bool(words) and not any(morphology.is_person(word, self.language) for word in words)

    def _is_document(self, who: Who) -> bool:
        """Whether only a paper tells it, so that whom it is about is nearer to be its teller."""
        return not who.named and (who.name or "").lower().startswith(DOCUMENTS)

    def _subject(self, clause: Clause, cue: Cue) -> Who | None:
        """The subject of a verb that plans or promises."""
        if cue.family in ("forecast", "aim"):
            found = self.subjects.main(clause.range.first, clause.range.last)
        else:
            found = self.subjects.before(cue.at, clause.range.first)
        passive = cue.family == "expected" and self.lines.tokens[cue.at].low.endswith(PASSIVE)
        if (
            not found
            or passive
            or self.lines.tokens[found.first].is_a(*PRONOUNS)
            or self._is_object(found, cue)
        ):
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

    def is_of_teller(self, clause: Clause, cue: Cue, owner: Whose) -> bool:
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

    def is_forecast(self, said: Said) -> bool:
        """Whether somebody foretells: `за прогнозом служби`, or by what is expected in the words."""
        words = [self.lines.tokens[at] for part in said.found.parts for at in range(*part)]
        body = not said.who.named or not said.who.person
        cue = self.lines.tokens[said.found.cue].low
        forecaster = (said.who.name or "").lower()
        if cue.startswith("прогноз") or any(word in forecaster for word in FORECASTERS):
            return True
        return body and any(token.is_a("expected") for token in words)
