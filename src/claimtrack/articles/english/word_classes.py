"""Closed classes of English words, and the small tests of a word that the reading rules share."""

from __future__ import annotations

from claimtrack.articles.english.sentences import PHRASE, QUOTED, Token
from claimtrack.articles.english.word_sets import word_set

DETERMINERS = word_set(
    """the a an this that these those his her its their our my your some any each every no another both all several
    many few most one two three four five six seven eight nine ten"""
)
POSSESSIVES = word_set("his her its their our my your whose")
PRONOUNS = word_set("he she they we i you it who")
OTHER_PRONOUNS = frozenset(
    [
        "one",
        "everyone",
        "everybody",
        "someone",
        "somebody",
        "nobody",
        "no-one",
        "others",
        "many",
        "some",
        "few",
        "most",
        "none",
        "this",
        "that",
        "these",
        "those",
        "all",
        "both",
        "which",
        "there",
        "people",
    ]
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
    notably similarly likewise out"""
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
ENDS = word_set(". ! ? … ; :")
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


# `only`, `July`, `ally`; and how long, in characters, a quotation in the place of a word may be.
LONGEST_NO_ADVERB = 4
SHORT_PHRASE = 40


def is_word(token: Token) -> bool:
    """Whether it is a word and no punctuation mark, number or quotation."""
    return token.text[0].isalpha()


def is_capital(token: Token) -> bool:
    """Whether it is written as a name is."""
    return token.text[0].isupper()


def is_adverb(token: Token) -> bool:
    """`also`, `recently`, `not`: what may stand between a subject and its verb."""
    low = token.low
    return low in ADVERBS or (
        low.endswith("ly") and len(low) > LONGEST_NO_ADVERB and not token.text[0].isupper()
    )


def is_noun_like(token: Token) -> bool:
    """Whether it can end a group of words that names somebody: a word of no closed class, or a short quotation."""
    if token.text == QUOTED:
        return token.low == PHRASE and token.end - token.start < SHORT_PHRASE
    return (
        token.low not in NOT_NAMES
        and (token.text[0].isalpha() or token.text[0].isdigit())
        and not is_adverb(token)
    )
