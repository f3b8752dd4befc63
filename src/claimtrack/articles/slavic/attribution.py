"""Who said what in a Ukrainian or Russian text, each source with its name in the nominative."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.slavic import morphology
from claimtrack.articles.slavic.language import language_of, stretches
from claimtrack.articles.slavic.names import alike, names_in, read_names
from claimtrack.articles.slavic.speech import Turns
from claimtrack.articles.slavic.tokens import CLOSING, OPENING, Range, read_lines
from claimtrack.articles.speech import Attribution, Who

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.articles.slavic.names import Name, Names
    from claimtrack.articles.slavic.quoted import Found
    from claimtrack.articles.slavic.tokens import Lines, Sentence

NOBODY = Who(None, named=False, person=False)
NARROW = 2
RECENT = 6
TOPIC = 6
MANY = frozenset(["вони", "они", "їхніми", "їхню", "їх", "их"])


class Said(NamedTuple):
    """What was found, with whose it is; `carried` where its sentence does not say so itself."""

    found: Found
    who: Who
    carried: bool
    via: str | None = None


class Reading(NamedTuple):
    """A text read through."""

    lines: Lines
    names: Names
    language: str
    said: list[Said]


class Sources:
    """Works out whose words they are, from the beginning of the text to its end."""

    def __init__(self, lines: Lines, names: Names, language: str, known: Mapping[str, str]) -> None:
        self.lines, self.names, self.language, self.known = lines, names, language, known
        self.last, self.paragraph = NOBODY, -1
        self.numbers = {part.first: number for number, part in enumerate(lines.sentences)}
        for part in lines.sentences:
            self.numbers.setdefault(lines.paragraphs[part.paragraph].first, self.numbers[part.first])
        self.people: list[Who] = []
        self.roles: dict[str, Who] = {}

    def who(self, found: Found) -> Who:
        """Whose words they are; of whoever spoke last where the sentence does not say it."""
        source, here = found.source, found.sentence.paragraph
        who = self._who(found, source) if source else self.last
        if who.name:
            self.last, self.paragraph = who, here
            if who.named and who.person:
                self.people.append(who)
        return who

    def relay(self, found: Found) -> str | None:
        """Who passes it on; null where nobody does."""
        return self.described(found.relay, found.sentence).name if found.relay else None

    def described(self, source: Range, sentence: Sentence) -> Who:
        """Who the words stand for, by what the article says anywhere; the order of speaking is left as it is."""
        return self.name_in(source) or self._described(source, sentence)

    def _who(self, found: Found, source: Range) -> Who:
        tokens = self.lines.tokens
        first = tokens[source.first]
        if first.is_a("he", "she", "they", "his", "her") and source.last == source.first + 1:
            return self._referred(first.low, found.sentence, female=first.is_a("she", "her"))
        if first.is_a("i", "we"):
            return self.last
        cited = found.cue + 1 < len(tokens) and tokens[found.cue + 1].low == "слова"
        led = found.frame == "according" or found.relay is not None or cited
        female = self.lines.tokens[found.cue].low.endswith(("ла", "лась", "лася"))
        if name := self.name_in(source, genitive=led, female=female):
            return name
        return self._described(source, found.sentence, remark=found.frame == "quote", led=led)

    def name_in(self, source: Range, *, genitive: bool = False, female: bool = False) -> Who | None:
        """The person or body that the words name; null where they only describe somebody."""
        tokens = self.lines.tokens
        found = names_in(self.lines, source, self.language)
        ends = found and found[-1].last == source.last
        if found and ends and (genitive or self._may_act(found[-1], female=female)):
            full = self.names.full(found[-1], led=genitive)
            who = self._known(full)
            self.roles.update((role, who) for role in self._roles(Range(source.first, found[-1].first)))
            return who
        if tokens[source.last - 1].low == CLOSING:
            places = range(source.last - 1, source.first - 1, -1)
            opening = next((at for at in places if tokens[at].low == OPENING), source.last)
            span = self.lines.span(opening + 1, source.last - 1)
            return self._known(self.lines.text[slice(*span)], person=False) if span else None
        return None

    def _may_act(self, name: Name, *, female: bool = False) -> bool:
        """Whether a name may be the subject: of `представник Кличка` it is not."""
        words = [word.lower() for word in name.words]
        return morphology.name_may_act(words, self.language, female=female)

    def _known(self, name: str, *, person: bool = True) -> Who:
        return Who(self.known.get(name) or self.known.get(name.casefold()) or name, named=True, person=person)

    def _roles(self, title: Range) -> list[str]:
        """The nouns of a title that are for somebody: `міністерка` of `міністерка енергетики`."""
        words = [token.low for token in self.lines.tokens[title.first : title.last] if token.is_word]
        telling = [morphology.is_person(word, self.language) for word in words]
        return (
            [word for word, person in zip(words, telling, strict=True) if person]
            if any(telling)
            else words[:1]
        )

    def _referred(self, pronoun: str, sentence: Sentence, *, female: bool) -> Who:
        """Whom a pronoun means: whom the sentence before is about, else the last one whose name fits."""
        if pronoun in MANY:
            return self._many(sentence) or self.last
        if topic := self._topic(sentence, female=female):
            return topic
        if self.last.name and not self.last.named and self._is_somebody(self.last, female=female):
            return self.last
        fitting = [one for one in self.people[-RECENT:] if self._is_female(one) == female]
        return fitting[-1] if fitting else self.last

    def _is_somebody(self, who: Who, *, female: bool) -> bool:
        """Whether words that name nobody are for a person of that sex."""
        words = (who.name or "").lower().split()
        noun = next((word for word in words if morphology.is_person(word, self.language) is not False), None)
        return noun is not None and (morphology.gender_of(noun, self.language) == "femn") in (female, None)

    def _many(self, sentence: Sentence) -> Who | None:
        """The people of whom the sentence, or the one before, tells at its beginning: `мешканці вулиці`."""
        number = self.numbers[sentence.first]
        near = self.lines.sentences[max(0, number - 1) : number + 1]
        for part in (one for one in reversed(near) if one.paragraph == sentence.paragraph):
            for at in range(part.first, min(part.last, part.first + TOPIC)):
                word = self.lines.tokens[at].low
                if morphology.are_people(word, self.language):
                    return Who(word, named=False, person=True)
        return None

    def _topic(self, sentence: Sentence, *, female: bool) -> Who | None:
        """Whom the sentence before begins with: a name, or a noun for somebody."""
        number = self.numbers[sentence.first]
        before = self.lines.sentences[number - 1] if number else None
        if before is None or before.paragraph != sentence.paragraph:
            return None
        tokens = self.lines.tokens
        verbs = (at for at in range(before.first, before.last) if self._is_verb(at))
        subject = names_in(self.lines, Range(before.first, next(verbs, before.first)), self.language)
        if subject and self._may_act(subject[-1]):
            who = self._known(self.names.full(subject[-1]))
            return who if self._is_female(who) == female else None
        for at in range(before.first, min(before.last, before.first + TOPIC)):
            word = tokens[at].low
            if morphology.is_finite(word, self.language) or not tokens[at].is_word:
                return None
            if morphology.is_person(word, self.language) and morphology.may_be_noun(word, self.language):
                fits = (morphology.gender_of(word, self.language) == "femn") == female
                named_after = self.roles.get(word)
                follows = at + 1 < before.last and tokens[at + 1].low == ","
                return named_after or (Who(word, named=False, person=True) if fits and follows else None)
        return None

    def _is_verb(self, at: int) -> bool:
        token = self.lines.tokens[at]
        return token.is_word and not token.capital and morphology.is_finite(token.low, self.language)

    def _is_female(self, who: Who) -> bool:
        return morphology.is_female((who.name or "-").split()[0].lower())

    def _in_role(self, word: str) -> Who | None:
        """The person whom the article has introduced by that noun, in any case."""
        return self.roles.get(word) or next(
            (who for role, who in self.roles.items() if alike(role, word)), None
        )

    def _is_epithet(self, source: Range) -> bool:
        """Whether the words only call somebody known something else: `учёный`, `российский лидер`."""
        tokens = self.lines.tokens[source.first : source.last]
        noun = tokens[-1].low
        one = morphology.is_person(noun, self.language) and not morphology.are_people(noun, self.language)
        other = any(token.is_a("source", "other") for token in tokens)
        return bool(one) and not other and len(tokens) <= NARROW

    def _described(
        self, source: Range, sentence: Sentence, *, remark: bool = False, led: bool = False
    ) -> Who:
        """The person whom the article has called so with a name, else the words as they stand."""
        tokens = self.lines.tokens
        for token in tokens[source.first : min(source.last, source.first + NARROW)]:
            who = self._in_role(token.low)
            if who and not token.is_a("source"):
                return who
        last = self.last.named and self.last.person and 0 <= sentence.paragraph - self.paragraph <= 1
        if remark and last and self._is_epithet(source):
            return self.last
        span = self.lines.span(*source)
        if not span:
            return NOBODY
        words = self.lines.text[slice(*span)].split()
        led = led or (source.first > 0 and tokens[source.first - 1].is_a("in"))
        return Who(
            " ".join(morphology.nominative_noun(words, self.language, led=led)), named=False, person=True
        )


def read(text: str, known: Mapping[str, str]) -> Reading:
    """The Ukrainian and Russian lines of a text, with what was said in them."""
    parts = stretches(text)
    language = language_of(" ".join(text[slice(*part)] for part in parts))
    lines = read_lines(text, parts)
    names = read_names(lines, language)
    sources = Sources(lines, names, language, known)
    turns = Turns(lines, language).read()
    said = [
        Said(found, sources.who(found), carried=found.source is None, via=sources.relay(found))
        for found in turns
    ]
    return Reading(lines, names, language, said)


def attributions(text: str, *, known: Mapping[str, str]) -> list[Attribution]:
    """What each source of the Ukrainian and Russian lines of a text said, in its order."""
    reading = read(text, known)
    return [one for said in reading.said if (one := _attribution(reading, said))]


def _attribution(reading: Reading, said: Said) -> Attribution | None:
    lines, found = reading.lines, said.found
    spans = [span for part in found.parts if (span := lines.span(*part))]
    if not spans:
        return None
    verb = lines.tokens[found.cue]
    return Attribution(
        spans=tuple(spans),
        source=lines.span(*found.source) if found.source else None,
        speaker=said.who.name,
        named=said.who.named,
        via=said.via,
        lemma=verb.low,
        cue=(verb.start, verb.end),
        frame=found.frame,
        sentence=lines.sentences.index(found.sentence) if found.sentence in lines.sentences else 0,
        polarity=found.polarity,
        factual=found.factual,
    )
