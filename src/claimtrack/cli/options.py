"""What several commands share: the fields of a claim, filters, ids, and values from standard input."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from functools import cache, wraps
from typing import Annotated, Any, get_type_hints

import typer

from claimtrack import tracker
from claimtrack.cli.terminal import Terminal
from claimtrack.errors import UnreadableError
from claimtrack.model import Filters
from claimtrack.tracker import Reference


def takes(
    group: Callable[..., object], parameter: str
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A decorator that gives a command all options of `group`, whose result becomes its `parameter`."""
    options, hints = _options(group)

    def give(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def with_options(**values: Any) -> None:
            chosen = {name: values.pop(name) for name in options}
            command(**values, **{parameter: group(**chosen)})

        own = inspect.signature(command)
        hints_of = get_type_hints(command, include_extras=True) | hints
        parameters: list[inspect.Parameter] = []
        for name, kept in own.parameters.items():
            parameters += options.values() if name == parameter else [kept]
        keywords = [
            p.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=hints_of[p.name]) for p in parameters
        ]
        with_options.__annotations__ = {p.name: p.annotation for p in keywords}
        with_options.__signature__ = own.replace(parameters=keywords)  # type: ignore[attr-defined]  # inspect reads it
        return with_options

    return give


@cache
def _options(group: Callable[..., object]) -> tuple[Mapping[str, inspect.Parameter], dict[str, Any]]:
    """The parameters of a group and their types, read once for all the commands that take it."""
    return inspect.signature(group).parameters, get_type_hints(group, include_extras=True)


def example(*commands: str) -> str:
    """The end of a command's help: two examples, not wrapped."""
    return "\b\nExamples:\n" + "\n".join(f"  claimtrack {command}" for command in commands)


def _text(help: str, *names: str) -> Any:  # noqa: A002  # typer's word
    return typer.Option(*names, help=help, metavar="TEXT", show_default=False)


def _date(help: str, *names: str) -> Any:  # noqa: A002  # typer's word
    return typer.Option(*names, help=help, metavar="DATE", show_default=False)


Tags = Annotated[
    list[str] | None,
    _text("A tag; repeat, or join by commas.", "-t", "--tag"),
]


def _id(help: str) -> Any:  # noqa: A002  # typer's word
    return typer.Option(help=help, metavar="ID", show_default=False)


def _flag(name: str, help: str) -> Any:  # noqa: A002  # typer's word
    return typer.Option(name, help=help)


Many = list[str] | None
AsOf = Annotated[str | None, _date("As the record stood at the end of that day.", "--as-of")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the record as JSON.")]
OnlyIds = Annotated[bool, typer.Option("--ids", help="Print ids alone.")]
ON_A_TERMINAL = 50  # claims; the last line says how many more there are
IDS_HELP = "Ids, ranges such as 5-7, uids, `last`, or - to read them from standard input."
Ids = Annotated[list[str], typer.Argument(metavar="IDS", help=IDS_HELP)]


def claim_fields(
    *,
    kind: Annotated[str | None, _text("statement, prediction, promise or deadline.", "-k", "--kind")] = None,
    said: Annotated[str | None, _date("The day of speaking; unknown where left out.")] = None,
    due: Annotated[str | None, _date("By when it should come about.", "-d", "--due")] = None,
    quote: Annotated[str | None, _text("The words as the source prints them.", "-q", "--quote")] = None,
    translation: Annotated[str | None, _text("The quotation in the readers' language.")] = None,
    via: Annotated[str | None, _text("Who relayed it, where the source has it second-hand.")] = None,
    unnamed: Annotated[
        bool | None,
        typer.Option("--unnamed/--named", help="NAME is the source's words for someone it does not name."),
    ] = None,
    role: Annotated[str | None, _text("What the speaker was when saying it.")] = None,
    criterion: Annotated[str | None, _text("How one will tell whether it came about.")] = None,
    source: Annotated[
        str | None, _text("Where it was reported: a source's id, address or title.", "-S", "--source")
    ] = None,
    url: Annotated[str | None, _text("The address of the source.")] = None,
    archive_url: Annotated[str | None, _text("An archived copy of the source.")] = None,
    publisher: Annotated[str | None, _text("Who published the source.")] = None,
    published: Annotated[str | None, _date("When the source was published.")] = None,
    tag: Tags = None,
    probability: Annotated[str | None, _text("The probability that the speaker stated: 0.7 or 70%.")] = None,
    note: Annotated[str | None, _text("A note for yourself; it is never published.")] = None,
    replaces: Annotated[str | None, _id("The claim that this one moved to another date.")] = None,
    contradicts: Annotated[
        list[str] | None, _id("A claim of the speaker that can't hold as well; may repeat.")
    ] = None,
) -> dict[str, Any]:
    """The fields of a claim and its source, as `tracker.Given` has them."""
    given = dict(locals())
    return {**given, "tags": given.pop("tag")}


def filters(
    *,
    speaker: Annotated[Many, _text("A name, an alias or a part of one.", "-s", "--speaker")] = None,
    unnamed: Annotated[bool, _flag("--unnamed", "Claims of speakers the source does not name.")] = False,
    status: Annotated[Many, _text("unresolved or resolved.")] = None,
    overdue: Annotated[bool, _flag("--overdue", "Unresolved, and the due date has passed.")] = False,
    outcome: Annotated[Many, _text("An outcome in any kind's words, or none.")] = None,
    kind: Annotated[Many, _text("A kind of claim.", "-k", "--kind")] = None,
    tag: Annotated[Many, _text("A tag, or none.", "-t", "--tag")] = None,
    via: Annotated[Many, _text("Who relayed it, or none.")] = None,
    source: Annotated[Many, _text("A source's id, address or title, or none.", "-S", "--source")] = None,
    evidence: Annotated[Many, _text("any, for, contrary or none.")] = None,
    slipped: Annotated[bool, _flag("--slipped", "Chains whose date slipped, most days first.")] = False,
    contradicted: Annotated[bool, _flag("--contradicted", "Claims that can't hold with another.")] = False,
    due: Annotated[Many, _date("May fall in: 2025-Q1, 2025-01/, /2025-03, none.", "-d", "--due")] = None,
    said: Annotated[Many, _date("The same for when it was said.")] = None,
    judged: Annotated[Many, _date("The same for when it was judged.")] = None,
    search: Annotated[str | None, _text("Words in text, quotation, speaker or source.")] = None,
    sort: Annotated[
        str | None, _text("said, due, added, updated, judged, slip, speaker, probability.")
    ] = None,
    reverse: Annotated[bool, _flag("--reverse", "The other way round.")] = False,
    limit: Annotated[int | None, typer.Option(metavar="N", min=0, help="At most so many.")] = None,
) -> Filters:
    """Which claims are meant."""
    given: dict[str, Any] = dict(locals())
    return Filters(**given | {name: tuple(given[name] or ()) for name in _REPEATED})


_REPEATED = (
    "speaker", "status", "outcome", "kind", "tag", "via", "source", "evidence", "due", "said", "judged",
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
        raise UnreadableError(f"{rest[0]!r} is no id; begin with ids such as 3 or 5-7.")
    return named, " ".join(rest)


def only_references(words: Sequence[str], terminal: Terminal) -> tuple[Reference, ...]:
    """The claims that the words name.

    Raises:
        UnreadableError: where one of them is no id.
    """
    named, rest = references_and_rest(words, terminal)
    if rest:
        raise UnreadableError(f"{rest!r} is no id; give ids such as 3 or 5-7.")
    return named
