"""Russian words for days, months, spans of time and where a date lies from the article's day."""

from __future__ import annotations

from claimtrack.articles.datewords.wordlists import forms

HARD = "ый ая ое ые ого ому ой ую ым ом ых ыми"
SOFT = "ий яя ее ие его ему ей юю им ем их ими"
HUSHING = "ий ая ее ие его ему ей ую им ем их ими"

MONTH_FORMS = (
    forms("январ", "ь я ю ем е"), forms("феврал", "ь я ю ем е"), forms("март", "- а у ом е"),
    forms("апрел", "ь я ю ем е"), forms("ма", "й я ю ем е"), forms("июн", "ь я ю ем е"),
    forms("июл", "ь я ю ем е"), forms("август", "- а у ом е"), forms("сентябр", "ь я ю ём ем е"),
    forms("октябр", "ь я ю ём ем е"), forms("ноябр", "ь я ю ём ем е"), forms("декабр", "ь я ю ём ем е"),
)  # fmt: skip  # read as a table
# With a capital these are names of people.
NAMES = frozenset({"марта", "марту", "марте", "мая", "маю", "мае", "августа"})
MONTHS = {word: number for number, words in enumerate(MONTH_FORMS, 1) for word in words}
WEEKDAY_FORMS = (
    forms("понедельник", "- а у ом е"), forms("вторник", "- а у ом е"), ("среду",),
    forms("четверг", "- а у ом е"), forms("пятниц", "а ы у е ей"), forms("суббот", "а ы у е ой"),
    forms("воскресень", "е я ю ем"),
)  # fmt: skip  # read as a table
# Also "surroundings": a day only right after "on".
DOUBTFUL_WEEKDAYS = frozenset({"среду"})
WEEKDAYS = {word: number for number, words in enumerate(WEEKDAY_FORMS) for word in words}
DAYS = {"сегодня": 0, "вчера": -1, "позавчера": -2, "завтра": 1, "послезавтра": 2}
SEASONS = {"весной": 3, "весны": 3, "весну": 3, "летом": 6, "осенью": 9, "осени": 9, "осень": 9, "зимой": 12,
           "зимы": 12, "зиму": 12}  # fmt: skip  # read as a table
UNITS = (
    dict.fromkeys(forms("час", "- а ов"), "hour")
    | dict.fromkeys(("день", "дня", "дню", "дней", "дни", "сутки", "суток"), "day")
    | dict.fromkeys(("недели", "неделю", "неделе", "недель", "неделя"), "week")
    | dict.fromkeys(("месяц", "месяца", "месяце", "месяцев"), "month")
    | dict.fromkeys(forms("квартал", "- а е ов"), "quarter")
    | dict.fromkeys(("год", "года", "году", "годы", "лет"), "year")
    | dict.fromkeys(("десятилетие", "десятилетия"), "decade")
)
# One of these in the accusative, with no number, means one of it: "неделю назад".
SINGLE_UNITS = ("день", "сутки", "неделю", "месяц", "год", "квартал", "десятилетие")
NUMBERS = {
    "один": 1, "одну": 1, "два": 2, "две": 2, "двух": 2, "три": 3, "трёх": 3, "трех": 3, "четыре": 4,
    "четырёх": 4, "четырех": 4, "пять": 5, "пяти": 5, "шесть": 6, "шести": 6, "семь": 7, "восемь": 8,
    "девять": 9, "десять": 10, "десяти": 10, "двадцать": 20, "тридцать": 30, "сто": 100, "ста": 100,
}  # fmt: skip  # read as a table
ORDINALS = (
    dict.fromkeys(forms("перв", HARD), 1)
    | dict.fromkeys(forms("втор", "ой ая ое ого ому ую ым ом"), 2)
    | dict.fromkeys(("третий", "третьем", "третьего", "третьему"), 3)
    | dict.fromkeys(forms("четверт", HARD), 4)
    | dict.fromkeys(forms("четвёрт", HARD), 4)
    | {"i": 1, "ii": 2, "iii": 3, "iv": 4}
)
HALVES = (*forms("полугоди", "е и я ю"), *forms("половин", "а ы е у"))
RELATIVE = (
    dict.fromkeys((*forms("прошл", HARD), *forms("минувш", HUSHING)), -1)
    | dict.fromkeys(forms("последн", SOFT), -1)
    | dict.fromkeys((*forms("следующ", HUSHING), *forms("будущ", HUSHING), *forms("ближайш", HUSHING)), 1)
    | dict.fromkeys(("этот", "эта", "это", "этой", "эту", "этом", "этого", "этим", "этому"), 0)
    | dict.fromkeys((*forms("текущ", HUSHING), *forms("нынешн", SOFT)), 0)
)
PARTS = (
    dict.fromkeys(forms("начал", "о а е у"), "early")
    | dict.fromkeys(forms("середин", "а ы е у"), "mid")
    | dict.fromkeys(("конец", "конца", "конце", "концу"), "end")
)
AGO = {"назад": -1, "тому назад": -1, "спустя": 1}
WITHIN = ("через", "в течение", "в ближайшие")
BOUNDS = {"до": "until", "к": "by", "ко": "by", "не позднее": "by", "не позже": "by", "в течение": "within"}
PREPOSITIONS = ("в", "с", "со", "до", "к", "ко", "по", "за", "на", "от", "после", "и", "или", "не позднее")
YEAR_WORDS = ("года", "году", "годом", "год", "годах", "годов", "годы")
SHORT_YEAR_WORDS = ("гг", "г")
COUNTED = ("человек", "людей", "км", "километров", "рублей", "руб", "долларов", "тонн", "евро", "метров",
           "тысяч", "млн", "млрд", "раз", "военных", "солдат")  # fmt: skip  # read as a table
