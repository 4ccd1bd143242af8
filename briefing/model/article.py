"""An article: one opened document, its canonical text, its blocks and its origin."""

from dataclasses import field
from datetime import datetime
from enum import StrEnum

from briefing.model.locator import Locators
from briefing.model.markup import NO_MARKUP, Markup
from briefing.model.organization import ReadingState
from briefing.model.spans import Span
from briefing.records import dataclass


class BlockKind(StrEnum):
    """What a stretch of an article's text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, quotation, caption or boilerplate.

    Attributes:
        kind: what it is; boilerplate is shown greyed and never analysed.
        span: its place in the article's text, without the line break that ends it.
        level: for headings 1 (the title) to 6; for list items the depth from 1; else 0.
    """

    kind: BlockKind
    span: Span
    level: int = 0

    @property
    def analysed(self) -> bool:
        """Whether the analysis reads this block."""
        return self.kind is not BlockKind.BOILERPLATE


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article comes from; what is not known is empty or None.

    Attributes:
        title: the headline.
        byline: who wrote it, as printed, without "by".
        outlet: the newspaper, agency or site that published it.
        published: when it says it was published: ISO 8601, as exact as known ("2025-06-06").
        language: BCP 47 code ("en"); empty if undecided.
        address: the web address it came from.
        file: the path of the opened file, as given.
        digest: SHA-256 of the original bytes, in hexadecimal.
        media_type: what the bytes were read as ("text/html").
        modified: when it says it was last changed: ISO 8601; empty if it does not say.
        sources: where each of these was found ("title: markup; published: first lines"), in the order of the fields.
    """

    title: str = ""
    byline: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""
    address: str = ""
    file: str = ""
    digest: str = ""
    media_type: str = "text/plain"
    modified: str = ""
    sources: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One opened document.

    Attributes:
        text: the canonical plain text; every span of the program refers to it.
        blocks: disjoint, in text order; what lies between them is white space.
        origin: where it comes from.
        locators: on which pages (or the like) of the original it stands, in text order; none if that is not known.
        markup: what it shows beside its words: links, emphasis, numbers of lists, tables, pictures, who speaks.
        pictures: the bytes of the pictures, on the way from the document to the library; none from there on.
    """

    text: str
    blocks: tuple[Block, ...]
    origin: Origin = field(default_factory=Origin)
    locators: Locators = ()
    markup: Markup = NO_MARKUP
    pictures: tuple[bytes, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 of the original bytes; the article's identity in the library."""
        return self.origin.digest

    @property
    def title(self) -> str:
        """The title to show: the headline, else the first words of the text."""
        if self.origin.title:
            return self.origin.title
        readable = next((block for block in self.blocks if block.analysed), None)
        return readable.span.of(self.text)[:80] if readable else ""


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article as the library lists it, without its text.

    Attributes:
        id: the library's own number.
        origin: where it comes from.
        added: when it was kept (UTC).
        opened: when it was last opened (UTC), or None.
        claims: how many claims it has, without those that the reader dismissed; None if it was not analysed yet.
        statuses: how many of these have which status, the reader's before the one found, by the status's value.
        annotations: how many annotations the reader made on it.
        notes: how many of these hold words of his; the others are highlights alone.
        words: length of its text in words.
        state: how far the reader is with it.
        place: where the reader left it, in code points of its text.
        length: of its text in code points.
        version: 1 for what was opened first under its address, 2 for the next text found there, and so on.
        former: number of the version before it, or None.
        newest: whether no later version is kept.
        duplicate_of: number of an older article with the same or nearly the same words, or None.
        tags: the reader's, on the whole article.
        removed: since when it lies in the bin (UTC), or None.
        edited: names of the fields of its origin that the reader corrected.
    """

    id: int
    origin: Origin
    added: datetime
    opened: datetime | None = None
    claims: int | None = None
    statuses: tuple[tuple[str, int], ...] = ()
    annotations: int = 0
    notes: int = 0
    words: int = 0
    state: ReadingState = ReadingState.UNREAD
    place: int = 0
    length: int = 0
    version: int = 1
    former: int | None = None
    newest: bool = True
    duplicate_of: int | None = None
    tags: tuple[str, ...] = ()
    removed: datetime | None = None
    edited: tuple[str, ...] = ()
