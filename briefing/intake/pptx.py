"""A presentation (PowerPoint) to an article: slide by slide, titles as headings, with the speaker's notes."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from briefing.intake.article_builder import article_of_record
from briefing.intake.block_assembly import Passage, remark
from briefing.intake.drawn_words import chart_passages, diagram_passages, drawn_line
from briefing.intake.intake_errors import UnreadableFile, legible
from briefing.intake.ooxml_parts import facts_of, identifier_in, related, relations
from briefing.intake.passage_markup import PassageMarkup
from briefing.intake.pictures import Picture
from briefing.intake.table_rows import row_of_words
from briefing.intake.xml_tree import local_name
from briefing.intake.zip_limits import Packed
from briefing.model import Article, BlockKind, Locator, LocatorKind
from briefing.model.message import Message

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_TITLES = ("title", "ctrTitle")
_MARGINS = ("dt", "ftr", "hdr")
"""Placeholders of what every slide repeats; the number of the slide is nothing to read."""
_LISTS = ("body", "obj", "")
"""Placeholders in which paragraphs are items."""
_NOTES = remark(Message("remark.speaker_notes"))


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in a presentation.

    Raises:
        UnreadableFile: if it is damaged or encrypted.
        TooLarge: if it would unpack to too much.
        NotAnArticle: if it holds no words.
    """
    packed = Packed(data, name)
    main = next((part for kind, part in related(packed, "") if kind == "officeDocument"), "ppt/presentation.xml")
    if main not in packed:
        raise _unsound(name)
    facts = facts_of(packed)
    try:
        passages = list(_passages(packed, main))
    except RecursionError as fault:
        raise _unsound(name) from fault
    if not facts.title:
        facts = replace(facts, title=next((p.words for p in passages if p.kind is BlockKind.HEADING), ""))
    return article_of_record(passages, name, address, MEDIA_TYPE, facts)


def _unsound(name: str) -> UnreadableFile:
    return UnreadableFile(name, Message.of("intake.presentation", name=legible(name)))


def _passages(packed: Packed, main: str) -> Iterator[Passage]:
    margins: set[str] = set()
    tables = 0
    for number, slide in enumerate(_slides(packed, main), 1):
        place = Locator(0, number, "", LocatorKind.PAGE)
        for passage in _of_slide(packed, slide, first=number == 1):
            if passage.kind is BlockKind.BOILERPLATE and passage.words:
                if passage.words in margins:
                    continue
                margins.add(passage.words)
            tables += bool(passage.markup.cells) and passage.markup.cells[0].row == 0
            yield replace(passage, locators=(place,), markup=replace(passage.markup, table=tables))


def _slides(packed: Packed, main: str) -> list[str]:
    """The slides in the order in which they are shown."""
    places = {identifier: part for kind, identifier, part in relations(packed, main) if kind == "slide"}
    order = [identifier_in(slide) for slide in packed.xml(main).iter("{*}sldId")]
    return [places[identifier] for identifier in order if places.get(identifier, "") in packed]


def _of_slide(packed: Packed, slide: str, *, first: bool) -> Iterator[Passage]:
    told = relations(packed, slide)
    parts = {identifier: part for _, identifier, part in told}
    yield from _shapes(packed, packed.xml(slide), parts, 1 if first else 2)
    for kind, _, part in told:
        if kind == "notesSlide" and part in packed:
            notes = [p for p in _shapes(packed, packed.xml(part), {}, 2) if p.kind is not BlockKind.BOILERPLATE]
            if notes:
                yield _NOTES
                yield from (Passage(BlockKind.PARAGRAPH, note.words) for note in notes)


def _shapes(packed: Packed, container: Any, parts: dict[str, str], level: int) -> Iterator[Passage]:
    """What stands in the shapes of a slide, a title first wherever it was drawn."""
    shapes = list(_each_shape(container))
    shapes.sort(key=lambda shape: _placeholder(shape) not in _TITLES)
    for shape in shapes:
        if local_name(shape) == "graphicFrame":
            yield from _frame(packed, shape, parts)
        elif local_name(shape) == "pic":
            yield from _picture(packed, shape, parts)
        else:
            yield from _text(shape, level)


def _each_shape(container: Any) -> Iterator[Any]:
    for element in container:
        kind = local_name(element)
        if kind in ("sp", "cxnSp", "graphicFrame", "contentPart", "pic"):
            if not _is_hidden(element):
                yield element
        elif kind == "AlternateContent":
            choice = next((one for one in element if local_name(one) == "Choice"), None)
            chosen = (
                choice if choice is not None else next((one for one in element if local_name(one) == "Fallback"), None)
            )
            if chosen is not None:
                yield from _each_shape(chosen)
        elif kind in ("cSld", "spTree", "grpSp", "sld", "notes") and not _is_hidden(element):
            yield from _each_shape(element)


def _is_hidden(shape: Any) -> bool:
    properties = next((own for part in shape for own in part if local_name(own) == "cNvPr"), None)
    return properties is not None and properties.get("hidden") in ("1", "true")


def _placeholder(shape: Any) -> str | None:
    """What a shape is a placeholder for, "" for any content; None if it is none."""
    held = next(shape.iterfind("{*}nvSpPr/{*}nvPr/{*}ph"), None)
    return None if held is None else str(held.get("type", ""))


def _text(shape: Any, level: int) -> Iterator[Passage]:
    held = _placeholder(shape)
    if held in ("sldNum", "sldImg"):
        return
    body = shape.find("{*}txBody")
    paragraphs = [] if body is None else list(body.iterfind("{*}p"))
    if held in _TITLES:
        words = " ".join(filter(None, map(drawn_line, paragraphs)))
        yield Passage(BlockKind.HEADING, words, level)
        return
    for paragraph in paragraphs:
        words = drawn_line(paragraph)
        if held in _MARGINS:
            yield Passage(BlockKind.BOILERPLATE, words)
        elif depth := _depth(paragraph, listed=held in _LISTS):
            yield Passage(BlockKind.ITEM, words, depth)
        else:
            yield Passage(BlockKind.PARAGRAPH, words)


def _depth(paragraph: Any, *, listed: bool) -> int:
    """How deep in a list a paragraph stands, from 1; 0 for none."""
    properties = paragraph.find("{*}pPr")
    if properties is None:
        return 1 if listed else 0
    marks = [local_name(mark) for mark in properties]
    if "buNone" in marks or not (listed or "buChar" in marks or "buAutoNum" in marks):
        return 0
    level = str(properties.get("lvl", "0"))
    return (int(level) if level.isdecimal() and len(level) < 2 else 0) + 1


def _picture(packed: Packed, shape: Any, parts: dict[str, str]) -> Iterator[Passage]:
    blip = next(shape.iter("{*}blip"), None)
    place = parts.get(identifier_in(blip, "embed"), "") if blip is not None else ""
    if place in packed:
        told = next((str(found.get("descr", "")) for found in shape.iter("{*}cNvPr")), "")
        picture = Picture(packed.read(place), told)
        yield Passage(BlockKind.PARAGRAPH, "", markup=PassageMarkup(pictures=(picture,)))


def _frame(packed: Packed, frame: Any, parts: dict[str, str]) -> Iterator[Passage]:
    """A table row by row; of a chart and a diagram what is written in it."""
    for table in frame.iter("{*}tbl"):
        rows = ([_cell(cell) for cell in row.iterfind("{*}tc")] for row in table.iterfind("{*}tr"))
        yield from (row_of_words(cells, number, 0) for number, cells in enumerate(filter(any, rows)))
    for reference in frame.iter("{*}chart", "{*}relIds"):
        told = next((str(value) for key, value in reference.attrib.items() if key.endswith(("}id", "}dm"))), "")
        part = parts.get(told, "")
        if part in packed:
            drawn = packed.xml(part)
            yield from chart_passages(drawn) if local_name(reference) == "chart" else diagram_passages(drawn)


def _cell(cell: Any) -> str:
    """The words of a cell; one that is merged with another shows none of its own."""
    return "" if _is_merged(cell) else " ".join(filter(None, map(drawn_line, cell.iterfind("{*}txBody/{*}p"))))


def _is_merged(cell: Any) -> bool:
    return any(cell.get(way) in ("1", "true") for way in ("hMerge", "vMerge"))
