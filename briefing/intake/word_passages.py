"""Walks the XML of a Word document and gives every word that is shown, as if all tracked changes were accepted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from briefing.intake.block_assembly import Passage, remark
from briefing.intake.equations import linear
from briefing.intake.passage_markup import PLAIN, PassageMarkup
from briefing.intake.pictures import Picture
from briefing.intake.superscripts import raised, raised_numeral
from briefing.intake.symbol_fonts import sign_of
from briefing.intake.table_rows import in_cell, row_passage
from briefing.intake.text_runs import Run, joined
from briefing.intake.word_fields import Fields
from briefing.intake.word_grid import WordGrid
from briefing.intake.word_numbering import Numbering
from briefing.intake.word_styles import Styles, attribute_of, switch
from briefing.intake.word_targets import Targets
from briefing.intake.xml_tree import local_name
from briefing.model import BlockKind, InlineKind, Locator, Locators
from briefing.model.message import Message

TRACKED = remark(Message("remark.tracked"))
"""The grey line below a document that somebody changed and nobody has accepted or refused it."""
_GONE = frozenset(("del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "sdtPr", "sdtEndPr"))
"""Elements of which nothing is shown once changes are accepted."""
_CHANGES = frozenset(("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel"))
_PAGE = "\f"
"""Stands, while words are gathered, where Word last began a new page; no XML may hold it."""
_SIGNS = {"lastRenderedPageBreak": _PAGE, "tab": " ", "ptab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}
_DRAWN = frozenset(("drawing", "pict", "object"))
_NOTES = ("footnote", "endnote")
_LONG = 160
"""Characters from which on words in a cell are a paragraph; a table that holds two in a row only lays out a page."""
_PRIVATE = range(0xE000, 0xF900)


class WordWalk:
    """The words of a document's parts, in order.

    Attributes:
        changed: whether changes were met that somebody tracked.
        targets: what pictures and links of the part that is walked lead to.

    Args:
        styles: of the document.
        paged: whether the document tells where its pages begin.
        numbering: counts the items of lists.
    """

    def __init__(
        self,
        styles: Styles,
        paged: bool = False,
        numbering: Numbering | None = None,
    ) -> None:
        self._page = 1
        self._paged = paged
        self._mark_pages: dict[tuple[str, str], int] = {}
        self.changed = False
        self._styles = styles
        self._numbering = numbering or Numbering(None)
        self.targets = Targets()
        self._tables = 0
        self._pictures: list[Picture] = []
        self._fields = Fields()
        self._boxes: list[Iterable[Passage]] = []
        self._marks: dict[tuple[str, str], str] = {}
        self._noted: Counter[str] = Counter()
        self._cut: set[tuple[str, str]] = set()
        self._hides = False
        self._carried: list[Run] = []

    def passages(self, root: Any) -> Iterator[Passage]:
        """The passages in a part, a cell or a text box."""
        yield from self._blocks(root)
        if self._carried:
            yield self._worded(BlockKind.PARAGRAPH, self._take_carried())

    def mark_of(self, kind: str, identifier: str) -> str:
        """The raised number of a "footnote" or an "endnote" as it stands in the text; empty if it does not."""
        return self._marks.get((kind, identifier), "")

    def order(self) -> dict[tuple[str, str], int]:
        """The "footnote"s and "endnote"s by their identifiers, numbered as their marks follow one another."""
        return {place: number for number, place in enumerate(self._marks)}

    def is_cut(self, kind: str, identifier: str) -> bool:
        """Whether a "footnote" or an "endnote" is gone with its mark, which somebody deleted."""
        return (kind, identifier) in self._cut and (kind, identifier) not in self._marks

    def page_of(self, kind: str, identifier: str) -> Locators:
        """On which page the mark of a "footnote" or an "endnote" stands; nothing if that is not known."""
        page = self._mark_pages.get((kind, identifier))
        return (Locator(0, page),) if page and self._paged else ()

    def _blocks(self, container: Any) -> Iterator[Passage]:
        for element in container:
            kind = local_name(element)
            self._note_change(kind)
            if kind == "p":
                yield from self._paragraph(element)
            elif kind == "tbl":
                yield from self._table(element)
            elif kind == "AlternateContent":
                yield from self._blocks(_alternative(element))
            elif kind == "altChunk":
                yield from self._set_in(element)
            elif kind in _GONE:
                self._cut_notes(element)
            elif kind:
                # Content controls, insertions, smart tags and whatever else lies around paragraphs.
                yield from self._blocks(element)

    def _paragraph(self, paragraph: Any) -> Iterator[Passage]:
        properties = paragraph.find("{*}pPr")
        style = properties.find("{*}pStyle") if properties is not None else None
        self._hides = style is not None and self._styles.hides(attribute_of(style, "val"))
        words = [*self._take_carried(), *self._words(paragraph)]
        boxes, self._boxes = self._boxes, []
        self._fields.end_paragraph()
        mark = properties.find("{*}rPr") if properties is not None else None
        if mark is not None and mark.find("{*}del") is not None:
            # Its end was deleted: it goes on in the next one.
            self.changed = True
            self._carried = words
        elif _is_drop_cap(properties):
            # The large letter at the beginning of the next one.
            self._carried = words
        else:
            yield self._passage(properties, words)
        carried = self._take_carried()
        for box in boxes:
            yield from box
        self._carried = carried

    def _set_in(self, element: Any) -> Iterator[Passage]:
        """The passages of another document that is set into this one."""
        known: dict[int, int] = {}
        for passage in self.targets.document(element):
            if passage.markup.cells and passage.markup.table not in known:
                self._tables += 1
                known[passage.markup.table] = self._tables
            table = known.get(passage.markup.table, 0)
            yield replace(passage, markup=replace(passage.markup, table=table)) if passage.markup.cells else passage

    def _passage(self, properties: Any | None, words: list[Run]) -> Passage:
        style, numbered, depth, list_number = "", None, 0, ""
        if properties is not None:
            named, numbers = properties.find("{*}pStyle"), properties.find("{*}numPr")
            style = attribute_of(named, "val")
            if numbers is not None:
                number, level = numbers.find("{*}numId"), numbers.find("{*}ilvl")
                numbered = number is None or attribute_of(number, "val") != "0"
                depth = _number(attribute_of(level, "val")) if level is not None else 0
                list_number = attribute_of(number, "val")
        kind, level = self._styles.kind(style, numbered=numbered, depth=depth)
        found = self._worded(kind, words, level)
        if kind is not BlockKind.ITEM or not found.words:
            return found
        marker = self._numbering.marker(list_number or self._styles.list_number(style), depth)
        return found if marker is None else replace(found, markup=replace(found.markup, marker=marker))

    def _worded(self, kind: BlockKind, runs: list[Run], level: int = 0) -> Passage:
        """A passage of some runs, with the pictures that stood among them, and the pages on which it stands."""
        locators = self._pages_in(runs)
        line = joined(run for run in runs if run.words != _PAGE)
        # A heading is strong as a whole.
        heading = kind is BlockKind.HEADING
        inlines = tuple(one for one in line.inlines if not (heading and one.kind is InlineKind.STRONG))
        pictures, self._pictures = tuple(self._pictures), []
        markup = PassageMarkup(inlines, pictures=pictures) if inlines or pictures else PLAIN
        return Passage(kind, line.words, level, locators, markup)

    def _pages_in(self, runs: list[Run]) -> Locators:
        """Where pages begin in some runs, as Word has last set them."""
        if not self._paged:
            return ()
        found: dict[int, Locator] = {0: Locator(0, self._page)}
        before: list[Run] = []
        for number, run in enumerate(runs):
            if run.words != _PAGE:
                before.append(run)
                continue
            self._page += 1
            following = next((one.words for one in runs[number + 1 :] if one.words and one.words != _PAGE), "")
            start = len(joined([*before, Run(" x" if following[:1].isspace() else "x")]).words) - 1
            found[start] = Locator(start, self._page)
        return tuple(found.values())

    def _take_carried(self) -> list[Run]:
        carried, self._carried = self._carried, []
        return carried

    def _table(self, table: Any) -> Iterator[Passage]:
        self._tables += 1
        number = self._tables
        grid = WordGrid()
        rows = [self._row(row, grid) for row in self._inner(table, "tr")]
        for row in rows:
            filled = [(cell, place) for cell, place in row if any(passage.words for passage in cell)]
            long = sum(len(passage.words) >= _LONG for cell, _ in filled for passage in cell)
            if long > 1:
                grid.lays_out = True
        for row in rows:
            places = [None if grid.lays_out else grid.cell(place) for _, place in row]
            told = [(cell, at) for (cell, _), at in zip(row, places, strict=True) if _says_something(cell)]
            long = sum(len(passage.words) >= _LONG for cell, _ in told for passage in cell)
            if len(told) == 1 or long > 1:
                for (cell, _), at in zip(row, places, strict=True):
                    yield from (in_cell(passage, at, number) if at and passage.words else passage for passage in cell)
            else:
                held = next((p.locators for cell, _ in row for p in cell if p.locators), ())
                yield replace(row_passage([cell for cell, _ in row], places, number), locators=held[:1])

    def _row(self, row: Any, grid: WordGrid) -> list[tuple[list[Passage], int]]:
        """The passages of each cell of a row, with the number of its place in the grid."""
        grid.begin_row(row)
        cells: list[tuple[list[Passage], int]] = []
        for cell in self._inner(row, "tc"):
            properties = cell.find("{*}tcPr")
            merged = properties.find("{*}vMerge") if properties is not None else None
            if merged is not None and attribute_of(merged, "val") != "restart":
                # What is merged with the cell above shows nothing of its own.
                cells.append(([], grid.go_on(properties)))
            elif properties is None or properties.find("{*}cellDel") is None:
                place = grid.add(properties)
                cells.append((list(self.passages(cell)), place))
        return cells

    def _inner(self, container: Any, wanted: str) -> Iterator[Any]:
        """The rows of a table or the cells of a row, those within content controls and insertions too."""
        for element in container:
            kind = local_name(element)
            self._note_change(kind)
            if kind == wanted:
                if wanted == "tr" and element.find("{*}trPr/{*}del") is not None:
                    self.changed = True
                else:
                    yield element
            elif kind and kind not in _GONE and kind not in ("tblPr", "trPr", "tblGrid", "tblPrEx"):
                yield from self._inner(element, wanted)

    def _words(self, container: Any) -> Iterator[Run]:
        for element in container:
            kind = local_name(element)
            self._note_change(kind, element)
            if kind == "r":
                yield from self._run(element)
            elif kind == "t":
                yield Run(self._fields.shown(element.text or ""))
            elif kind in _SIGNS:
                yield Run(_SIGNS[kind])
            elif kind == "sym":
                yield Run(_symbol(element))
            elif kind == "fldChar":
                yield Run(self._fields.turn(element))
            elif kind == "oMath":
                yield Run(self._fields.shown(linear(element)))
            elif kind in ("footnoteReference", "endnoteReference"):
                yield Run(self._mark(element, kind.removesuffix("Reference")))
            elif kind == "AlternateContent":
                yield from self._words([_alternative(element)])
            elif kind == "rt":
                # The reading that stands above a character, set as where it cannot stand above.
                yield Run(f"({_joined(self._words(element))})")
            elif kind in _DRAWN:
                self._boxes += (self.passages(box) for box in _boxes(element))
                self._boxes.append(self.targets.words(_drawn(element)))
                self._pictures += self.targets.pictures(element)
            elif kind == "hyperlink":
                yield from self._linked(element)
            elif kind in _GONE:
                self._cut_notes(element)
            elif kind:
                yield from self._words(element)

    def _linked(self, link: Any) -> Iterator[Run]:
        address = self.targets.address(link)
        style = frozenset(((InlineKind.LINK, address),)) if address else frozenset()
        for run in self._words(link):
            yield replace(run, styles=run.styles | style)

    def _run(self, run: Any) -> Iterator[Run]:
        properties = run.find("{*}rPr")
        style = properties.find("{*}rStyle") if properties is not None else None
        named = attribute_of(style, "val")
        hidden = switch(properties, "vanish")
        if hidden is None:
            hidden = self._hides or (bool(named) and self._styles.hides(named))
        # What a hidden run opens or closes counts, its words do not.
        inner = list(self._words(run))
        if hidden or properties is None:
            yield from () if hidden else inner
            return
        styles = self._styles.of_words(named, properties)
        up = (InlineKind.SUPERSCRIPT, "") in styles
        for part in inner:
            words = raised(part.words) if up else part.words
            # What is raised already needs no style.
            own = styles - {(InlineKind.SUPERSCRIPT, "")} if words != part.words else styles
            yield replace(part, words=words, styles=part.styles | own)

    def _mark(self, reference: Any, kind: str) -> str:
        place = (kind, attribute_of(reference, "id"))
        if attribute_of(reference, "customMarkFollows") not in ("", "0", "false"):
            return self._marks.setdefault(place, "")
        if known := self._marks.get(place):
            return known
        self._noted[kind] += 1
        self._mark_pages[place] = self._page
        number = self._noted[kind]
        mark = raised(str(number)) if kind == "footnote" else raised_numeral(number)
        return self._marks.setdefault(place, mark)

    def _cut_notes(self, element: Any) -> None:
        """Remember the notes whose marks stand in what is gone."""
        for kind in _NOTES:
            self._cut.update((kind, attribute_of(mark, "id")) for mark in element.iter(f"{{*}}{kind}Reference"))

    def _note_change(self, kind: str, element: Any | None = None) -> None:
        self.changed = self.changed or kind in _CHANGES
        if kind == "instrText" and element is not None:
            self._fields.code(element.text or "")


def _joined(runs: Iterable[Run]) -> str:
    return "".join(run.words for run in runs)


def _says_something(cell: Iterable[Passage]) -> bool:
    return any(passage.words for passage in cell)


def _alternative(element: Any) -> Any:
    """Of contents that are given twice, for newer and older programs, the first with words."""
    choices = [inner for inner in element if local_name(inner) in ("Choice", "Fallback")]
    return next((c for c in choices if next(c.iter("{*}t"), None) is not None), choices[0] if choices else [])


def _drawn(element: Any) -> Any:
    """A drawing as a program of today shows it, where it is given twice."""
    outer = next(element.iter("{*}AlternateContent"), None)
    return element if outer is None else _alternative(outer)


def _is_drop_cap(properties: Any | None) -> bool:
    frame = properties.find("{*}framePr") if properties is not None else None
    return frame is not None and attribute_of(frame, "dropCap") in ("drop", "margin")


def _boxes(element: Any) -> Iterator[Any]:
    """The text boxes in a drawing, in order."""
    for inner in element:
        kind = local_name(inner)
        if kind == "txbxContent":
            yield inner
        elif kind == "AlternateContent":
            yield from _boxes(_alternative(inner))
        elif kind:
            yield from _boxes(inner)


def _symbol(element: Any) -> str:
    """A sign told by its number; those that only an unknown font knows cannot be told."""
    try:
        number = int(attribute_of(element, "char"), 16)
    except ValueError:
        return ""
    if known := sign_of(attribute_of(element, "font"), number):
        return known
    return "" if number in _PRIVATE or number < 32 else chr(number) if number < 0x10000 else ""


def _number(value: str) -> int:
    return min(8, int(value)) if value.isascii() and value.isdigit() and len(value) < 3 else 0
