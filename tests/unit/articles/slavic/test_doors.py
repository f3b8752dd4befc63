"""The same doors for every language: which is read, what is denied, what nobody says, and what is left alone."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.articles import THRESHOLD, attributions, candidates, is_read

DAY = date(2026, 2, 10)
PIECES = [
    "«",
    "»",
    "„",
    "“",
    "–",
    ", ",
    ". ",
    ": ",
    "?",
    "(",
    ")",
    "\n\n",
    "що ",
    "как ",
    "сказав ",
    "за словами ",
    "по мнению ",
    "він ",
    "её ",
    "буде ",
    "має ",
    "про це ",
    "1 травня ",
    "Остап ",
    "М. ",
    "Гречаник ",
    "банк ",
    "не ",
    "заперечив ",
    "міст ",
    "відкриють ",
    "обязал ",
    "якщо ",
    "который ",
    "и ",
    "прогноз ",
    "готовий ",
    "«Весы» ",
    "слова ",
]


def shown(text):
    """What of a text is proposed, without statements."""
    return [one for one in candidates(text, DAY) if one.score >= THRESHOLD and one.kind != "statement"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Міський голова сказав, що міст відкриють 7 травня.", True),
        ("Мэр сказал, что мост откроют 7 мая.", True),
        ("The mayor said that the bridge would open on 7 May.", True),
        ("Бургомистърът каза, че мостът ще бъде отворен през май и че парите са готови.", False),
        ("Gradonačelnik je rekao da će most biti otvoren u maju.", False),
        ("Градоначелник је рекао да ће мост бити отворен у мају.", False),
        ("2026", False),
    ],
)
def test_the_language_is_told_from_the_text(text, read):
    """Ukrainian and Russian are read as English is; no other Cyrillic language is taken for them."""
    assert is_read(text) is read


def test_a_paragraph_in_another_language_is_read_beside_english():
    """Each by its own rules, in the order of the text."""
    english = "Marta Lind said that the lake would freeze by 1 March."
    text = f"{english}\n\n«Міст відкриють у травні», – сказав Остап Гречаник."
    assert [one.speaker for one in attributions(text)] == ["Marta Lind", "Остап Гречаник"]
    assert [one.speaker for one in candidates(text, DAY)] == ["Marta Lind", "Остап Гречаник"]


@pytest.mark.parametrize(
    "text",
    [
        "Міністр заперечив, що податки зростуть.",
        "Міністр не казав, що податки зростуть.",
        "Міністр спростував, що податки підвищать у травні.",
        "Министр отрицает, что налоги вырастут.",
        "Министр не говорил, что налоги вырастут.",
        "Ведомство опровергло, что налоги повысят в мае.",
        "Эксперт сомневается, что налоги вырастут.",
        "Експерт сумнівається, що податки зростуть.",
    ],
)
def test_what_is_denied_is_no_claim_about_what_is_to_come(text):
    """Nor what nobody said."""
    assert shown(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "«Чи відкриють міст у травні?» – запитав Остап Гречаник.",
        "Остап Гречаник сказав, що вчора міст закрили.",
        "Остап Гречаник повідомив, що не знає, чи відкриють міст.",
        "Остап Гречаник заявив, що ми повинні думати про людей.",
        "Остап Гречаник закликав водіїв бути обережними.",
        "Глеб Оладьин сказал, что мост построили бы, если бы были деньги.",
        "Глеб Оладьин ответил, что не решил, поедет ли он в Москву.",
        "Мост откроют в мае.",
    ],
)
def test_what_only_looks_like_a_claim_is_not_shown(text):
    """Questions, the past, demands, what would have been, and what nobody stands behind."""
    assert shown(text) == []


def test_the_known_alias_gives_the_name():
    """As the database has it."""
    text = "Остап Гречаник сказав, що міст відкриють у травні."
    assert attributions(text, known={"Остап Гречаник": "Ostap Hrechanyk"})[0].speaker == "Ostap Hrechanyk"


def test_a_stated_chance_is_the_probability():
    """In per cent or words for it."""
    assert shown("«Імовірність нової хвилі – 70%», – сказала Соломія Бакун.")[0].probability == 0.7
    said = "Майя Ветлугина сказала, что с вероятностью 80 процентов зонд долетит."
    assert shown(said)[0].probability == 0.8


@pytest.mark.parametrize(
    "unit", ["Остап Гречаник сказав, що міст відкриють. ", "«Так», – сказав він. ", "– ", "«", "за словами "]
)
def test_time_grows_with_the_length_only(unit):
    """Ten times the text takes no more than some thirty times the time."""

    def spent(times):
        began = process_time()
        candidates(unit * times, DAY)
        return process_time() - began

    spent(50)
    assert spent(2_000) < 30 * max(spent(200), 0.01)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_whatever_stands_together_is_read_without_failing(text):
    """Marks without their fellows, and words in no order; what is found stands where it is said to."""
    text = f"Остап Гречаник {text}"
    for one in candidates(text, DAY):
        assert 0 <= one.start < one.end <= len(text)
        assert one.quote in (None, text[one.start : one.end])
    for said in attributions(text):
        assert all(0 <= start < end <= len(text) for start, end in said.spans)
