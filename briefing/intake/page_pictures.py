"""Pictures of the pages of a PDF document, with the places on them of words that are known from its text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from briefing.intake.intake_errors import UnreadableFile
from briefing.intake.pdf_columns import in_reading_order
from briefing.intake.pdf_lines import rows_of
from briefing.intake.pdf_tables import in_cell_order
from briefing.intake.pdf_words import PageWords, page_of, words_of
from briefing.model import PagePicture, PlacedWord
from briefing.model.message import Message

WIDEST = 4000
"""Pixels of a picture from side to side, and at most as many from top to bottom."""
_LONG_PAGE = 3000
"""Words of a page that no page has that is set to be read."""
_TOKEN = re.compile(r"\w+")

Box = tuple[float, float, float, float]
Token = tuple[str, int, int]
"""A word as it is compared, with its first code point and the one behind it."""


def page_picture(
    source: Path | bytes, number: int, width: int, passages: Sequence[tuple[int, str]] = ()
) -> PagePicture:
    """The picture of a page.

    Args:
        source: the document, or where it lies.
        number: of the page, from 1.
        width: that the picture is to have, in pixels.
        passages: words that are known to stand on the page, each with its first code point in the article's text.

    Raises:
        UnreadableFile: if there is no such document, or no such page in it.
    """
    import pypdfium2

    name = source.name if isinstance(source, Path) else "the document"
    try:
        document = pypdfium2.PdfDocument(source)
    except (pypdfium2.PdfiumError, OSError) as fault:
        raise UnreadableFile(name, Message("original.no_pdf")) from fault
    try:
        if not 1 <= number <= len(document):
            raise UnreadableFile(name, Message.of("original.no_page", number=number))
        sizes = tuple(document.get_page_size(place) for place in range(len(document)))
        page = page_of(document, number - 1)
        scale = _scale(sizes[number - 1], width)
        bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
        pixels = _rows(bitmap)
        words = tuple(placed_words(page, number, passages)) if passages else ()
        return PagePicture(number, bitmap.width, bitmap.height, pixels, words, sizes)
    except pypdfium2.PdfiumError as fault:
        raise UnreadableFile(name, Message.of("original.damaged_page", number=number)) from fault
    finally:
        document.close()


def _scale(size: tuple[float, float], width: int) -> float:
    across, down = (max(1.0, side) for side in size)
    return min(min(width, WIDEST) / across, WIDEST / down)


def _rows(bitmap: Any) -> bytes:
    """The pixels without what may stand between two rows."""
    row, whole = bitmap.width * 4, bytes(bitmap.buffer)
    if bitmap.stride == row:
        return whole[: row * bitmap.height]
    return b"".join(whole[at * bitmap.stride : at * bitmap.stride + row] for at in range(bitmap.height))


def placed_words(page: Any, number: int, passages: Sequence[tuple[int, str]]) -> Iterator[PlacedWord]:
    """Where on a `PdfPage` of pypdfium2 the words of passages stand; those that are not found are left out."""
    found = words_of(page, number - 1)
    shown = _Shown(page.get_rotation(), found)
    printed: list[Token] = []
    boxes: list[Box] = []
    rows = in_reading_order(rows_of(found.words, found.is_turned))
    is_level = not found.turn and not found.is_turned
    for row in in_cell_order(rows, found.rules) if is_level else rows:
        for word in row.words:
            for token in _TOKEN.finditer(word.text):
                printed.append((_folded(token.group()), len(boxes), len(boxes)))
            boxes.append(shown.box(found.box_of(word)))
    told = [
        (_folded(token.group()), start + token.start(), start + token.end())
        for start, words in passages
        for token in _TOKEN.finditer(words)
    ]
    for (_, start, end), places in _pairs(told, printed):
        for place in places:
            yield PlacedWord(start, end, *boxes[place])


def _folded(word: str) -> str:
    """A word as it is compared: its raised figures stand level on the page."""
    return unicodedata.normalize("NFKC", word).lower()


class _Shown:
    """Turns places in the file into shares of the page as it is shown."""

    def __init__(self, rotation: int, page: PageWords) -> None:
        self._rotation = rotation
        self._left, self._bottom, self._right, self._top = page.bounds
        self._across = max(1.0, self._right - self._left)
        self._upwards = max(1.0, self._top - self._bottom)

    def box(self, place: Box) -> Box:
        """Left, top, right and bottom, each from 0 to 1."""
        left, bottom, right, top = place
        x0, x1 = ((side - self._left) / self._across for side in (left, right))
        y0, y1 = ((self._top - side) / self._upwards for side in (top, bottom))
        match self._rotation:
            case 90:
                x0, y0, x1, y1 = 1 - y1, x0, 1 - y0, x1
            case 180:
                x0, y0, x1, y1 = 1 - x1, 1 - y1, 1 - x0, 1 - y0
            case 270:
                x0, y0, x1, y1 = y0, 1 - x1, y1, 1 - x0
        return _within(x0), _within(y0), _within(x1), _within(y1)


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))


def _pairs(told: list[Token], printed: list[Token]) -> Iterator[tuple[Token, list[int]]]:
    """The words that are told with the numbers of the boxes in which they are printed."""
    ours, theirs = [word for word, _, _ in told], [word for word, _, _ in printed]
    # Words that a very long page repeats too often are not compared: that would take minutes.
    matcher = SequenceMatcher(None, ours, theirs, autojunk=len(theirs) > _LONG_PAGE)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            for one, other in zip(told[start:end], printed[first:last], strict=True):
                yield one, [other[1]]
        elif kind == "replace" and "".join(ours[start:end]) == "".join(theirs[first:last]):
            yield from _apart(told[start:end], printed[first:last])


def _apart(told: Iterable[Token], printed: Iterable[Token]) -> Iterator[tuple[Token, list[int]]]:
    """The same letters in other pieces: a word parted at the end of a line, a raised figure behind one."""
    owners = [place for word, place, _ in printed for _ in word]
    at = 0
    for token in told:
        yield token, list(dict.fromkeys(owners[at : at + len(token[0])]))
        at += len(token[0])
