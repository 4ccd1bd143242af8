"""Whoever is quoted as saying something says it, and who quotes him passes it on."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "“The keel was cracked,” the surveyor Jon Weir was quoted by the Harbour Post as saying.",
        "The surveyor Jon Weir was quoted by the Harbour Post as saying that the keel was cracked.",
        "On Monday the Harbour Post quoted the surveyor Jon Weir as saying that the keel was cracked.",
        "Last week the Harbour Post cited the surveyor Jon Weir as saying the keel was cracked.",
    ],
)
def test_it_comes_through_who_quotes(told, text):
    (claim,) = told(text)
    sources = [source for source, *_ in claim.hops]
    assert sources[0] == "the Harbour Post"
    assert sources[1].endswith("surveyor Jon Weir")
    assert "keel was cracked" in claim.content
    assert "quoted" not in claim.content
    assert claim.status == "relayed"


def test_whom_an_agency_quotes_without_a_name_is_one_claim_and_not_two(told):
    text = "The Harbour Post quoted an unnamed surveyor as saying that two letters had been sent and ignored."
    (claim,) = told(text)
    assert [source for source, *_ in claim.hops] == ["The Harbour Post", "an unnamed surveyor"]
    assert (claim.content, claim.status) == ("that two letters had been sent and ignored", "unnamed")


def test_who_is_quoted_by_nobody_says_it_all_the_same(told):
    (claim,) = told("“The keel was cracked,” Jon Weir was quoted as saying.")
    assert [source for source, *_ in claim.hops] == ["Jon Weir"]


def test_a_name_with_an_office_signs_the_quotation_above_it(told):
    (claim,) = told("“The quay will hold.”\nRita Gomes, mayor of Aveiro")
    assert (claim.hops[-1][0], claim.content) == ("Rita Gomes", "“The quay will hold.”")


@pytest.mark.parametrize(
    "text",
    [
        "The bishop declined to comment, citing the inquiry.",
        "Neither ministry would say who signed the contract.",
    ],
)
def test_a_reason_for_silence_and_the_silence_of_two_are_no_claims(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Reuters cited Lena Frost, head of the union's northern branch, as saying members would walk out.",
            "members would walk out",
        ),
        (
            "The paper quoted Marcus Oyelaran, a retired engineer who worked on the dam, as saying the wall was sound.",
            "the wall was sound",
        ),
    ],
)
def test_what_he_is_who_is_quoted_is_nothing_that_he_said(told, text, content):
    (claim,) = told(text)
    assert claim.content == content
