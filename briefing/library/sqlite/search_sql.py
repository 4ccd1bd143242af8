"""What a query asks of articles, as conditions in SQL on a row of `article`."""

from briefing.library.search_conditions import DATE, Condition, condition_of, joined, status_sought
from briefing.library.search_query import Node, Term
from briefing.library.sqlite.fts_terms import ANYWHERE, COLUMNS, FOUND, OWN, Expressions

_COLLECTION = """{key} IN (SELECT article_id FROM filed WHERE collection_id IN (
WITH RECURSIVE inside (id) AS (
    SELECT id FROM collection WHERE plain(name) = plain(?) AND removed IS NULL
    UNION SELECT collection.id FROM collection JOIN inside ON collection.parent = inside.id WHERE removed IS NULL
) SELECT id FROM inside))"""


class Conditions:
    """Writes conditions for one query; `places`, if any, are where words are looked for.

    `key` is what stands for an article's number: with a plus sign in front it is only tested, and SQLite does not
    look each article up in full text.
    """

    def __init__(self, expressions: Expressions, places: frozenset[str], key: str = "article.id") -> None:
        self._key = key
        self._expressions = expressions
        self._places = places

    def of(self, node: Node) -> Condition:
        """The condition that a node is."""
        return condition_of(node, self._of_term)

    def columns(self) -> dict[str, tuple[str, ...]]:
        """The columns in which words are looked for, by table."""
        if not self._places:
            return ANYWHERE
        chosen = {
            table: tuple(column for column in columns if column in self._places) for table, columns in COLUMNS.items()
        }
        return {table: columns for table, columns in chosen.items() if columns}

    def within(self, after: str, before: str) -> Condition:
        """Published from one date to before another, or added then if no date is known; for a time of few articles."""
        return (
            f"{self._key} IN (SELECT id FROM article INDEXED BY article_by_published WHERE shown AND published > '' "
            "AND published >= ? AND published < ? UNION ALL SELECT id FROM article INDEXED BY article_by_published "
            "WHERE shown AND published = '' AND added >= ? AND added < ?)",
            [after, before, after, before],
        )

    def _of_term(self, term: Term) -> Condition:
        match term.field:
            case "who":
                return self._in(FOUND, term, ("who",))
            case "tag":
                return self._in(OWN, term, ("tags",))
            case "status":
                return "instr(statuses, ?) > 0", [status_sought(term)]
            case "collection":
                return _COLLECTION.format(key=self._key), [term.words]
            case "outlet":
                return "instr(lower(outlet), lower(?)) > 0", [term.words]
            case "after":
                return f"{DATE} >= ?", [term.words]
            case "before":
                return f"{DATE} < ?", [term.words]
            case _:
                parts = [self._in(table, term, columns) for table, columns in self.columns().items()]
                return joined(parts, " OR ")

    def _in(self, table: str, term: Term, columns: tuple[str, ...]) -> Condition:
        condition = f"{self._key} IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)"
        return condition, [self._expressions.of_term(term, columns)]
