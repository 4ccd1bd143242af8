"""Code points and UTF-16 units are converted both ways without loss."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.desktop.utf16 import Offsets
from briefing.model import Span


@given(st.text(alphabet=st.sampled_from("a é\u0301א😀👩\u200d🚀\n"), max_size=60))
def test_there_and_back_again(text: str) -> None:
    offsets = Offsets(text)
    for at in range(len(text) + 1):
        unit = offsets.to_utf16(at)
        assert unit == len(text[:at].encode("utf-16-le")) // 2
        assert offsets.to_code_point(unit) == at


def test_the_middle_of_a_pair_is_the_character_that_the_pair_is() -> None:
    assert Offsets("😀b").to_code_point(1) == 0


def test_a_span_in_units() -> None:
    assert Offsets("😀 yes").span_to_utf16(Span(2, 5)) == (3, 6)
