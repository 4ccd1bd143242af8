"""Finds the articles that a query means, the newest first and no more than can be ranked at once.

Almost all that is looked for stands in the text, where full text search joins words by itself and stops early. What
the reader's notes or the names of actors add is looked for apart, and only where it can still matter.
"""

from collections import Counter
from itertools import product
from typing import Any

import apsw

from briefing.library.search_conditions import Condition, joined
from briefing.library.search_query import All, AnyOf, Node, Not, Query, Term, excluded, parted, wanted
from briefing.library.search_result import MOST
from briefing.library.snippets import Sought
from briefing.library.sqlite.articles import text_of
from briefing.library.sqlite.fts_terms import SHORTEST_PREFIX, TEXT, Expressions
from briefing.library.sqlite.search_sql import Conditions
from briefing.records import dataclass

_MOST_LOOKED_UP = 20
"""To look so many articles up costs less than to walk over all that have a word."""

_WIDE = 2000
"""Words in more articles are all alike when it is asked which is rare."""

_SAMPLE = 30
_MOST_SAMPLED = 40

_MANY = 5000
_LAST = "9999"


@dataclass(frozen=True, slots=True)
class Candidates:
    """Articles that fit, newest first: `texts` by their text alone, as `expression` has it, and all.

    `more` is true if there are others, older than these; `thinned`, if other articles have the words of `texts`, too.
    """

    numbers: tuple[int, ...]
    texts: frozenset[int] = frozenset()
    expression: str = ""
    more: bool = False
    thinned: bool = False


class Finder:
    """Answers one query."""

    def __init__(self, connection: apsw.Connection, query: Query, expressions: Expressions) -> None:
        self._connection = connection
        self._expressions = expressions
        self._conditions = Conditions(expressions, query.places)
        self._streamed = Conditions(expressions, query.places, "+words.rowid")
        self._tested = Conditions(expressions, query.places, "+article.id")
        self._columns = self._conditions.columns()
        self._known: dict[tuple[str, Term], tuple[int, set[int]]] = {}

    def find(self, node: Node) -> Candidates:
        """The articles that fit."""
        if isinstance(node, Term) and node.prefix and len(node.words) < SHORTEST_PREFIX:
            sampled = self._sampled(node)
            if sampled:
                return sampled
        worded, others = parted(node)
        table = next(iter(self._columns))
        expression = self._expressions.of_node(worded, self._columns[table]) if worded.parts else None
        if expression is None:
            return self._walked(node)
        rows = self._stream(table, expression, others)
        found = [int(row[0]) for row in rows]
        more, found = len(found) > MOST, found[:MOST]
        texts = frozenset(found) if table == TEXT else frozenset()
        numbers = set(found)
        beside = [name for name in self._columns if name != table]
        if beside:
            added, cut = self._beside(worded, beside, found[-1] if more else 0, numbers)
            added = self._fitting(added, *self._all_of(others, self._tested))
            numbers = self._without(worded, numbers, beside) | added
            more = more or cut
        ordered = sorted(numbers, reverse=True)
        return Candidates(tuple(ordered[:MOST]), texts, expression, more or len(ordered) > MOST, bool(others))

    def _sampled(self, term: Term) -> Candidates | None:
        """The newest articles with one of the words that begin so in the last ones; None if these are not enough.

        Full text search would gather all articles with any word that begins so before it gives the first.
        """
        if term.field or TEXT not in self._columns:
            return None
        rows = self._connection.execute(f"SELECT article_id FROM body ORDER BY article_id DESC LIMIT {_SAMPLE}")
        sought = Sought([(term.words, True)])
        texts = [text_of(self._connection, int(row[0])) for row in list(rows)]
        words = Counter(word for text in texts for _, word in sought.hits(text)).most_common(_MOST_SAMPLED)
        forms = [Term(word, exact=True) for word, _ in words]
        if not forms:
            return None
        expression = self._expressions.of_node(AnyOf(tuple(forms)), self._columns[TEXT]) or ""
        found = [int(row[0]) for row in self._stream(TEXT, expression, [])][:MOST]
        return Candidates(tuple(found), frozenset(found), expression, more=True) if len(found) == MOST else None

    def _stream(self, table: str, expression: str, others: list[Node]) -> apsw.Cursor:
        """The newest articles that match in one table and fit the other parts."""
        if not others:  # no article has to be looked at
            return self._connection.execute(
                f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND +rowid NOT IN "
                f"(SELECT id FROM article WHERE NOT shown) ORDER BY rowid DESC LIMIT {MOST + 1}",
                (expression,),
            )
        condition, values = self._all_of(others, self._streamed)
        return self._connection.execute(
            f"SELECT words.rowid FROM {table} AS words CROSS JOIN article ON article.id = words.rowid "
            f"WHERE words.{table} MATCH ? AND shown AND {condition} ORDER BY words.rowid DESC LIMIT {MOST + 1}",
            (expression, *values),
        )

    def _walked(self, node: Node) -> Candidates:
        """The articles, from the newest on, that fit; for what words in one table cannot say."""
        condition, values = self._conditions.of(node)
        rows = self._connection.execute(
            f"SELECT id FROM article WHERE shown AND {condition} ORDER BY id DESC LIMIT {MOST + 1}", values
        )
        found = [int(row[0]) for row in rows]
        return Candidates(tuple(found[:MOST]), more=len(found) > MOST)

    def _all_of(self, parts: list[Node], conditions: Conditions) -> Condition:
        """The condition that all these hold; two dates together are asked of the index if few articles lie between."""
        dates = [part for part in parts if isinstance(part, Term) and part.field in ("after", "before")]
        after = max((date.words for date in dates if date.field == "after"), default="")
        before = min((date.words for date in dates if date.field == "before"), default=_LAST)
        if dates and self._are_few(after, before):
            rest = [conditions.of(part) for part in parts if part not in dates]
            return joined([conditions.within(after, before), *rest], " AND ")
        return joined([conditions.of(part) for part in parts], " AND ") if parts else ("1", [])

    def _are_few(self, after: str, before: str) -> bool:
        row = self._connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM article INDEXED BY article_by_published "
            f"WHERE shown AND published >= ? AND published < ? LIMIT {_MANY})",
            (after, before),
        ).fetchone()
        return row is not None and row[0] < _MANY

    def _beside(self, node: All, tables: list[str], low: int, known: set[int]) -> tuple[set[int], bool]:
        """Articles from number `low` on that fit only with words beside their text; and whether some were left out."""
        added: set[int] = set()
        cut = False
        for part in node.parts:
            rest = All(tuple(other for other in node.parts if other is not part or not isinstance(part, Term)))
            for term, table in product(wanted(part), tables):
                numbers = self._in_table(table, term, low, MOST)
                cut = cut or len(numbers) == MOST
                added |= self._checked(rest, numbers - known - added)
        return added, cut

    def _without(self, node: All, numbers: set[int], tables: list[str]) -> set[int]:
        """Those that fit still when the words beside their text, which may be excluded ones, are looked at, too."""
        if not numbers:
            return numbers
        low = min(numbers)
        suspects = {n for term in excluded(node) for table in tables for n in self._noted(table, term, low)}
        suspects &= numbers
        return (numbers - suspects) | self._checked(node, suspects)

    def _checked(self, node: Node, numbers: set[int]) -> set[int]:
        """Those of these articles that fit a node of words."""
        if not numbers:
            return numbers
        match node:
            case Term():
                return self._having(node, numbers)
            case Not(part):
                return numbers - self._checked(part, numbers)
            case All(parts):
                return self._checked_all(parts, numbers)
            case AnyOf(parts):
                return {n for part in parts for n in self._checked(part, numbers)}

    def _checked_all(self, parts: tuple[Node, ...], numbers: set[int]) -> set[int]:
        """Those that fit all parts: most by their text alone, which full text search says at once."""
        if not parts or any(not isinstance(part, Term) for part in parts):
            for part in sorted(parts, key=self._width):
                numbers = self._checked(part, numbers)
            return numbers
        table, *beside = self._columns
        expression = self._expressions.of_node(All(parts), self._columns[table]) or ""
        texts = self._matching(table, expression, numbers)
        low = min(numbers)
        noted = {n for term in wanted(All(parts)) for name in beside for n in self._noted(name, term, low)}
        others = (numbers - texts) & noted
        for part in sorted(parts, key=self._width) if others else ():
            others = self._checked(part, others)
        return texts | others

    def _width(self, node: Node) -> int:
        """Roughly how many articles fit: what fits few is asked first."""
        match node:
            case Term():
                table = next(iter(self._columns))
                return self._number(table, self._expressions.of_term(node, self._columns[table]), _WIDE)
            case Not():
                return 1_000_000
            case All(parts):
                return min(self._width(part) for part in parts)
            case AnyOf(parts):
                return sum(self._width(part) for part in parts)

    def _having(self, term: Term, numbers: set[int]) -> set[int]:
        """Those of these articles that have a word: what is beside their text is known at once, and asked first."""
        table, *beside = self._columns
        low = min(numbers)
        had = {n for name in beside for n in self._noted(name, term, low)} & numbers
        return had | self._matching(table, self._expressions.of_term(term, self._columns[table]), numbers - had)

    def _noted(self, table: str, term: Term, low: int) -> set[int]:
        """All articles from number `low` on that have a word in a table beside the text."""
        asked, numbers = self._known.get((table, term), (-1, set()))
        if not 0 <= asked <= low:
            numbers = self._in_table(table, term, low, -1)
            self._known[table, term] = low, numbers
            return numbers
        return {number for number in numbers if number >= low}

    def _matching(self, table: str, expression: str, numbers: set[int]) -> set[int]:
        """Those of these articles that have what is asked in one table."""
        if not numbers:
            return numbers
        if len(numbers) > _MOST_LOOKED_UP:
            rows = self._connection.execute(
                f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid BETWEEN ? AND ?",
                (expression, min(numbers), max(numbers)),
            )
            return numbers.intersection(int(row[0]) for row in rows)
        sought = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid = ?"
        return {n for n in numbers if self._connection.execute(sought, (expression, n)).fetchone()}

    def _in_table(self, table: str, term: Term, low: int, most: int) -> set[int]:
        rows = self._connection.execute(
            f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid >= ? ORDER BY rowid DESC LIMIT ?",
            (self._expressions.of_term(term, self._columns[table]), low, most),
        )
        return {int(row[0]) for row in rows}

    def _number(self, table: str, expression: str, most: int) -> int:
        row = self._connection.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT ?)", (expression, most)
        ).fetchone()
        return int(row[0]) if row else 0

    def _fitting(self, numbers: set[int], condition: str, values: list[Any]) -> set[int]:
        """Those of these articles that are shown and fit a condition."""
        if not numbers:
            return numbers
        fit = f"SELECT id FROM article WHERE id IN ({','.join(map(str, numbers))}) AND shown AND {condition}"
        return {int(row[0]) for row in self._connection.execute(fit, values)}
