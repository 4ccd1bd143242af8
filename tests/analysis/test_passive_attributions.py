""" "Was accused of …", "was described as …": what a passive says of its subject is read, with its agent or without."""

import pytest


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "The broker was accused of hiding losses from the auditors.",
            "was accused",
            "The broker of hiding losses from the auditors",
        ),
        ("The plan has been described as a gamble.", "has been described", "The plan as a gamble"),
        (
            "The verdict was widely seen as a blow to the minister.",
            "was seen",
            "The verdict as a blow to the minister",
        ),
        ("Three sailors were charged with piracy.", "were charged", "Three sailors with piracy"),
        (
            "The treaty is regarded as a model for the region.",
            "is regarded",
            "The treaty as a model for the region",
        ),
        ("The pilot was accused of flying by night.", "was accused", "The pilot of flying by night"),
        (
            "The bank was blamed for the collapse of the fund.",
            "was blamed",
            "The bank for the collapse of the fund",
        ),
    ],
)
def test_what_a_passive_says_of_its_subject_is_known_from_nobody(told, text, cue, content):
    (claim,) = told(text)
    assert [source for source, *_ in claim.hops] == [""]
    read = claim.content.replace(" / ", " ")
    assert set(content.split()) - set(read.split()) <= {"of", "as", "with", "for"}
    assert cue.split()[-1] in claim.hops[0][1]
    assert claim.status == "unnamed"


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("The guard was accused by the inspector of sleeping.", "the inspector", "sleeping"),
        ("The report was described by the mayor as a fraud.", "the mayor", "a fraud"),
        ("Lund was charged by prosecutors with theft.", "prosecutors", "theft"),
        ("The dam was described as a threat to the valley by the governor.", "the governor", "a threat to the valley"),
    ],
)
def test_the_agent_of_a_passive_is_the_source(told, text, source, words):
    assert any(claim.hops[-1][0] == source and words in claim.content for claim in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The cakes were served as a dessert.",
        "The clerk was paid for the work.",
        "The hall was filled with smoke.",
        "The boys were dressed as pirates.",
    ],
)
def test_a_passive_of_an_act_says_nothing(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    ["He is out on license, also called parole, in Stafford.", "Rescuers reached the hut, dubbed the Nest, at noon."],
)
def test_what_a_thing_is_called_by_nobody_is_no_claim(told, text):
    assert told(text) == []


def test_what_somebody_calls_a_thing_is_one(told):
    (claim,) = told("The mayor called the scheme a disgrace.")
    assert claim.hops[-1][0] == "The mayor"
