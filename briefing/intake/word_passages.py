"""Walks the XML of a Word document and gives every word that is shown, as if all tracked changes were accepted."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from briefing.intake.block_assembly import Passage
from briefing.intake.superscripts import raised, raised_numeral
from briefing.intake.text_decoder import canonical
from briefing.intake.word_styles import Styles, of, switch
from briefing.model import BlockKind, Locator, Locators

TRACKED = "[This document holds tracked changes; it is read with all of them accepted]"
"""The grey line below a document that somebody changed and nobody has accepted or refused it."""
_GONE = frozenset(("del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "sdtPr", "sdtEndPr"))
"""Elements of which nothing is shown once changes are accepted."""
_CHANGES = frozenset(("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel"))
_PAGE = "\f"
"""Stands, while words are gathered, where Word last began a new page; no XML may hold it."""
_SIGNS = {"lastRenderedPageBreak": _PAGE, "tab": " ", "ptab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}
_DRAWN = frozenset(("drawing", "pict", "object"))
_BETWEEN = " | "
_LONG = 160
"""Characters from which on words in a cell are a paragraph; a table that holds two in a row only lays out a page."""
_PRIVATE = range(0xE000, 0xF900)


class WordWalk:
    """The words of a document's parts, in order.

    Attributes:
        changed: whether changes were met that somebody tracked.

    Args:
        styles: of the document.
        paged: whether the document tells where its pages begin.
    """

    def __init__(self, styles: Styles, paged: bool = False) -> None:
        self._page = 1
        self._paged = paged
        self._mark_pages: dict[tuple[str, str], int] = {}
        self.changed = False
        self._styles = styles
        self._fields: list[bool] = []
        """For each field that is open, whether its result is being read (and not the code that makes it)."""
        self._boxes: list[Any] = []
        self._marks: dict[tuple[str, str], str] = {}
        self._noted: Counter[str] = Counter()
        self._carried = ""

    def passages(self, root: Any) -> Iterator[Passage]:
        """The passages in a part, a cell or a text box."""
        yield from self._blocks(root)
        if self._carried:
            yield self._paged_passage(BlockKind.PARAGRAPH, self._take_carried())

    def mark_of(self, kind: str, identifier: str) -> str:
        """The raised number of a "footnote" or an "endnote" as it stands in the text; empty if it does not."""
        return self._marks.get((kind, identifier), "")

    def page_of(self, kind: str, identifier: str) -> Locators:
        """On which page the mark of a "footnote" or an "endnote" stands; nothing if that is not known."""
        page = self._mark_pages.get((kind, identifier))
        return (Locator(0, page),) if page and self._paged else ()

    def _paged_passage(self, kind: BlockKind, words: str, level: int = 0) -> Passage:
        """A passage that tells on which pages it stands, as Word has last set it."""
        if not self._paged:
            return Passage(kind, tidy(words), level)
        parts = words.split(_PAGE)
        found: dict[int, Locator] = {0: Locator(0, self._page)}
        before = parts[0]
        for part in parts[1:]:
            self._page += 1
            blank = " " if part[:1].isspace() else ""
            start = len(tidy(f"{before}{blank}x")) - 1
            found[start] = Locator(start, self._page)
            before += part
        return Passage(kind, tidy(before), level, tuple(found.values()))

    def _blocks(self, container: Any) -> Iterator[Passage]:
        for element in container:
            kind = _name(element)
            self._note_change(kind)
            if kind == "p":
                yield from self._paragraph(element)
            elif kind == "tbl":
                for row in self._inner(element, "tr"):
                    yield from self._row(row)
            elif kind == "AlternateContent":
                yield from self._blocks(_alternative(element))
            elif kind and kind not in _GONE:
                # Content controls, insertions, smart tags and whatever else lies around paragraphs.
                yield from self._blocks(element)

    def _paragraph(self, paragraph: Any) -> Iterator[Passage]:
        properties = paragraph.find("{*}pPr")
        words = self._take_carried() + "".join(self._words(paragraph))
        boxes, self._boxes = self._boxes, []
        # A field whose code does not end with the paragraph is damaged: what follows is shown all the same.
        self._fields = [result for result in self._fields if result]
        mark = properties.find("{*}rPr") if properties is not None else None
        if mark is not None and mark.find("{*}del") is not None:
            # Its end was deleted: it goes on in the next one.
            self.changed = True
            self._carried = words
        else:
            yield self._passage(properties, words)
        carried = self._take_carried()
        for box in boxes:
            yield from self.passages(box)
        self._carried = carried

    def _passage(self, properties: Any | None, words: str) -> Passage:
        style, numbered, depth = "", None, 0
        if properties is not None:
            named, numbers = properties.find("{*}pStyle"), properties.find("{*}numPr")
            style = of(named, "val") if named is not None else ""
            if numbers is not None:
                number, level = numbers.find("{*}numId"), numbers.find("{*}ilvl")
                numbered = number is None or of(number, "val") != "0"
                depth = _number(of(level, "val")) if level is not None else 0
        kind, level = self._styles.kind(style, numbered=numbered, depth=depth)
        return self._paged_passage(kind, words, level)

    def _take_carried(self) -> str:
        carried, self._carried = self._carried, ""
        return carried

    def _row(self, row: Any) -> Iterator[Passage]:
        cells: list[list[Passage]] = []
        page = self._page
        for cell in self._inner(row, "tc"):
            properties = cell.find("{*}tcPr")
            merged = properties.find("{*}vMerge") if properties is not None else None
            if merged is not None and of(merged, "val") != "restart":
                # What is merged with the cell above shows nothing of its own.
                cells.append([])
            elif properties is None or properties.find("{*}cellDel") is None:
                cells.append([passage for passage in self.passages(cell) if passage.words])
        filled = [cell for cell in cells if cell]
        long = sum(len(passage.words) >= _LONG for cell in filled for passage in cell)
        if len(filled) == 1 or long > 1:
            for cell in filled:
                yield from cell
        else:
            lines = (" ".join(passage.words for passage in cell) for cell in cells)
            words = tidy(_BETWEEN.join(lines)) if filled else ""
            yield Passage(BlockKind.PARAGRAPH, words, locators=(Locator(0, page),) if self._paged else ())

    def _inner(self, container: Any, wanted: str) -> Iterator[Any]:
        """The rows of a table or the cells of a row, those within content controls and insertions too."""
        for element in container:
            kind = _name(element)
            self._note_change(kind)
            if kind == wanted:
                if wanted == "tr" and element.find("{*}trPr/{*}del") is not None:
                    self.changed = True
                else:
                    yield element
            elif kind and kind not in _GONE and kind not in ("tblPr", "trPr", "tblGrid", "tblPrEx"):
                yield from self._inner(element, wanted)

    def _words(self, container: Any) -> Iterator[str]:
        for element in container:
            kind = _name(element)
            self._note_change(kind)
            if kind == "r":
                yield from self._run(element)
            elif kind == "t":
                yield self._shown(element.text or "")
            elif kind in _SIGNS:
                yield _SIGNS[kind]
            elif kind == "sym":
                yield _symbol(element)
            elif kind == "fldChar":
                self._turn(of(element, "fldCharType"))
            elif kind in ("footnoteReference", "endnoteReference"):
                yield self._mark(element, kind.removesuffix("Reference"))
            elif kind == "AlternateContent":
                yield from self._words([_alternative(element)])
            elif kind == "rt":
                # The reading that stands above a character, set as where it cannot stand above.
                yield f"({''.join(self._words(element))})"
            elif kind in _DRAWN:
                self._boxes += _boxes(element)
            elif kind and kind not in _GONE:
                yield from self._words(element)

    def _run(self, run: Any) -> Iterator[str]:
        properties = run.find("{*}rPr")
        style = properties.find("{*}rStyle") if properties is not None else None
        hidden = switch(properties, "vanish")
        if hidden is None and style is not None:
            hidden = self._styles.hides(of(style, "val"))
        # What a hidden run opens or closes counts, its words do not.
        words = "".join(self._words(run))
        place = properties.find("{*}vertAlign") if properties is not None else None
        if place is not None and of(place, "val") == "superscript":
            words = raised(words)
        yield "" if hidden else words

    def _shown(self, words: str) -> str:
        """The words, unless they stand in the code of a field around the one that they are the result of."""
        return words if all(self._fields[:-1]) else ""

    def _turn(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _mark(self, reference: Any, kind: str) -> str:
        if of(reference, "customMarkFollows") not in ("", "0", "false"):
            return ""
        if known := self._marks.get((kind, of(reference, "id"))):
            return known
        self._noted[kind] += 1
        self._mark_pages[kind, of(reference, "id")] = self._page
        number = self._noted[kind]
        mark = raised(str(number)) if kind == "footnote" else raised_numeral(number)
        return self._marks.setdefault((kind, of(reference, "id")), mark)

    def _note_change(self, kind: str) -> None:
        self.changed = self.changed or kind in _CHANGES


def tidy(words: str) -> str:
    """Words with single blanks, in canonical form."""
    return canonical(" ".join(words.split())).strip()


def _name(element: Any) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _alternative(element: Any) -> Any:
    """Of contents that are given twice, for newer and older programs, the first with words."""
    choices = [inner for inner in element if _name(inner) in ("Choice", "Fallback")]
    return next((c for c in choices if next(c.iter("{*}t"), None) is not None), choices[0] if choices else [])


def _boxes(element: Any) -> Iterator[Any]:
    """The text boxes in a drawing, in order."""
    for inner in element:
        kind = _name(inner)
        if kind == "txbxContent":
            yield inner
        elif kind == "AlternateContent":
            yield from _boxes(_alternative(inner))
        elif kind:
            yield from _boxes(inner)


def _symbol(element: Any) -> str:
    """A sign told by its number; those that only one font knows cannot be told."""
    try:
        number = int(of(element, "char"), 16)
    except ValueError:
        return ""
    return "" if number in _PRIVATE or number < 32 else chr(number) if number < 0x10000 else ""


def _number(value: str) -> int:
    return min(8, int(value)) if value.isascii() and value.isdigit() and len(value) < 3 else 0
