"""Closed classes of English words, and how to tell by them that a text is English."""

from __future__ import annotations

import re

from claimtrack.articles.sentence_ends import STOPS


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(words.split())


DETERMINERS = word_set(
    """the a an this that these those his her its their our my your some any each every no another both all several
    many few most one two three four five six seven eight nine ten"""
)
POSSESSIVES = word_set("his her its their our my your whose")
PRONOUNS = word_set("he she they we i you it who")
OTHER_PRONOUNS = word_set(
    """one everyone everybody someone somebody nobody no-one others many some few most none this that these
    those all both which there people"""
)
OBJECT_PRONOUNS = word_set("me him her them us you it")
AUXILIARIES = word_set(
    """is are was were be been being am has have had having do does did will would can could may might must should
    shall 'll 've 'd 're cannot can't won't wouldn't couldn't shouldn't don't doesn't didn't isn't aren't wasn't
    weren't hasn't haven't hadn't mustn't"""
)
BE = word_set("is are was were be been being am isn't aren't wasn't weren't")
HAVE = word_set("has have had having hasn't haven't hadn't")
MODALS = word_set(
    "will would can could may might must should shall cannot can't won't wouldn't couldn't shouldn't"
)
DO = word_set("do does did don't doesn't didn't")
CONJUNCTIONS = word_set("and or but nor yet")
SUBORDINATORS = word_set(
    """that if whether because since although though while when whenever whilst where as after before until unless once
    than how why what who whom whose which so"""
)
PREPOSITIONS = word_set(
    """of in on at by for from with to about into over under against between during without through across
    among toward towards upon via amid despite regarding concerning per like near behind within throughout
    outside inside off up down out around along beyond"""
)
ADVERBS = word_set(
    """also then later once again still even just already never ever now not n't often always previously earlier
    recently today yesterday tomorrow instead meanwhile however rather further too first soon since simply
    only both therefore thus nevertheless nonetheless moreover furthermore additionally long since either
    further very almost quite perhaps maybe though indeed aloud back here there afterwards afterward twice thereby
    notably similarly likewise out ahead"""
)
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = word_set(
    """january february march april may june july august september october november december jan. feb. mar. apr.
    jun. jul. aug. sept. sep. oct. nov. dec."""
)
# Finite forms that no ending shows.
IRREGULAR_PASTS = word_set(
    """went came made took gave got had kept left lost won met paid put ran sat sent set spent stood held led began
    became brought built bought caught chose cut drew fell felt fought found grew hit hurt knew let rose saw sold
    spoke took taught thought threw wore want wants need needs make makes take takes go goes get gets come comes
    give gives keep keeps look looks work works seem seems help helps mean means remain remains"""
)
# Of a sentence, or of one of its parts.
ENDS = frozenset((*STOPS, ";", ":"))
NOT_NAMES = (
    DETERMINERS
    | PRONOUNS
    | OTHER_PRONOUNS
    | AUXILIARIES
    | CONJUNCTIONS
    | SUBORDINATORS
    | PREPOSITIONS
    | ADVERBS
)

LETTERS = re.compile(r"[^\W\d_]+")
# The commonest English words that no other language of Latin script shares in numbers.
COMMON = word_set(
    """the of and to that it with his he on be at by but are from have this which they were has said will for"""
)
SAMPLE = 3_000
ENOUGH = 0.1
FEW_WORDS = 12


def is_english(text: str) -> bool:
    """Whether most of the words are English, by the share of the commonest ones among those in Latin script.

    In English prose more than a quarter of all words are of that list, in other languages hardly one in fifty.
    """
    words = [word.lower() for word in LETTERS.findall(text[:SAMPLE])]
    latin = [word for word in words if word[0] < "\u0250"]
    if not latin or len(latin) * 2 < len(words):
        return False
    share = sum(word in COMMON for word in latin) / len(latin)
    return share >= ENOUGH or (len(latin) < FEW_WORDS and share > 0)
