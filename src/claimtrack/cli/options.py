"""What several commands share: the fields of a claim, filters, ids, and values from standard input."""

import inspect
from collections.abc import Iterable, Sequence
from shlex import quote
from typing import Annotated, Any

import typer

from claimtrack import tracker
from claimtrack.cli.option_groups import Group
from claimtrack.cli.terminal import Terminal
from claimtrack.errors import UnreadableError
from claimtrack.model import Filters
from claimtrack.model.record import (
    CLAIM,
    CLAIMS,
    DAY,
    FIELDS,
    GROUPS,
    LINK,
    SOURCE,
    SOURCE_FACTS,
    SPEAKER,
    TAGS,
    TRUTH,
    VAGUE,
    Field,
)  # fmt: skip  # a list of names
from claimtrack.tracker import Reference

# The sections of a command's help, in their order; what is in none of them stands last.
WHO, WHEN, WHAT, WHERE, LINKS, MORE = (group.capitalize() for group in GROUPS)
FEEDS, MODEL, FILTERS, OUTPUT, PUBLISHING = "Feeds", "Model", "Filters", "Output", "Publishing"
SECTIONS = (WHO, WHEN, WHAT, WHERE, LINKS, MORE, FEEDS, MODEL, FILTERS, OUTPUT, PUBLISHING)


def options_of(fields: Iterable[Field]) -> Group:
    """An option for each field that has one; what is made of them is their values, by the fields' names."""
    return Group({field.name: _parameter(field) for field in fields if field.option}, dict)


# What a value of each form is called in the help, and what it is for Python; a line of text where it is not here.
_METAVARS = {VAGUE: "DATE", DAY: "DATE", CLAIM: "ID", CLAIMS: "ID", LINK: "URL", SPEAKER: "NAME"}
_TYPES = {TRUTH: bool, TAGS: list[str], CLAIMS: list[str]}


def _parameter(field: Field) -> inspect.Parameter:
    """The option by which a field is given."""
    names, words = (field.option.names, field.option.help) if field.option else ((), "")
    metavar = None if field.form == TRUTH else _METAVARS.get(field.form, "TEXT")
    panel = field.group.capitalize()
    option = typer.Option(*names, help=words, metavar=metavar, show_default=False, rich_help_panel=panel)
    given = Annotated[_TYPES.get(field.form, str) | None, option]  # type: ignore[valid-type]  # the form tells which
    return inspect.Parameter(field.name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=given)


NEW_SPEAKER = inspect.Parameter(
    "new_speaker",
    inspect.Parameter.KEYWORD_ONLY,
    default=None,
    annotation=Annotated[
        bool | None,
        typer.Option(
            "--new-speaker",
            help="NAME is somebody new, however like another name it is.",
            show_default=False,
            rich_help_panel=WHO,
        ),
    ],
)


def claim_fields(*, besides: str = "") -> Group:
    """The fields of a claim, and of its source where that is given; not the one that the command takes otherwise."""
    flat = (one for field in FIELDS for one in (field, *(SOURCE_FACTS if field.form == SOURCE else ())))
    parameters: dict[str, inspect.Parameter] = {}
    for field in (field for field in flat if field.option and field.name != besides):
        parameters[field.name] = _parameter(field)
        if field.form == SPEAKER:
            parameters["new_speaker"] = NEW_SPEAKER
    return Group(parameters, dict)


def example(*commands: str) -> str:
    """The end of a command's help: two examples, not wrapped."""
    return "\b\nExamples:\n" + "\n".join(f"  claimtrack {command}" for command in commands)


def _text(help: str, *names: str, section: str = FILTERS) -> Any:  # noqa: A002  # typer's word
    return typer.Option(*names, help=help, metavar="TEXT", show_default=False, rich_help_panel=section)


def _date(help: str, *names: str, section: str = WHEN) -> Any:  # noqa: A002  # typer's word
    return typer.Option(*names, help=help, metavar="DATE", show_default=False, rich_help_panel=section)


def _flag(name: str, help: str, *, section: str = FILTERS) -> Any:  # noqa: A002  # typer's word
    return typer.Option(name, help=help, rich_help_panel=section)


Many = list[str] | None
AsOf = Annotated[str | None, _date("As the record stood at the end of that day.", "--as-of", section=OUTPUT)]
OnlyIds = Annotated[bool, _flag("--ids", "Print ids alone.", section=OUTPUT)]
Fields = Annotated[
    str | None,
    typer.Option(
        "--fields", metavar="NAMES", help="Only these fields, such as id,speaker,due.", rich_help_panel=OUTPUT
    ),
]
Limit = Annotated[
    int | None, typer.Option("--limit", metavar="N", min=0, help="At most so many.", rich_help_panel=OUTPUT)
]
ON_A_TERMINAL = 50  # claims; the last line says how many more there are
IDS_HELP = "Ids, ranges such as 5-7, uids, `last`, or - to read them from standard input."
Ids = Annotated[list[str], typer.Argument(metavar="IDS", help=IDS_HELP)]


def filters(
    *,
    speaker: Annotated[
        Many, _text("A name, an alias or a part of one.", "-s", "--speaker", section=WHO)
    ] = None,
    unnamed: Annotated[
        bool, _flag("--unnamed", "Claims of speakers the source does not name.", section=WHO)
    ] = False,
    status: Annotated[Many, _text("unresolved or resolved.")] = None,
    overdue: Annotated[
        bool, _flag("--overdue", "Unresolved, and the due date has passed.", section=WHEN)
    ] = False,
    outcome: Annotated[Many, _text("An outcome in any kind's words, or none.")] = None,
    kind: Annotated[Many, _text("A kind of claim.", "-k", "--kind")] = None,
    tag: Annotated[Many, _text("A tag, or none; a,b means both.", "-t", "--tag")] = None,
    without: Annotated[Many, _text("Not with that tag.")] = None,
    via: Annotated[Many, _text("Who relayed it, or none.", section=WHO)] = None,
    source: Annotated[
        Many, _text("A source's id, address or title, or none.", "-S", "--source", section=WHERE)
    ] = None,
    evidence: Annotated[Many, _text("any, for, contrary or none.")] = None,
    slipped: Annotated[bool, _flag("--slipped", "Chains whose date slipped, most days first.")] = False,
    contradicted: Annotated[bool, _flag("--contradicted", "Claims that can't hold with another.")] = False,
    disputed: Annotated[bool, _flag("--disputed", "Claims that two judges judged differently.")] = False,
    due: Annotated[Many, _date("May fall in: 2025-Q1, 2025-01/, /2025-03, none.", "-d", "--due")] = None,
    said: Annotated[Many, _date("The same for when it was said.")] = None,
    judged: Annotated[Many, _date("The same for when it was judged.")] = None,
    search: Annotated[str | None, _text("Words in text, quotation, speaker or source.")] = None,
    sort: Annotated[
        str | None,
        _text("said, due, added, updated, judged, remind, slip, speaker, probability.", section=OUTPUT),
    ] = None,
    reverse: Annotated[bool, _flag("--reverse", "The other way round.", section=OUTPUT)] = False,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=0, help="At most so many.", rich_help_panel=OUTPUT)
    ] = None,
) -> Filters:
    """Which claims are meant."""
    given: dict[str, Any] = dict(locals())
    return Filters(**given | {name: tuple(given[name] or ()) for name in _REPEATED})


def typed(which: Filters) -> str:
    """The filters as they are typed."""
    options: list[str] = []
    for field, value in which._asdict().items():
        name = f"--{field}"
        if value is True:
            options.append(name)
        elif isinstance(value, tuple):
            options += [f"{name} {quote(each)}" for each in value]
        elif value is not None and value is not False:
            options.append(f"{name} {quote(str(value))}")
    return " ".join(options)


_REPEATED = (
    "speaker", "status", "outcome", "kind", "tag", "without", "via", "source", "evidence", "due", "said", "judged",
)  # fmt: skip  # a list of names


def from_input(terminal: Terminal, given: dict[str, Any]) -> dict[str, Any]:
    """`given` with standard input in the place of the one value that is `-`.

    Raises:
        UnreadableError: where two values are.
    """
    asked = [name for name, value in given.items() if value == "-"]
    if len(asked) > 1:
        raise UnreadableError(f"Only one value can be read from standard input, not {' and '.join(asked)}.")
    return {**given, **{name: terminal.read_input() for name in asked}}


def field_names(words: str | None) -> tuple[str, ...]:
    """The names that `--fields` lists; none where it is not given.

    Raises:
        UnreadableError: where one is no name of the record.
    """
    if words is None:
        return ()
    from claimtrack.exchange.columns import field_names as named  # noqa: PLC0415  # most commands choose no fields

    return named(words)


def references_and_rest(words: Sequence[str], terminal: Terminal) -> tuple[tuple[Reference, ...], str]:
    """The claims that the leading words name, and the other words joined; ends the command where input names none.

    Raises:
        UnreadableError: where they name no claim.
    """
    if words and words[0] == "-":
        named, rest = tracker.leading_references(terminal.read_input().split())
        if rest:
            raise UnreadableError(f"{rest[0]!r} on standard input is no id; `list --ids` prints ids alone.")
        if not named:
            terminal.say("No ids on standard input; nothing was done.")
            raise typer.Exit
        return named, " ".join(words[1:])
    named, rest = tracker.leading_references(words)
    if not named:
        raise UnreadableError(f"{rest[0]!r} is no id; begin with ids such as 3 or 5-7{_which_finds(rest)}.")
    return named, " ".join(rest)


def only_references(words: Sequence[str], terminal: Terminal) -> tuple[Reference, ...]:
    """The claims that the words name.

    Raises:
        UnreadableError: where one of them is no id.
    """
    named, rest = references_and_rest(words, terminal)
    if rest:
        raise UnreadableError(f"{rest!r} is no id; give ids such as 3 or 5-7{_which_finds([rest])}.")
    return named


def _which_finds(words: Sequence[str]) -> str:
    """How the ids are found, where the words look like a name."""
    from shlex import quote  # noqa: PLC0415  # only for what is wrong

    name = " ".join(words)
    return f", which `claimtrack search {quote(name)}` finds" if name.istitle() else ""
