"""What is given is read once: one path from there for `add`, `--like`, `move`, `edit` and `accept`."""

from __future__ import annotations

import pytest

from claimtrack import tracker
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.tracker.input.source import SourceDraft, find_source
from claimtrack.tracker.input.speaker import find_speaker
from tests.builders import URL, a_claim

NOTE = "Ada North said on Monday that the new bridge over the lake will open by 20 March 2025.\n"


def changed(db):
    """What the last step changed, by what people call it."""
    return [(change.label, change.before is None) for change in tracker.history(db, limit=1)[0].changes]


def test_asking_for_a_speaker_or_a_source_writes_nothing(db):
    """The questions are answered from a connection that can't write; only the act records what is new."""
    a_claim(db, source="Notes", url=URL)
    with db.reading() as connection:
        assert find_speaker(connection, "Bo South") is None
        assert find_speaker(connection, "ada north").name == "Ada North"
        assert find_source(connection, SourceDraft(title="Other notes")) is None
        assert find_source(connection, SourceDraft(url=URL)).title == "Notes"
    assert len(tracker.list_speakers(db)) == len(tracker.list_sources(db)) == 1


@pytest.mark.parametrize("unnamed", [True, False])
def test_unnamed_alone_is_said_of_the_words_that_stand_already(db, unnamed):
    """Those of the claim that is liked, corrected or accepted."""
    a_claim(db, speaker="the mayor", unnamed=not unnamed)
    liked = tracker.add(db, "The pool will open", like=1, unnamed=unnamed)
    assert (liked.speaker, liked.unnamed) == ("the mayor", unnamed)
    (corrected,) = tracker.edit(db, 1, unnamed=unnamed)
    assert (corrected.speaker, corrected.unnamed) == ("the mayor", unnamed)


def test_what_a_new_claim_is_like_must_have_a_speaker_to_be_said_of(db):
    """`unnamed` says nothing of nobody."""
    with pytest.raises(UnreadableError, match="needs a speaker"):
        tracker.add(db, "The pool will open", unnamed=True)


def test_a_claim_moved_by_someone_else_is_refused(db):
    """And so is one by the same words as a name where they were none."""
    a_claim(db, speaker="the mayor", unnamed=True, due="2025-03")
    with pytest.raises(RefusedError, match="another speaker's"):
        tracker.move(db, 1, due="2025-04", unnamed=False)
    assert tracker.list_claims(db).total == 1


def test_accepting_writes_the_claim_once(db, tmp_path):
    """With the date as it was found, and its words: nothing is written and then put right."""
    article = tmp_path / "note.txt"
    article.write_text(NOTE, encoding="utf-8")
    reviewed = tracker.extract(db, str(article), published="2025-02-05")
    claim = tracker.accept(db, reviewed.source.id, reviewed.waiting[0].number)
    assert (str(claim.due), claim.due_words) == ("2025-03-20", reviewed.waiting[0].due_words)
    labels = changed(db)
    assert sorted(label for label, _ in labels) == ["candidate 1 of source 1", "claim 1", "speaker Ada North"]
    assert ("claim 1", True) in labels


def test_a_date_is_read_against_what_is_given_with_it(db, tmp_path):
    """Whatever was found before: two weeks from the day of speaking, not from the article."""
    article = tmp_path / "note.txt"
    article.write_text(NOTE, encoding="utf-8")
    reviewed = tracker.extract(db, str(article), published="2025-02-05")
    claim = tracker.accept(db, reviewed.source.id, 1, due="in two weeks", said="2025-02-01")
    assert str(claim.due) == "2025-02-15"


@pytest.mark.parametrize("title", ["2025", "https://example.org is down", "  The  card "])
def test_a_title_is_a_title(db, tmp_path, title):
    """Even where it looks like an id or an address."""
    article = tmp_path / "note.txt"
    article.write_text(NOTE, encoding="utf-8")
    assert tracker.add_article(db, str(article), title=title).title == " ".join(title.split())


def test_a_source_is_said_to_be_none(db):
    """An empty one takes it off, and carries none over."""
    a_claim(db, source="Notes", due="2025-03")
    assert tracker.move(db, 1, due="2025-04", source="").source is None
    assert tracker.edit(db, 1, source="")[0].source is None
    with pytest.raises(RefusedError, match="no source 0"):
        a_claim(db, source=0)


def test_nothing_is_corrected_where_nothing_differs(db):
    """What is given as it stands already is no change, and no step."""
    a_claim(db, role="mayor", tags=["lake"], due="2025-03", note="Ask.")
    before = len(tracker.history(db))
    tracker.edit(db, 1, role="mayor", tags=["lake"], due="2025-03", note="Ask.", kind="prediction")
    assert len(tracker.history(db)) == before


@pytest.mark.parametrize(
    ("words", "day", "echo"),
    [
        ("2025-06-01", "2025-06-01", False),
        ("in 3 weeks", "2025-02-26", True),
        ("2025-06", "2025-06-01", False),
        ("March 10", "2025-03-10", True),
        ("", None, False),
    ],
)
def test_a_day_to_look_again_lies_ahead(db, told, words, day, echo):
    """Of a vague one the first day; it is read against today, whatever the source says."""
    claim = a_claim(db, due="2025-03", remind=words, source="Notes", published="2024-12-01")
    assert (claim.remind and claim.remind.isoformat()) == day
    assert any(line.startswith("remind: ") for line in told) is echo
    assert claim.overdue is False


def test_a_day_to_look_again_is_of_its_own_claim(db):
    """It is neither liked nor carried to another date, and an empty one takes it off."""
    a_claim(db, due="2025-01", remind="2025-06-01")
    assert tracker.add(db, "The pool will open", like=1).remind is None
    assert tracker.show(db, 1).claim.overdue is True
    (edited,) = tracker.edit(db, 1, remind="")
    assert edited.remind is None
    tracker.edit(db, 1, remind="2025-07-01")
    assert tracker.move(db, 1, due="2025-05").remind is None


def test_where_a_claim_came_from_is_its_own(db):
    """Given by what imports it, on one line; neither liked nor carried, and no option of the command line."""
    claim = a_claim(db, due="2025-01", origin=" metaculus\n 12345 ")
    assert claim.origin == "metaculus 12345"
    assert tracker.add(db, "The pool will open", like=1).origin is None
    assert tracker.move(db, 1, due="2025-05").origin is None
    assert tracker.edit(db, 1, origin="")[0].origin is None
