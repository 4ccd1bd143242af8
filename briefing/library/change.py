"""The result of a change: what is told of it, its inverse, and the articles that it touched."""

from collections.abc import Sequence
from datetime import UTC, datetime

from briefing.library import organization_operations
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
)
from briefing.model import BinnedKind
from briefing.records import dataclass

# What is filed leaves the inbox: filing changes the lists of articles, too.
KINDS: dict[type, frozenset[Kind]] = {
    AddAnnotation: frozenset({Kind.ANNOTATIONS}),
    ChangeAnnotation: frozenset({Kind.ANNOTATIONS}),
    RemoveAnnotation: frozenset({Kind.ANNOTATIONS}),
    RestoreAnnotation: frozenset({Kind.ANNOTATIONS}),
    Judge: frozenset({Kind.JUDGEMENTS}),
    WithdrawJudgement: frozenset({Kind.JUDGEMENTS}),
    RemoveArticle: frozenset({Kind.ARTICLES}),
    RestoreArticle: frozenset({Kind.ARTICLES}),
    organization_operations.SetReadingState: frozenset({Kind.ARTICLES}),
    organization_operations.ChangeMetadata: frozenset({Kind.ARTICLES}),
    organization_operations.JudgeActors: frozenset({Kind.ACTORS}),
    organization_operations.WithdrawActors: frozenset({Kind.ACTORS}),
    organization_operations.AddCollection: frozenset({Kind.COLLECTIONS}),
    organization_operations.RenameCollection: frozenset({Kind.COLLECTIONS}),
    organization_operations.MoveCollection: frozenset({Kind.COLLECTIONS}),
    organization_operations.RemoveCollection: frozenset({Kind.COLLECTIONS, Kind.ARTICLES}),
    organization_operations.RestoreCollection: frozenset({Kind.COLLECTIONS, Kind.ARTICLES}),
    organization_operations.FileArticles: frozenset({Kind.COLLECTIONS, Kind.ARTICLES}),
    organization_operations.UnfileArticles: frozenset({Kind.COLLECTIONS, Kind.ARTICLES}),
    organization_operations.TagArticles: frozenset({Kind.TAGS}),
    organization_operations.UntagArticles: frozenset({Kind.TAGS}),
    organization_operations.AddSavedSearch: frozenset({Kind.SEARCHES}),
    organization_operations.ChangeSavedSearch: frozenset({Kind.SEARCHES}),
    organization_operations.RemoveSavedSearch: frozenset({Kind.SEARCHES}),
    organization_operations.RestoreSavedSearch: frozenset({Kind.SEARCHES}),
    organization_operations.KeepBrief: frozenset({Kind.BRIEFS}),
    organization_operations.RemoveBrief: frozenset({Kind.BRIEFS}),
    organization_operations.RestoreBrief: frozenset({Kind.BRIEFS}),
    organization_operations.GiveStoryWord: frozenset({Kind.STORIES}),
    organization_operations.WithdrawStoryWord: frozenset({Kind.STORIES}),
}
"""What each operation changes."""

_KINDS_UNMADE: dict[BinnedKind, frozenset[Kind]] = {
    BinnedKind.ANNOTATION: frozenset({Kind.ANNOTATIONS}),
    BinnedKind.COLLECTION: frozenset({Kind.COLLECTIONS}),
    BinnedKind.SAVED_SEARCH: frozenset({Kind.SEARCHES}),
    BinnedKind.BRIEF: frozenset({Kind.BRIEFS}),
}


@dataclass(frozen=True, slots=True)
class Done:
    """The operation that takes a change back exactly, and the articles that it touched."""

    inverse: Operation
    article_ids: tuple[int, ...] = ()


def performed(operation: Operation, done: Done) -> Performed:
    """What is told of an operation that was done."""
    if isinstance(operation, organization_operations.Unmake):
        kinds = _KINDS_UNMADE[operation.kind]
    else:
        kinds = KINDS[type(operation)]
    article_id = getattr(operation, "article_id", done.article_ids[0] if len(done.article_ids) == 1 else None)
    return Performed(article_id, kinds, done.inverse, done.article_ids)


def performed_together(done: Sequence[Performed]) -> Performed:
    """What is told of several operations that were done one after the other, as one step."""
    # Where all is about one article, that is told; what is about none (a brief, a collection) says nothing of it.
    numbers = {single.article_id for single in done}
    touched = tuple(dict.fromkeys(number for single in done for number in single.article_ids))
    return Performed(
        numbers.pop() if len(numbers) == 1 else None,
        frozenset().union(*(single.changed for single in done)),
        Several(tuple(single.inverse for single in reversed(done))),
        touched,
    )


def now() -> str:
    """This moment (UTC) as it is stored: ISO 8601 to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
