"""The picture of a page of an article's original, and where on it the article's words stand."""

from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """Words of an article and the room that they take on a page.

    Attributes:
        start: first code point of them in the article's text.
        end: the one behind them.
        left: side of that room, as a share of the page's width from the left, 0 to 1.
        top: as a share of its height from the top.
        right: as `left`.
        bottom: as `top`.
    """

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as a picture.

    Attributes:
        number: of the page in its document, from 1.
        width: of the picture, in pixels.
        height: of it.
        pixels: row by row from the top, four bytes each: blue, green, red, and one that says nothing.
        words: of the article that are known to stand on it.
        sizes: width and height of each page of the document, in points.
    """

    number: int
    width: int
    height: int
    pixels: bytes
    words: tuple[PlacedWord, ...]
    sizes: tuple[tuple[float, float], ...]
