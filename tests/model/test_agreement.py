"""Krippendorff's alpha, held against the examples that he gives himself (2011)."""

import pytest

from briefing.model.agreement import alpha


def units(*judges: str) -> list[list[str]]:
    """What is said of each thing, from a line for each who judges; a point is no word."""
    return [[word for word in column if word != "."] for column in zip(*judges, strict=True)]


@pytest.mark.parametrize(
    ("judges", "told"),
    [
        (("0100000010", "1110010000"), 0.095),
        (("aabbdcccedda", "babbbccceddd"), 0.692),
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),
    ],
)
def test_the_published_examples_come_out(judges: tuple[str, ...], told: float) -> None:
    found = alpha(units(*judges))
    assert found is not None
    assert round(found, 3) == told


def test_who_agrees_on_all_has_one_and_who_never_does_less_than_nothing() -> None:
    assert alpha([["a", "a"], ["b", "b"]]) == 1
    assert (alpha([["a", "b"], ["b", "a"]]) or 0) < 0


@pytest.mark.parametrize("said", [[], [["a"], ["b"]], [["a", "a"], ["a", "a"]]])
def test_of_too_little_nothing_is_told(said: list[list[str]]) -> None:
    assert alpha(said) is None
