"""The sections of a brief that the reader composed, as plain data for every format."""

from collections.abc import Sequence
from typing import Any

from briefing.export.printable import printable
from briefing.model import Brief, BriefPiece, LineKind

Json = dict[str, Any]


def parts_of(brief: Brief, articles: Sequence[Json]) -> list[Json]:
    """The sections with their lines; `articles` are those of the brief's sheet.

    Claims and notes are numbered through the brief, whatever their numbers in their articles are. Lines whose source
    is gone are left out.
    """
    pieces = [piece for part in brief.parts for piece in part.pieces if not piece.gone]
    shown = [piece for piece in pieces if piece.kind in (LineKind.CLAIM, LineKind.ANNOTATION)]
    numbers = {piece.line_id: number for number, piece in enumerate(shown, start=1)}
    claims = {(piece.article, _claim_number(brief, piece)): numbers[piece.line_id] for piece in reversed(shown)}
    return [
        {
            "heading": printable(part.heading),
            "lines": [_line(brief, piece, articles, numbers, claims) for piece in part.pieces if not piece.gone],
        }
        for part in brief.parts
    ]


def gone_lines(brief: Brief) -> int:
    """How many lines refer to what is not in the library any more."""
    return sum(piece.gone for part in brief.parts for piece in part.pieces)


def _line(
    brief: Brief,
    piece: BriefPiece,
    articles: Sequence[Json],
    numbers: dict[str, int],
    claims: dict[tuple[int | None, int], int],
) -> Json:
    line: Json = {
        "kind": piece.kind.value,
        "text": printable(piece.text),
        "article": -1 if piece.article is None else piece.article,
        "title": "" if piece.article is None else articles[piece.article]["title"],
    }
    if piece.article is None:
        return line
    article = articles[piece.article]
    if piece.kind is LineKind.CLAIM:
        claim = next(one for one in article["claims"] if one["number"] == _claim_number(brief, piece))
        links = [
            {**link, "number": claims[piece.article, link["number"]]}
            for link in claim["links"]
            if (piece.article, link["number"]) in claims
        ]
        line["claim"] = {**claim, "number": numbers[piece.line_id], "links": links, "notes": []}
    elif piece.kind is LineKind.ANNOTATION:
        place = _annotation_place(brief, piece)
        line["note"] = {**article["notes"][place], "number": numbers[piece.line_id]}
    return line


def _claim_number(brief: Brief, piece: BriefPiece) -> int:
    """The number of the claim in its article's sheet; 0 if the line shows none."""
    analysis = brief.articles[piece.article].analysis if piece.article is not None else None
    claims = analysis.claims if analysis else ()
    return next((number for number, claim in enumerate(claims, start=1) if claim.id == piece.claim_id), 0)


def _annotation_place(brief: Brief, piece: BriefPiece) -> int:
    assert piece.article is not None
    annotations = brief.articles[piece.article].annotations
    return next(place for place, one in enumerate(annotations) if one.id == piece.annotation_id)
