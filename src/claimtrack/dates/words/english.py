"""English words of dates, by the letters of `words/__init__.py`."""

from __future__ import annotations

from claimtrack.dates.words.listed import Table, words

WORDS: Table = {
    "M": {
        1: "january jan", 2: "february feb", 3: "march mar", 4: "april apr", 5: "may", 6: "june jun",
        7: "july jul", 8: "august aug", 9: "september sep sept", 10: "october oct", 11: "november nov",
        12: "december dec",
    },
    "W": {
        0: "monday mon", 1: "tuesday tue tues", 2: "wednesday wed", 3: "thursday thu thur thurs", 4: "friday fri",
        5: "saturday sat", 6: "sunday sun",
    },
    "S": {1: "spring", 2: "summer", 3: "autumn fall", 4: "winter"},
    "R": {-2: "day_before_yesterday", -1: "yesterday", 0: "today", 1: "tomorrow", 2: "day_after_tomorrow"},
    "r": {-1: "last_night", 0: "tonight this_morning this_afternoon this_evening"},
    "d": {0: "morning afternoon evening night noon midday"},
    "s": {"hour": "hour", "day": "day", "week": "week", "fortnight": "fortnight", "month": "month",
          "halfyear": "half_a_year", "decade": "decade"},
    "V": {"hour": "hours", "day": "days", "week": "weeks", "fortnight": "fortnights", "month": "months",
          "quarter": "quarters", "decade": "decades"},
    "y": {"year": "year"}, "G": {"year": "years"}, "Q": {"quarter": "quarter"},
    "h": {"halfyear": "half-year half_year"}, "L": {"half": "half"},
    "E": {"weekend": "weekend"},
    "a": {1: "a an"},
    "n": {
        1: "one", 2: "two a_couple_of couple_of", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight",
        9: "nine", 10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen",
        16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty", 40: "forty",
        50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety",
        100: "hundred a_hundred one_hundred",
    },
    "O": {
        1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth",
        9: "ninth", 10: "tenth", 11: "eleventh", 12: "twelfth", 13: "thirteenth", 14: "fourteenth",
        15: "fifteenth", 16: "sixteenth", 17: "seventeenth", 18: "eighteenth", 19: "nineteenth",
        20: "twentieth", 30: "thirtieth",
    },
    "U": {1: "i", 2: "ii", 3: "iii", 4: "iv"},
    "T": {
        -3: "previous preceding", -1: "last past this_past", 0: "this current", 1: "next",
        2: "coming upcoming this_coming this_upcoming", 3: "following",
    },
    "p": {"early": "early", "mid": "mid", "late": "late", "": "sometime"},
    "l": {"earlier": "earlier", "later": "later"},
    "P": {"early": "beginning start", "mid": "middle", "end": "end close"},
    "A": {-1: "ago", 1: "hence from_now"},
    "b": {"after": "after"},
    "B": {"by": "by no_later_than not_later_than on_or_before up_to", "before": "before ahead_of prior_to",
          "until": "until till"},
    ">": {0: "not_before no_earlier_than not_earlier_than no_sooner_than"},
    "w": {"within": "within"},
    "I": {0: "in"}, "i": {0: "on at over during"}, "o": {0: "of"}, "e": {0: "the"},
    "f": {0: "from between"}, "t": {0: "to through"}, "&": {0: "and"}, "|": {0: "or"},
    "k": {"working day": "working business trading"},
    "q": {0: "fiscal financial fy"}, "F": {0: "full whole entire calendar"},
    "v": {0: "about around just"},
    "z": {0: "time"}, "=": {0: "that same"},
    "H": {
        "christmas eve": "christmas_eve", "christmas": "christmas christmas_day xmas",
        "new year's eve": "new_year's_eve", "new year": "new_year's_day new_year's new_year",
        "boxing day": "boxing_day", "valentine's day": "valentine's_day", "halloween": "halloween",
        "may day": "may_day", "independence day": "independence_day", "bastille day": "bastille_day",
        "armistice day": "veterans_day armistice_day", "election day": "election_day",
        "inauguration day": "inauguration_day", "king day": "martin_luther_king_day",
        "memorial day": "memorial_day", "labor day": "labor_day", "thanksgiving": "thanksgiving thanksgiving_day",
        "good friday": "good_friday", "easter monday": "easter_monday",
        "easter": "easter easter_sunday western_easter catholic_easter",
        "orthodox easter": "orthodox_easter", "orthodox christmas": "orthodox_christmas",
    },
}  # fmt: skip  # read as a table
# Short forms: with a full stop of their own, and in prose a month or weekday only beside a number.
SHORT = words("jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun")
# Also a verb, a modal or a name: alone in prose a month only where the words around it say so.
DOUBTFUL = frozenset({"may", "march", "april", "june", "august"})
# A number before one of these in prose counts things, and is no year.
COUNTED = words(
    """percent people men women children troops soldiers miles km kilometers kilometres metres meters feet square acres
    hectares tons tonnes pounds dollars euros jobs workers employees votes points shares homes houses cars copies words
    students members residents patients refugees times million billion thousand hours days years year year-old cases
    deaths families households companies delegates barrels mph gmt calories volunteers guests protesters demonstrators
    civilians others more"""
)
