"""A PDF document to an article: lines to paragraphs, without running heads and hyphens at line ends."""

import re
from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import Any

from briefing.intake.assembling import Passage
from briefing.intake.building import article_of_passages
from briefing.intake.failures import NotAnArticle, TooLarge, UnreadableFile, quoted
from briefing.intake.pdf_lines import Line, lines_of, tidy
from briefing.intake.plain_text import looks_like_heading
from briefing.model import Article, BlockKind, Origin

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 2000
_EDGE = 2
"""Lines at the top and the bottom of a page among which running heads and page numbers stand."""
_NUMBER = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
_HYPHEN = re.compile(r"[A-Za-zÀ-ÿ]{2}[-\u00ad\u0002\ufffe]$")
_ENDED = re.compile(r"[.!?…:][\"”'’»)\]]*$")
_ITEM = re.compile(r"(?:[-*•–▪]|\d{1,2}[.)])\s+\S")
_LARGE = 1.1
"""How many times the usual size letters have from which on they are a heading's."""
_LONGEST_HEADING = 250
_SHORT = 0.8
"""Share of the usual line below which a line that ends a sentence ends its paragraph."""


_NOTE_MARK = re.compile(r"(?:\[?\d{1,3}\]?[.)]?|[*†‡])\s*(?=[^\W\d]|[\"“‘«(])")
_SMALL = 0.93
"""How many times the usual size letters have up to which they may be a footnote's."""


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
    passages = [*_passages(_without_running_heads(pages)), *_word_on(pictured)]
    return article_of_passages(passages, name, address, MEDIA_TYPE, facts)


def _word_on(pictured: list[int]) -> Iterator[Passage]:
    """A grey line that names the pages of which nothing could be read, so that nobody takes the text for the whole."""
    if pictured:
        numbers = ", ".join(str(number) for number in pictured)
        yield Passage(BlockKind.BOILERPLATE, f"[Without text, perhaps scanned: page {numbers} of this document]")


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
        pages = [lines_of(document[number].get_textpage()) for number in range(len(document))]
        pictured = [number for number, lines in enumerate(pages, 1) if not lines and _is_picture(document[number - 1])]
        found = document.get_metadata_dict()
    except pypdfium2.PdfiumError as fault:
        raise UnreadableFile(name, f"A page of {quoted(name)} is damaged. Fetch it anew and open it again.") from fault
    finally:
        document.close()
    # The date in the metadata is that of the file's making, not of the article: it is left alone.
    return pages, pictured, Origin(title=tidy(found.get("Title", "")), byline=tidy(found.get("Author", "")))


def _without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without page numbers, and without edge lines that most of them share."""
    shared = Counter(key for page in pages for key in {_key(line.words) for line in page[:_EDGE] + page[-_EDGE:]})
    # A line that stands amid a page too is the article's own.
    amid = {_key(line.words) for page in pages for line in page[_EDGE:-_EDGE]}
    often = {key for key, times in shared.items() if times >= max(2, len(pages) / 3)} - amid
    kept: list[list[Line]] = []
    for page in pages:
        last = len(page) - _EDGE
        kept.append(
            [
                line
                for number, line in enumerate(page)
                if not (
                    (number < _EDGE or number >= last) and (_key(line.words) in often or _NUMBER.fullmatch(line.words))
                )
            ]
        )
    return kept


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line.lower())


def _passages(pages: list[list[Line]]) -> Iterator[Passage]:
    lines, notes = _without_notes(pages)
    yield from _body(lines)
    yield from (Passage(BlockKind.PARAGRAPH, note) for note in notes)


def _without_notes(pages: list[list[Line]]) -> tuple[list[Line], list[str]]:
    """The lines of the text itself, and the footnotes, which would else stand amid sentences that go on behind them."""
    every = [line for page in pages for line in page]
    usual = median(line.size for line in every for _ in range(len(line.words))) if every else 0.0
    kept: list[Line] = []
    notes: list[str] = []
    for page in pages:
        inside = False
        for line in page:
            small = line.size <= usual * _SMALL
            mark = _NOTE_MARK.match(line.words) if small else None
            inside = small and (inside or mark is not None)
            if mark:
                notes.append(f"{mark.group().strip()} {line.words[mark.end() :]}")
            elif inside:
                notes[-1] = _joined(notes[-1], line.words)
            else:
                kept.append(line)
    return kept, notes


def _body(lines: list[Line]) -> Iterator[Passage]:
    if not lines:
        return
    width = median(len(line.words) for line in lines)
    letters = median(line.size for line in lines for _ in range(len(line.words)))
    sizes = sorted({line.size for line in lines if line.size > letters * _LARGE}, reverse=True)
    gathered: list[Line] = []
    for number, line in enumerate(lines):
        large = line.size in sizes
        before = gathered[-1] if gathered else None
        if before and (
            _ITEM.match(line.words) or large != (before.size in sizes) or (large and line.size != before.size)
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
        words = _joined(words, line.words)
    if lines[0].size in sizes and len(words) < _LONGEST_HEADING:
        return Passage(BlockKind.HEADING, words, min(6, sizes.index(lines[0].size) + 1))
    return Passage(BlockKind.ITEM, words, 1) if _ITEM.match(words) else Passage(BlockKind.PARAGRAPH, words)


def _joined(paragraph: str, line: str) -> str:
    if not paragraph:
        return line
    if _HYPHEN.search(paragraph) and line[:1].islower():
        return paragraph[:-1] + line
    return f"{paragraph} {line}"
