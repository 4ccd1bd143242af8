"""The one gate for changes: performs operations on the rows, and tells for each what takes it back exactly."""

from collections.abc import Callable
from typing import Any

import apsw

from briefing.library import organization_operations
from briefing.library.change import Done
from briefing.library.operations import (
    AddAnnotation,
    ChangeAnnotation,
    Judge,
    Kind,
    Operation,
    Performed,
    RemoveAnnotation,
    RemoveArticle,
    RestoreAnnotation,
    RestoreArticle,
    Several,
    WithdrawJudgement,
    name_of,
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

_Performer = tuple[frozenset[Kind], Callable[[apsw.Connection, Any], Done]]

# What is filed leaves the inbox: filing changes the lists of articles, too.
_PERFORMERS: dict[type, _Performer] = {
    AddAnnotation: (frozenset({Kind.ANNOTATIONS}), annotations.add),
    ChangeAnnotation: (frozenset({Kind.ANNOTATIONS}), annotations.change),
    RemoveAnnotation: (frozenset({Kind.ANNOTATIONS}), annotations.remove),
    RestoreAnnotation: (frozenset({Kind.ANNOTATIONS}), annotations.restore),
    Judge: (frozenset({Kind.JUDGEMENTS}), claim_judgements.judge),
    WithdrawJudgement: (frozenset({Kind.JUDGEMENTS}), claim_judgements.withdraw),
    RemoveArticle: (frozenset({Kind.ARTICLES}), reading_state.remove),
    RestoreArticle: (frozenset({Kind.ARTICLES}), reading_state.restore),
    organization_operations.SetReadingState: (frozenset({Kind.ARTICLES}), reading_state.set_state),
    organization_operations.ChangeMetadata: (frozenset({Kind.ARTICLES}), metadata.change),
    organization_operations.JudgeActors: (frozenset({Kind.ACTORS}), actor_index.judge),
    organization_operations.WithdrawActors: (frozenset({Kind.ACTORS}), actor_index.withdraw),
    organization_operations.AddCollection: (frozenset({Kind.COLLECTIONS}), collections.add),
    organization_operations.RenameCollection: (frozenset({Kind.COLLECTIONS}), collections.rename),
    organization_operations.MoveCollection: (frozenset({Kind.COLLECTIONS}), collections.move),
    organization_operations.RemoveCollection: (frozenset({Kind.COLLECTIONS, Kind.ARTICLES}), collections.remove),
    organization_operations.RestoreCollection: (frozenset({Kind.COLLECTIONS, Kind.ARTICLES}), collections.restore),
    organization_operations.FileArticles: (frozenset({Kind.COLLECTIONS, Kind.ARTICLES}), collections.file),
    organization_operations.UnfileArticles: (frozenset({Kind.COLLECTIONS, Kind.ARTICLES}), collections.unfile),
    organization_operations.TagArticles: (frozenset({Kind.TAGS}), tags.put),
    organization_operations.UntagArticles: (frozenset({Kind.TAGS}), tags.take),
    organization_operations.AddSavedSearch: (frozenset({Kind.SEARCHES}), saved_searches.add),
    organization_operations.ChangeSavedSearch: (frozenset({Kind.SEARCHES}), saved_searches.change),
    organization_operations.RemoveSavedSearch: (frozenset({Kind.SEARCHES}), saved_searches.remove),
    organization_operations.RestoreSavedSearch: (frozenset({Kind.SEARCHES}), saved_searches.restore),
    organization_operations.KeepBrief: (frozenset({Kind.BRIEFS}), brief_changes.keep),
    organization_operations.RemoveBrief: (frozenset({Kind.BRIEFS}), briefs.remove),
    organization_operations.RestoreBrief: (frozenset({Kind.BRIEFS}), briefs.restore),
    organization_operations.GiveStoryWord: (frozenset({Kind.STORIES}), story_words.give),
    organization_operations.WithdrawStoryWord: (frozenset({Kind.STORIES}), story_words.withdraw),
}

_UNMAKERS: dict[BinnedKind, _Performer] = {
    BinnedKind.ANNOTATION: (frozenset({Kind.ANNOTATIONS}), annotations.delete),
    BinnedKind.COLLECTION: (frozenset({Kind.COLLECTIONS}), collections.delete),
    BinnedKind.SAVED_SEARCH: (frozenset({Kind.SEARCHES}), saved_searches.delete),
    BinnedKind.BRIEF: (frozenset({Kind.BRIEFS}), briefs.delete),
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
        return _several(connection, operation, texts or annotations.Texts(connection))
    if isinstance(operation, organization_operations.Unmake):
        kinds, delete = _UNMAKERS[operation.kind]
        done = delete(connection, operation.id)
    elif isinstance(operation, AddAnnotation):
        kinds, done = _PERFORMERS[AddAnnotation][0], annotations.add(connection, operation, texts)
    elif isinstance(operation, ChangeAnnotation):
        kinds, done = _PERFORMERS[ChangeAnnotation][0], annotations.change(connection, operation, texts)
    else:
        kinds, act = _PERFORMERS[type(operation)]
        done = act(connection, operation)
    article_id = getattr(operation, "article_id", done.article_ids[0] if len(done.article_ids) == 1 else None)
    return Performed(name_of(operation), article_id, kinds, done.inverse, done.article_ids)


def _several(connection: apsw.Connection, operation: Several, texts: annotations.Texts) -> Performed:
    done = [perform(connection, single, texts) for single in operation.operations]
    # Where all is about one article, that is told; what is about none (a brief, a collection) says nothing of it.
    numbers = {single.article_id for single in done}
    touched = tuple(dict.fromkeys(number for single in done for number in single.article_ids))
    return Performed(
        operation.name,
        numbers.pop() if len(numbers) == 1 else None,
        frozenset().union(*(single.changed for single in done)),
        Several(operation.name, tuple(single.inverse for single in reversed(done))),
        touched,
    )
