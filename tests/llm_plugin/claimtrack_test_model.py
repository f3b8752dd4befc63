"""A plugin of `llm` with models of the tests' own, which answer what a test writes down for them beforehand.

`$CLAIMTRACK_TEST_ANSWERS` is a folder: `answers.json` there has a list of answers, taken in turn by each command, the
last one for ever; what was asked is written beside it, one JSON line a time.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import llm


class ServiceError(Exception):
    """What the client of a service raises, with the status of HTTP."""

    def __init__(self, status):
        super().__init__(f"Error code: {status}")
        self.status_code = status


class APITimeoutError(Exception):
    """What a client raises that has waited long enough."""


class APIConnectionError(Exception):
    """What a client raises that finds no network."""


FAILS = {
    "<no key>": lambda: llm.NeedsKeyException("No key found - add one using 'llm keys set test'"),
    "<timeout>": lambda: APITimeoutError("Request timed out."),
    "<no network>": lambda: APIConnectionError("Connection error."),
    "<too long>": lambda: ValueError("Requested tokens (900) exceed context window of 512"),
    "<exits>": lambda: SystemExit(3),
    "<broken>": lambda: KeyError("choices"),
    **{f"<status {n}>": lambda n=n: ServiceError(n) for n in (401, 404, 429, 503)},
}


class Scripted(llm.Model):
    """A model that says what it is told to; text in angle brackets names what no text can say."""

    can_stream = True
    supports_schema = True

    def __init__(self, model_id):
        self.model_id = model_id
        self.asked = 0

    def execute(self, prompt, stream, response, conversation):  # noqa: ARG002  # llm calls it so
        """Yields the next answer in pieces."""
        folder = Path(os.environ["CLAIMTRACK_TEST_ANSWERS"])
        answers = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
        answer = answers[min(self.asked, len(answers) - 1)]
        self.asked += 1
        sent = {"system": prompt.system, "prompt": prompt.prompt, "schema": prompt.schema}
        with (folder / "asked.jsonl").open("a", encoding="utf-8") as asked:
            asked.write(json.dumps(sent, ensure_ascii=False) + "\n")
        if isinstance(answer, dict | list):
            response.set_usage(input=900, output=70)
            answer = json.dumps(answer, ensure_ascii=False)
        if answer in FAILS:
            failure = FAILS[answer]()
            raise failure
        if answer == "<silence>":
            time.sleep(5)
        for _ in range(10**6 if answer == "<endless>" else 0):
            yield "and on " * 1_000
        for at in range(0, len(answer), 50):
            yield answer[at : at + 50]


class Hosted(Scripted):
    """The same, of a service that needs a key."""

    needs_key = "test"


class WithoutSchema(Scripted):
    """The same, of one that can't be held to a schema."""

    supports_schema = False


@llm.hookimpl
def register_models(register):
    """The models of this plugin."""
    register(Scripted("test-model"), aliases=("test",))
    register(Hosted("test-hosted"))
    register(WithoutSchema("test-plain"))
