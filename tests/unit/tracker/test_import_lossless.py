"""Whatever a record holds, what is exported comes back the same: any text, script, quote, formula or newline."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import tracker
from claimtrack.errors import ClaimtrackError
from tests.builders import a_database
from tests.strategies import NASTY

# Also what is not stored as it is typed: control characters, lone line ends, spaces that are none.
TEXTS = st.sampled_from(
    (*NASTY, "a\x00b\x1fc", "one\r\ntwo\rthree", "\u2028", "\u00a0x", "\ufeffx", '"', "a;b\t,c")
) | st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
MAYBE = st.none() | TEXTS
DATES = st.sampled_from(
    (None, "2024-12-20", "2024-11", "2024-Q3", "2024", "2024-12-01/2024-12-20", "20 December 2024")
)
CLAIMS = st.fixed_dictionaries(
    {
        "text": TEXTS, "speaker": TEXTS, "unnamed": st.sampled_from((None, None, True)), "new_speaker": st.none(),
        "said": DATES, "due": st.sampled_from((None, "2025-01-10", "2025-Q1", "in 3 weeks")), "note": MAYBE,
        "role": MAYBE,
        "quote": MAYBE, "translation": MAYBE, "criterion": MAYBE, "via": MAYBE, "origin": MAYBE, "source": MAYBE,
        "publisher": MAYBE, "url": st.sampled_from((None, "https://a.example/1", "https://b.example/2?x=1")),
        "probability": st.sampled_from((None, "0.7", "1%", 0, 1)), "remind": st.sampled_from((None, "2025-03-01")),
        "tags": st.lists(st.sampled_from(("budget", "=tag", "дороги", "'x")), max_size=2),
        "kind": st.sampled_from((None, "statement", "promise")),
        "published": st.sampled_from((None, "2024-12-25", "2024")),
    }
)  # fmt: skip  # a table
VERBS = (
    "resolve", "overrule", "unresolve", "evidence", "quote", "repeat", "move", "alias", "undo", "contradict",
)  # fmt: skip  # a list of names
ACTS = st.lists(st.tuples(st.sampled_from(VERBS), st.integers(1, 4), TEXTS), max_size=6)


def act(db, what, claim, text):
    """One thing done to a claim."""
    match what:
        case "resolve" | "overrule":
            tracker.resolve(
                db,
                claim,
                "failed" if what == "resolve" else "partly",
                overrule=what == "overrule",
                reason=text,
                judge=text,
                rating=text,
                evidence=["https://e.example/1"],
            )
        case "unresolve":
            tracker.unresolve(db, claim, reason=text)
        case "evidence":
            tracker.add_evidence(db, claim, ["https://e.example/2"], note=text)
        case "quote":
            tracker.add_evidence(db, claim, quote=text)
        case "repeat":
            tracker.repeat(db, claim, source=text)
        case "move":
            tracker.move(db, claim, due="2025-06", text=text)
        case "alias":
            tracker.alias_speaker(db, tracker.show(db, claim).claim.speaker, [text])
        case "undo":
            tracker.undo(db)
        case "contradict":
            tracker.edit(db, claim, contradicts=[1])


def written(db, path):
    """The bytes of an export that is for keeping."""
    with path.open("w", encoding="utf-8", newline="") as out:
        tracker.export(db, out, file_format=path.suffix[1:], private=True)
    return path.read_bytes()


@settings(max_examples=12, deadline=None)
@given(claims=st.lists(CLAIMS, min_size=1, max_size=3), acts=ACTS)
def test_what_is_exported_comes_back_byte_for_byte(claims, acts):
    """From either format into either; read again, nothing changes."""
    with TemporaryDirectory() as place, a_database((folder := Path(place)) / "a.db") as there:
        for claim in claims:
            with suppress(ClaimtrackError):
                tracker.add(there, force=True, **claim)
        for what, claim, text in acts:
            with suppress(ClaimtrackError):
                act(there, what, claim, text)
        if not there.exists():
            return
        whole = {name: written(there, folder / f"a.{name}") for name in ("jsonl", "csv")}
        for name in whole:
            with a_database(folder / f"{name}.db") as here:
                done = tracker.import_(here, tracker.rows_of(here, folder / f"a.{name}").rows)
                assert not done.kept_out, done.first
                assert {other: written(here, folder / f"b.{other}") for other in whole} == whole
                again = tracker.import_(here, tracker.rows_of(here, folder / f"a.{name}").rows)
                assert not again.changed, again.first
                assert not again.kept_out
