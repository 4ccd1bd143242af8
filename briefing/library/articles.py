"""Articles and their analyses as rows."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import apsw

from briefing.library.failures import LibraryFailure
from briefing.model import Analysis, Article, KeptArticle, Origin, words_of
from briefing.model.analysis_json import analysis_from_object, article_from_object, article_object, findings_object

_ORIGIN = "title, byline, outlet, published, language, address, file, digest, media_type"

_LISTED = f"""
SELECT article.id, {_ORIGIN}, added, opened, words,
    (SELECT json_group_object(status, number) FROM
        (SELECT status, count(*) AS number FROM claim WHERE claim.article_id = article.id GROUP BY status)),
    (SELECT count(*) FROM annotation WHERE annotation.article_id = article.id),
    EXISTS (SELECT 1 FROM analysis WHERE analysis.article_id = article.id)
FROM article
"""


def add(connection: apsw.Connection, article: Article) -> int:
    """Insert an article and return its number."""
    origin = article.origin
    blocks = json.dumps(article_object(article)["blocks"], separators=(",", ":"))
    connection.execute(
        f"INSERT INTO article ({_ORIGIN}, text, blocks, words, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.title,
            origin.byline,
            origin.outlet,
            origin.published,
            origin.language,
            origin.address,
            origin.file,
            origin.digest,
            origin.media_type,
            article.text,
            blocks,
            len(article.text.split()),
            now(),
        ),
    )
    return connection.last_insert_rowid()


def find(connection: apsw.Connection, digest: str) -> int | None:
    """The number of the article with this digest, in the bin or not."""
    row = connection.execute("SELECT id FROM article WHERE digest = ?", (digest,)).fetchone()
    return None if row is None else int(row[0])


def listed(connection: apsw.Connection) -> list[KeptArticle]:
    """All articles that are not in the bin, newest first."""
    return [_kept(row) for row in connection.execute(f"{_LISTED} WHERE removed IS NULL ORDER BY article.id DESC")]


def kept(connection: apsw.Connection, article_id: int) -> KeptArticle:
    """What the list shows of one article.

    Raises:
        LibraryFailure: if there is none with this number.
    """
    row = connection.execute(f"{_LISTED} WHERE article.id = ?", (article_id,)).fetchone()
    if row is None:
        raise LibraryFailure("This article is not in the library any more.")
    return _kept(row)


def read(connection: apsw.Connection, article_id: int) -> Article:
    """A whole article.

    Raises:
        LibraryFailure: if there is none with this number.
    """
    row = connection.execute(f"SELECT {_ORIGIN}, text, blocks FROM article WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        raise LibraryFailure("This article is not in the library any more.")
    *origin, text, blocks = row
    return article_from_object({"text": text, "blocks": json.loads(blocks)}, Origin(*origin))


def keep_analysis(connection: apsw.Connection, article_id: int, analysis: Analysis, text: str) -> None:
    """Put `analysis` in the place of an older one; what the reader wrote is not touched."""
    for table in ("analysis", "actor", "claim"):
        connection.execute(f"DELETE FROM {table} WHERE article_id = ?", (article_id,))
    findings = json.dumps(findings_object(analysis), ensure_ascii=False, separators=(",", ":"))
    connection.execute(
        "INSERT INTO analysis (article_id, engine, findings, made) VALUES (?, ?, ?, ?)",
        (article_id, analysis.engine, findings, now()),
    )
    connection.executemany(
        "INSERT INTO actor (article_id, id, name, kind) VALUES (?, ?, ?, ?)",
        [(article_id, actor.id, actor.name, actor.kind.value) for actor in analysis.actors],
    )
    connection.executemany(
        "INSERT INTO claim (article_id, id, status, certainty, voice, start, content, source) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        _claim_rows(article_id, analysis, text),
    )
    _index_findings(connection, article_id, analysis, text)


def analysis(connection: apsw.Connection, article_id: int) -> Analysis | None:
    """The newest analysis of an article, or None."""
    row = connection.execute("SELECT findings FROM analysis WHERE article_id = ?", (article_id,)).fetchone()
    return None if row is None else analysis_from_object(json.loads(row[0]))


def now() -> str:
    """This moment (UTC) as it is stored: ISO 8601 to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _claim_rows(article_id: int, analysis: Analysis, text: str) -> Iterable[tuple[Any, ...]]:
    for claim in analysis.claims:
        hop = claim.innermost
        source = " and ".join(analysis.source_names(claim)) or (words_of(hop.source, text) if hop else "")
        yield (
            article_id,
            claim.id,
            claim.status.value,
            claim.certainty.value,
            claim.voice.value,
            claim.start,
            words_of(claim.content, text),
            source,
        )


def _index_findings(connection: apsw.Connection, article_id: int, analysis: Analysis, text: str) -> None:
    names = [name for actor in analysis.actors for name in (actor.name, *actor.aliases)]
    sources = [words_of(hop.source, text) for claim in analysis.claims for hop in claim.attributions]
    claims = [words_of(claim.content, text) for claim in analysis.claims]
    connection.execute("DELETE FROM finding_words WHERE rowid = ?", (article_id,))
    connection.execute(
        "INSERT INTO finding_words (rowid, who, claims) VALUES (?, ?, ?)",
        (article_id, " | ".join(names + sources), " | ".join(claims)),
    )


def _kept(row: tuple[Any, ...]) -> KeptArticle:
    article_id, *origin, added, opened, words, statuses, annotations, analysed = row
    counts = tuple(json.loads(statuses).items())
    return KeptArticle(
        id=article_id,
        origin=Origin(*origin),
        added=datetime.fromisoformat(added),
        opened=datetime.fromisoformat(opened) if opened else None,
        claims=sum(number for _, number in counts) if analysed else None,
        statuses=counts,
        annotations=annotations,
        words=words,
    )
