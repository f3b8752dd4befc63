"""The calendar of due dates, read back with the icalendar library."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import StringIO

from icalendar import Calendar

from claimtrack.exchange import ics_file as calendar
from claimtrack.model import Source
from tests.claims_of import chain, claim

CREATED, CHANGED = "2025-02-05T09:00:00Z", "2025-02-05T09:10:30Z"


def stored(number=1, **fields):
    """A claim as the database gives it, which always has both moments."""
    return claim(number, **fields)._replace(created_at=CREATED, updated_at=fields.get("updated_at", CREATED))


def written(*claims):
    """The calendar of `claims` as text."""
    out = StringIO(newline="")
    calendar.write(claims, out)
    return out.getvalue()


def events(*claims):
    """The events of the calendar of `claims`, as the library reads them back."""
    return list(Calendar.from_ical(written(*claims)).walk("VEVENT"))


def test_an_event_is_an_all_day_one_on_the_last_day_of_a_vague_date():
    """The first quarter of 2025 is in the calendar on 31 March, and the event says which dates were meant."""
    (event,) = events(stored(due="2025-01-01/2025-03-31"))
    assert event.decoded("dtstart") == date(2025, 3, 31)
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert "Due: 2025-Q1" in event["description"]


def test_a_claim_without_a_due_date_has_no_event():
    """It was said, but there is nothing to wait for."""
    assert events(stored(said="2025-01-07")) == []


def test_an_alarm_is_set_a_week_before():
    """One notice for each unresolved claim, seven days before the day begins."""
    (event,) = events(stored(due="2025-06-30"))
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(days=-7)


def test_a_second_export_updates_the_first():
    """A claim that changed keeps its UID, and its sequence grows: by 630, the seconds that passed."""
    (first,) = events(stored(due="2025-06-30"))
    (second,) = events(stored(due="2025-07-31", updated_at=CHANGED))
    assert first["uid"] == second["uid"] == "uid-0001@claimtrack"
    assert (first["sequence"], second["sequence"]) == (0, 630)
    assert second.decoded("last-modified") == datetime(2025, 2, 5, 9, 10, 30, tzinfo=UTC)
    assert second.decoded("dtstamp") > first.decoded("dtstamp")


def test_two_claims_never_share_an_event():
    """Each claim has a UID of its own."""
    assert len({event["uid"] for event in events(stored(1, due="2025"), stored(2, due="2025"))}) == 2


def test_the_same_claims_make_the_same_bytes():
    """No clock is read, so an unchanged calendar is an unchanged file; every line ends in CRLF."""
    text = written(stored(due="2025-06-30", tags=("ферма", "budget")))
    assert text == written(stored(due="2025-06-30", tags=("ферма", "budget")))
    assert text.count("\n") == text.count("\r\n") > 0


def test_a_date_that_was_moved_is_cancelled_and_the_new_one_stands():
    """A calendar that has the old event takes it off; nothing rings for it."""
    old, new = events(*chain(stored(1, due="2025-06-30"), stored(2, due="2025-09-30")))
    assert (old["status"], new["status"]) == ("CANCELLED", "CONFIRMED")
    assert (len(old.walk("VALARM")), len(new.walk("VALARM"))) == (0, 1)


def test_a_resolved_claim_stays_and_says_how_it_came_out():
    """In the words of its kind, and without an alarm."""
    (event,) = events(stored(kind="deadline", due="2025-01-20", outcome="failed"))
    assert event["summary"] == "[missed] Ada Quill: The bridge opens"
    assert (event["status"], event.walk("VALARM")) == ("CONFIRMED", [])


def test_a_missed_date_that_was_moved_afterwards_stays():
    """It was judged before it moved, so it is part of what happened and is not cancelled."""
    missed, _ = events(*chain(stored(1, due="2025-01-20", outcome="failed"), stored(2, due="2025-09-30")))
    assert missed["status"] == "CONFIRMED"


def test_a_day_to_look_again_takes_the_place_of_the_date_due():
    """That is told in the event; a claim with no date due is in the calendar for it."""
    later, alone = events(
        stored(1, due="2025-06", remind=date(2025, 8, 1)), stored(2, remind=date(2025, 9, 1))
    )
    assert (later.decoded("dtstart"), alone.decoded("dtstart")) == (date(2025, 8, 1), date(2025, 9, 1))
    assert "Due: 2025-06" in later["description"]
    assert later.walk("VALARM")[0]["description"].startswith("To look at again in a week: ")


def test_second_hand_claims_say_who_relayed_them():
    """The words are never shown as if the speaker's own were at hand."""
    (event,) = events(stored(due="2025-06-30", via="an expert"))
    assert event["summary"] == "Ada Quill (says an expert): The bridge opens"


def test_the_note_is_for_the_tracker_alone():
    """It is nowhere in the file."""
    assert "between us" not in written(stored(due="2025-06-30", note="between us"))


def test_text_that_looks_like_markup_of_a_calendar_stays_text():
    """Line breaks, commas and semicolons of a quotation come back as they were, and start no property."""
    quote = "first, second; third\nSUMMARY:another"
    (event,) = events(stored(due="2025-06-30", quote=quote, text="Opens\nsoon"))
    assert f"Quote: {quote}" in event["description"]
    assert event["summary"] == "Ada Quill: Opens soon"


def test_the_source_and_the_tags_are_in_their_own_properties():
    """So that a calendar shows a link, and can filter by tag."""
    source = Source(1, "s", title="On the bridge", url="https://news.example/bridge")
    (event,) = events(stored(due="2025-06-30", source=source, tags=("works", "міст")))
    assert event["url"] == "https://news.example/bridge"
    assert event["categories"].cats == ["prediction", "works", "міст"]
    assert "Source: On the bridge" in event["description"]


def test_no_claims_are_a_calendar_that_can_be_read():
    """An empty calendar is still one."""
    assert events() == []
