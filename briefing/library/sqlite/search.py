"""Finds articles by what they say, who is in them and what the reader wrote."""

from collections.abc import Callable

import apsw

from briefing.library.search_line import found_line
from briefing.library.search_query import Query, parse, parted, wanted
from briefing.library.search_result import MOST_COUNTED, Found, SearchCounts, SearchResult
from briefing.library.snippets import Snippet, Sought, beginning
from briefing.library.sqlite import article_lists, articles
from briefing.library.sqlite.fts_terms import COLUMNS, FOUND, OWN, TEXT, Expressions
from briefing.library.sqlite.ranking import ranked
from briefing.library.sqlite.search_candidates import Finder
from briefing.library.sqlite.search_sql import Conditions
from briefing.model import Shelf, Spans


def search(connection: apsw.Connection, typed: str, first: int = 0, count: int = 50) -> SearchResult:
    """The articles that fit what was typed, best first; nothing typed finds all, newest first."""
    query = parse(typed)
    if query.node is None:
        listed = article_lists.listed(connection, Shelf(), first=first, count=count)
        number = article_lists.number_on(connection, Shelf())
        return SearchResult(tuple(Found(one, *_parts(_first_words(connection, one.id))) for one in listed), number)
    expressions = Expressions(connection)
    found = Finder(connection, query, expressions).find(query.node)
    order = ranked(connection, query.node, found, expressions, Conditions(expressions, query.places))
    show = _result_maker(connection, query, expressions)
    return SearchResult(tuple(show(number) for number in order[first : first + count]), len(order), found.more)


def counts(connection: apsw.Connection, typed: str) -> SearchCounts:
    """In how many articles the words that were typed stand, by where they stand; fields are not looked at."""
    worded, _ = parted(parse(typed).node)
    expressions = Expressions(connection)

    def number(table: str, columns: tuple[str, ...]) -> int:
        expression = expressions.of_node(worded, columns)
        if expression is None:
            return 0
        row = connection.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM {table} AS words CROSS JOIN article ON article.id = words.rowid "
            f"WHERE words.{table} MATCH ? AND shown LIMIT {MOST_COUNTED})",
            (expression,),
        ).fetchone()
        return int(row[0]) if row else 0

    return SearchCounts(
        articles=number(TEXT, COLUMNS[TEXT]),
        claims=number(FOUND, ("claims",)),
        notes=number(OWN, COLUMNS[OWN]),
        actors=number(FOUND, ("who",)),
        most=MOST_COUNTED,
    )


def _result_maker(connection: apsw.Connection, query: Query, expressions: Expressions) -> Callable[[int], Found]:
    """What makes a line of the page of an article's number."""
    terms = wanted(query.node) if query.node else []
    sought = Sought((form, term.prefix) for term in terms for form in expressions.forms(term)) if terms else None

    def show(number: int) -> Found:
        article = article_lists.kept(connection, number)
        return found_line(
            article,
            query,
            sought,
            lambda: articles.text_of(connection, number),
            lambda: _notes(connection, number),
        )

    return show


def _notes(connection: apsw.Connection, article_id: int) -> str:
    rows = connection.execute(
        "SELECT note FROM annotation WHERE article_id = ? AND removed IS NULL AND note <> '' ORDER BY start",
        (article_id,),
    )
    return " | ".join(str(row[0]) for row in rows)


def _first_words(connection: apsw.Connection, article_id: int) -> Snippet:
    return beginning(articles.text_of(connection, article_id))


def _parts(snippet: Snippet) -> tuple[str, Spans]:
    return snippet.text, snippet.hits
