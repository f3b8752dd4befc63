"""The table of fields: what stands written out elsewhere for its types agrees with it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from claimtrack.model import Claim, record
from claimtrack.model.record import BY_NAME, FIELDS, GIVEN, GROUPS, JUDGED, SOURCE_FACTS, VAGUE

# What a claim can tell without keeping it, and what it keeps besides the record.
FOLLOWS = {"outcome_label", "late"}
BESIDES = {"said_words", "due_words", "happened_words", "speaker_uid", "quote_spans"}


def written_out(name):
    """The names that a TypedDict of the module lists, which is there for the type checker alone."""
    tree = ast.parse(Path(record.__file__).read_text(encoding="utf-8"))
    (listed,) = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name == name)
    return [item.target.id for item in listed.body if isinstance(item, ast.AnnAssign)]


def test_a_claim_holds_every_field():
    """In the order of the table, where it does not follow from the others."""
    names = [name for name in Claim._fields if name not in BESIDES]
    assert sorted(names) == sorted(set(BY_NAME) - FOLLOWS)
    assert all(hasattr(Claim, name) for name in FOLLOWS)
    optional = [name for name in names if name not in ("kind", "speaker", "text")]
    assert optional == [name for name in BY_NAME if name in optional]


def test_what_may_be_given_is_what_is_given_of_a_claim():
    """Besides its text and speaker, which have places of their own."""
    given = [field.name for field in FIELDS if field.of == GIVEN and field.name not in ("speaker", "text")]
    assert written_out("Given") == given
    assert written_out("SourceFacts") == [field.name for field in SOURCE_FACTS if field.of == GIVEN]


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_only_what_is_given_can_be_given_again(field):
    """What follows from the rest or belongs to a verdict is neither edited, carried nor liked."""
    assert field.of == GIVEN or not (field.option or field.edited or field.carried or field.liked)
    assert field.of in (GIVEN, JUDGED, "")
    assert field.group in GROUPS


def test_like_takes_no_words_and_no_date_due():
    """Nor what `move` leaves behind is carried: the day and the words of the older claim are its own."""
    assert not {"text", "quote", "translation", "due"} & {field.name for field in FIELDS if field.liked}
    assert not {"said", "quote", "translation"} & {field.name for field in FIELDS if field.carried}


def test_every_vague_date_that_is_given_keeps_the_words_typed():
    """As an attribute of the claim beside the date."""
    dates = [field.name for field in FIELDS if field.form == VAGUE]
    assert [name for name in dates if f"{name}_words" not in Claim._fields] == []
