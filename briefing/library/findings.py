"""Analyses as they are kept: whole and packed, and as rows of actors and claims that can be asked across articles."""

import json
from collections import Counter
from collections.abc import Iterable
from itertools import chain, islice
from typing import Any

import apsw

from briefing.library import actor_judgements, articles, packing
from briefing.library.folding import plain_name
from briefing.library.relative import MARK, absolute, relative
from briefing.model import Analysis, Certainty, covering, with_actor_judgements, words_of
from briefing.model.analysis_json import actor_objects, analysis_from_object, claim_objects, findings_head

CERTAINTIES = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
"""Certainty as it is kept in the rows of claims: by its place in this."""

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


def pack(analysis: Analysis) -> bytes:
    """The findings as they are kept: packed JSON."""
    return packing.pack(_written(analysis), _DICTIONARY)


def _written(analysis: Analysis) -> str:
    """The findings as JSON with relative spans.

    Each actor and claim is made, written and let go before the next one: the window waits as long as one call to the
    encoder takes, and as long as it takes to free what was made for it.
    """
    write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    head = write({**findings_head(analysis), **MARK}).removesuffix("}")
    entries = map(write, relative(chain(actor_objects(analysis), claim_objects(analysis))))
    actors = ",".join(islice(entries, len(analysis.actors)))
    claims = ",".join(entries)
    return f'{head},"actors":[{actors}],"claims":[{claims}]}}'


def unpack(kept: bytes) -> Analysis:
    """The findings that `pack` made, or the plain JSON of an earlier version.

    Raises:
        KeyError, ValueError: if the bytes are neither.
    """
    return analysis_from_object(absolute(json.loads(packing.unpack(kept, _DICTIONARY))))


def keep(connection: apsw.Connection, article_id: int, analysis: Analysis, text: str) -> None:
    """Put `analysis` in the place of an older one; what the reader wrote is not touched."""
    again = connection.execute("SELECT 1 FROM analysis WHERE article_id = ?", (article_id,)).fetchone() is not None
    connection.execute(
        "INSERT OR REPLACE INTO analysis (article_id, engine, made, findings) VALUES (?, ?, ?, ?)",
        (article_id, analysis.engine, articles.now(), pack(analysis)),
    )
    if again:
        _forget(connection, article_id)
    _derive(connection, article_id, analysis, text)


def read(connection: apsw.Connection, article_id: int) -> Analysis | None:
    """The newest analysis of an article, or None; one that is damaged is none, and can be made again."""
    row = connection.execute("SELECT findings FROM analysis WHERE article_id = ?", (article_id,)).fetchone()
    try:
        return None if row is None else unpack(row[0])
    except (KeyError, ValueError):
        return None


def derive_again(connection: apsw.Connection, article_id: int) -> None:
    """Make the rows of an article's findings anew, after the reader's word on its actors has changed."""
    analysis = read(connection, article_id)
    if analysis is not None:
        derive(connection, article_id, analysis, articles.text_of(connection, article_id))


def derive(connection: apsw.Connection, article_id: int, analysis: Analysis, text: str) -> None:
    """Write the rows that answer questions across articles: actors, their names, claims, counts, words to search."""
    _forget(connection, article_id)
    _derive(connection, article_id, analysis, text)


def _forget(connection: apsw.Connection, article_id: int) -> None:
    connection.execute("DELETE FROM claim WHERE article_id = ?", (article_id,))
    connection.execute("DELETE FROM actor_name WHERE article_id = ?", (article_id,))
    connection.execute("DELETE FROM actor WHERE article_id = ?", (article_id,))
    connection.execute("DELETE FROM finding_words WHERE rowid = ?", (article_id,))


def _derive(connection: apsw.Connection, article_id: int, analysis: Analysis, text: str) -> None:
    seen = with_actor_judgements(analysis, actor_judgements.of_article(connection, article_id), text)
    connection.executemany(
        "INSERT INTO actor (article_id, id, name, kind) VALUES (?, ?, ?, ?)",
        [(article_id, actor.id, actor.name, actor.kind.value) for actor in seen.actors],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO actor_name (name, article_id, actor_id) VALUES (?, ?, ?)",
        [(plain_name(name), article_id, actor.id) for actor in seen.actors for name in {actor.name, *actor.aliases}],
    )
    connection.executemany(
        'INSERT INTO claim (article_id, id, status, certainty, start, "end", source, speakers) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        _claim_rows(article_id, seen, text),
    )
    statuses = Counter(claim.status.value for claim in analysis.claims)
    connection.execute(
        "UPDATE article SET claims = ?, statuses = ? WHERE id = ?",
        (len(analysis.claims), json.dumps(statuses, separators=(",", ":")), article_id),
    )
    _index(connection, article_id, seen, text)


def _claim_rows(article_id: int, analysis: Analysis, text: str) -> Iterable[tuple[Any, ...]]:
    for claim in analysis.claims:
        hop, span = claim.innermost, covering(claim.content)
        yield (
            article_id,
            claim.id,
            claim.status.value,
            CERTAINTIES.index(claim.certainty),
            span.start,
            span.end,
            words_of(hop.source, text) if hop and not analysis.source_names(claim) else "",
            f" {' '.join(hop.actors)} " if hop and hop.actors else "",
        )


def _index(connection: apsw.Connection, article_id: int, analysis: Analysis, text: str) -> None:
    names = [name for actor in analysis.actors for name in (actor.name, *actor.aliases)]
    sources = [words_of(hop.source, text) for claim in analysis.claims for hop in claim.attributions]
    claims = [words_of(claim.content, text) for claim in analysis.claims]
    connection.execute(
        "INSERT INTO finding_words (rowid, who, claims) VALUES (?, ?, ?)",
        (article_id, " | ".join(names + sources), " | ".join(claims)),
    )
