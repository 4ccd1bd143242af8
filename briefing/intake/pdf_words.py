"""The words of a PDF page with their places: as pdfium reads them, without what nobody sees."""

import ctypes
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from briefing.intake.pdf_right_to_left import Glyph, is_right_to_left, rows_of
from briefing.intake.pdf_rules import Rule, rules_of
from briefing.intake.superscripts import raised_behind
from briefing.records import dataclass

_WORD = re.compile(r"[^\s\x00-\x1f\ufffe\u00ad]+(?:\u00ad[^\s\x00-\x1f\ufffe\u00ad]+)*[\x02\ufffe\u00ad]?")
"""A word, with what pdfium writes for a hyphen at the end of a line."""
_LINE_HYPHEN = re.compile("[\x02\ufffe\u00ad]$")
_STRAIGHT = 3.0
"""Degrees by which words may lean that are still read as level, or as upright."""
_ASKEW = -1
_MOST_ANNOTATIONS = 1000
"""Annotations of a page among which something typed is looked for."""
_MOST_BESIDE = 300
"""Words or surfaces at one place with which another is compared; more of them are there to keep a reader busy."""
_ASCENT, _DESCENT = 0.8, 0.25
"""Heights of letters that stand above and below their base."""
_WHITE = 250
_APART = 0.5
"""Heights of letters between two words on one base that may stand in two columns of a table."""
_UP = 0.8
"""Heights of letters by which a word stands higher than the one before it, if it begins another cell beside that."""
_RAISED = 0.25
"""Heights of letters above the base at which raised figures begin; the others begin on it."""
_LONGEST_MARK = 3
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_READABLE = re.compile(r"\W*[^\W\d_]?(?:(?![aeiouyà-ÿ])[a-zß-ÿ])*+[aeiouyà-ÿ][a-zß-ÿ]*+(?:[-'’][a-zß-ÿ]++)*+\W*")
"""A word in letters as one writes it, with a vowel."""
_LEAST_READABLE = 0.5
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BULLETS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf02d", "•"))


class Word(NamedTuple):
    """A word where it is printed, in points from the left and the top of the page as its words run.

    On a page that is read from right to left, `left` and `right` count from its right side. What is `joined` follows
    the word before without a blank.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    joined: bool = False


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page.

    Attributes:
        number: of the page, from 0.
        words: in the order in which the file holds them.
        aside: what is written across the page or up its side: watermarks, marginal notes.
        height: of the page as its words run, in points.
        unmapped: share of its words whose letters the file does not tell.
        is_turned: whether it is read from right to left.
        turn: by which its words are turned in the file, in degrees against the clock.
        bounds: of the page in the file: left, bottom, right, top.
        rules: the lines that are drawn on it, if two of its words stand as far apart as in tables.
    """

    number: int
    words: list[Word]
    aside: list[str]
    height: float
    unmapped: float = 0.0
    is_turned: bool = False
    turn: int = 0
    bounds: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    rules: tuple[Rule, ...] = ()

    def box_of(self, word: Word) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a word in the coordinates of the file."""
        left, bottom, right, top = self.bounds
        start, end = word.left, word.right
        if self.is_turned:
            start, end = right - left - end, right - left - start
        above, below = word.base - _ASCENT * word.size, word.base + _DESCENT * word.size
        match self.turn:
            case 90:
                return left + above, bottom + start, left + below, bottom + end
            case 180:
                return right - end, bottom + above, right - start, bottom + below
            case 270:
                return right - below, top - end, right - above, top - start
            case _:
                return left + start, top - below, left + end, top - above


_Box = tuple[float, float, float, float]


class _Style(NamedTuple):
    size: float
    turn: int
    is_hidden: bool
    is_white: bool


class _Printed(NamedTuple):
    """A run of signs in the coordinates of the file."""

    text: str
    across: float
    up: float
    box: _Box
    style: _Style
    at: int
    joined: bool = False


def page_of(document: Any, number: int) -> Any:
    """The page `number`, from 0, of a `PdfDocument` of pypdfium2, with what is filled into its forms or typed on it."""
    from pypdfium2 import raw

    page = document[number]
    if _is_written_on(page):
        # pdfium tells and draws only what belongs to the page itself.
        raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
        page.close()
        page = document[number]
    return page


def _is_written_on(page: Any) -> bool:
    from pypdfium2 import raw

    wanted = (raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_STAMP)
    for at in range(min(_MOST_ANNOTATIONS, raw.FPDFPage_GetAnnotCount(page.raw))):
        annotation = raw.FPDFPage_GetAnnot(page.raw, at)
        if annotation:
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            raw.FPDFPage_CloseAnnot(annotation)
            if kind in wanted:
                return True
    return False


def words_of(page: Any, number: int) -> PageWords:
    """The words of a `PdfPage` of pypdfium2, which is the page `number` of its document, from 0."""
    text_page = page.get_textpage()
    try:
        reader = _Reader(page, text_page)
        printed = list(reader.printed())
        is_turned = is_right_to_left(reader.text)
        glyphs = list(reader.glyphs()) if is_turned else []
        frame_of = page.get_bbox()
    finally:
        text_page.close()
    share = _unmapped(printed, reader.unmapped)
    seen = _seen(printed, page)
    turns = Counter[int]()
    for one in seen:
        turns[one.style.turn] += len(one.text)
    turns.pop(_ASKEW, None)
    turn = max(turns, key=lambda each: turns[each], default=0)
    frame = _Frame(turn, frame_of)
    is_turned = is_turned and turn == 0
    if is_turned:
        words = list(_from_right(glyphs, frame))
    else:
        words = [word for one in seen if one.style.turn == turn and (word := frame.word(one))]
    is_level = turn == 0 and not is_turned
    rules = rules_of(page) if is_level and _have_columns(words) else ()
    return PageWords(number, words, list(_aside(seen, turn)), frame.height, share, is_turned, turn, frame_of, rules)


def _have_columns(words: list[Word]) -> bool:
    """Whether two words stand as far apart as in tables, so that the lines of the page are worth looking at."""
    ups = 0
    for before, after in pairwise(words):
        if after.base == before.base and after.left - before.right > _APART * after.size:
            return True
        # The file may hold cell after cell, each of several lines.
        ups += after.base < before.base - before.size * _UP and after.left > before.right
        if ups > 1:
            return True
    return False


def _unmapped(printed: list[_Printed], told: int) -> float:
    """Share of words whose letters the file does not tell.

    Args:
        printed: all words.
        told: how many of them pdfium says this of. It takes the numbers of their letters for the letters then, which
            is often right; what reads like words is.
    """
    if not printed:
        return 0.0
    strange = sum(bool(_UNKNOWN.search(one.text)) for one in printed)
    if told:
        words = sum(bool(_READABLE.fullmatch(one.text)) for one in printed)
        strange += told if words < _LEAST_READABLE * len(printed) else 0
    return strange / len(printed)


def _aside(seen: list[_Printed], turn: int) -> Iterator[str]:
    """What does not run as most words do, each stretch of it."""
    stretch: list[str] = []
    before = turn
    for one in seen:
        if one.style.turn != before and stretch:
            yield " ".join(stretch)
            stretch = []
        before = one.style.turn
        if before != turn:
            stretch.append(_LINE_HYPHEN.sub("-", one.text))
    if stretch:
        yield " ".join(stretch)


class _Frame:
    """How a page is held so that its words run level.

    Args:
        turn: by which its words are turned, in degrees against the clock.
        bounds: of the page in the file: left, bottom, right, top.
    """

    def __init__(self, turn: int, bounds: _Box) -> None:
        self.turn = turn
        self.bounds = bounds
        left, bottom, right, top = bounds
        sides = (right - left, top - bottom)
        self.width, self.height = sides if turn in (0, 180) else sides[::-1]

    def word(self, one: _Printed) -> Word | None:
        """The word as it stands in this frame; None if it lies beyond the page."""
        left, bottom, right, top = self.bounds
        size = one.style.size
        if self.turn == 0:
            place = one.across - left, one.box[2] - left, top - one.up
        elif self.turn == 90:
            place = one.up - bottom, one.box[3] - bottom, one.across - left
        elif self.turn == 180:
            place = right - one.across, right - one.box[0], one.up - bottom
        else:
            place = top - one.up, top - one.box[1], right - one.across
        start, end, base = place
        if end < 0 or start > self.width or base < 0 or base - size > self.height:
            return None
        return Word(one.text, start, max(start, end), base, size, one.joined)


def _from_right(glyphs: list[Glyph], frame: _Frame) -> Iterator[Word]:
    left, _, right, top = frame.bounds
    for row in rows_of(glyphs):
        for text, start, end, base, size in row:
            if start > left and end < right and base < top + size:
                yield Word(text, right - end, right - start, top - base, size)


def _seen(printed: list[_Printed], page: Any) -> list[_Printed]:
    """Without a second, invisible text below a visible one, and without white words on white paper."""
    if not any(one.style.is_hidden or one.style.is_white for one in printed):
        return printed
    shown = [one for one in printed if not one.style.is_hidden]
    if any(one.style.is_white for one in shown):
        covered = _painted(page)[:_MOST_BESIDE]
        shown = [one for one in shown if not one.style.is_white or any(_overlap(one.box, box) for box in covered)]
    by_place: dict[tuple[int, int], list[_Printed]] = defaultdict(list)
    for one in shown:
        for place in _places(one.box):
            by_place[place].append(one)
    kept = {one.at for one in shown}
    for one in printed:
        if one.style.is_hidden:
            beside = (other for place in _places(one.box) for other in by_place.get(place, ())[:_MOST_BESIDE])
            if not any(_overlap(one.box, other.box) for other in beside):
                kept.add(one.at)
    return [one for one in printed if one.at in kept]


def _places(box: _Box) -> Iterator[tuple[int, int]]:
    """The parts of the page, 40 points wide and 10 high, over which a box lies; of one beyond all measure some."""
    across = range(int(box[0] // 40), int(box[2] // 40) + 1)[:16]
    upwards = range(int(box[1] // 10), int(box[3] // 10) + 1)[:8]
    return ((column, row) for column in across for row in upwards)


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _painted(page: Any) -> list[_Box]:
    """Where pictures and surfaces lie on the page."""
    from pypdfium2 import raw

    kinds = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
    return [part.get_bounds() for part in page.get_objects(filter=kinds, max_depth=2)]


@cache
def _object_of() -> Callable[[int, int], int | None]:
    """`FPDFText_GetTextObject` with plain numbers: it is called for each word, and pointers take their time."""
    from pypdfium2 import raw

    address = ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(address)


class _Reader:
    """Asks pdfium about the signs of a page: of each word its two ends, not each of its letters."""

    def __init__(self, page: Any, text_page: Any) -> None:
        from pypdfium2 import raw

        self._raw = raw
        self._page = text_page.raw
        self._address = ctypes.cast(text_page.raw, ctypes.c_void_p).value or 0
        self._styles: dict[int, _Style] = {}
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = tuple(ctypes.c_double() for _ in range(4))
        self._matrix = raw.FS_MATRIX()
        self.unmapped = 0
        count = text_page.count_chars()
        text = text_page.get_text_range() if count else ""
        if len(text) != count:
            text = "".join(map(self._sign, range(count)))
        self.text: str = text.translate(_BULLETS) if _PRIVATE.search(text) else text

    def _sign(self, at: int) -> str:
        code = self._raw.FPDFText_GetUnicode(self._page, at)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"

    def printed(self) -> Iterator[_Printed]:
        """The words, those of several styles in parts."""
        object_of = _object_of()
        for number, found in enumerate(_WORD.finditer(self.text)):
            start, end = found.span()
            first, last = object_of(self._address, start), object_of(self._address, end - 1)
            if number % 8 == 0:
                self.unmapped += 8 * (self._raw.FPDFText_HasUnicodeMapError(self._page, start) == 1)
            # A long word of one piece is no mark.
            may_be = first is not None and (first != last or end - start <= _LONGEST_MARK)
            is_up = may_be and self._is_raised(first, start)
            if first == last:
                yield self._run(start, end, first, False, is_up)
                continue
            at, before, joined = start, first, False
            for place in range(start + 1, end):
                here = object_of(self._address, place)
                if here != before and here is not None:
                    up = self._is_raised(here, place)
                    if before is None or up != is_up or self._style(before, at) != self._style(here, place):
                        yield self._run(at, place, before, joined, is_up)
                        at, joined, is_up = place, True, up
                    before = here
            yield self._run(at, end, before, joined, is_up)

    def _is_raised(self, owner: int | None, at: int) -> bool:
        """Whether a sign is one of those that fonts draw raised, on the base and in the size of the others."""
        if not ("0" <= self.text[at] <= "9" or "a" <= self.text[at] <= "z"):
            return False
        style = self._style(owner, at)
        if style.turn != 0:
            return False
        self._raw.FPDFText_GetCharOrigin(self._page, at, self._x, self._y)
        return self._box_of(at)[1] - self._y.value >= _RAISED * style.size

    def _run(self, start: int, end: int, owner: int | None, joined: bool = False, is_up: bool = False) -> _Printed:
        style = self._style(owner, start)
        self._raw.FPDFText_GetCharOrigin(self._page, start, self._x, self._y)
        across, up = self._x.value, self._y.value
        left, bottom, right, top = self._box_of(end - 1)
        if style.turn == 0:
            box = (across, bottom, right, top)
        else:
            first = self._box_of(start)
            box = (min(left, first[0]), min(bottom, first[1]), max(right, first[2]), max(top, first[3]))
        text = self.text[start:end]
        return _Printed(
            raised_behind(self.text[max(0, start - 3) : start], text) if is_up else text,
            across,
            up,
            box,
            style,
            start,
            joined,
        )

    def _box_of(self, at: int) -> _Box:
        left, right, bottom, top = self._box
        self._raw.FPDFText_GetCharBox(self._page, at, left, right, bottom, top)
        return left.value, bottom.value, right.value, top.value

    def _style(self, owner: int | None, at: int) -> _Style:
        if owner is None:
            return _Style(1.0, 0, False, False)
        style = self._styles.get(owner)
        if style is None:
            style = self._styles[owner] = self._asked(owner, at)
        return style

    def _asked(self, owner: int, at: int) -> _Style:
        raw, matrix = self._raw, self._matrix
        raw.FPDFText_GetMatrix(self._page, at, matrix)
        size = raw.FPDFText_GetFontSize(self._page, at) * math.hypot(matrix.c, matrix.d)
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
        turn = round(angle / 90) % 4 * 90
        leans = min(abs(angle - turn), abs(angle - turn - 360))
        thing = ctypes.cast(owner, raw.FPDF_PAGEOBJECT)
        hidden = raw.FPDFTextObj_GetTextRenderMode(thing) in (3, 7)
        red, green, blue, alpha = (ctypes.c_uint(0) for _ in range(4))
        white = False
        if raw.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha):
            hidden = hidden or alpha.value == 0
            white = min(red.value, green.value, blue.value) >= _WHITE
        return _Style(round(size, 1), turn if leans <= _STRAIGHT else _ASKEW, hidden, white)

    def glyphs(self) -> Iterator[Glyph]:
        """The signs one by one, with the room that each of them takes."""
        object_of = _object_of()
        rect = self._raw.FS_RECTF()
        for at, sign in enumerate(self.text):
            owner = object_of(self._address, at)
            if owner is None or sign.isspace():
                continue
            style = self._style(owner, at)
            if style.is_hidden or style.turn != 0:
                continue
            self._raw.FPDFText_GetCharOrigin(self._page, at, self._x, self._y)
            self._raw.FPDFText_GetLooseCharBox(self._page, at, rect)
            yield Glyph(sign, self._x.value, rect.left, rect.right, self._y.value, style.size, owner)
