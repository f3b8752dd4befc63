"""`list` and `search`: every filter, every order, and what is printed."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("record")

FILTERS = {
    "": [7, 4, 1, 2, 5, 3, 6],
    "--speaker putin": [1, 2],
    "--speaker PUTIN": [1, 2],
    "--speaker желіх": [3],
    "--speaker ada --speaker 'Bo South'": [7, 5, 6],
    "--unnamed": [4],
    "--unnamed --speaker bo": [7, 4],
    "--status resolved": [2, 5],
    "--status resolved --status unresolved": [7, 4, 1, 2, 5, 3, 6],
    "--overdue": [1],
    "--outcome missed": [2],
    "--outcome broken": [2],
    "--outcome kept --outcome failed": [2, 5],
    "--outcome none --overdue": [1],
    "--kind promise": [5],
    "--kind promise --kind statement": [4, 5, 6],
    "--tag kursk": [7, 1, 2],
    "--tag kursk,budget": [7],
    "--tag kursk --tag budget": [7, 1, 2],
    "--tag kursk,budget --tag none": [7, 4, 5, 3, 6],
    "--tag KURSK": [7, 1, 2],
    "--without budget": [4, 1, 2, 5, 3, 6],
    "--without budget,kursk": [4, 5, 3, 6],
    "--without budget --without Kursk": [4, 5, 3, 6],
    "--without none": [7, 1, 2],
    "--tag kursk --without budget": [1, 2],
    "--tag none": [4, 5, 3, 6],
    "--tag none --tag budget": [7, 4, 5, 3, 6],
    "--via expert": [1, 2],
    "--via EXPÉRT": [1, 2],
    "--via expert --via none": [7, 4, 1, 2, 5, 3, 6],
    "--via none --kind deadline": [],
    "--source 1": [1, 2, 3],
    "--source 'the kursk card'": [1, 2, 3],
    "--source https://example.org/notes": [6],
    "--source none": [7, 4, 5],
    "--evidence any": [2],
    "--evidence for": [2],
    "--evidence contrary": [2],
    "--evidence none --status resolved": [5],
    "--due none": [4, 6],
    "--due 2025-01": [1, 2],
    "--due 2025-Q1": [7, 1, 2, 3],
    "--due 2025-01-08/": [7, 2, 3],
    "--due /2025-01-07": [1, 5],
    "--due '8 February' --due none": [7, 4, 6],
    "--said 2025": [3],
    "--said none": [7, 4, 1, 2, 5],
    "--said /2024": [6],
    "--judged 2025-02": [2, 5],
    "--judged none --tag kursk": [7, 1],
    "--judged 2025-02-06/": [],
    "--search kursk": [1, 2, 3],
    "--search nobody --speaker ada": [6],
    "--tag kursk --status unresolved --due 2025-02": [7],
}


@pytest.mark.parametrize("filters", FILTERS)
def test_a_filter_narrows_to_the_claims_it_names(run, filters):
    """Several filters narrow together; repeating one means either."""
    done = run(f"list --sort added --ids {filters}")
    assert done.status == 0
    assert sorted(done.ids) == sorted(FILTERS[filters])


def test_newest_said_comes_first_else_published_else_entered(run):
    """Claims with no date at all stand at the day they were entered."""
    assert run("list --ids").ids == [7, 5, 4, 2, 1, 3, 6]


ORDERS = {
    "due": [5, 1, 2, 7, 3, 4, 6],
    "added": [7, 6, 5, 4, 3, 2, 1],
    "updated": [5, 2, 7, 6, 4, 3, 1],
    "judged": [5, 2, 7, 6, 4, 3, 1],
    "speaker": [5, 6, 7, 2, 1, 3, 4],
    "probability": [3, 1, 2, 4, 5, 6, 7],
}


@pytest.mark.parametrize("order", ORDERS)
def test_claims_come_in_the_order_asked_for(run, order):
    """What has no value to sort by comes last."""
    assert run(f"list --ids --sort {order}").ids == ORDERS[order]


def test_reversed_the_last_comes_first(run):
    """`--reverse` turns the order round, but what has no date still comes last."""
    assert run("list --ids --sort added --reverse").ids == [1, 2, 3, 4, 5, 6, 7]
    assert run("list --ids --sort due --reverse").ids[-2:] == [6, 4]


def test_a_limit_takes_the_first_few_of_the_order(run):
    """Also for what a program reads."""
    assert run("list --ids --sort added --limit 2").ids == [7, 6]
    assert len(run("list --json --limit 3").json) == 3


def test_json_is_a_list_even_of_one_or_none(run):
    """A script never has to look at what kind of thing it was given."""
    assert [claim["id"] for claim in run("list --json --kind promise").json] == [5]
    done = run("list --json --due 1999")
    assert (done.status, done.json, done.err) == (0, [], "")


def test_a_line_has_id_speaker_due_standing_and_text(run):
    """In a pipe every claim is one line, with a hyphen for what is not known."""
    assert run("list --kind promise --kind prediction --sort added").lines == [
        "7  Bo South                2025-02-08  due in 3 days       The bridge opens",
        "5  Ada North               2024-12-20  kept, 12 days late  Every school will have a shelter",
        "3  Станіслав Желіховський  2025-03     due within 54 days  Переговори почнуться після інавгурації [sic]",
    ]


def test_no_claims_found_is_no_error_and_leaves_standard_output_empty(run):
    """What is said of it is for people, so it is on standard error."""
    done = run("list --due 1999")
    assert (done.status, done.out) == (0, "")
    assert done.err.startswith("No claims found")


@pytest.mark.parametrize(
    ("filters", "nearest"),
    [
        ("--tag budgett", "the nearest is budget"),
        ("--tag kursk,budgett", "the nearest is budget"),
        ("--tag kursk --tag budgett", "the nearest is budget"),
        ("--without kurks", "the nearest is kursk"),
        ("--via expret", "the nearest is an expert"),
        ("--source 'The Kusk card'", "the nearest is The Kursk card"),
        ("--source 99", "claimtrack sources"),
        ("--speaker Putim", "the nearest is Vladimir Putin"),
        ("--tag zzz", "claimtrack stats --by tag"),
    ],
)
@pytest.mark.parametrize(
    "command", ["list", "due", "stats", "export", "timeline", "search kursk", "list --json"]
)
def test_a_value_that_is_nowhere_is_refused_with_the_nearest(run, command, filters, nearest):
    """By every command that takes filters: a typing error must not look like a clean record."""
    done = run(f"{command} {filters}")
    assert (done.status, done.out) == (1, "")
    assert nearest in done.err


def test_what_only_a_deleted_claim_had_is_nowhere(run):
    """A tag and a relay as well as a speaker; undo brings them back."""
    run("add -s 'Ada North' --via 'a neighbour' -t roads 'The road is mended'")
    run("delete last --yes")
    assert run("list --tag roads").status == run("list --via neighbour").status == 1
    run("undo --yes")
    assert run("list --tag roads --via neighbour --ids").ids == [8]


@pytest.mark.parametrize("value", ["''", "','", "' , '"])
def test_an_empty_value_is_refused(run, value):
    """As a variable that was never set gives it."""
    for name in ("tag", "without", "via", "speaker"):
        assert run(f"list --{name} {value}").status == 2


def test_tags_and_none_of_them_are_no_group(run):
    """One of the two was a slip."""
    done = run("list --tag kursk,none")
    assert done.status == 2
    assert "tags and none" in done.err


def test_with_no_claims_at_all_no_name_is_refused(run, record):
    """A script that starts before the first claim does not fail."""
    record.unlink()
    for filters in ("--tag kursk", "--via expert", "--speaker Putin", "--source 1", "--without kursk"):
        assert run(f"list {filters} --json").json == []


def test_the_best_match_comes_first_in_a_search(run):
    """The words are found in text, quotation, speaker, note and source, whatever their order."""
    assert run("search inauguration kursk --ids").ids == [2]
    assert run("search press office --ids").ids == [3]
    assert run("search land --ids").ids == [4]
    assert run("search 'the kursk card' --ids --sort added").ids == [3, 2, 1]
    assert run("search retak* --ids").ids == [2]


def test_a_search_takes_the_filters_of_list(run):
    """`search` is `list --search`."""
    assert run("search kursk --status resolved --ids").ids == [2]
    assert run("search kursk --sort added --ids").ids == run("list --search kursk --sort added --ids").ids


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("inaug", [2]), ("retak", [2]), ("kurs retak", [2]), ("'troo reg'", [1]), ("sheltr", []), ("перегов", [3]),
        ("трамп", []), ("expe", []), ("offic pre", [3]),
    ],
)  # fmt: skip  # a row of pairs
def test_what_no_claim_has_as_it_stands_is_looked_for_as_beginnings(run, words, ids):
    """And that is said on standard error, so that standard output is the claims alone."""
    done = run(f"search {words} --ids --sort added --reverse")
    assert (done.status, done.ids) == (0, ids)
    if ids:
        assert "looked for their beginnings: " in done.err
        assert "*" in done.err
    else:
        assert "beginnings" not in done.err


def test_what_a_claim_has_as_it_stands_is_all_that_is_found(run):
    """`land` is not also `landmark`."""
    run("add -s 'Ada North' 'The landmark is near'")
    done = run("search land --ids")
    assert (done.ids, done.err) == ([4], "")


def test_beginnings_are_tried_within_the_filters_and_by_every_command_that_searches(run, terminal):
    """The filters narrow first; what was found is marked on a terminal; a phrase stays a phrase."""
    assert run("search inaug --speaker putin --ids").ids == [2]
    assert run("list --search inaug --speaker putin --ids").ids == [2]
    assert run("due --search kurs --ids").ids == [1]
    done = run("export --search inaug --speaker putin")
    assert done.out.count("\n2,") == 1
    assert "beginnings: inaug*." in done.err
    assert "\x1b[7minauguration\x1b[0m" in terminal("search inaug").out
    assert run("search '\"the inaug\"' --ids").ids == []


def test_a_search_marks_the_words_on_a_terminal_and_only_there(run, terminal):
    """Reverse video on a terminal; in a pipe the text as it is."""
    assert "\x1b[7mKursk\x1b[0m" in terminal("search kursk").out
    assert "\x1b" not in run("search kursk").out
