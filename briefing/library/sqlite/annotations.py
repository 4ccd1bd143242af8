"""Annotations and judgements as rows."""

from dataclasses import replace

import apsw

from briefing.library.anchoring import place, standing, standing_disputes
from briefing.library.reader_rows import annotation_of, annotation_row, judgement_of, judgement_row
from briefing.library.sqlite import articles, versions
from briefing.model import Annotation, Judgement, Span

_ANCHOR = 'start, "end", exact, prefix, suffix'
ANNOTATION = f"id, {_ANCHOR}, colour, note, tags, created, modified"
_JUDGEMENT = (
    f"{_ANCHOR}, status, source_rating, information_rating, dismissed, source, note, made, words, disputed_by, "
    "created, modified"
)


def annotations(connection: apsw.Connection, article_id: int, text: str) -> list[Annotation]:
    """The annotations of an article, each placed in `text`, in its order; the newest version has those of all."""
    rows = connection.execute(
        f"SELECT {ANNOTATION} FROM annotation WHERE article_id = ? AND removed IS NULL",
        (versions.home(connection, article_id),),
    )
    found = [place(annotation_of(row), text) for row in rows]
    return sorted(found, key=lambda annotation: (annotation.anchor.span, annotation.created, annotation.id))


def stored(connection: apsw.Connection, annotation_id: str) -> tuple[Annotation, int, str | None] | None:
    """An annotation as it is stored, not placed, its article, and since when it lies in the bin; None if nowhere."""
    row = connection.execute(
        f"SELECT article_id, removed, {ANNOTATION} FROM annotation WHERE id = ?", (annotation_id,)
    ).fetchone()
    return None if row is None else (annotation_of(row[2:]), row[0], row[1])


class Texts:
    """The texts of articles, of which the last one is remembered: to unpack it takes longer than to keep a note."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._article_id, self._text = 0, ""

    def of(self, article_id: int) -> str:
        """The canonical text of an article.

        Raises:
            LibraryFailure: if there is none with this number, or it is damaged.
        """
        if article_id != self._article_id:
            self._article_id, self._text = article_id, articles.text_of(self._connection, article_id)
        return self._text


def put(connection: apsw.Connection, article_id: int, annotation: Annotation, texts: Texts | None = None) -> None:
    """Insert an annotation, or put it in the place of the one with the same id."""
    text = (texts or Texts(connection)).of(article_id)
    connection.execute(
        f"INSERT INTO annotation (article_id, orphan, {ANNOTATION}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET article_id = excluded.article_id, orphan = excluded.orphan, "
        'start = excluded.start, "end" = excluded."end", '
        "exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix, colour = excluded.colour, "
        "note = excluded.note, tags = excluded.tags, created = excluded.created, modified = excluded.modified",
        (article_id, int(standing(annotation.anchor, text) is None), *annotation_row(annotation)),
    )


def look_for_orphans(connection: apsw.Connection, article_id: int, text: str) -> None:
    """Note of each annotation on an article whether its words stand in this text, that of the newest version."""
    rows = connection.execute(f"SELECT {ANNOTATION} FROM annotation WHERE article_id = ?", (article_id,))
    for annotation in [annotation_of(row) for row in rows]:
        orphan = int(standing(annotation.anchor, text) is None)
        connection.execute("UPDATE annotation SET orphan = ? WHERE id = ?", (orphan, annotation.id))


class Annotations:
    """The rows of annotations, for `annotation_acts`."""

    def __init__(self, connection: apsw.Connection, texts: Texts | None = None) -> None:
        self._connection = connection
        self._texts = texts

    def stored(self, annotation_id: str) -> tuple[Annotation, int, str | None] | None:
        """An annotation as it is kept, its article, and since when it lies in the bin; None if there is none."""
        return stored(self._connection, annotation_id)

    def put(self, article_id: int, annotation: Annotation) -> None:
        """Insert an annotation, or put it in the place of the one with the same id."""
        put(self._connection, article_id, annotation, self._texts)

    def delete(self, annotation_id: str) -> None:
        """Delete an annotation for good."""
        self._connection.execute("DELETE FROM annotation WHERE id = ?", (annotation_id,))

    def set_removed(self, annotation_id: str, since: str | None) -> None:
        """Say since when an annotation lies in the bin; None takes it out."""
        self._connection.execute("UPDATE annotation SET removed = ? WHERE id = ?", (since, annotation_id))

    def home(self, article_id: int) -> int:
        """The newest version of an article."""
        return versions.home(self._connection, article_id)


def carry_judgements(connection: apsw.Connection, older: int, newer: int, text: str) -> None:
    """Let a newer version have the reader's word on the claims whose words stand in its text, too."""
    for judgement in judgements(connection, older):
        stands = standing(judgement.claim, text)
        if stands is not None:
            words = standing(judgement.words, text) if judgement.words else None
            disputed_by = standing_disputes(judgement, text)
            placed = replace(judgement, claim=stands, words=words, disputed_by=disputed_by)
            put_judgement(connection, newer, placed)


def judgements(connection: apsw.Connection, article_id: int) -> list[Judgement]:
    """The reader's judgements on the claims of an article, in text order."""
    rows = connection.execute(
        f'SELECT {_JUDGEMENT} FROM judgement WHERE article_id = ? ORDER BY start, "end"', (article_id,)
    )
    return [judgement_of(row) for row in rows]


def colleagues_judgements(connection: apsw.Connection, article_id: int) -> tuple[Judgement, ...]:
    """None: nobody else writes in a library of the reader's own."""
    del connection, article_id
    return ()


def colleagues(connection: apsw.Connection) -> tuple[str, ...]:
    """Nobody."""
    del connection
    return ()


def judgement_at(connection: apsw.Connection, article_id: int, span: Span) -> Judgement | None:
    """The judgement on the claim at exactly this span, or None."""
    row = connection.execute(
        f'SELECT {_JUDGEMENT} FROM judgement WHERE article_id = ? AND start = ? AND "end" = ?',
        (article_id, span.start, span.end),
    ).fetchone()
    return None if row is None else judgement_of(row)


def put_judgement(connection: apsw.Connection, article_id: int, judgement: Judgement) -> None:
    """Insert a judgement, or put it in the place of the one on the same claim."""
    connection.execute(
        f"INSERT OR REPLACE INTO judgement (article_id, {_JUDGEMENT}) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (article_id, *judgement_row(judgement)),
    )
