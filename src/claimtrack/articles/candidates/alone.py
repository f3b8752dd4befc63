"""The words of a claim so that they stand alone in a list: where it starts and ends, and who its pronoun is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.articles.speech import resolve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.articles.candidates.draft import Finding
    from claimtrack.articles.english import Span
    from claimtrack.articles.speech import Reading

# What only joins a clause to the one before it, or tells that somebody says it.
LEADS = re.compile(
    r"[\s\]),;:•*–—-]+(?=\w)|"
    r"(?:and|but|so|yet|then|next|also|additionally|furthermore|moreover|in addition|however|meanwhile|nevertheless|"
    r"nonetheless|still|indeed|in fact|of course|well|therefore|thus|hence|consequently|similarly|likewise|look|"
    r"obviously|"
    r"to be clear|that|because|as a result|at the same time|on the other hand|for example|finally|lastly)\b,?\s+|"
    r"(?:I|we) (?:(?:can|do|must|would|just|also|really|now) )*(?:confirm|think|believe|say|know|repeat|stress|"
    r"assure you|"
    r"tell you)(?: that)?\s+(?=(?:the|an?|it|he|she|they|we|I|this|that|there|our|its|his|her|their|[A-Z])\b)",
    re.IGNORECASE,
)
# An opening that tells why or for what, and not when.
OPENING = re.compile(
    r"(?:In order to|So as to|To|With|Given|As part of|Following|Because of|Due to|Thanks to|Regarding|In response to|"
    r"As well as|Based on|According to)\b[^,;]{12,}?,\s+(?=\w)"
)
# What follows a claim and is none: a clause about a noun, a source, a reason.
TAIL = re.compile(
    r",\s+(?:which|who|whose|where|as well as|adding|saying|noting|according to|thanks to|subject to|citing|because|"
    r"since|despite|(?:he|she|they|it|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}) (?:said|says|added|told|noted|explained|"
    r"wrote))\b"
)
PRONOUN = re.compile(r"(he|she|they|it)(?= )", re.IGNORECASE)
THIS_DATE = re.compile(r"\b(?:this|that) (?:date|day|time)\b", re.IGNORECASE)
SHORTEST = 4
# What points out of the clause: its subject, or a thing named before.
LEANS = re.compile(
    r"^\W*(?:it|this|that|these|those|they|he|she|such|both|one|others?|the same|the former|the latter)\b|"
    r"\b(?:do|does|did|done|acknowledge|accept|support|approve|oppose|finish|pay for|deal with|for|with|of|about|to|"
    r"at) "
    r"(?:it|that|this|them|so)\W*$",
    re.IGNORECASE,
)


class Alone(NamedTuple):
    """A claim's stretch, its words for a list, and whether these say it all by themselves."""

    start: int
    end: int
    words: str
    stands: bool


def alone(finding: Finding, reading: Reading, known: Mapping[str, str]) -> Alone:
    """The claim with its pronoun told, where that is sure, and the date that `this date` points to."""
    text = reading.memory.text
    start, end = _trimmed(text, finding)
    words = " ".join(text[start:end].split())
    pronoun = PRONOUN.match(text, start, end)
    name = _bearer(pronoun.span(1), finding, reading, known) if pronoun else None
    if pronoun and name:
        words = f"[{name}]{words[len(pronoun.group(1)) :]}"
    told = finding.passage.told
    acts = told is not None and told.frame in ("to", "urged") and told.polarity == "affirmed"
    if told and acts and start == told.cue[0] and told.speaker:
        words = f"[{told.speaker}] {words}"
    due = finding.term.due
    if due and THIS_DATE.search(words):
        words = THIS_DATE.sub(f"[{' '.join(due.words.split())}]", words, count=1)
    return Alone(start, end, words, stands=not LEANS.search(words))


def _trimmed(text: str, finding: Finding) -> Span:
    """The stretch of the clause without what leads to it and what only hangs on."""
    passage, cue, due = finding.passage, finding.cue, finding.term.due
    start, end = passage.start, passage.end
    first = min(cue.start, due.start) if due and due.start >= start else cue.start
    while (lead := LEADS.match(text, start, end)) and lead.end() <= first:
        start = lead.end()
    opening = OPENING.match(text, start, end)
    if opening and opening.end() <= first:
        start = opening.end()
    last = max(cue.end, due.end) if due and due.end <= end else cue.end
    tail = TAIL.search(text, last, end)
    if (
        tail
        and len(text[start : tail.start()].split()) >= SHORTEST
        and len(text[cue.end : tail.start()].split()) > 1
    ):
        end = tail.start()
    return start, end


def _bearer(pronoun: Span, finding: Finding, reading: Reading, known: Mapping[str, str]) -> str | None:
    """Who the pronoun at the start is: in reported speech mostly its speaker; a name, or nobody."""
    if finding.passage.quoted:
        return None
    who = resolve(pronoun, finding.passage.number, reading.memory, known)
    words = reading.memory.text[slice(*pronoun)].lower()
    if not who.named or not who.name or who.name.lower() == words:
        return None
    if words in ("he", "she"):
        return who.name if who.person else None
    return who.name if who.name == finding.whose.who.name else None
