"""The tables, as the numbered migrations that make them: append to these, and never touch one that landed.

A table holds types, references and what no later version could want otherwise. The rest of what a record may hold is
held by triggers (`guards`, `text_rules`), which can change without a table being built anew: the kinds, the outcomes,
how a line of text is written, what a claim deleted for ever keeps.

Dates are kept as their first and last possible day, with the words typed where those were something else than an ISO
form; the vague form follows from the two days, so no inconsistent one can exist. `date(x, '+0 days')` gives a day that
does not exist as the day it runs over to. There is no year 0.
"""

from __future__ import annotations

from claimtrack.store.schema.first_tables import THE_RECORD

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    THE_RECORD,
    # 2: a day from which to look again
    (
        """ALTER TABLE claim ADD COLUMN remind TEXT CHECK (
  remind IS NULL OR (date(remind, '+0 days') IS remind AND remind >= '0001'))""",
    ),
    # 3: where an imported claim came from
    ("ALTER TABLE claim ADD COLUMN origin TEXT",),
    # 4: how a candidate's speaker is known, the probability it states, and the date that a new one replaces
    (
        "ALTER TABLE candidate ADD COLUMN rung TEXT",
        "ALTER TABLE candidate ADD COLUMN probability REAL CHECK (probability BETWEEN 0 AND 1)",
        """ALTER TABLE candidate ADD COLUMN was_first TEXT CHECK (
  was_first IS NULL OR (date(was_first, '+0 days') IS was_first AND was_first >= '0001'))""",
        """ALTER TABLE candidate ADD COLUMN was_last TEXT CHECK (
  was_last IS NULL OR (date(was_last, '+0 days') IS was_last AND was_last >= was_first))""",
        "ALTER TABLE candidate ADD COLUMN was_words TEXT CHECK (was_words IS NULL OR was_first IS NOT NULL)",
    ),
    # 5: under what an address and a title are the same, and which source was joined with which
    (
        "ALTER TABLE source ADD COLUMN url_key TEXT",
        "ALTER TABLE source ADD COLUMN title_key TEXT",
        "ALTER TABLE source ADD COLUMN same_as_id INTEGER REFERENCES source(id) CHECK (same_as_id <> id)",
    ),
    # 6: the view without what is private
    (),
    # 7: which verdicts one overrules: a list of uids; null for one of before, which knew of all older ones
    (
        """ALTER TABLE verdict ADD COLUMN overrules TEXT CHECK (
  overrules IS NULL OR json_type(overrules) = 'array')""",
    ),
    # 8: indexes that fit the filters
    (),
    # 9: the view with every verdict, and an index of where imported claims came from
    (),
    # 10: the view with the slip of a chain worked out in one walk
    (),
    # 11: what belongs to a claim in the order of uids, the same in joined files; merges found at once
    (),
    # 12: feeds, with what to ask for them again, and which of their entries were read
    (
        """CREATE TABLE feed (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL CHECK (url GLOB 'http://?*' OR url GLOB 'https://?*'),
  url_key TEXT NOT NULL UNIQUE,
  etag TEXT,
  modified TEXT,
  read_at TEXT NOT NULL CHECK (datetime(read_at) IS NOT NULL)
) STRICT""",
        """CREATE TABLE feed_entry (
  id INTEGER PRIMARY KEY,
  feed_id INTEGER NOT NULL REFERENCES feed(id),
  url TEXT NOT NULL CHECK (url GLOB 'http://?*' OR url GLOB 'https://?*'),
  url_key TEXT NOT NULL UNIQUE,
  title TEXT,
  published TEXT CHECK (
    published IS NULL OR (date(published, '+0 days') IS published AND published >= '0001')),
  tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
  source_id INTEGER REFERENCES source(id)
) STRICT""",
        "CREATE INDEX feed_entry_feed ON feed_entry(feed_id)",
    ),
    # 13: the operations of a big step packed, a thousand in each chunk, and in which of them a claim stands
    (
        """CREATE TABLE packed (
  seq INTEGER NOT NULL REFERENCES change(seq) DEFERRABLE INITIALLY DEFERRED,
  chunk INTEGER NOT NULL CHECK (chunk > 0),
  count INTEGER NOT NULL CHECK (count > 0),
  ops BLOB NOT NULL,
  PRIMARY KEY (seq, chunk)
) STRICT""",
        "CREATE TABLE touched_before AS SELECT claim_id, seq FROM touched",
        "DROP TABLE touched",
        """CREATE TABLE touched (
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  seq INTEGER NOT NULL REFERENCES change(seq) DEFERRABLE INITIALLY DEFERRED,
  chunk INTEGER NOT NULL DEFAULT 0 CHECK (chunk >= 0),
  PRIMARY KEY (claim_id, seq, chunk)
) STRICT, WITHOUT ROWID""",
        "INSERT INTO touched (claim_id, seq) SELECT claim_id, seq FROM touched_before ORDER BY claim_id, seq",
        "DROP TABLE touched_before",
    ),
    # 14: what is disputed and what is without evidence, to be found and counted at once; a view that is read faster
    (
        "ALTER TABLE claim ADD COLUMN disputed INTEGER CHECK (disputed = 1)",
        "ALTER TABLE claim ADD COLUMN unproven INTEGER CHECK (unproven = 1)",
    ),
    # 15: who found a candidate, null for rules alone, with the passage where its text has other words; and what models
    # answered, by all that they were asked, so that no question is paid twice: no part of the record, nor of the log
    (
        "ALTER TABLE candidate ADD COLUMN found_by TEXT CHECK (found_by IS NULL OR json_type(found_by) = 'array')",
        "ALTER TABLE candidate ADD COLUMN passage TEXT",
        "ALTER TABLE candidate ADD COLUMN translation TEXT",
        """CREATE TABLE model_answer (
  model TEXT NOT NULL,
  asked TEXT NOT NULL CHECK (length(asked) = 64 AND asked NOT GLOB '*[^0-9a-f]*'),
  article TEXT NOT NULL CHECK (length(article) = 64 AND article NOT GLOB '*[^0-9a-f]*'),
  answer TEXT NOT NULL,
  at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days') IS at),
  PRIMARY KEY (model, asked)
) STRICT, WITHOUT ROWID""",
    ),
)


def version() -> int:
    """The number of the newest migration, which `user_version` of an up-to-date file holds."""
    return len(MIGRATIONS)
