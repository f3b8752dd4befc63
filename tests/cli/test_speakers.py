"""`speakers` and `sources`: the lists, and putting names and facts right."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("record")


def test_speakers_are_listed_with_their_counts_those_with_most_claims_first(run):
    """The words for someone unnamed are no speaker."""
    assert run("speakers").lines == [
        "Ada North               2 claims  1 unresolved  0 overdue",
        "Vladimir Putin          2 claims  1 unresolved  1 overdue",
        "Bo South                1 claim   1 unresolved  0 overdue",
        "Станіслав Желіховський  1 claim   1 unresolved  0 overdue",
    ]


def test_a_speaker_is_shown_with_all_claims(run):
    """By a part of the name."""
    shown = run("speakers show putin").out
    assert shown.startswith("Vladimir Putin: 2 claims, 1 unresolved, 1 overdue\n")
    assert "Kursk is to be retaken" in shown


def test_an_alias_in_another_script_finds_the_speaker(run):
    """Scripts are joined by aliases, never by guessing."""
    assert run("list --speaker Путін").status == 1
    assert run("speakers alias 'vladimir putin' Путін 'В. Путин'").lines[0].endswith("also В. Путин, Путін")
    assert sorted(run("list --speaker путін --ids").ids) == [1, 2]
    assert run("add 'Another aim' -s Путін --json").json["speaker"] == "Vladimir Putin"
    run("speakers alias путін Путін --remove")
    assert run("list --speaker Путін").status == 1


def test_a_name_that_is_anothers_cannot_be_an_alias(run):
    """If they are one, they are merged."""
    done = run("speakers alias 'Vladimir Putin' 'Ada North'")
    assert done.status == 1
    assert "`claimtrack speakers merge`" in done.err


def test_a_rename_corrects_the_name_of_all_claims(run):
    """And `undo` takes it back."""
    run("speakers rename 'vladimir putin' 'V. V. Putin'")
    assert {claim["speaker"] for claim in run("list --kind deadline --json").json} == {"V. V. Putin"}
    run("undo --yes")
    assert run("list --speaker 'Vladimir Putin' --ids").status == 0


def test_two_speakers_become_one_under_the_second_name(run):
    """Both names find it, and `undo` parts them again."""
    run("speakers merge 'Bo South' 'Ada North'")
    assert sorted(run("list --speaker 'bo south' --ids").ids) == [5, 6, 7]
    assert run("show 7 --json").json["speaker"] == "Ada North"
    run("undo --yes")
    assert run("list --speaker 'bo south' --ids").ids == [7]
    assert run("speakers merge 'ada north' 'Ada North'").status == 1


def test_a_speaker_that_is_not_there_is_refused_with_the_nearest(run):
    """And one that fits several with all of them."""
    done = run("list --speaker Putn")
    assert (done.status, done.out) == (1, "")
    assert "There is no speaker Putn; the nearest is Vladimir Putin;" in done.err
    run("add 'Another' -s 'Bo North'")
    done = run("list --speaker north")
    assert done.status == 1
    assert "north fits 2 speakers (Ada North, Bo North)" in done.err


def test_a_source_that_is_not_there_is_refused_with_the_nearest(run):
    """By title."""
    done = run("list --source 'The Kursk cart'")
    assert done.status == 1
    assert "the nearest is The Kursk card" in done.err


def test_sources_are_listed_with_their_addresses_in_a_pipe(run):
    """Newest first."""
    assert sorted(run("sources").lines) == [
        "1  2025-02-05  Example Media  3 claims  -                          The Kursk card",
        "2  -           -              1 claim   https://example.org/notes  Notes",
    ]


def test_a_source_added_by_hand_prints_its_id_and_is_reused(run):
    """The same address is the same source."""
    done = run("sources add https://example.org/new --by-hand --published '3 February'")
    assert done.out == "3\n"
    assert "read as Monday 2025-02-03" in done.err
    assert run("sources add https://example.org/new --by-hand").out == "3\n"
    assert run("add 'Another' -s 'Ada North' -S https://example.org/new --json").json["source"]["id"] == 3


def test_facts_of_a_source_are_corrected_for_all_its_claims(run):
    """By id, and one can be emptied."""
    run("sources edit 1 --publisher 'Other Media' --url https://example.org/card --published ''")
    source = run("show 2 --json").json["source"]
    assert (source["publisher"], source["published"]) == ("Other Media", None)
    assert "Kursk is to be retaken" in run("sources show https://example.org/card").out


def test_a_source_keeps_a_title_or_an_address(run):
    """One of the two."""
    assert run("sources edit 1 --title ''").status == 1
    assert run("sources edit 2 --title ''").status == 0


@pytest.mark.parametrize("line", ["speakers", "sources"])
def test_an_empty_list_is_no_error(run, line, tmp_path):
    """What to do next is said on standard error."""
    (tmp_path / "empty.db").touch()
    done = run(f"{line} --db {tmp_path / 'empty.db'}")
    assert (done.status, done.out) == (0, "")
    assert "`claimtrack" in done.err
