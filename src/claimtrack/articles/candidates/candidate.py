"""The claims of an article that are worth tracking: predictions, promises, deadlines and statements."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from claimtrack.articles.candidates import THRESHOLD
from claimtrack.articles.candidates.alone import Alone, alone
from claimtrack.articles.candidates.cue_families import DATED_ONLY
from claimtrack.articles.candidates.cues import NO_CUE, Cue, cues_in
from claimtrack.articles.candidates.deadlines import SetDate, dates_set
from claimtrack.articles.candidates.draft import Candidate, Draft, Finding
from claimtrack.articles.candidates.dues import NO_TERM, Calendar
from claimtrack.articles.candidates.kinds import is_in_office, is_outsider, is_statement, kind_of
from claimtrack.articles.candidates.lists import Lists
from claimtrack.articles.candidates.odds import odds_in
from claimtrack.articles.candidates.once import once
from claimtrack.articles.candidates.passages import Passage, denials, passages
from claimtrack.articles.candidates.replaced import with_replaced
from claimtrack.articles.candidates.score import Traits, marks_of, score_of
from claimtrack.articles.candidates.turns import read_turns
from claimtrack.articles.candidates.voice import voice_of
from claimtrack.articles.candidates.whose import Ladder, Whose
from claimtrack.articles.english import Stretches
from claimtrack.articles.entries import dated, entries
from claimtrack.articles.speech import Who, read_speech

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from claimtrack.articles.speech import Reading

MENTIONS = 20
# `pledged on Monday to open it`: what is planned, whatever stands between.
PLANNING = ("vow", "promise", "pledge", "plan", "intend", "propose", "aim", "swear", "threaten")
OF_THINGS = ("to", "aim", "noun", "urged", "wh")
# What nobody stands behind is never shown unasked, however sure its words are.
NOBODYS = 0.6
# How far after `put off until` its date may stand.
NEAR = 14
# What is no part of a claim at its ends: `that the road will close,`.
THAT = re.compile(r"that\s+", re.IGNORECASE)
PAST = re.compile(r"(?:was|were|had|been|(?:laid|set) out|refused|planned|intended|aimed)\b", re.IGNORECASE)
ENDED = re.compile(r"[.!?…:;]['\"”’)*_\]]*\s*$")
EDGE = " \t,;:\u00a0"
HAD = re.compile(r"\bhad\b|\bonce\b|\b(?:originally|initially|previously)\b")
# What a release says of its issuer, at its end.
ABOUT = re.compile(r"^[#*_ ]*(?:About|ABOUT) (?:the |The )?[A-Z][^\n.:]{1,60}$(?=[^\n]*\n)", re.MULTILINE)
# `the previous government told the House that …`
FORMER = re.compile(
    r"(?:the |its |their |his |her )?(?:previous|former|last|outgoing|earlier)\b", re.IGNORECASE
)
# How many characters may part a subject from its verb; after how many days what was said is old.
BESIDE = 40
LONG_AGO, YEAR = 45, 300
# `Flood Wall Will Not Be Ready, Mayor Says`: of so many characters and words, so many have capitals.
TITLE, SHORT_WORD, FEWEST_IN_TITLE, MOST = 200, 3, 4, 0.9


class _Article:
    """One article being read: what was said in it, its dates, and whose its clauses are."""

    def __init__(self, text: str, published: date, known: Mapping[str, str]) -> None:
        self.text = text
        self.known = known
        self.reading: Reading = read_speech(text, known=known)
        told = dated(text, published) if self.reading.memory.sentences else []
        self.calendar = Calendar(text, told, entries(text, published))
        self.voice = voice_of(self.reading, known)
        self.turns = read_turns(self.reading, known)
        self.verbs = {
            item.cue[0] for item in self.reading.told if item.frame not in OF_THINGS and item.speaker
        }
        self.ladder = Ladder(self.reading, self.turns, self.voice, known)
        about = ABOUT.search(text)
        self.about = about.start() if about else -1
        self.lists = Lists(text, self.reading.memory.sentences, self.calendar, self.ladder)

    def is_outsider(self, who: Who) -> bool:
        """Whether the article tells that somebody only watches, as an expert does."""
        return is_outsider(who.name, self._roles(who))

    def is_in_office(self, who: Who) -> bool:
        """Whether the article tells that somebody decides for a body, as a minister does."""
        return is_in_office(who.name, self._roles(who))

    def _roles(self, who: Who) -> frozenset[str]:
        """What the article calls somebody."""
        last = (who.name or "").lower().rpartition(" ")[2]
        mentions = self.reading.memory.names.by_last.get(last, [])[:MENTIONS] if who.named else []
        return frozenset().union(*(m.roles for m in mentions if m.text == who.name))


def candidates(text: str, published: date, *, known: Mapping[str, str]) -> list[Candidate]:
    """What in an English article published on that day can be tracked, in its order, however unsure."""
    return [draft.candidate for draft in drafts(text, published, known=known)]


def drafts(text: str, published: date, *, known: Mapping[str, str]) -> list[Draft]:
    """The candidates with their marks, for whoever learns the weights of these."""
    article = _Article(text, published, known)
    deadlines = list(dates_set(article.reading, article.calendar, known))
    found = [Draft(_of_set_date(text, item)) for item in deadlines]
    fixed = Stretches(
        [(item.start, item.end) for item in deadlines] + [item.what for item in deadlines if item.what]
    )
    spoken = passages(article.reading)
    for (whole, told), parts in groupby(spoken, key=lambda passage: (passage.whole, passage.told)):
        left = [part for part in parts if not fixed.covered(part.start, part.end)]
        ahead = [item for part in left if (item := _forward(article, part))]
        found += ahead
        if told and left and not ahead and not fixed.covered(*whole):
            found += _statement(article, left[0])
    found = with_replaced(found, article.reading, article.calendar)
    found += [_denial(article, part) for part in denials(article.reading)]
    return once(text, found)


def _of_set_date(text: str, item: SetDate) -> Candidate:
    """The deadline that somebody set; its text begins with what the date is for, where that stands before."""
    that = THAT.match(text, item.start, item.end)
    start = that.end() if that else item.start
    words = text[start : item.end]
    return Candidate(
        start=start,
        end=item.end,
        kind="deadline",
        speaker=_line(item.setter.name),
        named=item.setter.named,
        via=_line(item.via),
        rung="own" if item.via else "subject",
        text=_line(f"{text[slice(*item.what)] if item.what else ''} {words}") or "",
        quote=words if item.quoted else None,
        said=None,
        due=item.date.due,
        due_words=_line(item.date.words),
        was=None,
        probability=None,
        score=1.0,
    )


def _statement(article: _Article, part: Passage) -> Iterator[Draft]:
    """The whole sentence of a passage, where it says something to check."""
    whole = part._replace(start=part.whole[0], end=part.whole[1])
    told = part.told
    if told and is_statement(article.text[slice(*part.whole)], whole):
        whose = Whose(Who(told.speaker, told.named, person=False), told.via, "own")
        that = THAT.match(article.text, whole.start, whole.end)
        start = that.end() if that else whole.start
        said = Alone(start, whole.end, _line(article.text[start : whole.end]) or "", stands=True)
        finding = Finding(whole, NO_CUE, whose, NO_TERM)
        yield Draft(_candidate(article, finding, said, kind="statement", score=THRESHOLD))


def _denial(article: _Article, part: Passage) -> Draft:
    """What a source denies, as a statement."""
    words = _line(article.text[part.start : part.end]) or ""
    that = THAT.match(words)
    said = Alone(part.start, part.end, f"denies: {words[that.end() :] if that else words}", stands=True)
    finding = Finding(part, NO_CUE, article.ladder.whose(part, NO_CUE), NO_TERM)
    return Draft(_candidate(article, finding, said, kind="statement", score=THRESHOLD))


def _forward(article: _Article, passage: Passage) -> Draft | None:
    """The claim of a clause, by words of its own or by the list that it is an item of."""
    if 0 <= article.about <= passage.start:
        return None
    finding = article.lists.read(passage, _finding(article, passage))
    return _draft(article, finding) if finding else None


def _finding(article: _Article, passage: Passage) -> Finding | None:
    """What the likeliest cue of a clause says; one that says something only with a date has to have it."""
    ordered = passage.told is not None and passage.told.frame == "urged"
    for cue in [*([] if ordered else cues_in(article.text, passage.start, passage.end)), *_of_verb(passage)]:
        if passage.told is None and cue.start in article.verbs:
            continue  # what it says is read as what somebody said
        if cue.family == "goal" and _is_headline(article.text, passage):
            continue  # `My predictions for 2026`
        term = article.calendar.term(article.text, passage, cue)
        beside = article.calendar.between(cue.end, cue.end + NEAR)
        if cue.family not in DATED_ONLY or (term.due and (cue.family != "delay" or beside)):
            return Finding(passage, cue, article.ladder.whose(passage, cue), term)
    return None


def _of_verb(passage: Passage) -> list[Cue]:
    """What the verb itself says of what is to come: `refused to open it`, `his bid to open it`."""
    told = passage.told
    if told is None:
        return []
    if told.polarity == "negated":
        return [Cue("refused", *told.cue, "", "", relative=False)]
    planned = told.frame == "to" and told.lemma in PLANNING
    family = (
        "goal" if told.frame == "aim" else "must" if told.frame == "urged" else "planned" if planned else ""
    )
    return [Cue(family, *told.cue, "", "", relative=False)] if family else []


def _draft(article: _Article, finding: Finding) -> Draft:
    passage, text = finding.passage, article.text
    words = text[passage.start : passage.end]
    said = alone(finding, article.reading, article.known)
    traits = Traits(
        article.voice.sort,
        transcript=bool(article.turns),
        asks=article.turns.asks(passage.start),
        past=PAST.match(text, finding.cue.start) is not None,
        past_date=not finding.term.due and article.calendar.is_past(passage),
        headline=_is_headline(text, passage),
        stands=said.stands,
        old=_age(article, passage),
    )
    marks = marks_of(words, finding, traits)
    who = finding.whose.who
    kind = kind_of(words, finding, outsider=article.is_outsider(who), in_office=article.is_in_office(who))
    score = score_of(marks)
    if finding.whose.rung == "none":
        score = round(score * NOBODYS, 3)
    return Draft(_candidate(article, finding, said, kind=kind, score=score), marks)


def _age(article: _Article, passage: Passage) -> int:
    """Whether the article tells of what was said before what it reports: 1 by its date, 2 by `had said` or `once`."""
    told = passage.told
    if told is None or told.source is None:
        return 0
    between = article.text[told.source[1] : told.cue[0]]
    if (len(between) < BESIDE and HAD.search(between)) or FORMER.match(article.text, *told.source):
        return 2
    sentence = article.reading.memory.sentences[passage.number]
    said = article.calendar.said(passage, (sentence.start, sentence.end))
    days = (article.calendar.day_at(passage.start) - said.last).days if said else 0
    return (days > LONG_AGO) + (days > YEAR)


def _candidate(article: _Article, finding: Finding, said: Alone, *, kind: str, score: float) -> Candidate:
    passage, whose, term = finding.passage, finding.whose, finding.term
    sentence = article.reading.memory.sentences[passage.number]
    end = said.start + len(article.text[said.start : said.end].rstrip(EDGE))
    return Candidate(
        start=said.start,
        end=end,
        kind=kind,
        speaker=_line(whose.who.name),
        named=whose.who.named,
        via=_line(whose.via),
        rung=whose.rung,
        text=said.words.rstrip(EDGE),
        quote=article.text[said.start : end] if passage.quoted else None,
        said=article.calendar.said(passage, (sentence.start, sentence.end)),
        due=term.due.due if term.due else None,
        due_words=_line(term.due.words) if term.due else None,
        was=term.was,
        probability=odds_in(article.text[passage.start : passage.end]) or article.lists.odds(passage.number),
        score=score,
    )


def _line(words: str | None) -> str | None:
    """The words on one line with single spaces; null where there are none."""
    return " ".join((words or "").split()) or None


def _is_headline(text: str, passage: Passage) -> bool:
    """Whether the line of the clause has no full stop and is no item of a list."""
    first = text.rfind("\n", 0, passage.start) + 1
    stop = text.find("\n", passage.end)
    line = text[first : stop if stop >= 0 else len(text)]
    if _is_title(line):
        return True
    begin = line.lstrip(" \t#")[:1]
    return not ENDED.search(line) and begin.isalnum() and (not begin.isdigit() or line.startswith("#"))


def _is_title(line: str) -> bool:
    """Whether nearly all long words of a line are capitalised, as in the titles of some papers."""
    words = [word for word in line[:TITLE].split() if len(word) > SHORT_WORD and word[0].isalpha()]
    return len(words) >= FEWEST_IN_TITLE and sum(word[0].isupper() for word in words) >= MOST * len(words)
