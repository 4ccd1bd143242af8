"""The words of articles as PostgreSQL looks for them: folded, with their places, up to date after each change."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefing.library.collation import plain
from briefing.library.finding_rows import FindingRows, rows_of
from briefing.library.postgres import desk_annotations, desk_finding_rows, desk_findings
from briefing.library.postgres.desk_articles import text_of
from briefing.library.postgres.desk_connection import Connection
from briefing.library.reader_rows import annotation_of
from briefing.model import Annotation

TEXT, FOUND, OWN = ("title", "text"), ("who", "claims"), ("notes", "tags")
"""Where words stand: in what was read, in what was found in it, and in what the reader wrote."""

_GAPS = re.compile(r"[\W_]+")
_PIECE, _OVERLAP = 10_000, 20
"""Words of a piece, and how many of them stand in the next one, too, so that phrases are found across."""

_LONGEST = 200
_MOST_PLACES = 200
"""Code points of a word, and places of one word in a piece, that are told apart: PostgreSQL has its bounds."""


def lexemes(text: str) -> list[str]:
    """The words of a text in their order, without case and accents."""
    return [word[:_LONGEST] for word in _GAPS.split(plain(text)) if word]


def settle(connection: Connection) -> None:
    """Write the words of the articles that a transaction has touched; its last act."""
    rows = connection.execute(
        "DELETE FROM words_due AS due USING article WHERE id = due.article_id RETURNING id, origin, whole"
    )
    for number, origin, whole in rows.fetchall():
        _write(connection, number, "title", json.loads(origin)[0])
        if whole:
            _write(connection, number, "text", text_of(connection, number))
            analysis = desk_findings.read(connection, number)
            if analysis is not None:
                write_findings(connection, number, rows_of(analysis, text_of(connection, number)))
            for judgement in desk_annotations.judgements(connection, number):
                desk_annotations.Judgements(connection).put(number, judgement)
        _write_own(connection, number)


def write_findings(connection: Connection, article_id: int, rows: FindingRows) -> None:
    """Write who is named in an article and what is claimed in it."""
    desk_finding_rows.write(connection, article_id, rows)
    _write(connection, article_id, "who", rows.who)
    _write(connection, article_id, "claims", rows.said)


def is_due(connection: Connection) -> bool:
    """Whether words of articles are to be written that were kept before there were words to look for."""
    return connection.execute("SELECT 1 FROM words_due LIMIT 1").fetchone() is not None


def notes_of(connection: Connection, article_id: int) -> str:
    """The reader's notes on an article, one after the other."""
    found = (annotation for annotation in _annotations(connection, article_id) if annotation.note)
    return " | ".join(one.note for one in sorted(found, key=lambda one: one.anchor.span.start))


def _write_own(connection: Connection, article_id: int) -> None:
    annotations = list(_annotations(connection, article_id))
    rows = connection.execute("SELECT tag FROM article_tag WHERE article_id = %s", (article_id,))
    tags = [tag for one in annotations for tag in one.tags] + [str(row[0]) for row in rows.fetchall()]
    _write(connection, article_id, "notes", " | ".join(one.note for one in annotations))
    _write(connection, article_id, "tags", " | ".join(tags))


def _annotations(connection: Connection, article_id: int) -> Iterator[Annotation]:
    rows = connection.execute("SELECT content FROM annotation WHERE article_id = %s AND removed IS NULL", (article_id,))
    return (annotation_of(json.loads(row[0])) for row in rows.fetchall())


def _write(connection: Connection, article_id: int, place: str, text: str) -> None:
    connection.execute("DELETE FROM words WHERE article_id = %s AND place = %s", (article_id, place))
    found = lexemes(text)
    for piece, start in enumerate(range(0, len(found), _PIECE)):
        connection.execute(
            "INSERT INTO words (article_id, place, piece, words) VALUES (%s, %s, %s, %s::tsvector)",
            (article_id, place, piece, _vector(found[start : start + _PIECE + _OVERLAP])),
        )


def _vector(words: Iterable[str]) -> str:
    places: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words, 1):
        places[word].append(number)
    return " ".join(f"'{word}':{','.join(map(str, at[:_MOST_PLACES]))}" for word, at in places.items())
