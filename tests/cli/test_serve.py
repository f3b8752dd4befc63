"""`serve`: the claims in a browser, by Datasette, asked as a browser asks."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from claimtrack import tracker
from tests.builders import a_claim, a_database, a_judged_claim
from tests.cli.running import SOURCES

PRIVATE = "only for the desk"
SLOW = 60  # seconds that a busy machine may take to start a server


@pytest.fixture
def work(folder):
    """Two claims and a note, in the database that commands find in the folder."""
    with a_database(folder / "claims.db") as db:
        a_judged_claim(
            db, "failed", note=PRIVATE, tags=["works"], source="Notes", url="https://example.org/n"
        )
        a_claim(db, "The canal is dredged", speaker="Bo Lund", due="2025-01-07", via="an aide")
        yield db


def a_free_port():
    """A port that nobody listens on."""
    with closing(socket.socket()) as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


@pytest.fixture
def served(work):
    """`served("--watch")`: what gets a page of the database that is served, as text or as JSON."""
    running = []

    def start(options=""):
        port = a_free_port()
        assert work.exists()
        command = [sys.executable, "-m", "claimtrack", "serve", "--port", str(port), *options.split()]
        server = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": SOURCES}
        )
        running.append(server)
        assert server.stdout.readline() == f"http://127.0.0.1:{port}/\n"

        def got(path):
            with urlopen(f"http://127.0.0.1:{port}/{path}", timeout=SLOW) as answer:
                text = answer.read().decode()
            return json.loads(text) if ".json" in path else text

        eventually(lambda: got("-/versions.json"))
        return got

    yield start
    for server in running:
        server.send_signal(signal.SIGTERM)
        server.wait(SLOW)
        server.stdout.close()


def eventually(asked):
    """What is asked for, as soon as it is there."""
    until = time.monotonic() + SLOW
    while True:
        try:
            if found := asked():
                return found
        except URLError:
            pass
        assert time.monotonic() < until, "it did not come"
        time.sleep(0.1)


def test_rows_facets_search_queries_and_json_are_served(served):
    """What the metadata tells Datasette is taken up, and references are shown by name."""
    got = served()
    claims = got("claims/claims.json?_shape=array&_labels=on")
    assert {claim["speaker_id"]["label"] for claim in claims} == {"Ada North", "Bo Lund"}
    assert [claim["text"] for claim in got("claims/claims.json?_shape=array&_search=dredging")] == [
        "The canal is dredged"
    ]
    assert [row["id"] for row in got("claims/overdue.json?_shape=array")] == [2]
    for query in ("due", "slipped", "by_speaker", "without_evidence", "calendar"):
        got(f"claims/{query}.json?_shape=array")
    facets = got("claims/claims.json")["facet_results"]
    assert {"speaker", "kind", "outcome", "tags"} <= set(facets)
    assert "The bridge will open" in got("claims/claims/1")


def test_no_private_word_is_served(served):
    """Whatever is asked for: each table, its rows as CSV, and a search for the words."""
    got = served()
    tables = got("claims.json")["tables"]
    for table in tables:
        assert PRIVATE not in got(f"claims/{table['name']}.csv?_size=max")
    assert "note" not in [column for table in tables for column in table["columns"]]
    assert got("claims/claims.json?_shape=array&_search=desk") == []


def test_what_is_recorded_meanwhile_is_followed_where_that_is_asked_for(served, work):
    """Within a moment, in the same pages."""
    got = served("--watch")
    a_claim(work, "The zebra crosses")
    assert eventually(lambda: got("claims/claims.json?_shape=array&_search=zebra"))


def test_only_the_claims_that_meet_the_filters_are_served(served):
    """The filters of `list`."""
    got = served("--speaker lund")
    assert [claim["id"] for claim in got("claims/claims.json?_shape=array")] == [2]
    assert got("claims/sources.json?_shape=array") == []


def test_it_can_be_read_only(served):
    """No statement that writes is run."""
    got = served()
    with pytest.raises(URLError):
        got("claims.json?sql=delete+from+claims")


@pytest.mark.usefixtures("work")
def test_a_port_that_is_taken_is_told(run):
    """With another one to try."""
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run(f"serve --port {port}")
    assert done.status == 1
    assert f"Another program uses port {port}" in done.err


def test_where_datasette_is_missing_it_says_what_to_install(run, monkeypatch, work):
    """In a sentence, and nothing is made."""
    monkeypatch.setattr("claimtrack.cli.commands.serve.find_spec", lambda _: None)
    assert "pip install 'claimtrack[web]'" in run("serve").err
    assert tracker.list_claims(work).total == 2
