"""Finds articles by what they say, who is in them and what the reader wrote."""

from dataclasses import dataclass
from typing import Any

import apsw

from briefing.library import articles
from briefing.library.query import All, AnyOf, Node, Not, Query, Term, parse
from briefing.model import KeptArticle, Span, Spans

MOST_RANKED = 2000
"""Up to so many hits are ranked by bm25; of more, only the newest are looked at, those with a title that fits first."""

SNIPPET_WORDS = 24
_OPEN, _CLOSE = "\x02", "\x03"

_TABLES = {"article_words": ("title", "text"), "finding_words": ("who", "claims"), "reader_words": ("notes", "tags")}


@dataclass(frozen=True, slots=True)
class Found:
    """One article that fits: `hits` are the spans, in `snippet`, of the words that were looked for."""

    article: KeptArticle
    snippet: str
    hits: Spans


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A page of a search: `total` articles fit, or at least so many if `more` is true."""

    found: tuple[Found, ...]
    total: int
    more: bool = False


def search(connection: apsw.Connection, typed: str, first: int = 0, count: int = 50) -> SearchResult:
    """The articles that fit what was typed, best first; nothing typed finds all, newest first."""
    query = parse(typed)
    condition, values = _condition(query.node, query) if query.node else ("1", [])
    rows = connection.execute(
        f"SELECT id FROM article WHERE shown AND {condition} ORDER BY id DESC LIMIT {MOST_RANKED + 1}", values
    )
    fitting = [int(row[0]) for row in rows]
    more = len(fitting) > MOST_RANKED
    fitting = fitting[:MOST_RANKED]
    words = _any_word(query)
    if words:
        fitting = _titles_first(connection, fitting, words) if more else _ranked(connection, fitting, words)
    shown = tuple(_found(connection, number, words) for number in fitting[first : first + count])
    return SearchResult(shown, len(fitting), more)


def _condition(node: Node, query: Query) -> tuple[str, list[Any]]:
    match node:
        case Term():
            return _term_condition(node, query)
        case Not(part):
            inner, values = _condition(part, query)
            return f"NOT {inner}", values
        case All(parts) | AnyOf(parts):
            inner_parts = [_condition(part, query) for part in parts]
            word = " AND " if isinstance(node, All) else " OR "
            return f"({word.join(text for text, _ in inner_parts)})", [value for _, vs in inner_parts for value in vs]


def _term_condition(term: Term, query: Query) -> tuple[str, list[Any]]:
    match term.field:
        case "who":
            return "id IN (SELECT rowid FROM finding_words WHERE finding_words MATCH ?)", [f"who : {_quoted(term)}"]
        case "tag":
            return "id IN (SELECT rowid FROM reader_words WHERE reader_words MATCH ?)", [f"tags : {_quoted(term)}"]
        case "status":
            status = term.words.lower().replace(" ", "_").replace("-", "_")
            return "EXISTS (SELECT 1 FROM claim WHERE claim.article_id = article.id AND claim.status = ?)", [status]
        case "outlet":
            return "instr(lower(outlet), lower(?)) > 0", [term.words]
        case "after":
            return "coalesce(nullif(published, ''), added) >= ?", [term.words]
        case "before":
            return "coalesce(nullif(published, ''), added) < ?", [term.words]
        case _:
            return _words_condition(term, query.places)


def _words_condition(term: Term, places: frozenset[str]) -> tuple[str, list[Any]]:
    parts: list[str] = []
    values: list[Any] = []
    for table, columns in _TABLES.items():
        looked_in = [column for column in columns if not places or column in places]
        if looked_in:
            parts.append(f"SELECT rowid FROM {table} WHERE {table} MATCH ?")
            values.append(f"{{{' '.join(looked_in)}}} : {_quoted(term)}")
    return f"id IN ({' UNION ALL '.join(parts)})", values


def _quoted(term: Term) -> str:
    words = term.words.replace('"', '""')
    return f'"{words}"' + ("*" if term.prefix else "")


def _any_word(query: Query) -> str:
    return " OR ".join(_quoted(term) for term in query.wanted)


def _ranked(connection: apsw.Connection, fitting: list[int], words: str) -> list[int]:
    if not fitting:
        return fitting
    # A hit in the title counts as much as five in the text.
    rows = connection.execute(
        "SELECT rowid, bm25(article_words, 5.0, 1.0) FROM article_words "
        "WHERE article_words MATCH ? AND rowid BETWEEN ? AND ?",
        (words, min(fitting), max(fitting)),
    )
    scores = {int(rowid): float(score) for rowid, score in rows}
    return sorted(fitting, key=lambda number: scores.get(number, 0.0))  # lower is better; stable, so newest first


def _titles_first(connection: apsw.Connection, fitting: list[int], words: str) -> list[int]:
    rows = connection.execute("SELECT rowid FROM article_words WHERE article_words MATCH ?", (f"title : ({words})",))
    titled = {int(row[0]) for row in rows}
    return sorted(fitting, key=lambda number: number not in titled)


def _found(connection: apsw.Connection, article_id: int, words: str) -> Found:
    row = None
    if words:
        row = connection.execute(
            f"SELECT snippet(article_words, 1, ?, ?, '…', {SNIPPET_WORDS}) FROM article_words "
            "WHERE article_words MATCH ? AND rowid = ?",
            (_OPEN, _CLOSE, words, article_id),
        ).fetchone()
    snippet, hits = _unmarked(str(row[0])) if row else ("", ())
    return Found(articles.kept(connection, article_id), snippet, hits)


def _unmarked(marked: str) -> tuple[str, Spans]:
    text, hits = "", []
    for piece in marked.split(_OPEN):
        inside, close, behind = piece.partition(_CLOSE)
        if close:
            hits.append(Span(len(text), len(text) + len(inside)))
        text += inside + behind
    return text, tuple(hits)
