"""The words of dates in English, Russian and Ukrainian, each as a symbol that means the same in all three.

A symbol is a letter and a number. The letters, from which the shapes in grammar.py are written:

    Y year  M month  N day of the month, or a count  O ordinal  n counting word  Q quarter  H half-year
    S season  W weekday (0 is Monday)  R days from today  X week (by the ordinal of its Monday)
    U unit of time (u one of it, V several)  T this (0), next (1) or last (-1)
    P third (0 early, 1 mid, 2 late)  E edge (0 beginning, 1 end)  L half of
    I in  C after that many units  A ago  B by  F before  G within  f from
    & and (1 if it may be a Roman one)  - to (1 if a hyphen)
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Symbol(NamedTuple):
    """What a word means: a letter of the table above, and which one of its kind."""

    kind: str
    value: int = 0


DAY, WEEK, MONTH, QUARTER, HALF_YEAR, YEAR, HALF = range(7)
# months and days of each unit; a HALF is always of something else
LENGTHS = {DAY: (0, 1), WEEK: (0, 7), MONTH: (1, 0), QUARTER: (3, 0), HALF_YEAR: (6, 0), YEAR: (12, 0)}

MONTHS = (
    "january jan январь января январе январю январем янв січень січня січні січню січнем січ",
    "february feb февраль февраля феврале февралю февралем фев февр лютий лютого лютому лютим лют",
    "march mar март марта марте марту мартом мар березень березня березні березню березнем бер",
    "april apr апрель апреля апреле апрелю апрелем апр квітень квітня квітні квітню квітнем квіт",
    "may май мая мае маю маем травень травня травні травню травнем трав",
    "june jun июнь июня июне июню июнем июн червень червня червні червню червнем черв",
    "july jul июль июля июле июлю июлем июл липень липня липні липню липнем лип",
    "august aug август августа августе августу августом авг серпень серпня серпні серпню серпнем серп",
    (
        "september sep sept сентябрь сентября сентябре сентябрю сентябрем сен сент "
        "вересень вересня вересні вересню вереснем вер"
    ),
    "october oct октябрь октября октябре октябрю октябрем окт жовтень жовтня жовтні жовтню жовтнем жовт",
    (
        "november nov ноябрь ноября ноябре ноябрю ноябрем ноя нояб "
        "листопад листопада листопаді листопаду листопадом лист"
    ),
    "december dec декабрь декабря декабре декабрю декабрем дек грудень грудня грудні грудню груднем груд",
)
WEEKDAYS = (
    "monday mon понедельник понедельника понедельнику пн понеділок понеділка понеділку",
    "tuesday tue tues вторник вторника вторнику вт вівторок вівторка вівторку",
    "wednesday wed среда среды среду среде ср середа середи середу середі",
    "thursday thu thur thurs четверг четверга четвергу чт четвер четверга",
    "friday fri пятница пятницы пятницу пятнице пт п'ятниця п'ятниці п'ятницю",
    "saturday sat суббота субботы субботу субботе сб субота суботи суботу суботі",
    "sunday sun воскресенье воскресенья воскресенью вс неділя неділі неділю нд",
)
SEASONS = (
    "spring весна весны весне весну весной весни весні навесні весною",
    "summer лето лета лету лете летом літо літа літу літі влітку літом",
    "autumn fall осень осени осенью осінь осені восени",
    "winter зима зимы зиме зиму зимой зими зимі взимку зимою",
)
# units that mean one where they stand alone (week ago), those that need a word before them, and plurals
ONE_UNIT = (
    "day день",
    "week неделя неделю тиждень",
    "month месяц місяць",
    "quarter квартал",
    "halfyear полгода півроку",
    "year год рік",
)
UNITS = (
    "дня дню",
    "недели неделе тижня тижні тижню",
    "месяца месяце месяцу місяця місяці місяцю",
    "квартала квартале кварталу кварталі кв",
    "полугодие полугодия полугодии полугодию півріччя півріччі півріччю",
    "года году г року році р",
    "half половина половины половине половину половини половині",
)
MANY_UNITS = (
    "days дни дней дні днів",
    "weeks недель тижнів",
    "months месяцев місяців",
    "quarters кварталов кварталів",
    "",
    "years годы годов лет роки років",
)
COUNTS = (
    "a an one один одну одна",
    "two два две двух дві двох",
    "three три трех трьох",
    "four четыре четырех чотири чотирьох",
    "five пять пяти п'ять п'яти",
    "six шесть шести шість шести",
    "seven семь семи сім семи",
    "eight восемь восьми вісім восьми",
    "nine девять девяти дев'ять дев'яти",
    "ten десять десяти",
    "eleven одиннадцать одиннадцати одинадцять одинадцяти",
    "twelve двенадцать двенадцати дванадцять дванадцяти",
)
ORDINALS = (
    (
        "first i первый первая первое первого первом первой первую первому "
        "перший перша перше першого першому першій першої першу"
    ),
    (
        "second ii іі второй вторая второе второго втором вторую второму "
        "другий друга друге другого другому другій другої другу"
    ),
    (
        "third iii ііі третий третья третье третьего третьем третьей третью третьему "
        "третій третя третє третього третьому третьої третю"
    ),
    (
        "fourth iv іv четвертый четвертая четвертое четвертого четвертом четвертой четвертую четвертому "
        "четвертий четверта четверте четвертій четвертої четверту"
    ),
)
THIRDS = (
    "early",
    "mid middle середина середину середине середины середини середині посередині всередині",
    "late",
)
EDGES = (
    "beginning start начало начале началу початок початку",
    "end конец конца концу конце кінець кінця кінцю кінці наприкінці",
)
RELATIVE_DAYS = {
    -2: "ereyesterday позавчера позавчора",
    -1: "yesterday вчера учора вчора",
    0: "today сегодня сьогодні",
    1: "tomorrow завтра",
    2: "overmorrow послезавтра післязавтра",
}
WHICH = {
    -1: (
        "last previous прошлый прошлая прошлое прошлого прошлом прошлой прошлую прошлым "
        "минулий минула минуле минулого минулому минулої минулу минулій минулим"
    ),
    0: (
        "this current этот эта это этой этом эту этого этим этому текущий текущего текущем текущей "
        "цей ця це цього цьому цю цієї цій цим поточний поточного поточному поточної"
    ),
    1: (
        "next следующий следующая следующее следующего следующем следующей следующую следующему следующим "
        "будущего будущем "
        "наступний наступна наступне наступного наступному наступної наступну наступній наступним"
    ),
}
WORDS = {
    "I": "in",
    "C": "через за",
    "A": "ago назад тому",
    "B": "by until till до к ко",
    "F": "before",
    "G": "within протягом впродовж",
    "f": "from between с со з із від между між",
    "&": "and и й та",
    "-": "to through по",
}
FILLERS = frozenset({"of", "the", "on", "в", "во", "у", "на", "число", "числа"})
# read as one word, so that no shape needs to know them
PHRASES = {
    "no later than": "by",
    "not later than": "by",
    "не позднее": "by",
    "не позже": "by",
    "не пізніше": "by",
    "day after tomorrow": "overmorrow",
    "day before yesterday": "ereyesterday",
    "at the": "the",
    "half a year": "halfyear",
    "half-year": "halfyear",
    "в течение": "within",
}
# "за" counts ahead in Ukrainian; in Russian it counts back from what follows, so it needs one of these
UKRAINIAN_UNITS = frozenset(
    {
        "днів",
        "дні",
        "тиждень",
        "тижні",
        "тижнів",
        "місяць",
        "місяці",
        "місяців",
        "квартали",
        "рік",
        "роки",
        "років",
    }
)
# these make a date hang on something that has yet to happen
CONDITIONS = frozenset(
    {
        "after",
        "once",
        "when",
        "if",
        "unless",
        "после",
        "когда",
        "если",
        "як",
        "після",
        "коли",
        "якщо",
        "щойно",
        "ceasefire",
        "election",
        "elections",
    }
)


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, Symbol]:
    """Every word there is, with its symbol; made at the first date that is not ISO."""
    numbered = (
        ("M", 1, MONTHS),
        ("W", 0, WEEKDAYS),
        ("S", 1, SEASONS),
        ("u", 0, ONE_UNIT),
        ("U", 0, UNITS),
        ("V", 0, MANY_UNITS),
        ("n", 1, COUNTS),
        ("O", 1, ORDINALS),
        ("P", 0, THIRDS),
        ("E", 0, EDGES),
    )
    symbols = {
        word: Symbol(kind, number)
        for kind, start, table in numbered
        for number, words in enumerate(table, start)
        for word in words.split()
    }
    for kind, table in (("R", RELATIVE_DAYS), ("T", WHICH)):
        symbols |= {word: Symbol(kind, number) for number, words in table.items() for word in words.split()}
    symbols |= {word: Symbol(kind) for kind, words in WORDS.items() for word in words.split()}
    return symbols | {"і": Symbol("&", 1)}  # in Ukrainian "and", and the way to type a Roman one
