"""A text is cut into words and windows without losing, moving or inventing a word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from briefing.analysis.encoder.encoder_windows import (
    MOST_PIECES,
    TOGETHER_PIECES,
    WINDOW_PIECES,
    Case,
    Quoted,
    Word,
    windows_of,
    words_in,
)
from briefing.resources import resource


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    found = Tokenizer.from_file(str(resource("models", "roles", "tokenizer.json")))
    found.no_truncation()
    found.no_padding()
    return found


def read(text: str) -> list[tuple[str, Quoted]]:
    return [(word.text, word.quoted) for word in words_in(text, 0, len(text))]


def test_words_inside_quotation_marks_are_told_apart() -> None:
    assert read("He said “all is well” today") == [
        ("He", Quoted.OUTSIDE),
        ("said", Quoted.OUTSIDE),
        ("“", Quoted.MARK),
        ("all", Quoted.INSIDE),
        ("is", Quoted.INSIDE),
        ("well", Quoted.INSIDE),
        ("”", Quoted.MARK),
        ("today", Quoted.OUTSIDE),
    ]


@pytest.mark.parametrize("quotation", ['"fine"', "«fine»", "“fine”", "``fine''"])
def test_every_style_of_quotation_mark_is_known(quotation: str) -> None:
    assert ("fine", Quoted.INSIDE) in read(quotation)


def test_case_is_kept_beside_the_letters() -> None:
    cases = [word.case for word in words_in("the Mayor of NATO iPhone", 0, 24)]
    assert cases == [Case.LOWER, Case.TITLE, Case.LOWER, Case.UPPER, Case.OTHER]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=400), max_size=8))
def test_every_window_holds_words_of_the_text_in_order_within_its_size(paragraphs: list[str]) -> None:
    found = Tokenizer.from_file(str(resource("models", "roles", "tokenizer.json")))
    text = "".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append((at, at + len(paragraph)))
        at += len(paragraph)
    starts = []
    for window in windows_of((words_in(text, *span) for span in spans), found):
        assert len(window.pieces) <= WINDOW_PIECES + 2
        assert len(window.pieces) == len(window.quoted) == len(window.case)
        assert all(text[word.start : word.end].startswith(word.text) for word in window.words)
        starts += [word.start for word in window.words]
    assert starts == sorted(set(starts))


def test_a_paragraph_longer_than_a_window_is_cut_after_a_sentence(tokenizer: Tokenizer) -> None:
    text = "The river rose again. " * 100
    windows = list(windows_of([words_in(text, 0, len(text))], tokenizer))
    assert len(windows) > 1
    assert all(window.words[-1].text == "." for window in windows)


def test_a_word_without_end_costs_no_more_than_a_word(tokenizer: Tokenizer) -> None:
    text = "a" * 1_000_000
    (window,) = windows_of([words_in(text, 0, len(text))], tokenizer)
    assert len(window.pieces) <= MOST_PIECES + 2
    assert (window.words[0].start, window.words[0].end) == (0, len(text))


def _paragraphs(*paragraphs: str) -> list[list[Word]]:
    return [words_in(paragraph, 0, len(paragraph)) for paragraph in paragraphs]


LONG = "The river rose again and the bridge was closed to all. " * 10
SHORT = "The water board met on Tuesday."


def test_several_paragraphs_share_a_window_only_while_it_is_short(tokenizer: Tokenizer) -> None:
    (single,) = windows_of(_paragraphs(LONG + SHORT), tokenizer)
    assert TOGETHER_PIECES < len(single.pieces) <= WINDOW_PIECES
    first, second = windows_of(_paragraphs(LONG, SHORT), tokenizer)
    assert len(first.pieces) <= TOGETHER_PIECES + 2
    assert second.words[0].text == "The"


@pytest.mark.parametrize(("last", "following"), [("Ruth Keller added:", SHORT * 3), (SHORT, f"“{SHORT * 3}”")])
def test_what_announces_the_next_paragraph_is_read_with_it(tokenizer: Tokenizer, last: str, following: str) -> None:
    filler = "The river rose again and the bridge was closed to all. " * 9
    first, second = windows_of(_paragraphs(filler, last, following), tokenizer)
    assert len(first.words) == len(_paragraphs(filler)[0])
    assert [word.text for word in second.words][: len(_paragraphs(last)[0])] == [w.text for w in _paragraphs(last)[0]]
