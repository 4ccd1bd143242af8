"""A brief: what is exported, ready to be set in any format."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from briefing.model.annotation import Annotation, Judgement
from briefing.model.article import Article, Origin
from briefing.model.findings import Analysis, Claim, Status
from briefing.model.house_style import HouseStyle
from briefing.model.standing import status_of
from briefing.model.stored_brief import LineKind
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class BriefArticle:
    """One article of a brief with all that is known and was said about it.

    Attributes:
        article: the article.
        analysis: its findings, or None if it was not analysed.
        annotations: the reader's own, in text order.
        judgements: the reader's word, by claim id of `analysis`.
        read: when its text was read from its file or address, or None if that is not known.
        original: the bytes that it was read from, where a format needs them; else empty.
        pictures: the bytes of its pictures by their digests, where a format shows them; else none.
        numbers: the numbers of claims and annotations by their ids, where not all of the article's are here.
    """

    article: Article
    analysis: Analysis | None = None
    annotations: tuple[Annotation, ...] = ()
    judgements: tuple[tuple[str, Judgement], ...] = ()
    read: datetime | None = None
    original: bytes = b""
    pictures: tuple[tuple[str, bytes], ...] = ()
    numbers: tuple[tuple[str, int], ...] = ()

    def numbered(self) -> "BriefArticle":
        """The same, whose claims and annotations keep the numbers that they have now when some of them are left out."""
        return (
            self if self.numbers else replace(self, numbers=(*self.claim_numbers.items(), *self.note_numbers.items()))
        )

    @property
    def claim_numbers(self) -> dict[str, int]:
        """The number of each claim by its id: its place among all claims of the article, as the window shows it."""
        known = dict(self.numbers)
        claims = self.analysis.claims if self.analysis else ()
        return {claim.id: known.get(claim.id, place) for place, claim in enumerate(claims, start=1)}

    @property
    def note_numbers(self) -> dict[str, int]:
        """The number of each annotation by its id: its place among all of the article."""
        known = dict(self.numbers)
        return {note.id: known.get(note.id, place) for place, note in enumerate(self.annotations, start=1)}

    def claim(self, claim_id: str) -> Claim | None:
        """The claim with this id."""
        claims = self.analysis.claims if self.analysis else ()
        return next((claim for claim in claims if claim.id == claim_id), None)

    def judgement(self, claim_id: str) -> Judgement | None:
        """The reader's word on a claim."""
        return dict(self.judgements).get(claim_id)

    def status(self, claim: Claim) -> Status:
        """The reader's own status of a claim, else the machine's."""
        return status_of(claim, self.judgement(claim.id))


@dataclass(frozen=True, slots=True)
class BriefPiece:
    """One line of a composed brief, found in its articles.

    Attributes:
        line_id: of the line in the brief that is kept.
        kind: what it is.
        article: place in `Brief.articles`; None of the reader's own text, and where the source is gone.
        claim_id: of a claim of that article's analysis.
        annotation_id: of an annotation of that article.
        text: the reader's own Markdown, or the comment on what is shown; may be empty.
    """

    line_id: str
    kind: LineKind
    article: int | None = None
    claim_id: str = ""
    annotation_id: str = ""
    text: str = ""

    @property
    def gone(self) -> bool:
        """Whether what it refers to is not in the library any more."""
        return self.article is None and self.kind is not LineKind.TEXT


@dataclass(frozen=True, slots=True)
class BriefPart:
    """A section of a composed brief: its heading (may be empty) and its lines in the reader's order."""

    heading: str
    pieces: tuple[BriefPiece, ...] = ()


class Shown(StrEnum):
    """What a template shows unless the reader leaves it out."""

    BOILERPLATE = "boilerplate"
    REASONS = "reasons"
    NOTES = "notes"
    DISMISSED = "dismissed"
    LEGEND = "legend"


LEFT_OUT = frozenset({Shown.DISMISSED})
"""What is left out unless the reader asks for it."""


@dataclass(frozen=True, slots=True)
class BriefWish:
    """What the reader wants of a brief besides its articles; the attributes are those of `Brief`."""

    title: str = ""
    author: str = ""
    introduction: str = ""
    template: str = "annotated"
    classification: str = ""
    paper: str = "a4"
    without: frozenset[Shown] = LEFT_OUT


@dataclass(frozen=True, slots=True)
class Brief:
    """What is exported.

    Attributes:
        title: of the brief; the article's title if the reader gave none.
        articles: in the order in which they are printed.
        made: when it was exported (with a time zone).
        author: who made it; may be empty.
        introduction: the reader's own text (Markdown); may be empty.
        template: name of what is printed of the articles ("annotated", "ledger", "who", "audit", "timeline").
        classification: the line at the head of each page; may be empty.
        paper: "a4" or "letter".
        date: printed in the place of the day on which it was made, ISO 8601; may be empty.
        parts: the sections of a brief that the reader composed; without them the articles are shown whole, one after
            the other.
        without: what the templates leave out.
        style: the house style that it is printed in.
        language: code of the language of what it says itself, beside what it quotes.
    """

    title: str
    articles: tuple[BriefArticle, ...]
    made: datetime
    author: str = ""
    introduction: str = ""
    template: str = "annotated"
    classification: str = ""
    paper: str = "a4"
    date: str = ""
    parts: tuple[BriefPart, ...] = ()
    without: frozenset[Shown] = LEFT_OUT
    style: HouseStyle = HouseStyle()
    language: str = "en"

    @property
    def sources(self) -> tuple[BriefArticle, ...]:
        """The articles, each once, however often it is among them."""
        known: dict[tuple[Origin, str], BriefArticle] = {}
        for entry in self.articles:
            known.setdefault((entry.article.origin, entry.article.text), entry)
        return tuple(known.values())

    def as_wished(self, wish: BriefWish) -> "Brief":
        """The same as the reader wants it; a title that is not wished for stays."""
        return replace(
            self,
            title=wish.title or self.title,
            author=wish.author or self.author,
            introduction=wish.introduction,
            template=wish.template,
            classification=wish.classification,
            paper=wish.paper,
            without=wish.without,
        )
