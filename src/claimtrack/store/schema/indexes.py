"""The indexes: what lists, searches by field and counts are answered from."""

from __future__ import annotations

# asked while rows are written, by triggers and by what looks a thing up
LOOKED_UP = (
    "CREATE INDEX speaker_key ON speaker(key)",
    "CREATE INDEX speaker_same_as ON speaker(same_as_id) WHERE same_as_id IS NOT NULL",
    "CREATE INDEX alias_key ON alias(key)",
    "CREATE INDEX source_url_key ON source(url_key) WHERE url_key IS NOT NULL",
    "CREATE INDEX source_title_key ON source(title_key) WHERE title_key IS NOT NULL",
    "CREATE INDEX source_same_as ON source(same_as_id) WHERE same_as_id IS NOT NULL",
    "CREATE INDEX claim_source ON claim(source_id) WHERE source_id IS NOT NULL",
    "CREATE INDEX claim_replaces ON claim(replaces_id) WHERE replaces_id IS NOT NULL",
    "CREATE INDEX claim_origin ON claim(origin) WHERE origin IS NOT NULL",
    "CREATE INDEX claim_text_key ON claim(text_key)",
    "CREATE INDEX appearance_claim ON appearance(claim_id)",
    "CREATE INDEX appearance_source ON appearance(source_id) WHERE source_id IS NOT NULL",
    "CREATE INDEX contradiction_other ON contradiction(other_id)",
    "CREATE INDEX verdict_claim ON verdict(claim_id, uid)",
    "CREATE INDEX verdict_annuls ON verdict(annuls_id) WHERE annuls_id IS NOT NULL",
    "CREATE INDEX evidence_claim ON evidence(claim_id, verdict_id, deleted, uid, stance)",
    "CREATE INDEX article_source ON article(source_id)",
    "CREATE INDEX article_sha256 ON article(sha256)",
    "CREATE INDEX candidate_source ON candidate(source_id, number)",
    "CREATE INDEX candidate_claim ON candidate(claim_id) WHERE claim_id IS NOT NULL",
    "CREATE INDEX model_answer_article ON model_answer(article)",
    "CREATE INDEX change_undoes ON change(undoes) WHERE undoes IS NOT NULL",
    "CREATE INDEX change_at ON change(at)",
    "CREATE INDEX change_merge ON change(uid) WHERE verb = 'merge'",
    "CREATE INDEX touched_seq ON touched(seq)",
)
# asked by lists and counts alone, so that a bulk load can make them once at its end. An index has what filters ask for
# besides, and its own condition too, so that a claim that does not meet them is passed over without a look at its row.
FOR_LISTS = (
    # `list` is ordered by day, alone and within a speaker
    (
        "CREATE INDEX claim_day ON claim("
        "day, id, kind, outcome, verdict_id, replaced_by_id, due_last, due_first, deleted) WHERE deleted = 0"
    ),
    (
        "CREATE INDEX claim_speaker ON claim("
        "speaker_id, day, id, kind, outcome, verdict_id, replaced_by_id, due_last, deleted) WHERE deleted = 0"
    ),
    # what is still to be judged, by date; claims long judged cost nothing
    (
        "CREATE INDEX claim_open ON claim(due_last, id, remind, kind, verdict_id, replaced_by_id, deleted)"
        " WHERE verdict_id IS NULL AND replaced_by_id IS NULL AND deleted = 0 AND due_last IS NOT NULL"
    ),
    (
        "CREATE INDEX claim_remind ON claim(remind, id, due_last, verdict_id, replaced_by_id, deleted)"
        " WHERE remind IS NOT NULL AND deleted = 0"
    ),
    "CREATE INDEX claim_resolved ON claim(verdict_id, deleted) WHERE verdict_id IS NOT NULL AND deleted = 0",
    "CREATE INDEX claim_disputed ON claim(disputed, deleted) WHERE disputed = 1 AND deleted = 0",
    "CREATE INDEX claim_unproven ON claim(unproven, deleted) WHERE unproven = 1 AND deleted = 0",
    # an overlap of ranges is answered from the index alone
    "CREATE INDEX claim_due ON claim(due_last, id, due_first, deleted) WHERE due_last IS NOT NULL AND deleted = 0",
    "CREATE INDEX claim_said ON claim(said_last, said_first, deleted) WHERE said_last IS NOT NULL AND deleted = 0",
    "CREATE INDEX claim_unnamed ON claim(unnamed, deleted) WHERE unnamed IS NOT NULL AND deleted = 0",
    "CREATE INDEX claim_via ON claim(via, deleted) WHERE via IS NOT NULL AND deleted = 0",
    "CREATE INDEX claim_deleted ON claim(deleted) WHERE deleted <> 0",
    "CREATE INDEX claim_tag_tag ON claim_tag(tag, claim_id)",
    "CREATE INDEX verdict_judged ON verdict(judged, claim_id) WHERE judged IS NOT NULL",
)
STATEMENTS = (*LOOKED_UP, *FOR_LISTS)
