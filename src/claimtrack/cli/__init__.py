"""The command line: finds the family of the command, and turns every error into a sentence and an exit status."""

import os
from collections.abc import Callable, Sequence
from typing import Annotated, Any, ClassVar

import typer

from claimtrack import __version__
from claimtrack.cli.terminal import Terminal, terminal_of
from claimtrack.cli.typer_internals import LazyCommands, SectionedCommand, given_twice, run, what_was_wrong
from claimtrack.errors import INTERRUPTED, ClaimtrackError, UnreadableError, why

PROGRAM = "claimtrack"
# The commands in the groups and the order that --help shows, and the file of `commands` that holds each.
FAMILIES = {
    "Record": {"add": "add", "extract": "extract", "review": "review", "import": "imports", "merge": "merge"},
    "Look": {
        "list": "list", "search": "list", "show": "show", "due": "due", "speakers": "speakers",
        "sources": "sources", "stats": "stats", "timeline": "stats",
    },
    "Judge": {
        "resolve": "resolve", "unresolve": "resolve", "evidence": "resolve", "move": "move", "repeat": "move",
    },
    "Correct": {"edit": "edit", "history": "history", "undo": "history", "delete": "history"},
    "Publish, keep": {"export": "export", "report": "report", "serve": "serve", "doctor": "doctor", "backup": "doctor"},
}  # fmt: skip  # a row a group


class Sections(SectionedCommand):
    """A command whose options stand in groups that can be scanned."""

    @property
    def sections(self) -> Sequence[str]:
        """Those that options have been put in, in their order."""
        from claimtrack.cli.options import SECTIONS  # noqa: PLC0415  # --help of the whole program has none

        return SECTIONS


class Commands(LazyCommands):
    """The commands of the program."""

    groups = FAMILIES
    package = "claimtrack.cli.commands"
    kind_of_command = Sections
    everywhere: ClassVar = {
        "--db": "The database, here as well as before the command.",
        "--json": "Print the records as JSON, as they are afterwards.",
    }


def _named(ctx: typer.Context, value: str | None) -> None:
    if value is not None:
        if terminal_of(ctx).named is not None:
            raise given_twice("--db")
        terminal_of(ctx).named = value


def _as_json(ctx: typer.Context, wanted: bool) -> None:
    if wanted:
        terminal_of(ctx).as_json = True


app = typer.Typer(cls=Commands, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"claimtrack {__version__}")
        raise typer.Exit


def _install_completion(ctx: typer.Context, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:  # a line that is being completed is only read
        from claimtrack.cli.shells import current_shell, install  # noqa: PLC0415  # done once

        path = install(current_shell(), os.environ)
        terminal_of(ctx).emit([f"Completion is installed in {path}; it takes effect in a new shell."])
        raise typer.Exit


def _show_completion(ctx: typer.Context, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from claimtrack.cli.shells import SCRIPTS, current_shell  # noqa: PLC0415  # done once

        print(SCRIPTS[current_shell()], end="")
        raise typer.Exit


def _at_once(name: str, does: Callable[[bool], None], help: str) -> Any:  # noqa: A002  # typer's word
    """An option that does something and ends the program."""
    return typer.Option(name, callback=does, is_eager=True, help=help)


@app.callback(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
def claimtrack(
    ctx: typer.Context,
    *,
    _db: Annotated[
        str | None,
        typer.Option(
            "--db",
            metavar="FILE",
            expose_value=False,
            is_eager=True,
            callback=_named,
            help="The database; else $CLAIMTRACK_DB, ./claims.db or the user's own.",
        ),
    ] = None,
    _json: Annotated[
        bool,
        typer.Option(
            "--json",
            expose_value=False,
            is_eager=True,
            callback=_as_json,
            help="Print the records as JSON.",
        ),
    ] = False,
    _version: Annotated[bool, _at_once("--version", _show_version, "Print the version.")] = False,
    _install: Annotated[
        bool, _at_once("--install-completion", _install_completion, "Install completion for this shell.")
    ] = False,
    _show: Annotated[
        bool, _at_once("--show-completion", _show_completion, "Print the completion script of this shell.")
    ] = False,
) -> None:
    """Tracks claims: who said what, when, by when it should happen, and how it turned out.

    Without a command: an overview of the database on one screen.
    """
    if ctx.invoked_subcommand is None:
        from claimtrack.cli.commands.list import overview  # noqa: PLC0415  # a command does not need it

        overview(terminal_of(ctx))


def main(argv: Sequence[str]) -> int:
    """Runs the command that `argv` names, and returns its exit status; what it printed may wait in a buffer.

    Raises:
        OSError: where a stream can't be read or written.
    """
    terminal = Terminal(os.environ)
    try:
        if asked := os.environ.get("_CLAIMTRACK_COMPLETE"):
            from claimtrack.cli.completion import answer  # noqa: PLC0415  # only where a shell asks

            return answer(asked, app, terminal)
        run(app, PROGRAM, argv, terminal)
    except typer.Exit as done:
        return done.exit_code
    except (KeyboardInterrupt, EOFError):
        return INTERRUPTED
    except (ClaimtrackError, typer.TyperException, UnicodeEncodeError, OSError) as error:
        if isinstance(error, OSError) and not error.filename:
            raise
        sentence, status = _told(error, argv)
        terminal.say(f"claimtrack: {terminal.at_home(sentence)}")
        return status
    except Exception:
        if not (damage := terminal.damage()):  # what no record of ours can hold came of it
            raise
        terminal.say(f"claimtrack: {terminal.at_home(str(damage))}")
        return damage.status
    return 0


def _told(error: Exception, argv: Sequence[str]) -> tuple[str, int]:
    """What to say of an error, in one sentence, and the exit status."""
    match error:
        case ClaimtrackError():
            return str(error), error.status
        case typer.TyperException():
            return _sentence(error, argv), error.exit_code
        case OSError():
            return f"{error.filename} can't be used: {why(error)}.", ClaimtrackError.status
        case _:
            return "What was given is not UTF-8 text; type it again.", UnreadableError.status


def _sentence(error: typer.TyperException, argv: Sequence[str]) -> str:
    """What typer says was wrong, with what was probably meant or else where to look."""
    from claimtrack.cli.first_help import first_help  # noqa: PLC0415  # only where something is wrong

    wrong = what_was_wrong(error)
    help_ = first_help(wrong, argv) or f"see `{wrong.command or PROGRAM} --help`."
    return f"{(error.message if wrong.what else error.format_message()).rstrip('.')}; {help_}"
