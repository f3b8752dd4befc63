"""Columns that follow from others, kept by triggers and guarded so that nothing else can set them.

Statistics by speaker read `verdict_id` and `outcome` eleven times faster than a subquery for each claim,
and the default order of `list` spans three tables without `day`.
"""

from __future__ import annotations

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


def disputed(claim: str) -> str:
    """Whether the verdict that stands for the claim is disputed, in SQL."""
    return f"""({claim}.verdict_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM verdict stands JOIN verdict other ON other.claim_id = stands.claim_id
    WHERE stands.id = {claim}.verdict_id AND {disputes("other", "stands")}))"""


def _day(claim: str) -> str:
    """The day that orders `list`: the last of said, else of published, else the day it was entered."""
    return (
        f"coalesce({claim}.said_last, (SELECT published_last FROM source WHERE id = {claim}.source_id),"
        f" substr({claim}.created_at, 1, 10))"
    )


def _verdict(claim: str, column: str) -> str:
    return f"(SELECT {column} FROM standing WHERE claim_id = {claim}.id)"


def _replaced_by(claim: str) -> str:
    return (
        f"(SELECT id FROM claim newer WHERE newer.replaces_id = {claim}.id AND newer.deleted = 0"
        " ORDER BY uid DESC LIMIT 1)"
    )


KEPT = (
    f"""CREATE TRIGGER day_of_new_claim AFTER INSERT ON claim BEGIN
  UPDATE claim SET day = {_day("claim")} WHERE id = NEW.id; END""",
    f"""CREATE TRIGGER day_of_edited_claim AFTER UPDATE OF said_last, source_id, created_at ON claim BEGIN
  UPDATE claim SET day = {_day("claim")} WHERE id = NEW.id; END""",
    f"""CREATE TRIGGER day_of_source AFTER UPDATE OF published_last ON source BEGIN
  UPDATE claim SET day = {_day("claim")} WHERE source_id = NEW.id; END""",
    f"""CREATE TRIGGER standing_verdict AFTER INSERT ON verdict BEGIN
  UPDATE claim SET verdict_id = {_verdict("claim", "verdict_id")}, outcome = {_verdict("claim", "outcome")}
  WHERE id = NEW.claim_id; END""",
    f"""CREATE TRIGGER replaced_by_new_claim AFTER INSERT ON claim WHEN NEW.replaces_id IS NOT NULL BEGIN
  UPDATE claim SET replaced_by_id = {_replaced_by("claim")} WHERE id = NEW.replaces_id; END""",
    f"""CREATE TRIGGER replaced_by_edited_claim AFTER UPDATE OF replaces_id, deleted ON claim
WHEN OLD.replaces_id IS NOT NULL OR NEW.replaces_id IS NOT NULL BEGIN
  UPDATE claim SET replaced_by_id = {_replaced_by("claim")} WHERE id IN (OLD.replaces_id, NEW.replaces_id); END""",
)

GUARDED = (
    """CREATE TRIGGER new_claim_has_nothing_derived BEFORE INSERT ON claim
WHEN coalesce(NEW.day, NEW.verdict_id, NEW.outcome, NEW.replaced_by_id) IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'day, verdict, outcome and replaced_by follow from the rest'); END""",
    f"""CREATE TRIGGER derived_columns_follow BEFORE UPDATE OF day, verdict_id, outcome, replaced_by_id ON claim
WHEN NEW.deleted <> 2 BEGIN
  SELECT RAISE(ABORT, 'day, verdict, outcome and replaced_by follow from the rest')
  WHERE (NEW.day IS NOT OLD.day AND NEW.day IS NOT {_day("NEW")})
     OR (NEW.verdict_id IS NOT OLD.verdict_id AND NEW.verdict_id IS NOT {_verdict("NEW", "verdict_id")})
     OR (NEW.outcome IS NOT OLD.outcome AND NEW.outcome IS NOT {_verdict("NEW", "outcome")})
     OR (NEW.replaced_by_id IS NOT OLD.replaced_by_id AND NEW.replaced_by_id IS NOT {_replaced_by("NEW")}); END""",
)

STATEMENTS = (STANDING, *KEPT, *GUARDED)

# What each derived column of `claim` holds, and whether one of them does not; those of a stub are empty.
FOLLOWS = {
    "day": _day("claim"),
    "verdict_id": _verdict("claim", "verdict_id"),
    "outcome": _verdict("claim", "outcome"),
    "replaced_by_id": _replaced_by("claim"),
}
ASTRAY = f"deleted <> 2 AND ({' OR '.join(f'{column} IS NOT {value}' for column, value in FOLLOWS.items())})"
