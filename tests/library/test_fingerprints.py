"""Fingerprints tell the same and nearly the same words apart from others."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library import fingerprints


def words(seed: int, number: int = 400) -> list[str]:
    chosen = random.Random(seed)
    return ["".join(chosen.choices("aeioustrnlm", k=6)) for _ in range(number)]


def edited(text: list[str], share: float, seed: int = 9) -> list[str]:
    """The text with this share of its words replaced."""
    chosen = random.Random(seed)
    return [word if chosen.random() >= share else "another" + word for word in text]


def wording(text: str) -> int:
    return fingerprints.fingerprint(text).wording


def sketch_of(text: str) -> bytes | None:
    return fingerprints.fingerprint(text).sketch


@pytest.mark.parametrize("same", ["The ferry sails.", "the FERRY  sails", "“The” ferry—sails!"])
def test_case_space_and_punctuation_do_not_change_the_wording(same: str) -> None:
    assert wording(same) == wording("The ferry sails")
    assert wording(same) != wording("The ferry sailed")


def test_the_estimate_is_near_the_share_of_common_runs() -> None:
    for seed in range(40):
        text = words(seed)
        other = edited(text, 0.05, seed)
        left, right = " ".join(text), " ".join(other)
        first, second = sketch_of(left), sketch_of(right)
        assert first is not None
        assert second is not None
        exact = fingerprints.likeness_of_runs(fingerprints.runs_of(left), fingerprints.runs_of(right))
        # 36 bins: a standard error of about 0.07 at these likenesses.
        assert abs(fingerprints.likeness(first, second) - exact) < 0.32


def test_a_lightly_edited_text_is_looked_up_and_another_is_not() -> None:
    found = [0, 0]
    for seed in range(100):
        text = words(seed)
        sketch = sketch_of(" ".join(text))
        for at, other in enumerate((edited(text, 0.06, seed), words(seed + 1000))):
            beside = sketch_of(" ".join(other))
            assert sketch is not None
            assert beside is not None
            found[at] += bool(set(fingerprints.bands(sketch)) & set(fingerprints.bands(beside)))
    assert found[0] >= 95
    assert found[1] == 0


@given(st.text(max_size=400))
def test_any_text_has_a_fingerprint(text: str) -> None:
    assert -(2**63) <= wording(text) < 2**63
    sketch = sketch_of(text)
    assert sketch is None or len(fingerprints.bands(sketch)) == len(sketch) // 6


@given(st.text(st.characters(max_codepoint=127), max_size=80))
def test_plain_letters_are_told_apart_as_all_others_are(text: str) -> None:
    # One letter that is not plain makes the whole text go the other way.
    assert fingerprints._encoded_words(text) == fingerprints._encoded_words(f"{text} é")[:-1]
