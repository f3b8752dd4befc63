"""The full-text index over claims: their own words, and the names of their speaker and source.

External content over a view, so that the words are stored once. FTS5 must be given the old words to forget
them, hence each trigger comes as a pair: before the change with the old ones, after it with the new.

English words are found by their stems. The index and the words searched for are written alike: see `SAME`.
"""

from __future__ import annotations

from claimtrack.model.record import FIELDS

OWN = tuple(field.name for field in FIELDS if field.searched)
COLUMNS = ", ".join((*OWN, "source", "who"))
# ё is mostly written е; the modifier apostrophe of Ukrainian names is a letter to the tokenizer, the others are not.
# One character for one, so that a place in the index is a place in the text.
SAME = {"\N{MODIFIER LETTER APOSTROPHE}": "'", "\N{MODIFIER LETTER PRIME}": "'", "ё": "е", "Ё": "Е"}

SPEAKER_WORDS = """CREATE VIEW speaker_words(id, words) AS
SELECT s.id, s.name || coalesce(' ' || r.name, '') || coalesce(' ' || (
    SELECT group_concat(name, ' ') FROM (
      SELECT a.name FROM alias a WHERE a.speaker_id IN (s.id, s.same_as_id) ORDER BY a.speaker_id, a.name)), '')
FROM speaker s LEFT JOIN speaker r ON r.id = s.same_as_id"""


def _indexed(words: str) -> str:
    for character, same in SAME.items():
        words = f"replace({words}, char({ord(character)}), char({ord(same)}))"
    return words


CLAIM_WORDS = f"""CREATE VIEW claim_words(id, {COLUMNS}) AS
SELECT c.id, {", ".join(_indexed(f"c.{column}") for column in OWN)},
  {_indexed("s.title || coalesce(' ' || s.publisher, '')")},
  {_indexed("coalesce(c.unnamed, (SELECT words FROM speaker_words w WHERE w.id = c.speaker_id))")}
FROM claim c LEFT JOIN source s ON s.id = c.source_id WHERE c.deleted = 0"""

INDEX = f"""CREATE VIRTUAL TABLE claim_fts USING fts5({COLUMNS},
  content='claim_words', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')"""

_OF_SPEAKER = "(SELECT id FROM claim WHERE deleted = 0 AND speaker_id IN (SELECT id FROM speaker WHERE {0} IN (id, same_as_id)))"  # noqa: E501  # one query
_OF_SOURCE = "(SELECT id FROM claim WHERE deleted = 0 AND source_id = {0})"


def _forget(ids: str) -> str:
    return (
        f"INSERT INTO claim_fts(claim_fts, rowid, {COLUMNS})"
        f" SELECT 'delete', id, {COLUMNS} FROM claim_words WHERE id IN {ids};"
    )


def _learn(ids: str) -> str:
    return f"INSERT INTO claim_fts(rowid, {COLUMNS}) SELECT id, {COLUMNS} FROM claim_words WHERE id IN {ids};"


def _pair(name: str, event: str, ids: str) -> tuple[str, str]:
    return (
        f"CREATE TRIGGER {name}_forgotten BEFORE {event} BEGIN {_forget(ids)} END",
        f"CREATE TRIGGER {name}_indexed AFTER {event} BEGIN {_learn(ids)} END",
    )


_WORDS = f"{', '.join(OWN)}, speaker_id, unnamed, source_id, deleted"
# what keeps the index as the words change
KEEPING = (
    f"CREATE TRIGGER new_claim_indexed AFTER INSERT ON claim BEGIN {_learn('(NEW.id)')} END",
    *_pair("claim_words", f"UPDATE OF {_WORDS} ON claim", "(OLD.id)"),
    *_pair("source_words", "UPDATE OF title, publisher ON source", _OF_SOURCE.format("OLD.id")),
    *_pair("speaker_name", "UPDATE OF name, same_as_id ON speaker", _OF_SPEAKER.format("OLD.id")),
    *_pair("new_alias", "INSERT ON alias", _OF_SPEAKER.format("NEW.speaker_id")),
    *_pair("old_alias", "DELETE ON alias", _OF_SPEAKER.format("OLD.speaker_id")),
)  # fmt: skip  # a row a trigger
STATEMENTS = (
    SPEAKER_WORDS, CLAIM_WORDS, INDEX, *KEEPING,
    ("CREATE TRIGGER alias_unchanged BEFORE UPDATE ON alias BEGIN"
    " SELECT RAISE(ABORT, 'take the alias off and add another'); END"),
)  # fmt: skip  # a row each
REBUILD = "INSERT INTO claim_fts(claim_fts) VALUES ('rebuild')"
