"""Documents within an OpenDocument text: equations in one line, and what is written in charts."""

import posixpath
from collections.abc import Iterator
from typing import Any

from briefing.intake.block_assembly import Passage
from briefing.intake.mathml import linear
from briefing.intake.text_decoder import collapsed
from briefing.intake.xml_tree import local_name
from briefing.intake.zip_limits import Packed
from briefing.model import BlockKind

_BETWEEN = " | "


def equation_at(packed: Packed, place: str) -> str:
    """The line of an equation; empty if something else stands there."""
    root = _root(packed, place)
    return linear(root) if root is not None and local_name(root) == "math" else ""


def chart_at(packed: Packed, place: str) -> Iterator[Passage]:
    """Titles of a chart, names of its series and of what they count; nothing if something else stands there."""
    root = _root(packed, place)
    chart = next(root.iter("{*}chart"), None) if root is not None else None
    if chart is None:
        return
    lines = [_words(title) for title in chart.iter("{*}title", "{*}subtitle")]
    for table in chart.iter("{*}table"):
        rows = [[_words(cell) for cell in row.iter("{*}table-cell")] for row in table.iter("{*}table-row")]
        lines += rows[0] if rows else []
        lines.append(_BETWEEN.join(filter(None, (row[0] for row in rows[1:] if row))))
    yield from (Passage(BlockKind.CAPTION, line) for line in lines if line)


def _root(packed: Packed, place: str) -> Any | None:
    part = posixpath.normpath(posixpath.join(place, "content.xml"))
    return packed.xml(part) if place and part in packed else None


def _words(element: Any) -> str:
    return collapsed(" ".join("".join(paragraph.itertext()) for paragraph in element.iter("{*}p")))
