"""From an article to candidate claims, and from those to claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack import tracker
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.model import Filters
from tests.builders import a_claim

ORLEN = Path(__file__).parents[2] / "articles" / "orlen-2025-02-05.txt"
FOUND = {"title": "Notes", "published": "2025-02-05"}
LAKE = (
    "Marta Lind said that the lake would freeze in 2026. "
    '"The bridge will open by 7 June 2025, and not a day later," Peter Vale said.'
)


def extracted(db, text=LAKE, **facts):
    """What waits after the text was read from standard input."""
    return tracker.extract(db, "-", typed=text, **(FOUND | facts))


def numbers(reviewed):
    """The numbers of the candidates that wait."""
    return [one.number for one in reviewed.waiting]


def faults(db):
    """What `doctor` would find."""
    return tracker.examine_database(db).faults


def test_candidates_wait_and_are_no_claims(db):
    """Nothing is listed until one is accepted."""
    found = extracted(db)
    assert [(one.kind, one.speaker, str(one.due)) for one in found.proposals] == [
        ("prediction", "Marta Lind", "2026"),
        ("deadline", "Peter Vale", "2025-06-07"),
    ]
    assert tracker.list_claims(db).total == 0
    assert found.text[found.proposals[0].start : found.proposals[0].stop] == "the lake would freeze in 2026"


def test_the_hard_article_waits_with_each_deadline_at_its_setter(db):
    """The expert is only who relayed them."""
    found = tracker.extract(db, str(ORLEN))
    assert {(one.speaker, one.via, str(one.due)) for one in found.waiting if one.kind == "deadline"} == {
        ("Tolm", "the expert", "2025-01-07"),
        ("Tolm", "the expert", "2025-01-20"),
    }
    assert found.source.published is not None


def test_a_guessed_day_of_publishing_is_said_to_be_guessed(db, told):
    """It comes from a line on top of the text; one that was given is no guess."""
    tracker.extract(db, str(ORLEN))
    assert "published: 2025-02-05 is a guess; put it right with `claimtrack sources edit`" in told
    told.clear()
    extracted(db)
    assert not any("guess" in sentence for sentence in told)


def test_an_accepted_candidate_is_a_claim_with_all_that_was_found(db):
    """With the words of its date, and its quotation proven at the place it was found."""
    extracted(db)
    claim = tracker.accept(db, None, 2)
    assert (claim.speaker, claim.kind, str(claim.due), claim.due_words) == (
        "Peter Vale",
        "deadline",
        "2025-06-07",
        "7 June 2025",
    )
    assert claim.source is not None
    assert claim.source.title == "Notes"
    shown = tracker.show(db, claim.id).passage
    assert shown is not None
    assert [shown.text[start:stop] for start, stop in shown.parts] == [claim.quote]
    assert faults(db) == ()


def test_what_is_given_goes_before_what_was_found(db):
    """A speaker that is typed is a name; an empty value empties."""
    text = "The expert said that the lake would freeze in 2026."
    assert extracted(db, text).waiting[0].unnamed
    claim = tracker.accept(
        db, 1, 1, text="The lake freezes", speaker="Ada North", due="", tags="lake", said="2025-02-04"
    )
    assert (claim.text, claim.speaker, claim.unnamed, claim.due, claim.tags) == (
        "The lake freezes",
        "Ada North",
        False,
        None,
        ("lake",),
    )


def test_one_answer_is_one_step_of_undo_and_the_candidate_waits_again(db):
    """Accepted or rejected; the speaker that came with the claim goes with it."""
    extracted(db)
    tracker.accept(db, None, 1)
    tracker.reject(db, None, 2)
    assert numbers(tracker.review(db, 1)) == []
    assert tracker.undo(db).verb == "reject"
    assert numbers(tracker.review(db, 1)) == [2]
    assert tracker.undo(db).verb == "accept"
    assert sorted(numbers(tracker.review(db, 1))) == [1, 2]
    assert (tracker.list_claims(db).total, tracker.list_speakers(db)) == (0, [])
    assert tracker.undo(db).verb == "extract"
    assert tracker.list_sources(db) == []
    assert faults(db) == ()


def test_a_candidate_is_answered_once(db):
    """Accepted, rejected, or never found."""
    extracted(db)
    tracker.accept(db, None, 1)
    tracker.reject(db, None, 2)
    with pytest.raises(RefusedError, match="Candidate 1 of source 1 was accepted already"):
        tracker.reject(db, 1, 1)
    with pytest.raises(RefusedError, match="Candidate 2 of source 1 was rejected already"):
        tracker.accept(db, 1, 2)
    with pytest.raises(RefusedError, match="Source 1 has no candidate 9"):
        tracker.accept(db, 1, 9)
    with pytest.raises(RefusedError, match="No candidate claims wait"):
        tracker.review(db)


def test_reading_the_same_article_again_finds_nothing_twice(db, told):
    """Not what waits, was accepted, edited since, deleted or rejected; and no step is written."""
    found = tracker.extract(db, str(ORLEN))
    first, second, third, *_ = numbers(found)
    tracker.accept(db, 1, first)
    tracker.accept(db, 1, second, text="Altogether other words", due="2025-05-01")
    tracker.reject(db, 1, third)
    tracker.edit(db, 1, text="Quite other words", due="2025-04-01")
    tracker.delete(db, 2)
    steps = len(tracker.history(db))
    again = tracker.extract(db, str(ORLEN))
    assert "the text is there already, as source 1" in told
    assert [one.number for one in again.proposals] == [one.number for one in found.proposals]
    assert len(tracker.history(db)) == steps


@pytest.mark.parametrize(
    "given",
    [
        {"text": "The lake would freeze in 2026", "speaker": "Marta Lind"},
        {"text": "In 2026 the lake would freeze over.", "speaker": "Lind", "due": "2026"},
        {"text": "A cold winter", "speaker": "Marta Lind", "quote": "the lake would freeze in 2026"},
    ],
)
def test_what_was_recorded_by_hand_is_not_proposed(db, given):
    """By its words, nearly so, or by its quotation."""
    tracker.add_article(db, "-", typed=LAKE, **FOUND)
    tracker.add(db, source="1", **given)
    assert [one.speaker for one in extracted(db).waiting] == ["Peter Vale"]


@pytest.mark.parametrize(
    "given",
    [
        {"text": "The lake would never freeze in 2026", "speaker": "Marta Lind"},
        {"text": "The lake would freeze in 2026", "speaker": "Marta Lind", "due": "2027"},
        {"text": "The lake would freeze over in 2026", "speaker": "Ada North"},
    ],
)
def test_another_claim_of_the_source_hides_nothing(db, given):
    """One that denies it, has another date, or is somebody else's."""
    tracker.add_article(db, "-", typed=LAKE, **FOUND)
    tracker.add(db, source="1", **given)
    assert len(extracted(db).waiting) == 2


def test_a_claim_of_another_source_is_repeated_not_recorded_twice(db):
    """Accepting it says how; said again in this source, it is not proposed any more."""
    extracted(db)
    tracker.accept(db, 1, 1)
    text = f"An afterword. {LAKE}"
    extracted(db, text, title="Afterword")
    with pytest.raises(
        RefusedError, match=r"may be a repeat of claim 1; say which with .* --as repeat --claim 1"
    ):
        tracker.accept(db, 2, 1)
    with pytest.raises(RefusedError, match=r"That is claim 1 already; .* repeat 1 --source 2"):
        tracker.accept(db, 2, 1, as_="new")
    assert len(tracker.review(db, 2).waiting) == 2


def test_without_a_day_of_publishing_nothing_is_written(db):
    """A weekday in it could not be read; the message says what to give."""
    with pytest.raises(UnreadableError, match="give the day with --published"):
        extracted(db, published=None)
    assert tracker.list_sources(db) == []


def test_a_known_source_gets_its_day_from_the_one_place_that_changes_it(db):
    """Facts that differ from what is stored are refused, with the command."""
    tracker.add_article(db, "-", typed=LAKE, title="Notes")
    with pytest.raises(RefusedError, match=r"date of source 1 .* sources edit 1"):
        extracted(db)
    tracker.edit_source(db, 1, published="2025-02-05")
    assert len(extracted(db).waiting) == 2
    with pytest.raises(RefusedError, match="title of source 1 is Notes"):
        extracted(db, title="Other notes")


def test_another_language_is_read_for_its_dates_and_nothing_is_guessed(db, told):
    """How many dates, which, and that speakers were not looked for."""
    text = "Der Bürgermeister sagte, die Brücke werde am 07.05.2025 eröffnet und die Straße am 01.06.2025."
    assert extracted(db, text).proposals == ()
    assert told[-1].startswith(
        "the article is not English, Ukrainian or Russian: 2 dates (2025-05-07 (“07.05.2025”)"
    )
    assert told[-1].endswith("found in it, but speakers were not looked for")


def test_a_ukrainian_article_is_read_as_an_english_one_is(db):
    """Who said it, with the name in the nominative, and by when."""
    text = "За словами міського голови Остапа Гречаника, міст через річку відкриють 7 травня."
    (found,) = extracted(db, text).proposals
    assert (found.speaker, str(found.due)) == ("Остап Гречаник", "2025-05-07")


def test_a_candidate_of_nobody_is_accepted_only_with_a_speaker(db):
    """Nobody is guessed."""
    extracted(db)
    with db.step("extract") as step:
        number = 9
        source = tracker.review(db, 1).source
        step.create(
            "candidate",
            {
                "source": source.uid,
                "number": number,
                "score": 1.0,
                "start": 0,
                "stop": 5,
                "kind": "statement",
                "text": "Marta",
            },
        )
    with pytest.raises(RefusedError, match="does not say whose claim candidate 9 is"):
        tracker.accept(db, 1, number)
    assert tracker.accept(db, 1, number, speaker="Ada North").speaker == "Ada North"


def test_aliases_in_the_database_name_the_speaker(db):
    """Whatever the article calls her."""
    a_claim(db, speaker="Martina Lindqvist")
    tracker.alias_speaker(db, "Martina Lindqvist", ["Lind"])
    text = "Lind said that the lake would freeze in 2026."
    assert extracted(db, text).waiting[0].speaker == "Martina Lindqvist"


def test_the_text_of_an_address_that_changed_is_kept_beside_the_old_one(db, told, site):
    """What waited from the old text waits no longer unless it is still there; quotations keep their proof."""
    where = f"{site.address}/changing"
    tracker.extract(db, where, published="2025-02-05")
    claim = tracker.accept(db, 1, 2)
    site.changed = True
    again = tracker.extract(db, where)
    assert [one.speaker for one in again.waiting] == ["Ada North"]
    assert "taken off, since they are not in the text as it is now: 1 that waited" in told
    shown = tracker.show(db, claim.id).passage
    assert shown is not None
    assert "not a day later" in shown.text
    assert [(one.fate, one.claim) for one in tracker.verify(db, 1)] == [("gone", claim.id)]
    assert faults(db) == ()


def test_looking_back_sees_what_had_been_accepted_by_then(db):
    """And the sentence it was quoted from."""
    extracted(db)
    tracker.accept(db, None, 2)
    with tracker.as_of(db, "2025-02-05") as then:
        assert tracker.show(then, 1).passage is not None
    with tracker.as_of(db, "2025-02-04") as before:
        assert (tracker.list_claims(before, Filters()).total, tracker.list_sources(before)) == (0, [])


def test_a_claim_deleted_for_ever_takes_the_words_of_its_candidate_with_it(db):
    """Out of the table and every step of the log; only the saved article has its own, which stay.

    One that was accepted and taken back before is a claim of its own, and named as well.
    """
    extracted(db)
    tracker.accept(db, None, 1)
    tracker.undo(db)
    claim = tracker.accept(db, 1, 1, text="A frozen puddle, nothing more")
    tracker.forget(db, [1, claim.id])
    words = [entry.changes for entry in tracker.history(db)]
    assert "the lake would freeze in 2026" not in str(words)
    assert [one.number for one in tracker.review(db, 1).proposals] == [2]
    assert faults(db) == ()
    db.close()
    raw = db.path.read_bytes()
    assert b"frozen puddle" not in raw
    assert raw.count(b"the lake would freeze in 2026") == raw.count(
        b"Marta Lind said that the lake would freeze in 2026"
    )


def test_every_verb_leaves_a_file_that_is_whole(db):
    """Found, accepted, rejected, edited, moved, taken back, and looked through after each."""
    tracker.extract(db, str(ORLEN))
    first, second, third, *_ = numbers(tracker.review(db))
    for act in (
        lambda: tracker.accept(db, 1, first),
        lambda: tracker.reject(db, 1, second),
        lambda: tracker.accept(db, 1, third, criterion="A notice says so"),
        lambda: tracker.edit(db, 2, tags="dam"),
        lambda: tracker.move(db, 1, due="2025-03-01"),
        lambda: tracker.undo(db),
        lambda: tracker.delete(db, 2),
        lambda: tracker.forget(db, [2]),
        lambda: tracker.undo(db),
        lambda: tracker.undo(db),
    ):
        act()
        assert faults(db) == ()


MOVED = "Marta Lind said the opening of the bridge had been put off from 1 March 2025 to 1 May 2025."


def test_a_candidate_with_an_older_date_is_a_move_in_one_step(db):
    """The claim as it was, and the one that replaces it; undone together."""
    found = extracted(db, MOVED)
    assert [(str(one.due), str(one.was)) for one in found.waiting] == [("2025-05-01", "2025-03-01")]
    claim = tracker.accept(db, None, 1)
    older = tracker.show(db, claim.replaces).claim
    assert (str(claim.due), str(older.due), older.replaced_by) == ("2025-05-01", "2025-03-01", claim.id)
    assert claim.slip_days == 61
    tracker.undo(db)
    assert tracker.list_claims(db).total == 0


def test_both_claims_of_a_move_are_the_new_speakers(db):
    """Who is new once, however like another name."""
    a_claim(db, text="The pool is heated", speaker="Marta Lind Sr.")
    extracted(db, MOVED)
    with pytest.raises(RefusedError, match="may be Marta Lind Sr"):
        tracker.accept(db, None, 1)
    claim = tracker.accept(db, None, 1, new_speaker=True)
    assert claim.speaker == tracker.show(db, claim.replaces).claim.speaker == "Marta Lind"


def test_who_gives_a_date_of_their_own_records_no_move(db):
    """What was found of its old date may be wrong too."""
    extracted(db, MOVED)
    assert tracker.accept(db, None, 1, due="2025-06-01").replaces is None


def test_a_stated_probability_goes_into_the_record(db):
    """And how the speaker is known stays with the candidate."""
    found = extracted(db, "Marta Lind said there was a 60% chance that the ferry will sail again in May.")
    assert [(one.rung, one.probability) for one in found.waiting] == [("own", 0.6)]
    assert tracker.accept(db, None, 1).probability == 0.6


def test_the_less_sure_wait_too_and_are_shown_to_who_asks_for_all(db):
    """They are kept, so that nothing need be read again."""
    found = extracted(
        db, "Marta Lind said that the lake would freeze. Asked again, she could be wrong, she said."
    )
    assert len(found.shown(every=False)) <= len(found.shown(every=True)) == len(found.waiting)
