from __future__ import annotations

import pytest

from claimtrack.articles.getting import read_bytes
from claimtrack.errors import RefusedError

SENTENCE = "Мэр Пётр Зимин обещал закончить ремонт моста к первому мая, и деньги на это уже есть. " * 3


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        (SENTENCE.encode(), None),
        (SENTENCE.encode("utf-8-sig"), None),
        (SENTENCE.encode("utf-16"), None),
        (SENTENCE.encode("utf-32"), "text/plain; charset=windows-1251"),
        (SENTENCE.encode("koi8-r"), 'text/plain; charset="KOI8-R"'),
        (SENTENCE.encode("cp1251"), None),
        (SENTENCE.encode("cp1251"), "text/plain; charset=utf-8"),
        (SENTENCE.encode(), "text/plain; charset=nonsense"),
        (SENTENCE.encode(), "text/plain; charset=base64"),
    ],
)
def test_text_is_read_in_any_encoding(data, content_type):
    """A mark in the bytes tells it, then the server, then the letters; what is declared wrongly is not believed."""
    assert read_bytes(data, content_type=content_type).text == SENTENCE.strip()


def test_a_page_declares_its_encoding_in_itself():
    """Also in XML's way."""
    body = f"<html><body><p>{SENTENCE}</p></body></html>"
    for declaration in ('<?xml version="1.0" encoding="koi8-u"?>', "<meta charset=koi8-u>"):
        assert (
            read_bytes((declaration + body).encode("koi8-u"), content_type="text/html").text
            == SENTENCE.strip()
        )


@pytest.mark.parametrize(
    ("label", "encoding", "words"),
    [
        ("x-sjis", "cp932", "東京の橋は五月に開く。"),
        ("windows-31j", "cp932", "①番の橋、髙橋氏"),
        ("x-cp1251", "cp1251", "Мост откроют в мае."),
        ("x-mac-cyrillic", "mac-cyrillic", "Міст відкриють у травні."),
        ("sun_eu_greek", "iso8859-7", "Η γέφυρα ανοίγει τον Μάιο."),
        ("x-euc-jp", "euc-jp", "東京の橋は五月に開く。"),
        ("ks_c_5601-1987", "cp949", "다리는 오월에 열린다, 똠"),
        ("gb2312", "gb18030", "桥梁将于五月开放，朱镕基"),
        ("x-x-big5", "big5", "橋樑將於五月開放。"),
        ("koi8-ru", "koi8-u", "Міст відкриють у травні."),
        ("iso-8859-8-i", "iso8859-8", "הגשר ייפתח במאי."),
        ("dos-874", "cp874", "สะพานจะเปิดในเดือนพฤษภาคม"),
        ("unicode-1-1-utf-8", "utf-8", "Міст відкриють у травні."),
        ("x-mac-roman", "mac-roman", "Le pont ouvrira « en été »."),
        ("iso-2022-kr", "iso2022_kr", "다리는 오월에 열린다"),
        ("utf-16", "utf-8", "Міст відкриють у травні."),
    ],
)
def test_labels_mean_what_browsers_take_them_for(label, encoding, words):
    """Many that pages give are no names of Python's, or name a smaller set than the page is written in."""
    page = f"<html><meta charset={label}><body><p>{words * 3}</p></body></html>".encode(encoding)
    assert read_bytes(page, content_type="text/html").text == words * 3


def test_one_broken_letter_does_not_change_the_encoding():
    """A page of declared UTF-8 with one bad byte keeps all its other letters."""
    data = SENTENCE.encode() + b"\xff"
    assert read_bytes(data, content_type="text/plain; charset=utf-8").text == SENTENCE + "\ufffd"


def test_latin_1_is_read_as_browsers_do():
    """Pages that say so have the curly quotation marks of windows-1252."""
    assert read_bytes(b"\x93Oui\x94", content_type="text/plain; charset=iso-8859-1").text == "“Oui”"


@pytest.mark.parametrize(
    ("data", "content_type", "said"),
    [
        (b"%PDF-1.7 and so on", None, "a PDF document"),
        (b"", "application/pdf", "a PDF document"),
        (b"\xff\xd8\xff\xe0", "text/html", "an image"),
        (b"", "video/mp4", "a video"),
        (b"PK\x03\x04...", None, "an archive or office document"),
        (b"ab\0c", None, "a binary file"),
        (b"", "application/zip", "of the type application/zip"),
    ],
)
def test_what_is_no_text_is_refused_by_what_it_is(data, content_type, said):
    """The message says what to do instead."""
    with pytest.raises(RefusedError, match=f"^article is {said}, not text or HTML: copy its text"):
        read_bytes(data, content_type=content_type, called="article")
