"""Briefs live, in SQLite: what their lines referred to when the reader last saw them."""

import json
from collections.abc import Iterable

import apsw

from briefing.library import brief_acts, brief_states, organization_operations
from briefing.library.brief_states import State
from briefing.library.change import Done
from briefing.library.sqlite import annotations, articles, briefs, stored_findings, versions
from briefing.model import AffectedLine, Analysis, BriefLine, Judgement


def keep(connection: apsw.Connection, operation: organization_operations.KeepBrief) -> Done:
    """Keep a brief; what its new lines refer to counts as seen."""
    done = brief_acts.keep(briefs.Briefs(connection), operation)
    seen = _seen(connection, operation.brief.id)
    made = briefs.brief(connection, operation.brief.id)
    _put(connection, made.id, [line for line in brief_states.lines_of(made) if line.id not in seen])
    return done


def affected(connection: apsw.Connection, brief_id: str) -> tuple[AffectedLine, ...]:
    """The lines of a brief whose sources are not what they were when it was last seen, in its order."""
    brief = briefs.brief(connection, brief_id)
    return brief_states.affected(_Sources(connection), brief, _seen(connection, brief_id))


def see(connection: apsw.Connection, brief_id: str) -> None:
    """Remember what the lines of a brief refer to as it is now."""
    connection.execute("DELETE FROM brief_seen WHERE brief_id = ?", (brief_id,))
    _put(connection, brief_id, brief_states.lines_of(briefs.brief(connection, brief_id)))


def _seen(connection: apsw.Connection, brief_id: str) -> dict[str, State]:
    rows = connection.execute("SELECT line_id, state FROM brief_seen WHERE brief_id = ?", (brief_id,))
    return {line_id: json.loads(state) for line_id, state in rows}


def _put(connection: apsw.Connection, brief_id: str, lines: Iterable[BriefLine]) -> None:
    sources = _Sources(connection)
    connection.executemany(
        "INSERT INTO brief_seen (brief_id, line_id, state) VALUES (?, ?, ?)",
        [
            (brief_id, line.id, json.dumps(state, ensure_ascii=False))
            for line in lines
            if (state := brief_states.state_of(sources, line)) is not None
        ],
    )


class _Sources:
    """What lines of briefs refer to, for `brief_states`."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def home(self, article_id: int) -> int:
        return versions.home(self._connection, article_id)

    def article(self, article_id: int) -> State | None:
        row = self._connection.execute(
            "SELECT title, version, statuses FROM article WHERE id = ? AND removed IS NULL", (article_id,)
        ).fetchone()
        return {"title": row[0], "version": row[1], "claims": json.loads(row[2])} if row else None

    def annotation(self, annotation_id: str) -> State | None:
        row = self._connection.execute(
            "SELECT exact, note FROM annotation JOIN article ON article.id = article_id "
            "WHERE annotation.id = ? AND annotation.removed IS NULL AND article.removed IS NULL",
            (annotation_id,),
        ).fetchone()
        return {"quote": row[0], "note": row[1]} if row else None

    def text(self, article_id: int) -> str:
        return articles.text_of(self._connection, article_id)

    def analysis(self, article_id: int) -> Analysis | None:
        return stored_findings.read(self._connection, article_id)

    def judgements(self, article_id: int) -> list[Judgement]:
        return annotations.judgements(self._connection, article_id)
