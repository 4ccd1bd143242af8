"""What stories need of an article as bytes and back: a sketch by which it is found, and all that it says."""

from collections.abc import Sequence

import msgspec

from briefing.analysis.stories.clusters import Sketch, gist_of, terms_of
from briefing.analysis.stories.story_article import Floats, StoryArticle
from briefing.analysis.stories.vector_codes import packed, packed_signs, products, unpacked, unpacked_signs
from briefing.model import Certainty, SourceKind, Span, covering
from briefing.model.statement import Figure, Mood, Speaker, Statement
from briefing.model.story import Story
from briefing.model.story_terms import packed_numbers, packed_terms, unpacked_numbers, unpacked_terms
from briefing.records import dataclass

PASSAGES = 8
"""Passages of an article that are found by their meaning though nothing else is kept of what it says."""

_Pair = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """The statements of an article, and which of its claims deny which."""

    statements: tuple[Statement, ...]
    denials: tuple[tuple[str, str], ...]


class _Said(msgspec.Struct, array_like=True):
    """A statement without the names of its parts, and without what the text of its article tells."""

    content: tuple[_Pair, ...]
    said: str
    claim: str
    chain: tuple[tuple[str, SourceKind, str, str, int], ...]
    flags: int
    certainty: Certainty
    mood: Mood
    words: tuple[str, ...]
    names: tuple[str, ...]
    figures: tuple[tuple[float, str, int, int], ...]
    head: str
    lacks: str
    blames: tuple[str, ...]
    dates: tuple[str, ...]
    sides: tuple[str, ...] = ()
    fates: tuple[str, ...] = ()
    winners: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


class _Kept(msgspec.Struct, array_like=True):
    statements: tuple[_Said, ...]
    denials: tuple[tuple[str, str], ...]


def packed_reading(article: StoryArticle) -> str:
    """The statements as JSON."""
    kept = _Kept(tuple(_said(statement, article.text) for statement in article.statements), article.denials)
    return msgspec.json.encode(kept).decode("utf-8")


def unpacked_reading(found: str, text: str) -> Reading:
    """The statements of what `packed_reading` made of the article with this text.

    Raises:
        ValueError: if it is something else.
    """
    kept = msgspec.json.decode(found, type=_Kept)
    statements = (_statement(number, one, text) for number, one in enumerate(kept.statements, 1))
    return Reading(tuple(statements), kept.denials)


def packed_story(story: Story) -> str:
    """What a story tells, as JSON."""
    return msgspec.json.encode(story).decode("utf-8")


def unpacked_story(found: str) -> Story:
    """The story of what `packed_story` made.

    Raises:
        ValueError: if it is something else.
    """
    return msgspec.json.decode(found, type=Story)


def packed_gist(article: StoryArticle) -> bytes:
    """What an article is about, half a byte a number."""
    return packed(gist_of(article)[None, :])


def packed_passages(article: StoryArticle) -> bytes:
    """Where the more important passages of an article stand, claims first, and their vectors in one bit a number."""
    chosen = _chosen(article)
    reach = [covering(article.statements[row].content) for row in chosen]
    places = packed_numbers(number for span in reach for number in (span.start, len(span)))
    return bytes([len(chosen), *len(places).to_bytes(2, "big")]) + places + packed_signs(article.vectors[chosen])


def unpacked_passages(found: bytes) -> tuple[tuple[Span, ...], Floats]:
    """The passages of what `packed_passages` made, and their vectors.

    Raises:
        ValueError: if it is something else.
    """
    end = 3 + int.from_bytes(found[1:3], "big")
    numbers = unpacked_numbers(found[3:end])
    spans = tuple(Span(start, start + size) for start, size in zip(numbers[::2], numbers[1::2], strict=True))
    vectors = unpacked_signs(found[end:])
    if not found or not found[0] == len(spans) == len(vectors):
        raise ValueError("each passage has one vector")
    return spans, vectors


def packed_terms_of(article: StoryArticle) -> bytes:
    """What an article names and speaks of."""
    return packed_terms(terms_of(article))


def unpacked_sketch(published: str, gist: bytes, terms: bytes, passages: bytes) -> Sketch:
    """The sketch of an article of which no more is kept.

    Raises:
        ValueError: if it is something else.
    """
    (direction,) = unpacked(gist)
    return Sketch(published, direction, unpacked_terms(terms), unpacked_passages(passages)[1])


def nearest(gist: Floats, numbers: Sequence[int], gists: bytes, most: int) -> list[tuple[int, float]]:
    """The articles that are about the most alike, with their cosines."""
    if not numbers:
        return []
    alike = products(gists, gist)
    best = (-alike).argsort()[:most]
    return [(numbers[int(at)], float(alike[at])) for at in best]


def _chosen(article: StoryArticle) -> list[int]:
    """Rows of the statements that are kept as passages: the longest of each claim, then the narrator's."""
    claims: dict[str, int] = {}
    for row, statement in enumerate(article.statements):
        known = claims.get(statement.claim)
        if statement.claim and (known is None or _size(statement) > _size(article.statements[known])):
            claims[statement.claim] = row
    others = (row for row, statement in enumerate(article.statements) if not statement.claim and statement.clause)
    return [*claims.values(), *others][:PASSAGES]


def _size(statement: Statement) -> int:
    return sum(map(len, statement.content))


def _said(statement: Statement, text: str) -> _Said:
    return _Said(
        content=tuple((span.start, span.end) for span in statement.content),
        said="" if statement.said == _words(statement.content, text) else statement.said,
        claim=statement.claim,
        chain=tuple((one.name, one.kind, one.body, one.words, one.hop) for one in statement.chain),
        flags=statement.denied | statement.negated << 1 | statement.clause << 2,
        certainty=statement.certainty,
        mood=statement.mood,
        words=tuple(word for word, _ in statement.words),
        names=statement.names,
        figures=tuple((one.value, one.unit, one.span.start, one.span.end) for one in statement.figures),
        head=statement.head,
        lacks=statement.lacks,
        blames=statement.blames,
        dates=statement.dates,
        sides=statement.sides,
        fates=statement.fates,
        winners=statement.winners,
        about=statement.about,
    )


def _statement(number: int, kept: _Said, text: str) -> Statement:
    content = tuple(Span(start, end) for start, end in kept.content)
    return Statement(
        id=f"s{number}",
        content=content,
        said=kept.said or _words(content, text),
        claim=kept.claim,
        chain=tuple(Speaker(*one) for one in kept.chain),
        denied=bool(kept.flags & 1),
        negated=bool(kept.flags & 2),
        certainty=kept.certainty,
        mood=kept.mood,
        words=tuple((word, 1.0) for word in kept.words),
        names=kept.names,
        figures=tuple(Figure(value, unit, Span(start, end)) for value, unit, start, end in kept.figures),
        head=kept.head,
        lacks=kept.lacks,
        clause=bool(kept.flags & 4),
        blames=kept.blames,
        dates=kept.dates,
        sides=kept.sides,
        fates=kept.fates,
        winners=kept.winners,
        about=kept.about,
    )


def _words(content: Sequence[Span], text: str) -> str:
    return " ".join(span.of(text) for span in content)
