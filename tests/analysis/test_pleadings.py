"""What somebody pleads by a noun is his, whoever accepts or rejects it."""

import pytest


def test_a_submission_belongs_to_who_made_it(told):
    (claim,) = told("We are not persuaded by the appellant's submission that the diary should not have been read out.")
    assert [hop[0] for hop in claim.hops] == ["the appellant"]
    assert claim.content == "that the diary should not have been read out"


@pytest.mark.parametrize(
    "text",
    [
        "The evidence of fraud was plain.",
        "Her argument with the mayor lasted an hour.",
        "The case of the man who lost his dog made news.",
        "The evidence that the seal was broken came from a camera.",
        "The test's argument that matters is the last one.",
    ],
)
def test_what_nobody_pleads_is_no_claim(told, text):
    assert told(text) == []
