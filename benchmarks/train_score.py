"""Learns the weights of `score`: python benchmarks/train_score.py genres.jsonl forward.jsonl [--hold-out] [--write].

The files are in the form of the project's scorer. Only texts whose licence allows it are learned from: those in the
public domain, CC BY, OGL, the Open Parliament Licence, MIT, public record, and the articles of GUM. A third of the
texts, by a digest of their names, is held out; with --all the weights are learned from those too, at the end.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import sys
from datetime import date
from pathlib import Path

from claimtrack.articles.candidates.candidate import drafts

WEIGHTS = Path(__file__).parents[1] / "src/claimtrack/articles/candidates/weights.json"
FORWARD = ("prediction", "promise", "deadline")
ALLOWED = ("public domain", "CC BY ", "OGL", "Open Government", "Open Parliament", "MIT", "public record")
ROUNDS = 400
RATE = 0.5
DECAY = 0.08
# A mark seen less often tells of the texts, and not of the language.
RARE = 4
# What is known before any text is seen: weights are drawn towards these, all others towards 0.
KNOWN = {
    "rung none": -3.6,
    "rung own": 0.4,
    "relative": -1.0,
    "past": -1.5,
    "headline": -1.0,
    "past date": -1.2,
    "told long ago": -0.8,
    "told before": -1.8,
    "asker": -1.0,
    "wish": -1.2,
    "announced": -0.8,
    "leans": -0.4,
    "contrary": -2.0,
    "offer": -2.0,
    "subject generic": -1.0,
    "judging reported": -0.5,
    "would of one's own": -1.2,
    "cue odds": 1.5,
    "cue listed": 0.8,
    "cue chance": 1.0,
    "needs": -0.4,
    "cue must": -0.5,
    "cue goal": -0.5,
    "dated": 0.6,
    "figure": 0.2,
}
OPTIONAL = 0.4
# Texts written here were written with the rules in mind, and tell less.
OWN = 0.3

CUTS = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75)

Example = tuple[tuple[str, ...], bool, float]


def is_held_out(name: str) -> bool:
    """Whether the text of this name is kept back: one of three, whatever the file, but for those written here."""
    if name.startswith("own"):
        return False
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def may_train(article: dict) -> bool:
    """Whether the licence of the text lets us learn from it."""
    licence = article.get("licence", "")
    return (
        article["doc_id"].startswith("GUM_")
        or licence == "own"
        or (any(word in licence for word in ALLOWED) and "MPL" not in licence and "SA" not in licence)
    )


def examples(article: dict) -> list[Example]:
    """The marks of each candidate of an article, whether it is right, and how much it counts."""
    found = [
        d for d in drafts(article["text"], date.fromisoformat(article["published"]), known={}) if d.marks
    ]
    taken = matches(article["claims"], [d.candidate for d in found])
    share = OWN if article.get("licence") == "own" else 1.0
    return [
        (
            d.marks,
            j in taken,
            share * (OPTIONAL if j in taken and article["claims"][taken[j]]["optional"] else 1),
        )
        for j, d in enumerate(found)
    ]


def matches(gold: list[dict], found: list) -> dict[int, int]:
    """By candidate, the claim of the article that it covers; one to one, best overlap first."""
    options = []
    for i, g in enumerate(gold):
        for j, c in enumerate(found):
            both = min(g["end"], c.end) - max(g["start"], c.start)
            if both >= 0.6 * (g["end"] - g["start"]) and both >= 0.25 * (c.end - c.start):
                options.append((both / (max(g["end"], c.end) - min(g["start"], c.start)), -i, -j))
    pairs: dict[int, int] = {}
    for _, i, j in sorted(options, reverse=True):
        if -j not in pairs and -i not in pairs.values():
            pairs[-j] = -i
    return pairs


def learn(rows: list[Example]) -> dict[str, float]:
    """The weights by logistic regression, kept small."""
    counts: dict[str, int] = {}
    for marks, _, _ in rows:
        for mark in marks:
            counts[mark] = counts.get(mark, 0) + 1
    weights = {"bias": 0.0} | {
        mark: KNOWN.get(mark, 0.0) for mark, n in sorted(counts.items()) if n >= RARE or mark in KNOWN
    }
    weights = KNOWN | weights
    for _ in range(ROUNDS):
        slope = dict.fromkeys(weights, 0.0)
        for marks, right, share in rows:
            known = [mark for mark in ("bias", *marks) if mark in weights]
            off = (right - 1 / (1 + math.exp(-sum(weights[mark] for mark in known)))) * share
            for mark in known:
                slope[mark] += off
        for mark, value in weights.items():
            pull = 0 if mark == "bias" else DECAY * (value - KNOWN.get(mark, 0.0))
            weights[mark] = value + RATE * (slope[mark] / math.sqrt(len(rows)) / 4 - pull)
    return {mark: round(value, 3) for mark, value in weights.items()}


def valued(weights: dict[str, float], rows: list[Example]) -> list[tuple[float, bool]]:
    """The score of each candidate, and whether it is right."""
    return [
        (1 / (1 + math.exp(-weights["bias"] - sum(weights.get(mark, 0.0) for mark in marks))), right)
        for marks, right, _ in rows
    ]


def auc(scored: list[tuple[float, bool]]) -> float:
    """The chance that a right candidate scores above a wrong one."""
    right = [value for value, is_right in scored if is_right]
    wrong = [value for value, is_right in scored if not is_right]
    above = sum((r > w) + 0.5 * (r == w) for r in right for w in wrong)
    return above / max(len(right) * len(wrong), 1)


def across(articles: list[dict], folds: int = 5) -> float:
    """AUC on articles that the weights were not learned from, in turn."""
    rows = [examples(article) for article in articles]
    order = list(range(len(rows)))
    random.Random(1).shuffle(order)  # noqa: S311 - a fixed shuffle, no secret
    scored: list[tuple[float, bool]] = []
    for fold in range(folds):
        out = set(order[fold::folds])
        weights = learn([row for k in order if k not in out for row in rows[k]])
        for k in out:
            scored += valued(weights, rows[k])
    for cut in CUTS:
        kept = [right for value, right in scored if value >= cut]
        precision, recall = sum(kept) / max(len(kept), 1), sum(kept) / sum(right for _, right in scored)
        tell(f"  from {cut:.2f} on: precision {precision:.2f}, recall {recall:.2f}")
    return auc(scored)


def tell(line: str) -> None:
    """Writes a line of the report."""
    sys.stdout.write(line + "\n")


def main() -> None:
    """Learns, prints how well it ranks, and writes the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--all", action="store_true", help="learn from the held-out texts too")
    parser.add_argument("--write", action="store_true", help=f"write {WEIGHTS.name}")
    options = parser.parse_args()
    every = [json.loads(line) for file in options.files for line in file.read_text("utf-8").splitlines()]
    allowed = [article for article in every if may_train(article)]
    open_ = [article for article in allowed if not is_held_out(article["doc_id"])]
    kept_back = [row for article in allowed if is_held_out(article["doc_id"]) for row in examples(article)]
    tell(f"{len(open_)} texts; AUC across folds {across(open_):.3f}")
    weights = learn([row for article in open_ for row in examples(article)])
    tell(f"AUC on the {len(kept_back)} candidates of texts held out {auc(valued(weights, kept_back)):.3f}")
    if options.all:
        weights = learn([row for article in allowed for row in examples(article)])
    if options.write:
        WEIGHTS.write_text(json.dumps(dict(sorted(weights.items())), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
