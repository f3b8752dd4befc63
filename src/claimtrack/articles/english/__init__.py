"""English text as sentences, words and names; the words of a class are named by `word_classes` and its like."""

from __future__ import annotations

from claimtrack.articles.english.noun_phrases import (
    LONGEST_PHRASE,
    Range,
    clause_subject,
    phrase_ending,
    phrase_starting,
    skip_to_subject,
)
from claimtrack.articles.english.proper_names import (
    FULL_NAME,
    Name,
    Names,
    capital_runs,
    family,
    is_no_name,
    read_names,
    split_titles,
    without_possessive,
    younger,
)
from claimtrack.articles.english.quotation_marks import bare, is_quotation
from claimtrack.articles.english.sentences import (
    QUOTED,
    SPEECH,
    Sentence,
    Token,
    is_adverb,
    is_capital,
    is_word,
    read_sentences,
    within,
)
from claimtrack.articles.english.stretches import Span, Stretches
from claimtrack.articles.english.word_classes import is_english, word_set

__all__ = [
    "FULL_NAME",
    "LONGEST_PHRASE",
    "QUOTED",
    "SPEECH",
    "Name",
    "Names",
    "Range",
    "Sentence",
    "Span",
    "Stretches",
    "Token",
    "bare",
    "capital_runs",
    "clause_subject",
    "family",
    "is_adverb",
    "is_capital",
    "is_english",
    "is_no_name",
    "is_quotation",
    "is_word",
    "phrase_ending",
    "phrase_starting",
    "read_names",
    "read_sentences",
    "skip_to_subject",
    "split_titles",
    "within",
    "without_possessive",
    "word_set",
    "younger",
]
