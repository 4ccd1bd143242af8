"""What a denial names with whose it is: a claim of its own, disputed as the denial is."""

import pytest


def rows(told, text):
    return [(claim.hops[-1][0], claim.content, claim.status) for claim in told(text)]


@pytest.mark.parametrize(
    ("text", "owner", "content"),
    [
        (
            "Mayor Ivo Strand rejected criticism from Senator Lou Carter that closing the unit made the city unsafe.",
            "Senator Lou Carter",
            "closing the unit made the city unsafe",
        ),
        (
            "General Ivo Marn dismissed President Tess Vale's claim that the army had invaded.",
            "President Tess Vale",
            "the army had invaded",
        ),
        (
            "The bank denied allegations by its former clerk Ann Roy that it forged signatures.",
            "its former clerk Ann Roy",
            "it forged signatures",
        ),
    ],
)
def test_the_word_of_somebody_that_a_denial_tells_is_a_claim_of_his(told, text, owner, content):
    denial, denied = rows(told, text)
    assert (denial[2], denied) == ("disputed", (owner, content, "disputed"))
    assert [len(claim.hops) for claim in told(text)] == [1, 1]


def test_what_a_suit_alleges_is_no_part_of_the_denial_of_its_claims(told):
    text = "Brightwell has denied the claims in the lawsuit, which alleges that its powder caused cancer."
    assert rows(told, text) == [
        ("Brightwell", "the claims in the lawsuit", "disputed"),
        ("the lawsuit", "that its powder caused cancer", "disputed"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The palace denied reports that the duke had left the country.",
        "The ministry denied suggestions that it would raise taxes.",
        "Norland denied all claims that the writer Omar Salim was slain in its consulate.",
    ],
)
def test_reports_of_nobody_named_that_are_denied_leave_one_claim_that_is_disputed(told, text):
    ((_, _, status),) = rows(told, text)
    assert status == "disputed"
