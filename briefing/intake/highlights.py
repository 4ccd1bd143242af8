"""Highlights that readers made elsewhere (Hypothesis, Readwise, Kindle): an article of the excerpts for each work.

What was noted on them comes as annotations. If the library holds the work itself, they go there instead.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from briefing.intake.article_builder import article_of_record
from briefing.intake.block_assembly import Passage, remark
from briefing.intake.bundle import HIGHLIGHTS
from briefing.intake.feed import FeedEntry
from briefing.intake.intake_errors import NotAnArticle, legible
from briefing.intake.text_decoder import collapsed, one_line
from briefing.model import Annotation, Article, BlockKind, Locator, Locators, Origin, anchor
from briefing.model.annotation import Anchor
from briefing.model.message import Message
from briefing.model.spans import Span
from briefing.records import dataclass

UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
"""When a highlight was made of which nobody says when."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """One passage that somebody marked, or a note on the whole.

    Attributes:
        words: that are marked; empty for a note on the whole.
        note: what somebody wrote on them.
        made: when: ISO 8601, or empty.
        tags: on it.
        prefix: what stands before it, if told.
        suffix: what stands behind it, if told.
        place: where it stands in the work, if told.
        identity: by which the program knows it, if it tells.
    """

    words: str
    note: str = ""
    made: str = ""
    tags: tuple[str, ...] = ()
    prefix: str = ""
    suffix: str = ""
    place: Locator | None = None
    identity: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """A page or a book with the highlights in it."""

    title: str
    byline: str
    address: str
    highlights: tuple[Highlight, ...]

    def entry(self, number: int) -> FeedEntry:
        """What is shown of it where the reader chooses."""
        told = Message.of("feed.highlights", n=len(self.highlights))
        return FeedEntry(self.title or self.address, self.address, summary=self.byline, remark=told, piece=number)


def article_of(work: Work, program: str, name: str) -> Article:
    """The article of the excerpts of a work, which says that it is one.

    Raises:
        NotAnArticle: if nothing is marked in it.
    """
    if not work.highlights:
        raise NotAnArticle(name, Message.of("intake.no_highlights", name=legible(name)))
    facts = Origin(title=work.title, byline=work.byline, address=work.address)
    return article_of_record(_passages(work, program), name, "", HIGHLIGHTS, facts)


def _passages(work: Work, program: str) -> Iterator[Passage]:
    yield Passage(BlockKind.HEADING, one_line(work.title or work.address), 1)
    yield remark(Message.of("remark.highlights", program=program))
    for words, places in _excerpts(work):
        yield Passage(BlockKind.QUOTATION, words, 0, places)


def _excerpts(work: Work) -> Iterator[tuple[str, Locators]]:
    for highlight in work.highlights:
        if words := collapsed(highlight.words):
            yield words, (highlight.place,) if highlight.place else ()


def annotations_on(article: Article, work: Work) -> tuple[Annotation, ...]:
    """The highlights as annotations on the article of the excerpts."""
    spans = iter([block.span for block in article.blocks if block.kind is BlockKind.QUOTATION])
    first = next((block.span for block in article.blocks), Span(0, 0))
    return tuple(_annotations(article.text, work, spans, first))


def _annotations(text: str, work: Work, spans: Iterator[Span], first: Span) -> Iterator[Annotation]:
    for highlight in work.highlights:
        words = collapsed(highlight.words)
        where = anchor(text, next(spans) if words else first)
        if words:
            # What stands around it in the work, and not what stands around the excerpt.
            where = Anchor(where.span, where.exact, highlight.prefix, highlight.suffix)
        made = _moment(highlight.made)
        told = "\n".join((work.title, work.address, words, highlight.note if not words else "", highlight.made))
        name = str(uuid5(NAMESPACE_URL, (highlight.identity or told).encode("utf-8", "replace").decode()))
        yield Annotation(name, where, made, made, 1, highlight.note.strip(), highlight.tags)


def joined_works(found: Sequence[tuple[str, str, str, Highlight]]) -> list[Work]:
    """Works of highlights that come one by one, each with title, writer and address; in the order of the first."""
    works: dict[tuple[str, str, str], dict[Highlight, None]] = {}
    for title, byline, address, highlight in found:
        works.setdefault((title, byline, address), {})[highlight] = None
    return [Work(*told, tuple(highlights)) for told, highlights in works.items()]


def _moment(words: str) -> datetime:
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return UNKNOWN
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
