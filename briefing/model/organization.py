"""How the library is arranged: shelves, collections, tags, saved searches, reading state, the bin."""

from datetime import datetime
from enum import StrEnum

from briefing.records import dataclass


class ReadingState(StrEnum):
    """How far the reader is with an article."""

    UNREAD = "unread"
    OPENED = "opened"
    READ = "read"


class ShelfKind(StrEnum):
    """What a shelf holds.

    The inbox holds what is neither in a collection nor read; recent is what was opened, the last first. Of an article
    with several versions a shelf shows the newest.
    """

    ALL = "all"
    INBOX = "inbox"
    UNREAD = "unread"
    RECENT = "recent"
    COLLECTION = "collection"
    TAG = "tag"
    BIN = "bin"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A set of articles to list; `name` is the id of the collection or the tag, else ""."""

    kind: ShelfKind = ShelfKind.ALL
    name: str = ""


class Sort(StrEnum):
    """By what a shelf is sorted."""

    ADDED = "added"
    OPENED = "opened"
    PUBLISHED = "published"
    TITLE = "title"
    OUTLET = "outlet"
    WORDS = "words"

    @property
    def usually_falls(self) -> bool:
        """Whether the last or largest comes first, unless the reader says otherwise; names begin with A."""
        return self not in (Sort.TITLE, Sort.OUTLET)


@dataclass(frozen=True, slots=True)
class Collection:
    """A named set of articles inside another one or at the top.

    Attributes:
        id: a UUID; stays the same wherever it is exported to.
        name: as the reader wrote it.
        parent: id of the collection it lies in; None at the top.
        articles: how many articles lie in it itself, not counting collections below it.
    """

    id: str
    name: str
    parent: str | None = None
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Tag:
    """A word of the reader's, with how many articles and how many annotations carry it."""

    name: str
    articles: int = 0
    annotations: int = 0


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search with a name; `id` is a UUID, `typed` is what stands in the search field."""

    id: str
    name: str
    typed: str


class BinnedKind(StrEnum):
    """What can lie in the bin."""

    ARTICLE = "article"
    ANNOTATION = "annotation"
    COLLECTION = "collection"
    SAVED_SEARCH = "saved search"
    BRIEF = "brief"


@dataclass(frozen=True, slots=True)
class Binned:
    """Something that was deleted and waits.

    Attributes:
        kind: what it is.
        id: its number (an article) or UUID, as text.
        title: title, name or first words.
        removed: since when it lies there (UTC).
        article_id: of an annotation, the article it stands on.
    """

    kind: BinnedKind
    id: str
    title: str
    removed: datetime
    article_id: int | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the reader can correct about an article; None leaves a field as it is."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    modified: str | None = None
    address: str | None = None
