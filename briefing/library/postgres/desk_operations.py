"""The one gate for changes of a desk's library: performs operations on the rows, with what takes each back exactly."""

from collections.abc import Callable
from typing import Any

from briefing.library import annotation_acts, judgement_acts, organization_operations
from briefing.library.change import Done, performed, performed_together
from briefing.library.library_errors import LibraryFailure
from briefing.library.operations import (
    AddAnnotation,
    ChangeAnnotation,
    Judge,
    Operation,
    Performed,
    RemoveAnnotation,
    RemoveArticle,
    RestoreAnnotation,
    RestoreArticle,
    Several,
    WithdrawJudgement,
)
from briefing.library.postgres import desk_metadata, desk_shelves
from briefing.library.postgres.desk_annotations import Annotations, Judgements
from briefing.library.postgres.desk_connection import Connection
from briefing.model import BinnedKind
from briefing.model.message import Message

_Act = Callable[[Connection, Any], Done]


def _on_annotations(act: Callable[[annotation_acts.AnnotationRows, Any], Done]) -> _Act:
    return lambda connection, operation: act(Annotations(connection), operation)


def _on_judgements(act: Callable[[judgement_acts.JudgementRows, Any], Done]) -> _Act:
    return lambda connection, operation: act(Judgements(connection), operation)


def _unmake(connection: Connection, operation: organization_operations.Unmake) -> Done:
    if operation.kind is not BinnedKind.ANNOTATION:
        raise LibraryFailure(Message("desk.not_yet"))
    return annotation_acts.unmake(Annotations(connection), operation.id)


DESK_PERFORMERS: dict[type, _Act] = {
    AddAnnotation: _on_annotations(annotation_acts.add),
    ChangeAnnotation: _on_annotations(annotation_acts.change),
    RemoveAnnotation: _on_annotations(annotation_acts.remove),
    RestoreAnnotation: _on_annotations(annotation_acts.restore),
    Judge: _on_judgements(judgement_acts.judge),
    WithdrawJudgement: _on_judgements(judgement_acts.withdraw),
    RemoveArticle: desk_shelves.remove,
    RestoreArticle: desk_shelves.restore,
    organization_operations.SetReadingState: desk_shelves.set_state,
    organization_operations.ChangeMetadata: desk_metadata.change,
    organization_operations.TagArticles: desk_shelves.put_tags,
    organization_operations.UntagArticles: desk_shelves.take_tags,
    organization_operations.Unmake: _unmake,
}
"""What a desk's library can do so far."""


def perform(connection: Connection, operation: Operation) -> Performed:
    """Perform `operation` inside the transaction that is open.

    Raises:
        LibraryFailure: if what it is about is not there, or there already, or a desk's library cannot do it yet.
    """
    if isinstance(operation, Several):
        return performed_together(operation, [perform(connection, one) for one in operation.operations])
    act = DESK_PERFORMERS.get(type(operation))
    if act is None:
        raise LibraryFailure(Message("desk.not_yet"))
    return performed(operation, act(connection, operation))
