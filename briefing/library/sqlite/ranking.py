"""Ranks the articles that a search found."""

import apsw

from briefing.library.search_query import Node, wanted
from briefing.library.search_result import TITLE_WEIGHT
from briefing.library.snippets import Sought
from briefing.library.sqlite.fts_terms import OWN, TEXT, Expressions
from briefing.library.sqlite.search_candidates import Candidates
from briefing.library.sqlite.search_sql import Conditions

_COMMON = 20_000

_SHORTEST_PREFIX = 4
"""A shorter beginning stands for hundreds of words: to weigh them costs more than it tells."""


def ranked(
    connection: apsw.Connection, node: Node, found: Candidates, expressions: Expressions, conditions: Conditions
) -> list[int]:
    """The articles, best first: by bm25, those first among equals that the reader wrote such words on; then newest."""
    terms = wanted(node)
    if not terms or not found.numbers:
        return list(found.numbers)
    noted = _noted(connection, node, found, expressions, conditions)
    scores: dict[int, float] = {}
    if any(term.prefix and len(term.words) < _SHORTEST_PREFIX for term in terms):
        scores = _titled(connection, node, found)
    elif found.texts and TEXT in conditions.columns():
        scores = (
            _titled(connection, node, found)
            if found.thinned and _is_common(connection, found)
            else _weighed(connection, found)
        )
    best = min(scores.values(), default=-1.0)
    for number in noted:
        scores[number] = scores.get(number, 0.0) + best / 2  # the reader's own words lift an article half way up
    return sorted(found.numbers, key=lambda number: scores.get(number, 0.0))  # stable: the newest first of equals


def _is_common(connection: apsw.Connection, found: Candidates) -> bool:
    """Whether so many articles have the words, of which only these few are meant, that their weight tells little."""
    row = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM {TEXT} WHERE {TEXT} MATCH ? AND rowid BETWEEN ? AND ? LIMIT {_COMMON})",
        (found.expression, min(found.texts), max(found.texts)),
    ).fetchone()
    return row is not None and row[0] == _COMMON


def _weighed(connection: apsw.Connection, found: Candidates) -> dict[int, float]:
    rows = connection.execute(
        f"SELECT rowid, bm25({TEXT}, {TITLE_WEIGHT}, 1.0) FROM {TEXT} WHERE {TEXT} MATCH ? AND rowid BETWEEN ? AND ? "
        f"AND +rowid IN ({','.join(map(str, found.texts))})",
        (found.expression, min(found.texts), max(found.texts)),
    )
    return {int(rowid): float(score) for rowid, score in rows}


def _titled(connection: apsw.Connection, node: Node, found: Candidates) -> dict[int, float]:
    sought = Sought((term.words, term.prefix) for term in wanted(node))
    rows = connection.execute(f"SELECT id, title FROM article WHERE id IN ({','.join(map(str, found.numbers))})")
    return {int(number): -1.0 for number, title in rows if sought.hits(title)}


def _noted(
    connection: apsw.Connection, node: Node, found: Candidates, expressions: Expressions, conditions: Conditions
) -> set[int]:
    columns = conditions.columns().get(OWN)
    if not columns:
        return set()
    words = " OR ".join(expressions.of_term(term, columns) for term in wanted(node))
    rows = connection.execute(
        f"SELECT rowid FROM {OWN} WHERE {OWN} MATCH ? AND rowid BETWEEN ? AND ?",
        (words, found.numbers[-1], found.numbers[0]),
    )
    return {int(row[0]) for row in rows}
