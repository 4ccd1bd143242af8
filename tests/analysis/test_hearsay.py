""" "Reportedly" is a cue without a source: what stands with it is known from nobody who has a name."""

import pytest


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "A second site was reportedly considered and dropped.",
            "reportedly",
            "A second site was considered and dropped",
        ),
        (
            "The shipping line allegedly threatened to leave the port.",
            "allegedly",
            "The shipping line threatened to leave the port",
        ),
        ("The treasurer had allegedly been warned twice.", "allegedly", "The treasurer had been warned twice"),
        ("Allegedly, two guards took bribes, and the warden knew.", "Allegedly", "two guards took bribes"),
        ("The king reportedly sold the yacht, and the queen left.", "reportedly", "The king sold the yacht"),
    ],
)
def test_a_word_of_hearsay_is_the_whole_cue_and_nobody_the_source(told, text, cue, content):
    (claim,) = told(text)
    assert claim.hops == (("", cue, ""),)
    assert (claim.content.replace(" / ", " "), claim.status) == (content, "unnamed")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Berg reportedly told colleagues that the money was gone.", "Berg", "told", "that the money was gone"),
        ("The union is reportedly demanding a second vote.", "The union", "is / demanding", "a second vote"),
        (
            "The ministry reportedly believes that the pipe was cut.",
            "The ministry",
            "believes",
            "that the pipe was cut",
        ),
    ],
)
def test_what_somebody_reportedly_said_is_known_from_nobody(told, text, source, cue, content):
    (claim,) = told(text)
    assert [hop[:2] for hop in claim.hops] == [("", "reportedly"), (source, cue)]
    assert (claim.content, claim.status) == (content, "unnamed")


def test_a_named_source_may_speak_of_hearsay(told):
    (claim,) = told("According to Lena Olsen, the minister reportedly sold his shares.")
    assert [source for source, _, _ in claim.hops] == ["Lena Olsen"]


def test_a_word_of_hearsay_beside_a_noun_says_nothing(told):
    assert told("The allegedly stolen car was found in May.") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The reportedly bankrupt owner, Lena Olsen, told tenants that the pier was safe.", "Lena Olsen"),
        ("The allegedly injured guard said the pier was safe.", "The allegedly injured guard"),
        ("The reportedly very rich heiress said the pier was safe.", "The reportedly very rich heiress"),
    ],
)
def test_a_word_of_hearsay_about_what_a_source_is_like_leaves_him_the_source(told, text, source):
    (claim,) = told(text)
    assert len(claim.hops) == 1
    assert source in claim.hops[0][0]
    assert claim.status != "unnamed"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Five people died, reportedly two of them children, when the roof fell.", "two of them children"),
        ("He was shot, reportedly outside a bakery, on Monday.", "outside a bakery"),
        ("The firm closed shops, reportedly including its depot in Poznan.", "including its depot in Poznan"),
    ],
)
def test_behind_a_comma_hearsay_is_but_the_phrase_that_follows(told, text, content):
    (claim,) = told(text)
    assert claim.content == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kerr reportedly won 1,330 votes, making him the likely nominee.", "Kerr won 1,330 votes"),
        ("She was allegedly beaten by a guard, who was later dismissed.", "She was beaten by a guard"),
    ],
)
def test_what_the_narrator_hangs_on_hearsay_is_his_own(told, text, content):
    (claim,) = told(text)
    assert claim.content.replace(" / ", " ") == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Pavel Novak, who reportedly works as a cook at the hotel, chased the man down the street.",
            "Pavel Novak / works as a cook at the hotel",
        ),
        (
            "Although the lake is reportedly calm in winter, two boats were lost this year.",
            "the lake is / calm in winter",
        ),
        (
            "Minister Dana Levy apologised to the families, which they accepted according to their lawyer.",
            "the families, which they accepted",
        ),
    ],
)
def test_what_stands_in_a_lower_clause_speaks_of_that_clause_alone(told, text, content):
    assert [claim.content for claim in told(text)] == [content]


def test_a_participle_behind_the_adverb_is_told_without_what_stands_before_it(told):
    (claim,) = told("The party won two seats, reportedly receiving 6,777 votes in all.")
    assert claim.content == "receiving 6,777 votes in all"
