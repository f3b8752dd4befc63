"""What came of joining another file's records with ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.model.text import counted
from claimtrack.render.layout.table import Cell, labelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.model.merged import Merged, Renumbered
    from claimtrack.render.layout.screen import Screen


def merged(found: Merged, screen: Screen) -> Iterator[str]:
    """The ids of the claims that came, there and here; what turned out to be one; and what a person has to look at."""
    one = (
        *(f"speaker {name}" for name in found.speakers),
        *(f"source {source.id}, {source.label}" for source in found.sources),
    )
    facts = (
        ("claims", _runs(found.claims)),
        ("one now", one),
        ("both changed", [f"claim {claim}: {', '.join(names)}" for claim, names in _by_claim(found.both)]),
        ("disputed", [f"claim {claim}" for claim in found.disputed]),
        ("perhaps one", [f"{near.new}, and {near.known}: {near.command}" for near in found.near]),
    )
    return labelled([(label, [Cell(line) for line in lines]) for label, lines in facts], screen)


def came(found: Merged, *, dry_run: bool) -> str:
    """The sentence that sums it up."""
    if not found.steps:
        return f"nothing new in {found.file}"
    much = f"{counted(found.steps, 'step')} of {found.file}, {counted(len(found.claims), 'new claim')}"
    if dry_run:
        return f"would take in {much}; nothing was written"
    return f"took in {much}" + (f"; {found.copy} is the file as it was" if found.copy else "")


def _runs(claims: Iterable[Renumbered]) -> Iterator[str]:
    """Each run of ids that follow each other there and here: `1-3 → 15-17`."""
    run: list[Renumbered] = []
    for claim in claims:
        if run and (claim.old, claim.new) != (run[-1].old + 1, run[-1].new + 1):
            yield _run(run)
            run = []
        run = [*run[:1], claim]
    if run:
        yield _run(run)


def _run(run: list[Renumbered]) -> str:
    first, last = run[0], run[-1]
    if first == last:
        return f"{first.old} → {first.new}"
    return f"{first.old}-{last.old} → {first.new}-{last.new}"


def _by_claim(both: Iterable[tuple[int, str]]) -> Iterable[tuple[int, list[str]]]:
    fields: dict[int, list[str]] = {}
    for claim, name in both:
        fields.setdefault(claim, []).append(name.replace(":", " "))
    return fields.items()
