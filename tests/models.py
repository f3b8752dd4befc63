"""Language models of the tests' own: a plugin of `llm` in tests/llm_plugin, and what it is to answer."""

from __future__ import annotations

import json
from pathlib import Path

PLUGIN = Path(__file__).parent / "llm_plugin"
EMPTY = {
    "text": "", "kind": "prediction", "speaker": "", "unnamed": "", "via": "", "due": "", "said": "", "probability": "",
}  # fmt: skip  # a table


def a_claim(passage, **fields):
    """One claim as a model gives it, its text the passage unless another is given."""
    return {"passage": passage, **EMPTY, "text": passage, **fields}


def claims(*given):
    """An answer with these claims."""
    return {"claims": list(given)}


class Answers:
    """What the model will answer in one folder, and what it was asked."""

    def __init__(self, folder, monkeypatch):
        self._folder = folder
        folder.mkdir(exist_ok=True)
        monkeypatch.setenv("CLAIMTRACK_TEST_ANSWERS", str(folder))
        monkeypatch.setenv("LLM_USER_PATH", str(folder / "llm"))

    def are(self, *answers):
        """Writes down what each command will be answered, in turn."""
        (self._folder / "answers.json").write_text(json.dumps(answers), encoding="utf-8")

    @property
    def asked(self):
        """All that was asked so far."""
        asked = self._folder / "asked.jsonl"
        lines = asked.read_text(encoding="utf-8").splitlines(keepends=True) if asked.exists() else []
        return [json.loads(line) for line in lines if line.endswith("\n")]  # the last may be half-written


def registered(monkeypatch):
    """Registers the plugin with `llm` in this process, as one that is installed is registered in any."""
    import llm.plugins  # noqa: PLC0415  # an extra

    llm.plugins.load_plugins()
    monkeypatch.syspath_prepend(str(PLUGIN))
    import claimtrack_test_model  # noqa: PLC0415  # found only from here on

    if not llm.plugins.pm.is_registered(claimtrack_test_model):
        llm.plugins.pm.register(claimtrack_test_model, "claimtrack-test-model")
