"""Two who count the same and come to different numbers dispute each other."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "27 people died, the ministry said. Local doctors put the toll at 40.",
        "Fourteen people drowned, the coast guard said. The fishermen's league put the number of dead at 31.",
        "The army said nine soldiers were killed. The governor, Ana Ruiz, put the death toll at 12.",
    ],
)
def test_a_toll_that_somebody_else_puts_higher_is_a_dispute(told, text):
    assert [claim.status for claim in told(text)] == ["disputed", "disputed"]


@pytest.mark.parametrize(
    "text",
    [
        # The same number, a bound, another kind of harm, one and the same source.
        "27 people died, the ministry said. Local doctors put the toll at 27.",
        "At least 27 people died, the ministry said. Local doctors put the toll at 40.",
        "27 people died, the ministry said. Local doctors put the number of injured at 40.",
        "27 people died, the ministry said. Later the ministry put the toll at 40.",
    ],
)
def test_counts_that_do_not_conflict_are_no_dispute(told, text):
    assert "disputed" not in {claim.status for claim in told(text)}
