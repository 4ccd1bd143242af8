"""The answers of a library in SQLite that a start asks for, apart from all others, which need much more code."""

from collections.abc import Callable
from typing import Any

from briefing.library import queries
from briefing.library.queries import Query
from briefing.library.sqlite import article_lists, collections, saved_searches, tags

FIRST_ANSWERS: dict[type[Query[Any]], Callable[..., Any]] = {
    queries.Articles: article_lists.listed,
    queries.ArticleCount: article_lists.number_on,
    queries.Collections: collections.collections,
    queries.Tags: tags.tags,
    queries.SavedSearches: saved_searches.saved_searches,
}
"""What fills the list and the shelves."""
