"""Triggers that make a bad record impossible, from any tool.

In the plain sqlite3 shell foreign keys are off and `INSERT OR REPLACE` skips delete triggers, so references
and replacement are guarded here as well.
"""

from __future__ import annotations

from claimtrack.model import KINDS, OUTCOME_CODES, TIED_TO_DUE


def _listed(codes: tuple[str, ...]) -> str:
    return "(" + ", ".join(repr(code) for code in codes) + ")"


_TIED = _listed(TIED_TO_DUE)


def refuse(name: str, event: str, *cases: tuple[str, str], when: str = "") -> str:
    """A trigger that aborts with the message of the first case whose condition holds."""
    body = "".join(f"\n  SELECT RAISE(ABORT, '{message}') WHERE {condition};" for message, condition in cases)
    return f"CREATE TRIGGER {name} BEFORE {event} {f'WHEN {when} ' if when else ''}BEGIN{body} END"


def _exists(table: str, condition: str) -> str:
    return f"EXISTS (SELECT 1 FROM {table} WHERE {condition})"


def _missing(table: str, column: str) -> str:
    return f"NEW.{column} IS NOT NULL AND NOT {_exists(table, f'id = NEW.{column}')}"


REFERENCES = {
    "speaker": {"same_as_id": "speaker"},
    "source": {"same_as_id": "source"},
    "alias": {"speaker_id": "speaker"},
    "claim": {"speaker_id": "speaker", "source_id": "source", "replaces_id": "claim"},
    "claim_tag": {"claim_id": "claim"},
    "appearance": {"claim_id": "claim", "source_id": "source"},
    "contradiction": {"claim_id": "claim", "other_id": "claim"},
    "verdict": {"claim_id": "claim", "annuls_id": "verdict"},
    "evidence": {"claim_id": "claim", "verdict_id": "verdict"},
    "article": {"source_id": "source"},
    "candidate": {"source_id": "source", "claim_id": "claim"},
    "touched": {"claim_id": "claim", "seq": "change"},
    "packed": {"seq": "change"},
}
KEPT_FOR_EVER = ("speaker", "source", "claim", "article")
# rows that go only with a claim deleted for ever
OF_A_CLAIM = ("appearance", "evidence", "verdict", "candidate")


# what is packed comes before its entry
_NEXT_ENTRY = "coalesce((SELECT max(seq) FROM change), 0) + 1"
_NO_ENTRY = f"NEW.seq <> {_NEXT_ENTRY} AND NOT {_exists('change', 'seq = NEW.seq')}"


def _reference_guards() -> list[str]:
    guards = []
    for table, columns in REFERENCES.items():
        cases = [
            (f"no such {target}", _missing(target, column) if target != "change" else _NO_ENTRY)
            for column, target in columns.items()
        ]  # fmt: skip  # the two forms side by side
        guards.append(refuse(f"{table}_references", f"INSERT ON {table}", *cases))
        guards.append(
            refuse(f"{table}_references_kept", f"UPDATE OF {', '.join(columns)} ON {table}", *cases)
        )
    return guards


def _identity_guards() -> list[str]:
    guards = []
    for table in (*KEPT_FOR_EVER, *OF_A_CLAIM):
        taken = _exists(table, "id = NEW.id OR uid = NEW.uid")
        guards.append(
            refuse(f"{table}_is_new", f"INSERT ON {table}", (f"this {table} is there already", taken))
        )
        changed = "NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid"
        # not `UPDATE OF id`, which does not see the id set under its other name, rowid
        guards.append(
            refuse(
                f"{table}_keeps_its_id", f"UPDATE ON {table}", ("id and uid never change", "1"), when=changed
            )
        )
    return guards


def _removal_guards() -> list[str]:
    marked = [
        refuse(f"{table}_stays", f"DELETE ON {table}", (f"a {table} is marked deleted, never removed", "1"))
        for table in KEPT_FOR_EVER
    ]
    wiped = f"NOT {_exists('claim', 'id = OLD.claim_id AND deleted = 2')}"
    return marked + [
        refuse(f"{table}_stays", f"DELETE ON {table}", (f"{table} is never removed", wiped))
        for table in OF_A_CLAIM
    ]


_SAME_KEY = "speaker WHERE key = NEW.key AND id <> NEW.id AND same_as_id IS NULL AND deleted = 0"
_LIVE = "NEW.same_as_id IS NULL AND NEW.deleted = 0"


def _merging(table: str) -> tuple[str, ...]:
    """Two that are one: the one that stays was itself merged into nothing."""
    into_a_root = (
        f"merge into the {table} that the other was merged into",
        _exists(table, "id = NEW.same_as_id AND same_as_id IS NOT NULL"),
    )
    others = (
        f"others were merged into this {table}: merge them first",
        f"NEW.same_as_id IS NOT NULL AND {_exists(table, 'same_as_id = NEW.id')}",
    )
    return (
        refuse(f"{table}_new_to_a_root", f"INSERT ON {table}", into_a_root),
        refuse(f"{table}_merged_into_a_root", f"UPDATE OF same_as_id ON {table}", into_a_root, others),
    )


SPEAKERS = (
    refuse(
        "speaker_once", "INSERT ON speaker",
        ("there is a speaker of that name", f"EXISTS (SELECT 1 FROM {_SAME_KEY})"), when=_LIVE,
    ),
    refuse(
        "speaker_once_more", "UPDATE OF key, same_as_id, deleted ON speaker",
        ("there is a speaker of that name", f"EXISTS (SELECT 1 FROM {_SAME_KEY})"), when=_LIVE,
    ),
    *_merging("speaker"),
    *_merging("source"),
)  # fmt: skip  # a guard reads as a sentence: when, message, condition

_CHAIN = """EXISTS (WITH RECURSIVE older(id) AS (
    SELECT NEW.replaces_id UNION SELECT c.replaces_id FROM claim c JOIN older ON c.id = older.id
    WHERE c.replaces_id IS NOT NULL) SELECT 1 FROM older WHERE id = NEW.id)"""
_REPLACED_ALREADY = (
    "claim other WHERE other.replaces_id = NEW.replaces_id AND other.id <> NEW.id AND other.deleted = 0"
)
_REPLACES_ONCE = ("that claim was replaced already", f"EXISTS (SELECT 1 FROM {_REPLACED_ALREADY})")
_FORGOTTEN = _exists("touched JOIN change USING (seq)", "claim_id = NEW.id AND verb = 'forget'")
_GONE = (
    ("that speaker was deleted", _exists("speaker", "id = NEW.speaker_id AND deleted = 1")),
    ("that source was deleted", _exists("source", "id = NEW.source_id AND deleted = 1")),
)
CLAIMS = (
    refuse("claim_replaces_once", "INSERT ON claim", _REPLACES_ONCE, when="NEW.replaces_id IS NOT NULL"),
    refuse(
        "claim_chain", "UPDATE OF replaces_id, deleted ON claim",
        ("a claim can not replace itself through others", _CHAIN), _REPLACES_ONCE,
        when="NEW.replaces_id IS NOT NULL AND NEW.deleted = 0",
    ),
    refuse(
        "held_in_time", "UPDATE OF kind, due_last, verdict_id, deleted ON claim",
        ("what came after its due day did not hold",
         _exists("verdict", "id = NEW.verdict_id AND outcome = 'held' AND happened_first > NEW.due_last")),
        when=f"NEW.kind IN {_TIED} AND NEW.deleted = 0",
    ),
    refuse(
        "wiped_for_ever", "UPDATE OF deleted ON claim",
        ("a claim deleted for ever stays deleted", "OLD.deleted = 2 AND NEW.deleted <> 2"),
        ("only what the log has as deleted for ever is", f"NEW.deleted = 2 AND OLD.deleted <> 2 AND NOT {_FORGOTTEN}"),
    ),
    *(refuse(f"claim_of_what_is_there_{number}", event, *_GONE, when="NEW.deleted = 0")
      for number, event in enumerate(("INSERT ON claim", "UPDATE OF speaker_id, source_id, deleted ON claim"))),
    refuse("speaker_in_use", "UPDATE OF deleted ON speaker",
        ("claims are by this speaker", _exists("claim", "speaker_id = NEW.id AND deleted = 0")),
        when="NEW.deleted = 1"),
    refuse("source_in_use", "UPDATE OF deleted ON source",
        ("claims were reported in this source", _exists("claim", "source_id = NEW.id AND deleted = 0")),
        ("claims were reported in this source", _exists("appearance", "source_id = NEW.id AND deleted = 0")),
        when="NEW.deleted = 1"),
)  # fmt: skip  # a guard reads as a sentence: when, message, condition

_NO_SUCH_OUTCOME = ("no such outcome", f"NEW.outcome NOT IN {_listed(OUTCOME_CODES)}")
_NO_SUCH_KIND = ("no such kind", f"NEW.kind NOT IN {_listed(KINDS)}")
# Here and not in the tables, so that a new code needs no table built anew.
CODES = (
    *(refuse(f"kind_of_{table}_{number}", f"{event} ON {table}", _NO_SUCH_KIND)
      for table in ("claim", "candidate") for number, event in enumerate(("INSERT", "UPDATE OF kind"))),
    refuse("outcome_of_verdict", "INSERT ON verdict", _NO_SUCH_OUTCOME),
    *(refuse(f"deadline_has_due_{number}", f"{event} ON claim", ("a deadline needs a due day", "NEW.due_last IS NULL"),
             when="NEW.kind = 'deadline' AND NEW.deleted <> 2")
      for number, event in enumerate(("INSERT", "UPDATE OF kind, due_last, deleted"))),
)  # fmt: skip  # a guard reads as a sentence: when, message, condition

VERDICTS = (
    refuse("verdict_unchanged", "UPDATE ON verdict", ("verdicts are append-only", "1")),
    refuse(
        "verdict_annuls_its_own", "INSERT ON verdict",
        ("the verdict is not of this claim",
         f"NOT {_exists('verdict', 'id = NEW.annuls_id AND claim_id = NEW.claim_id')}"),
        when="NEW.annuls_id IS NOT NULL",
    ),
)  # fmt: skip  # a guard reads as a sentence: when, message, condition

_EVIDENCE_WORDS = ("claim_id", "url", "archive_url", "quote", "note", "added")
_REWORDED = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in _EVIDENCE_WORDS)
_NOT_OF_CLAIM = (
    "the verdict is not of this claim",
    f"NEW.verdict_id IS NOT NULL AND NOT {_exists('verdict', 'id = NEW.verdict_id AND claim_id = NEW.claim_id')}",
)
_REJOINED = "OLD.verdict_id IS NOT NULL AND NEW.verdict_id IS NOT NULL AND (NEW.verdict_id, NEW.stance) IS NOT (OLD.verdict_id, OLD.stance)"  # noqa: E501  # one condition
EVIDENCE = (
    refuse("evidence_of_its_claim", "INSERT ON evidence", _NOT_OF_CLAIM),
    refuse(
        "evidence_unchanged", "UPDATE ON evidence", ("evidence is append-only", f"{_REWORDED} OR {_REJOINED}"),
        _NOT_OF_CLAIM,
    ),
)  # fmt: skip  # a guard reads as a sentence: when, message, condition

_PLACE = "(NEW.seq, NEW.uid, NEW.at, NEW.who, NEW.verb, NEW.undoes, NEW.prev, NEW.hash)"
# An operation may only give way to its digest.
_OPERATIONS = "json_each({0}.body, '$.ops')"
_REWRITTEN = f"""EXISTS (SELECT 1 FROM {_OPERATIONS.format("OLD")} o
    LEFT JOIN {_OPERATIONS.format("NEW")} n ON n.key = o.key
    WHERE n.value IS NOT o.value AND (n.type IS NOT 'text' OR length(n.value) <> 64))
  OR json_array_length(OLD.body, '$.ops') <> json_array_length(NEW.body, '$.ops')"""
_NEWEST_VERB = "(SELECT verb FROM change ORDER BY seq DESC LIMIT 1)"
LOG = (
    refuse(
        "log_continues", "INSERT ON change",
        ("the log continues from its last entry",
         ("NEW.prev IS NOT coalesce((SELECT hash FROM change ORDER BY seq DESC LIMIT 1), zeroblob(32))"
         f" OR NEW.seq IS NOT {_NEXT_ENTRY}"
         " OR NEW.uid <= (SELECT max(uid) FROM change)")),
    ),
    refuse(
        "log_unchanged", "UPDATE ON change",
        ("the log is append-only",
         f"{_NEWEST_VERB} IS NOT 'forget' OR {_PLACE} IS NOT {_PLACE.replace('NEW.', 'OLD.')} OR {_REWRITTEN}"),
    ),
    refuse("log_stays", "DELETE ON change", ("the log is append-only", "1")),
    refuse(
        "packed_continues", "INSERT ON packed",
        ("the log is append-only",
         (f"NEW.seq <> {_NEXT_ENTRY}"
         " OR NEW.chunk <> coalesce((SELECT max(chunk) FROM packed WHERE seq = NEW.seq), 0) + 1")),
    ),
    refuse(
        "packed_unchanged", "UPDATE ON packed",
        ("the log is append-only",
         f"{_NEWEST_VERB} IS NOT 'forget' OR (NEW.seq, NEW.chunk, NEW.count) IS NOT (OLD.seq, OLD.chunk, OLD.count)"),
    ),
    refuse("packed_stays", "DELETE ON packed", ("the log is append-only", "1")),
    refuse("touched_stays", "DELETE ON touched", ("the log is append-only", "1")),
    refuse("touched_unchanged", "UPDATE ON touched", ("the log is append-only", "1")),
)  # fmt: skip  # a guard reads as a sentence: when, message, condition

STATEMENTS = (
    *_identity_guards(), *_reference_guards(), *_removal_guards(), *SPEAKERS, *CLAIMS, *CODES,
    *VERDICTS, *EVIDENCE, *LOG,
)  # fmt: skip  # one line reads as the list that it is
