"""Columns that follow from others, kept by triggers and guarded so that nothing else can set them.

Statistics by speaker read `verdict_id` and `outcome` eleven times faster than a subquery for each claim,
the default order of `list` spans three tables without `day`, and what is disputed or unproven could only be
counted by a look at every verdict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# The verdict that stands is the newest judgement or take-back that nothing annuls, if it is a judgement.
STANDING = """CREATE VIEW standing(claim_id, verdict_id, outcome) AS
SELECT v.claim_id, v.id, v.outcome FROM verdict v
WHERE v.act = 'judge' AND NOT EXISTS (SELECT 1 FROM verdict a WHERE a.annuls_id = v.id)
  AND NOT EXISTS (
    SELECT 1 FROM verdict later WHERE later.claim_id = v.claim_id AND later.uid > v.uid AND later.act <> 'annul'
      AND NOT EXISTS (SELECT 1 FROM verdict a WHERE a.annuls_id = later.id))"""

_LIVE = "{0}.act <> 'annul' AND NOT EXISTS (SELECT 1 FROM verdict a WHERE a.annuls_id = {0}.id)"


def disputes(other: str, stands: str) -> str:
    """Whether a verdict, in SQL, disputes the one that stands: another judge's newest, with another outcome.

    And nobody who judged later knew of it. Two judges without a name are two.
    """
    return f"""({other}.id <> {stands}.id AND {other}.act = 'judge' AND {other}.outcome IS NOT {stands}.outcome
    AND ({other}.judge <> {stands}.judge OR {other}.judge IS NULL OR {stands}.judge IS NULL)
    AND {_LIVE.format(other)} AND NOT EXISTS (
      SELECT 1 FROM verdict w WHERE w.claim_id = {other}.claim_id AND w.uid > {other}.uid AND {_LIVE.format("w")}
        AND (w.overrules IS NULL OR instr(w.overrules, {other}.uid) OR w.judge = {other}.judge)))"""


def _disputed(claim: str) -> str:
    """1 where the verdict that stands for the claim is disputed, else null."""
    return f"""(SELECT 1 WHERE {claim}.verdict_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM verdict stands JOIN verdict other ON other.claim_id = stands.claim_id
    WHERE stands.id = {claim}.verdict_id AND {disputes("other", "stands")}))"""


def _unproven(claim: str) -> str:
    """1 where no evidence is given for the verdict that stands, nor any contrary to it, else null."""
    return f"""(SELECT 1 WHERE {claim}.verdict_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM evidence e
    WHERE e.claim_id = {claim}.id AND e.verdict_id = {claim}.verdict_id AND e.deleted = 0))"""


def _day(claim: str) -> str:
    """The day that orders `list`: the last of said, else of published, else the day it was entered."""
    return (
        f"coalesce({claim}.said_last, (SELECT published_last FROM source WHERE id = {claim}.source_id),"
        f" substr({claim}.created_at, 1, 10))"
    )


def _verdict(claim: str) -> str:
    return f"(SELECT verdict_id FROM standing WHERE claim_id = {claim}.id)"


def _outcome(claim: str) -> str:
    return f"(SELECT outcome FROM standing WHERE claim_id = {claim}.id)"


def _replaced_by(claim: str) -> str:
    return (
        f"(SELECT id FROM claim newer WHERE newer.replaces_id = {claim}.id AND newer.deleted = 0"
        " ORDER BY uid DESC LIMIT 1)"
    )


# What each column holds, by the name that a query gives the claim; a later one may rest on those before it.
_RULES: dict[str, Callable[[str], str]] = {
    "day": _day, "verdict_id": _verdict, "outcome": _outcome, "replaced_by_id": _replaced_by, "disputed": _disputed,
    "unproven": _unproven,
}  # fmt: skip  # a table


def _follow(*columns: str) -> str:
    """The change that puts columns of a claim right."""
    return "UPDATE claim SET " + ", ".join(f"{column} = {_RULES[column]('claim')}" for column in columns)


KEPT = (
    *(f"CREATE TRIGGER day_of_{name} AFTER {event} ON claim BEGIN {_follow('day')} WHERE id = NEW.id; END"
      for name, event in (("new_claim", "INSERT"), ("edited_claim", "UPDATE OF said_last, source_id, created_at"))),
    f"""CREATE TRIGGER day_of_source AFTER UPDATE OF published_last ON source BEGIN
  {_follow("day")} WHERE source_id = NEW.id; END""",
    f"""CREATE TRIGGER standing_verdict AFTER INSERT ON verdict BEGIN
  {_follow("verdict_id", "outcome")} WHERE id = NEW.claim_id;
  {_follow("disputed", "unproven")} WHERE id = NEW.claim_id; END""",
    *(f"""CREATE TRIGGER proven_by_{name} AFTER {event} ON evidence WHEN NEW.verdict_id IS NOT NULL{also} BEGIN
  {_follow("unproven")} WHERE id = NEW.claim_id; END"""
      for name, event, also in (("new_evidence", "INSERT", ""), (
          "joined_evidence", "UPDATE OF verdict_id, deleted", " OR OLD.verdict_id IS NOT NULL"))),
    f"""CREATE TRIGGER replaced_by_new_claim AFTER INSERT ON claim WHEN NEW.replaces_id IS NOT NULL BEGIN
  {_follow("replaced_by_id")} WHERE id = NEW.replaces_id; END""",
    f"""CREATE TRIGGER replaced_by_edited_claim AFTER UPDATE OF replaces_id, deleted ON claim
WHEN OLD.replaces_id IS NOT NULL OR NEW.replaces_id IS NOT NULL BEGIN
  {_follow("replaced_by_id")} WHERE id IN (OLD.replaces_id, NEW.replaces_id); END""",
)  # fmt: skip  # a trigger reads as a sentence

_REFUSED = f"SELECT RAISE(ABORT, '{', '.join(_RULES)} follow from the rest')"
_ASTRAY = " OR ".join(
    f"(NEW.{column} IS NOT OLD.{column} AND NEW.{column} IS NOT {rule('NEW')})"
    for column, rule in _RULES.items()
)
GUARDED = (
    f"""CREATE TRIGGER new_claim_has_nothing_derived BEFORE INSERT ON claim
WHEN coalesce({", ".join(f"NEW.{column}" for column in _RULES)}) IS NOT NULL BEGIN {_REFUSED}; END""",
    f"""CREATE TRIGGER derived_columns_follow BEFORE UPDATE OF {", ".join(_RULES)} ON claim
WHEN NEW.deleted <> 2 BEGIN {_REFUSED} WHERE {_ASTRAY}; END""",
)

STATEMENTS = (STANDING, *KEPT, *GUARDED)

# What each derived column of `claim` holds, and whether one of them does not; those of a stub are empty.
FOLLOWS = {column: rule("claim") for column, rule in _RULES.items()}
ASTRAY = f"deleted <> 2 AND ({' OR '.join(f'{column} IS NOT {value}' for column, value in FOLLOWS.items())})"
