"""Who reports what another said makes one claim of that other; who says what he thinks makes one of his own."""

import pytest


@pytest.mark.parametrize(
    ("text", "sources", "content"),
    [
        (
            "The bank said its chief, Jon Hale, had told staff the branches would stay open.",
            ["The bank", "its chief, Jon Hale,"],
            "the branches would stay open",
        ),
        (
            "Sea Watch said the captain reported that two engines had failed.",
            ["Sea Watch", "the captain"],
            "that two engines had failed",
        ),
        (
            "According to the Herald, Interior Minister Paul Osei said the wall would be built.",
            ["the Herald", "Interior Minister Paul Osei"],
            "the wall would be built",
        ),
    ],
)
def test_what_is_reported_is_told_once_through_who_reports_it(told, text, sources, content):
    (claim,) = told(text)
    assert ([source for source, _, _ in claim.hops], claim.content) == (sources, content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Police said they believed the boat had drifted north.", "they believed the boat had drifted north"),
        ("Coach Tom Birk said he hoped to play again in May.", "he hoped to play again in May"),
        (
            "Analysts said the vote suggested the party had lost its base.",
            "the vote suggested the party had lost its base",
        ),
        (
            "Deputy Anna Lind said that colleagues thought the plan was absurd.",
            "that colleagues thought the plan was absurd",
        ),
    ],
)
def test_what_is_thought_or_shown_within_it_is_no_second_claim(told, text, content):
    (claim,) = told(text)
    assert (len(claim.hops), claim.content) == (1, content)


def test_a_denial_that_is_reported_stays_beside_the_report(told):
    assert [len(claim.hops) for claim in told("The mayor said that the company denied the spill.")] == [1, 2]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Adam Wolff has admitted taking the money, according to prosecutors.",
            ["prosecutors"],
            "Adam Wolff has admitted taking the money",
        ),
        (
            "Lena Ortiz has acknowledged that she wrote the letter, her lawyer said.",
            ["her lawyer"],
            "Lena Ortiz has acknowledged that she wrote the letter",
        ),
    ],
)
def test_what_one_says_that_another_admitted_stands_once(told, text, source, content):
    (claim,) = told(text)
    assert ([hop[0] for hop in claim.hops], claim.content) == (source, content)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            'The ministry\'s speaker Ada Holm indicated: "While we await word on the ruling," she said, "we strongly '
            'urge the leaders to think again about the ties between our two countries and the troops."',
            ["While we await word"],
        ),
        (
            "Several men attacked Karim shortly after he left his home, then, according to security officials, fled.",
            ["Several men attacked Karim"],
        ),
        (
            'Speaker Tor Weld told reporters there was no hurry, saying he anticipated having "a largely partisan '
            'outcome" in the chamber.',
            ["there was no hurry", "he anticipated having"],
        ),
        ("“We will win,” Voss said. “We will win the cup,” he added.", ["We will win,", "We will win the cup,"]),
        (
            "Police said the driver denied that he had been drunk.",
            ["the driver denied that he had been drunk", "that he had been drunk"],
        ),
    ],
)
def test_nearly_the_same_of_one_source_is_listed_once(told, text, contents):
    claims = told(text)
    assert len(claims) == len(contents)
    assert all(claim.content.lstrip('"“').startswith(start) for claim, start in zip(claims, contents, strict=True))
