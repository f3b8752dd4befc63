"""Where two judges differ without knowing of each other, as only joined files have it."""

from __future__ import annotations

import json

import pytest

from claimtrack import tracker
from claimtrack.model import Filters
from tests.builders import a_claim, a_uid, insert, plain_sqlite


@pytest.fixture
def judged(db):
    """Makes acts of judging one claim, oldest first, each with what it knew; numbers are those of older acts."""
    a_claim(db)

    def judge(*acts):
        uids = [a_uid() for _ in acts]
        with plain_sqlite(db) as shell:
            for uid, act in zip(uids, acts, strict=True):
                knew = act.pop("knew", [])
                overrules = None if knew is None else json.dumps([uids[older] for older in knew])
                annuls = act.pop("annuls", None)
                columns = {"act": "judge", "outcome": "failed", "uid": uid, "overrules": overrules} | act
                if columns["act"] != "judge":
                    columns["outcome"] = None
                if annuls is not None:
                    columns["annuls_id"] = annuls + 1
                insert(shell, "verdict", **columns)
        return tracker.show(db, 1)

    return judge


ADA, BO, CY = {"judge": "Ada"}, {"judge": "Bo"}, {"judge": "Cy"}
HELD, PARTLY, NONE = {"outcome": "held"}, {"outcome": "partly"}, {"outcome": None}
BACK, ANNUL = {"act": "take-back"}, {"act": "annul"}


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([ADA], False),
        ([ADA, BO], False),
        ([ADA, BO | HELD], True),
        ([ADA | HELD, BO], True),
        ([ADA, BO | NONE], True),
        ([ADA, ADA | HELD], False),
        ([{}, HELD], True),
        ([ADA, HELD], True),
        ([ADA, BO | HELD | {"knew": [0]}], False),
        ([ADA, BO | HELD | {"knew": None}], False),
        ([ADA, BO | HELD, CY | PARTLY | {"knew": [0, 1]}], False),
        ([ADA, BO | HELD, CY | {"knew": [0, 1]}], False),
        ([ADA, BO | HELD, CY | PARTLY | {"knew": [1]}], True),
        ([ADA, BO | HELD, CY | {"knew": [1]}], False),
        ([ADA, BO | HELD, ADA | HELD | {"knew": [0]}], False),
        ([ADA, BO | HELD, ADA | PARTLY | {"knew": [0]}], True),
        ([ADA, BACK | {"knew": [0]}, BO | HELD], False),
        ([ADA, BO | HELD, BACK | {"knew": [0, 1]}], False),
        ([ADA, BO | HELD, ANNUL | {"annuls": 0}], False),
        ([ADA, BO | HELD, CY | {"knew": [0, 1]}, ANNUL | {"annuls": 2}], True),
    ],
)
def test_the_newest_verdicts_of_two_judges_differ_and_nobody_overruled(judged, db, acts, expected):
    """Two judges without a name are two; one who changed her mind is one."""
    whole = judged(*(dict(act) for act in acts))
    assert whole.claim.disputed is expected
    assert any(verdict.disputes for verdict in whole.verdicts) is expected
    assert len(tracker.list_claims(db, Filters(disputed=True)).claims) == expected


def test_overruling_settles_it_and_taking_that_back_opens_it_again(judged, db):
    """The refusal says that the verdict is disputed."""
    judged(dict(ADA), BO | HELD)
    tracker.resolve(db, 1, "partly", judge="Cy", overrule=True)
    assert not tracker.show(db, 1).claim.disputed
    tracker.undo(db)
    assert tracker.show(db, 1).claim.disputed
    tracker.unresolve(db, 1)
    assert not tracker.show(db, 1).claim.disputed


def test_nobody_disputes_in_one_file(db):
    """Who judges a claim again does it on purpose."""
    a_claim(db)
    tracker.resolve(db, 1, "held", judge="Ada")
    tracker.resolve(db, 1, "failed", judge="Bo", overrule=True)
    tracker.unresolve(db, 1)
    tracker.resolve(db, 1, "partly", judge="Cy")
    assert not tracker.show(db, 1).claim.disputed
