"""First help: what was probably meant, where there is no such command or option, or a word too many."""

from __future__ import annotations

import re
import shlex
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches

from claimtrack.cli.typer_internals import Wrong

# What other programs, and people, call a command, and what it is here.
COMMANDS = {
    "list": "ls ll all claims query filter find-all index table",
    "show": "cat view get open display info print read",
    "add": "new create record insert put log claim",
    "edit": "update change modify set fix correct tag amend rename",
    "delete": "rm remove del drop erase trash",
    "resolve": "judge verdict close done outcome mark complete rate",
    "unresolve": "reopen unjudge retract",
    "due": "check agenda todo next deadlines pending overdue remind today",
    "doctor": "check fsck verify validate examine health lint repair",
    "search": "find grep look lookup",
    "stats": "score scores scorecard statistics report rank summary leaderboard",
    "history": "log changes audit blame",
    "undo": "revert back rollback restore undelete",
    "move": "postpone reschedule delay slip extend",
    "repeat": "again reaffirm",
    "evidence": "proof link cite",
    "export": "save dump csv download output",
    "backup": "copy snapshot",
    "extract": "scan parse read-article",
    "speakers": "people persons who names speaker",
    "sources": "articles source urls documents",
    "timeline": "calendar gantt plot chart",
    "merge": "join combine same",
    "alias": "aka nickname",
}  # fmt: skip  # a table
# A speaker or a source is joined with another, where a claim is deleted.
_WITHOUT_DELETE = {**COMMANDS, "merge": f"{COMMANDS['merge']} rm remove delete"}
# The same for options; the first that the command has is meant.
OPTIONS = {
    "--due": "--deadline --by --to --until --when --before --expires --target --date",
    "--said": "--date --on --spoken --made --when --since --after --from",
    "--happened": "--date --on --when --came --actual",
    "--published": "--date --pubdate",
    "--speaker": "--who --person --author --name --politician --source-name --by-whom",
    "--via": "--relay --relayed --according-to --quoted-by",
    "--source": "--article --src --link --paper --where --website",
    "--url": "--link --address --href --uri",
    "--evidence": "--source --link --proof --url --ref --cite -S",
    "--contrary": "--against --counter --contra",
    "--quote": "--quotation --words --verbatim --cite",
    "--reason": "--why --comment --note --because --message -m",
    "--note": "--comment --notes --remark --memo --message -m",
    "--tag": "--label --tags --topic --category --add-tag",
    "--untag": "--remove-tag --rmtag --del-tag",
    "--kind": "--type --class",
    "--probability": "--chance --confidence --odds --likelihood --prob -p",
    "--text": "--claim --title --body --description --statement --wording",
    "--by": "--group --group-by --per",
    "--history": "--all --log --full --verbose -v",
    "--criterion": "--criteria --test --measure",
    "--translation": "--english --translated",
    "--role": "--position --job --office --function",
    "--outcome": "--verdict --result --judgement",
    "--rating": "--score --grade --verdict",
    "--judge": "--reviewer --user --checker --by-whom",
    "--search": "--text --query --grep --words --contains",
    "--limit": "--max --head --last --first --tail --count --top --number -n",
    "--sort": "--order --order-by --sort-by",
    "--reverse": "--desc --asc --descending --ascending",
    "--fields": "--columns --cols --select --only",
    "--json": "--format --output --machine",
    "--format": "--type --as --output-format",
    "--yes": "--force --no-confirm --assume-yes -y",
    "--force": "--yes --duplicate --anyway",
    "--status": "--state --resolved --unresolved --open",
    "--as-of": "--at --asof --on-day",
    "--within": "--days --ahead --next",
    "--db": "--database --file",
    "--forever": "--permanent --purge --wipe --hard",
}  # fmt: skip  # a table
# What a command takes by itself, and what people call an option for it.
ARGUMENTS = {
    "export FILE": "--output -o --out --file --to",
    "backup FILE": "--output -o --out --file --to",
    "report FILE.html": "--output -o --out --file --to",
    "extract ARTICLE": "--article --file --url --link --source -S",
    "evidence ID URL": "--evidence --link --url --source --proof -e -S",
    "search WORDS": "--query --text --words --grep",
    "add TEXT": "--text --claim --title --body --description --statement",
    "resolve IDS OUTCOME": "--outcome --verdict --result --as --status",
}  # fmt: skip  # a table
LIKE, VERY_LIKE = 0.75, 0.85  # how near what is misspelt is to a name, and to what means one


def first_help(wrong: Wrong, words: Sequence[str]) -> str | None:
    """What was probably meant, as the end of a sentence; null where there is no telling.

    `words` are all that were typed after the program's name.
    """
    match wrong.what:
        case "command":
            return _of_command(wrong)
        case "option":
            return _of_option(wrong, words)
        case "words" if wrong.word.startswith("-"):
            return "what follows -- is text; put the options before it."
        case "words":
            return _of_words(wrong)
    return None


def _meant(word: str, known: Collection[str], meanings: Mapping[str, str]) -> Iterator[str]:
    """Those of the known names that the word means, or else is near to."""
    others = {other: name for name, words in meanings.items() if name in known for other in words.split()}
    by_meaning = [name for name, words in meanings.items() if name in known and word in words.split()]
    near = get_close_matches(word, known, 1, LIKE) or get_close_matches(word, others, 1, VERY_LIKE)
    yield from by_meaning or (others.get(name, name) for name in near)


def _of_command(wrong: Wrong) -> str | None:
    """The command that is near or means the same; a name or a number is what to show."""
    word, program = wrong.word, wrong.command
    meanings = COMMANDS if "delete" in wrong.known else _WITHOUT_DELETE
    found = [f"`{program} {name}`" for name in _meant(word.casefold(), wrong.known, meanings)]
    if found:
        return f"did you mean {' or '.join(found)}?"
    below = " " in program
    if below and word.casefold() in ("list", *COMMANDS["list"].split()):
        return f"did you mean `{program}`?"
    if word in ("help", "version") and not below:
        return f"did you mean `{program} --{word}`?"
    if "show" in wrong.known and (below or re.fullmatch(r"\d[\d,-]*", word)):
        return f"did you mean `{program} show {shlex.quote(word)}`?"
    if not below and word[:1].isupper():
        return f"for a speaker say `{program} list --speaker {shlex.quote(word)}`."
    return None


def _of_option(wrong: Wrong, words: Sequence[str]) -> str | None:
    """The option that is near or means the same; a text that starts with a hyphen goes after two of them."""
    word = wrong.word
    whole = next((typed for typed in words if typed.startswith(word)), word)
    if not word.startswith("--") and re.match(r"-(\d|\.\d|\S*\s)", whole):
        return (
            f"what starts with - is read as an option, and as text only after --,"
            f" as in `{wrong.command} … -- {shlex.quote(whole)}`."
        )
    program, _, name = wrong.command.partition(" ")
    for line, names in ARGUMENTS.items():
        if word in names.split() and line.startswith(f"{name} "):
            return f"that stands by itself, as in `{program} {line}`."
    if word in ("--csv", "--excel", "--tsv"):
        return f"`{program} export FILE.csv` writes a table."
    found = list(_meant(word.casefold() if word.startswith("--") else word, wrong.known, OPTIONS))[:2]
    return f"did you mean {' or '.join(found)}?" if found else None


def _of_words(wrong: Wrong) -> str | None:
    """What a word that stands alone would be the value of."""
    words, command = shlex.quote(wrong.word), wrong.command
    program, _, name = command.partition(" ")
    if (flag := f"--{wrong.word.casefold().replace(' ', '-')}") in wrong.known:
        return f"did you mean {flag}?"
    if name == "add":
        return "a text of several words stands in quotation marks."
    if "--due" in wrong.known and re.match(r"\d{4}\b", wrong.word):
        return f"did you mean --due {words}?"
    if wrong.takes_words or "--speaker" not in wrong.known:
        return None
    if re.fullmatch(r"\d[\d,-]*", wrong.word):
        return f"did you mean `{program} show {words}`?"
    return f"for a speaker say `{command} --speaker {words}`, for words `{program} search {words}`."
