"""The lines of a PDF page: their words in reading order, the size of their letters, hyphens and ligatures mended."""

import ctypes
import re
from typing import Any

from briefing.intake.text_decoder import canonical
from briefing.records import dataclass

_ALEFS = "اأإآ"
_LAM = "ل"
_HYPHEN = re.compile(r"[A-Za-zÀ-ÿ]{2}[-\u00ad\u0002\ufffe]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is printed.

    Attributes:
        words: its words.
        size: of its letters, in points.
        down: how far its base lies below the top of the page, in points.
        share: the same as a share of the page's height, 0 to 1.
        page: number of its page, from 0.
    """

    words: str
    size: float
    down: float = 0.0
    share: float = 0.5
    page: int = 0


def lines_of(page: Any, number: int, height: float) -> list[Line]:
    """The lines of a page's text in the order of its columns.

    Args:
        page: a `PdfTextPage` of pypdfium2.
        number: of the page, from 0.
        height: of the page, in points.
    """
    from pypdfium2 import raw

    lines: list[Line] = []
    at = 0
    for found in _mended(page, page.get_text_range()).split("\n"):
        # pdfium writes U+0002 or U+FFFE for a hyphen at a line's end, and often goes on with the word in the same line.
        joined = re.sub("[\x02\ufffe\u00ad](?=\\w)", "", found)
        words = tidy(re.sub("[\x02\ufffe\u00ad]", "-", joined))
        if words:
            middle = at + len(found.rstrip()) // 2
            size = round(raw.FPDFText_GetFontSize(page.raw, middle), 1)
            down = height - _base_of(page, middle)
            lines.append(Line(words, size, down, down / height if height > 0 else 0.5, number))
        at += len(found) + 1
    return lines


def joined(paragraph: str, line: str) -> str:
    """A paragraph with its next line; a word parted at the end of a line is made whole."""
    if not paragraph:
        return line
    if _HYPHEN.search(paragraph) and line[:1].islower():
        return paragraph[:-1] + line
    return f"{paragraph} {line}"


def _base_of(page: Any, sign: int) -> float:
    """How high the base of a sign lies above the bottom of the page, in points."""
    from pypdfium2 import raw

    across, up = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(page.raw, sign, across, up)
    return up.value


def tidy(words: str) -> str:
    """Words with single blanks, in canonical form."""
    return canonical(" ".join(words.split())).strip()


def _mended(page: Any, text: str) -> str:
    """The text with Arabic lam-alef ligatures in reading order.

    pdfium turns lines from right to left sign by sign, and so hands over the two letters of one glyph turned round;
    that they are one glyph shows in their boxes, which are the same.
    """
    if _LAM not in text or len(text) != page.count_chars():
        return text
    signs = list(text)
    for at in range(len(signs) - 1):
        if signs[at] in _ALEFS and signs[at + 1] == _LAM and page.get_charbox(at) == page.get_charbox(at + 1):
            signs[at], signs[at + 1] = signs[at + 1], signs[at]
    return "".join(signs)
