"""How well speakers are found in news articles that people have annotated; the figures must not fall."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from claimtrack.articles import attributions

# Measured when the rules were written: 0.67, 0.65 and 0.91.
RECALL = 0.65
PRECISION = 0.64
LAST_NAMES = 0.9
ARTICLES = Path(__file__).parents[2] / "articles" / "gum-news.jsonl"


@pytest.fixture(scope="module")
def pairs():
    """Of every article: annotated stretches, found stretches, and the pairs that share most of their characters."""
    found = []
    for line in ARTICLES.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        text = article["text"]
        gold = [(*bare(text, *span), q) for q in article["quotes"] for span in q["spans"]]
        ours = [(*bare(text, *span), item) for item in attributions(text) for span in item.spans]
        found.append((text, gold, ours, matched(gold, ours)))
    return found


def bare(text, start, end):
    """The stretch without marks, a leading "that" and blanks at its edges."""
    core = re.match(r"[\W_]*(?:that\s+)?[\W_]*(.*?)[\W_]*$", text[start:end], re.DOTALL | re.IGNORECASE)
    return start + core.start(1), start + core.end(1)


def matched(gold, ours):
    """Index pairs that overlap by half of what they cover together, the closest first, each used once."""
    near = []
    for i, (a, b, _) in enumerate(gold):
        for j, (x, y, _) in enumerate(ours):
            shared = min(b, y) - max(a, x)
            if shared > 0 and shared * 2 >= max(b, y) - min(a, x):
                near.append((shared / (max(b, y) - min(a, x)), i, j))
    kept = {}
    for _, i, j in sorted(near, reverse=True):
        if i not in kept and j not in kept.values():
            kept[i] = j
    return kept


def test_most_of_what_was_said_is_found_and_little_else(pairs):
    """Annotated quotations found, and found ones annotated; the corpus leaves some unannotated."""
    hits = sum(len(kept) for *_, kept in pairs)
    assert hits / sum(len(gold) for _, gold, _, _ in pairs) >= RECALL
    assert hits / sum(len(ours) for _, _, ours, _ in pairs) >= PRECISION


def test_the_last_name_behind_each_quotation_is_right(pairs):
    """Of the quotations found whose speaker is a person with a name."""
    names = [
        (gold[i][2]["person"], ours[j][2].speaker or "")
        for _, gold, ours, kept in pairs
        for i, j in kept.items()
        if gold[i][2]["person"]
    ]
    right = sum(
        want.split()[-1].lower() == got.split()[-1:][0].lower() if got else False for want, got in names
    )
    assert right / len(names) >= LAST_NAMES
