"""A PDF document to an article: lines to paragraphs, without running heads and hyphens at line ends."""

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any

from briefing.intake.article_builder import article_of_passages
from briefing.intake.block_assembly import Passage
from briefing.intake.intake_errors import NotAnArticle, TooLarge, UnreadableFile, quoted
from briefing.intake.pdf_lines import Line, joined, lines_of, tidy
from briefing.intake.pdf_margins import usual_size, without_margins, without_notes, without_running_heads
from briefing.intake.plain_text import looks_like_heading
from briefing.model import Article, BlockKind, Origin

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 2000
_GAP = 1.3
"""How many times the usual distance of two lines begins a new paragraph."""
_ENDED = re.compile(r"[.!?…:][\"”'’»)\]]*$")
_ITEM = re.compile(r"(?:[-*•–▪]|\d{1,2}[.)])\s+\S")
_LARGE = 1.1
"""How many times the usual size letters have from which on they are a heading's."""
_LONGEST_HEADING = 250
_SHORT = 0.8
"""Share of the usual line below which a line that ends a sentence ends its paragraph."""


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in a PDF document.

    Raises:
        UnreadableFile: if it is damaged or needs a password.
        TooLarge: if it has too many pages.
        NotAnArticle: if its pages are pictures (scanned) or empty.
    """
    pages, pictured, facts = _pages(data, name)
    if sum(len(line.words) for page in pages for line in page) < 20:
        raise NotAnArticle(
            name,
            f"The pages of {quoted(name)} are pictures, perhaps scanned: there is no text in them. "
            "Run a text recognition (OCR) over it and open the result.",
        )
    passages = [*_passages(without_running_heads(pages)), *_word_on(pictured)]
    return article_of_passages(passages, name, address, MEDIA_TYPE, facts)


def _word_on(pictured: list[int]) -> Iterator[Passage]:
    """A grey line that names the pages of which nothing could be read, so that nobody takes the text for the whole."""
    if pictured:
        numbers = ", ".join(str(number) for number in pictured)
        yield Passage(BlockKind.BOILERPLATE, f"[Without text, perhaps scanned: page {numbers} of this document]")


def _lines(page: Any, number: int) -> list[Line]:
    return lines_of(page.get_textpage(), number, page.get_height())


def _is_picture(page: Any) -> bool:
    from pypdfium2 import raw

    return any(part.type == raw.FPDF_PAGEOBJ_IMAGE for part in page.get_objects(max_depth=2))


def _pages(data: bytes, name: str) -> tuple[list[list[Line]], list[int], Origin]:
    """The lines of each page, the numbers of the pages that are pictures, and what the document says of itself."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        locked = "assword" in str(fault)
        raise UnreadableFile(
            name,
            f"{quoted(name)} is protected by a password. Open it elsewhere and save it without."
            if locked
            else f"{quoted(name)} is not a sound PDF document. Fetch it anew and open it again.",
        ) from fault
    try:
        if len(document) > MOST_PAGES:
            raise TooLarge(name, f"{quoted(name)} has {len(document)} pages; the most is {MOST_PAGES}.")
        pages = [_lines(document[number], number) for number in range(len(document))]
        pictured = [number for number, lines in enumerate(pages, 1) if not lines and _is_picture(document[number - 1])]
        found = document.get_metadata_dict()
    except pypdfium2.PdfiumError as fault:
        raise UnreadableFile(name, f"A page of {quoted(name)} is damaged. Fetch it anew and open it again.") from fault
    finally:
        document.close()
    # The date in the metadata is that of the file's making, not of the article: it is left alone.
    return pages, pictured, Origin(title=tidy(found.get("Title", "")), byline=tidy(found.get("Author", "")))


def _passages(pages: list[list[Line]]) -> Iterator[Passage]:
    heads, within, feet = without_margins(pages)
    lines, notes = without_notes(within)
    yield from (Passage(BlockKind.BOILERPLATE, line.words) for line in heads)
    yield from _body(lines)
    yield from (Passage(BlockKind.PARAGRAPH, note) for note in notes)
    yield from (Passage(BlockKind.BOILERPLATE, line.words) for line in feet)


def _body(lines: list[Line]) -> Iterator[Passage]:
    if not lines:
        return
    width = median(len(line.words) for line in lines)
    letters = usual_size(lines)
    leading = _leading(lines)
    sizes = sorted({line.size for line in lines if line.size > letters * _LARGE}, reverse=True)
    gathered: list[Line] = []
    for number, line in enumerate(lines):
        large = line.size in sizes
        before = gathered[-1] if gathered else None
        if before and (
            _ITEM.match(line.words)
            or large != (before.size in sizes)
            or (large and line.size != before.size)
            or (not large and _is_apart(before, line, leading))
        ):
            yield _passage(gathered, sizes)
            gathered = []
        if not large and not gathered and _stands_alone(lines, number, width):
            yield Passage(BlockKind.HEADING, line.words, 2)
            continue
        gathered.append(line)
        if not large and _ENDED.search(line.words) and len(line.words) < width * _SHORT:
            yield _passage(gathered, sizes)
            gathered = []
    if gathered:
        yield _passage(gathered, sizes)


def _leading(lines: list[Line]) -> float:
    """The usual distance of the bases of two lines, in points; 0 if no two stand under one another."""
    below = [
        after.down - before.down
        for before, after in pairwise(lines)
        if before.page == after.page and after.size == before.size and 0 < after.down - before.down < 3 * after.size
    ]
    return median(below) if below else 0.0


def _is_apart(before: Line, after: Line, leading: float) -> bool:
    """Whether there is more room between two lines of a column than between those of a paragraph."""
    return before.page == after.page and 0 < leading * _GAP < after.down - before.down


def _stands_alone(lines: list[Line], number: int, width: float) -> bool:
    """Whether a short line between a finished sentence and the begin of another reads like a heading."""
    line = lines[number].words
    before = lines[number - 1].words if number else "."
    following = lines[number + 1].words if number + 1 < len(lines) else ""
    return (
        len(line) < width * _SHORT
        and looks_like_heading(line)
        and following[:1].isupper()
        and bool(_ENDED.search(before))
    )


def _passage(lines: list[Line], sizes: list[float]) -> Passage:
    words = ""
    for line in lines:
        words = joined(words, line.words)
    if lines[0].size in sizes and len(words) < _LONGEST_HEADING:
        return Passage(BlockKind.HEADING, words, min(6, sizes.index(lines[0].size) + 1))
    return Passage(BlockKind.ITEM, words, 1) if _ITEM.match(words) else Passage(BlockKind.PARAGRAPH, words)
