"""Claims as an article on the Kursk operation has them, and ways to show them."""

from __future__ import annotations

from datetime import date

from claimtrack import render
from claimtrack.model import (
    Appearance,
    Claim,
    Evidence,
    Source,
    Speaker,
    Verdict,
    When,
)
from claimtrack.model.change import Change, Entry

TODAY = date(2025, 2, 5)
PIPE = render.Screen()


def on(text):
    """A day."""
    return When.day(date.fromisoformat(text))


ARTICLE = Source(
    id=1,
    uid="s1",
    title="How Kyiv may use the Kursk operation in talks",
    publisher="telegraf.org.ua",
    url="https://telegraf.org.ua/kursk",
    published=on("2025-02-05"),
    claims=9,
)
INTERVIEW = Source(
    id=2,
    uid="s2",
    title="Путін і «перемир'я»: чого чекати від переговорів навесні, і чому дати весь час зсуваються",
    publisher="Приклад Медіа",
    url="https://example.org/interview",
    archive_url="https://archive.example/interview",
    published=When.months(2025, 1),
    published_words="January",
    claims=2,
)
BARE = Source(id=3, uid="s3", url="https://example.org/a-page-with-no-title", claims=1)

OPEN_PAGE = Evidence(
    url="https://example.org/troops-still-there",
    quote="Ukrainian troops still hold the town, [sic] officials say",
    stance="for",
    note="the ministry's own map agrees",
    added="2025-02-05T10:00:00Z",
)
AGAINST = Evidence(
    url="https://example.org/general-says-done", stance="contrary", added="2025-02-05T10:00:00Z"
)

FIRST = Claim(
    id=3,
    uid="01jh4w3k2m0000000000000003",
    kind="deadline",
    speaker="Vladimir Putin",
    via="an expert",
    text="Ukrainian troops are to be driven out of the Kursk region by 7 January",
    role="president of Russia",
    due=on("2025-01-07"),
    due_words="January 7",
    source=ARTICLE,
    replaced_by=4,
    slip_days=13,
    created_at="2025-02-05T09:00:00Z",
    updated_at="2025-02-05T09:02:00Z",
)
MISSED = Claim(
    id=4,
    uid="01jh4w3k2m0000000000000004",
    kind="deadline",
    speaker="Vladimir Putin",
    via="an expert",
    text="Ukrainian troops are to be driven out of the Kursk region by 20 January, before the inauguration",
    role="president of Russia",
    quote="One of the aims was to have the region back by January 20,\nthat is, before the new president.",
    translation="До 20 января",
    due=on("2025-01-20"),
    due_words="January 20",
    criterion="The ministry of defence, or two independent maps, show no Ukrainian troops in the region",
    source=ARTICLE,
    appearances=(Appearance(said=on("2025-01-12"), source=INTERVIEW),),
    tags=("kursk", "front line"),
    status="resolved",
    outcome="failed",
    rating="Три Піноккіо",
    happened=on("2025-04-26"),
    judged=date(2025, 5, 1),
    judge="Jane",
    reason="The region was not clear of troops until the end of April, by Moscow's own account.",
    evidence=(OPEN_PAGE, AGAINST),
    replaces=3,
    slip_days=13,
    contradicts=(9,),
    note="Ask the press office again.",
    created_at="2025-02-05T09:02:00Z",
    updated_at="2025-05-01T08:00:00Z",
)
CLAIMS = (
    FIRST,
    MISSED,
    Claim(
        id=5,
        uid="c5",
        kind="prediction",
        speaker="Станіслав Желіховський",
        text="Переговори почнуться після інавгурації, і курський чинник на них точно буде",
        said=on("2025-01-10"),
        due=on("2025-02-08"),
        probability=0.7,
        source=ARTICLE,
    ),
    Claim(
        id=6,
        uid="c6",
        kind="prediction",
        speaker="a senior official",
        unnamed=True,
        text="The foothold will be traded [for land] elsewhere: '[/red]' was the word used",
        due=When.months(2025, 1, 3),
    ),
    Claim(
        id=7,
        uid="c7",
        kind="promise",
        speaker="Ministry of Reconstruction of the Northern Territories and Islands",
        text="Every school in the region will have a shelter; the money is in this year's budget, the "
        "contracts are signed, and the first hundred will open before the children are back after the summer",
        due=on("2025-02-02"),
        overdue=True,
    ),
    Claim(
        id=8,
        uid="c8",
        kind="promise",
        speaker="Ada North",
        text="The bridge opens",
        due=on("2024-12-20"),
        status="resolved",
        outcome="held",
        happened=on("2025-01-01"),
    ),
    Claim(id=9, uid="c9", kind="statement", speaker="Ada North", text="Nobody set a date"),
    Claim(
        id=10,
        uid="c10",
        kind="prediction",
        speaker="東京のアナリスト",
        text="春までに停戦が成立する 🚀 と言った",
        due=When(date(2025, 3, 1), date(2025, 5, 31)),
        status="resolved",
        outcome="void",
    ),
    Claim(
        id=128,
        uid="c128",
        kind="deadline",
        speaker="Ada North",
        text="A \x1b[31mred\x1b[0m word,\nand \u202ea turn\u202c",
        due=on("2025-02-05"),
    ),
)
VERDICTS = (
    Verdict(
        uid="v1",
        act="judge",
        outcome="held",
        judged=date(2025, 1, 21),
        judge="Tom",
        reason="An early report.",
    ),
    Verdict(uid="v2", act="take-back", judged=date(2025, 1, 22), reason="The report was withdrawn."),
    Verdict(
        uid="v3", act="judge", outcome="partly", judged=date(2025, 1, 25), reason="A slip.", annulled=True
    ),
    Verdict(
        uid="v4",
        act="judge",
        outcome="failed",
        rating="Три Піноккіо",
        happened=on("2025-04-26"),
        judged=date(2025, 5, 1),
        judge="Jane",
        reason="The region was not clear of troops until the end of April, by Moscow's own account.",
        evidence=(OPEN_PAGE, AGAINST),
        stands=True,
    ),
)
ENTRIES = (
    Entry(
        seq=41,
        uid="e41",
        at="2025-02-05T09:02:11Z",
        who="Jane",
        verb="move",
        changes=(
            Change("claim", "c4", "claim 4", None, {"kind": "deadline", "text": MISSED.text, "note": None}),
            Change("claim", "c3", "claim 3", {"replaced_by": None}, {"replaced_by": "c4"}),
        ),
    ),
    Entry(
        seq=42,
        uid="e42",
        at="2025-02-05T09:10:00Z",
        who=None,
        verb="edit",
        undone=True,
        changes=(
            Change(
                "claim",
                "c4",
                "claim 4",
                {"due": ["2025-01-07", "2025-01-07", None], "tag:kursk": None, "quote": "old " * 40},
                {
                    "due": ["2025-01-20", "2025-01-20", "January 20"],
                    "tag:kursk": True,
                    "quote": "new " * 40,
                },
            ),
        ),
    ),
    Entry(
        seq=43,
        uid="e43",
        at="2025-02-05T09:11:00Z",
        who="Tom",
        verb="undo",
        undoes="e42",
        changes=(Change("claim", "c4", "claim 4", {"tag:kursk": True}, {"tag:kursk": None}),),
    ),
)
SPEAKERS = (
    Speaker(1, "p1", "Vladimir Putin", ("Путін", "Владимир Путин", "Putin"), 12, unresolved=3, overdue=1),
    Speaker(2, "p2", "Ada North", (), 1),
    Speaker(3, "p3", "Станіслав Желіховський", (), 5, 5),
)
SOURCES = (ARTICLE, INTERVIEW, BARE)


def claim(text="The bridge opens", **facts):
    """A promise by an invented person."""
    return Claim(**{"id": 7, "uid": "c7", "kind": "promise", "speaker": "Ada North", "text": text, **facts})


def listed(*several, screen=PIPE, **options):
    """The lines of `list`."""
    return list(render.claims(several, screen, today=TODAY, **options))


def shown(one, screen=PIPE, **known):
    """The text of `show`."""
    return "\n".join(render.claim_whole(one, screen, today=TODAY, **known))
