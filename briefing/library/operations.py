"""What the reader can change, as data; each operation is one undo step and has an exact inverse."""

from enum import StrEnum

from briefing.library import organization_operations
from briefing.model import Anchor, Annotation, Judgement
from briefing.records import dataclass


class Kind(StrEnum):
    """What an operation changes, so that views can decide whether to look again.

    Counts on collections and tags may change with ARTICLES (what goes into the bin is not counted) and those on tags
    with ANNOTATIONS, too.
    """

    ARTICLES = "articles"
    ANNOTATIONS = "annotations"
    JUDGEMENTS = "judgements"
    ACTORS = "actors"
    COLLECTIONS = "collections"
    TAGS = "tags"
    SEARCHES = "searches"
    BRIEFS = "briefs"
    STORIES = "stories"


@dataclass(frozen=True, slots=True)
class AddAnnotation:
    """Make a highlight or a note."""

    article_id: int
    annotation: Annotation


@dataclass(frozen=True, slots=True)
class ChangeAnnotation:
    """Put `annotation` in the place of the one with the same id.

    Where `base` is given, that is what was changed: what changed elsewhere since then stays.
    """

    article_id: int
    annotation: Annotation
    base: Annotation | None = None


@dataclass(frozen=True, slots=True)
class RemoveAnnotation:
    """Put a highlight or a note into the bin; `removed` is since when (UTC, ISO 8601), "" is now."""

    article_id: int
    annotation_id: str
    removed: str = ""


@dataclass(frozen=True, slots=True)
class RestoreAnnotation:
    """Take a highlight or a note out of the bin."""

    article_id: int
    annotation_id: str


@dataclass(frozen=True, slots=True)
class Judge:
    """Give or change the reader's word on a claim; what changed since `base`, if that is given, stays."""

    article_id: int
    judgement: Judgement
    base: Judgement | None = None


@dataclass(frozen=True, slots=True)
class WithdrawJudgement:
    """Take the reader's word on a claim back; what was said since `base`, if that is given, stays."""

    article_id: int
    anchor: Anchor
    base: Judgement | None = None


@dataclass(frozen=True, slots=True)
class RemoveArticle:
    """Put an article into the bin, with all its versions and all that was written on it.

    `removed` is since when it lies there (UTC, ISO 8601), so that undoing a restoring is exact; "" is now.
    """

    article_id: int
    removed: str = ""


@dataclass(frozen=True, slots=True)
class RestoreArticle:
    """Take an article out of the bin."""

    article_id: int


@dataclass(frozen=True, slots=True)
class Several:
    """Operations that are done and undone together."""

    operations: "tuple[Operation, ...]"


Operation = (
    AddAnnotation
    | ChangeAnnotation
    | RemoveAnnotation
    | RestoreAnnotation
    | Judge
    | WithdrawJudgement
    | RemoveArticle
    | RestoreArticle
    | Several
    | organization_operations.ArrangingOperation
)


@dataclass(frozen=True, slots=True)
class Performed:
    """What an operation did.

    Attributes:
        article_id: the article it was about; None if about several.
        changed: what views may have to show anew.
        inverse: the operation that takes it back, exactly.
        article_ids: all articles of which the list may show something new.
    """

    article_id: int | None
    changed: frozenset[Kind]
    inverse: Operation
    article_ids: tuple[int, ...] = ()
