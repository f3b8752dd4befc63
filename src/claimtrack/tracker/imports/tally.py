"""What became of the rows of a file, counted, with the first of each fate."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimtrack.exchange.incoming import ALIKE, CHANGED, FATES, FIRST, REFUSED, SAME, Fate, Imported

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.exchange.incoming import Row
    from claimtrack.tracker.imports.named import Speakers
    from claimtrack.tracker.imports.writing import Taken

_LONGEST = 200
_MOST_RATINGS, _OTHERS = 1000, "others"  # some houses write a sentence


class Tally:
    """Counts as rows are taken; what grows with a file is only counted."""

    def __init__(self, refused: Callable[[Fate], None]) -> None:
        self._refused = refused
        self._counts: Counter[str] = Counter()
        self._first: dict[str, list[Fate]] = {fate: [] for fate in FATES}
        self._numbers: list[tuple[range, range]] = []
        self._speakers: Speakers | None = None
        self.rest: Counter[str] = Counter()
        self._ratings: Counter[str] = Counter()
        self.unlinked = 0

    @property
    def kept_out(self) -> bool:
        """Whether a row was not taken."""
        return bool(self._counts[REFUSED] or self._counts[ALIKE])

    def count(self, row: Row, taken: Taken) -> None:
        """Counts a row."""
        self._counts[taken.fate] += 1
        kept_out = taken.fate in (REFUSED, ALIKE)
        if kept_out or len(self._first[taken.fate]) < FIRST:
            fate = Fate(taken.fate, row.line, _label(row), taken.claim, taken.changed, taken.faults)
            self._first[taken.fate] = [*self._first[taken.fate], fate][:FIRST]
            if kept_out:
                self._refused(fate)
        if kept_out:
            return
        if (rating := row.record.get("rating")) and not row.record.get("outcome"):
            words = str(rating)
            self._ratings[
                words if words in self._ratings or len(self._ratings) < _MOST_RATINGS else _OTHERS
            ] += 1

    def relinked(self, fate: str, refused: Fate | None) -> None:
        """Counts a row again whose links were added after it, or could not be; `fate` is what it was counted as."""
        if refused:
            self._counts[fate] -= 1
            self._counts[REFUSED] += 1
            self._first[REFUSED].append(refused)
            self._refused(refused)
        elif fate == SAME:
            self._counts[SAME] -= 1
            self._counts[CHANGED] += 1

    def renumbered(self, old: int, new: int) -> None:
        """Notes that a claim has another id here than in its file; those that follow one another are one range."""
        if old == new:
            return
        if self._numbers:
            olds, news = self._numbers[-1]
            for step in (1, -1):
                if (len(olds) == 1 or olds.step == step) and (old, new) == (olds[-1] + step, news[-1] + 1):
                    self._numbers[-1] = range(olds[0], old + step, step), range(news[0], new + 1)
                    return
        self._numbers.append((range(old, old + 1), range(new, new + 1)))

    def named(self, speakers: Speakers) -> None:
        """Notes who was new."""
        self._speakers = speakers

    def imported(self, *, written: bool) -> Imported:
        """All of it."""
        people = self._speakers
        return Imported(
            {fate: self._counts[fate] for fate in FATES},
            tuple(fate for several in self._first.values() for fate in several[:FIRST]),
            written, people.new if people else 0, tuple(people.first) if people else (),
            people.aliases if people else 0, tuple(self._numbers), self.unlinked, dict(self.rest),
            dict(self._ratings.most_common()),
        )  # fmt: skip  # as short as the call


def _label(row: Row) -> str:
    """Whose claim it is, and its text, on one line."""
    words = [str(row.record.get(name) or "").strip() for name in ("speaker", "text")]
    return " ".join(": ".join(filter(None, words)).split())[:_LONGEST]
