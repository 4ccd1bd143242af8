"""One analyser for all tests of the analysis, as it takes seconds to open, and its findings in words."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from briefing.analysis import Analyser
from briefing.model import Article, Span, words_of
from tests.analysis.paragraphs import paragraphs


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return Analyser.open()


@dataclass(frozen=True)
class Told:
    """One claim in words.

    Attributes:
        hops: source, cue and actors of each hop, outermost first, pieces joined by " / ".
        content: the same of the content.
        status, polarity, certainty: their values.
        links: kind and the words of the claim that it leads to.
    """

    hops: tuple[tuple[str, str, str], ...]
    content: str
    status: str
    polarity: str
    certainty: str
    links: tuple[tuple[str, str], ...]


@pytest.fixture(scope="session")
def told(analyser: Analyser) -> Callable[[str], list[Told]]:
    """Reads a text, a paragraph a line, and returns its claims in words."""
    return lambda text: _told(analyser, text)


def _told(analyser: Analyser, text: str) -> list[Told]:
    *_, analysis = analyser.analyse(Article(text, paragraphs(text)))
    names = {actor.id: actor.name for actor in analysis.actors}

    def pieces(spans: tuple[Span, ...]) -> str:
        return " / ".join(words_of((span,), text) for span in spans)

    contents = {claim.id: pieces(claim.content) for claim in analysis.claims}
    return [
        Told(
            tuple(
                (pieces(hop.source), pieces(hop.cue), " and ".join(names[actor] for actor in hop.actors))
                for hop in claim.attributions
            ),
            contents[claim.id],
            claim.status.value,
            claim.polarity.value,
            claim.certainty.value,
            tuple((link.kind.value, contents[link.to]) for link in claim.links),
        )
        for claim in analysis.claims
    ]
