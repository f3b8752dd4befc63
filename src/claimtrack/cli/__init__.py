"""The command line: finds the family of the command, and turns every error into a sentence and an exit status."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer._click.exceptions import ClickException  # typer 0.28 has no public name for it
from typer.core import TyperGroup, TyperOption

from claimtrack import __version__
from claimtrack.cli.terminal import Terminal
from claimtrack.errors import INTERRUPTED, ClaimtrackError, UnreadableError, why

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter

# The commands in the groups and the order that --help shows, and the file of `commands` that holds each.
FAMILIES = {
    "Record": {"add": "add", "extract": "extract", "review": "review"},
    "Look": {
        "list": "list", "search": "list", "show": "show", "due": "due", "speakers": "speakers",
        "sources": "sources", "stats": "stats", "timeline": "timeline",
    },
    "Judge": {
        "resolve": "resolve", "unresolve": "resolve", "evidence": "resolve", "move": "move", "repeat": "move",
    },
    "Correct": {"edit": "edit", "history": "history", "undo": "history", "delete": "history"},
    "Publish, keep": {"export": "export", "doctor": "doctor", "backup": "doctor"},
}  # fmt: skip  # a row a group
_MODULES = {command: module for family in FAMILIES.values() for command, module in family.items()}


class Commands(TyperGroup):
    """The commands, of which only the one that is run is made: all of them take 25 ms to make."""

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002  # typer's signature
        """The names of all commands, in the order of --help."""
        return list(_MODULES)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002  # typer's signature
        """The command of that name."""
        if cmd_name not in _MODULES:
            return None
        made = _made(_family_of(cmd_name), cmd_name)
        _take_db(made)
        return made

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:  # noqa: ARG002  # typer's signature
        """Writes the commands in their groups."""
        for family, commands in FAMILIES.items():
            with formatter.section(family):
                formatter.write_dl([(name, _summary(_family_of(name), name)) for name in commands])


def _family_of(name: str) -> typer.Typer:
    """The family that holds the command."""
    family: typer.Typer = import_module(f"claimtrack.cli.commands.{_MODULES[name]}").app
    return family


def _summary(app: typer.Typer, name: str) -> str:
    """The first line of the command's help, for which the command itself need not be made."""
    told = {info.name: info.callback for info in app.registered_commands}
    for group in app.registered_groups:
        below = group.typer_instance and group.typer_instance.registered_callback
        told[group.name] = below.callback if below else None
    return (inspect.getdoc(told[name]) or "").partition("\n")[0]


def _made(app: typer.Typer, name: str) -> Command:
    """The one command or group of `app` that has the name."""
    for info in app.registered_commands:
        if info.name == name:
            return typer.main.get_command_from_info(
                info, pretty_exceptions_short=False, rich_markup_mode=None
            )
    group = next(info for info in app.registered_groups if info.name == name)
    return typer.main.get_group_from_info(
        group, pretty_exceptions_short=False, suggest_commands=True, rich_markup_mode=None
    )


def _take_db(command: Command) -> None:
    """Gives a command, and the commands below it, the option --db of the whole program."""
    command.params.append(
        TyperOption(
            param_decls=["--db"], metavar="FILE", expose_value=False, is_eager=True, callback=_named,
            help="The database, here as well as before the command.",
        )
    )  # fmt: skip  # an option a line
    for below in getattr(command, "commands", {}).values():
        _take_db(below)


def _named(ctx: Context, _: object, value: str | None) -> None:
    terminal = ctx.find_object(Terminal)
    if value is not None and terminal:
        terminal.named = value


app = typer.Typer(cls=Commands, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"claimtrack {__version__}")
        raise typer.Exit


def _install_completion(ctx: typer.Context, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:  # a line that is being completed is only read
        from claimtrack.cli.shells import current_shell, install  # noqa: PLC0415  # done once

        path = install(current_shell(), os.environ)
        print(f"Completion is installed in {path}; it takes effect in a new shell.")
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
    db: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="The database; else $CLAIMTRACK_DB, ./claims.db or the user's own."
        ),
    ] = None,
    *,
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
    terminal: Terminal = ctx.obj
    terminal.named = db or terminal.named
    if ctx.invoked_subcommand is None:
        from claimtrack.cli.commands.list import overview  # noqa: PLC0415  # a command does not need it

        overview(terminal)


def main(argv: Sequence[str]) -> int:
    """Runs the command that `argv` names, and returns its exit status; what it printed may wait in a buffer.

    Raises:
        OSError: where a stream can't be read or written.
    """
    terminal = Terminal(os.environ)
    command: Any = typer.main.get_command(app)
    try:
        if asked := os.environ.get("_CLAIMTRACK_COMPLETE"):
            from claimtrack.cli.completion import answer  # noqa: PLC0415  # only where a shell asks

            return answer(asked, command, terminal)
        with command.make_context("claimtrack", list(argv), obj=terminal) as ctx:
            command.invoke(ctx)
    except typer.Exit as done:
        return done.exit_code
    except (KeyboardInterrupt, EOFError):
        return INTERRUPTED
    except (ClaimtrackError, ClickException, UnicodeEncodeError, OSError) as error:
        if isinstance(error, OSError) and not error.filename:
            raise
        sentence, status = _told(error)
        terminal.say(f"claimtrack: {sentence}")
        return status
    return 0


def _told(error: Exception) -> tuple[str, int]:
    """What to say of an error, in one sentence, and the exit status."""
    match error:
        case ClaimtrackError():
            return str(error), error.status
        case ClickException():
            return _sentence(error), error.exit_code
        case OSError():
            return f"{error.filename} can't be used: {why(error)}.", ClaimtrackError.status
        case _:
            return "What was given is not UTF-8 text; type it again.", UnreadableError.status


def _sentence(error: ClickException) -> str:
    """What typer says was wrong, with where to look."""
    ctx = getattr(error, "ctx", None)
    where = ctx.command_path if ctx else "claimtrack"
    return f"{error.format_message().rstrip('.')}; see `{where} --help`."
