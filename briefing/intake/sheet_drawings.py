"""Pictures and charts that lie on the sheets of a workbook (Excel), each with the row at which it begins."""

from collections.abc import Iterator
from typing import Any

from briefing.intake.block_assembly import Passage
from briefing.intake.drawn_words import chart_passages, drawn_paragraphs
from briefing.intake.ooxml_parts import identifier_in, related, relations
from briefing.intake.passage_markup import PassageMarkup
from briefing.intake.pictures import Picture
from briefing.intake.zip_limits import Packed
from briefing.model import BlockKind

_MOST = 1000
"""Drawings of a sheet that are looked at."""


def drawings_of(packed: Packed) -> dict[str, list[tuple[int, Passage]]]:
    """For each sheet by its name what is drawn on it, in the order of rows, which are counted from 0."""
    main = next((part for kind, part in related(packed, "") if kind == "officeDocument"), "xl/workbook.xml")
    if main not in packed:
        return {}
    parts = {identifier: part for _, identifier, part in relations(packed, main)}
    found: dict[str, list[tuple[int, Passage]]] = {}
    for sheet in packed.xml(main).iter("{*}sheet"):
        part = parts.get(identifier_in(sheet), "")
        drawn = [place for kind, place in related(packed, part) if kind == "drawing" and place in packed]
        held = [each for place in drawn for each in _drawn(packed, place)]
        found[str(sheet.get("name", ""))] = sorted(held, key=lambda each: each[0])
    return found


def _drawn(packed: Packed, drawing: str) -> Iterator[tuple[int, Passage]]:
    parts = {identifier: part for _, identifier, part in relations(packed, drawing)}
    for number, anchor in enumerate(packed.xml(drawing)):
        if number >= _MOST:
            return
        told = anchor.find("{*}from/{*}row")
        words = (told.text or "").strip() if told is not None else ""
        row = int(words) if words.isdecimal() and len(words) < 8 else 0
        for passage in _shown(packed, anchor, parts):
            yield row, passage


def _shown(packed: Packed, anchor: Any, parts: dict[str, str]) -> Iterator[Passage]:
    """A picture, what is written in a chart, the words of a text box."""
    for picture in anchor.iter("{*}pic"):
        blip = next(picture.iter("{*}blip"), None)
        place = parts.get(identifier_in(blip, "embed"), "") if blip is not None else ""
        if place in packed:
            told = next((str(named.get("descr", "")) for named in picture.iter("{*}cNvPr")), "")
            shown = PassageMarkup(pictures=(Picture(packed.read(place), told),))
            yield Passage(BlockKind.PARAGRAPH, "", markup=shown)
    for chart in anchor.iter("{*}chart"):
        if (place := parts.get(identifier_in(chart), "")) in packed:
            yield from chart_passages(packed.xml(place))
    for shape in anchor.iter("{*}txBody"):
        yield from drawn_paragraphs(shape)
