"""Outcomes: stored once, worded by kind, typed in anybody's words."""

from __future__ import annotations

import pytest

from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import KINDS, OUTCOME_CODES, outcome_label
from claimtrack.model.outcome import outcome_code


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("outcome", OUTCOME_CODES)
def test_every_label_is_understood(kind, outcome):
    """What is printed may be typed, for any kind, and so may what is stored."""
    assert outcome_code(outcome_label(kind, outcome)) == outcome
    assert outcome_code(outcome) == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("true", "held"), ("YES", "held"), ("came-true", "held"), ("came  true", "held"), ("met", "held"),
        ("half-true", "partly"), ("Partly kept", "partly"), ("compromise", "partly"),
        ("false", "failed"), ("no", "failed"), ("did not happen", "failed"), ("didn't happen", "failed"),
        ("didn’t happen", "failed"), ("missed", "failed"), ("broken", "failed"),
        ("annulled", "void"), ("n/a", "void"), ("retracted", "withdrawn"), ("unclear", "ambiguous"),
    ],
)  # fmt: skip  # a row an outcome
def test_synonyms_are_understood(words, outcome):
    """Whatever the case, dashes, apostrophes and spaces."""
    assert outcome_code(words) == outcome


@pytest.mark.parametrize("words", ["stalled", "in the works", "In-Progress", "pending"])
def test_work_under_way_is_a_tag(words):
    """And the message gives the command that tags it."""
    tag = words.lower().replace(" ", "-")
    with pytest.raises(RefusedError, match=f"`edit 9 --tag {tag}`"):
        outcome_code(words, claims="9")


@pytest.mark.parametrize("words", ["maybe", "", "held true", "1"])
def test_other_words_are_refused_with_those_there_are(words):
    """A list to choose from."""
    with pytest.raises(UnreadableError, match="say one of true, partly true, false, happened"):
        outcome_code(words)


def test_no_stored_code_reads_as_a_boolean():
    """A CSV reader would turn `true` and `no` into something else."""
    assert not {"true", "false", "yes", "no", "on", "off", "null", "none", "y", "n", "0", "1"} & set(
        OUTCOME_CODES
    )
