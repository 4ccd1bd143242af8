"""Who else said it: claims that share what tells, and somebody or a number; words that every claim has do not count."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from library_samples import article

from briefing.library import Library, open_library, queries
from briefing.library.sqlite.similar_claims import told_by
from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Attribution,
    Certainty,
    Claim,
    Polarity,
    SourceKind,
    Span,
    Status,
    Voice,
)

ACTORS = ("Port Authority", "Ada Quill", "the council")


@pytest.fixture
def library(place: Path | str) -> Iterator[Library]:
    library = open_library(place)
    yield library
    library.close()


def _keep(library: Library, *contents: str) -> int:
    """Keep an article that makes these claims, each by Mia Stone; it knows the actors that it names."""
    text = "\n\n".join(f"{content}, Mia Stone said." for content in contents)
    kept, _ = library.keep_article(article(text), text.encode())
    actors = tuple(
        Actor(f"a{number}", name, ActorKind.ORGANIZATION, (name,), (_span(name, text),))
        for number, name in enumerate(ACTORS)
        if name in text
    )
    hop = Attribution((_span("Mia Stone", text),), (_span("said", text),), (), SourceKind.PERSON)
    claims = tuple(
        Claim(f"c{number}", (_span(content, text),), (hop,), Voice.INDIRECT, Certainty.CERTAIN, Polarity.POSITIVE,
              Status.CLAIMED, ())
        for number, content in enumerate(contents)
    )  # fmt: skip
    library.keep_analysis(kept.id, Analysis("test 1", "en", actors, claims))
    return kept.id


def _span(words: str, text: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def _alike(library: Library, content: str) -> list[str]:
    return [each.claim.content for each in library.ask(queries.ClaimsLike(content))]


def test_words_that_every_claim_has_make_none_alike(library: Library) -> None:
    for number in range(60):
        _keep(
            library,
            f"that it was the case {number} which they had been told about before",
            "there was nothing more to it",
        )
    assert _alike(library, "that it was the one of which they had been told before") == []
    assert _alike(library, "that it was the") == []
    assert _alike(library, "he said that there was more to it") == []


def test_what_tells_and_an_actor_in_both_make_claims_alike(library: Library) -> None:
    _keep(library, "the Port Authority closed the harbour after the storm")
    _keep(library, "a school closed its harbour kitchen after the storm")
    assert _alike(library, "Port Authority staff had closed the harbour") == [
        "the Port Authority closed the harbour after the storm"
    ]


def test_what_tells_and_a_number_in_both_make_claims_alike(library: Library) -> None:
    _keep(library, "the flood drowned 1,200 sheep in the valley")
    _keep(library, "the flood drowned many sheep and a shepherd in the valley")
    assert _alike(library, "1200 sheep were drowned by the flood") == ["the flood drowned 1,200 sheep in the valley"]


def test_a_day_tells_as_much_as_a_number(library: Library) -> None:
    _keep(library, "the bridge will open on Thursday")
    _keep(library, "the bridge will open with a feast")
    assert _alike(library, "on Thursday the bridge is to open") == ["the bridge will open on Thursday"]


def test_the_same_words_need_neither(library: Library) -> None:
    _keep(library, "the old dam would hold", "the old dam needed repair")
    assert _alike(library, "that the old dam will hold") == ["the old dam would hold"]


def test_a_name_of_common_words_alone_is_in_nothing(library: Library) -> None:
    _keep(library, "the council heard that sheep graze where wolves graze")
    assert _alike(library, "sheep graze near wolves in spring and in summer") == []


@pytest.mark.parametrize(
    ("words", "told", "numbers"),
    [
        ("that it was the", set(), set()),
        ("Er sagte, dass die Fähre am Montag fährt", {"fahre", "montag", "fahrt"}, {"montag"}),
        ("Le ministre a dit qu’elle serait à l’école en août", {"ministre", "ecole", "aout"}, {"aout"}),
        ("1,200 of 3.5 million", {"1200", "million"}, {"1200", "3.5"}),
    ],
)
def test_what_words_tell(words: str, told: set[str], numbers: set[str]) -> None:
    found = told_by(words)
    assert (found.words, found.numbers) == (told, numbers)
