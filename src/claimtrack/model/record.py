"""The record of a claim: every field in one table, from which all that lists fields is made.

The log's fields, the view and the mapping of its rows, CSV and JSON, the options of `add`, `edit` and `move`, the
editor, `show`, what is searched and wiped, and docs/record.md. A new plain field is a row here, a column in a
migration and an attribute of `Claim`, which stands written out for its types.
"""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypedDict

# The forms that a value takes; each floor has one way to treat a form.
LINE, TEXT, LINK, NUMBER, SHARE, TRUTH = "line", "text", "link", "number", "share", "truth"
CODE, KIND, DAY, STAMP = "code", "kind", "day", "stamp"
VAGUE = "vague date"  # in CSV and JSON also its first and last possible day, and the words typed
PERIOD = "vague date without its words"
SPEAKER, SOURCE, TAGS, CLAIM, CLAIMS, UIDS = "speaker", "source", "tags", "claim", "claims", "uids"
APPEARANCES, EVIDENCE, VERDICTS = "appearances", "evidence", "verdicts"
# Those that fill one column of the database, and are written there as they are.
PLAIN = frozenset((LINE, TEXT, LINK, NUMBER, SHARE, KIND, DAY))

# Whose fact a field is; what is neither given of a claim nor of its verdict follows from the rest.
GIVEN, JUDGED = "claim", "verdict"
# What a field tells of a claim; `show` goes through them in this order.
WHO, WHEN, WHAT, WHERE, LINKS, MORE = GROUPS = ("who", "when", "what", "where", "links", "more")


class Option(NamedTuple):
    """How a field is given on the command line: its line of help, and its names where they are not its own."""

    help: str
    names: tuple[str, ...] = ()


class Field(NamedTuple):
    """One name of the record, and what each part of the program does with it."""

    name: str
    form: str
    about: str = ""  # what it holds, for docs/record.md; left out where the field before says it
    of: str = ""
    group: str = MORE
    option: Option | None = None
    label: str = ""  # in `show`; empty where it stands under another one, or not at all
    edited: bool = False  # in the editor
    carried: bool = False  # by `move`, to the claim that replaces this one
    liked: bool = False  # taken by `--like`
    searched: bool = False
    private: bool = False  # for the tracker alone: in no view, and in exports only where it is asked for

    @property
    def plain(self) -> bool:
        """Whether it is given of a claim, and kept in a column of that name."""
        return self.of == GIVEN and self.form in PLAIN


FIELDS = (
    Field("id", NUMBER, "a small number, local to the file, never reused"),
    Field("uid", CODE, "unique everywhere, ordered by time"),
    Field(
        "kind", KIND, "`statement`, `prediction`, `promise` or `deadline`", GIVEN, WHAT,
        Option("statement, prediction, promise or deadline.", ("-k", "--kind")),
        edited=True, carried=True, liked=True,
    ),
    Field(
        "speaker", SPEAKER, "whose claim it is", GIVEN, WHO, Option("Whose claim it is.", ("-s", "--speaker")),
        label="speaker", edited=True, carried=True, liked=True,
    ),
    Field(
        "unnamed", TRUTH, "whether `speaker` is the source's words for someone whom it does not name", GIVEN, WHO,
        Option("NAME is the source's words for someone it does not name.", ("--unnamed/--named",)),
        edited=True, carried=True, liked=True,
    ),
    Field(
        "role", LINE, "what the speaker was when saying it", GIVEN, WHO,
        Option("What the speaker was when saying it."), edited=True, carried=True, liked=True,
    ),
    Field(
        "text", TEXT, "the claim in the tracker's own words", GIVEN, WHAT,
        Option("The claim in your own words."), edited=True, carried=True, searched=True,
    ),
    Field(
        "quote", TEXT, "the words as the source prints them", GIVEN, WHAT,
        Option("The words as the source prints them.", ("-q", "--quote")),
        label="quote", edited=True, searched=True,
    ),
    Field(
        "translation", TEXT, "the quotation in the readers' language", GIVEN, WHAT,
        Option("The quotation in the readers' language."), label="translation", edited=True, searched=True,
    ),
    Field(
        "said", VAGUE, "when it was said", GIVEN, WHEN,
        Option("The day of speaking; unknown where left out."), label="said", edited=True, liked=True,
    ),
    Field(
        "due", VAGUE, "by when it should come about", GIVEN, WHEN,
        Option("By when it should come about.", ("-d", "--due")), label="due", edited=True, carried=True,
    ),
    Field(
        "remind", DAY, "a day from which to look again, where that is not the last day of `due`", GIVEN, WHEN,
        Option("Look again from this day, in the place of the date due."), label="remind", edited=True,
    ),
    Field(
        "criterion", TEXT, "how one will tell", GIVEN, WHAT,
        Option("How one will tell whether it came about."), label="criterion", edited=True, carried=True,
    ),
    Field(
        "via", LINE, "who relayed it, where the source has it second-hand", GIVEN, WHO,
        Option("Who relayed it, where the source has it second-hand."), edited=True, carried=True, liked=True,
    ),
    Field(
        "source", SOURCE, "where it was reported: `{id, title, publisher, url, archive_url, published}`; in CSV six"
        " columns `source_id`, `source_title` …", GIVEN, WHERE,
        Option("Where it was reported: a source's id, address or title.", ("-S", "--source")),
        label="source", edited=True, carried=True, liked=True,
    ),
    Field(
        "appearances", APPEARANCES, "other places and days, as `repeat` adds them: a list of `{said, source}`, the"
        " first one not among them", group=WHERE, label="also",
    ),
    Field(
        "tags", TAGS, "a list; in CSV joined by `; `", GIVEN, WHAT,
        Option("A tag; repeat, or join by commas.", ("-t", "--tag")),
        label="tags", edited=True, carried=True, liked=True,
    ),
    Field(
        "probability", SHARE, "0 to 1, where the speaker stated one", GIVEN, WHAT,
        Option("The probability that the speaker stated: 0.7 or 70%."),
        label="probability", edited=True, carried=True,
    ),
    Field(
        "note", TEXT, "for the tracker alone: not in the view, nor in exports but JSON Lines and with `--private`",
        GIVEN, MORE, Option("A note for yourself; it is never published."),
        label="note", edited=True, carried=True, searched=True, private=True,
    ),
    Field(
        "origin", LINE, "where an imported claim came from: the format, and its id or address there", GIVEN, MORE,
        label="origin",
    ),
    Field("status", CODE, "`unresolved`, or `resolved` while the newest verdict stands"),
    Field("overdue", TRUTH, "unresolved, not replaced, and the last possible day of `due` is before today"),
    Field("outcome", CODE, "how it came out, as one of the codes below"),
    Field("outcome_label", CODE, "what that is called for this kind"),
    Field("rating", LINE, "the house's own rating, in its words", JUDGED),
    Field("happened", PERIOD, "when the thing itself came about, whatever the outcome", JUDGED),
    Field("judged", DAY, "the day of the verdict", JUDGED),
    Field("judge", LINE, "who judged", JUDGED),
    Field("reason", TEXT, "why", JUDGED),
    Field("late", TRUTH, "whether it came about after its due date; null where the days known do not tell"),
    Field(
        "disputed", TRUTH, "whether another judge's newest verdict has another outcome, and nobody overruled it on"
        " purpose: it comes of joining files",
    ),
    Field("evidence", EVIDENCE, "a list of `{url, archive_url, quote, stance, note, added}`"),
    Field(
        "verdicts", VERDICTS, "every act of judging, oldest first: a list of `{uid, act, outcome, rating, happened,"
        " happened_first, happened_last, happened_words, judged, judge, reason, overrules, evidence}`; the"
        " `act` is `judge` or `take-back`, `overrules` lists the acts that whoever judged knew of (null: all older)",
    ),
    Field(
        "replaces", CLAIM, "the claim that this one moved to another date or probability", GIVEN, LINKS,
        Option("The claim that this one moved to another date."),
    ),
    Field("replaces_uid", CODE),
    Field("replaced_by", CLAIM, "the claim that moved this one"),
    Field(
        "slip_days", NUMBER, "days from the chain's first `due` to its newest, by last possible day, the same on each"
        " member; negative where it was brought forward, null where fewer than two have a date",
    ),
    Field(
        "contradicts", CLAIMS, "claims of the same speaker that can't hold together with this one", GIVEN, LINKS,
        Option("A claim of the speaker that can't hold as well; may repeat."), label="contradicts",
    ),
    Field("contradicts_uids", UIDS),
    Field("created_at", STAMP, "when it was entered: UTC, as in `2025-02-05T12:00:00Z`"),
    Field("updated_at", STAMP, "when it was last changed"),
)  # fmt: skip  # a table
BY_NAME = {field.name: field for field in FIELDS}
PRIVATE = tuple(field.name for field in FIELDS if field.private)

# The facts of a source, in JSON one object; a title is given as the source itself.
SOURCE_FACTS = (
    Field("id", NUMBER),
    Field("title", LINE),
    Field("publisher", LINE, of=GIVEN, group=WHERE, option=Option("Who published the source.")),
    Field("url", LINK, of=GIVEN, group=WHERE, option=Option("The address of the source.")),
    Field("archive_url", LINK, of=GIVEN, group=WHERE, option=Option("An archived copy of the source.")),
    Field("published", VAGUE, of=GIVEN, group=WHERE, option=Option("When the source was published.")),
)
EVIDENCE_FACTS = (
    Field("url", LINK), Field("archive_url", LINK), Field("quote", TEXT), Field("stance", CODE), Field("note", TEXT),
    Field("added", STAMP),
)  # fmt: skip  # a list of names
VERDICT_FACTS = (
    Field("uid", CODE), Field("act", CODE), Field("outcome", CODE), Field("rating", LINE), Field("happened", VAGUE),
    Field("judged", DAY), Field("judge", LINE), Field("reason", TEXT), Field("overrules", UIDS),
    Field("evidence", EVIDENCE),
)  # fmt: skip  # a list of names


if TYPE_CHECKING:

    class SourceFacts(TypedDict, total=False):
        """Facts of a source besides its title, as plain values; an empty value empties one."""

        publisher: str | None
        url: str | None
        archive_url: str | None
        published: str | None

    class SpeakerFacts(TypedDict, total=False):
        """What is said of a speaker besides the name: that it is somebody new, and another name to be kept."""

        new_speaker: bool | None
        alias: str | None

    class Given(SourceFacts, SpeakerFacts, total=False):
        """Fields of a claim besides its text and speaker, as plain values; null is not given, empty empties."""

        kind: str | None
        unnamed: bool | None
        role: str | None
        quote: str | None
        translation: str | None
        said: str | None
        due: str | None
        remind: str | None
        criterion: str | None
        via: str | None
        source: str | int | None
        tags: Sequence[str] | str | None
        probability: str | float | None
        note: str | None
        origin: str | None
        replaces: str | int | None
        contradicts: Sequence[str | int] | None
