"""How a thing was told, what was left untold, and what another one says behind it, are no words of the speaker."""

import pytest


def contents(told, text):
    return [claim.content for claim in told(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The colonel said two soldiers were killed, without elaborating.", "two soldiers were killed"),
        ("The minister said the talks had failed without giving details.", "the talks had failed"),
        (
            "A spokesman said the plant was shut but declined to say when it would open again.",
            "the plant was shut",
        ),
        (
            "Governor Ruiz confirmed that the president would visit but would not offer details of the day.",
            "that the president would visit",
        ),
        ("She said the sale was final but did not name the buyer.", "the sale was final"),
        ("The officer said the suspect ran off but did not say why.", "the suspect ran off"),
        ("The bank said it had found the fault in a statement on Monday.", "it had found the fault"),
        (
            "Premier Osk told reporters the tax would fall in an interview broadcast on Sunday.",
            "the tax would fall",
        ),
        ("The union announced a strike and blocked the road to the port.", "a strike"),
        ("Aides publicly denied the story as did Harlan Voss, the former adviser.", "the story"),
    ],
)
def test_how_it_was_told_is_left_out(told, text, content):
    assert contents(told, text) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "She said the city knew of the leak but did not disclose it.",
            "the city knew of the leak but did not disclose it",
        ),
        (
            "The prosecutor said the suspect had confessed but declined to name his partner.",
            "the suspect had confessed but declined to name his partner",
        ),
        (
            "The judge said the man had been cited in a statement by the police.",
            "the man had been cited in a statement by the police",
        ),
        (
            "The mayor said her name appeared in an interview with the actor.",
            "her name appeared in an interview with the actor",
        ),
        (
            "The museum said the vase was found without giving up the search for the rest.",
            "the vase was found without giving up the search for the rest",
        ),
        ("The minister said wages fell as did prices.", "wages fell as did prices"),
        (
            "Police said that the bus was travelling with its driver singing.",
            "that the bus was travelling with its driver singing",
        ),
    ],
)
def test_what_is_told_of_others_stays(told, text, content):
    assert contents(told, text) == [content]


@pytest.mark.parametrize(
    ("text", "first", "source", "second"),
    [
        (
            "Police said the driver lost control, with some local papers claiming he had been drunk.",
            "the driver lost control",
            "some local papers",
            "he had been drunk",
        ),
        (
            "Some economists considered the vote a formality, with analyst Karl Moser saying it had been settled.",
            "the vote a formality",
            "analyst Karl Moser",
            "it had been settled",
        ),
        (
            "The ministry said the ship was safe to sail, with its owner, Ivo Brand, adding that the crew was fit.",
            "the ship was safe to sail",
            "its owner, Ivo Brand",
            "that the crew was fit",
        ),
    ],
)
def test_who_speaks_behind_with_speaks_for_himself(told, text, first, source, second):
    one, other = told(text)
    assert one.content == first
    assert [hop[0] for hop in other.hops] == [source]
    assert other.content == second
