"""No command looks at every claim where an index knows better: the plans of all the queries that commands run."""

from __future__ import annotations

import pytest

from claimtrack.store.search import finding
from tests.store.plans import explained, looks_at_everything

NO_MORE = 0  # claims are few: all that meet a filter are as many as there may be
COMMANDS = (
    "",
    "list --limit 2",
    "list --speaker north --limit 2",
    "list --overdue --limit 2",
    "list --overdue --sort due --limit 2",
    "list --tag kursk --limit 2",
    "list --tag kursk,budget --limit 2",
    "list --without kursk --limit 2",
    "list --tag none --limit 2",
    "list --status unresolved --kind promise --limit 2",
    "list --status resolved --limit 2",
    "list --outcome held --limit 2",
    "list --via 'an expert' --limit 2",
    "list --source 1 --limit 2",
    "list --evidence none --limit 2",
    "list --evidence contrary --limit 2",
    "list --due 2025-01 --limit 2",
    "list --said 2024-11 --limit 2",
    "list --judged 2025-02 --limit 2",
    "list --unnamed --limit 2",
    "list --slipped --limit 2",
    "list --contradicted --limit 2",
    "list --disputed --limit 2",
    "list --disputed",
    "list --sort due --limit 2",
    "list --sort due --reverse --limit 2",
    "list --sort judged --limit 2",
    "list --sort added --limit 2",
    "list --sort remind --limit 2",
    "list --search kursk --limit 2",
    "search kursk --limit 2",
    "due --limit 2",
    "show 1",
    "show 2 --history",
    "speakers show north",
    "sources show 1",
    "history 1",
    "history --limit 2",
    "add 'The ferry is back' -s 'Ada North' --due 2025-06 --source 1 -t kursk",
    "edit 7 --tag ferry",
    "move 7 --due 2025-06-01",
    "resolve 7 kept --evidence https://example.org/ferry",
    "unresolve 2",
    "evidence 1 https://example.org/ferry",
    "repeat 1 --said 2025-01-01",
    "delete 6 --yes",
    "undo --yes",
)


@pytest.mark.parametrize("few", [finding.FEW, NO_MORE], ids=["few claims", "many claims"])
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_looks_at_every_claim(command, few, run, record, monkeypatch):
    """Whether a filter leaves few claims or many."""
    monkeypatch.setattr(finding, "FEW", few)
    with explained(record, monkeypatch) as plans:
        done = run(command)
    assert done.status == 0, done.err
    assert [plan for plan in plans() if looks_at_everything(plan)] == []
