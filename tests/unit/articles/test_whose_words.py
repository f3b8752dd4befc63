"""Whose words they are: whoever only stands by a name, letters, namesakes, two at once, and what is no name at all."""

from __future__ import annotations

import pytest

from claimtrack.articles import attributions

SAID = "said that the bridge would open by 1 May."


def who(text):
    """The speaker of the last attribution, and whether the article names the speaker."""
    item = attributions(text)[-1]
    return item.speaker, item.named


@pytest.mark.parametrize(
    "source",
    [
        "sources close to Anna Berg",
        "aides to Berg",
        "a spokesman for Anna Berg",
        "lawyers for Anna Berg",
        "the party of Anna Berg",
        "a report on Anna Berg",
        "a friend of Anna Berg",
        "a person close to Berg",
        "critics of Anna Berg",
        "an investigation into Anna Berg",
        "the campaign of Anna Berg",
        "an adviser to Prime Minister Anna Berg",
        "officials in Berg's office",
        "allies of Berg in Arlen",
        "those around Berg",
        "a member of Anna Berg's party",
        "the lawyer representing Anna Berg",
        "sources in the Berg camp",
        "staff working for Anna Berg",
        "people briefed by Anna Berg",
        "the company owned by Anna Berg",
        "senior figures around Berg",
        "Berg's spokesman",
        "Anna Berg's party",
        "Anna Berg's husband",
    ],
)
def test_whoever_stands_by_somebody_is_not_that_person(source):
    """They are kept in the article's words, and name nobody."""
    first = source if source.startswith(("Anna", "Berg")) else source[0].upper() + source[1:]
    assert who(f"Anna Berg leads Arlen. {first} {SAID}") == (source, False)
    assert who(f"Anna Berg leads Arlen. The bridge will open by 1 May, according to {source}.") == (
        source,
        False,
    )


@pytest.mark.parametrize(
    "text",
    [
        f"Anna Berg leads Arlen. A spokesman for Anna Berg, Jon Vale, {SAID}",
        f"Anna Berg leads Arlen. Anna Berg's chief of staff, Jon Vale, {SAID}",
        f"A letter from Jon Vale to Anna Berg {SAID}",
        f"The letter to Anna Berg from Jon Vale {SAID}",
        f"An email by Jon Vale to the council {SAID}",
        f"A report by Jon Vale on Anna Berg {SAID}",
        f"Jon Vale's letter to Anna Berg {SAID}",
    ],
)
def test_who_is_named_beside_or_wrote_it_is_the_speaker(text):
    """A letter is its writer's, not of whom it is sent to."""
    assert who(text) == ("Jon Vale", True)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anna Berg and Karl Berg run Arlen. Ms. Berg", ("Anna Berg", True)),
        ("Anna Berg and Karl Berg run Arlen. Mr Berg", ("Karl Berg", True)),
        ("Anna Berg and Karl Berg run Arlen. K. Berg", ("Karl Berg", True)),
        ("Mayor Anna Berg met her brother, Senator Karl Berg. Mayor Berg", ("Anna Berg", True)),
        ("Mayor Anna Berg met her brother, Senator Karl Berg. Senator Berg", ("Karl Berg", True)),
        ("Anna Berg and Karl Berg run Arlen. Berg", ("Berg", False)),
        ("Anna Berg and Klara Berg run Arlen. Ms. Berg", ("Ms. Berg", False)),
        ("Anna Berg and Karl Berg run Arlen. The younger Berg", ("the younger Berg", False)),
    ],
)
def test_two_people_of_one_name_are_told_apart_or_left_unnamed(text, speaker):
    """By title, by gender, by an initial; else the article's words stay."""
    assert who(f"{text} {SAID}") == speaker


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Anna Berg and Jon Vale", ("Anna Berg and Jon Vale", True)),
        ("Mayor Anna Berg and Senator Jon Vale", ("Anna Berg and Jon Vale", True)),
        ("Both Anna Berg and Jon Vale", ("Anna Berg and Jon Vale", True)),
        ("Anna Berg, Jon Vale and Marta Lind", ("Anna Berg, Jon Vale and Marta Lind", True)),
        ("The council and the ministry", ("the council and the ministry", False)),
        ("The Ministry of Trade and Industry", ("Ministry of Trade and Industry", True)),
    ],
)
def test_two_who_speak_together_are_both_named(source, speaker):
    """An `and` inside one name joins nobody."""
    assert who(f"{source} {SAID}") == speaker


@pytest.mark.parametrize(
    "source",
    [
        "Farmer Jon Vale",
        "Engineer Jon Vale",
        "Pastor Jon Vale",
        "Father Jon Vale",
        "Clockmaker Jon Vale",
        "Climatologist Jon Vale",
        "Local farmer Jon Vale",
        "Rail minister Jon Vale",
    ],
)
def test_what_somebody_does_is_no_part_of_the_name(source):
    """Nor is it where the list of occupations does not have it."""
    assert who(f"{source} {SAID}") == ("Jon Vale", True)
    assert who(f"Jon Farmer {SAID}") == ("Jon Farmer", True)


@pytest.mark.parametrize(
    "source",
    ["August", "It", "Cuts ahead", "Multiple", "More", "Half", "A statement", "The news release", "Reports"],
)
def test_what_does_not_look_like_a_name_is_nobody(source):
    """Months, amounts and papers are no speakers."""
    assert who(f"{source} {SAID}") == (None, False)


@pytest.mark.parametrize("source", ["Critics", "Supporters", "Officials", "Analysts", "Multiple sources"])
def test_people_without_a_name_are_unnamed(source):
    """A capital at the start of a sentence makes no name."""
    assert not who(f"{source} {SAID}")[1]


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("Jon Vale is a former banker.", "The former banker"),
        ("Jon Vale became prime minister last year.", "The prime minister"),
        ("Jon Vale was elected governor last year. Marta Lind left.", "The governor"),
        ("Jon Vale has been chief executive of Arlen Steel since May.", "The company's chief executive"),
        ("Jon Vale, 34, teaches in Arlen.", "The 34-year-old"),
        ("Jon Vale, a striker for Arlen, was hurt.", "The striker"),
    ],
)
def test_whom_a_title_stands_for_is_looked_up_in_the_whole_text(before, title):
    """The sentence that tells may stand before or after."""
    assert who(f"{before} {title} {SAID}") == ("Jon Vale", True)
    assert attributions(f"{title} {SAID} {before}")[0].speaker == "Jon Vale"


@pytest.mark.parametrize(
    "text",
    [
        "Marta Lind told The Star that the bridge would open by 1 May.",
        '"The bridge will open by 1 May," Marta Lind told the Arlen Star.',
        "Marta Lind said in an interview with The Star that the bridge would open by 1 May.",
    ],
)
def test_an_outlet_that_somebody_told_relays_nothing(text):
    """The words are the speaker's own."""
    [item] = attributions(text)
    assert (item.speaker, item.via) == ("Marta Lind", None)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Mark Berg Jr. {SAID}", "Mark Berg Jr."),
        (f"Mark Berg leads Arlen. Mark Berg Jr. {SAID}", "Mark Berg Jr."),
        (f"Mark Berg leads Arlen. His son, Mark Berg Jr., {SAID}", "Mark Berg Jr."),
        (f"Mark Berg leads Arlen. Mark Berg, Jr., {SAID}", "Mark Berg Jr."),
        (f"Mark Berg leads Arlen with Mark Berg Jr. at his side. Berg Jr. {SAID}", "Mark Berg Jr."),
        (f"Mark Berg leads Arlen with Mark Berg Jr. at his side. Berg {SAID}", "Mark Berg"),
        (f"Mark Berg Jr. leads Arlen. Mark Berg Sr. {SAID}", "Mark Berg Sr."),
        (f"Mark Berg Jr leads Arlen. Berg {SAID}", "Berg"),
    ],
)
def test_a_son_is_not_his_father(text, speaker):
    """`Jr.` is part of a name; who is named without it may be somebody else."""
    assert who(text) == (speaker, True)
