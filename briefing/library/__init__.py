"""The store: what is kept, found and undone on this machine."""

from briefing.library.failures import LibraryFailure
from briefing.library.operations import (
    AddAnnotation,
    ChangeAnnotation,
    Judge,
    Kind,
    Operation,
    Performed,
    RemoveAnnotation,
    RemoveArticle,
    RestoreArticle,
    Several,
    WithdrawJudgement,
    joined,
    name_of,
)
from briefing.library.place import default_folder
from briefing.library.search import Found, SearchResult
from briefing.library.store import Library

__all__ = [
    "AddAnnotation",
    "ChangeAnnotation",
    "Found",
    "Judge",
    "Kind",
    "Library",
    "LibraryFailure",
    "Operation",
    "Performed",
    "RemoveAnnotation",
    "RemoveArticle",
    "RestoreArticle",
    "SearchResult",
    "Several",
    "WithdrawJudgement",
    "default_folder",
    "joined",
    "name_of",
]
