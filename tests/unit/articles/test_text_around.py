"""Articles as they are fed in: wrapped lines, single quotation marks, transcripts, menus and links."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.articles import attributions, candidates


@pytest.mark.parametrize(
    "heads",
    [
        ("3 February 2025", "7 February 2025"),
        ("Feb 3, 2025, 14:30 GMT", "Feb 7, 2025, 9:05 GMT"),
        ("Monday 3 February, 14.30", "Friday 7 February, 09.05"),
        ("## 2025-02-03", "## 2025-02-07"),
        ("**3 Feb, 2:30 pm**", "**7 Feb, 9:05 am**"),
    ],
)
def test_each_entry_of_a_live_blog_is_read_from_its_own_day(heads):
    """What was ahead on Monday is a claim, though the page came out on Saturday."""
    first, second = heads
    text = (
        f"The bridge in Arlen, as it happened\n\n{second}\n\nJon Vale said that the dam will open tomorrow.\n\n"
        f"{first}\n\nMarta Lind said that the bridge will open in two days.\n"
    )
    found = candidates(text, date(2025, 2, 8))
    assert [(item.speaker, item.due.last) for item in found] == [
        ("Jon Vale", date(2025, 2, 8)),
        ("Marta Lind", date(2025, 2, 5)),
    ]


def test_one_line_with_a_day_makes_no_live_blog():
    """It stands on top of an article, whose dates are read from its day of publishing."""
    text = "3 February 2025\n\nMarta Lind said that the bridge will open in two days.\n"
    assert candidates(text, date(2025, 2, 8))[0].due.last == date(2025, 2, 10)


LIND, VALE = "Marta Lind", "Jon Vale"


def told(text):
    """Who said what, the words with single spaces."""
    return [
        (item.speaker, " ".join(" … ".join(text[a:b] for a, b in item.spans).split()))
        for item in attributions(text)
    ]


def test_wrapped_lines_are_one_paragraph():
    """A sentence goes on over the end of a line; a list and a short line do not."""
    text = (
        "Marta Lind, the mayor of Arlen, said on Monday that the old bridge over\n"
        "the river would open by 1 May, and that nobody would have to pay for it\n"
        "in the first year.\n\nJon Vale said it would fall."
    )
    [first, second] = told(text)
    assert first[1].endswith(
        "would open by 1 May, and that nobody would have to pay for it in the first year"
    )
    assert second == ("Jon Vale", "it would fall")


def test_lines_that_each_end_are_paragraphs_of_their_own():
    """Even where they are about as long as each other."""
    text = (
        "The old bridge over the river in Arlen is to be mended in the summer.\n"
        "The council of the town will have to pay for all of it by the spring.\n"
        "Marta Lind said it would open by 1 May."
    )
    assert told(text) == [("Marta Lind", "it would open by 1 May")]
    assert attributions(text)[0].sentence == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("'The bridge will open by 1 May,' Marta Lind said.", ["'The bridge will open by 1 May,'"]),
        (
            "'It isn't the drivers' fault,' Marta Lind said. 'We'll open it by 1 May.'",
            ["'It isn't the drivers' fault,'", "'We'll open it by 1 May.'"],
        ),
        ("Marta Lind said: 'The drivers' union won't wait.'", ["'The drivers' union won't wait.'"]),
        ("'We will open it,' said Marta Lind, 'by 1 May.'", ["'We will open it,' … 'by 1 May.'"]),
        ("Marta Lind said the drivers' union won't wait.", ["the drivers' union won't wait"]),
        ("Marta Lind said the '90s were over.", ["the '90s were over"]),
    ],
)
def test_single_straight_marks_are_told_from_apostrophes(text, said):
    """Both look the same; where they stand tells."""
    assert told(text) == [("Marta Lind", words) for words in said]


def test_a_quotation_in_single_straight_marks_is_quoted():
    """Its words stand as printed."""
    [item] = candidates("'We'll open the bridge by 1 May,' Marta Lind said.", date(2025, 2, 5))
    assert item.quote == "We'll open the bridge by 1 May"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "MARTA LIND: It will open.\nJON VALE: Nobody thinks so.\nLIND: We will see.",
            [LIND, VALE, LIND],
        ),
        ("LIND: It will open.\nVALE: Nobody thinks so.", ["Lind", "Vale"]),
        ("Marta Lind spoke.\n\nLIND: It will open.\nVALE: Nobody thinks so.", ["Marta Lind", "Vale"]),
        (
            "Marta Lind: It will open.\nJon Vale: No.\nMarta Lind: We will see.",
            [LIND, VALE, LIND],
        ),
        ("INTERVIEWER: When?\nMARTA LIND: It will open.", ["interviewer", "Marta Lind"]),
        ("BBC: When?\nMARTA LIND: It will open.", ["BBC", "Marta Lind"]),
    ],
)
def test_the_labels_of_a_transcript_are_names(text, speakers):
    """In capitals or not; an interviewer has none."""
    assert [item.speaker for item in attributions(text)] == speakers


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: Marta Lind says the bridge will open by 1 May",
        "Related: Marta Lind says the bridge will open by 1 May",
        "See also: Marta Lind says the bridge will open",
        "More on this story: Marta Lind says the bridge will open",
        "WATCH: Marta Lind says the bridge will open",
        "Home | News | Sport | Marta Lind says no",
        "News › Arlen › Bridges › Marta Lind says no",
        "Sign up to our newsletter, where Marta Lind says what the bridge costs",
    ],
)
def test_links_and_menus_are_no_text(line):
    """What they say is said elsewhere."""
    text = f"{line}\n\nJon Vale said the dam would open if it was to be of use.\n{line}"
    assert told(text) == [("Jon Vale", "the dam would open if it was to be of use")]
