"""Which act performs each operation on the rows that it is about, for whatever a library is kept in."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

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
from briefing.library.change import Done
from briefing.library.operations import (
    AddAnnotation,
    ChangeAnnotation,
    Judge,
    RemoveAnnotation,
    RestoreAnnotation,
    WithdrawJudgement,
)
from briefing.model import BinnedKind
from briefing.records import dataclass

Connection = TypeVar("Connection")
Rows = TypeVar("Rows")

Performer = Callable[[Connection, Any], Done]
"""Performs an operation within the transaction that is open."""


@dataclass(frozen=True)
class AllRows(Generic[Connection]):
    """How the rows that acts work on are reached over a connection, for each kind of rows."""

    annotations: Callable[[Connection], annotation_acts.AnnotationRows]
    judgements: Callable[[Connection], judgement_acts.JudgementRows]
    actor_words: Callable[[Connection], actor_word_acts.ActorWordRows]
    collections: Callable[[Connection], collection_acts.CollectionRows]
    searches: Callable[[Connection], saved_search_acts.SavedSearchRows]
    briefs: Callable[[Connection], brief_acts.BriefRows]
    story_words: Callable[[Connection], story_word_acts.StoryWordRows]


def performers(rows: AllRows[Connection]) -> dict[type, Performer[Connection]]:
    """What performs each operation that is the same wherever a library is kept."""
    return {
        AddAnnotation: _on(rows.annotations, annotation_acts.add),
        ChangeAnnotation: _on(rows.annotations, annotation_acts.change),
        RemoveAnnotation: _on(rows.annotations, annotation_acts.remove),
        RestoreAnnotation: _on(rows.annotations, annotation_acts.restore),
        Judge: _on(rows.judgements, judgement_acts.judge),
        WithdrawJudgement: _on(rows.judgements, judgement_acts.withdraw),
        organization_operations.JudgeActors: _on(rows.actor_words, actor_word_acts.judge),
        organization_operations.WithdrawActors: _on(rows.actor_words, actor_word_acts.withdraw),
        organization_operations.AddCollection: _on(rows.collections, collection_acts.add),
        organization_operations.RenameCollection: _on(rows.collections, collection_acts.rename),
        organization_operations.MoveCollection: _on(rows.collections, collection_acts.move),
        organization_operations.RemoveCollection: _on(rows.collections, collection_acts.remove),
        organization_operations.RestoreCollection: _on(rows.collections, collection_acts.restore),
        organization_operations.FileArticles: _on(rows.collections, collection_acts.file),
        organization_operations.UnfileArticles: _on(rows.collections, collection_acts.unfile),
        organization_operations.AddSavedSearch: _on(rows.searches, saved_search_acts.add),
        organization_operations.ChangeSavedSearch: _on(rows.searches, saved_search_acts.change),
        organization_operations.RemoveSavedSearch: _on(rows.searches, saved_search_acts.remove),
        organization_operations.RestoreSavedSearch: _on(rows.searches, saved_search_acts.restore),
        organization_operations.KeepBrief: _on(rows.briefs, brief_acts.keep),
        organization_operations.RemoveBrief: _on(rows.briefs, brief_acts.remove),
        organization_operations.RestoreBrief: _on(rows.briefs, brief_acts.restore),
        organization_operations.GiveStoryWord: _on(rows.story_words, story_word_acts.give),
        organization_operations.WithdrawStoryWord: _on(rows.story_words, story_word_acts.withdraw),
        organization_operations.Unmake: _unmaker(rows),
    }


def _unmaker(rows: AllRows[Connection]) -> Performer[Connection]:
    by_kind = {
        BinnedKind.ANNOTATION: _on(rows.annotations, annotation_acts.unmake),
        BinnedKind.COLLECTION: _on(rows.collections, collection_acts.unmake),
        BinnedKind.SAVED_SEARCH: _on(rows.searches, saved_search_acts.unmake),
        BinnedKind.BRIEF: _on(rows.briefs, brief_acts.unmake),
    }
    return lambda connection, operation: by_kind[operation.kind](connection, operation.id)


def _on(reach: Callable[[Connection], Rows], act: Callable[[Rows, Any], Done]) -> Performer[Connection]:
    return lambda connection, operation: act(reach(connection), operation)
