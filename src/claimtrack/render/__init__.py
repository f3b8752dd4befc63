"""Everything that people see on a terminal or in a pipe: values in, lines of text out, no line ends.

`claimtrack.render.json` is left to whoever prints JSON, since it loads what reads and writes files.
"""

from __future__ import annotations

from claimtrack.render.lists import claims, nothing_found, sources, speakers
from claimtrack.render.log import history
from claimtrack.render.overview import overview
from claimtrack.render.plain import clean
from claimtrack.render.screen import Screen, chosen
from claimtrack.render.whole import claim_whole, source_whole, speaker_whole

__all__ = [
    "Screen",
    "chosen",
    "claim_whole",
    "claims",
    "clean",
    "history",
    "nothing_found",
    "overview",
    "source_whole",
    "sources",
    "speaker_whole",
    "speakers",
]
