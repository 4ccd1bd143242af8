"""Scores become spans: the best tag sequence, and each piece with the cue it belongs to."""

import numpy as np
import pytest

from briefing.analysis.encoder.role_decoder import (
    CONTENT,
    CUE,
    SOURCE,
    Floats,
    Piece,
    allowed_steps,
    best_tags,
    join,
    pieces_of,
)

FREE = allowed_steps(np.zeros((7, 7), dtype=np.float32))


def scores(*preferred: int) -> Floats:
    return np.eye(7, dtype=np.float32)[list(preferred)]


def belonging(size: int, heads: dict[int, int]) -> tuple[Floats, Floats]:
    pairs = np.full((size, size), -6.0, dtype=np.float32)
    for word, head in heads.items():
        pairs[word, head] = -0.01
    return pairs, np.full(size, -6.0, dtype=np.float32)


def test_the_preferred_tags_win_where_they_are_allowed() -> None:
    assert best_tags(scores(1, 2, 3, 5, 6, 6), FREE) == [1, 2, 3, 5, 6, 6]


def test_no_span_goes_on_over_the_break_of_a_paragraph() -> None:
    preferred = scores(3, 5, 6, 6, 6)
    assert pieces_of(best_tags(preferred, FREE)) == [Piece(CUE, 0, 0), Piece(CONTENT, 1, 4)]
    found = pieces_of(best_tags(preferred, FREE, beginning=[3]))
    assert Piece(CONTENT, 1, 2) in found
    assert all(piece.last < 3 or piece.first >= 3 for piece in found)


def test_a_span_never_begins_inside() -> None:
    tags = best_tags(scores(0, 6, 6), FREE)
    assert pieces_of(tags) in ([Piece(CONTENT, 1, 2)], [Piece(CONTENT, 2, 2)], [])
    assert tags[1] != 6


def test_no_words_have_no_tags() -> None:
    assert best_tags(np.zeros((0, 7), dtype=np.float32), FREE) == []


def test_neighbouring_spans_of_one_role_stay_apart() -> None:
    assert pieces_of([5, 6, 5, 6]) == [Piece(CONTENT, 0, 1), Piece(CONTENT, 2, 3)]


def test_a_quotation_in_two_pieces_is_one_attribution() -> None:
    pieces = [Piece(CONTENT, 0, 2), Piece(SOURCE, 3, 3), Piece(CUE, 4, 4), Piece(CONTENT, 5, 7)]
    (joined,) = join(pieces, *belonging(8, dict.fromkeys((0, 1, 2, 3, 5, 6, 7), 4)))
    assert joined.contents == (pieces[0], pieces[3])
    assert joined.source == pieces[1]


def test_two_cues_in_one_sentence_each_keep_their_own() -> None:
    pieces = [
        Piece(SOURCE, 0, 0),
        Piece(CUE, 1, 1),
        Piece(CONTENT, 2, 3),
        Piece(SOURCE, 4, 4),
        Piece(CUE, 5, 5),
        Piece(CONTENT, 6, 7),
    ]
    first, second = join(pieces, *belonging(8, {0: 1, 2: 1, 3: 1, 4: 5, 6: 5, 7: 5}))
    assert (first.source, first.contents) == (pieces[0], (pieces[2],))
    assert (second.source, second.contents) == (pieces[3], (pieces[5],))


def test_two_sources_never_share_a_cue() -> None:
    pieces = [Piece(SOURCE, 0, 0), Piece(SOURCE, 1, 1), Piece(CUE, 2, 2), Piece(CONTENT, 3, 4)]
    (joined,) = join(pieces, *belonging(5, {0: 2, 1: 2, 3: 2, 4: 2}))
    assert joined.source in (pieces[0], pieces[1])


def test_a_speaker_with_two_cues_is_the_source_of_both() -> None:
    pieces = [Piece(SOURCE, 0, 0), Piece(CUE, 1, 1), Piece(CONTENT, 2, 3), Piece(CUE, 4, 4), Piece(CONTENT, 5, 6)]
    pairs, none = belonging(7, {0: 1, 2: 1, 3: 1, 5: 4, 6: 4})
    pairs[0, 4] = -1.5
    first, second = join(pieces, pairs, none)
    assert first.source == second.source == pieces[0]


def test_a_speaker_who_hardly_belongs_to_a_cue_is_not_its_source() -> None:
    pieces = [Piece(SOURCE, 0, 0), Piece(CUE, 1, 1), Piece(CONTENT, 2, 3), Piece(CUE, 4, 4), Piece(CONTENT, 5, 6)]
    _, second = join(pieces, *belonging(7, {0: 1, 2: 1, 3: 1, 5: 4, 6: 4}))
    assert second.source is None


def test_a_cue_without_content_says_nothing() -> None:
    assert join([Piece(SOURCE, 0, 0), Piece(CUE, 1, 1)], *belonging(2, {0: 1})) == []


def test_content_without_any_cue_is_left_out() -> None:
    assert join([Piece(CONTENT, 0, 3)], *belonging(4, {})) == []


@pytest.mark.parametrize("role", [SOURCE, CUE, CONTENT])
def test_inside_may_only_follow_its_own_role(role: int) -> None:
    inside = 2 + 2 * role
    allowed = {tag for tag in range(7) if FREE[tag, inside] > -1}
    assert allowed == {inside - 1, inside}


def test_a_content_that_likelier_belongs_to_no_cue_is_left_out() -> None:
    pieces = [Piece(CONTENT, 0, 1), Piece(CUE, 2, 2), Piece(CONTENT, 3, 4)]
    pairs, none = belonging(5, {3: 2, 4: 2})
    none[:2] = -0.5
    (joined,) = join(pieces, pairs, none)
    assert joined.contents == (pieces[2],)
