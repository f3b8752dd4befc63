"""The tables, as the numbered migrations that make them: append to these, and never touch one that landed.

A table holds types, references and what no later version could want otherwise. The rest of what a record may hold is
held by triggers (`guards`, `text_rules`), which can change without a table being built anew: the kinds, the outcomes,
how a line of text is written, what a claim deleted for ever keeps.

Dates are kept as their first and last possible day, with the words typed where those were something else than an ISO
form; the vague form follows from the two days, so no inconsistent one can exist. `date(x, '+0 days')` gives a day that
does not exist as the day it runs over to. There is no year 0.
"""

from __future__ import annotations

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    # 1: the record
    (
        """CREATE TABLE speaker (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 26 AND uid NOT GLOB '*[^0-9A-HJKMNP-TV-Z]*'),
  name TEXT NOT NULL,
  key TEXT NOT NULL CHECK (key <> ''),
  same_as_id INTEGER REFERENCES speaker(id) CHECK (same_as_id <> id),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT""",
        """CREATE TABLE alias (
  speaker_id INTEGER NOT NULL REFERENCES speaker(id),
  name TEXT NOT NULL,
  key TEXT NOT NULL CHECK (key <> ''),
  PRIMARY KEY (speaker_id, name)
) STRICT, WITHOUT ROWID""",
        """CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 26 AND uid NOT GLOB '*[^0-9A-HJKMNP-TV-Z]*'),
  title TEXT,
  publisher TEXT,
  url TEXT CHECK (url GLOB 'http://?*' OR url GLOB 'https://?*'),
  archive_url TEXT CHECK (archive_url GLOB 'http://?*' OR archive_url GLOB 'https://?*'),
  published_first TEXT CHECK (
    published_first IS NULL OR (date(published_first, '+0 days') IS published_first AND published_first >= '0001')),
  published_last TEXT CHECK (
    published_last IS NULL OR (date(published_last, '+0 days') IS published_last AND published_last >= '0001')),
  published_words TEXT,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK ((published_first IS NULL) = (published_last IS NULL)),
  CHECK (published_first <= published_last),
  CHECK (published_words IS NULL OR published_first IS NOT NULL),
  CHECK (coalesce(title, url) IS NOT NULL)
) STRICT""",
        """CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 26 AND uid NOT GLOB '*[^0-9A-HJKMNP-TV-Z]*'),
  kind TEXT NOT NULL,
  speaker_id INTEGER REFERENCES speaker(id),
  unnamed TEXT,
  role TEXT,
  via TEXT,
  text TEXT NOT NULL,
  text_key INTEGER NOT NULL DEFAULT 0,
  quote TEXT,
  quote_spans TEXT CHECK (quote_spans IS NULL OR json_type(quote_spans) = 'array'),
  translation TEXT,
  criterion TEXT,
  note TEXT,
  said_first TEXT CHECK (said_first IS NULL OR (date(said_first, '+0 days') IS said_first AND said_first >= '0001')),
  said_last TEXT CHECK (said_last IS NULL OR (date(said_last, '+0 days') IS said_last AND said_last >= '0001')),
  said_words TEXT,
  due_first TEXT CHECK (due_first IS NULL OR (date(due_first, '+0 days') IS due_first AND due_first >= '0001')),
  due_last TEXT CHECK (due_last IS NULL OR (date(due_last, '+0 days') IS due_last AND due_last >= '0001')),
  due_words TEXT,
  source_id INTEGER REFERENCES source(id),
  probability REAL CHECK (probability BETWEEN 0 AND 1),
  replaces_id INTEGER REFERENCES claim(id) CHECK (replaces_id <> id),
  created_at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', created_at, '+0 days') IS created_at),
  updated_at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', updated_at, '+0 days') IS updated_at),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1, 2)),
  day TEXT,
  verdict_id INTEGER REFERENCES verdict(id),
  outcome TEXT,
  replaced_by_id INTEGER REFERENCES claim(id),
  CHECK ((said_first IS NULL) = (said_last IS NULL)),
  CHECK (said_first <= said_last),
  CHECK (said_words IS NULL OR said_first IS NOT NULL),
  CHECK ((due_first IS NULL) = (due_last IS NULL)),
  CHECK (due_first <= due_last),
  CHECK (due_words IS NULL OR due_first IS NOT NULL),
  CHECK (due_last IS NULL OR said_first IS NULL OR due_last >= said_first),
  CHECK (deleted = 2 OR (speaker_id IS NULL) <> (unnamed IS NULL))
) STRICT""",
        """CREATE TABLE claim_tag (
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  tag TEXT NOT NULL CHECK (instr(tag, ',') = 0 AND instr(tag, ';') = 0),
  PRIMARY KEY (claim_id, tag)
) STRICT, WITHOUT ROWID""",
        """CREATE TABLE appearance (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 26 AND uid NOT GLOB '*[^0-9A-HJKMNP-TV-Z]*'),
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  source_id INTEGER REFERENCES source(id),
  said_first TEXT CHECK (said_first IS NULL OR (date(said_first, '+0 days') IS said_first AND said_first >= '0001')),
  said_last TEXT CHECK (said_last IS NULL OR (date(said_last, '+0 days') IS said_last AND said_last >= '0001')),
  said_words TEXT,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK ((said_first IS NULL) = (said_last IS NULL)),
  CHECK (said_first <= said_last),
  CHECK (said_words IS NULL OR said_first IS NOT NULL),
  CHECK (source_id IS NOT NULL OR said_first IS NOT NULL)
) STRICT""",
        """CREATE TABLE contradiction (
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  other_id INTEGER NOT NULL REFERENCES claim(id),
  PRIMARY KEY (claim_id, other_id),
  CHECK (claim_id < other_id)
) STRICT, WITHOUT ROWID""",
        """CREATE TABLE verdict (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 26 AND uid NOT GLOB '*[^0-9A-HJKMNP-TV-Z]*'),
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  act TEXT NOT NULL CHECK (act IN ('judge', 'take-back', 'annul')),
  annuls_id INTEGER REFERENCES verdict(id),
  outcome TEXT,
  rating TEXT,
  happened_first TEXT CHECK (
    happened_first IS NULL OR (date(happened_first, '+0 days') IS happened_first AND happened_first >= '0001')),
  happened_last TEXT CHECK (
    happened_last IS NULL OR (date(happened_last, '+0 days') IS happened_last AND happened_last >= '0001')),
  happened_words TEXT,
  judged TEXT CHECK (judged IS NULL OR (date(judged, '+0 days') IS judged AND judged >= '0001')),
  judge TEXT,
  reason TEXT,
  CHECK ((happened_first IS NULL) = (happened_last IS NULL)),
  CHECK (happened_first <= happened_last),
  CHECK (happened_words IS NULL OR happened_first IS NOT NULL),
  CHECK (act = 'judge' OR (outcome IS NULL AND rating IS NULL AND happened_first IS NULL)),
  CHECK ((act = 'annul') = (annuls_id IS NOT NULL))
) STRICT""",
        """CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 26 AND uid NOT GLOB '*[^0-9A-HJKMNP-TV-Z]*'),
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  verdict_id INTEGER REFERENCES verdict(id),
  stance TEXT CHECK (stance IN ('for', 'contrary')),
  url TEXT CHECK (url GLOB 'http://?*' OR url GLOB 'https://?*'),
  archive_url TEXT CHECK (archive_url GLOB 'http://?*' OR archive_url GLOB 'https://?*'),
  quote TEXT,
  note TEXT,
  added TEXT NOT NULL CHECK (date(added, '+0 days') IS added AND added >= '0001'),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK (coalesce(url, quote) IS NOT NULL),
  CHECK ((verdict_id IS NULL) = (stance IS NULL))
) STRICT""",
        """CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 26 AND uid NOT GLOB '*[^0-9A-HJKMNP-TV-Z]*'),
  source_id INTEGER NOT NULL REFERENCES source(id),
  text TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  read_at TEXT NOT NULL CHECK (datetime(read_at) IS NOT NULL),
  read_from TEXT,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT""",
        """CREATE TABLE candidate (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 26 AND uid NOT GLOB '*[^0-9A-HJKMNP-TV-Z]*'),
  source_id INTEGER NOT NULL REFERENCES source(id),
  number INTEGER NOT NULL CHECK (number > 0),
  score REAL NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  stop INTEGER NOT NULL CHECK (stop > start),
  kind TEXT NOT NULL,
  speaker TEXT,
  unnamed INTEGER CHECK (unnamed = 1),
  via TEXT,
  text TEXT NOT NULL,
  quote TEXT,
  said_first TEXT CHECK (said_first IS NULL OR (date(said_first, '+0 days') IS said_first AND said_first >= '0001')),
  said_last TEXT CHECK (said_last IS NULL OR (date(said_last, '+0 days') IS said_last AND said_last >= '0001')),
  said_words TEXT,
  due_first TEXT CHECK (due_first IS NULL OR (date(due_first, '+0 days') IS due_first AND due_first >= '0001')),
  due_last TEXT CHECK (due_last IS NULL OR (date(due_last, '+0 days') IS due_last AND due_last >= '0001')),
  due_words TEXT,
  answer TEXT CHECK (answer IN ('accepted', 'rejected')),
  claim_id INTEGER REFERENCES claim(id),
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  CHECK ((said_first IS NULL) = (said_last IS NULL)),
  CHECK (said_first <= said_last),
  CHECK (said_words IS NULL OR said_first IS NOT NULL),
  CHECK ((due_first IS NULL) = (due_last IS NULL)),
  CHECK (due_first <= due_last),
  CHECK (due_words IS NULL OR due_first IS NOT NULL),
  CHECK ((answer IS 'accepted') = (claim_id IS NOT NULL))
) STRICT""",
        """CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 26 AND uid NOT GLOB '*[^0-9A-HJKMNP-TV-Z]*'),
  at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days') IS at),
  who TEXT,
  verb TEXT NOT NULL,
  undoes TEXT,
  body TEXT NOT NULL CHECK (CASE WHEN json_valid(body) THEN json_type(body, '$.ops') IS 'array' ELSE 0 END),
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT""",
        """CREATE TABLE touched (
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  seq INTEGER NOT NULL REFERENCES change(seq),
  PRIMARY KEY (claim_id, seq)
) STRICT, WITHOUT ROWID""",
    ),
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
)


def version() -> int:
    """The number of the newest migration, which `user_version` of an up-to-date file holds."""
    return len(MIGRATIONS)
