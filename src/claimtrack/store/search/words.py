"""What a person types to search, as the full text is asked for it: any text is a search that never fails."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from contextlib import closing
from typing import NamedTuple

from claimtrack.errors import UnreadableError
from claimtrack.model.text import folded, unspaced
from claimtrack.store.row_values import listed
from claimtrack.store.schema.full_text import COLUMNS, SAME

_SAME = str.maketrans(SAME | dict.fromkeys("\u2018\u2019", "'"))
# A stem can be shorter than what was typed as a beginning: of `electi` the words have the stem `elect`.
_ENDINGS = """s es ed er ers or ors ing ings ion ions ation ations ization ity ities ness ment ments ance ence ances
    ences ant ent able ible al ally ial ical ic ics ive ives ous ly y ies ied ier iest ful ism ist ists ize ized izing
    ise ate ated ates ating"""
# Of a noun or an adjective in Ukrainian or Russian, where enough letters are left: `реформу`, `нового`.
_CASE_ENDING = (
    "(?i:(?<=[а-яёіїєґ']{3})(?:[аяиы]ми|[оеє]го|[оеє]му)"
    "|(?<=[а-яёіїєґ']{4})(?:[оеіїє]в|[аяоеєиіїыую][мхйюяї]|[аеиоуюяыіїєйь]))$"
)

# A search of thousands takes minutes.
MOST_WORDS = 64
_ALL_WORDS = " || char(10) || ".join(f"coalesce({column}, '')" for column in COLUMNS.split(", "))


class Asked(NamedTuple):
    """What was typed: for the full text to match, for its matches to begin with, for the texts to hold."""

    expression: str | None
    beginnings: tuple[str, ...]
    substrings: tuple[str, ...]

    def conditions(self) -> list[tuple[str, tuple[str, ...]]]:
        """What meets the full text has to meet besides, with its values; where nothing was typed, nothing is found."""
        matching = "id IN (SELECT rowid FROM claim_fts WHERE claim_fts MATCH ?)"
        begun = f"begins((SELECT {_ALL_WORDS} FROM claim_words w WHERE w.id = claim.id), ?)"
        holding = f"id IN (SELECT id FROM claim_words WHERE instr(lower({_ALL_WORDS}), ?))"
        found: list[tuple[str, tuple[str, ...]]] = [(holding, (words,)) for words in self.substrings]
        for words in self.beginnings:
            if stem(words) == words:  # most are, and then few texts have to be looked through
                found.append((f"{matching} OR {begun}", (f"{_quoted(words)} *", words)))
            else:
                found.append((begun, (words,)))
        return found if found or self.expression else [("0", ())]


def asked_for(words: str) -> Asked:
    """All the words; `"two words"` stay together and `word*` is a beginning. Nothing is asked for where none is typed.

    What holds letters of a script without spaces is looked for in the texts themselves, wherever in them it stands.

    Raises:
        UnreadableError: there are more words than a search takes.
    """
    cleaned = unicodedata.normalize("NFC", words).translate(_SAME).replace("\0", " ")
    matches, beginnings, substrings = [], [], []
    typed = re.findall(r'"([^"]*)"|([^\s"]+)', cleaned)
    if len(typed) > MOST_WORDS:
        raise UnreadableError(
            f"A search takes at most {MOST_WORDS} words, and here are {len(typed)}: leave some out"
        )
    for phrase, word in typed:
        term = phrase or word.rstrip("*")
        begins = not phrase and word.endswith("*")
        if unspaced(term):
            substrings.append(term.encode().lower().decode())  # as `lower` of SQLite has it
        elif begins and re.fullmatch("[a-z]+", folded(term)):
            beginnings.append(folded(term))
            matches.append(_beginning(folded(term)))
        elif re.search(r"\w", term):
            matches.append(_quoted(term) + "*" * begins)
    return Asked(" AND ".join(matches) or None, tuple(beginnings), tuple(substrings))


def as_beginnings(words: str) -> str:
    """The same search with every word as a beginning, Slavic ones without the ending of their case; phrases stay."""
    return re.sub(r'"[^"]*"|[^\s"*]+\**', lambda found: _begun(found.group()), words)


def _begun(term: str) -> str:
    return term if term.startswith('"') else re.sub(_CASE_ENDING, "", term.rstrip("*")) + "*"


def found_words(connection: sqlite3.Connection, words: str, ids: list[int]) -> set[str]:
    """What a search found in the claims with these ids, as it stands there: words, and parts of unspaced text."""
    asked = asked_for(words)
    found = set(asked.substrings)
    if asked.expression:
        marked = ", ".join(
            f"highlight(claim_fts, {at}, char(1), char(2))" for at in range(len(COLUMNS.split(", ")))
        )
        rows = connection.execute(
            f"SELECT {marked} FROM claim_fts WHERE claim_fts MATCH ? AND rowid IN (SELECT value FROM json_each(?))",
            (asked.expression, listed(ids)),
        )
        for row in rows.fetchall():
            for stretch in re.findall("\1(.*?)\2", "\n".join(filter(None, row)), re.DOTALL):
                found |= set(re.findall(r"\w+", stretch))
    return found


def stem(word: str) -> str:
    """What the full text keeps of an English word."""
    with closing(sqlite3.connect(":memory:")) as alone:
        alone.execute("CREATE VIRTUAL TABLE only USING fts5(word, tokenize='porter unicode61')")
        alone.execute("CREATE VIRTUAL TABLE kept USING fts5vocab(only, row)")
        alone.execute("INSERT INTO only VALUES (?)", (word,))
        kept: str = alone.execute("SELECT term FROM kept").fetchone()[0]
        return kept


def _quoted(term: str) -> str:
    """Quoting keeps FTS5 from reading `5%`, `it's` or `a-b` as its own syntax."""
    return f'"{term}"'


def _beginning(term: str) -> str:
    """What finds every word that begins so, and some that do not, which `begins` tells apart.

    FTS5 looks for stems that begin with the stem of `term`; words of which the stem is shorter than `term` have one
    of the usual endings, a part of which may have been typed.
    """
    whole = {
        term.removesuffix(ending[:typed]) + ending
        for ending in _ENDINGS.split()
        for typed in range(len(ending))
        if term.endswith(ending[:typed])
    }
    return f"({_quoted(term)} * OR {' OR '.join(map(_quoted, sorted(whole)))})"
