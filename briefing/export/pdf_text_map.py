"""The letters of a PDF's pages in one line, with their places on the paper, to find passages of its text again."""

import math
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from briefing.records import dataclass

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points of the page's own space, whatever its rotation and crop."""

_UPRIGHT = math.radians(45)


@dataclass(frozen=True, slots=True)
class Letters:
    """Text without all in which a page and its text differ: blanks, hyphens, ligatures and signs that cannot be seen.

    Attributes:
        folded: what is left, as one string.
        origins: the place of each of its characters in the text that it is of.
    """

    folded: str
    origins: tuple[int, ...]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Where the text's `[start, end)` stands in `folded`."""
        return bisect_right(self.origins, start - 1), bisect_right(self.origins, end - 1)


def letters_of(text: str) -> Letters:
    """The letters of a text."""
    found = [(sign, at) for at, whole in enumerate(text) for sign in _folded(whole)]
    return Letters("".join(sign for sign, _ in found), tuple(at for _, at in found))


class PrintedLetters:
    """The letters of all pages of a PDF, in the order in which they are read.

    Args:
        document: a `PdfDocument` of pypdfium2, open as long as this is used.
    """

    def __init__(self, document: Any) -> None:
        from pypdfium2 import raw

        self._pages = [page.get_textpage() for page in document]
        found: list[str] = []
        self._signs: list[tuple[int, int]] = []
        for number, page in enumerate(self._pages):
            for sign in range(page.count_chars()):
                for letter in _folded(chr(raw.FPDFText_GetUnicode(page.raw, sign))):
                    found.append(letter)
                    self._signs.append((number, sign))
        self.folded = "".join(found)

    def lines(self, start: int, end: int) -> Iterator[tuple[int, Box]]:
        """Page number, from 0, and box of each line of the letters `[start, end)`."""
        signs = list(dict.fromkeys(self._signs[start:end]))
        gathered: list[Box] = []
        for (page, sign), following in zip(signs, [*signs[1:], None], strict=True):
            gathered.append(self._pages[page].get_charbox(sign, loose=True))
            after = self._pages[page].get_charbox(following[1], loose=True) if following else None
            if following is None or following[0] != page or not self._same_line(page, sign, gathered[-1], after):
                yield page, _around(gathered)
                gathered = []

    def _same_line(self, page: int, sign: int, here: Box, after: Box | None) -> bool:
        """Whether two signs that follow one another stand side by side, along the line in which the first is set."""
        from pypdfium2 import raw

        assert after is not None
        angle = raw.FPDFText_GetCharAngle(self._pages[page].raw, sign)
        across = abs(math.sin(angle)) < math.sin(_UPRIGHT)
        low, high, along = (1, 3, 0) if across else (0, 2, 1)
        shared = min(here[high], after[high]) - max(here[low], after[low])
        size = min(here[high] - here[low], after[high] - after[low])
        apart = max(after[along] - here[along + 2], here[along] - after[along + 2])
        # Two columns side by side share their height, but not their room.
        return shared > size / 2 and apart < 2 * max(size, 1.0)


def _around(boxes: list[Box]) -> Box:
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _folded(sign: str) -> str:
    """A character as it is compared; empty of what a page may have and its text not, or the other way round."""
    if "a" <= sign <= "z" or "A" <= sign <= "Z":
        return sign.lower()
    if sign.isspace() or ord(sign) > 0xFFFF or unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Cn", "Pd"):
        return ""
    return "".join(
        part for part in unicodedata.normalize("NFKD", sign).casefold() if part.isalnum() or part in ".,%€$£"
    )
