"""Claims that hypothesis makes up: valid records with text as nasty as people and articles write it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from claimtrack.model import KINDS, OUTCOME_CODES, Appearance, Claim, Evidence, Source, Verdict, When

NASTY = (
    "=1+1",
    "+38 050",
    "-5%",
    "@here",
    "\tindented",
    "'=quoted",
    "''",
    "'",
    "two\nlines",
    'she said "no"; twice, "no"',
    "Путін: «До 20 січня»",
    "🚀 by May 👩‍👩‍👧",
    "東京は",
    "e\N{COMBINING ACUTE ACCENT}",
    "[sic] [/red] [bold]",
    "null",
    "true",
    "1e5",
    "a" * 300,
)
# What the store lets in: no control characters but newline and tab, no lone surrogates, never empty.
LETTERS = st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n\t")


def texts():
    """Free text, never empty."""
    return st.sampled_from(NASTY) | st.text(LETTERS, min_size=1, max_size=40)


def maybe(strategy):
    """What `strategy` gives, or null."""
    return st.none() | strategy


def days():
    """Calendar dates of the years that articles speak of."""
    return st.dates(date(1900, 1, 1), date(2200, 12, 31))


def whens():
    """Dates, vague or not."""
    return st.tuples(days(), days()).map(lambda two: When(min(two), max(two))) | days().map(When.day)


def uids():
    """Identifiers of the kind that the store makes."""
    return st.text("0123456789abcdefghjkmnpqrstvwxyz", min_size=26, max_size=26)


def stamps():
    """Moments in UTC, as the record writes them."""
    moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # hypothesis adds the zone itself
    return moments.map(lambda moment: moment.strftime("%Y-%m-%dT%H:%M:%SZ"))


def tags():
    """Tags: no comma, no semicolon, no space around them."""
    letters = st.characters(categories=("L", "N"), include_characters="-=+@'")
    return st.lists(st.text(letters, min_size=1, max_size=10), max_size=3, unique=True).map(tuple)


def sources():
    """Sources with any of their facts."""
    return st.builds(
        Source,
        id=st.integers(1, 10**6),
        uid=uids(),
        title=maybe(texts()),
        publisher=maybe(texts()),
        url=maybe(texts()),
        archive_url=maybe(texts()),
        published=maybe(whens()),
    )


def evidence():
    """Evidence, for a verdict, contrary to it, or collected before there is one."""
    return st.builds(
        Evidence,
        url=maybe(texts()),
        quote=maybe(texts()),
        stance=st.sampled_from((None, "for", "contrary")),
        note=maybe(texts()),
        added=stamps(),
    )


def verdicts():
    """Acts of judging, as they were appended."""
    return st.builds(
        Verdict,
        uid=uids(),
        act=st.sampled_from(("judge", "take-back")),
        outcome=maybe(st.sampled_from(OUTCOME_CODES)),
        **{name: maybe(texts()) for name in ("rating", "happened_words", "judge", "reason")},
        happened=maybe(whens()),
        judged=maybe(days()),
        overrules=maybe(st.lists(uids(), max_size=2).map(tuple)),
        annulled=st.just(value=False),
        evidence=st.lists(evidence(), max_size=1).map(tuple),
        stands=st.just(value=False),
        disputes=st.just(value=False),
    )


def appearances():
    """Other places where a claim was made."""
    return st.builds(Appearance, said=maybe(whens()), source=maybe(sources()))


def claims():
    """Whole records: every column is empty in some and full in others."""
    return st.builds(
        Claim,
        id=st.integers(1, 10**6),
        uid=uids(),
        kind=st.sampled_from(KINDS),
        speaker=texts(),
        text=texts(),
        unnamed=st.booleans(),
        **{
            name: maybe(texts())
            for name in ("role", "quote", "translation", "criterion", "via", "note", "origin")
        },
        **{name: maybe(texts()) for name in ("said_words", "due_words", "rating", "judge", "reason")},
        **{name: maybe(whens()) for name in ("said", "due", "happened")},
        source=maybe(sources()),
        appearances=st.lists(appearances(), max_size=2).map(tuple),
        tags=tags(),
        probability=maybe(st.floats(0, 1)),
        status=st.sampled_from(("unresolved", "resolved")),
        overdue=st.booleans(),
        outcome=maybe(st.sampled_from(OUTCOME_CODES)),
        judged=maybe(days()),
        remind=maybe(days()),
        evidence=st.lists(evidence(), max_size=2).map(tuple),
        verdicts=st.lists(verdicts(), max_size=1).map(tuple),
        disputed=st.booleans(),
        quote_spans=st.none(),
        speaker_uid=st.none(),
        happened_words=st.none(),
        replaces=maybe(st.integers(1, 99)),
        replaces_uid=maybe(uids()),
        replaced_by=maybe(st.integers(1, 99)),
        slip_days=maybe(st.integers(-400, 4000)),
        contradicts=st.lists(st.integers(1, 99), max_size=3, unique=True).map(tuple),
        contradicts_uids=st.lists(uids(), max_size=2).map(tuple),
        created_at=stamps(),
        updated_at=stamps(),
    )
