"""What a search shows of an article that fits: a few words around the hits, and where they stand."""

from collections.abc import Callable

from briefing.library.search_query import Query
from briefing.library.search_result import Found
from briefing.library.snippets import Sought, beginning
from briefing.model import KeptArticle


def found_line(
    article: KeptArticle, query: Query, sought: Sought | None, text: Callable[[], str], notes: Callable[[], str]
) -> Found:
    """The line of one article.

    Args:
        article: what the lists show of it.
        query: what was looked for.
        sought: the words that were looked for, in all their forms; None if none was.
        text: reads its words.
        notes: reads the reader's notes on it.
    """
    places: list[tuple[str, Callable[[], str]]] = [
        ("text", text),
        ("title", lambda: article.origin.title),
        ("notes", notes),
    ]
    notes_first = bool(query.places) and not query.places & {"text", "title", "claims", "who"}
    for place, read in reversed(places) if notes_first else places:
        snippet = sought.snippet(read()) if sought else None
        if snippet:
            return Found(article, snippet.text, snippet.hits, place)
    first = beginning(text())
    return Found(article, first.text, first.hits)
