"""What the reader does with annotations: checked, merged with what changed meanwhile, and told how it is taken back.

Wherever a library is kept, its rows are reached by `AnnotationRows`.
"""

from typing import Protocol

from briefing.library import organization_operations
from briefing.library.change import Done, now
from briefing.library.library_errors import LibraryFailure
from briefing.library.operations import AddAnnotation, ChangeAnnotation, RemoveAnnotation, RestoreAnnotation
from briefing.model import Annotation, BinnedKind
from briefing.model.merge import merged_annotation
from briefing.model.message import Message


class AnnotationRows(Protocol):
    """The rows of annotations, within the transaction that is open."""

    def stored(self, annotation_id: str) -> tuple[Annotation, int, str | None] | None:
        """An annotation as it is kept, its article, and since when it lies in the bin; None if there is none."""

    def put(self, article_id: int, annotation: Annotation) -> None:
        """Insert an annotation, or put it in the place of the one with the same id."""

    def delete(self, annotation_id: str) -> None:
        """Delete an annotation for good."""

    def set_removed(self, annotation_id: str, since: str | None) -> None:
        """Say since when an annotation lies in the bin; None takes it out."""

    def home(self, article_id: int) -> int:
        """The newest version of an article, with which its annotations lie."""


def add(rows: AnnotationRows, operation: AddAnnotation) -> Done:
    """Insert an annotation on the newest version of its article; its inverse unmakes it."""
    annotation = operation.annotation
    known = rows.stored(annotation.id)
    if known:
        raise LibraryFailure(Message("annotation.in_bin" if known[2] else "annotation.there"))
    article_id = rows.home(operation.article_id)
    rows.put(article_id, annotation)
    return Done(organization_operations.Unmake(BinnedKind.ANNOTATION, annotation.id), (article_id,))


def unmake(rows: AnnotationRows, annotation_id: str) -> Done:
    """Delete an annotation for good; its inverse adds it again."""
    before, article_id = _present(rows, annotation_id)
    rows.delete(annotation_id)
    return Done(AddAnnotation(article_id, before), (article_id,))


def change(rows: AnnotationRows, operation: ChangeAnnotation) -> Done:
    """Put an annotation in the place of the one with the same id, with what changed elsewhere meanwhile."""
    before, article_id = _present(rows, operation.annotation.id)
    base, made = operation.base, operation.annotation
    made = made if base is None else merged_annotation(base, made, before)
    rows.put(article_id, made)
    return Done(ChangeAnnotation(article_id, before, made), (article_id,))


def remove(rows: AnnotationRows, operation: RemoveAnnotation) -> Done:
    """Put an annotation into the bin."""
    _, article_id = _present(rows, operation.annotation_id)
    rows.set_removed(operation.annotation_id, operation.removed or now())
    return Done(RestoreAnnotation(article_id, operation.annotation_id), (article_id,))


def restore(rows: AnnotationRows, operation: RestoreAnnotation) -> Done:
    """Take an annotation out of the bin."""
    known = rows.stored(operation.annotation_id)
    if known is None or known[2] is None:
        raise LibraryFailure(Message("annotation.not_in_bin"))
    _, article_id, since = known
    rows.set_removed(operation.annotation_id, None)
    return Done(RemoveAnnotation(article_id, operation.annotation_id, since or ""), (article_id,))


def _present(rows: AnnotationRows, annotation_id: str) -> tuple[Annotation, int]:
    known = rows.stored(annotation_id)
    if known is None or known[2] is not None:
        raise LibraryFailure(Message("annotation.gone"))
    return known[0], known[1]
