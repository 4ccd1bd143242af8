"""Analyses as they are kept: whole and packed, and as rows of actors and claims that can be asked across articles."""

import json
from itertools import chain, islice

import apsw

from briefing.library import actor_judgements, articles, compression, findings_index, standings, story_members
from briefing.library.findings_index import FindingRows, rows_of
from briefing.library.span_delta import MARK, absolute, relative
from briefing.model import Analysis, with_actor_judgements
from briefing.model.analysis_json import actor_objects, analysis_from_object, claim_objects, findings_head
from briefing.records import dataclass

_DICTIONARY = (
    b'"kind":"person","aliases":["kind":"organization","aliases":["kind":"government","aliases":["kind":"country",'
    b'"rule":"disputed","sentence":"rule":"confirmed","sentence":"rule":"unclear","sentence":"rule":"unnamed",'
    b'"voice":"direct","attributions":[],"voice":"mixed","attributions":[{"voice":"indirect","attributions":[{"source":'
    b'"voice":"narrated","attributions":[],"certainty":"certain","certainty":"probable","certainty":"possible",'
    b'"certainty":"unknown","polarity":"-","status":"disputed","status":"confirmed","status":"unclear","status":'
    b'"unnamed","status":"relayed","status":"on_record","status":"claimed","status":"unattributed","evidence":[{'
    b'"links":[{"kind":"repeats","to":"c"links":[{"kind":"denies","to":"c"stance":"confirms"}],"actor":null,'
    b'"actor_ids":["a1"],"source_kind":"person","stance":"says"}],"certainty":"certain","polarity":"+","status":"'
    b'"evidence":[{"spans":[[1"rule":"","sentence":""}],"links":[]},{"id":"c1","content":[[1'
)
"""What packed findings are compared with; to change it would make the kept ones unreadable."""


@dataclass(frozen=True, slots=True)
class PreparedFindings:
    """Findings made ready to be kept, in whatever process has the time.

    Attributes:
        engine: version that made them.
        packed: all of them, as `pack` gives them.
        rows: what is derived from them.
    """

    engine: str
    packed: bytes
    rows: FindingRows


def prepared(analysis: Analysis, text: str) -> PreparedFindings:
    """The findings of an article with this `text`, ready to be kept."""
    return PreparedFindings(analysis.engine, pack(analysis), rows_of(analysis, text))


def pack(analysis: Analysis) -> bytes:
    """The findings as they are kept: packed JSON."""
    return compression.pack(_written(analysis), _DICTIONARY)


def _written(analysis: Analysis) -> str:
    """The findings as JSON with relative spans.

    Each actor and claim is made, written and let go before the next one: the window waits as long as one call to the
    encoder takes, and as long as it takes to free what was made for it.
    """
    write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    head = write({**findings_head(analysis), **MARK}).removesuffix("}")
    entries = map(write, relative(chain(actor_objects(analysis), claim_objects(analysis, sentences=False))))
    actors = ",".join(islice(entries, len(analysis.actors)))
    claims = ",".join(entries)
    return f'{head},"actors":[{actors}],"claims":[{claims}]}}'


def unpack(kept: bytes) -> Analysis:
    """The findings that `pack` made, or the plain JSON of an earlier version.

    Raises:
        KeyError, ValueError: if the bytes are neither.
    """
    return analysis_from_object(absolute(json.loads(compression.unpack(kept, _DICTIONARY))))


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
