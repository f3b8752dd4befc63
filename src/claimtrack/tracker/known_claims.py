"""Which candidates of an article are there already: found before, or recorded as claims."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.wording import name_key, text_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.articles.candidates.candidate import Candidate
    from claimtrack.proposal import Proposal
    from claimtrack.store.articles import Recorded

# Of the shorter text's words, how many the other must have too; the others may be a date or an aside.
SAME_SHARE = 0.8
FEWEST_WORDS = 4
NEGATIONS = frozenset({"not", "never", "no", "nobody", "nothing"})

Stretch = tuple[int, int]


class Known(NamedTuple):
    """Where the article has what is there already, and what its claims say."""

    found: Sequence[Stretch]
    quoted: Sequence[Stretch]
    claims: Sequence[Recorded]

    @classmethod
    def of(cls, text: str, there: Iterable[Proposal], claims: Sequence[Recorded]) -> Known:
        """What is known of the article's text: its candidates, answered or not, and its claims."""
        from claimtrack.articles.proving.quotation import find  # noqa: PLC0415  # with the rules that find candidates

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
    return bool(words) and proposal.text.endswith(words)


def _as_claim(proposal: Proposal) -> Recorded:
    """The candidate of an earlier text, to be compared by what it says."""
    from claimtrack.store.articles import Recorded  # noqa: PLC0415  # only where the article was rewritten

    return Recorded(proposal.speaker or "", proposal.text, proposal.quote, proposal.due)


def _length(stretch: Stretch) -> int:
    return stretch[1] - stretch[0]


def _shared(one: Stretch, other: Stretch) -> int:
    """How many characters are in both."""
    return max(min(one[1], other[1]) - max(one[0], other[0]), 0)


def _is_claim(candidate: Candidate, claim: Recorded) -> bool:
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
