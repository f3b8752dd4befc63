"""How far something that takes long has come, as a bar on one line."""

from __future__ import annotations

_WIDTH = 30


def bar(done: int, total: int) -> str:
    """A bar that is as full as `done` of `total` makes it, with the share in per cent."""
    share = min(done / total, 1) if total else 0
    full = round(share * _WIDTH)
    return f"[{'=' * full}{' ' * (_WIDTH - full)}] {share:4.0%}"
