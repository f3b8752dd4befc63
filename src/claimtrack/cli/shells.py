"""The three shells that complete by tab: how each asks the program, and how each is given what may follow.

Each script hands over the line as typed up to the cursor, and takes one candidate a line, with a few words after
a tab; status 1 leaves the rest to the shell's own completion of file names. No script evaluates what it is given:
the text of a claim comes from outside.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.cli.typer_internals import shell_above
from claimtrack.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_BASH = """\
_claimtrack_completion() {
    local answer line
    COMPREPLY=()
    answer=$(_CLAIMTRACK_COMPLETE=complete_bash _TYPER_COMPLETE_ARGS="${COMP_LINE:0:COMP_POINT}" "$1" 2>/dev/null) || {
        compopt -o default 2>/dev/null
        return
    }
    while IFS= read -r line; do
        [ -n "$line" ] && COMPREPLY+=("$line")
    done <<< "$answer"
}
complete -o nosort -F _claimtrack_completion claimtrack 2>/dev/null ||
    complete -o default -F _claimtrack_completion claimtrack
"""

_ZSH = """\
#compdef claimtrack
_claimtrack() {
    local answer line named=${${(z)LBUFFER}[(R)CLAIMTRACK_DB=*]}
    local -a values shown each
    answer=$(
        [[ -n $named ]] && export CLAIMTRACK_DB=${(Q)named#*=}
        export _CLAIMTRACK_COMPLETE=complete_zsh _TYPER_COMPLETE_ARGS="${words[1,CURRENT]}"
        ${~${(Q)words[1]}} 2>/dev/null
    ) || {
        compset -P '--*='
        _files
        return
    }
    for line in ${(f)answer}; do
        values+=("${line%%$'\\t'*}")
        shown+=("${line/$'\\t'/  -- }")
    done
    [[ $answer == *$'\\t'* ]] && each=(-l)
    compadd -U -V claimtrack $each -d shown -a values
}
if [[ $funcstack[1] == _claimtrack ]]; then
    _claimtrack "$@"
else
    compdef _claimtrack claimtrack
fi
"""

_FISH = """\
function __claimtrack_completion
    set -lx _CLAIMTRACK_COMPLETE complete_fish
    set -lx _TYPER_COMPLETE_ARGS (commandline -cp | string collect)
    claimtrack 2>/dev/null
    or begin
        set -l option (string match -r -- '^--[^=]*=' (commandline -ct))
        __fish_complete_path (string replace -- "$option" '' (commandline -ct)) | string replace -r '^' -- "$option"
    end
end
complete --command claimtrack --no-files --keep-order --arguments '(__claimtrack_completion)'
"""

SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}


def current_shell() -> str:
    """The shell that the program was started from, one of `SCRIPTS`.

    Raises:
        UnreadableError: where it is none of them.
    """
    name = shell_above() or Path(os.environ.get("SHELL", "")).name
    if name not in SCRIPTS:
        raise UnreadableError(
            f"Completion is there for {', '.join(SCRIPTS)}, not for {name or 'this shell'}."
        )
    return name


def install(shell: str, env: Mapping[str, str]) -> Path:
    """Writes the shell's script where the shell finds it, and returns that file; an rc file gets at most one line."""
    home = Path(env.get("HOME") or Path.home())
    if shell == "bash":
        path = home / ".bash_completions" / "claimtrack.sh"
        _ensure_line(home / ".bashrc", f"source '{path}'")
    elif shell == "zsh":
        path = home / ".zfunc" / "_claimtrack"
        rc = Path(env.get("ZDOTDIR") or home) / ".zshrc"
        _ensure_line(rc, "fpath+=~/.zfunc; autoload -Uz compinit; compinit")
    else:
        settings = Path(env.get("XDG_CONFIG_HOME") or home / ".config")
        path = settings / "fish" / "completions" / "claimtrack.fish"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SCRIPTS[shell], encoding="utf-8")
    return path


def _ensure_line(file: Path, line: str) -> None:
    """Puts the line at the end of the file, unless it is there."""
    there = file.read_bytes() if file.exists() else b""
    if line.encode() not in there.splitlines():
        with file.open("ab") as out:
            out.write((b"\n" if there and not there.endswith(b"\n") else b"") + line.encode() + b"\n")


# What bash's readline takes for the end of a word, apart from spaces and quotes: $COMP_WORDBREAKS as bash sets it.
_BREAKS = "@><=;|&(:"
_SAFE = re.compile(r"[^\w@%+=:,./-]")


def for_bash(values: Sequence[str], line: str) -> list[str]:
    """The values as bash puts them in the place of the part of the word that readline sees, quoted as it was begun."""
    quote, seen = _open_word(line)
    unquoted = [value[len(seen) :] for value in values if value.startswith(seen)]
    if quote == "'":
        return [value.replace("'", "'\\''") for value in unquoted]
    return [
        (re.sub(r'(["\\$`])', r"\\\1", value) if quote else _SAFE.sub(r"\\\g<0>", value))
        for value in unquoted
    ]


def _open_word(line: str) -> tuple[str, str]:
    """The quotation mark that is open at the end of the line, and the part of the last word that readline leaves."""
    quote, word, left, escaped = "", "", "", False
    for character in line:
        if escaped:
            word, escaped = word + character, False
        elif character == "\\" and quote != "'":
            escaped = True
        elif quote:
            quote, word = ("", word) if character == quote else (quote, word + character)
        elif character.isspace():
            word = left = ""
        else:
            word += "" if character in "\"'" else character
            quote = character if character in "\"'" else ""
            left = word if character in _BREAKS + "\"'" else left
    return quote, left


def with_words(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Each value with the words on it after a tab, as the functions of zsh and fish read them."""
    return [f"{value}\t{about}" if about else value for value, about in pairs]
