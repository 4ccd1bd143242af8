"""The sections of a brief that the reader composed, as plain data for every format."""

from collections.abc import Sequence
from itertools import count

from briefing.export.text_sanitizer import printable
from briefing.export.view_types import ArticleView, LineView, LinkView, PartView
from briefing.model import Brief, BriefPiece, LineKind


def parts_of(brief: Brief, articles: Sequence[ArticleView]) -> list[PartView]:
    """The sections with their lines; `articles` are those of the brief's sheet.

    Claims and notes have the numbers that they have in their articles. What is shown twice is told apart by its line:
    each has a `scope` of its own, and the links of a claim lead to the scope in which the other one stands first. Lines
    whose source is gone are left out.
    """
    scopes = count(len(articles))
    lines = [
        [_line(brief, piece, articles, next(scopes)) for piece in part.pieces if not piece.gone] for part in brief.parts
    ]
    shown = _shown([line for held in lines for line in held], articles)
    return [
        {"heading": printable(part.heading), "lines": [_linked(line, shown) for line in held]}
        for part, held in zip(brief.parts, lines, strict=True)
    ]


def gone_lines(brief: Brief) -> int:
    """How many lines refer to what is not in the library any more."""
    return sum(piece.gone for part in brief.parts for piece in part.pieces)


def _line(brief: Brief, piece: BriefPiece, articles: Sequence[ArticleView], scope: int) -> LineView:
    line: LineView = {
        "kind": piece.kind.value,
        "text": printable(piece.text),
        "scope": scope,
        "article": -1 if piece.article is None else piece.article,
        "title": "" if piece.article is None else articles[piece.article]["title"],
    }
    if piece.article is None:
        return line
    entry, article = brief.articles[piece.article], articles[piece.article]
    if piece.kind is LineKind.CLAIM:
        number = entry.claim_numbers[piece.claim_id]
        line["claim"] = {**next(one for one in article["claims"] if one["number"] == number), "notes": []}
    elif piece.kind is LineKind.ANNOTATION:
        number = entry.note_numbers[piece.annotation_id]
        line["note"] = next(one for one in article["notes"] if one["number"] == number)
    return line


def _shown(lines: Sequence[LineView], articles: Sequence[ArticleView]) -> dict[tuple[int, int], int]:
    """In which scope each claim stands first, by article and number: chosen ones before those of whole articles."""
    found: dict[tuple[int, int], int] = {}
    for line in lines:
        if line["kind"] == LineKind.CLAIM:
            found.setdefault((line["article"], line["claim"]["number"]), line["scope"])
    for line in lines:
        if line["kind"] == LineKind.ARTICLE:
            for claim in articles[line["article"]]["claims"]:
                found.setdefault((line["article"], claim["number"]), line["scope"])
    return found


def _linked(line: LineView, shown: dict[tuple[int, int], int]) -> LineView:
    """The line, whose claim is linked to those only that the brief shows."""
    if "claim" not in line:
        return line
    links: list[LinkView] = [
        {**link, "scope": shown[line["article"], link["number"]]}
        for link in line["claim"]["links"]
        if (line["article"], link["number"]) in shown
    ]
    return {**line, "claim": {**line["claim"], "links": links}}
