"""The words by which a clause looks ahead, in families: `will`, `plans to`, `is expected`, `a goal of`."""

from __future__ import annotations

import re

_BE = r"(?:is|are|am|was|were|['’](?:s|re|m)|be|been)"
_ADV = r"(?:(?:now|not|also|still|already|currently|all|both|only|\w+ly) ){0,2}"
# `due to rain` is a cause.
_DUE = (
    r"due to (?:be|open|start|begin|end|take|arrive|return|leave|close|finish|expire|complete|launch|meet|appear|go|"
    r"come|"
    r"play|publish|report|release|retire|face|stand|step|run|deliver|speak|hold|visit|sign)\b"
)
_NEAR = r"(?:going|about|set|bound|poised|on (?:track|course)|prepared|certain|sure|ready|destined)"
_NO_BE = (
    r"be (?:a|an|the|that|because|due|currently|\w+ing)\b|n['’]t|only\b|as well|"
    r"not (?!\w+ (?:\w+ )?(?:until|before|by|in)\b)|"
    r"have (?!to\b|an?\b|no\b|more\b|less\b)"
)
_EXPECT = r"(?:expect|anticipat|forecast|predict|project|foresee|envisag|estimat)"
_PLAN = (
    r"(?:plans?|planned|planning|intends?|intended|aims?|aimed|aiming|vow(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|"
    r"promis(?:e|es|ed|ing)|propos(?:e|es|ed|ing)|commit(?:s|ted|ting)?|threaten(?:s|ed|ing)?|wants|determined|agreed|"
    r"resolved|target(?:s|ed|ing)|swore|swears|guaranteed?s?|decided|undert(?:akes?|aken|ook)|hopes)"
)
_OWNED = r"(?<!['’]s )(?<!\bher )(?<!\bhis )(?<!\btheir )(?<!\bits )(?<!\bour )(?<!\bmy )(?<!\bno )(?<!\bthe )(?<!\ba )"
_NOUN = (
    r"(?:plans?|intent(?:ion)?s?|commitments?|pledges?|promises?|goals?|targets?|aims?|objectives?|decision|"
    r"proposals?|vow|"
    r"ambition|efforts?|bid|drive|mission)"
)
# Each family with its pattern, the surest first.
_FAMILIES = {
    # In a list of predictions: `The lake freezes (70%)`, `70%: the lake freezes`, `The lake freezes: 70%`.
    "odds": (
        r"(?<=\()\d{1,3} ?%(?: (?:confidence|chance|probability|likely|sure|certain))?\)(?=[\W]*$)|"
        r"(?<=[:–—|\t-] )\d{1,3} ?%(?=[\s|*_.]*$| by\b| before\b)|"
        r"\d{1,3} ?%(?= ?[:–—|-])"
    ),
    "chance": (
        r"\d{1,3}(?:\.\d+)? ?(?:%|per ?cent\b) (?:chance|probability|likelihood|likely|certain|confident|sure|odds)|"
        r"(?:chances?|probability|likelihood|odds)\b(?:[^.;]|\.\d){0,90}?\b\d{1,3}(?:\.\d+)? ?(?:%|per ?cent\b)|"
        r"(?:put|puts|putting|rate|rates) (?:it|this|that|them) at (?:about |around |roughly )?\d{1,3} ?(?:%|"
        r"per ?cent\b)|"
        r"(?:one|two|three|four|\d+)[- ](?:in|to)[- ](?:two|three|four|five|ten|\d+) (?:chance|odds)"
    ),
    "delay": (
        r"(?:push(?:ed|es|ing)?|mov(?:ed|es|ing)|put|slip(?:ped|s)?|delay(?:ed|s|ing)?|postpon(?:ed|es|ing)|"
        r"deferr(?:ed|ing)|reschedul(?:ed|es|ing)|brought|brings?|extend(?:ed|s|ing)?|shift(?:ed|s|ing)?)"
        r"(?: (?:it|its|the|their|his|her|that|this|both|back|off|out|forward|by|until|till|to|from|\w+ly|"
        r"[a-z]+)){0,7}?"
        r" (?:until|till|to|from|by)\b"
    ),
    "certain": (
        rf"(?:will(?![.\w]| (?:of|have been)\b)|won['’]t|shall|gonna)\b|"
        rf"{_BE}(?:n['’]t)? [\"“]?{_ADV}(?:{_NEAR} (?:not )?to\b|{_DUE})|"
        rf"(?:is|are|was|were) (?!(?:(?:now|also|still|\w+ly) )?(?:un)?likely){_ADV}to (?!blame\b|do with\b|say\b|"
        rf"date\b|the\b|a\b|an\b|it\b|him\b|her\b|them\b|"
        rf"us\b|me\b|you\b|th\w+)[a-z]+|"
        r"(?:is|are|remains?|stays?) (?:firmly |well |still )?on (?:track|course|schedule|target) (?:for|to)\b|"
        r"(?:looks?|seems?|appears?|stands?|remains?) (?:set|poised|ready|certain|bound|on course|committed) to\b|"
        r"(?:is|are) on (?:his|her|its|their) way to\b"
    ),
    "short": r"(?<=\w)['’]ll\b",
    "wanted": r"(?:wants?|would like) (?:[\w'’-]+ ){1,8}?to (?:be|have|become)\b",
    "timed": (
        r"can(?:not|['’]t)\b|saw (?:\w+ )?(?=\d)|"
        r"(?<=s )(?:open|start|begin|close|resume|launch|reopen) (?=(?:on|in|from) )|"
        r"(?:go(?:es)?|comes?|takes?|enters?) (?:on sale|(?:in)?to (?:force|effect|service|operation|use)|effect|live|"
        r"into play)\b|"
        r"(?:opens|starts|begins|launches|returns|resumes|arrives|kicks off|gets under ?way|reopens) (?=(?:on|in|at|"
        r"from|next|this|again)\b)"
    ),
    "ongoing": r"(?:is|are|['’]s|['’]re|['’]m|am) (?:not )?(?:opening|closing|launching|leaving|coming|starting|"
    r"ending|"
    r"releasing|resigning|retiring|moving|dropping|introducing|stepping down|standing down|holding|meeting|going "
    r"(?!to\b)\w+)\b",
    "expected": (
        rf"{_BE} {_ADV}(?:{_EXPECT}(?:e?d|ted|en)?|forecast|seen|tipped|scheduled|slated|planned|targeted|timetabled|"
        r"booked|earmarked|projected|foreseen) "
        r"(?:to\b|for\b|in\b|on\b|by\b|at\b|before\b|between\b|next\b|this\b|during\b|within\b|later\b)|"
        rf"{_BE} {_ADV}due (?:(?:in|on|by|at|before|next|for|this|out|back|later) )|"
        r"(?<=[a-z] )(?<!than )(?<!as )(?:(?:expected|scheduled|slated|planned|projected|forecast|set) to [a-z]+|"
        r"(?:expected|due|scheduled|slated|planned|projected|forecast|set) (?:for|in|on|by|at|next)) "
    ),
    "expects": (
        r"(?<!as )(?:tips|tipped|expects?|expected|expecting|anticipates?|anticipated|anticipating|forecasts?|"
        r"forecasted|"
        r"forecasting|predicts?|predicted|predicting|projects|projected|projecting|foresees?|foresaw|envisages?|"
        r"envisaged|estimates|bets|reckons?)\b(?! (?:by|at the time|earlier)\b)|"
        r"(?:sees|see) (?=[^.]*\b(?:\d|next|rising|falling|growing|growth|inflation|rise|fall)\b)"
    ),
    "planned": (
        rf"{_OWNED}{_PLAN} (?:not |never )?to\b(?! the\b)|"
        r"(?:propos(?:es|ing)|intends?|plans?|considers?|suggested) (?:on )?\w+ing\b|"
        r"promis(?:es|ed|ing) (?:a|an|the|more|new)\b|ha(?:s|ve) planned\b|plans? for\b|"
        rf"{_BE} {_ADV}(?:committed|dedicated|pledged) to\b|(?:ha(?:s|ve|d)|there (?:is|are|were|"
        rf"was)) [\"“]?no (?:plans?|intention) (?:to|of)\b|"
        r"(?:targets|is targeting|are targeting|aims for|aiming for|is aiming for)\b"
    ),
    "confident": (
        rf"{_BE} {_ADV}(?:very |quite |more |less |fully )?(?:sure|confident|certain|convinced|optimistic|hopeful|"
        r"positive|sceptical|skeptical|doubtful) (?:that|of|about|in|on|we|it|he|she|they|there|the|an?|his|her|its|"
        r"their|our|this|these|no)\b|"
        rf"{_BE} {_ADV}close to \w+ing\b|(?:rule[sd]?|ruling) out\b|refus(?:es|ing) to\b"
    ),
    "likely": (
        rf"{_BE} [\"“]?{_ADV}(?:more |most |less |very |highly |quite )?(?:un)?likely\b|most likely\b|"
        rf"more likely than not\b|"
        r"the likelihood (?:is|of)\b|(?:there['’]s|there is|has) (?:a|no|little|every) (?:\w+ )?(?:chance|"
        r"prospect)\b|there(?:['’]s| is) no way (?!of\b|to\b|around\b)"
    ),
    "reported": (
        r"(?:would|wouldn['’]t)\b(?! (?:(?:not )?have\b(?! to\b)|like to (?:thank|see|know|say)|argue|say|call (?:it|"
        r"that|this|him|her|them)\b|rather|love|"
        r"you))|"
        r"(?<=\w)['’]d (?=be |not |never )"
    ),
    "hedged": (
        rf"(?:could(?:n['’]t)?(?! (?:{_NO_BE}))|might(?! (?:{_NO_BE}))|may(?! (?:{_NO_BE}|\d))|"
        r"should (?=be (?:ready|able to|complete|finished|back|available|open|operational)\b|see|reach|"
        r"take|rise|fall|continue|remain|improve|ease|slow|help|start|begin|arrive|end|return|grow)|"
        r"should be \w+(?:ed|en|t|n|d) (?:by|before|within)\b|"
        r"risks? \w+ing|threatens? to|at risk of|recipe for|heading (?:for|towards?)|headed (?:for|towards?))"
    ),
    "must": (
        r"(?:must|ha(?:s|ve) to|had to|needs? to|(?:is|are|was|were|ha(?:s|ve) been) "
        r"(?:required|obliged|ordered|told|given|allowed|asked) |"
        r"requires?|required|ha(?:s|ve|d) until|no later than|deadline|ultimatum|should|ought to|gave|ordered|"
        r"demand(?:s|ed)|calls? for|cut-?off|expires?|ends(?! of\b)|closes|runs? (?:out|until))\b"
    ),
    "goal": (
        rf"{_NOUN} (?:(?:is|are|was|were|remains|of|for|to|on) |that )|(?:aimed at|designed|meant|intended) (?:to|"
        rf"for)?\b|"
        r"(?:outlook|guidance|forecasts?|projections?|predictions?|expectations?|estimates?) (?:for|of|is|are|was|"
        r"were|"
        r"to|at)\b"
    ),
}
# `passengers to benefit from new trains`, as headlines and lists have it.
_FAMILIES["infinitive"] = (
    r"(?<=[a-z] )to (?:benefit|open|close|launch|get|receive|become|begin|start|cut|raise|build|lead|join|host|step|"
    r"resign|"
    r"meet|visit|replace|return|leave|move|invest|create|expand|run|end|stay|remain|buy|sell|acquire|face|see|be|take|"
    r"make|"
    r"hold|deliver|offer|introduce|rise|fall|grow)\b"
)
# Of a text in lower case. Each begins where a word begins or ends, and is looked for only there.
ANY_CUE = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _FAMILIES.items()) + ")", re.MULTILINE
)
# What says less than other words in the same clause.
LOOSE = ("reported", "hedged", "goal", "wanted", "timed", "must", "infinitive")
# Of these a date is what makes them worth tracking.
DATED_ONLY = ("must", "delay", "ongoing", "refused", "wanted", "timed")
# The one who expects, plans or is confident is the subject of the verb.
SUBJECT_SPEAKS = ("expects", "planned", "confident")
