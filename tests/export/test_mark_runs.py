from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.export.mark_runs import Mark, MarkKind, flatten
from briefing.model import Span

WITHIN = Span(5, 40)
spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: Span(min(pair), max(pair)))
marks = st.lists(st.builds(Mark, st.sampled_from(MarkKind), spans, st.integers(1, 8)), max_size=12)


@given(marks)
def test_runs_cover_the_whole_span_in_order_and_without_overlap(found):
    runs = flatten(WITHIN, found)
    assert runs[0].span.start == WITHIN.start
    assert runs[-1].span.end == WITHIN.end
    assert all(left.span.end == right.span.start for left, right in pairwise(runs))


@given(marks)
def test_each_position_carries_exactly_the_marks_that_cover_it(found):
    for run in flatten(WITHIN, found):
        for position in range(run.span.start, run.span.end):
            over = [mark for mark in found if mark.span.start <= position < mark.span.end]
            assert run.claims == len({mark.key for mark in over if mark.kind is MarkKind.CLAIM})
            assert run.cue == any(mark.kind is MarkKind.CUE for mark in over)
            assert run.actor == any(mark.kind is MarkKind.ACTOR for mark in over)


@given(st.lists(st.tuples(st.integers(5, 39), st.integers(1, 99)), max_size=8))
def test_every_claim_that_begins_within_is_told_once(starts):
    told = [(run.span.start, key) for run in flatten(WITHIN, [], starts) for key in run.begins]
    assert told == sorted(starts)


def test_the_shorter_of_two_nested_highlights_shows():
    outer, inner = Mark(MarkKind.HIGHLIGHT, Span(0, 10), 1), Mark(MarkKind.HIGHLIGHT, Span(3, 6), 4)
    assert [run.colour for run in flatten(Span(0, 10), [inner, outer])] == [1, 4, 1]
