"""What a model says of an article: parts, answers, and what of them is proven."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.articles import candidates, models
from claimtrack.articles.models.parts import parts
from claimtrack.articles.models.prompt import VERSION, own_prompt
from tests.models import Answers, a_claim, claims, registered

DAY = date(2025, 2, 5)
# Whoever changes a word of the prompt counts on its version, so that candidates say by which they were found.
PROMPTS = {"1": "925391a251ccfd8b"}


def proven(text, *given, known=None):
    """The candidates of an answer about a text, and the faults that were counted."""
    (request,) = models.requests(text, models.prompt_of())
    answer = models.read_answer(json.dumps(claims(*given)))
    return models.proven(text, DAY, [(request.part, answer)], found_by="m, prompt 1", known=known or {})


def the_one(text, claim, known=None):
    """The only candidate of an answer."""
    (one,) = proven(text, claim, known=known).candidates
    return one


def test_the_version_of_the_prompt_is_counted_on_with_its_words():
    """Of each version the digest."""
    assert PROMPTS[VERSION] == sha256(own_prompt().encode()).hexdigest()[:16]


@given(
    st.lists(st.sampled_from(["word ", "end. ", "line\n", "par\n\n", "x" * 30]), max_size=200).map("".join),
    st.integers(20, 90),
)
def test_parts_cover_a_text_in_order_and_none_is_too_long(text, longest):
    """Each begins within the one before, and ends after it."""
    found = list(parts(text, longest=longest))
    assert (found[0].start, found[-1].end) == (0, len(text))
    assert all(part.end - part.start <= longest for part in found)
    assert all(one.start < other.start <= one.end < other.end for one, other in pairwise(found))


LAKE = "Jo Marsh wrote in May: all fees fall by the end of March; on Friday a bill comes, in 2031 no more."


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("by the end of March", "2025-03-31"),
        ("on Friday", "2025-02-07"),
        ("Friday", "2025-02-07"),
        ("in 2031", "2031"),
        ("2025-03-31", None),
        ("March 2031", None),
        ("a bill comes", None),
        ("", None),
    ],
)
def test_a_date_is_what_our_own_reader_makes_of_words_that_stand_there(words, due):
    """A date that the model worked out, or made up, is none, and counted."""
    found = proven(LAKE, a_claim("all fees fall", due=words))
    assert found.candidates[0].due == due or str(found.candidates[0].due) == due
    assert found.faults == ({"date": 1} if words and not due else {})


@pytest.mark.parametrize(
    ("claim", "speaker", "named"),
    [
        ({"speaker": "Jo Marsh"}, "Jo Marsh", True),
        ({"speaker": "the Jo Marsh"}, "Jo Marsh", True),
        ({"speaker": "jo  marsh"}, "somebody not named", False),
        ({"speaker": "ML"}, "Marta Lind-Berg", True),
        ({"speaker": "Marta Lind-Berg"}, "Marta Lind-Berg", True),
        ({"speaker": "Fred Flint"}, "somebody not named", False),
        ({"speaker": "Jo Lind"}, "somebody not named", False),
        ({"speaker": "Fred Flint", "unnamed": "a tall man"}, "a tall man", False),
        ({"speaker": "a tall man"}, "a tall man", False),
        ({"unnamed": "a small man"}, "somebody not named", False),
        ({"unnamed": "the author"}, "author", False),
        ({}, None, False),
    ],
)
def test_a_speaker_is_one_that_the_article_names_or_the_record_knows(claim, speaker, named):
    """Any other is unnamed, by the words of the article where the model gives them."""
    text = "Jo Marsh met a tall man. The sea will rise, said one of them."
    one = the_one(text, a_claim("The sea will rise", **claim), known={"ML": "Marta Lind-Berg"})
    assert (one.speaker, one.named) == (speaker, named)
    assert one.score == (0.7 if speaker else 0.42)


@pytest.mark.parametrize("name", ["Марта Лінд", "Станіслав Желіховський"])
def test_a_name_matches_in_whatever_case_it_stands(name):
    """Of languages that inflect names."""
    text = "За словами Марти Лінд і Станіслава Желіховського, міст відкриють."
    assert the_one(text, a_claim("міст відкриють", speaker=name)).speaker == name
    described = the_one("За словами синоптиків, буде сніг.", a_claim("буде сніг", unnamed="синоптики"))
    assert (described.speaker, described.named) == ("синоптики", False)


@pytest.mark.parametrize(
    ("passage", "given", "kind", "probability"),
    [
        ("a 70% chance of snow", {"kind": "Prediction", "probability": "70%"}, "prediction", 0.7),
        ("a 70% chance of snow", {"probability": "0.7"}, "prediction", 0.7),
        ("a 70% chance of snow", {"probability": 0.7}, "prediction", 0.7),
        ("a 70% chance of snow", {"probability": "90%"}, "prediction", None),
        ("a 70% chance of snow", {"probability": ""}, "prediction", None),
        ("ice will come", {"probability": "0.9", "kind": "certainty"}, "statement", None),
        ("ice will come", {"probability": 1.7, "kind": "deadline"}, "statement", None),
        ("ice will come", {"kind": "deadline", "due": "by May"}, "deadline", None),
        ("ice will come", {"kind": ["promise"], "due": "by May"}, "prediction", None),
    ],
)
def test_kind_and_probability_are_what_the_record_allows_and_the_passage_states(
    passage, given, kind, probability
):
    """A deadline has a date; odds are those that stand there."""
    one = the_one("Jo Marsh: ice will come by May, with a 70% chance of snow.", a_claim(passage, **given))
    assert (one.kind, one.probability) == (kind, probability)


@pytest.mark.parametrize(
    ("via", "kept"),
    [("an expert", "an expert"), ("Zed Zorn", None), ("Jo Marsh", None), ("expert … ice", None)],
)
def test_who_relays_it_stands_in_the_article_and_is_not_the_speaker(via, kept):
    """Words of its own, in one stretch."""
    text = "Jo Marsh knows, an expert said, that ice will come."
    assert the_one(text, a_claim("ice will come", speaker="Jo Marsh", via=via)).via == kept


BRIDGE = "Its new bridge, said Peter Vale of Orlen, will open by 7 June 2025. Nobody will pay twice for it."


@pytest.mark.parametrize(
    ("passage", "text", "kept"),
    [
        ("will open by 7 June 2025", "The new bridge of Orlen will open by 7 June 2025.", True),
        ("will open by 7 June 2025", "“Peter Vale will open by 7 June 2025”", True),
        ("Nobody will pay twice for it", "Nobody will pay twice for the new bridge of Orlen", True),
        ("will open by 7 June 2025", "The new bridge will open by 7 June 2035", False),
        ("will open by 7 June 2025", "The new bridge will not open by 7 June 2025", False),
        ("will open by 7 June 2025", "Zed Zorn will open the new bridge by 7 June 2025", False),
        ("will open by 7 June 2025", "Peter Vale is a thief", False),
        ("Nobody will pay twice for it", "Everybody will pay twice for it", False),
        ("will open by 7 June 2025", f"The new bridge {'of Orlen ' * 60} will open by 7 June 2025", False),
        ("will open by 7 June 2025", "", False),
    ],
)
def test_a_wording_that_says_more_than_the_article_gives_way_to_its_own_words(passage, text, kept):
    """Another name, figure or denial is not the article's."""
    found = proven(BRIDGE, a_claim(passage, text=text))
    assert found.candidates[0].text == (text.strip("“.”") if kept else passage)
    assert found.faults == ({"text": 1} if text and not kept else {})


def test_what_rules_made_stand_alone_stays_where_a_model_gives_the_passage_alone():
    """And what a model made so takes the place of the passage."""
    text = "Jo Marsh is sure. She will not resign before the end of March, she said."
    (rule,) = (one for one in candidates(text, DAY) if "resign" in one.text)
    for wording, kept in (
        ("She will not resign", rule.text),
        ("Jo Marsh will not resign before the end of March", None),
    ):
        found = proven(text, a_claim("She will not resign before the end of March", text=wording))
        (one,) = (one for one in models.joined(text, [rule], found.candidates) if "resign" in one.text)
        assert one.text == (kept or wording)
        assert one.score > rule.score


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"Ice will come," he said.', True),
        ('He said "no". Ice will come, "I fear".', False),
        ("«Мовчіть. Ice will come», – сказав він.", True),
        ("„Still. Ice will come“, sagte er.", True),
        ("„Still.“ Ice will come, sagte er.", False),
        ('"Wait."\n\nIce will come.', False),
    ],
)
def test_a_passage_in_quotation_marks_is_a_quotation(text, quoted):
    """As printed, whatever the style of the marks."""
    assert the_one(text, a_claim("Ice will come")).quote == ("Ice will come" if quoted else None)


def test_what_an_article_prints_with_dots_is_one_stretch():
    """The dots are its own, and leave nothing out."""
    assert the_one("He said: ice will … come.", a_claim("ice will … come")).text == "ice will … come"
    assert proven("He said: ice will surely come.", a_claim("ice will … come")).faults == {"joined": 1}


@pytest.mark.parametrize(
    "answer",
    [
        '{"claims": []}', "[]", 'Sure!\n```json\n{"claims": []}\n```\nThat is all.', '{"claims": []} and no more {',
        '<think>{"a"</think>{"claims": []}',
    ],
)  # fmt: skip  # a list of answers
def test_an_answer_is_read_with_talk_around_it(answer):
    """Fenced, alone, or as a bare list."""
    assert models.read_answer(answer).claims == ()


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["claims", "passage", "text", "kind", "due", "speaker"]), inner)
        ),
        max_leaves=20,
    )
)
def test_whatever_is_answered_is_read_or_refused(answer):
    """And never fails otherwise."""
    from claimtrack.errors import RefusedError  # noqa: PLC0415  # with the test it serves

    try:
        told = models.read_answer(json.dumps(answer))
    except RefusedError:
        return
    models.proven(LAKE, DAY, [(models.Part(0, len(LAKE)), told)], found_by="m", known={})


def test_whoever_measures_a_model_gets_its_candidates_without_the_rules(tmp_path, monkeypatch):
    """As the scorer calls it."""
    pytest.importorskip("llm", reason="llm is not installed: pip install 'claimtrack[llm]'")
    registered(monkeypatch)
    Answers(tmp_path, monkeypatch).are(
        claims(a_claim("all fees fall", speaker="Jo Marsh", due="by the end of March"))
    )
    (one,) = models.candidates(LAKE, DAY, model="test-model")
    assert (one.text, str(one.due), one.found_by) == (
        "all fees fall",
        "2025-03-31",
        ("test-model, prompt 1",),
    )
