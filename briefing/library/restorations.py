"""The bin: how long it keeps what was deleted, and what has to be done to take something out of it."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from briefing.library.operations import Operation, RestoreAnnotation, RestoreArticle
from briefing.library.organization_operations import RestoreBrief, RestoreCollection, RestoreSavedSearch
from briefing.model import Binned, BinnedKind

WAITING = timedelta(days=30)
"""So long does the bin keep what was deleted."""


def overdue() -> datetime:
    """What went into the bin before this moment need not be kept any longer."""
    return datetime.now(UTC) - WAITING


def restorations(chosen: Iterable[Binned], lying: Iterable[Binned]) -> tuple[Operation, ...]:
    """What has to be done to take something out of the bin, as operations that can be undone.

    Args:
        chosen: what is to be taken out; a note comes with its article if that lies there, too.
        lying: all that lies in the bin.
    """
    articles = {int(each.id) for each in lying if each.kind is BinnedKind.ARTICLE}
    wanted = (operation for each in chosen for operation in _restorations(each, articles))
    return tuple(dict.fromkeys(wanted))


def _restorations(binned: Binned, articles: set[int]) -> Iterable[Operation]:
    match binned.kind:
        case BinnedKind.ARTICLE:
            yield RestoreArticle(int(binned.id))
        case BinnedKind.ANNOTATION:
            if binned.article_id in articles:
                yield RestoreArticle(binned.article_id)
            yield RestoreAnnotation(binned.article_id or 0, binned.id)
        case BinnedKind.COLLECTION:
            yield RestoreCollection(binned.id)
        case BinnedKind.SAVED_SEARCH:
            yield RestoreSavedSearch(binned.id)
        case BinnedKind.BRIEF:
            yield RestoreBrief(binned.id)
