"""Words that tell what somebody is and not who: those for a source that is not named."""

from __future__ import annotations

import re

# What people are called whom a source does not name, where a word for them ends the phrase.
_ROLES = (
    r"(?:experts?|analysts?|officials?|sources?|people|persons?|insiders?|diplomats?|observers?|critics?|"
    r"supporters?|residents?|locals|(?:eye)?witness(?:es)?|spokes(?:man|woman|men|people|person|persons)|"
    r"commentators?|aides?|advis[eo]rs?|lawyers|economists?|scientists?|researchers?|soldiers?|officers?|"
    r"commanders|colleagues?|relatives?|activists?|politicians?|lawmakers?|legislators?|authorities|journalists?|"
    r"reporters?|correspondents?|whistleblowers?|figures?|executives?|employees?|workers?|staff|representatives?|"
    r"specialists?|strategists?|traders?|investors?|voters?|citizens?|contractors?|pundits?|historians?|doctors|"
    r"эксперт\w*|источник\w*|чиновник\w*|аналитик\w*|собеседник\w*|обозревател\w+|очевид\w+|специалист\w*|"
    r"експерт\w*|джерел\w*|посадов\w+|високопосадов\w+|аналітик\w*|співрозмовник\w*|оглядач\w*|очевид\w+|фахів\w+)"
)
_DETERMINED = frozenset(
    ("the", "a", "an", "some", "one", "several", "many", "two", "three", "those", "other", "another")
)
_ANYBODY = (
    r"(?:an?|some|several|many|another|one of|those|two|three|four|один из|одна из|один із|одна із|один з) \w"
    r"|(?:someone|somebody|no one|nobody|people|sources?|unnamed|anonymous|unidentified|undisclosed|неназванн\w+|"
    r"анонимн\w+|неназван\w+|анонімн\w+|высокопоставленн\w+|високопоставлен\w+)(?: |$)"
)
_PHRASE_ENDS = (
    r"(?:,| (?:of|in|at|on|from|with|within|near|inside|close|familiar|who|briefed|for|to|by|в|во|из|із|з|у|близк\w+|"
    r"блізьк\w+|близьк\w+)(?: |$)).*"
)


def looks_unnamed(words: str) -> bool:
    """Whether the words tell what somebody is and not who: `the expert`, `officials`, `people close to Putin`."""
    line = " ".join(words.split())
    phrase = re.sub(_PHRASE_ENDS, "", line)
    head = phrase.rpartition(" ")[2]
    lower = line[:1].casefold() + line[1:]
    if re.match(_ANYBODY, lower) and not _titled(line):
        return True
    if not re.fullmatch(_ROLES, head.casefold()):
        return False
    # a capital letter within, as in `Peter Lawyers`, is somebody's name
    return head == head.casefold() or " " not in phrase or phrase.split()[0].casefold() in _DETERMINED


def _titled(line: str) -> bool:
    """Whether the first two words have capital letters, as those of a name: `A Bank`, `Three Lions`."""
    return all(word[0].isupper() for word in line.split()[:2]) and " " in line
