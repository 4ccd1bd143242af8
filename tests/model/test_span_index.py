"""What lies over a stretch of text is found as if each thing had been looked at."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.model.span_index import Laid

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(0, 30))


@given(st.lists(SPANS, max_size=20), SPANS)
def test_all_that_overlaps_is_found_and_nothing_else(spans: list[Span], wanted: Span) -> None:
    found = Laid((span, place) for place, span in enumerate(spans)).over(wanted)
    assert sorted(found) == [place for place, span in enumerate(spans) if span.overlaps(wanted)]


@given(st.lists(SPANS, max_size=20))
def test_it_is_found_in_the_order_of_the_text(spans: list[Span]) -> None:
    found = Laid((span, span.start) for span in spans).over(Span(0, 100))
    assert found == sorted(found)
