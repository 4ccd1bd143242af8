"""Finds articles of a desk's library by what they say, who is in them and what the reader wrote."""

from functools import partial

from briefing.library.collation import plain
from briefing.library.postgres import desk_articles, desk_words
from briefing.library.postgres.desk_connection import Connection
from briefing.library.postgres.desk_words import FOUND, OWN, TEXT, lexemes
from briefing.library.search_conditions import DATE, Condition, any_of, condition_of, joined, status_sought
from briefing.library.search_line import found_line
from briefing.library.search_query import All, Node, Query, Term, parse, parted, wanted
from briefing.library.search_result import MOST, MOST_COUNTED, TITLE_WEIGHT, Found, SearchCounts, SearchResult
from briefing.library.snippets import Sought
from briefing.library.word_forms import guesses, has_forms
from briefing.model import Shelf


def search(connection: Connection, typed: str, first: int = 0, count: int = 50) -> SearchResult:
    """The articles that fit what was typed, best first; nothing typed finds all, newest first."""
    query = parse(typed)
    forms = _Forms(connection)
    if query.node is None:
        listed = desk_articles.listed(connection, Shelf(), first=first, count=count)
        page = _lines(connection, [article.id for article in listed], query, None)
        return SearchResult(page, desk_articles.number_on(connection, Shelf()))
    condition, values = _Conditions(connection, forms, query.places).of(query.node)
    rows = connection.execute(
        f"SELECT id FROM article WHERE {desk_articles.SHOWN} AND {condition} ORDER BY id DESC LIMIT {MOST + 1}", values
    )
    numbers = [int(row[0]) for row in rows.fetchall()]
    more, numbers = len(numbers) > MOST, numbers[:MOST]
    terms = wanted(query.node)
    sought = Sought((form, term.prefix) for term in terms for form in forms.of(term)) if terms else None
    ranked = _ranked(connection, numbers, [_asked(term, forms) for term in terms])
    return SearchResult(_lines(connection, ranked[first : first + count], query, sought), len(ranked), more)


def counts(connection: Connection, typed: str) -> SearchCounts:
    """In how many articles the words that were typed stand, by where they stand; fields are not looked at."""
    worded, _ = parted(parse(typed).node)
    forms = _Forms(connection)

    def number(*places: str) -> int:
        if not wanted(worded):
            return 0
        condition, values = _Conditions(connection, forms, frozenset(places)).of(worded)
        row = connection.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM article WHERE {desk_articles.SHOWN} AND {condition} "
            f"LIMIT {MOST_COUNTED}) AS fit",
            values,
        ).fetchone()
        return int(row[0]) if row else 0

    return SearchCounts(number(*TEXT), number("claims"), number(*OWN), number("who"), MOST_COUNTED)


def _ranked(connection: Connection, numbers: list[int], asked: list[str]) -> list[int]:
    """The articles, best first; the newest first of equals."""
    words = " | ".join(f"({one})" for one in asked if one)
    if not words or not numbers:
        return numbers
    rows = connection.execute(
        f"SELECT article_id, sum(ts_rank(words, %s::tsquery) * CASE place WHEN 'title' THEN {TITLE_WEIGHT} ELSE 1 END) "
        "FROM words WHERE article_id = ANY(%s) AND place IN ('title', 'text', 'notes', 'tags') "
        "AND words @@ %s::tsquery GROUP BY article_id",
        (words, numbers, words),
    )
    weights = {int(number): float(weight) for number, weight in rows.fetchall()}
    return sorted(numbers, key=lambda number: (-weights.get(number, 0.0), -number))


def _lines(connection: Connection, numbers: list[int], query: Query, sought: Sought | None) -> tuple[Found, ...]:
    """The lines of a page, in the order of the articles."""
    kept, texts = desk_articles.kept_of(connection, numbers), desk_articles.texts_of(connection, numbers)
    return tuple(
        found_line(
            kept[number],
            query,
            sought,
            partial(texts.__getitem__, number),
            partial(desk_words.notes_of, connection, number) if kept[number].notes else str,
        )
        for number in numbers
        if number in kept and number in texts
    )


_AMONG = "id IN ("
"""What conditions begin with that name the articles that fit."""


class _Forms:
    """The forms of words that have the same stem; PostgreSQL's English stemmer decides."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, term: Term) -> tuple[str, ...]:
        """The words and phrases that fit a term, but for what a prefix begins."""
        if term.exact or term.prefix or not has_forms(term.words):
            return (term.words,)
        if term.words not in self._known:
            self._known[term.words] = (term.words, *self._others(term.words))
        return self._known[term.words]

    def _others(self, word: str) -> list[str]:
        row = self._connection.execute("SELECT (ts_lexize('english_stem', %s::text))[1]", (word.lower(),)).fetchone()
        stem = row[0] if row else None
        if not stem:  # a word that stands everywhere
            return []
        rows = self._connection.execute(
            "SELECT guess FROM unnest(%s::text[]) WITH ORDINALITY AS each (guess, place) "
            "WHERE (ts_lexize('english_stem', guess))[1] = %s ORDER BY place",
            (guesses(word, stem), stem),
        )
        return [str(one[0]) for one in rows.fetchall()]


def _asked(term: Term, forms: _Forms) -> str:
    """A term as PostgreSQL is asked for it; "" if there is no word in it."""
    phrases = (" <-> ".join(f"'{word}'" for word in lexemes(form)) for form in forms.of(term))
    return " | ".join(f"({phrase}{':*' if term.prefix else ''})" for phrase in phrases if phrase)


class _Conditions:
    """Writes what a query asks of articles as conditions; `places`, if any, are where words are looked for."""

    def __init__(self, connection: Connection, forms: _Forms, places: frozenset[str]) -> None:
        self._connection = connection
        self._forms = forms
        self._places = places

    def of(self, node: Node) -> Condition:
        """The condition that a node is."""
        if isinstance(node, All) and not self._places:
            words = [part for part in node.parts if isinstance(part, Term) and not part.field]
            asked = [_asked(word, self._forms) for word in words]
            if len(words) > 1 and all(asked):
                rest = [self.of(part) for part in node.parts if part not in words]
                return joined([_all_of(asked), *rest], " AND ")
        return condition_of(node, self._of_term, _either)

    def _of_term(self, term: Term) -> Condition:
        match term.field:
            case "who":
                return self._in(FOUND, ("who",), term)
            case "tag":
                return self._in(OWN, ("tags",), term)
            case "status":
                return "strpos(statuses, %s) > 0", [status_sought(term)]
            case "collection":
                inside = self._collections_called(term.words)
                return "id IN (SELECT article_id FROM filed WHERE collection_id = ANY(%s))", [inside]
            case "outlet":
                return 'strpos(lower(outlet), lower(%s COLLATE "C")) > 0', [term.words]
            case "after":
                return f"{DATE} >= %s", [term.words]
            case "before":
                return f"{DATE} < %s", [term.words]
            case _:
                return self._of_words(term)

    def _of_words(self, term: Term) -> Condition:
        looked_in = [
            (group, tuple(place for place in group if place in self._places))
            for group in (TEXT, FOUND, OWN)
            if not self._places or set(group) & self._places
        ]
        if not self._places:  # claims and the names of actors stand in the text
            looked_in = [(TEXT, TEXT), (OWN, OWN)]
        return _either([self._in(group, places, term) for group, places in looked_in])

    def _in(self, group: tuple[str, ...], places: tuple[str, ...], term: Term) -> Condition:
        asked = _asked(term, self._forms)
        if not asked:
            return "false", []
        # The group is the one that an index is made of; of it, only some places may be meant.
        within = f" AND place IN ({_listed(places)})" if places != group else ""
        held = f"SELECT article_id FROM words WHERE place IN ({_listed(group)}){within} AND words @@ %s::tsquery"
        return f"{_AMONG}{held})", [asked]

    def _collections_called(self, name: str) -> list[str]:
        """The collections of that name, with all in them."""
        rows = self._connection.execute("SELECT id, parent, name FROM collection WHERE removed IS NULL").fetchall()
        inside = {str(one) for one, _, called in rows if plain(called) == plain(name)}
        while more := {str(one) for one, parent, _ in rows if parent in inside} - inside:
            inside |= more
        return sorted(inside)


def _all_of(asked: list[str]) -> Condition:
    """The condition that all of these words stand in an article, wherever in it.

    PostgreSQL reads in its index where all stand in one row of words. Where they stand in several, one of them stands
    apart from the text: these are few, and are looked through one by one.
    """
    together, one = (sign.join(f"({each})" for each in asked) for sign in (" & ", " | "))
    stands = (
        f"EXISTS (SELECT 1 FROM words AS other WHERE other.article_id = words.article_id "
        f"AND other.place IN ({_listed(TEXT + OWN)}) AND other.words @@ %s::tsquery)"
    )
    all_stand = " AND ".join([stands] * len(asked))
    apart = "(place = 'title' OR (place = 'text' AND piece > 0))"
    held = f"SELECT article_id FROM words WHERE place IN ({_listed(TEXT)}) AND words @@ %s::tsquery"
    others = (
        f"SELECT article_id FROM words WHERE {rows} AND words @@ %s::tsquery AND {all_stand}"
        for rows in (apart, f"place IN ({_listed(OWN)})")
    )
    return f"{_AMONG}{' UNION ALL '.join((held, *others))})", [together, *([one, *asked] * 2)]


def _either(parts: list[Condition]) -> Condition:
    """The condition that one of several holds.

    Where all of them name the articles that fit, their names are put together: PostgreSQL then begins with these, and
    does not go through all articles with each condition in hand.
    """
    if not all(text.startswith(_AMONG) for text, _ in parts):
        return any_of(parts)
    named = " UNION ALL ".join(text.removeprefix(_AMONG).removesuffix(")") for text, _ in parts)
    return f"{_AMONG}{named})", [value for _, values in parts for value in values]


def _listed(places: tuple[str, ...]) -> str:
    return ", ".join(f"'{place}'" for place in places)
