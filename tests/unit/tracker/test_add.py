"""Recording claims through the Python API: dates, kinds, probabilities, tags, duplicates, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import tracker
from claimtrack.errors import RefusedError, UnreadableError
from claimtrack.tracker.input.draft import probability
from tests.builders import URL, a_claim, plain_sqlite
from tests.strategies import NASTY


def test_a_claim_comes_back_as_it_was_given(db):
    """Text in NFC with LF ends, lines on one line, what was left out null."""
    claim = tracker.add(
        db, " They said:\r\nsoon\0 ", "Ada  North", role=" mayor\tof the town ", quote="e\N{COMBINING ACUTE ACCENT}",
        translation="", note="  ",
    )  # fmt: skip  # a claim
    assert (claim.text, claim.speaker, claim.role, claim.quote) == (
        "They said:\nsoon",
        "Ada North",
        "mayor of the town",
        "é",
    )
    assert (claim.translation, claim.note, claim.said, claim.due, claim.source) == (None,) * 5
    assert (claim.status, claim.created_at, claim.updated_at) == ("unresolved", *["2025-02-05T09:00:00Z"] * 2)
    assert tracker.show(db, 1).claim == claim


@pytest.mark.parametrize("text", NASTY)
def test_text_from_outside_is_data(db, text):
    """Formulas, markup, emoji, quotes: what is stored is what was given, but for space around it."""
    assert a_claim(db, text, note=text).text == text.strip().replace("e\N{COMBINING ACUTE ACCENT}", "é")


@pytest.mark.parametrize(
    ("given_", "kind", "echo"),
    [
        ({}, "statement", ["kind: statement"]),
        ({"due": "2025-03"}, "prediction", ["kind: prediction"]),
        ({"kind": "promise"}, "promise", []),
        ({"kind": "Dead", "due": "2025-03"}, "deadline", []),
    ],
)
def test_the_kind_is_told_where_it_was_left_out(db, told, given_, kind, echo):
    """A prediction where there is a date, else a statement; the beginning of a name is enough."""
    assert a_claim(db, **given_).kind == kind
    assert [line for line in told if line.startswith("kind")] == echo


@pytest.mark.parametrize("kind", ["guess", "pr", "", "s p"])
def test_a_kind_that_is_none_or_two_is_refused(db, kind):
    """With the kinds there are."""
    with pytest.raises(UnreadableError, match="say one of statement, prediction, promise, deadline"):
        a_claim(db, kind=kind)


def test_a_deadline_needs_a_date(db):
    """And loses it by no edit."""
    with pytest.raises(RefusedError, match="give it with --due"):
        a_claim(db, kind="deadline")
    a_claim(db, kind="deadline", due="2025-03")
    with pytest.raises(RefusedError, match="give it with --due"):
        tracker.edit(db, 1, due="")


@pytest.mark.parametrize(
    ("given_", "due", "echo"),
    [
        (
            {"due": "January 20", "published": "2025-02-05"},
            "2025-01-20",
            ["Monday", "2025", "before the article"],
        ),
        ({"due": "December 15", "published": "2025-02-05"}, "2025-12-15", ["2025"]),
        ({"due": "January 20", "said": "2024-12-01", "published": "2025-02-05"}, "2025-01-20", ["Monday"]),
        ({"due": "January 20"}, "2026-01-20", ["Tuesday"]),
        ({"due": "20.01"}, "2026-01-20", ["Tuesday"]),
        ({"due": "in 3 weeks"}, "2025-02-26", ["Wednesday"]),
        ({"due": "2025-Q3"}, "2025-Q3", []),
        ({"due": "до кінця року"}, None, ["2025"]),
    ],
)
def test_due_is_read_against_what_is_known(db, told, given_, due, echo):
    """Against the day of speaking, else the article, else today; what was inferred is told, ISO is not."""
    source = {"source": "Notes"} if "published" in given_ else {}
    claim = a_claim(db, **source, **given_)
    assert due is None or str(claim.due) == due
    told_of_due = next((line for line in told if line.startswith("due")), "")
    assert all(word in told_of_due for word in echo)
    assert bool(told_of_due) is bool(echo)
    assert (claim.due_words is None) is not echo


def test_said_looks_back_and_is_never_filled_in(db):
    """The last such day before the article, and unknown where it was left out."""
    assert str(a_claim(db, source="Notes", published="2025-02-05", said="December 15").said) == "2024-12-15"
    assert a_claim(db, source="Notes").said is None


@pytest.mark.parametrize(
    ("dates", "why"),
    [
        ({"said": "2025-02-01", "due": "2025-01-31"}, "due by 2025-01-31 but said on 2025-02-01"),
        (
            {"said": "2025-02-05", "published": "2025-02-03", "source": "Notes"},
            "said on 2025-02-05 but published on 2025-02-03",
        ),
    ],
)
def test_dates_that_can_not_have_been_are_refused(db, dates, why):
    """And the message says that the day of speaking may be left out."""
    with pytest.raises(RefusedError, match=f"{why}.*--said is the day of speaking, and may be left out"):
        a_claim(db, **dates)


def test_dates_that_may_have_been_are_taken(db):
    """Vague ones that overlap, and speaking on the day after an early edition."""
    a_claim(db, said="2025-01", due="2025-01-01")
    a_claim(db, said="2025-02-04", published="2025-02-03", source="Notes")
    assert tracker.list_claims(db).total == 2


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("01/02/2025", "two readings"),
        ("2025-02-30", "2025-02-30"),
        ("after a ceasefire", "after a ceasefire"),
    ],
)
def test_dates_that_can_not_be_read_are_refused(db, words, why):
    """Nothing is guessed."""
    with pytest.raises(UnreadableError, match=why):
        a_claim(db, due=words)


@pytest.mark.parametrize(
    ("given_", "stored"),
    [("0.7", 0.7), ("70%", 0.7), ("70 %", 0.7), (".5", 0.5), ("0,25", 0.25), (1, 1.0), (0, 0.0), ("0%", 0.0)],
)
def test_forms_of_a_probability(db, given_, stored):
    """A share or per cent; nought is one, and is kept."""
    assert a_claim(db, probability=given_).probability == stored


@pytest.mark.parametrize("words", ["70", "101%", "-0.1", "likely", "1e-3", "٠.٥", "nan"])
def test_what_is_no_probability(db, words):
    """`70` might be a share or per cent; it is not guessed."""
    with pytest.raises(UnreadableError, match="is no probability; give it as"):
        a_claim(db, probability=words)


@given(st.integers(0, 100))
def test_every_per_cent_is_the_share_that_it_reads_as(number):
    """29% is 0.29, not 0.29000000000000004."""
    assert probability(f"{number}%") == float(f"{number / 100:.2f}")


def test_tags_are_split_at_commas_and_kept_once(db):
    """As a list or joined; sorted when read."""
    assert a_claim(db, tags=["b, a", "a", " long  tag "]).tags == ("a", "b", "long tag")
    assert tracker.edit(db, 1, tags="c", untag="a,b")[0].tags == ("c", "long tag")
    with pytest.raises(UnreadableError, match="a tag has no comma or semicolon"):
        a_claim(db, tags="a;b")


@pytest.mark.parametrize(
    ("again", "speaker"),
    [
        ("The bridge will open", "Ada North"),
        ("the  BRIDGE\nwill open", "ada north"),
        ("The bridge will open", "Ада Норт"),
    ],
)
def test_a_claim_that_is_there_already_is_refused(db, again, speaker):
    """Whatever the case and spaces of the text, the name of the speaker and the source."""
    a_claim(db, due="2025-03", source="Notes")
    tracker.alias_speaker(db, "Ada North", ["Ада Норт"])
    with pytest.raises(RefusedError, match=r"That is claim 1 already.*claimtrack repeat 1.*--force"):
        tracker.add(db, again, speaker, due="March 2025", source="Elsewhere")
    assert tracker.list_sources(db)[0].title == "Notes"
    assert tracker.add(db, again, speaker, due="2025-03", force=True).id == 2


@pytest.mark.parametrize(
    "other",
    [
        {"due": "2025-04"},
        {"said": "2025-01"},
        {"speaker": "Bo South"},
        {"unnamed": True},
        {"text": "It won't open"},
    ],
)
def test_a_claim_that_differs_is_another(db, other):
    """In speaker, text, said or due."""
    a_claim(db, due="2025-03")
    named = {"text": "The bridge will open", "speaker": "Ada North", "due": "2025-03"} | other
    assert tracker.add(db, named.pop("text"), named.pop("speaker"), **named).id == 2


def test_a_deleted_claim_may_be_added_again(db):
    """It is not there any more."""
    a_claim(db)
    tracker.delete(db, 1)
    assert tracker.add(db, "The bridge will open", "Ada North").id == 2


def test_like_takes_what_was_not_given(db):
    """Speaker, role, said, via, source, kind and tags; never text, quote, due, note or verdicts."""
    a_claim(
        db, role="mayor", said="2025-01", via="an expert", source="Notes", kind="promise", tags="bridges",
        quote="Soon.", due="2025-03", note="mine", probability=0.5,
    )  # fmt: skip  # a claim
    tracker.resolve(db, 1, "kept")
    claim = tracker.add(db, "The road will open", like="last", tags="roads")
    assert (claim.speaker, claim.role, str(claim.said), claim.via) == (
        "Ada North",
        "mayor",
        "2025-01",
        "an expert",
    )
    assert (claim.source.title, claim.kind, claim.tags) == ("Notes", "promise", ("bridges", "roads"))
    assert (claim.quote, claim.due, claim.note, claim.probability, claim.status) == (
        *[None] * 4,
        "unresolved",
    )


@pytest.mark.parametrize(
    ("text", "speaker"), [("", "Ada"), (" \n", "Ada"), ("x", ""), ("x", None), ("\0", "Ada")]
)
def test_a_claim_needs_a_text_and_a_speaker(db, text, speaker):
    """Not even an unnamed one is without words."""
    with pytest.raises(UnreadableError, match="A claim needs a"):
        tracker.add(db, text, speaker)
    assert tracker.list_claims(db).total == 0


def test_editing_keeps_what_was_not_given(db):
    """An empty value empties; text and speaker can't be emptied."""
    a_claim(db, note="mine", quote="Soon.", source="Notes", url=URL)
    claim = tracker.edit(db, 1, note="", source="")[0]
    assert (claim.note, claim.quote, claim.source) == (None, "Soon.", None)
    for empty in ({"text": ""}, {"speaker": " "}):
        with pytest.raises(UnreadableError, match="A claim needs a"):
            tracker.edit(db, 1, **empty)


def test_editing_several_is_all_or_nothing(db):
    """Where one of them is not there, none is changed."""
    a_claim(db)
    with pytest.raises(RefusedError, match="There is no claim 2"):
        tracker.edit(db, [1, 2], note="seen")
    assert tracker.show(db, 1).claim.note is None


def test_changing_a_date_points_to_move(db, told):
    """An edit corrects the record."""
    a_claim(db, due="2025-03")
    told.clear()
    tracker.edit(db, 1, due="2025-04")
    assert told == ["this corrects the record; where the speaker named another date, use `claimtrack move`"]


def test_a_rule_of_the_file_is_refused_like_one_of_ours(db):
    """Status 1, and nothing is written."""
    a_claim(db)
    with plain_sqlite(db) as shell:
        shell.execute(
            "CREATE TRIGGER house_rule BEFORE INSERT ON claim BEGIN SELECT RAISE(ABORT, 'not on Sundays'); END"
        )
    with pytest.raises(RefusedError, match="not on Sundays") as refused:
        a_claim(db, speaker="Bo South")
    assert refused.value.status == 1
    assert len(tracker.list_speakers(db)) == 1


MANY = [
    {"text": "The canal opens", "speaker": "Ada North", "due": "2025-06", "source": "Notes", "tags": "canal"},
    {"text": "The lock is new", "speaker": "Ada North", "source": "Notes"},
    {"text": "So is the gate", "like": 1},
]


def test_many_claims_are_one_step(db):
    """With one new speaker and one new source, each as `add` would have it, and taken back at once."""
    recorded = tracker.add_many(db, MANY)
    assert [(claim.id, claim.kind, claim.speaker) for claim in recorded] == [
        (1, "prediction", "Ada North"),
        (2, "statement", "Ada North"),
        (3, "prediction", "Ada North"),
    ]
    assert {claim.source.id for claim in recorded} == {1}
    assert tracker.list_claims(db).total == 3
    assert [entry.verb for entry in tracker.history(db)] == ["add"]
    tracker.undo(db)
    assert tracker.list_claims(db).total == 0


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"text": "x"}, "Claim 4 of those given: A claim needs a speaker"),
        ({"text": "x", "speaker": "Ada North", "due": "someday"}, 'Claim 4 of those given: "someday" can'),
        (
            {"text": "the lock is new", "speaker": "Ada North"},
            "Claim 4 of those given: That is claim 2 already",
        ),
        ({"text": "x", "like": 9}, "Claim 4 of those given: There is no claim 9"),
    ],
)
def test_of_many_claims_all_are_recorded_or_none(db, wrong, words):
    """The message says which of them it was; they may be an iterator."""
    with pytest.raises((RefusedError, UnreadableError)) as told:
        tracker.add_many(db, iter([*MANY, wrong]))
    assert str(told.value).startswith(words)
    assert tracker.list_claims(db).total == 0
    assert tracker.add_many(db, []) == ()


def test_what_is_no_name_of_a_claim_is_refused(db):
    """One claim or many: what a script calls by a name of its own is not lost in silence."""
    with pytest.raises(UnreadableError, match=r"A claim has no 'deadline'; it has .* due"):
        tracker.add_many(db, [{"text": "x", "speaker": "Ada", "deadline": "2025-06"}])
    with pytest.raises(UnreadableError, match="A claim has no 'deadline'"):
        tracker.add(db, "x", "Ada", deadline="2025-06")
