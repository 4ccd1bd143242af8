"""Words in drawings of Office documents that are no text boxes: charts, diagrams, word art."""

from collections.abc import Iterator
from typing import Any

from briefing.intake.block_assembly import Passage
from briefing.intake.equations import linear
from briefing.intake.superscripts import raised
from briefing.intake.text_decoder import collapsed
from briefing.intake.xml_tree import local_name
from briefing.model import BlockKind

_BETWEEN = " | "
_PARAGRAPHS = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}p",
    "{http://purl.oclc.org/ooxml/drawingml/main}p",
)


def chart_passages(chart: Any) -> Iterator[Passage]:
    """Titles, names of the series, and what the axis calls their values."""
    for title in chart.iter("{*}title"):
        told = [drawn_line(paragraph) for paragraph in title.iter("{*}p")]
        yield from (Passage(BlockKind.CAPTION, words) for words in told or [_cached(title, "{*}tx")])
    names = [_cached(series, "{*}tx") for series in chart.iter("{*}ser")]
    yield from (Passage(BlockKind.CAPTION, words) for words in names)
    categories = [_cached(series, "{*}cat", _BETWEEN) for series in chart.iter("{*}ser")]
    yield from (Passage(BlockKind.CAPTION, words) for words in dict.fromkeys(categories))


def _cached(element: Any, place: str, between: str = " ") -> str:
    """The words of cells as they were when the chart was last drawn."""
    values = (value for value in element.iterfind(f"{place}//{{*}}v") if not _is_counted(value))
    return between.join(filter(None, (collapsed(value.text or "") for value in values)))


def _is_counted(value: Any) -> bool:
    """Whether a value is a number that is shown as something else: a day, a share."""
    cache = value.getparent().getparent()
    kept = cache.find("{*}formatCode") if cache is not None else None
    return kept is not None and (kept.text or "") not in ("General", "0", "@", "")


def diagram_passages(diagram: Any) -> Iterator[Passage]:
    """The words in the shapes of a diagram (SmartArt), as its data hold them."""
    for point in diagram.iter("{*}pt"):
        yield from drawn_paragraphs(point)


def drawn_paragraphs(shape: Any) -> Iterator[Passage]:
    """The paragraphs that are written into a shape of DrawingML."""
    for paragraph in shape.iter(*_PARAGRAPHS):
        yield Passage(BlockKind.PARAGRAPH, drawn_line(paragraph))


def word_art_passages(drawing: Any) -> Iterator[Passage]:
    """Words that are bent into a shape, as older versions of Word hold them."""
    for art in drawing.iter("{urn:schemas-microsoft-com:vml}textpath"):
        yield Passage(BlockKind.PARAGRAPH, collapsed(str(art.get("string", ""))))


def drawn_line(paragraph: Any) -> str:
    """The words of a paragraph of DrawingML, raised figures raised and equations in one line."""
    return collapsed("".join(_pieces(paragraph)))


def _pieces(container: Any) -> Iterator[str]:
    for element in container:
        kind = local_name(element)
        if kind == "t":
            properties = container.find("{*}rPr")
            high = properties is not None and str(properties.get("baseline", "0"))[:1] not in ("-", "0")
            yield raised(element.text or "") if high else element.text or ""
        elif kind in ("br", "tab"):
            yield " "
        elif kind == "oMath":
            yield linear(element)
        elif kind == "AlternateContent":
            # The equation, or a picture of it for older programs.
            yield from _pieces(next(iter(element), []))
        elif kind:
            yield from _pieces(element)
