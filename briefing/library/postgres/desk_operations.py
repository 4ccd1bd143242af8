"""The one gate for changes of a desk's library: performs operations on the rows, with what takes each back exactly."""

from collections.abc import Callable
from typing import Any

from briefing.library import (
    actor_word_acts,
    annotation_acts,
    brief_acts,
    collection_acts,
    judgement_acts,
    organization_operations,
    saved_search_acts,
    story_word_acts,
)
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
from briefing.library.postgres.desk_briefs import ActorWords, Briefs, StoryWords
from briefing.library.postgres.desk_collections import Collections, SavedSearches
from briefing.library.postgres.desk_connection import Connection
from briefing.model import BinnedKind
from briefing.model.message import Message

_Act = Callable[[Connection, Any], Done]


def _on_annotations(act: Callable[[annotation_acts.AnnotationRows, Any], Done]) -> _Act:
    return lambda connection, operation: act(Annotations(connection), operation)


def _on_judgements(act: Callable[[judgement_acts.JudgementRows, Any], Done]) -> _Act:
    return lambda connection, operation: act(Judgements(connection), operation)


def _on_collections(act: Callable[[collection_acts.CollectionRows, Any], Done]) -> _Act:
    return lambda connection, operation: act(Collections(connection), operation)


def _on_searches(act: Callable[[saved_search_acts.SavedSearchRows, Any], Done]) -> _Act:
    return lambda connection, operation: act(SavedSearches(connection), operation)


def _on_briefs(act: Callable[[brief_acts.BriefRows, Any], Done]) -> _Act:
    return lambda connection, operation: act(Briefs(connection), operation)


def _on_actor_words(act: Callable[[actor_word_acts.ActorWordRows, Any], Done]) -> _Act:
    return lambda connection, operation: act(ActorWords(connection), operation)


def _on_story_words(act: Callable[[story_word_acts.StoryWordRows, Any], Done]) -> _Act:
    return lambda connection, operation: act(StoryWords(connection), operation)


_UNMAKERS: dict[BinnedKind, _Act] = {
    BinnedKind.ANNOTATION: _on_annotations(annotation_acts.unmake),
    BinnedKind.COLLECTION: _on_collections(collection_acts.unmake),
    BinnedKind.SAVED_SEARCH: _on_searches(saved_search_acts.unmake),
    BinnedKind.BRIEF: _on_briefs(brief_acts.unmake),
}


def _unmake(connection: Connection, operation: organization_operations.Unmake) -> Done:
    return _UNMAKERS[operation.kind](connection, operation.id)


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
    organization_operations.AddCollection: _on_collections(collection_acts.add),
    organization_operations.RenameCollection: _on_collections(collection_acts.rename),
    organization_operations.MoveCollection: _on_collections(collection_acts.move),
    organization_operations.RemoveCollection: _on_collections(collection_acts.remove),
    organization_operations.RestoreCollection: _on_collections(collection_acts.restore),
    organization_operations.FileArticles: _on_collections(collection_acts.file),
    organization_operations.UnfileArticles: _on_collections(collection_acts.unfile),
    organization_operations.AddSavedSearch: _on_searches(saved_search_acts.add),
    organization_operations.ChangeSavedSearch: _on_searches(saved_search_acts.change),
    organization_operations.RemoveSavedSearch: _on_searches(saved_search_acts.remove),
    organization_operations.RestoreSavedSearch: _on_searches(saved_search_acts.restore),
    organization_operations.KeepBrief: _on_briefs(brief_acts.keep),
    organization_operations.RemoveBrief: _on_briefs(brief_acts.remove),
    organization_operations.RestoreBrief: _on_briefs(brief_acts.restore),
    organization_operations.JudgeActors: _on_actor_words(actor_word_acts.judge),
    organization_operations.WithdrawActors: _on_actor_words(actor_word_acts.withdraw),
    organization_operations.GiveStoryWord: _on_story_words(story_word_acts.give),
    organization_operations.WithdrawStoryWord: _on_story_words(story_word_acts.withdraw),
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
