"""Reading articles with a language model: what it is asked, what it answered, and which candidates it confirms."""

from __future__ import annotations

from claimtrack.tracker.models.confirming import Waiting, as_listed
from claimtrack.tracker.models.prompts import prompts
from claimtrack.tracker.models.reading import NO_DAY, Asked, asked_about, reader_of

__all__ = ["NO_DAY", "Asked", "Waiting", "as_listed", "asked_about", "prompts", "reader_of"]
