"""The one gate for changes: performs operations on the rows, and tells for each what takes it back exactly."""

from collections.abc import Callable
from typing import Any

import apsw

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
from briefing.library.sqlite import (
    actor_index,
    annotations,
    brief_changes,
    briefs,
    claim_judgements,
    collections,
    metadata,
    reading_state,
    saved_searches,
    story_words,
    tags,
)
from briefing.model import BinnedKind

_Performer = Callable[[apsw.Connection, Any], Done]


def _on_annotations(act: Callable[[annotation_acts.AnnotationRows, Any], Done]) -> _Performer:
    return lambda connection, operation: act(annotations.Annotations(connection), operation)


def _on_judgements(act: Callable[[judgement_acts.JudgementRows, Any], Done]) -> _Performer:
    return lambda connection, operation: act(claim_judgements.Judgements(connection), operation)


def _on_collections(act: Callable[[collection_acts.CollectionRows, Any], Done]) -> _Performer:
    return lambda connection, operation: act(collections.Collections(connection), operation)


def _on_searches(act: Callable[[saved_search_acts.SavedSearchRows, Any], Done]) -> _Performer:
    return lambda connection, operation: act(saved_searches.SavedSearches(connection), operation)


def _on_briefs(act: Callable[[brief_acts.BriefRows, Any], Done]) -> _Performer:
    return lambda connection, operation: act(briefs.Briefs(connection), operation)


def _on_actor_words(act: Callable[[actor_word_acts.ActorWordRows, Any], Done]) -> _Performer:
    return lambda connection, operation: act(actor_index.ActorWords(connection), operation)


def _on_story_words(act: Callable[[story_word_acts.StoryWordRows, Any], Done]) -> _Performer:
    return lambda connection, operation: act(story_words.StoryWords(connection), operation)


PERFORMERS: dict[type, _Performer] = {
    AddAnnotation: _on_annotations(annotation_acts.add),
    ChangeAnnotation: _on_annotations(annotation_acts.change),
    RemoveAnnotation: _on_annotations(annotation_acts.remove),
    RestoreAnnotation: _on_annotations(annotation_acts.restore),
    Judge: _on_judgements(judgement_acts.judge),
    WithdrawJudgement: _on_judgements(judgement_acts.withdraw),
    RemoveArticle: reading_state.remove,
    RestoreArticle: reading_state.restore,
    organization_operations.SetReadingState: reading_state.set_state,
    organization_operations.ChangeMetadata: metadata.change,
    organization_operations.JudgeActors: _on_actor_words(actor_word_acts.judge),
    organization_operations.WithdrawActors: _on_actor_words(actor_word_acts.withdraw),
    organization_operations.AddCollection: _on_collections(collection_acts.add),
    organization_operations.RenameCollection: _on_collections(collection_acts.rename),
    organization_operations.MoveCollection: _on_collections(collection_acts.move),
    organization_operations.RemoveCollection: _on_collections(collection_acts.remove),
    organization_operations.RestoreCollection: _on_collections(collection_acts.restore),
    organization_operations.FileArticles: _on_collections(collection_acts.file),
    organization_operations.UnfileArticles: _on_collections(collection_acts.unfile),
    organization_operations.TagArticles: tags.put,
    organization_operations.UntagArticles: tags.take,
    organization_operations.AddSavedSearch: _on_searches(saved_search_acts.add),
    organization_operations.ChangeSavedSearch: _on_searches(saved_search_acts.change),
    organization_operations.RemoveSavedSearch: _on_searches(saved_search_acts.remove),
    organization_operations.RestoreSavedSearch: _on_searches(saved_search_acts.restore),
    organization_operations.KeepBrief: brief_changes.keep,
    organization_operations.RemoveBrief: _on_briefs(brief_acts.remove),
    organization_operations.RestoreBrief: _on_briefs(brief_acts.restore),
    organization_operations.GiveStoryWord: _on_story_words(story_word_acts.give),
    organization_operations.WithdrawStoryWord: _on_story_words(story_word_acts.withdraw),
}
"""What makes each operation's change."""

_UNMAKERS: dict[BinnedKind, _Performer] = {
    BinnedKind.ANNOTATION: _on_annotations(annotation_acts.unmake),
    BinnedKind.COLLECTION: _on_collections(collection_acts.unmake),
    BinnedKind.SAVED_SEARCH: _on_searches(saved_search_acts.unmake),
    BinnedKind.BRIEF: _on_briefs(brief_acts.unmake),
}


def perform(connection: apsw.Connection, operation: Operation, texts: annotations.Texts | None = None) -> Performed:
    """Perform `operation` inside the transaction that is open.

    Args:
        connection: to the library.
        operation: what the reader does.
        texts: those of the articles, if more than one operation asks for them.

    Raises:
        LibraryFailure: if what it is about is not there, or there already.
    """
    if isinstance(operation, Several):
        shared = texts or annotations.Texts(connection)
        return performed_together(operation, [perform(connection, one, shared) for one in operation.operations])
    if isinstance(operation, organization_operations.Unmake):
        return performed(operation, _UNMAKERS[operation.kind](connection, operation.id))
    if isinstance(operation, AddAnnotation):
        return performed(operation, annotation_acts.add(annotations.Annotations(connection, texts), operation))
    if isinstance(operation, ChangeAnnotation):
        return performed(operation, annotation_acts.change(annotations.Annotations(connection, texts), operation))
    return performed(operation, PERFORMERS[type(operation)](connection, operation))
