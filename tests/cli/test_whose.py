"""Whose claim it is, and where: names that are taken, asked about or refused, and options that are given once."""

from __future__ import annotations

import pytest

from claimtrack.cli import app
from claimtrack.cli.typer_internals import commands_of

SON = 'add "The tower will open" -s "Donald Trump Jr."'
NEAR = [
    ("Donald Trump Jr.", "Trump"),
    ("Donald Trump Jr.", "Donald Trump"),
    ("Bank of England", "England"),
    ("Міністерство оборони України", "Україна та Міністерство оборони України"),
]


@pytest.mark.parametrize(("known", "typed"), NEAR)
@pytest.mark.parametrize("command", ["add More", "edit 2"])
def test_in_a_pipe_a_part_of_a_name_is_refused_with_both_ways_out(run, command, known, typed):
    """By every command that says whose claim it is; nothing is recorded."""
    run(f'add First -s "{known}"')
    run("add Second -s 'Ada North' --due 2025-04")
    before = run("list --json").json
    done = run(f'{command} -s "{typed}"')
    assert (done.status, done.out) == (1, "")
    assert (
        f"{typed} is nobody's whole name, and may be {known}; give the whole name, or --new-speaker"
        in done.err
    )
    assert "whole name" in run(f'move 2 --due 2025-05 -s "{typed}"').err
    assert run("list --json").json == before
    assert run(f'{command} -s "{typed}" --new-speaker').status == 0
    assert run(f'list --speaker "{typed}" --ids').ids == [3 if command != "edit 2" else 2]


ONE_MAN = [
    "J. Smith", "Smith, John", "Smith J.", "J F Smith", "JF Smith", "John F. Smith", "Dr John Smith", "Mr Smith",
    "Prof. Dr. Smith", "Prime Minister Smith", "SMITH, Dr", "Sir John", "Smith MP",
]  # fmt: skip  # a list of names


@pytest.mark.parametrize("typed", ONE_MAN)
def test_initials_and_titles_make_nobody_new_in_silence(run, terminal, typed):
    """Whichever of the two names was there first; capitals and accents alone make no other name."""
    run("add First -s 'John Smith'")
    assert f"{typed} is nobody's whole name, and may be John Smith" in run(f"add More -s '{typed}'").err
    assert "who is there? (no: a new speaker)" in terminal(f"add More -s '{typed}'", typed="n\n").out
    run("undo --yes")
    run("undo --yes")
    run(f"add Second -s '{typed}'")
    assert run("add Third -s 'John Smith'").status == 1
    assert run(f"add Third -s '{typed.upper()}'").status == 0


OTHERS = [
    ("John Smith", "James Smith"), ("John Smith", "A. Smith"), ("John Smith", "Mr Jones"), ("Ada North", "A. South"),
    ("President Putin", "The President"), ("Minister of Defence", "Minister of Finance"), ("BBC News", "BBC Sport"),
    ("Bank of England", "Church of England"), ("Володимир Зеленський", "В. Залужний"),
]  # fmt: skip  # a list of pairs


@pytest.mark.parametrize(("known", "typed"), OTHERS)
def test_other_initials_and_offices_are_other_people(run, known, typed):
    """They are new, and announced."""
    run(f"add First -s '{known}'")
    assert f"new speaker: {typed}" in run(f"add More -s '{typed}'").err


@pytest.mark.parametrize(
    ("known", "typed"),
    [
        ("Владимир Путин", "В. Путин"),
        ("Владимир Путин", "Путин В.В."),
        ("Oleksandr Syrskyi", "General Syrskyi"),
        ("Володимир Зеленський", "президент Зеленський"),
        ("Jean-Claude Juncker", "J.-C. Juncker"),
        ("United States Treasury", "US Treasury"),
    ],
)
def test_initials_are_read_in_every_script(run, known, typed):
    """And where they stand together."""
    run(f"add First -s '{known}'")
    assert f"may be {known}" in run(f"add More -s '{typed}'").err


@pytest.mark.parametrize(("alias", "then"), [("y", "Donald Trump Jr."), ("n", None)])
def test_on_a_terminal_yes_is_whom_and_offers_to_keep_the_name(run, terminal, alias, then):
    """As an alias, which is taken from then on; any other answer asks again."""
    run(SON)
    done = terminal("add More -s Trump", typed=f"perhaps\ny\n{alias}\n")
    assert "Is Trump the Donald Trump Jr. who is there? (no: a new speaker) [y/n]" in done.out
    assert "please answer y or n" in done.out
    assert "Keep Trump as another name of Donald Trump Jr.? [y/N]" in done.out
    assert run("show 2 --json").json["speaker"] == "Donald Trump Jr."
    again = run("add Again -s trump --json")
    assert (again.json["speaker"] if again.status == 0 else None) == then


def test_the_name_that_is_kept_goes_with_the_claim_when_it_is_undone(run, terminal):
    """One command is one step."""
    run(SON)
    terminal("add More -s Trump", typed="y\ny\n")
    run("undo --yes")
    assert run("list --ids").ids == [1]
    assert run("add Again -s Trump").status == 1


def test_on_a_terminal_no_makes_a_new_speaker(run, terminal):
    """Who is the father, say."""
    run(SON)
    terminal('add More -s "Donald Trump"', typed="n\n")
    assert run("show 2 --json").json["speaker"] == "Donald Trump"
    assert "Keep" not in terminal('add Again -s "donald trump"').out


def test_of_several_one_is_chosen_by_number(run, terminal):
    """Or none of them."""
    run("add First -s 'Ada North'")
    run("add Second -s 'Bo North'")
    done = terminal("add More -s North", typed="3\n2\nn\n")
    assert "North may be one of these:\n  1  Ada North\n  2  Bo North\n" in done.out
    assert run("show 3 --json").json["speaker"] == "Bo North"
    terminal("add Again -s North", typed="n\n")
    assert run("show 4 --json").json["speaker"] == "North"


@pytest.mark.parametrize(
    "words", ["the expert", "a source", "officials", "people close to the mayor", "эксперт"]
)
def test_words_for_somebody_unnamed_are_asked_about_on_a_terminal(run, terminal, words):
    """Elsewhere they are taken for a name, with a hint; where either is said, nothing is asked or told."""
    assert "say --unnamed" in run(f'add One -s "{words}"').err
    run("undo --yes")
    done = terminal(f'add Two -s "{words}"', typed="y\n")
    assert f'Is "{words}" somebody whom the source does not name? [y/n]' in done.out
    assert run("show last --json").json["unnamed"] is True
    terminal(f'add Three -s "{words}"', typed="n\n")
    assert run("show last --json").json["unnamed"] is False
    for given in ("--unnamed", "--named"):
        assert "nnamed" not in run(f'add "Four {given}" -s "{words}" {given}').err
        assert "?" not in terminal(f'add "Five {given}" -s "{words}" {given}').out


def test_the_names_of_a_speaker_are_changed_by_the_whole_name(run, terminal):
    """A part is asked about on a terminal, and refused elsewhere."""
    run(SON)
    for change in ("alias Trump Donny", "rename Trump Donny", "merge Trump Donny"):
        done = run(f"speakers {change}")
        assert (done.status, done.out) == (1, "")
        assert "Trump is nobody's whole name, and may be Donald Trump Jr.; give the whole name." in done.err
    assert "Do you mean Donald Trump Jr.?" in terminal("speakers alias Trump Donny", typed="y\n").out
    assert run("list --speaker Donny --ids").ids == [1]


def test_a_speaker_is_recorded_before_there_is_a_claim(run, terminal):
    """With other names; one that is like somebody who is there is asked about, or refused."""
    assert "also Путін" in run("speakers add 'Vladimir Putin' Путін").out
    assert run("speakers add Putin").status == 1
    assert run("speakers add 'vladimir putin'").status == 1
    terminal("speakers add Putin", typed="y\ny\n")
    assert run("add One -s putin --json").json["speaker"] == "Vladimir Putin"
    assert run("speakers add 'Lyudmila Putin' --new-speaker").status == 0


def test_no_command_takes_an_option_of_one_value_twice(run):
    """Every one of them, by any of its names."""
    for path, command in commands_of(app):
        for option in command.params:
            if option.param_type_name == "option" and not (option.multiple or option.is_flag):
                done = run(f"{path} {option.opts[0]} 1 {option.opts[-1]} 2")
                assert (done.status, done.out, "was given twice" in done.err) == (2, "", True), option.opts


@pytest.mark.parametrize(
    ("line", "option"),
    [
        ("add x -s A -s B", "--speaker"),
        ("add x -s A --due 2025 -d 2026", "--due"),
        ("add x -s A --unnamed --named", "--unnamed"),
        ("list --limit 1 --limit 2", "--limit"),
        ("list --sort due --sort said", "--sort"),
        ("resolve 1 kept --judge A --judge B", "--judge"),
        ("sources edit 1 --title A --title B", "--title"),
        ("history --limit 1 --limit 2", "--limit"),
        ("--db a.db list --db b.db", "--db"),
        ("--db a.db --db b.db list", "--db"),
        ("speakers --db a.db show Putin --db b.db", "--db"),
    ],
)
def test_an_option_of_one_value_is_refused_when_given_twice(run, line, option):
    """The last one would win in silence."""
    done = run(line)
    assert (done.status, done.out) == (2, "")
    assert f"{option} was given twice" in done.err


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    "line",
    [
        "list -s Ada -s Bo --ids",
        "edit 1 -t a -t b",
        "add x -s 'Ada North' --force --force",
        "list --overdue --overdue",
    ],
)
def test_what_may_repeat_still_may(run, line):
    """Filters, tags, and flags that say the same again."""
    assert run(line).status == 0


@pytest.mark.usefixtures("record")
def test_undo_asks_and_in_a_pipe_wants_yes(run, terminal):
    """The step is shown all the same."""
    before = run("list --json").json
    done = run("undo")
    assert done.status == 2
    assert "add --yes" in done.err
    assert done.lines[0].startswith("#")
    assert "Take this back?" in terminal("undo", typed="\n").out
    assert run("list --json").json == before
    assert run("undo --yes").status == 0


@pytest.mark.usefixtures("record")
def test_a_title_of_another_publisher_is_another_source(run):
    """It is announced with the near one, which can be joined with it, and parted again."""
    added = run("add More -s 'Ada North' -S 'The Kursk card' --publisher Times --json")
    assert added.json["source"]["id"] == 3
    near = "not 1: The Kursk card, Example Media, 2025-02-05; if they are one: `claimtrack sources merge 3 1`"
    assert f"new source 3: The Kursk card, Times ({near})" in added.err
    assert run("sources merge 3 1").lines[0].split()[0] == "1"
    assert run("show last --json").json["source"]["publisher"] == "Example Media"
    run("undo --yes")
    assert run("show last --json").json["source"]["publisher"] == "Times"


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    "given", ["www.example.org", "www.example.org/map", "example.org/map", "news.example.co.uk/1?a=2"]
)
def test_an_address_without_its_beginning_is_told_whole(run, given):
    """As evidence and as the address of a source; as a title it is announced with the source that has it."""
    for line in (
        f"evidence 1 '{given}'",
        f"resolve 6 missed --contrary '{given}'",
        f"add x -s 'Ada North' --url '{given}'",
    ):
        done = run(line)
        assert (
            done.status,
            f"{given} is no whole web address; did you mean https://{given}?" in done.err,
        ) == (2, True)
    run(f"add One -s 'Ada North' -S Page --url 'https://{given}'")
    assert "(not 3: Page;" in run(f"add x -s 'Ada North' -S '{given}'").err


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    "line", ["evidence 1 ''", "resolve 1 missed -e ''", "resolve 1 missed --contrary ' '"]
)
def test_evidence_that_is_empty_is_told(run, line):
    """As a variable that was never set gives it."""
    done = run(line)
    assert (done.status, "Evidence is empty" in done.err) == (2, True)


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("line", ["evidence 1 'NYT, page 5'", "resolve 6 missed -e 'NYT, page 5'"])
def test_evidence_that_is_no_address_says_how_words_are_kept(run, line):
    """As a quotation, with the command that can be pasted."""
    done = run(line)
    assert done.status == 2
    assert "`claimtrack evidence ID --quote 'NYT, page 5'`" in done.err
