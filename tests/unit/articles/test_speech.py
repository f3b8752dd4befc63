"""Who said what in an article, and under which full name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.articles import attributions, is_english
from claimtrack.articles.proving import in_sentence


def told(text, **options):
    """What was said in each attribution, joined, with who said it and who relays it."""
    return [
        (" … ".join(text[a:b] for a, b in item.spans), item.speaker, item.via)
        for item in attributions(text, **options)
    ]


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ('"The bridge is safe," Marta Lind said.', '"The bridge is safe,"', "Marta Lind"),
        ('"The bridge is safe," said Marta Lind, the mayor.', '"The bridge is safe,"', "Marta Lind"),
        ("“Why was it closed?” Marta Lind asked.", "“Why was it closed?”", "Marta Lind"),
        ("''The bridge is safe,'' Marta Lind said.", "''The bridge is safe,''", "Marta Lind"),
        (
            '"The bridge is safe," she said, "and it was tested."',
            '"The bridge is safe," … "and it was tested."',
            "she",
        ),
        ("Marta Lind said that the bridge was safe.", "that the bridge was safe", "Marta Lind"),
        ("Marta Lind said the bridge was safe.", "the bridge was safe", "Marta Lind"),
        ("The bridge will be safe, Marta Lind said on Monday.", "The bridge will be safe", "Marta Lind"),
        ("Marta Lind told the council on Monday that it was safe.", "that it was safe", "Marta Lind"),
        (
            "The bridge will close in May, according to Marta Lind.",
            "The bridge will close in May",
            "Marta Lind",
        ),
        ("According to Marta Lind, the bridge is to close.", "the bridge is to close", "Marta Lind"),
        ("The fee, Marta Lind says, would be $300.", "The fee … would be $300", "Marta Lind"),
        (
            'The dam, reports The Star: "It is the end of the road for all of them."',
            '"It is the end of the road for all of them."',
            "The Star",
        ),
        ("The council vowed to rebuild the bridge.", "to rebuild the bridge", "the council"),
        ("Marta Lind, the mayor of Arlen, said it was safe.", "it was safe", "Marta Lind"),
        ("Noting that it was late, Marta Lind said the bridge was safe.", "that it was late", "Marta Lind"),
    ],
)
def test_each_turn_of_phrase_gives_what_was_said_and_by_whom(text, said, speaker):
    """Direct, mixed and indirect speech, with the source before, after and in the middle."""
    first = told(text)[0]
    assert first[:2] == (said, speaker)


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "The bridge will close, Marta Lind told reporters on Monday.",
            "The bridge will close",
            "Marta Lind",
        ),
        ("The bridge will close, Marta Lind told the BBC.", "The bridge will close", "Marta Lind"),
        ("The bridge will close, Jon Vale told a meeting in Arlen.", "The bridge will close", "Jon Vale"),
        ("The bridge is safe, Jon Vale assured drivers.", "The bridge is safe", "Jon Vale"),
        ("The bridge, Jon Vale told drivers, will close.", "The bridge … will close", "Jon Vale"),
        ('"The bridge will close," Jon Vale told voters.', '"The bridge will close,"', "Jon Vale"),
        (
            '"It is safe," Jon Vale told the council, "and it was tested."',
            '"It is safe," … "and it was tested."',
            "Jon Vale",
        ),
        ("Marta Lind told reporters the bridge will close.", "the bridge will close", "Marta Lind"),
        ("Marta Lind told reporters that the bridge will close.", "that the bridge will close", "Marta Lind"),
        ("Marta Lind told drivers Arlen would pay for it.", "Arlen would pay for it", "Marta Lind"),
        ("Marta Lind told the Arlen Star the bridge will close.", "the bridge will close", "Marta Lind"),
    ],
)
def test_whoever_is_told_is_no_part_of_what_was_said(text, said, speaker):
    """`told` names its listener, after what was said or before it."""
    assert told(text) == [(said, speaker, None)]


@pytest.mark.parametrize(
    "text",
    [
        "After the bridge was closed, Marta Lind told the council about the cracks.",
        "After the bridge was closed, Marta Lind told a joke.",
        "The bridge is old, and, Marta Lind told drivers, it will close.",
    ],
)
def test_what_stands_before_told_is_not_always_what_was_told(text):
    """A story, a subject, or half of a sentence that goes on."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Their claims were old and the plans of the city have changed since.",
        "The bridge, called the Old Span, was built by the city in the last year.",
        "The two United States senators met in the city on Monday and left.",
    ],
)
def test_nouns_and_names_that_look_like_verbs_of_speech_say_nothing(text):
    """`claims`, `plans`, `called` and `States` are no speech here."""
    assert told(text) == []


def test_a_quotation_after_the_sentence_that_names_its_speaker_is_the_same_speakers():
    """The second half of a speech needs no verb of its own."""
    text = '"It is safe," Marta Lind said. "We tested it twice, and it held."'
    assert told(text)[1] == ('"We tested it twice, and it held."', "Marta Lind", None)


def test_a_colon_gives_the_next_paragraph_to_the_source():
    """A newspaper quoted at length stands in paragraphs of its own."""
    text = 'The Harbour Times reports:\n\n"The bridge was closed by the city in May, and nobody was told."'
    assert told(text)[-1][1] == "Harbour Times"


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [
        ("A builder, who asked not to be named,", "a builder"),
        ("A builder who asked not to be named", "a builder"),
        ("An official who spoke on condition of anonymity", "an official"),
        ("Two people, who asked not to be named,", "Two people"),
        ("Marta Lind, who became mayor in May,", "Marta Lind"),
    ],
)
def test_a_relative_clause_is_neither_the_speaker_nor_what_was_said(subject, speaker):
    """What is said about the source stands between it and its verb."""
    assert told(f"{subject} said the bridge would close.") == [("the bridge would close", speaker, None)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Jon Vale, who promised to mend the bridge, said it was late.",
            ["to mend the bridge", "it was late"],
        ),
        (
            "Jon Vale, who says the bridge, built in 1900, is old, told drivers it would close.",
            ["the bridge, built in 1900, is old", "it would close"],
        ),
        ("Jon Vale, who says the bridge is safe, left on Monday.", ["the bridge is safe"]),
        ("An official who declined to be named said it was late.", ["to be named", "it was late"]),
        ('"It is old," said Jon Vale, who added that it leaks.', ['"It is old,"', "that it leaks"]),
    ],
)
def test_what_a_relative_clause_says_ends_at_the_main_verb(text, said):
    """Both verbs have one speaker, and each its own words."""
    speaker = "an official" if text.startswith("An") else "Jon Vale"
    assert told(text) == [(words, speaker, None) for words in said]


def test_who_is_spoken_of_is_not_who_speaks():
    """`said` parts the two, though a role may stand right before a name."""
    text = "The builder said Lind, who wants the bridge open, was late."
    assert told(text)[0][1] == "the builder"


def test_quotation_marks_inside_quotation_marks_do_not_end_the_quotation():
    """Straight marks are nested as they are in much of the press."""
    text = '"They will slow down their "campaign" against the canal," Marta Lind said.'
    assert told(text) == [('"They will slow down their "campaign" against the canal,"', "Marta Lind", None)]


def test_nested_speech_names_the_inner_speaker_and_who_relays_it():
    """In `the expert noted that Tolm said …` the words are Tolm's."""
    text = "The expert noted that Governor Tolm had said the valley would be his by May."
    inner = [item for item in told(text) if item[2]]
    assert inner == [("the valley would be his by May", "Tolm", "the expert")]


def test_a_claim_relayed_by_a_newspaper_belongs_to_who_made_it():
    """`According to the paper, Lind believes …` has two speakers, one inside the other."""
    text = "According to The Star, Marta Lind believes the bridge was never tested."
    assert ("the bridge was never tested", "Marta Lind", "The Star") in told(text)


@pytest.mark.parametrize(
    ("second", "speaker"),
    [
        ("Lind said that the bridge was safe.", "Marta Lind"),
        ("She said that the bridge was safe.", "Marta Lind"),
        ("The mayor said that the bridge was safe.", "Marta Lind"),
        ("Ms. Lind said that the bridge was safe.", "Marta Lind"),
        ("The baker said that the bridge was safe.", "the baker"),
        ("A senior official said that the bridge was safe.", "a senior official"),
        ("An aide to Lind said that the bridge was safe.", "an aide to Lind"),
    ],
)
def test_the_full_name_stands_behind_surnames_pronouns_and_offices(second, speaker):
    """Who has no name in the article keeps the article's words."""
    text = f"Mayor Marta Lind said that the road was open.\n\n{second}"
    assert told(text)[1][1] == speaker


def test_a_source_without_a_name_is_told_from_one_with_a_name():
    """`named` is what decides whether a speaker is entered in the list of speakers."""
    both = attributions("Marta Lind said that it was so. A senior official said that it was not.")
    assert [item.named for item in both] == [True, False]


@pytest.mark.parametrize(
    "before",
    [
        "The bridge will open in May, Transport Minister Marta Lind told reporters on Monday.",
        "Transport Minister Marta Lind told reporters the bridge will open in May.",
        "Marta Lind, who asked the council for money, said the bridge will open in May.",
    ],
)
def test_she_is_whoever_told_reporters_in_the_sentence_before(before):
    """The listeners between the name and the pronoun are not she."""
    assert told(f'{before} "We will mend it," she said.')[-1] == ('"We will mend it,"', "Marta Lind", None)


def test_he_and_she_do_not_cross():
    """A first name tells whether a person can be `she`."""
    text = "Marta Lind said that it was so. Peter Vale said that it was not. She said that he was wrong."
    assert told(text)[2][1] == "Marta Lind"


def test_an_expert_of_another_paragraph_is_nobody_known():
    """Where the article does not say who the expert is, nothing is guessed."""
    text = 'Radan Sorvik said that it was so.\n\n"It was not, and it will never be," the expert said.'
    assert told(text)[1][1] == "the expert"


def test_a_body_is_written_out_and_called_by_its_kind():
    """Initials and `the fund` stand for the body named before."""
    text = (
        "The Arlen Monetary Fund said that prices would rise. The AMF said that wages would not. "
        "The fund said that it was sure."
    )
    assert [item[1] for item in told(text)] == ["Arlen Monetary Fund"] * 3


def test_known_aliases_give_the_name_of_the_database():
    """An alias that the database has wins over the article's form."""
    assert told("Lind said that it was so.", known={"Lind": "Marta Lind"})[0][1] == "Marta Lind"


def test_captions_in_another_script_are_neither_names_nor_speakers():
    """A caption glued between paragraphs changes nothing."""
    caption = "Марта Лінд, Переговори"
    text = f'Mayor Marta Lind said that it was so.\n\n{caption}\n\n"It was so for all of May," Lind said.'
    assert {item[1] for item in told(text)} == {"Marta Lind"}


def test_the_place_an_agency_reports_from_is_no_part_of_the_sentence():
    """A dateline in capitals stands before the first sentence."""
    text = "ARLEN, Feb. 5 (Wire) - The bridge will be closed in May, Marta Lind said."
    assert told(text) == [("The bridge will be closed in May", "Marta Lind", None)]


@pytest.mark.parametrize("short", ["Sens.", "Vol.", "Dept.", "Eds.", "Fig.", "Sept.", "PROF."])
def test_a_shortened_word_ends_no_sentence(short):
    """Neither where speech is read nor where the sentence of a quotation is shown: one list serves both."""
    text = f"Marta Lind said the works of {short} Arlen will be shown. Nobody came."
    assert told(text)[0][0] == f"the works of {short} Arlen will be shown"
    assert in_sentence(text, 0, 4) == (0, text.index(" Nobody"))


def test_a_transcript_gives_each_turn_to_its_label():
    """Capitals and a colon name who speaks."""
    text = "Marta Lind met Peter Vale for the paper.\n\nVALE: Will the bridge open?\n\nLIND: It will open in May."
    assert told(text)[-1][:2] == ("It will open in May.", "Marta Lind")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("The mayor said that the bridge was open and that it would be closed in May.", True),
        ("Der Bürgermeister sagte am Montag, dass die Brücke bis Mai fertig sein wird.", False),
        ("Кметът каза, че мостът ще бъде готов и че ще се отвори през май.", False),
        ("El alcalde dijo que el puente se abrirá en mayo.", False),
        ("", False),
    ],
)
def test_speakers_are_looked_for_where_the_language_is_read(text, english):
    """In another language nothing is guessed."""
    assert is_english(text) is english
    assert english or attributions(text) == []


PIECES = (
    "the |said |\"|“|”|‘|’|''|Lind |that |, |. |: |\n\n|he |will |and |according |to |(|)|plans |saying |Mr. |U.S. |"
    "it's |7 May |— |LIND: |her goal is to |The minister "
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=60).map("".join) | st.text(max_size=200))
def test_any_text_is_read_and_every_offset_stands_in_it(text):
    """No text raises, and what is found is never empty nor outside the text."""
    for item in attributions("The mayor said that it was so. " + text):
        assert all(0 <= start < end <= len(text) + 31 for start, end in item.spans)
        assert item.source is None or item.source[0] < item.source[1]
