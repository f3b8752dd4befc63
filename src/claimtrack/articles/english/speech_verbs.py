"""The verbs that news uses for what people say, think, show and promise, and what each takes after it."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.articles.english.word_classes import word_set

# She said (that) it was late. / "It is late," she said.
CLAUSE = word_set(
    """say add note claim argue insist explain acknowledge admit warn predict believe think hope suggest announce
    state declare contend maintain conclude assert report write tweet complain concede promise vow pledge reiterate
    stress emphasize emphasise confirm deny recall quip joke observe remark reply respond estimate boast lament
    allege testify caution affirm mention reveal disclose imply worry suspect fear recount
    speculate opine counter retort repeat theorize reason assess clarify proclaim profess
    underscore underline highlight posit surmise propose recommend guarantee swear
    summarize summarise comment retweet blog muse gush fume snap grumble exclaim bemoan decree rule find show
    learn know realize realise feel determine indicate agree expect anticipate assume guess doubt forecast project
    demonstrate prove decide discover hear understand remember charge advise pray wish post
    signal hint convey object protest elaborate assure see ask dispute refute exclude"""
)
# The word is as often something else: it counts only with `that`, a colon or a quotation after it.
NEEDS_THAT = word_set(
    """find show learn know realize realise feel determine indicate agree expect anticipate assume guess doubt
    forecast project demonstrate prove decide discover hear understand remember charge advise wish post
    signal hint convey object protest see recommend propose rule
    reason assess comment repeat counter respond reply highlight underline underscore mention recount pray recall
    reveal disclose report imply decree state add maintain remark snap deny allege pledge vow guarantee testify
    write dispute refute exclude"""
)
# Forms that are as often nouns: `their claims`, `a plan`.
ALSO_NOUNS = word_set(
    """claim report plan call promise attack question hope state note estimate support doubt demand address detail
    forecast project show answer rule aim fear comment offer signal hint judge mention highlight post praise object
    remark pledge desire view vow quip joke blame charge request response worry warning guess bet tweet tease
    guarantee proposal wish start finish close read blog laugh cry yell shout murmur pressure order champion rip
    slam blast respect hail label market deal proof purpose reason decide trust sum dispute"""
)
# "It is late," she continued.
QUOTING = word_set(
    """continue ask begin conclude tell answer sum shout yell cry laugh whisper intone chant demand inquire
    wonder finish close proceed scoff deadpan urge call read close describe start offer"""
)
# He told reporters (that) it was late.
ADDRESSED = word_set("tell assure remind inform warn notify advise convince persuade promise ask show")
# The council vowed to rebuild.
INFINITIVE = word_set(
    """vow promise pledge plan want hope refuse decline threaten intend seek propose claim aim swear
    expect wish prefer demand offer"""
)
# Lind urged the council to rebuild.
URGED = word_set("urge ask tell order advise encourage implore pressure beg instruct exhort")
# Lind accused the council of waste. / Lind called the plan "a waste".
NOUN = word_set(
    """accuse criticize criticise praise describe denounce condemn blame dismiss mock call blast slam
    support characterize portray label question ridicule deride decry lambast lambaste bash cite laud applaud express
    acknowledge announce discuss promise propose predict suggest reveal confirm hail reject mention recount stress
    emphasize emphasise reiterate outline dispute refute rebut"""
)

# Their claim that …; Lind's promise to ….
SPEECH_NOUNS = word_set(
    """claim assertion allegation accusation argument belief contention suggestion statement announcement proclamation
    declaration admission warning prediction forecast promise pledge vow insistence acknowledgment acknowledgement
    denial hope fear threat view opinion conclusion assurance estimate guarantee commitment indication hint"""
)
SPEECH_NOUNS |= {f"{noun}s" for noun in SPEECH_NOUNS}
AIMS = word_set(
    """goal goals aim aims objective objectives target plan plans promise pledge vow effort efforts bid intention
    threat deadline task priority ambition commitment"""
)

IRREGULAR = {
    "say": "says said said saying",
    "tell": "tells told told telling",
    "write": "writes wrote written writing",
    "think": "thinks thought thought thinking",
    "know": "knows knew known knowing",
    "feel": "feels felt felt feeling",
    "find": "finds found found finding",
    "show": "shows showed shown showing",
    "see": "sees saw seen seeing",
    "hear": "hears heard heard hearing",
    "understand": "understands understood understood understanding",
    "swear": "swears swore sworn swearing",
    "begin": "begins began begun beginning",
    "read": "reads read read reading",
    "bet": "bets bet bet betting",
    "forecast": "forecasts forecast forecast forecasting",
    "seek": "seeks sought sought seeking",
    "sum": "sums summed summed summing",
    "admit": "admits admitted admitted admitting",
    "quip": "quips quipped quipped quipping",
    "plan": "plans planned planned planning",
    "beg": "begs begged begged begging",
    "snap": "snaps snapped snapped snapping",
    "slam": "slams slammed slammed slamming",
    "rip": "rips ripped ripped ripping",
    "infer": "infers inferred inferred inferring",
    "answer": "answers answered answered answering",
    "blog": "blogs blogged blogged blogging",
    "prefer": "prefers preferred preferred preferring",
    "learn": "learns learned learned learning",
}
SPEAKING = CLAUSE | QUOTING
VOWELS = "aeiou"


class Verb(NamedTuple):
    """A form of a verb: `form` is base, third, past, participle (equal to past for most) or ing."""

    lemma: str
    form: str


def _inflected(lemma: str) -> tuple[str, str, str, str]:
    """The third person, past, participle and -ing form of a verb: argue -> argues, argued, argued, arguing."""
    if lemma in IRREGULAR:
        third, past, participle, ing = IRREGULAR[lemma].split()
        return third, past, participle, ing
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma + "d", (lemma if lemma.endswith("ee") else lemma[:-1]) + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return third, lemma + "ed", lemma + "ed", lemma + "ing"


def _forms() -> dict[str, Verb]:
    forms: dict[str, Verb] = {}
    for lemma in sorted(CLAUSE | QUOTING | ADDRESSED | INFINITIVE | URGED | NOUN):
        third, past, participle, ing = _inflected(lemma)
        forms[participle] = Verb(lemma, "participle")
        forms[lemma] = Verb(lemma, "base")
        forms[third] = Verb(lemma, "third")
        forms[past] = Verb(lemma, "past")
        forms[ing] = Verb(lemma, "ing")
    return forms


VERBS = _forms()
