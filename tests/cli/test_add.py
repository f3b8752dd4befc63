"""`add` with a text: what is kept, what is echoed, and what is asked."""

from __future__ import annotations

import pytest


def test_in_a_pipe_the_new_id_alone_is_printed(run):
    """`id=$(claimtrack add …)` works; everything for people is on standard error."""
    done = run('add "The bridge opens" -s "Ada North"')
    assert (done.status, done.out) == (0, "1\n")
    assert "new speaker: Ada North" in done.err


def test_the_first_write_creates_the_file_and_says_where(run, folder):
    """It is said once."""
    first = run('--db mine.db add "The bridge opens" -s "Ada North"')
    assert first.err.splitlines()[0] == "Created mine.db"
    assert (folder / "mine.db").exists()
    assert "Created" not in run('--db mine.db add "The road opens" -s "Ada North"').err


def test_on_a_terminal_the_claim_is_shown_as_in_a_list(terminal):
    """A person sees what was recorded."""
    done = terminal('add "The bridge opens" -s "Ada North" --due 2025-03-01', columns=120)
    assert done.status == 0
    assert done.plain.splitlines()[-1] == "1  Ada North  2025-03-01  due in 24 days  The bridge opens"


def test_json_is_one_object_with_what_was_given(run):
    """Every option lands in the field of its name."""
    claim = run(
        'add "The bridge opens" -s "Ada North" -k promise --said "4 February" -d 2025-Q3 -q "It opens." '
        '--translation "Es öffnet" --via "a clerk" --role mayor --criterion "Cars drive on it" -S "The Card" '
        "--url https://example.org/1 --archive-url https://archive.example/1 --publisher Example "
        "--published 2025-02-05 -t road,north -t budget --probability 70% --note mine --json"
    ).json
    wanted = {
        "text": "The bridge opens", "speaker": "Ada North", "kind": "promise", "said": "2025-02-04",
        "said_words": "4 February", "due": "2025-Q3", "due_last": "2025-09-30", "quote": "It opens.",
        "translation": "Es öffnet", "via": "a clerk", "role": "mayor", "criterion": "Cars drive on it",
        "tags": ["budget", "north", "road"], "probability": 0.7, "note": "mine", "status": "unresolved",
        "source": {
            "id": 1, "title": "The Card", "publisher": "Example", "url": "https://example.org/1",
            "archive_url": "https://archive.example/1", "published": "2025-02-05",
        },
    }  # fmt: skip  # a table
    assert {name: claim[name] for name in wanted} == wanted


@pytest.mark.parametrize(("due", "kind"), [("", "statement"), ("--due 2025-03", "prediction")])
def test_the_kind_left_out_follows_from_the_due_date_and_is_echoed(run, due, kind):
    """A prediction where there is a due date, else a statement."""
    done = run(f'add "The bridge opens" -s "Ada North" {due} --json')
    assert done.json["kind"] == kind
    assert f"kind: {kind}\n" in done.err


def test_a_date_that_was_not_typed_as_iso_is_echoed_with_weekday_and_year(run):
    """And with "before the article" where it is."""
    done = run('add "Kursk retaken" -s Putin -k deadline -d "January 20" -S Card --published 2025-02-05')
    assert 'due: "January 20" read as Monday 2025-01-20, before the article\n' in done.err
    assert "read as" not in run('add "Again" -s Putin -d 2025-01-20').err


@pytest.mark.usefixtures("record")
def test_a_name_takes_the_speaker_and_says_so_where_it_is_spelled_otherwise(run):
    """Whatever the case; a new name is announced with the nearest one there is."""
    assert "speaker: Vladimir Putin\n" in run('add "One" -s "vladimir putin"').err
    assert "new speaker: Vladimir Puti (not Vladimir Putin)" in run('add "Two" -s "Vladimir Puti"').err


def test_said_left_out_stays_unknown(run):
    """It is never filled with today or with the day of the article."""
    claim = run('add "It opens" -s Ada -S Card --published 2025-02-05 --json').json
    assert (claim["said"], claim["said_first"]) == (None, None)


@pytest.mark.usefixtures("record")
def test_like_takes_what_is_not_given_but_no_text_quote_due_or_verdict(run):
    """Speaker, role, said, via, source, kind and tags of claim 2, which is judged and has a due date."""
    claim = run('add "Another aim" --like 2 --due 2025-06 --json').json
    assert (claim["speaker"], claim["kind"], claim["via"], claim["tags"]) == (
        "Vladimir Putin", "deadline", "an expert", ["kursk"],
    )  # fmt: skip  # the four side by side
    assert claim["source"]["id"] == 1
    assert (claim["status"], claim["due"], claim["quote"]) == ("unresolved", "2025-06", None)
    unnamed = run('add "We shall see" --like 4 --json').json
    assert (unnamed["unnamed"], unnamed["speaker"], unnamed["role"]) == (True, "a senior official", "general")
    assert (unnamed["quote"], unnamed["criterion"]) == (None, None)


@pytest.mark.usefixtures("record")
def test_what_is_given_wins_over_like(run):
    """Also the speaker."""
    claim = run('add "Another" --like last -s "Ada North" -t road --via "" --json').json
    assert (claim["speaker"], set(claim["tags"])) == ("Ada North", {"kursk", "budget", "road"})


@pytest.mark.usefixtures("record")
def test_a_claim_that_is_there_is_refused_with_the_way_to_record_where_else(run):
    """Spaces, case and punctuation of the text aside, whatever the source; `--force` adds it all the same."""
    again = "add 'the  “BRIDGE” – opens.' -s 'Bo South' --due 2025-02-08"
    done = run(f"{again} -S 'Another paper'")
    assert (done.status, done.out) == (1, "")
    assert "That is claim 7 already" in done.err
    assert "`claimtrack repeat 7 --source 'Another paper'`" in done.err
    assert run(f"{again} --force").out == "8\n"


@pytest.mark.usefixtures("record")
def test_a_fact_that_differs_from_the_stored_source_is_refused(run):
    """Facts of a source are changed with `sources edit`."""
    done = run("add 'Another' -s 'Bo South' -S 1 --published 2025-02-04")
    assert done.status == 1
    assert "`claimtrack sources edit 1`" in done.err


def test_a_hyphen_reads_the_text_or_an_option_from_standard_input(run):
    """Whichever of them is `-`, but only one."""
    assert run("add - -s Ada --json", typed="From a\npipe\n").json["text"] == "From a\npipe"
    assert run("add Short -s Ada -q - --json", typed="«Слово»").json["quote"] == "«Слово»"
    done = run("add - -s Ada -q -", typed="x")
    assert done.status == 2
    assert "Only one value" in done.err


def test_after_two_hyphens_a_text_may_start_with_one(run):
    """`--` ends the options."""
    assert run("add -s Ada --json -- '-5 degrees by Friday'").json["text"] == "-5 degrees by Friday"


def test_nothing_is_asked_where_standard_input_is_no_terminal(run):
    """What is missing is wrong usage then."""
    for line in ("add", "add 'The bridge opens'"):
        done = run(line, typed="Ada North\n")
        assert (done.status, done.out) == (2, "")


def test_on_a_terminal_only_the_speaker_that_is_missing_is_asked_for(terminal):
    """With text and speaker nothing is asked."""
    assert "Speaker:" in terminal("add 'The bridge opens'", typed="Ada North\n").out
    assert "?" not in terminal("add 'The road opens' -s 'Ada North'").out


def test_claims_are_entered_one_after_another_until_a_text_is_empty(process_on_terminal, run):
    """Speaker, source, said and via of the last one are offered for the next; a hyphen empties one."""
    done = process_on_terminal(
        "add --db entered.db",
        ("Claim:", "The bridge opens\n"),
        ("Speaker:", "Ada North\n"),
        ("id):", "The Card\n"),
        ("Said on:", "2025-02-01\n"),
        ("Relayed by:", "a clerk\n"),
        ("Due by:", "2025-03\n"),
        ("Quotation:", "\n"),
        ("Claim:", "The road opens\n"),
        ("Speaker [Ada North]:", "\n"),
        ("Source (title, address or id) [The Card]:", "\n"),
        ("Said on [2025-02-01]:", "\n"),
        ("Relayed by [a clerk]:", "-\n"),
        ("Due by:", "2024\n"),
        ("later;", ""),
        ("Due by:", "2025-04\n"),
        ("Quotation:", "\n"),
        ("Claim:", "the bridge opens.\n"),
        ("Speaker [Ada North]:", "\n"),
        ("Source (title, address or id) [The Card]:", "\n"),
        ("Said on [2025-02-01]:", "\n"),
        ("Relayed by:", "\n"),
        ("Due by:", "2025-03\n"),
        ("Quotation:", "\n"),
        ("not added: That is claim 1 already", ""),
        ("Claim [the bridge opens.]:", "-\n"),
    )
    assert done.status == 0
    first, second = run("list --json --db entered.db --sort added --reverse").json
    wanted = {"speaker": "Ada North", "said": "2025-02-01", "via": "a clerk", "due": "2025-03", "quote": None}
    assert {name: first[name] for name in wanted} == wanted
    assert (first["source"]["title"], second["via"], second["due"]) == ("The Card", None, "2025-04")


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ("Ada North\n\n\n\n30 February\n2025-02-28\n\n", "30 February"),
        ("\nAda North\n\n\n\n2025-02-28\n\n", "A claim needs a speaker"),
        ("Ada North\n77\n\n\n\n2025-02-28\n\n", "There is no source 77"),
        ("Ada North\nhttps://a b\n\n\n\n2025-02-28\n\n", "is no web address"),
        ("Ada North\n\n2025-13\n\n\n2025-02-28\n\n", "2025-13"),
        ("Ada North\n\n2025-02-01\n\n2024\n2025-02-28\n\n", "It was due by 2024 but said on 2025-02-01"),
    ],
)
def test_an_answer_that_can_not_be_read_is_asked_for_again_at_once(terminal, run, answers, wrong):
    """With what was wrong, and before anything else is asked."""
    done = terminal("add", typed=f"The bridge opens\n{answers}\n", columns=200)
    assert wrong in done.out
    assert "not added" not in done.out
    assert run("show 1 --json").json["due"] == "2025-02-28"


def test_what_was_read_of_an_answer_is_echoed_below_it_and_once(terminal):
    """A date with its weekday and year."""
    done = terminal(
        "add", typed="The bridge opens\nAda North\n\n1 February\n\nend of March\n\n\n", columns=200
    )
    assert done.out.count('said: "1 February" read as Saturday 2025-02-01') == 1
    assert done.out.count("due: ") == 1


def test_a_speaker_who_may_be_there_is_asked_about_where_the_name_is_typed(terminal, run):
    """And the whole name is offered for the next claim."""
    run("add 'The pool opens' -s 'Ada North Jr.'")
    done = terminal("add", typed="The bridge opens\nNorth\ny\nn\n\n\n\n\n\n\n", columns=200)
    assert "Is North the Ada North Jr. who is there?" in done.out
    assert run("show 2 --json").json["speaker"] == "Ada North Jr."


def test_options_hold_for_every_claim_that_is_entered(terminal, run):
    """What can be asked is offered for each; the rest is simply taken."""
    typed = "The bridge opens\n\n\n\n\n\n\nThe road opens\n\n\n\n\n2025-04\n-\n\n"
    terminal("add -s 'Ada North' --due 2025-03 --quote Soon -t works", typed=typed)
    entered = [
        (claim["due"], claim["quote"], claim["tags"]) for claim in run("list --json --sort added").json
    ]
    assert sorted(entered, key=str) == [("2025-03", "Soon", ["works"]), ("2025-04", None, ["works"])]
