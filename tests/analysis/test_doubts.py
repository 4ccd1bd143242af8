"""What a source doubts or does not believe is not what it says."""

import pytest


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        ("Omar Haddad doubted that the noise would fall.", "-", "probable"),
        ("Omar Haddad is sceptical that the noise will fall.", "-", "probable"),
        ("Omar Haddad did not believe that the pier was safe.", "-", "probable"),
        ("Omar Haddad did not doubt that the pier was safe.", "+", "certain"),
        ("Omar Haddad believed that the pier was safe.", "+", "certain"),
    ],
)
def test_doubt_turns_what_it_is_about(told, text, polarity, certainty):
    (claim,) = told(text)
    assert (claim.polarity, claim.certainty) == (polarity, certainty)


def test_doubt_disputes_what_another_said(told):
    first, second = told("Per Lund said the noise would fall. Omar Haddad doubted that the noise would fall.")
    assert second.links == (("denies", "the noise would fall"),)
    assert first.status == "disputed"
