"""All that the command line takes from typer and typer does not promise: for a later typer, change this file alone.

What is taken for granted has its tests in tests/cli/test_typer_internals.py, each with its name.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping, Sequence
from copy import copy
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from claimtrack.errors import UnreadableError

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter, Parameter

_END = "\0"  # marks the cursor; no shell hands over a zero byte


class SectionedCommand(TyperCommand):
    """A command whose options stand in sections of its help: the panels they were given, and the rest last."""

    @property
    def sections(self) -> Sequence[str]:
        """The panels in their order."""
        return ()

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Writes the arguments and, section by section, the options."""
        rows: dict[str, list[tuple[str, str]]] = {
            name: [] for name in ("Arguments", *self.sections, "Options")
        }
        for parameter in self.get_params(ctx):
            panel = getattr(parameter, "rich_help_panel", None) or "Options"
            name = "Arguments" if parameter.param_type_name == "argument" else panel
            if told := parameter.get_help_record(ctx):
                rows[name].append(told)
        for name, lines in rows.items():
            if lines:
                with formatter.section(name):
                    formatter.write_dl(lines)


class LazyCommands(TyperGroup):
    """Commands in groups, of which only the one that is run is made: all of them take 25 ms to make."""

    # The commands in the groups and the order that --help shows, and the module of `package` that holds each.
    groups: ClassVar[Mapping[str, Mapping[str, str]]]
    package: ClassVar[str]
    kind_of_command: ClassVar[type[TyperCommand]] = TyperCommand
    # The options of the whole program that every command takes as well, and the help on them there.
    everywhere: ClassVar[Mapping[str, str]]

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002  # typer's signature
        """The names of all commands, in the order of --help."""
        return [name for group in self.groups.values() for name in group]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """The command of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        made = _made(self._home(cmd_name), cmd_name, self.kind_of_command)
        for name, help_there in self.everywhere.items():
            option = copy(next(option for option in self.params if name in option.opts))
            option.help = help_there  # type: ignore[attr-defined]  # options have it, arguments do not
            _give(made, option)
        _take_once(made)
        return made

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:  # noqa: ARG002  # typer's signature
        """Writes the commands in their groups."""
        for group, commands in self.groups.items():
            with formatter.section(group):
                formatter.write_dl([(name, _summary(self._home(name), name)) for name in commands])

    def _home(self, name: str) -> typer.Typer:
        """The app that holds the command, and perhaps others."""
        module = next(group[name] for group in self.groups.values() if name in group)
        app: typer.Typer = import_module(f"{self.package}.{module}").app
        return app


def _summary(app: typer.Typer, name: str) -> str:
    """The first line of the command's help, for which the command itself need not be made."""
    told = {info.name: info.callback for info in app.registered_commands}
    for group in app.registered_groups:
        below = group.typer_instance and group.typer_instance.registered_callback
        told[group.name] = below.callback if below else None
    return (inspect.getdoc(told[name]) or "").partition("\n")[0]


def _made(app: typer.Typer, name: str, kind: type[TyperCommand]) -> Command:
    """The one command or group of `app` that has the name, without the others, each command of that kind."""
    alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    infos = [info for info in app.registered_commands if info.name == name]
    for group in app.registered_groups:
        if group.name == name and group.typer_instance:
            alone.registered_callback = group.typer_instance.registered_callback
            alone.suggest_commands = False
            infos = group.typer_instance.registered_commands
    alone.registered_commands = [copy(info) for info in infos]
    for info in alone.registered_commands:
        info.cls = kind
    made = typer.main.get_command(alone)
    made.name = name
    return made


def _give(command: Command, option: Parameter) -> None:
    """Gives the option to a command, and to the commands below it."""
    command.params.append(option)
    for below in getattr(command, "commands", {}).values():
        _give(below, option)


def _take_once(command: Command) -> None:
    """Makes the command, and those below it, refuse an option of one value that is given twice.

    The last of the two would win in silence.
    """
    make = command.make_parser

    def make_parser(ctx: Context) -> Any:
        parser = make(ctx)
        parse = parser.parse_args

        def parse_once(args: list[str]) -> Any:
            try:
                parsed = parse(args=args)
            except typer.TyperException as error:
                if (
                    getattr(error, "ctx", None) is None
                ):  # of an option without its value it does not know whose it is
                    error.ctx = ctx  # type: ignore[attr-defined]  # errors of usage have it
                raise
            given = () if ctx.resilient_parsing else parsed[2]  # a line that is being completed is only read
            for option in given:
                if _takes_one(option) and given.count(option) > 1:
                    raise given_twice(max(option.opts, key=len))
            return parsed

        parser.parse_args = parse_once  # type: ignore[method-assign]  # of this one parser, which was just made
        return parser

    command.make_parser = make_parser  # type: ignore[method-assign]  # of this one command, the same
    for below in getattr(command, "commands", {}).values():
        _take_once(below)


def _takes_one(parameter: Parameter) -> bool:
    """Whether a second value would contradict the first: that of a flag does only where it has an opposite."""
    if not isinstance(parameter, TyperOption):
        return False
    return not parameter.multiple and (not parameter.is_flag or bool(parameter.secondary_opts))


def given_twice(option: str) -> UnreadableError:
    """The error for an option that takes one value and was given two."""
    return UnreadableError(f"{option} was given twice and takes one value; give it once.")


def commands_of(app: typer.Typer) -> list[tuple[str, Command]]:
    """All commands with their names, such as `speakers` and after it `speakers show`."""
    whole: Any = typer.main.get_command(app)
    context = typer.Context(whole)
    found = []
    for name in whole.list_commands(context):
        command = whole.get_command(context, name)
        below = getattr(command, "commands", {})
        found += [(name, command), *((f"{name} {one}", made) for one, made in below.items())]
    return found


def command_names(app: typer.Typer) -> list[str]:
    """The names of all commands, in the same order."""
    return [name for name, _ in commands_of(app)]


def run(app: typer.Typer, name: str, argv: Sequence[str], obj: object) -> None:
    """Runs the command that `argv` names, with `obj` in its context; what goes wrong is raised, nothing is printed."""
    command = typer.main.get_command(app)
    _take_once(command)
    with command.make_context(name, list(argv), obj=obj) as ctx:
        command.invoke(ctx)


class Wrong(NamedTuple):
    """What was not understood of a command line, by which command, and what that one knows in its place."""

    what: str  # `command`, `option`, `words` where there are too many, else empty
    word: str
    command: str  # with those above it; empty where that is not known
    known: tuple[str, ...] = ()  # the names of its commands or options
    takes_words: bool = False  # besides options


_WORDS = {
    "command": r"No such command '(.*)'",
    "words": r"Got unexpected extra argument\(s\) \((.*)\)",
}


def what_was_wrong(error: typer.TyperException) -> Wrong:
    """What typer did not understand."""
    context = getattr(error, "ctx", None)
    if context is None:
        return Wrong("", "", "")
    command = context.command
    options = tuple(
        name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)
    )
    options += tuple(context.help_option_names)
    if word := getattr(error, "option_name", None):
        unknown = type(error).__name__ == "NoSuchOption"
        return Wrong("option" if unknown else "", word, context.command_path, options)
    for what, told in _WORDS.items():
        if found := re.search(told, error.message, re.DOTALL):
            known = tuple(command.list_commands(context)) if what == "command" else options
            takes_words = any(one.param_type_name == "argument" for one in command.params)
            return Wrong(what, found[1], context.command_path, known, takes_words)
    return Wrong("", "", context.command_path)


class Place(NamedTuple):
    """The end of a line that is being typed, and what may stand there."""

    begun: str  # what is there of the value or name
    before: str  # what stands before it in the same word, such as `--due=`
    command: str
    parameter: str | None  # whose value it is; null where it is the name of a command or an option
    metavar: str
    values: Mapping[str, Any]  # the values on the line by parameter
    names: tuple[tuple[str, str], ...]  # the commands or options that begin so, with their help


def place_at_the_end(app: typer.Typer, name: str, line: str, obj: object) -> Place:
    """What is being typed at the end of the line, whose first word is the program; no command is run."""
    from typer._click import Parameter  # noqa: PLC0415  # only where a shell asks
    from typer._click.shell_completion import (  # noqa: PLC0415  # the same
        _resolve_context,
        _resolve_incomplete,
        split_arg_string,
    )

    *words, last = split_arg_string(line + _END)
    last = last.removesuffix(_END)
    context = _resolve_context(typer.main.get_command(app), {"obj": obj}, name, words[1:])
    about, begun = _resolve_incomplete(context, words[1:], last)
    before, command = last.removesuffix(begun), context.info_name or ""
    if isinstance(about, Parameter):
        return Place(begun, before, command, about.name, about.metavar or "", context.params, ())
    names = tuple((item.value, item.help or "") for item in about.shell_complete(context, begun))
    return Place(begun, before, command, None, "", context.params, names)


def shell_above() -> str | None:
    """The name of the shell that the program was started from; null where it can't be told."""
    from typer._completion_shared import _get_shell_name  # noqa: PLC0415  # asked once in a lifetime

    return _get_shell_name()
