"""Wrong input of every sort ends with one sentence, its exit status, and nothing changed."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.usefixtures("record")
ADA = '-s "Ada North"'

REFUSED = {
    "show 99": "There is no claim 99",
    "history 99": "There is no claim 99",
    "show 01JH4W3K2M0000000000000003": "There is no claim 01JH4W3K2M0000000000000003",
    "edit 99 --tag a": "There is no claim 99",
    "delete 1 99 --yes": "There is no claim 99",
    "delete 99 --forever --yes": "There is no claim 99",
    "evidence 99 https://example.org/x": "There is no claim 99",
    "add x -s Ada --like 99": "There is no claim 99",
    "list --speaker nobody": "There is no speaker nobody",
    "list --source 9": "There is no source 9",
    "sources show Nothing": "There is no source Nothing",
    "speakers show nobody": "There is no speaker nobody",
    "speakers rename 'vladimir putin' 'Ada North'": "Ada North is Ada North already",
    "speakers merge nobody ada": "There is no speaker nobody",
    f"add x {ADA} -S 9": "There is no source 9",
    f"add x {ADA} -k deadline": "A deadline is a date that the speaker sets",
    f"add x {ADA} --due 2025-01-01 --said 2025-02-01": "--said is the day of speaking",
    f"add x {ADA} --said 2025-02-05 -S Z --published 2025-02-01": "--said is the day of speaking",
    "edit 2 --due ''": "A deadline is a date that the speaker sets",
    "edit 3 --due 2024": "--said is the day of speaking",
    "unresolve 1": "Claim 1 is not resolved",
    "evidence 1 https://example.org/x --contrary": "There is no verdict yet",
    "resolve 1 stalled": "is no outcome",
    "resolve 1 missed --happened 2025-03": "has not come yet",
    "resolve 1 missed --judged 2025-02-06": "has not come yet",
}
WRONG = {
    "frobnicate": "No such command 'frobnicate'",
    "list --frobnicate": "No such option: --frobnicate",
    "speakers frobnicate": "No such command 'frobnicate'",
    "show": "Missing argument 'IDS'",
    "resolve": "Missing argument",
    "search": "Missing argument",
    "add one two -s Ada": "unexpected extra argument",
    "list --limit few": "'few'",
    "list --limit -1": "-1",
    "show x": "'x' is no id",
    "show 1 two": "'two' is no id",
    "resolve missed": "'missed' is no id",
    "resolve 7-5 missed": "write the smaller number first",
    "unresolve 1-10000000": "1-10000000 names too many claims",
    "resolve 1 mostly false": "the house's own words go with it, as --rating WORDS",
    "resolve 1 rather odd": '"rather odd" is no outcome',
    "resolve 1 missed -e map": "map is no web address",
    "resolve 1 missed --judged 2025-01": "is no single day",
    "edit 1 two --tag a": "'two' is no id",
    "edit 1 --text ''": "A claim needs a text",
    "edit 1 --speaker ''": "A claim needs a speaker",
    "edit 1": "Say what to change",
    "add '' -s 'Ada North'": "A claim needs a text",
    "add ' \t ' -s 'Ada North'": "A claim needs a text",
    "add x": "A claim needs a speaker",
    f"add x {ADA} --due 30.02.2025": "does not exist",
    f"add x {ADA} --due 01/02/2025": "has two readings",
    f"add x {ADA} --due 'three months after a ceasefire'": "use --criterion",
    f"add x {ADA} --kind rumour": "'rumour' is no kind of claim",
    f"add x {ADA} --probability 70": "'70' is no probability",
    f"add x {ADA} --probability 170%": "'170%' is no probability",
    f"add x {ADA} --url example.org": "example.org is no web address",
    f"add x {ADA} --published 2025-02-01": "A source needs a title or an address",
    f"add x {ADA} --tag 'a;b'": "a tag has no comma or semicolon",
    "list --status open": "'open' is no status",
    "list --sort size": "'size' is no",
    "list --outcome odd": '"odd" is no outcome',
    "list --evidence strong": "'strong' is no evidence",
    "list --due someday": "can't be read as a date",
    "list --due 2025-03/2025-01": "runs backwards",
    "list --tag ''": "tag is empty",
    "list --speaker ''": "speaker is empty",
    "evidence 1": "Evidence is a link or a quotation",
    "evidence 1 https://example.org/1 https://example.org/2 --note x": "one at a time",
    "sources edit 1": "Say what to correct",
    "sources add ''": "A source needs a title or an address",
    "speakers rename 'vladimir putin' ''": "A speaker needs a name",
    "delete 1": "add --yes",
    "export claims.xls": "tells no format",
    "export --format xls": "There is no format 'xls'",
    "history x": "'x' is no id",
}
CASES = [(line, 1, words) for line, words in REFUSED.items()] + [
    (line, 2, words) for line, words in WRONG.items()
]


@pytest.mark.parametrize(("line", "status", "words"), CASES, ids=[line for line, _, _ in CASES])
def test_what_was_wrong_is_said_in_one_sentence(run, record, line, status, words):
    """On standard error, with the status of its sort, no traceback, and the file as it was."""
    before = record.read_bytes()
    done = run(line)
    assert (done.status, done.out) == (status, "")
    assert words in done.err
    assert done.err.startswith("claimtrack: ")
    assert done.err.endswith((".\n", "?\n"))
    assert done.err.count("\n") == 1
    assert "Error" not in done.err
    assert record.read_bytes() == before


def test_a_wrong_day_in_the_environment_is_said(run, monkeypatch):
    """Every command compares with today."""
    monkeypatch.setenv("CLAIMTRACK_TODAY", "tomorrow")
    done = run("list")
    assert (done.status, done.out) == (2, "")
    assert "CLAIMTRACK_TODAY is 'tomorrow'" in done.err
