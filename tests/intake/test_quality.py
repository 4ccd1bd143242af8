"""Pages and files in the manner of real outlets are read clean: text, facts, and what does not belong left grey."""

import sys
from pathlib import Path
from statistics import mean

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from quality_measuring import Measured, measured
from quality_samples import samples


@pytest.fixture(scope="module")
def results() -> list[Measured]:
    return [measured(sample) for sample in samples()]


def test_the_set_is_large_enough(results: list[Measured]) -> None:
    assert len(results) >= 40


def test_the_text_is_right_on_average_and_nowhere_bad(results: list[Measured]) -> None:
    assert mean(result.ours for result in results) >= 0.95
    assert [(result.name, result.ours) for result in results if result.ours < 0.85] == []


def test_every_page_is_read_at_least_as_well_as_by_bare_trafilatura(results: list[Measured]) -> None:
    worse = [result.name for result in results if result.bare is not None and result.ours < result.bare]
    assert worse == []


def test_facts_are_right_and_what_is_no_article_stays_grey(results: list[Measured]) -> None:
    assert [(result.name, result.faults) for result in results if result.faults] == []
