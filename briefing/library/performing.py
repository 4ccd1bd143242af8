"""The one gate for changes: performs operations on the rows, and tells for each what takes it back exactly."""

from collections.abc import Callable
from typing import Any

import apsw

from briefing.library import (
    actors,
    annotations,
    arranging,
    briefs,
    collections,
    following,
    metadata,
    reading,
    saved_searches,
    tags,
)
from briefing.library.done import Done
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
from briefing.model import BinnedKind

_Performer = tuple[Kind, Callable[[apsw.Connection, Any], Done]]


def perform(connection: apsw.Connection, operation: Operation) -> Performed:
    """Perform `operation` inside the transaction that is open.

    Raises:
        LibraryFailure: if what it is about is not there, or there already.
    """
    if isinstance(operation, Several):
        return _several(connection, operation)
    if isinstance(operation, arranging.Unmake):
        kind, unmake = _unmakers()[operation.kind]
        done = unmake(connection, operation.id)
    else:
        kind, act = _performers()[type(operation)]
        done = act(connection, operation)
    article_id = getattr(operation, "article_id", done.article_ids[0] if len(done.article_ids) == 1 else None)
    return Performed(name_of(operation), article_id, frozenset({kind}), done.inverse, done.article_ids)


def _performers() -> dict[type, _Performer]:
    return {
        AddAnnotation: (Kind.ANNOTATIONS, annotations.add),
        ChangeAnnotation: (Kind.ANNOTATIONS, annotations.change),
        RemoveAnnotation: (Kind.ANNOTATIONS, annotations.remove),
        RestoreAnnotation: (Kind.ANNOTATIONS, annotations.restore),
        Judge: (Kind.JUDGEMENTS, annotations.judge),
        WithdrawJudgement: (Kind.JUDGEMENTS, annotations.withdraw),
        RemoveArticle: (Kind.ARTICLES, reading.remove),
        RestoreArticle: (Kind.ARTICLES, reading.restore),
        arranging.SetReadingState: (Kind.ARTICLES, reading.set_state),
        arranging.ChangeMetadata: (Kind.ARTICLES, metadata.change),
        arranging.JudgeActors: (Kind.ACTORS, actors.judge),
        arranging.WithdrawActors: (Kind.ACTORS, actors.withdraw),
        arranging.AddCollection: (Kind.COLLECTIONS, collections.add),
        arranging.RenameCollection: (Kind.COLLECTIONS, collections.rename),
        arranging.MoveCollection: (Kind.COLLECTIONS, collections.move),
        arranging.RemoveCollection: (Kind.COLLECTIONS, collections.remove),
        arranging.RestoreCollection: (Kind.COLLECTIONS, collections.restore),
        arranging.FileArticles: (Kind.COLLECTIONS, collections.file),
        arranging.UnfileArticles: (Kind.COLLECTIONS, collections.unfile),
        arranging.TagArticles: (Kind.TAGS, tags.put),
        arranging.UntagArticles: (Kind.TAGS, tags.take),
        arranging.AddSavedSearch: (Kind.SEARCHES, saved_searches.add),
        arranging.ChangeSavedSearch: (Kind.SEARCHES, saved_searches.change),
        arranging.RemoveSavedSearch: (Kind.SEARCHES, saved_searches.remove),
        arranging.RestoreSavedSearch: (Kind.SEARCHES, saved_searches.restore),
        arranging.KeepBrief: (Kind.BRIEFS, following.keep),
        arranging.RemoveBrief: (Kind.BRIEFS, briefs.remove),
        arranging.RestoreBrief: (Kind.BRIEFS, briefs.restore),
    }


def _unmakers() -> dict[BinnedKind, _Performer]:
    return {
        BinnedKind.ANNOTATION: (Kind.ANNOTATIONS, annotations.unmake),
        BinnedKind.COLLECTION: (Kind.COLLECTIONS, collections.unmake),
        BinnedKind.SAVED_SEARCH: (Kind.SEARCHES, saved_searches.unmake),
        BinnedKind.BRIEF: (Kind.BRIEFS, briefs.unmake),
    }


def _several(connection: apsw.Connection, operation: Several) -> Performed:
    done = [perform(connection, single) for single in operation.operations]
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
