"""The words of articles as PostgreSQL looks for them: folded, with their places, up to date after each change."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

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
        found = {"title": json.loads(origin)[0], **_own(connection, number)}
        if whole:
            found["text"] = text_of(connection, number)
        _write(connection, number, found)
        if whole:
            analysis = desk_findings.read(connection, number)
            if analysis is not None:
                write_findings(connection, number, rows_of(analysis, text_of(connection, number)))
            for judgement in desk_annotations.all_judgements(connection, number):
                desk_annotations.Judgements(connection).put(number, judgement)


def write_findings(connection: Connection, article_id: int, rows: FindingRows) -> None:
    """Write who is named in an article and what is claimed in it."""
    desk_finding_rows.write(connection, article_id, rows)
    _write(connection, article_id, {"who": rows.who, "claims": rows.said})


def is_due(connection: Connection) -> bool:
    """Whether words of articles are to be written that were kept before there were words to look for."""
    return connection.execute("SELECT 1 FROM words_due LIMIT 1").fetchone() is not None


def notes_of(connection: Connection, article_id: int) -> str:
    """The reader's notes on an article, one after the other."""
    found = (annotation for annotation in _annotations(connection, article_id) if annotation.note)
    return " | ".join(one.note for one in sorted(found, key=lambda one: one.anchor.span.start))


def _own(connection: Connection, article_id: int) -> dict[str, str]:
    """What readers wrote on an article, by where it stands; what others must not see is found by nobody."""
    rows = connection.execute(
        "SELECT content, NULL FROM annotation WHERE article_id = %(number)s AND removed IS NULL AND NOT private "
        "UNION ALL SELECT NULL, tag FROM article_tag WHERE article_id = %(number)s",
        {"number": article_id},
    ).fetchall()
    annotations = [annotation_of(json.loads(content)) for content, _ in rows if content is not None]
    tags = [tag for one in annotations for tag in one.tags] + [str(tag) for _, tag in rows if tag is not None]
    return {"notes": " | ".join(one.note for one in annotations), "tags": " | ".join(tags)}


def _annotations(connection: Connection, article_id: int) -> Iterator[Annotation]:
    rows = connection.execute(
        "SELECT content FROM annotation WHERE article_id = %s AND removed IS NULL AND NOT private", (article_id,)
    )
    return (annotation_of(json.loads(row[0])) for row in rows.fetchall())


def _write(connection: Connection, article_id: int, texts: Mapping[str, str]) -> None:
    """Write the words of some places of an article, and of no others."""
    pieces = [
        (place, piece, _vector(found[start : start + _PIECE + _OVERLAP]))
        for place, found in ((place, lexemes(text)) for place, text in texts.items())
        for piece, start in enumerate(range(0, len(found), _PIECE))
    ]
    connection.execute("DELETE FROM words WHERE article_id = %s AND place = ANY(%s)", (article_id, list(texts)))
    connection.execute(
        "INSERT INTO words (article_id, place, piece, words) "
        "SELECT %s, place, piece, words::tsvector FROM unnest(%s::text[], %s::integer[], %s::text[]) "
        "AS each (place, piece, words)",
        (article_id, *([one[at] for one in pieces] for at in range(3))),
    )


def _vector(words: Iterable[str]) -> str:
    places: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(words, 1):
        places[word].append(number)
    return " ".join(f"'{word}':{','.join(map(str, at[:_MOST_PLACES]))}" for word, at in places.items())
