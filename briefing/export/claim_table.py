"""The claims of articles as a table, one row a claim: its columns are a promise, told in docs/claims-table.md."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefing.model import Analysis, Article, Claim, Judgement, Span, covering, words_of

VERSION = 1
"""Of the columns. A new column is no new version; whatever changes the meaning of one, or takes it away, is."""

TEXT, NUMBER, TRUTH, PIECES, TEXTS, LINKS = "text", "number", "truth", "pieces", "texts", "links"
"""Kinds of columns: pieces are pairs of start and end, links pairs of kind and claim."""

COLUMNS: Mapping[str, str] = {
    "article": NUMBER,
    "digest": TEXT,
    "address": TEXT,
    "file": TEXT,
    "title": TEXT,
    "byline": TEXT,
    "outlet": TEXT,
    "published": TEXT,
    "language": TEXT,
    "engine": TEXT,
    "claim": TEXT,
    "content": TEXT,
    "start": NUMBER,
    "end": NUMBER,
    "pieces": PIECES,
    "voice": TEXT,
    "certainty": TEXT,
    "polarity": TEXT,
    "status": TEXT,
    "rules": TEXTS,
    "chain": NUMBER,
    "source": TEXT,
    "source_start": NUMBER,
    "source_end": NUMBER,
    "source_kind": TEXT,
    "speakers": TEXTS,
    "cue": TEXT,
    "stance": TEXT,
    "links": LINKS,
    "own_status": TEXT,
    "dismissed": TRUTH,
}
"""Each column with its kind, in the order of the table; where nothing is known, a text or number is missing."""


def rows(
    number: int | None, article: Article, analysis: Analysis, judged: Mapping[str, Judgement] | None = None
) -> Iterator[dict[str, Any]]:
    """The rows of one article.

    Args:
        number: of the article in its library, or None.
        article: which.
        analysis: what was found in it.
        judged: what the reader says, by the id of a claim.
    """
    origin = article.origin
    head = {
        "article": number,
        "digest": origin.digest,
        "address": origin.address or None,
        "file": origin.file or None,
        "title": origin.title or None,
        "byline": origin.byline or None,
        "outlet": origin.outlet or None,
        "published": origin.published or None,
        "language": origin.language or None,
        "engine": analysis.engine,
    }
    for claim in analysis.claims:
        yield head | _found(claim, analysis, article.text) | _said(claim, judged or {})


def columns(many: Iterable[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """The same rows, column by column."""
    table: dict[str, list[Any]] = {name: [] for name in COLUMNS}
    for row in many:
        for name, values in table.items():
            values.append(row[name])
    return table


def _found(claim: Claim, analysis: Analysis, text: str) -> dict[str, Any]:
    hop, whole = claim.innermost, covering(claim.content)
    source = covering(hop.source) if hop and hop.source else None
    return {
        "claim": claim.id,
        "content": words_of(claim.content, text),
        "start": whole.start,
        "end": whole.end,
        "pieces": [_pair(piece) for piece in claim.content],
        "voice": claim.voice.value,
        "certainty": claim.certainty.value,
        "polarity": claim.polarity.value,
        "status": claim.status.value,
        "rules": [one.rule for one in claim.evidence],
        "chain": len(claim.attributions),
        "source": words_of(hop.source, text) if hop and source else None,
        "source_start": source.start if source else None,
        "source_end": source.end if source else None,
        "source_kind": hop.source_kind.value if hop else None,
        "speakers": list(analysis.source_names(claim)),
        "cue": words_of(hop.cue, text) if hop and hop.cue else None,
        "stance": hop.stance.value if hop else None,
        "links": [(link.kind.value, link.to) for link in claim.links],
    }


def _said(claim: Claim, judged: Mapping[str, Judgement]) -> dict[str, Any]:
    word = judged.get(claim.id)
    return {
        "own_status": word.status.value if word and word.status else None,
        "dismissed": bool(word and word.dismissed),
    }


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end
