"""The dates that people type: words into the first and last possible day, or a refusal that says why.

The rules are in docs/dates.md. Vague dates keep their range, nothing is guessed, and whatever was inferred
can be echoed. Today is always passed in.
"""

from claimtrack.dates.forms import parse_iso
from claimtrack.dates.typed import FIELDS, Reading, echo, read
from claimtrack.dates.window import until, window

__all__ = ["FIELDS", "Reading", "echo", "parse_iso", "read", "until", "window"]
