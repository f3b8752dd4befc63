"""English words for days, months, spans of time and where a date lies from the article's day."""

from __future__ import annotations

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip  # read as a table
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip  # read as a table
# Also a verb, a modal, a name or a noun: alone they are a month only where the words around say so.
DOUBTFUL_MONTHS = frozenset({"may", "march", "april", "june", "august"})
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip  # read as a table
SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip  # read as a table
DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
DAY_PHRASES = {
    "day before yesterday": -2,
    "day after tomorrow": 2, "last night": -1, "this morning": 0, "this afternoon": 0, "this evening": 0,
}  # fmt: skip  # read as a table
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
UNITS = {
    "hour": "hour", "hours": "hour", "day": "day", "days": "day", "week": "week", "weeks": "week",
    "weekend": "weekend", "fortnight": "fortnight", "fortnights": "fortnight", "month": "month",
    "months": "month", "quarter": "quarter", "quarters": "quarter", "year": "year", "years": "year",
    "decade": "decade", "decades": "decade",
}  # fmt: skip  # read as a table
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100, "a couple of": 2, "a hundred": 100,
    "one hundred": 100,
}  # fmt: skip  # read as a table
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip  # read as a table
HALVES = ("half",)
# How many spans from the one that holds the article's day.
RELATIVE = {
    "last": -1, "this past": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "this coming": 1,
    "coming": 1, "following": 1, "upcoming": 1, "this": 0, "current": 0,
}  # fmt: skip  # read as a table
PARTS = {
    "early": "early", "earlier": "earlier", "mid": "mid", "late": "late", "later": "later", "sometime": "",
    "beginning of": "early", "start of": "early", "middle of": "mid", "end of": "end", "close of": "end",
    "end": "end",
}  # fmt: skip  # read as a table
AGO = {
    "ago": -1,
    "earlier": -1,
    "before": -1,
    "later": 1,
    "after": 1,
    "hence": 1,
    "from now": 1,
    "from today": 1,
}
WITHIN = ("in", "within", "in just", "in about", "within about", "within the next", "in the next")
BOUNDS = {
    "by": "by", "no later than": "by", "not later than": "by", "before": "before", "ahead of": "before",
    "until": "until", "till": "until", "within": "within",
}  # fmt: skip  # read as a table
PREPOSITIONS = (
    "in", "of", "by", "since", "until", "till", "from", "to", "for", "during", "through", "throughout",
    "before", "after", "between", "late", "early", "mid", "next", "last", "this", "past", "and", "or", "on",
    "into", "around", "about", "as of", "beyond", "than", "that",
)  # fmt: skip  # read as a table
# Counted things: a number before one of them is no year.
COUNTED = (
    "percent", "people", "men", "women", "children", "troops", "soldiers", "miles", "km", "kilometers",
    "kilometres", "metres", "meters", "feet", "square", "acres", "hectares", "tons", "tonnes", "pounds",
    "dollars", "euros", "jobs", "workers", "employees", "votes", "points", "shares", "homes", "houses",
    "cars", "copies", "words", "students", "members", "residents", "patients", "refugees", "times",
    "million", "billion", "thousand", "hours", "days", "years", "year", "year-old", "cases", "deaths",
    "families", "households", "companies", "delegates", "barrels", "mph", "gmt", "calories", "volunteers",
    "guests", "protesters", "demonstrators", "civilians", "others", "more", "or more", "or so",
)  # fmt: skip  # read as a table
