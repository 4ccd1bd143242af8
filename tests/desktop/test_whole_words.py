"""A selection that begins or ends within a word takes the whole of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.desktop.reader.whole_words import whole_words
from briefing.model import Span

TEXT = "The harbour-master's boat, they said, sails in 1,250 years: café, naïve 😀 end."


def taken(text: str, words: str) -> str:
    start = text.index(words)
    span = whole_words(text, Span(start, start + len(words)))
    return span.of(text)


@pytest.mark.parametrize(
    ("selected", "whole"),
    [
        ("oat, they sa", "boat, they said"),
        ("arbour", "harbour-master's"),
        ("ter's bo", "harbour-master's boat"),
        ("boat", "boat"),
        ("boat,", "boat,"),
        (", they", ", they"),
        ("25", "1,250"),
        ("af", "café"),
        ("aï", "naïve"),
        ("😀 e", "😀 end"),
        ("said, ", "said, "),
    ],
)
def test_words_are_taken_whole(selected: str, whole: str) -> None:
    assert taken(TEXT, selected) == whole


def test_a_script_without_spaces_is_not_taken_as_one_word() -> None:
    assert len(taken("市长说大桥将关闭到五月", "大桥")) < 6


def test_letters_with_marks_of_their_own_are_one_word() -> None:
    assert taken("one cafe\u0301s two", "caf") == "cafe\u0301s"


@given(st.text("ab -’'é😀.,", max_size=20), st.data())
def test_nothing_selected_is_left_out_and_what_is_whole_stays(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    whole = whole_words(text, Span(start, end))
    assert whole.start <= start <= end <= whole.end
    assert whole_words(text, whole) == whole
