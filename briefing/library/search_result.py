"""What a search answers."""

from briefing.model import KeptArticle, Spans
from briefing.records import dataclass

MOST = 500
"""So many articles are ranked; of more, the newest."""

MOST_COUNTED = 10_000
"""So many articles are counted; of more, it is told that there are more."""

TITLE_WEIGHT = 5.0
"""A hit in the title counts as much as so many in the text."""


@dataclass(frozen=True, slots=True)
class Found:
    """One article that fits.

    Attributes:
        article: what the lists show of it.
        snippet: a few words around the hits, or the first words of the text where none was looked for.
        hits: the spans, in `snippet`, of the words that were looked for.
        place: where the snippet is from: "text", "title" or "notes".
    """

    article: KeptArticle
    snippet: str
    hits: Spans
    place: str = "text"


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A page of a search: `total` articles fit, or at least so many if `more` is true."""

    found: tuple[Found, ...]
    total: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class SearchCounts:
    """In how many articles the words stand, by where: their title or text, claims, the reader's notes, actors.

    `most` is where counting ends: as many or more.
    """

    articles: int
    claims: int
    notes: int
    actors: int
    most: int
