"""Ukrainian and Russian by rules: who said what, and what looks ahead; English has rooms of its own beside this."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lazily import loader

if TYPE_CHECKING:
    from claimtrack.articles.slavic.attribution import attributions
    from claimtrack.articles.slavic.claims import candidates
    from claimtrack.articles.slavic.language import stretches

_HOMES = {
    "attribution": ("attributions",),
    "claims": ("candidates",),
    "language": ("stretches",),
}
__all__ = ["attributions", "candidates", "stretches"]

__getattr__ = loader(__name__, _HOMES)
