"""The reader's word on who is who, as rows."""

import json

import apsw

from briefing.library.reader_objects import actor_word_from_object, actor_word_object
from briefing.model import ActorJudgement


def of_article(connection: apsw.Connection, article_id: int) -> tuple[ActorJudgement, ...]:
    """The reader's word on the actors of an article, in the order in which it was given."""
    rows = connection.execute("SELECT content FROM actor_judgement WHERE article_id = ?", (article_id,))
    found = [actor_word_from_object(json.loads(row[0])) for row in rows]
    return tuple(sorted(found, key=lambda judgement: (judgement.created, judgement.id)))


def anywhere(connection: apsw.Connection, judgement_id: str) -> ActorJudgement | None:
    """The reader's word with this id on whatever article; None if there is none."""
    row = connection.execute("SELECT content FROM actor_judgement WHERE id = ?", (judgement_id,)).fetchone()
    return actor_word_from_object(json.loads(row[0])) if row else None


def put(connection: apsw.Connection, article_id: int, judgement: ActorJudgement) -> None:
    """Insert the reader's word on actors."""
    connection.execute(
        "INSERT INTO actor_judgement (id, article_id, content) VALUES (?, ?, ?)",
        (judgement.id, article_id, json.dumps(actor_word_object(judgement), ensure_ascii=False)),
    )


def delete(connection: apsw.Connection, judgement_id: str) -> None:
    """Delete the reader's word with this id."""
    connection.execute("DELETE FROM actor_judgement WHERE id = ?", (judgement_id,))
