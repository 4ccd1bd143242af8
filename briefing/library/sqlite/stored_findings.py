"""Analyses as they are kept: whole and packed, and as rows of actors and claims that can be asked across articles."""

import apsw

from briefing.library.finding_rows import FindingRows, rows_of
from briefing.library.packed_findings import PreparedFindings, unpack
from briefing.library.sqlite import actor_judgements, articles, findings_index, standings, story_members
from briefing.model import Analysis, with_actor_judgements


def keep(connection: apsw.Connection, article_id: int, made: PreparedFindings) -> None:
    """Put findings in the place of older ones; what the reader wrote is not touched."""
    again = connection.execute("SELECT 1 FROM analysis WHERE article_id = ?", (article_id,)).fetchone() is not None
    connection.execute(
        "INSERT OR REPLACE INTO analysis (article_id, engine, made, findings) VALUES (?, ?, ?, ?)",
        (article_id, made.engine, articles.now(), made.packed),
    )
    if again:
        story_members.forget(connection, article_id)
    if actor_judgements.of_article(connection, article_id):
        derive_again(connection, article_id)
        return
    if again:
        findings_index.remove(connection, article_id)
    _write(connection, article_id, made.rows)


def read(connection: apsw.Connection, article_id: int) -> Analysis | None:
    """The newest analysis of an article, or None; one that is damaged is none, and can be made again."""
    row = connection.execute("SELECT findings FROM analysis WHERE article_id = ?", (article_id,)).fetchone()
    try:
        return None if row is None else unpack(row[0])
    except (KeyError, ValueError):
        return None


def after(connection: apsw.Connection, number: int, count: int, part: int = 0, parts: int = 1) -> tuple[int, ...]:
    """The next `count` articles behind a number that are shown and analysed, of one part of all."""
    rows = connection.execute(
        "SELECT article.id FROM article JOIN analysis ON analysis.article_id = article.id "
        "WHERE article.shown AND article.id > ? AND article.id % ? = ? ORDER BY article.id LIMIT ?",
        (number, parts, part, count),
    )
    return tuple(int(row[0]) for row in rows)


def derive_again(connection: apsw.Connection, article_id: int) -> None:
    """Make the rows of an article's findings anew, with the reader's word on its actors."""
    analysis = read(connection, article_id)
    if analysis is None:
        return
    text = articles.text_of(connection, article_id)
    seen = with_actor_judgements(analysis, actor_judgements.of_article(connection, article_id), text)
    findings_index.remove(connection, article_id)
    _write(connection, article_id, rows_of(seen, text))


def _write(connection: apsw.Connection, article_id: int, rows: FindingRows) -> None:
    findings_index.write(connection, article_id, rows)
    if standings.is_judged(connection, article_id):
        standings.recount(connection, article_id)
