"""Spans are half-open ranges in code points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import (
    Span,
    as_pairs,
    covering,
    from_pairs,
    joined,
    overlap_length,
    overlap_share,
    trimmed,
    words_of,
)

spans = st.tuples(st.integers(0, 500), st.integers(0, 50)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3)])
def test_a_span_cannot_be_negative_or_turned_round(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_a_span_counts_code_points_not_utf16_units() -> None:
    text = "😀 yes"
    assert Span(2, 5).of(text) == "yes"


def test_neighbours_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


@given(st.lists(spans, min_size=1))
def test_the_covering_span_contains_all_and_no_more(pieces: list[Span]) -> None:
    whole = covering(pieces)
    assert all(whole.contains(piece) for piece in pieces)
    assert whole.start in {piece.start for piece in pieces}
    assert whole.end in {piece.end for piece in pieces}


def test_nothing_cannot_be_covered() -> None:
    with pytest.raises(ValueError, match="no spans"):
        covering([])


@given(st.lists(spans))
def test_pairs_and_spans_are_the_same_thing(pieces: list[Span]) -> None:
    assert from_pairs(as_pairs(pieces)) == tuple(pieces)


def test_overlap_counts_shared_code_points() -> None:
    assert overlap_length([Span(0, 5), Span(10, 15)], [Span(3, 12)]) == 4


def test_the_share_of_overlap_is_of_what_both_cover_together() -> None:
    assert overlap_share([Span(0, 5), Span(10, 15)], [Span(3, 12)]) == 4 / 15
    assert overlap_share([Span(2, 6)], [Span(2, 6)]) == 1
    assert overlap_share([Span(0, 3)], [Span(3, 5)]) == overlap_share([], []) == 0


def test_pieces_are_read_in_text_order() -> None:
    assert words_of([Span(8, 11), Span(0, 3)], "one and two") == "one … two"


def test_nothing_is_said_to_be_left_out_between_neighbours() -> None:
    assert words_of([Span(0, 5), Span(6, 11)], "Trump wrote it") == "Trump wrote"
    assert words_of([Span(0, 3), Span(3, 6)], "onetwo", " … ") == "one … two"


def test_trimming_takes_white_space_from_both_ends_and_may_leave_nothing() -> None:
    assert trimmed(Span(0, 7), "  one  ") == Span(2, 5)
    assert len(trimmed(Span(0, 3), "   ")) == 0


def test_spans_side_by_side_are_joined_and_others_are_not():
    text = "Prado  said so, Holm said"
    told = (Span(16, 20), Span(7, 11), Span(0, 5), Span(21, 25))
    assert [span.of(text) for span in joined(told, text)] == ["Prado  said", "Holm said"]
    assert joined((Span(0, 9), Span(2, 4)), text) == (Span(0, 9),)
    assert joined((), text) == ()
