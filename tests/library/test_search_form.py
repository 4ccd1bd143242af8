"""What a form holds and what is typed are the same search."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library.search_form import Filter, filter_of, typed_of
from briefing.library.search_query import PLACES, Term

LETTERS = st.text(st.sampled_from("abcé1ß日"), min_size=1, max_size=6)
PHRASES = st.builds(lambda words: " ".join(words), st.lists(LETTERS, min_size=1, max_size=3))
TERMS = st.one_of(
    LETTERS.map(Term),
    LETTERS.map(lambda word: Term(word, prefix=True)),
    PHRASES.map(lambda words: Term(words, exact=True)),
)
DATES = st.sampled_from(["", "2026", "2026-05", "2026-05-01"])


def several(one: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(one, max_size=3).map(tuple)


FILTERS = st.builds(
    Filter,
    words=several(TERMS),
    any_of=several(TERMS),
    without=several(TERMS),
    places=st.frozensets(st.sampled_from(PLACES)),
    who=several(PHRASES),
    statuses=several(st.sampled_from(["disputed", "on_record", "claimed"])),
    tags=several(PHRASES),
    outlet=st.just("") | PHRASES,
    collection=st.just("") | PHRASES,
    after=DATES,
    before=DATES,
)


@given(FILTERS)
def test_a_filter_is_typed_and_read_again_without_loss(wanted: Filter) -> None:
    assert filter_of(typed_of(wanted)) == wanted


@given(st.text(st.sampled_from('ab"*():- ANDORTwho:in:notestag:é'), max_size=40) | st.text(max_size=40))
def test_what_a_form_can_hold_of_what_is_typed_stays_the_same_when_typed_again(text: str) -> None:
    held = filter_of(text)
    if held is not None:
        assert filter_of(typed_of(held)) == held


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Filter()),
        ("river flood*", Filter(words=(Term("river"), Term("flood", prefix=True)))),
        ("a OR b", Filter(any_of=(Term("a"), Term("b")))),
        ('who:quill -"open water"', Filter(who=("quill",), without=(Term("open water", exact=True),))),
        (
            "(status:disputed OR status:claimed) in:notes",
            Filter(statuses=("disputed", "claimed"), places=frozenset(["notes"])),
        ),
        ("after:2026-05 before:2026-06", Filter(after="2026-05", before="2026-06")),
    ],
)
def test_what_is_typed_fills_the_form(text: str, expected: Filter) -> None:
    assert filter_of(text) == expected


@pytest.mark.parametrize("text", ["a (b OR (c d))", "-who:quill", "status:a status:b", "tag:x*", "outlet:a outlet:b"])
def test_what_a_form_cannot_hold_stays_typed(text: str) -> None:
    assert filter_of(text) is None


@pytest.mark.parametrize("wanted", [Filter(after="May"), Filter(who=('a"b',)), Filter(words=(Term("OR"),))])
def test_what_cannot_be_typed_is_refused(wanted: Filter) -> None:
    with pytest.raises(ValueError, match="cannot be typed"):
        typed_of(wanted)
