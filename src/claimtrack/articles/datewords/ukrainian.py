"""Ukrainian words for days, months, spans of time and where a date lies from the article's day."""

from __future__ import annotations

from claimtrack.articles.datewords.wordlists import forms

HARD = "ий а е і ого ому ої у им ім ій их ими"

MONTH_FORMS = (
    forms("січ", "ень ня ню нем ні"), forms("лют", "ий ого ому им"), forms("берез", "ень ня ню нем ні"),
    forms("квіт", "ень ня ню нем ні"), forms("трав", "ень ня ню нем ні"), forms("черв", "ень ня ню нем ні"),
    forms("лип", "ень ня ню нем ні"), forms("серп", "ень ня ню нем ні"), forms("верес", "ень ня ню нем ні"),
    forms("жовт", "ень ня ню нем ні"), forms("листопад", "- а у ом і"), forms("груд", "ень ня ню нем ні"),
)  # fmt: skip  # read as a table
MONTHS = {word: number for number, words in enumerate(MONTH_FORMS, 1) for word in words}
# Also "fierce" and "the fall of leaves".
DOUBTFUL_MONTHS = frozenset({*MONTH_FORMS[1], "листопад"})
WEEKDAY_FORMS = (
    ("понеділок", "понеділка", "понеділку", "понеділком"), ("вівторок", "вівторка", "вівторку", "вівторком"),
    ("середу", "середи"), ("четвер", "четверга", "четвергу", "четвергом"), forms("п'ятниц", "я і ю ею"),
    forms("субот", "а и у і ою"), forms("неділ", "я і ю ею"),
)  # fmt: skip  # read as a table
WEEKDAYS = {word: number for number, words in enumerate(WEEKDAY_FORMS) for word in words}
DAYS = {"сьогодні": 0, "вчора": -1, "учора": -1, "позавчора": -2, "завтра": 1, "післязавтра": 2}
YEARS = {"торік": -1, "позаторік": -2, "торішнього": -1}
SEASONS = {"навесні": 3, "весни": 3, "весну": 3, "влітку": 6, "літа": 6, "восени": 9, "осені": 9, "осінь": 9,
           "взимку": 12, "зими": 12, "зиму": 12}  # fmt: skip  # read as a table
UNITS = (
    dict.fromkeys(forms("годин", "- а и у"), "hour")
    | dict.fromkeys(("день", "дня", "дню", "днів", "дні", "доба", "добу", "доби"), "day")
    | dict.fromkeys(forms("тиж", "день ня ню ні нів"), "week")
    | dict.fromkeys(forms("місяц", "ь я ю і ів"), "month")
    | dict.fromkeys(forms("квартал", "- у і ів"), "quarter")
    | dict.fromkeys(("рік", "року", "році", "роки", "років"), "year")
    | dict.fromkeys(("десятиліття", "десятиріччя"), "decade")
)
SINGLE_UNITS = ("день", "добу", "тиждень", "місяць", "рік", "квартал", "десятиліття")
NUMBERS = {
    "один": 1, "одну": 1, "два": 2, "дві": 2, "двох": 2, "три": 3, "трьох": 3, "чотири": 4, "чотирьох": 4,
    "п'ять": 5, "п'яти": 5, "шість": 6, "сім": 7, "вісім": 8, "дев'ять": 9, "десять": 10, "десяти": 10,
    "двадцять": 20, "тридцять": 30, "сто": 100, "ста": 100,
}  # fmt: skip  # read as a table
ORDINALS = (
    dict.fromkeys(forms("перш", HARD), 1)
    | dict.fromkeys(forms("друг", HARD), 2)
    | dict.fromkeys(("третій", "третього", "третьому"), 3)
    | dict.fromkeys(forms("четверт", HARD), 4)
)
HALVES = (*forms("півріч", "чя чі чю"), *forms("половин", "а и і у"))
RELATIVE = (
    dict.fromkeys((*forms("минул", HARD), *forms("останн", "ій я є і ього ьому ьої ю ім іх іми")), -1)
    | dict.fromkeys((*forms("наступн", HARD), *forms("найближч", HARD)), 1)
    | dict.fromkeys(("цей", "ця", "це", "цього", "цьому", "цієї", "цю", "цій", "цим", "ці"), 0)
    | dict.fromkeys((*forms("поточн", HARD), *forms("нинішн", "ій я є ього ьому ьої ю ім")), 0)
)
PARTS = (
    dict.fromkeys(("початок", "початку"), "early")
    | dict.fromkeys(forms("середин", "а и і у"), "mid")
    | dict.fromkeys(("кінець", "кінця", "кінці", "кінцю", "наприкінці"), "end")
)
AGO = {"тому": -1}
WITHIN = ("через", "за", "протягом", "впродовж", "упродовж")
BOUNDS = {
    "до": "until",
    "к": "by",
    "під": "by",
    "не пізніше": "by",
    "протягом": "within",
    "впродовж": "within",
}
PREPOSITIONS = ("у", "в", "з", "із", "до", "від", "по", "за", "на", "після", "та", "й", "або", "не пізніше")
YEAR_WORDS = ("року", "році", "роком", "рік", "роках", "років", "роки")
SHORT_YEAR_WORDS = ("рр", "р")
COUNTED = ("людей", "осіб", "км", "кілометрів", "гривень", "грн", "доларів", "тонн", "євро", "метрів",
           "тисяч", "млн", "млрд", "разів", "військових")  # fmt: skip  # read as a table
