"""Annotations and judgements in PostgreSQL."""

import json
from dataclasses import replace
from uuid import NAMESPACE_OID, uuid5

from briefing.library.anchoring import place, standing, standing_disputes
from briefing.library.collation import plain_name
from briefing.library.postgres import desk_articles, desk_findings
from briefing.library.postgres.desk_connection import Connection
from briefing.library.postgres.desk_finding_rows import storable
from briefing.library.reader_rows import annotation_of, annotation_row, judgement_of, judgement_row
from briefing.model import Annotation, Judgement, Span

_KEPT = "content, nullif(writer, current_user), private"
"""What an annotation is made of: who wrote it is nobody if the reader did."""

HELD = """NOT EXISTS (SELECT 1 FROM judgement AS better WHERE better.article_id = word.article_id
    AND better.start = word.start AND better.finish = word.finish
    AND (better.writer = current_user, better.modified) > (word.writer = current_user, word.modified))"""
"""Whether a judgement, called word, holds for the reader: his own does, else the last of a colleague."""

SEEN = "(NOT annotation.private OR annotation.writer = current_user)"
"""Which annotations the reader sees."""


_NOTED = "WITH place AS (INSERT INTO noted (article_id) VALUES (%(article)s) ON CONFLICT DO NOTHING)"
"""Where the annotation lies is there when it is."""

_CHANGE = f"""
{_NOTED}
UPDATE annotation SET article_id = %(article)s, content = %(content)s, has_note = %(has_note)s, tags = %(tags)s,
    modified = %(modified)s, private = CASE WHEN writer = current_user THEN %(private)s ELSE private END
WHERE id = %(id)s AND {SEEN}
"""
_INSERT = f"""
{_NOTED}
INSERT INTO annotation (id, article_id, content, has_note, tags, modified, private, writer)
VALUES (%(id)s, %(article)s, %(content)s, %(has_note)s, %(tags)s, %(modified)s, %(private)s,
    coalesce(nullif(%(writer)s, ''), current_user))
ON CONFLICT DO NOTHING
"""


class Annotations:
    """The rows of annotations, for `annotation_acts`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def stored(self, annotation_id: str) -> tuple[Annotation, int, str | None] | None:
        """An annotation as it is kept, its article, and since when it lies in the bin; None if there is none."""
        row = self._connection.execute(
            f"SELECT {_KEPT}, article_id, removed FROM annotation WHERE id = %s", (annotation_id,)
        ).fetchone()
        return None if row is None else (_annotation(*row[:3]), row[3], row[4])

    def put(self, article_id: int, annotation: Annotation) -> None:
        """Insert an annotation, or put it in the place of the one with the same id, whose writer stays its writer.

        Where a colleague keeps one of that id to himself, it comes in under another one: the same each time.
        """
        desk_articles.text_of(self._connection, article_id)
        if not self._put(article_id, annotation):
            beside = uuid5(NAMESPACE_OID, f"{annotation.id} {self._connection.info.user}")
            self._put(article_id, replace(annotation, id=str(beside)))

    def _put(self, article_id: int, annotation: Annotation) -> bool:
        values = {
            "id": annotation.id,
            "article": article_id,
            "content": json.dumps(annotation_row(annotation), ensure_ascii=False),
            "has_note": annotation.note != "",
            "tags": [tag.replace("\0", "") for tag in annotation.tags],
            "modified": annotation.modified.isoformat(),
            "private": annotation.private,
            "writer": annotation.writer.replace("\0", ""),
        }
        return any(self._connection.execute(statement, values).rowcount for statement in (_CHANGE, _INSERT))

    def delete(self, annotation_id: str) -> None:
        """Delete an annotation for good."""
        self._connection.execute("DELETE FROM annotation WHERE id = %s", (annotation_id,))

    def set_removed(self, annotation_id: str, since: str | None) -> None:
        """Say since when an annotation lies in the bin; None takes it out."""
        self._connection.execute("UPDATE annotation SET removed = %s WHERE id = %s", (since, annotation_id))

    def home(self, article_id: int) -> int:
        """The newest version of an article."""
        return desk_articles.home(self._connection, article_id)


class Judgements:
    """The rows of judgements, for `judgement_acts`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def at(self, article_id: int, span: Span) -> Judgement | None:
        """The reader's own judgement on the claim at exactly this span, or None."""
        row = self._connection.execute(
            "SELECT content FROM judgement WHERE article_id = %s AND start = %s AND finish = %s "
            "AND writer = current_user",
            (article_id, span.start, span.end),
        ).fetchone()
        return None if row is None else judgement_of(json.loads(row[0]))

    def put(self, article_id: int, judgement: Judgement) -> None:
        """Insert a judgement, or put it in the place of the one of the same writer on the same claim."""
        span = judgement.claim.span
        self._connection.execute(
            "INSERT INTO judgement (article_id, start, finish, content, source, dismissed, note, modified, writer) "
            "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, coalesce(nullif(%s, ''), current_user)) "
            "ON CONFLICT (article_id, start, finish, writer) DO UPDATE SET content = excluded.content, "
            "source = excluded.source, dismissed = excluded.dismissed, note = excluded.note, "
            "modified = excluded.modified",
            (
                article_id,
                span.start,
                span.end,
                json.dumps(judgement_row(judgement), ensure_ascii=False),
                None if judgement.source is None else storable(plain_name(judgement.source)),
                judgement.dismissed,
                judgement.note != "",
                judgement.modified.isoformat(),
                judgement.writer.replace("\0", ""),
            ),
        )

    def remove(self, article_id: int, span: Span) -> None:
        """Delete the reader's own judgement on the claim at exactly this span."""
        self._connection.execute(
            "DELETE FROM judgement WHERE article_id = %s AND start = %s AND finish = %s AND writer = current_user",
            (article_id, span.start, span.end),
        )

    def recount(self, article_id: int) -> None:
        """Count the claims of an article by status anew, for the list."""
        # The same numbers for all: on each claim the last word counts, whoever gave it.
        last = {
            one.claim.span: one
            for one in sorted(all_judgements(self._connection, article_id), key=lambda one: one.modified)
        }
        desk_findings.recount(self._connection, article_id, list(last.values()))


def placed(connection: Connection, article_id: int) -> list[Annotation]:
    """The annotations of an article, each placed in its text, in text order; the newest version has those of all."""
    text = desk_articles.text_of(connection, article_id)
    rows = connection.execute(
        f"SELECT {_KEPT} FROM annotation WHERE article_id = %s AND removed IS NULL AND {SEEN}",
        (desk_articles.home(connection, article_id),),
    )
    found = [place(_annotation(*row), text) for row in rows.fetchall()]
    return sorted(found, key=lambda annotation: (annotation.anchor.span, annotation.created, annotation.id))


def anywhere(connection: Connection, annotation_id: str) -> Annotation | None:
    """The annotation of that identity on whatever article, as it was kept; None if there is none."""
    known = Annotations(connection).stored(annotation_id)
    return known[0] if known else None


def judgements(connection: Connection, article_id: int) -> list[Judgement]:
    """What holds of the claims of an article, in text order: the reader's own word, else the last of a colleague."""
    found: dict[Span, Judgement] = {}
    for judgement in sorted(all_judgements(connection, article_id), key=lambda one: (not one.writer, one.modified)):
        found[judgement.claim.span] = judgement
    return sorted(found.values(), key=lambda one: one.claim.span)


def colleagues_judgements(connection: Connection, article_id: int) -> tuple[Judgement, ...]:
    """What colleagues say of the claims of an article, in text order, and by their names."""
    found = (one for one in all_judgements(connection, article_id) if one.writer)
    return tuple(sorted(found, key=lambda one: (one.claim.span, one.writer)))


def writers(connection: Connection) -> tuple[str, ...]:
    """The colleagues who wrote something, by name."""
    rows = connection.execute(
        f"SELECT writer FROM annotation WHERE removed IS NULL AND {SEEN} UNION SELECT writer FROM judgement"
        " EXCEPT SELECT current_user ORDER BY 1"
    )
    return tuple(str(row[0]) for row in rows.fetchall())


def all_judgements(connection: Connection, article_id: int) -> list[Judgement]:
    """What everybody says of the claims of an article, in no order."""
    rows = connection.execute(
        "SELECT content, nullif(writer, current_user) FROM judgement WHERE article_id = %s", (article_id,)
    )
    return [replace(judgement_of(json.loads(content)), writer=writer or "") for content, writer in rows.fetchall()]


def _annotation(content: str, writer: str | None, private: bool) -> Annotation:
    return replace(annotation_of(json.loads(content)), writer=writer or "", private=private)


def carry_judgements(connection: Connection, older: int, newer: int, text: str) -> None:
    """Let a newer version have the reader's word on the claims whose words stand in its text, too."""
    for judgement in all_judgements(connection, older):
        stands = standing(judgement.claim, text)
        if stands is not None:
            words = standing(judgement.words, text) if judgement.words else None
            disputed_by = standing_disputes(judgement, text)
            carried = replace(judgement, claim=stands, words=words, disputed_by=disputed_by)
            Judgements(connection).put(newer, carried)
