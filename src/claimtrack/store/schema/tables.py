"""The tables and their indexes: what a record may hold, checked by the file itself.

Dates are kept as their first and last possible day, with the words typed where those were something
else than an ISO form; the vague form follows from the two days, so no inconsistent one can exist.
"""

from __future__ import annotations

from claimtrack.model import KINDS, OUTCOME_CODES

_CONTROL = "char(1)||'-'||char(8)||char(11)||'-'||char(31)||char(127)||'-'||char(159)"
# What Python's `str.strip` takes for space, but for control characters, which no text holds.
_SPACES = "char(9, 10, 32, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288)"  # noqa: E501  # one list
_ULID = "*[^0-9A-HJKMNP-TV-Z]*"


def _one_of(column: str, allowed: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in allowed)})"


def _clean(column: str) -> str:
    """No control character but newline and tab; NUL ends `length` and GLOB, so it has a check of its own."""
    return f"{column} NOT GLOB '*['||{_CONTROL}||']*' AND instr({column}, char(0)) = 0"


def written(column: str) -> str:
    """Says more than nothing: something is left without spaces and line ends."""
    return f"trim({column}, {_SPACES}) <> ''"


def text(column: str) -> str:
    """A column of free text, never empty."""
    return f"{column} TEXT CHECK ({written(column)} AND {_clean(column)})"


def line(column: str, *, required: bool = False) -> str:
    """A column of text on one line, with no space at either end."""
    rule = f"trim({column}, {_SPACES}) = {column} AND {column} <> '' AND {_clean(column)}"
    rule += f" AND instr({column}, char(9)) = 0 AND instr({column}, char(10)) = 0"
    return f"{column} TEXT {'NOT NULL ' if required else ''}CHECK ({rule})"


def link(column: str) -> str:
    """A web address."""
    rule = f"({column} GLOB 'http://?*' OR {column} GLOB 'https://?*')"
    return f"{column} TEXT CHECK ({rule} AND {column} NOT GLOB '*[ '||char(9)||char(10)||']*' AND {_clean(column)})"


def day(column: str) -> str:
    """A calendar date; `+0 days` gives one that does not exist as the day it runs over to. There is no year 0."""
    rule = f"date({column}, '+0 days') IS {column} AND {column} >= '0001'"
    return f"{column} TEXT CHECK ({column} IS NULL OR ({rule}))"


def stamp(column: str) -> str:
    """A moment in UTC, to the second."""
    return f"{column} TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', {column}, '+0 days') IS {column})"


def when(name: str) -> str:
    """The columns of a date that may be vague."""
    first, last, words = f"{name}_first", f"{name}_last", f"{name}_words"
    return f"{day(first)}, {day(last)}, {line(words)}"


def ordered(name: str) -> str:
    """The check over the columns of a date that may be vague."""
    first, last, words = f"{name}_first", f"{name}_last", f"{name}_words"
    return (
        f"CHECK (({first} IS NULL) = ({last} IS NULL) AND ({first} IS NULL OR {first} <= {last})"
        f" AND ({words} IS NULL OR {first} IS NOT NULL))"
    )


UID = f"uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 26 AND uid NOT GLOB '{_ULID}')"
DELETED = "deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))"

SPEAKER = f"""CREATE TABLE speaker (
  id INTEGER PRIMARY KEY, {UID}, {line("name", required=True)},
  key TEXT NOT NULL CHECK (key <> ''),
  same_as_id INTEGER REFERENCES speaker(id) CHECK (same_as_id <> id),
  {DELETED}
) STRICT"""

ALIAS = f"""CREATE TABLE alias (
  speaker_id INTEGER NOT NULL REFERENCES speaker(id), {line("name", required=True)},
  key TEXT NOT NULL CHECK (key <> ''),
  PRIMARY KEY (speaker_id, name)
) STRICT, WITHOUT ROWID"""

SOURCE = f"""CREATE TABLE source (
  id INTEGER PRIMARY KEY, {UID}, {line("title")}, {line("publisher")}, {link("url")}, {link("archive_url")},
  {when("published")}, {DELETED},
  {ordered("published")}, CHECK (coalesce(title, url) IS NOT NULL)
) STRICT"""

# What a claim deleted for ever no longer holds.
FORGOTTEN = (
    "unnamed", "role", "via", "quote", "quote_spans", "translation", "criterion", "note", "said_first",
    "said_last", "said_words", "due_first", "due_last", "due_words", "speaker_id", "source_id",
    "probability", "replaces_id", "verdict_id", "outcome",
)  # fmt: skip  # a list of names

CLAIM = f"""CREATE TABLE claim (
  id INTEGER PRIMARY KEY, {UID},
  kind TEXT NOT NULL CHECK ({_one_of("kind", KINDS)}),
  speaker_id INTEGER REFERENCES speaker(id), {line("unnamed")}, {line("role")}, {line("via")},
  text TEXT NOT NULL CHECK ((deleted = 2 OR {written("text")}) AND {_clean("text")}),
  text_key INTEGER NOT NULL DEFAULT 0,
  {text("quote")}, quote_spans TEXT CHECK (quote_spans IS NULL OR json_type(quote_spans) = 'array'),
  {text("translation")}, {text("criterion")}, {text("note")},
  {when("said")}, {when("due")},
  source_id INTEGER REFERENCES source(id),
  probability REAL CHECK (probability BETWEEN 0 AND 1),
  replaces_id INTEGER REFERENCES claim(id) CHECK (replaces_id <> id),
  {stamp("created_at")}, {stamp("updated_at")},
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1, 2)),
  day TEXT, verdict_id INTEGER REFERENCES verdict(id), outcome TEXT, replaced_by_id INTEGER REFERENCES claim(id),
  {ordered("said")}, {ordered("due")},
  CHECK (due_last IS NULL OR said_first IS NULL OR due_last >= said_first),
  CHECK (deleted = 2 OR (speaker_id IS NULL) <> (unnamed IS NULL)),
  CHECK (deleted = 2 OR kind <> 'deadline' OR due_last IS NOT NULL),
  CHECK (deleted <> 2 OR (text = '' AND coalesce({", ".join(FORGOTTEN)}) IS NULL))
) STRICT"""

TAG = f"""CREATE TABLE claim_tag (
  claim_id INTEGER NOT NULL REFERENCES claim(id), {line("tag", required=True)}
  CHECK (instr(tag, ',') = 0 AND instr(tag, ';') = 0),
  PRIMARY KEY (claim_id, tag)
) STRICT, WITHOUT ROWID"""

APPEARANCE = f"""CREATE TABLE appearance (
  id INTEGER PRIMARY KEY, {UID}, claim_id INTEGER NOT NULL REFERENCES claim(id),
  source_id INTEGER REFERENCES source(id), {when("said")}, {DELETED},
  {ordered("said")}, CHECK (source_id IS NOT NULL OR said_first IS NOT NULL)
) STRICT"""

CONTRADICTION = """CREATE TABLE contradiction (
  claim_id INTEGER NOT NULL REFERENCES claim(id), other_id INTEGER NOT NULL REFERENCES claim(id),
  PRIMARY KEY (claim_id, other_id), CHECK (claim_id < other_id)
) STRICT, WITHOUT ROWID"""

VERDICT = f"""CREATE TABLE verdict (
  id INTEGER PRIMARY KEY, {UID}, claim_id INTEGER NOT NULL REFERENCES claim(id),
  act TEXT NOT NULL CHECK (act IN ('judge', 'take-back', 'annul')), annuls_id INTEGER REFERENCES verdict(id),
  outcome TEXT CHECK ({_one_of("outcome", OUTCOME_CODES)}), {line("rating")}, {when("happened")},
  {day("judged")}, {line("judge")}, {text("reason")},
  {ordered("happened")},
  CHECK (act = 'judge' OR (outcome IS NULL AND rating IS NULL AND happened_first IS NULL)),
  CHECK ((act = 'annul') = (annuls_id IS NOT NULL))
) STRICT"""

EVIDENCE = f"""CREATE TABLE evidence (
  id INTEGER PRIMARY KEY, {UID}, claim_id INTEGER NOT NULL REFERENCES claim(id),
  verdict_id INTEGER REFERENCES verdict(id), stance TEXT CHECK (stance IN ('for', 'contrary')),
  {link("url")}, {link("archive_url")}, {text("quote")}, {text("note")}, {day("added")} NOT NULL, {DELETED},
  CHECK (coalesce(url, quote) IS NOT NULL), CHECK ((verdict_id IS NULL) = (stance IS NULL))
) STRICT"""

ARTICLE = f"""CREATE TABLE article (
  id INTEGER PRIMARY KEY, {UID}, source_id INTEGER NOT NULL REFERENCES source(id),
  text TEXT NOT NULL CHECK (trim(text) <> '' AND {_clean("text")}),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  read_at TEXT NOT NULL CHECK (datetime(read_at) IS NOT NULL), {line("read_from")}, {DELETED}
) STRICT"""

CANDIDATE = f"""CREATE TABLE candidate (
  id INTEGER PRIMARY KEY, {UID}, source_id INTEGER NOT NULL REFERENCES source(id),
  number INTEGER NOT NULL CHECK (number > 0), score REAL NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0), stop INTEGER NOT NULL CHECK (stop > start),
  kind TEXT NOT NULL CHECK ({_one_of("kind", KINDS)}), {line("speaker")},
  unnamed INTEGER CHECK (unnamed = 1), {line("via")},
  text TEXT NOT NULL CHECK (trim(text) <> '' AND {_clean("text")}), {text("quote")}, {when("said")}, {when("due")},
  answer TEXT CHECK (answer IN ('accepted', 'rejected')), claim_id INTEGER REFERENCES claim(id), {DELETED},
  {ordered("said")}, {ordered("due")}, CHECK ((answer IS 'accepted') = (claim_id IS NOT NULL))
) STRICT"""

CHANGE = f"""CREATE TABLE change (
  seq INTEGER PRIMARY KEY, {UID},
  {stamp("at")}, {line("who")}, {line("verb", required=True)}, undoes TEXT,
  body TEXT NOT NULL CHECK (CASE WHEN json_valid(body) THEN json_type(body, '$.ops') IS 'array' ELSE 0 END),
  prev BLOB NOT NULL CHECK (length(prev) = 32), hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT"""

TOUCHED = """CREATE TABLE touched (
  claim_id INTEGER NOT NULL REFERENCES claim(id), seq INTEGER NOT NULL REFERENCES change(seq),
  PRIMARY KEY (claim_id, seq)
) STRICT, WITHOUT ROWID"""

INDEXES = (
    "CREATE INDEX speaker_key ON speaker(key)",
    "CREATE INDEX speaker_same_as ON speaker(same_as_id) WHERE same_as_id IS NOT NULL",
    "CREATE INDEX alias_key ON alias(key)",
    "CREATE INDEX source_url ON source(url) WHERE url IS NOT NULL",
    "CREATE INDEX source_title ON source(title)",
    # `list` is ordered by day, alone and within a speaker
    "CREATE INDEX claim_day ON claim(day, id) WHERE deleted = 0",
    "CREATE INDEX claim_speaker ON claim(speaker_id, day, id) WHERE deleted = 0",
    # what is still to be judged, by date; claims long judged cost nothing
    (
        "CREATE INDEX claim_open ON claim(due_last, id)"
        " WHERE verdict_id IS NULL AND replaced_by_id IS NULL AND deleted = 0 AND due_last IS NOT NULL"
    ),
    # an overlap of ranges is answered from the index alone
    "CREATE INDEX claim_due ON claim(due_last, due_first) WHERE due_last IS NOT NULL AND deleted = 0",
    "CREATE INDEX claim_said ON claim(said_last, said_first) WHERE said_last IS NOT NULL AND deleted = 0",
    # counting by speaker reads nothing but this
    (
        "CREATE INDEX claim_standing ON claim(speaker_id, kind, outcome, verdict_id, replaced_by_id, due_last)"
        " WHERE deleted = 0"
    ),
    "CREATE INDEX claim_source ON claim(source_id) WHERE source_id IS NOT NULL",
    "CREATE INDEX claim_replaces ON claim(replaces_id) WHERE replaces_id IS NOT NULL",
    "CREATE INDEX claim_text_key ON claim(text_key)",
    "CREATE INDEX claim_tag_tag ON claim_tag(tag, claim_id)",
    "CREATE INDEX appearance_claim ON appearance(claim_id)",
    "CREATE INDEX appearance_source ON appearance(source_id) WHERE source_id IS NOT NULL",
    "CREATE INDEX contradiction_other ON contradiction(other_id)",
    "CREATE INDEX verdict_claim ON verdict(claim_id, uid)",
    "CREATE INDEX verdict_annuls ON verdict(annuls_id) WHERE annuls_id IS NOT NULL",
    "CREATE INDEX evidence_claim ON evidence(claim_id, verdict_id)",
    "CREATE INDEX article_source ON article(source_id)",
    "CREATE INDEX article_sha256 ON article(sha256)",
    "CREATE INDEX candidate_source ON candidate(source_id, number)",
    "CREATE INDEX candidate_claim ON candidate(claim_id) WHERE claim_id IS NOT NULL",
    "CREATE INDEX change_undoes ON change(undoes) WHERE undoes IS NOT NULL",
    "CREATE INDEX change_at ON change(at)",
)

STATEMENTS = (
    SPEAKER, ALIAS, SOURCE, CLAIM, TAG, APPEARANCE, CONTRADICTION, VERDICT, EVIDENCE, ARTICLE, CANDIDATE,
    CHANGE, TOUCHED, *INDEXES,
)  # fmt: skip  # one line reads as the list that it is
