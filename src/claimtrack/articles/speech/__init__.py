"""Who said what in an article."""

from __future__ import annotations

from claimtrack.articles.speech.attribution import Attribution, Reading, attributions, read_speech
from claimtrack.articles.speech.coreference import resolve
from claimtrack.articles.speech.pronouns import subject_person
from claimtrack.articles.speech.who import Who

__all__ = ["Attribution", "Reading", "Who", "attributions", "read_speech", "resolve", "subject_person"]
