"""Whatever the words, every format gives them back in canonical form, in blocks that cover the text exactly."""

import unicodedata
from html import escape

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from test_any_bytes import assert_sound

from briefing.intake import read_bytes

UNSEEN = "\u00ad\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e"
SIGNS = st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S", "Zs"]) | st.sampled_from(
    UNSEEN + "e\u0301ﬁ😀é"
)
WORDS = st.text(SIGNS, min_size=1, max_size=60)
END = "and so the council said on Monday in a letter to the mayor of the town, which was read aloud."
SOME = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def as_html(lines: list[str]) -> bytes:
    body = "".join(f"<p>{escape(line)} {END}</p>" for line in lines)
    return (
        f"<!doctype html><html><body><article><h1>The council of the town</h1>{body}</article></body></html>".encode()
    )


def as_text(lines: list[str]) -> bytes:
    return "\n\n".join(f"{line} {END}" for line in lines).encode()


def as_rtf(lines: list[str]) -> bytes:
    def coded(sign: str) -> str:
        if sign.isascii() and sign.isalnum():
            return sign
        pairs = sign.encode("utf-16-le")
        units = (int.from_bytes(pairs[at : at + 2], "little") for at in range(0, len(pairs), 2))
        return "".join(rf"\u{unit - 65536 if unit > 32767 else unit}?" for unit in units)

    body = "".join(rf"\pard {''.join(map(coded, line))} {END}\par " for line in lines)
    return rf"{{\rtf1\ansi\uc1 {body}}}".encode("ascii")


def as_mail(lines: list[str]) -> bytes:
    head = "From: a@b.example\nSubject: One\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
    return head.encode() + as_html(lines)


WRITERS = {"a.html": as_html, "a.txt": as_text, "a.rtf": as_rtf, "a.eml": as_mail}


@pytest.mark.parametrize("name", WRITERS)
@SOME
@given(lines=st.lists(WORDS, min_size=1, max_size=6))
def test_words_come_back_in_canonical_form(name: str, lines: list[str]) -> None:
    article = read_bytes(WRITERS[name](lines), name).article
    assert_sound(article)
    assert unicodedata.is_normalized("NFC", article.text)
    assert not set(UNSEEN) & set(article.text)
    assert article.text.count("which was read aloud.") == len(lines)


@SOME
@given(lines=st.lists(WORDS, min_size=1, max_size=6))
def test_a_rich_text_holds_the_words_that_were_written(lines: list[str]) -> None:
    found = read_bytes(as_rtf(lines), "a.rtf").article
    shown = [block.span.of(found.text) for block in found.blocks]
    assume(len(shown) == len(lines))
    for line, words in zip(lines, shown, strict=True):
        kept = unicodedata.normalize("NFC", "".join(sign for sign in line if sign not in UNSEEN))
        assert "".join(words.split()).endswith(
            "".join(unicodedata.normalize("NFC", f"{kept} {END}").split()).strip("|")
        )
