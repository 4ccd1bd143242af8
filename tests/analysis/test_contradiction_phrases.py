"""What is said contrary to somebody is not his, and denies what he said."""

import pytest


@pytest.mark.parametrize(
    ("text", "sources", "content"),
    [
        (
            "Contrary to what the minister suggested, the bridge was never inspected.",
            [],
            "the bridge was never inspected",
        ),
        ("The ward stayed open, contrary to what the ministry had announced.", [], "The ward stayed open"),
        (
            "Contrary to what Lena Olsen claimed, the pier was not sold in May, the harbour board said.",
            ["the harbour board"],
            "the pier was not sold in May",
        ),
        (
            "The harbour board said that, contrary to what Lena Olsen had claimed, the pier was never sold.",
            ["The harbour board"],
            "the pier was never sold",
        ),
        (
            "“Contrary to what Olsen said, we were never asked,” Tom Berg said.",
            ["Tom Berg"],
            "“Contrary to what Olsen said, we were never asked,”",
        ),
    ],
)
def test_who_is_contradicted_is_not_given_what_contradicts_him(told, text, sources, content):
    (claim,) = told(text)
    assert ([source for source, _, _ in claim.hops], claim.content) == (sources, content)


@pytest.mark.parametrize(
    ("text", "denied", "denying"),
    [
        (
            "Lena Olsen said the pier had been sold. Contrary to what Olsen claimed, the pier was never sold.",
            "the pier had been sold",
            "the pier was never sold",
        ),
        (
            "Mei Tan said a new clinic was planned. "
            "Contrary to what Tan suggested, no new clinic is planned, the nurses' union said.",
            "a new clinic was planned",
            "no new clinic is planned",
        ),
        (
            "Contrary to Olsen's claim that the pier was safe, the roof had been cracked for years.",
            "that the pier was safe",
            "the roof had been cracked for years",
        ),
    ],
)
def test_what_is_said_contrary_to_somebody_denies_his_claim(told, text, denied, denying):
    first, second = told(text)
    assert (first.content, first.status) == (denied, "disputed")
    assert (second.content, second.links) == (denying, (("denies", denied),))


def test_another_matter_of_the_same_speaker_is_not_denied(told):
    first, second = told("Lena Olsen said the ferry was late. Contrary to what Olsen claimed, the pier was never sold.")
    assert (first.status, second.links) == ("claimed", ())


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The order is contrary to the charter, Lena Olsen said.", "The order is contrary to the charter"),
        ("Tom Berg sailed contrary to the orders, the harbour board said.", "Tom Berg sailed contrary to the orders"),
        (
            "The harbour board found that the owner had acted contrary to his licence.",
            "that the owner had acted contrary to his licence",
        ),
        ("Olsen said the vote went contrary to expectations.", "the vote went contrary to expectations"),
        (
            "Olsen said the tax is contrary to the treaty and that the court would end it.",
            "the tax is contrary to the treaty and that the court would end it",
        ),
        (
            "The court ruled that the order was invalid and contrary to the law.",
            "that the order was invalid and contrary to the law",
        ),
    ],
)
def test_what_is_called_contrary_to_something_is_said_whole(told, text, content):
    (claim,) = told(text)
    assert (claim.content, claim.links) == (content, ())


@pytest.mark.parametrize(
    "text",
    [
        "But contrary to what Lena Olsen claimed, the pier was never sold.",
        "The harbour board said that contrary to what Lena Olsen had claimed, the pier was never sold.",
    ],
)
def test_words_at_the_head_of_a_clause_contradict_without_a_comma_before_them(told, text):
    (claim,) = told(text)
    assert claim.content == "the pier was never sold"
