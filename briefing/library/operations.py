"""What the reader can change, as data; each operation is one undo step and has an exact inverse."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from briefing.model import Anchor, Annotation, Judgement

JOINING = timedelta(milliseconds=500)
"""Edits of one annotation closer together than this are one undo step, as in Zotero's reader."""


class Kind(StrEnum):
    """What an operation changes, so that views can decide whether to look again."""

    ARTICLES = "articles"
    ANNOTATIONS = "annotations"
    JUDGEMENTS = "judgements"


@dataclass(frozen=True, slots=True)
class AddAnnotation:
    """Make a highlight or a note."""

    article_id: int
    annotation: Annotation


@dataclass(frozen=True, slots=True)
class ChangeAnnotation:
    """Put `annotation` in the place of the one with the same id."""

    article_id: int
    annotation: Annotation


@dataclass(frozen=True, slots=True)
class RemoveAnnotation:
    """Take a highlight or a note away."""

    article_id: int
    annotation_id: str


@dataclass(frozen=True, slots=True)
class Judge:
    """Give or change the reader's word on a claim."""

    article_id: int
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class WithdrawJudgement:
    """Take the reader's word on a claim back."""

    article_id: int
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class RemoveArticle:
    """Put an article into the bin, with all that was written on it.

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
    """Operations that are done and undone together, under one name."""

    name: str
    operations: "tuple[Operation, ...]"


Operation = (
    AddAnnotation
    | ChangeAnnotation
    | RemoveAnnotation
    | Judge
    | WithdrawJudgement
    | RemoveArticle
    | RestoreArticle
    | Several
)


@dataclass(frozen=True, slots=True)
class Performed:
    """What an operation did.

    Attributes:
        name: for the undo menu ("Add note").
        article_id: the article it was about; None if about several.
        changed: what views may have to show anew.
        inverse: the operation that takes it back, exactly.
    """

    name: str
    article_id: int | None
    changed: frozenset[Kind]
    inverse: Operation


def name_of(operation: Operation) -> str:
    """The name of an operation in the undo menu; a view may translate it."""
    match operation:
        case AddAnnotation(_, annotation):
            return "Add note" if annotation.note else "Highlight"
        case ChangeAnnotation():
            return "Change note"
        case RemoveAnnotation():
            return "Remove annotation"
        case Judge(_, judgement):
            return "Dismiss claim" if judgement.dismissed else "Judge claim"
        case WithdrawJudgement():
            return "Withdraw judgement"
        case RemoveArticle():
            return "Remove article"
        case RestoreArticle():
            return "Restore article"
        case Several(name):
            return name


def joined(first: Operation, second: Operation) -> Operation | None:
    """One operation in the place of two successive edits of one annotation within half a second, else None."""
    if not isinstance(first, AddAnnotation | ChangeAnnotation) or not isinstance(second, ChangeAnnotation):
        return None
    if first.annotation.id != second.annotation.id or first.article_id != second.article_id:
        return None
    if second.annotation.modified - first.annotation.modified > JOINING:
        return None
    return type(first)(first.article_id, second.annotation)
