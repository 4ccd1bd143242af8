"""Briefs live, at a desk: what their lines referred to when each reader last saw them."""

import json
from collections.abc import Iterable
from hashlib import blake2b

from briefing.library import brief_acts, brief_states, organization_operations
from briefing.library.brief_states import State
from briefing.library.change import Done
from briefing.library.postgres import desk_annotations, desk_articles, desk_briefs, desk_findings
from briefing.library.postgres.desk_connection import Connection
from briefing.model import AffectedLine, Analysis, Annotation, BriefLine, Judgement


def keep(connection: Connection, operation: organization_operations.KeepBrief) -> Done:
    """Keep a brief; what its new lines refer to counts as seen by whoever made them."""
    done = brief_acts.keep(desk_briefs.Briefs(connection), operation)
    seen = _seen(connection, operation.brief.id)
    made = desk_briefs.brief(connection, operation.brief.id)
    _put(connection, made.id, [line for line in brief_states.lines_of(made) if line.id not in seen])
    return done


def affected(connection: Connection, brief_id: str) -> tuple[AffectedLine, ...]:
    """The lines of a brief whose sources are not what they were when the reader last saw it, in its order."""
    brief = desk_briefs.brief(connection, brief_id)
    return brief_states.affected(_Sources(connection), brief, _seen(connection, brief_id))


def see(connection: Connection, brief_id: str) -> None:
    """Remember what the lines of a brief refer to as it is now."""
    connection.execute("DELETE FROM brief_seen WHERE brief_id = %s AND reader = current_user", (brief_id,))
    _put(connection, brief_id, brief_states.lines_of(desk_briefs.brief(connection, brief_id)))


def _seen(connection: Connection, brief_id: str) -> dict[str, State]:
    rows = connection.execute(
        "SELECT line_id, state FROM brief_seen WHERE brief_id = %s AND reader = current_user", (brief_id,)
    )
    return {line_id: json.loads(state) for line_id, state in rows.fetchall()}


def _put(connection: Connection, brief_id: str, lines: Iterable[BriefLine]) -> None:
    sources = _Sources(connection)
    for line in lines:
        state = brief_states.state_of(sources, line)
        if state is not None:
            connection.execute(
                "INSERT INTO brief_seen (brief_id, line_id, state) VALUES (%s, %s, %s)",
                (brief_id, line.id, json.dumps(state, ensure_ascii=True)),
            )


class _Sources:
    """What lines of briefs refer to, for `brief_states`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def home(self, article_id: int) -> int:
        return desk_articles.home(self._connection, article_id)

    def article(self, article_id: int) -> State | None:
        row = self._connection.execute(
            "SELECT origin, version, statuses FROM article WHERE id = %s AND removed IS NULL", (article_id,)
        ).fetchone()
        return {"title": json.loads(row[0])[0], "version": row[1], "claims": json.loads(row[2])} if row else None

    def annotation(self, annotation_id: str) -> State | None:
        known = desk_annotations.Annotations(self._connection).stored(annotation_id)
        if known is None or known[2] is not None or self.article(known[1]) is None:
            return None
        annotation, _, _ = known
        # What a colleague keeps to himself is as good as gone.
        is_hidden = annotation.private and annotation.writer
        return (
            None
            if is_hidden
            else {"quote": _digest(annotation, annotation.anchor.exact), "note": _digest(annotation, annotation.note)}
        )

    def text(self, article_id: int) -> str:
        return desk_articles.text_of(self._connection, article_id)

    def analysis(self, article_id: int) -> Analysis | None:
        return desk_findings.read(self._connection, article_id)

    def judgements(self, article_id: int) -> list[Judgement]:
        return desk_annotations.judgements(self._connection, article_id)


def _digest(annotation: Annotation, words: str) -> str:
    """Tells whether words of a note are others, and not which they are: all readers can look at what is kept of it."""
    key = f"{annotation.id} {annotation.created.isoformat()}".encode("utf-8", "replace")
    return blake2b(words.encode("utf-8", "surrogatepass"), key=key[-blake2b.MAX_KEY_SIZE :], digest_size=16).hexdigest()
