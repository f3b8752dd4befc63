"""`as_of`: the record as it stood at the end of an earlier day, read from the log and not guessed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import astuple
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import tracker
from claimtrack.errors import ClaimtrackError, RefusedError, UnreadableError
from claimtrack.model import Filters
from tests.builders import URL, a_claim, a_clock, a_database

MONDAY = date(2025, 2, 3)
CLAIMS = st.integers(1, 5)


def on(path, days):
    """The database on the Monday or so many days later; what is written is stamped with that day."""
    day = MONDAY + timedelta(days=days)
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return a_database(path, today=day, clock=a_clock(noon))


def seen(db):
    """Everything that can be read of the record."""
    claims = tracker.list_claims(db, Filters(sort="added")).claims
    return {
        "claims": [tracker.show(db, claim.id) for claim in claims],
        "slipped": [claim.id for claim in tracker.list_claims(db, Filters(slipped=True)).claims],
        "contradicted": [claim.id for claim in tracker.list_claims(db, Filters(contradicted=True)).claims],
        "agenda": tracker.due(db),
        "scores": astuple(tracker.stats(db)),
        "history": tracker.history(db),
        "speakers": [(one.name, one.aliases, one.claims) for one in tracker.list_speakers(db)],
        "sources": tracker.list_sources(db),
    }


@pytest.fixture
def file(tmp_path):
    """The path of a database that is not there yet."""
    return tmp_path / "claims.db"


def as_of(path, days, *, today=30):
    """What could be read of the record at the end of a day, looked at a month later."""
    day = MONDAY + timedelta(days=days)
    with on(path, today) as db, tracker.as_of(db, day.isoformat()) as then:
        return seen(then)


STEPS = {
    "add": lambda db, one, _: a_claim(db, f"The ferry sails {one}", "Ada North", due="2025-02-05"),
    "add with all": lambda db, one, other: a_claim(
        db, "The hall opens", "Cy West", due="2025-02", tags=f"a{one}, b", source=f"Paper {other}", url=URL,
        probability="70%", said="2025-01", contradicts=[one],
    ),
    "add unnamed": lambda db, one, _: a_claim(db, f"Rain {one}", "an aide", unnamed=True, replaces=one, due="2026"),
    "move": lambda db, one, other: tracker.move(db, one, due=f"2025-02-1{other}", source=f"Paper {other}"),
    "repeat": lambda db, one, other: tracker.repeat(db, one, said=f"2025-01-1{other}", source=f"Paper {one}"),
    "edit": lambda db, one, other: tracker.edit(db, one, text=f"Other {other}", due="2025-03", tags="c", untag="b"),
    "edit speaker": lambda db, one, _: tracker.edit(db, one, speaker="Dee East"),
    "link": lambda db, one, other: tracker.edit(db, one, replaces=other),
    "unlink": lambda db, one, _: tracker.edit(db, one, replaces=""),
    "contradict": lambda db, one, other: tracker.edit(db, one, contradicts=[other]),
    "reconcile": lambda db, one, _: tracker.edit(db, one, contradicts=[""]),
    "resolve": lambda db, one, other: tracker.resolve(db, [one], "failed", evidence=[f"{URL}/{other}"]),
    "resolve with a day": lambda db, one, _: tracker.resolve(db, one, "held", happened="2025-02-03", reason="seen"),
    "unresolve": lambda db, one, _: tracker.unresolve(db, one),
    "evidence": lambda db, one, other: tracker.add_evidence(db, one, [f"{URL}/{other}"]),
    "delete": lambda db, one, _: tracker.delete(db, one),
    "undo": lambda db, *_: tracker.undo(db),
    "merge": lambda db, *_: tracker.merge_speakers(db, "Cy West", into="Ada North"),
    "rename": lambda db, one, _: tracker.rename_speaker(db, "Ada North", f"Ada {one}"),
    "alias": lambda db, one, _: tracker.alias_speaker(db, "Cy West", [f"C. W. {one}"]),
    "edit source": lambda db, one, other: tracker.edit_source(db, 1, title=f"Title {one}", publisher=f"P {other}"),
}  # fmt: skip  # a row a step


@settings(max_examples=20)
@given(st.lists(st.tuples(st.sampled_from(sorted(STEPS)), CLAIMS, CLAIMS), min_size=3, max_size=10))
def test_the_record_as_of_a_day_is_the_record_that_was_read_on_the_evening_of_it(steps):
    """Whatever was done on the days after: claims, chains, verdicts, histories, names and scores are the same."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        with on(path, 0) as db:
            for text in ("The bridge opens", "The road opens"):
                a_claim(db, text, "Ada North", due="2025-02-07", source="Paper 1")
        evenings = []
        for days, (step, one, other) in enumerate(steps, 1):
            with on(path, days) as db:
                with suppress(ClaimtrackError):
                    STEPS[step](db, one, other)
                evenings.append(seen(db))
        for days, evening in enumerate(evenings, 1):
            assert as_of(path, days) == evening
        with on(path, 30) as db:
            assert tracker.examine_database(db).faults == ()


def test_overdue_is_counted_from_that_day(file):
    """Due on Wednesday: open on that day, overdue on the next, and on neither by the look of today."""
    with on(file, 0) as db:
        a_claim(db, due="2025-02-05")
    assert [len(as_of(file, days)["agenda"].overdue) for days in (0, 2, 3)] == [0, 0, 1]


def test_before_the_first_claim_there_was_nothing(file):
    """An empty record, not an error."""
    with on(file, 0) as db:
        a_claim(db)
    assert as_of(file, -1)["claims"] == []


def test_a_day_to_come_has_the_record_of_today_and_its_own_overdue(file):
    """What will be overdue by then, if nobody judges it before."""
    with on(file, 0) as db:
        a_claim(db, due="2025-02-20")
    with on(file, 0) as db, tracker.as_of(db, "2025-03-01") as then:
        assert tracker.show(then, 1).claim.overdue


def test_a_vague_day_is_its_last_and_words_are_echoed(file):
    """January ends on its 31st; how words were read is told."""
    told = []
    with on(file, 0) as db:
        a_claim(db, due="2025-01-31")
    with a_database(file, today=MONDAY, told=told) as db, tracker.as_of(db, "2025-02") as then:
        assert then.today == date(2025, 2, 28)
    with a_database(file, today=MONDAY, told=told) as db, tracker.as_of(db, "yesterday") as then:
        assert then.today == date(2025, 2, 2)
    assert told == ['as of: "yesterday" read as Sunday 2025-02-02']


def test_what_is_no_day_is_refused(file):
    """An empty one too, as a variable that was never set gives it: the record of today is not what was asked for."""
    with on(file, 0) as db:
        a_claim(db)
        for words in ("", "one day"):
            with pytest.raises(UnreadableError):
                tracker.as_of(db, words)


def test_the_file_is_not_touched_and_the_past_can_not_be_written_to(file):
    """What is read is a copy in memory; today's record is as it was."""
    with on(file, 0) as db:
        a_claim(db)
    before = file.read_bytes()
    with on(file, 5) as db, tracker.as_of(db, "2025-02-02") as then:
        assert tracker.list_claims(then).total == 0
        with pytest.raises(RefusedError, match="not written to"):
            tracker.add(then, "From the future", "Ada North")
    assert file.read_bytes() == before


def test_a_claim_deleted_for_ever_is_not_in_the_past_either(file):
    """Its words are gone from the log; all others are there as they were."""
    with on(file, 0) as db:
        a_claim(db, "Between us")
        a_claim(db, "In public")
        tracker.edit(db, 2, contradicts=[1])
    with on(file, 1) as db:
        tracker.forget(db, [1])
        tracker.edit(db, 2, text="In private")
    (whole,) = as_of(file, 0)["claims"]
    assert (whole.claim.text, whole.claim.contradicts) == ("In public", ())


def test_words_are_found_as_they_were(file):
    """A search of the past finds neither later claims nor later words."""
    with on(file, 0) as db:
        a_claim(db, "The bridge opens")
    with on(file, 1) as db:
        tracker.edit(db, 1, text="The tunnel opens")
        a_claim(db, "A bridge to come")
    with on(file, 2) as db, tracker.as_of(db, "2025-02-03") as then:
        assert [claim.id for claim in tracker.search(then, "bridge").claims] == [1]
        assert tracker.search(then, "tunnel").claims == ()


def test_a_speaker_who_was_not_there_yet_is_refused_with_that_name(file):
    """As everywhere, a filter that names nobody is an error and no empty list."""
    with on(file, 0) as db:
        a_claim(db, speaker="Ada North")
    with on(file, 1) as db:
        a_claim(db, speaker="Bo South")
    with (
        on(file, 2) as db,
        tracker.as_of(db, "2025-02-03") as then,
        pytest.raises(RefusedError, match="Bo"),
    ):
        tracker.list_claims(then, Filters(speaker=("Bo",)))
