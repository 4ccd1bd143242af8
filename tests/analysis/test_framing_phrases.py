"""A phrase that says whose word a sentence is gives the sentence to whom it names, and other phrases do not."""

import pytest


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Per the coast guard, the trawler sank within ten minutes.",
            "the coast guard",
            "the trawler sank within ten minutes",
        ),
        ("In Karin Holt's view, the court has gone too far.", "Karin Holt", "the court has gone too far"),
        (
            "In Mr. Okafor's telling, the deal fell apart over a lunch.",
            "Mr. Okafor",
            "the deal fell apart over a lunch",
        ),
        (
            "In the analysis of the Baltic Institute, the tunnel will never pay.",
            "the Baltic Institute",
            "the tunnel will never pay",
        ),
        (
            "By the ministry's own reckoning, a third of the wells are dry.",
            "the ministry",
            "a third of the wells are dry",
        ),
        (
            "As Lena Voss sees it, the reef will be gone in ten years.",
            "Lena Voss",
            "the reef will be gone in ten years",
        ),
        (
            "As revealed at trial, the couple had hidden the money for years.",
            "trial",
            "the couple had hidden the money for years",
        ),
        ("To hear Nilsen tell it, the club was always poor.", "Nilsen", "the club was always poor"),
        ("The strike is illegal, so argues the port authority.", "the port authority", "The strike is illegal"),
    ],
)
def test_the_sentence_belongs_to_whom_the_phrase_names(told, text, source, content):
    (claim,) = told(text)
    assert (claim.hops[-1][0], claim.content) == (source, content)


@pytest.mark.parametrize(
    "text",
    [
        "By most accounts, the meeting ended in shouting.",
        "Sixty people were hurt, by early reports.",
    ],
)
def test_accounts_of_nobody_known_leave_it_unnamed(told, text):
    (claim,) = told(text)
    assert claim.status == "unnamed"


def test_between_dashes_only_what_stands_there_is_told(told):
    (claim,) = told("The vote was close — by the clerk's count, two ballots decided it — and nobody left the hall.")
    assert (claim.hops[-1][0], claim.content) == ("the clerk", "two ballots decided it")


@pytest.mark.parametrize(
    "text",
    [
        "In view of the storm, the match was called off.",
        "In his words there was anger.",
        "By the end of the report, the reader is tired.",
        "As he put it down, the phone rang.",
        "As she saw it coming, she ran for the door.",
        "In the version of 2019, the app had a map.",
        "Per capita income, at 900 dollars, is low.",
        "Per Lund, a carpenter, built the boat.",
    ],
)
def test_phrases_of_like_form_tell_nobody_s_word(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The evidence of PC Anand, which I accept, was that the driver was on the phone.",
            "PC Anand",
            "that the driver was on the phone",
        ),
        ("The respondent's case is that the door was open.", "The respondent", "that the door was open"),
        ("It is the appellant's case that no notice was given.", "the appellant", "that no notice was given"),
        ("The defence case was that the clerk had lost the key.", "The defence", "that the clerk had lost the key"),
        ("The position of the Commission is that the contract ended.", "the Commission", "that the contract ended"),
    ],
)
def test_a_case_or_evidence_is_what_its_owner_says(told, text, source, content) -> None:
    (claim,) = told(text)
    assert (claim.hops[0][0], claim.content) == (source, content)


@pytest.mark.parametrize(
    "text",
    [
        "The evidence of fraud was that the books had been burned.",
        "The best evidence is that the vase was broken in May.",
        "The problem with the evidence is that nobody looked.",
        "The case of the vanished clerk is that nobody looked.",
    ],
)
def test_a_case_of_nobody_is_said_by_nobody(told, text) -> None:
    assert told(text) == []
