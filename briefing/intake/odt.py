"""An OpenDocument text to an article."""

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from briefing.intake.article_builder import article_of_passages
from briefing.intake.block_assembly import Passage
from briefing.intake.html_inline import absolute
from briefing.intake.odt_objects import chart_at, equation_at
from briefing.intake.odt_styles import STYLE, OdtStyles
from briefing.intake.passage_markup import PLAIN, PassageMarkup
from briefing.intake.pictures import Picture
from briefing.intake.superscripts import raised, raised_mark
from briefing.intake.table_rows import in_cell, note_passage, row_passage
from briefing.intake.text_decoder import one_line
from briefing.intake.text_runs import Run, Style, joined
from briefing.intake.word_passages import TRACKED
from briefing.intake.xml_tree import dublin_core
from briefing.intake.zip_limits import Packed
from briefing.model import Article, BlockKind, Cell, InlineKind, Origin, Span

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_UNSEEN = frozenset((f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_SVG}desc", f"{_SVG}title"))
_APART = frozenset((f"{_TEXT}p", f"{_TEXT}h", f"{_TEXT}list", f"{_TABLE}table", f"{_DRAW}text-box"))
"""Elements in a paragraph, of boxes drawn in it, whose words are passages of their own."""
_BLANKS = frozenset((f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"))
_LEVELS = frozenset("123456")
_MOST_REPEATED = 100


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in an OpenDocument text.

    Raises:
        UnreadableFile: if it is damaged or encrypted.
        TooLarge: if it would unpack to too much.
        NotAnArticle: if it holds no words.
    """
    packed = Packed(data, name)
    facts = _facts(packed.xml("meta.xml")) if "meta.xml" in packed else None
    content = packed.xml("content.xml")
    sheets = [packed.xml("styles.xml")] if "styles.xml" in packed else []
    walk = _Walk(packed, OdtStyles(*sheets, content))
    heads, feet = (
        [line for sheet in sheets for line in _margins(sheet, content, kind)] for kind in ("header", "footer")
    )
    passages = [*heads, *walk.passages(content), *walk.notes(content), *feet]
    if content.find(f".//{_TEXT}changed-region") is not None:
        passages.append(TRACKED)
    return article_of_passages(passages, name, address, MEDIA_TYPE, facts)


class _Walk:
    """The passages of a document, in order."""

    def __init__(self, packed: Packed, styles: OdtStyles) -> None:
        self._packed = packed
        self._styles = styles
        self._tables: dict[Any, int] = {}
        self._rows: dict[Any, int] = {}
        self._reached: dict[int, dict[int, int]] = {}
        self._counts: dict[Any, int] = {}

    def passages(self, root: Any) -> Iterator[Passage]:
        """All that is shown, the notes aside."""
        for element in root.iter(f"{_TEXT}h", f"{_TEXT}p", f"{_TABLE}table-row"):
            outer = {ancestor.tag for ancestor in element.iterancestors()}
            if outer & _UNSEEN or _is_hidden(element) or f"{_TABLE}table-row" in outer:
                continue
            if element.tag == f"{_TABLE}table-row":
                yield self._row(element)
                continue
            yield from self._paragraph(element, outer)
            for held in element.iter(f"{_DRAW}object"):
                yield from chart_at(self._packed, str(held.get(_LINK, "")))

    def notes(self, root: Any) -> Iterator[Passage]:
        """Footnotes and endnotes, in their order, below the text; those that were deleted are gone."""
        for note in root.iter(f"{_TEXT}note-body"):
            if next(note.iterancestors(f"{_TEXT}tracked-changes"), None) is None:
                passages = [self._passage(part, BlockKind.PARAGRAPH) for part in note.iter(f"{_TEXT}p")]
                held = [passage for passage in passages if passage.words]
                if held:
                    yield note_passage(_mark(note.getparent()), held)

    def _paragraph(self, element: Any, outer: set[Any]) -> Iterator[Passage]:
        passage = self._passage(element, BlockKind.PARAGRAPH)
        level = str(element.get(f"{_TEXT}outline-level", "1"))
        if element.tag == f"{_TEXT}h":
            yield _as_heading(passage, int(level) if level in _LEVELS else 6)
        elif f"{_TEXT}list-item" in outer:
            yield self._item(element, passage)
        elif element.get(f"{_TEXT}style-name") == "Title":
            yield _as_heading(passage, 1)
        elif element.get(f"{_TEXT}style-name") in ("Caption", "Illustration", "Figure"):
            yield replace(passage, kind=BlockKind.CAPTION)
        else:
            yield passage

    def _passage(self, element: Any, kind: BlockKind) -> Passage:
        hidden = self._styles.hides(str(element.get(f"{_TEXT}style-name", "")))
        line = joined(() if hidden else self._runs(element, frozenset()))
        pictures = tuple(self._pictures(element))
        shown = PassageMarkup(line.inlines, pictures=pictures) if line.inlines or pictures else PLAIN
        return Passage(kind, line.words, markup=shown)

    def _item(self, element: Any, passage: Passage) -> Passage:
        lists = list(element.iterancestors(f"{_TEXT}list"))
        level = max(1, len(lists))
        item = next(element.iterancestors(f"{_TEXT}list-item"))
        first = next((inner for inner in item.iter(f"{_TEXT}p", f"{_TEXT}h")), None) is element
        if not first:
            return replace(passage, kind=BlockKind.ITEM, level=level)
        # The outermost list names the style of all.
        style = str(lists[-1].get(f"{_TEXT}style-name", "")) if lists else ""
        marker = self._styles.marker(style, [self._count(held) for held in _items_around(element)])
        return replace(passage, kind=BlockKind.ITEM, level=level, markup=replace(passage.markup, marker=marker))

    def _count(self, item: Any) -> int:
        """Which of its list an item is, from 1."""
        if item not in self._counts:
            for number, one in enumerate(item.getparent().iterchildren(f"{_TEXT}list-item"), 1):
                self._counts[one] = number
        return self._counts[item]

    def _row(self, row: Any) -> Passage:
        """The cells of a table's row in one line; empty cells keep the others in their columns."""
        table = next(row.iterancestors(f"{_TABLE}table"), None)
        number = self._tables.setdefault(table, len(self._tables) + 1)
        self._rows[table] = line = self._rows.get(table, -1) + 1
        nested = next(row.iter(f"{_TABLE}table"), None) is not None
        header = row.getparent().tag == f"{_TABLE}table-header-rows"
        cells: list[list[Passage]] = []
        places: list[Cell | None] = []
        column = 0
        kinds = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
        for cell in row.iter(kinds[0]) if nested else row.iterchildren(*kinds):
            wide, tall = (_number(cell, f"number-{way}-spanned") for way in ("columns", "rows"))
            if cell.tag == kinds[0]:
                parts = [part for part in cell.iter(f"{_TEXT}p", f"{_TEXT}h") if _stands_in(part, cell)]
                cells.append([self._passage(part, BlockKind.PARAGRAPH) for part in parts])
                places.append(None if nested else Cell(Span(0, 0), line, column, tall, wide, header))
            column += min(_number(cell, "number-columns-repeated"), _MOST_REPEATED)
        filled = [n for n, cell in enumerate(cells) if any(passage.words for passage in cell)]
        if len(filled) != 1:
            return row_passage(cells, places, number)
        # A row of one cell only lays out the page.
        alone = row_passage([cells[filled[0]]], [None], number)
        place = places[filled[0]]
        return in_cell(alone, place, number) if place else alone

    def _runs(self, element: Any, styles: frozenset[Style]) -> Iterator[Run]:
        yield Run(element.text or "", styles)
        for part in element:
            if isinstance(part.tag, str) and part.tag not in _UNSEEN and part.tag not in _APART:
                if part.tag in _BLANKS:
                    yield Run(" ")
                yield from self._set(part, styles)
            elif part.tag == f"{_TEXT}note":
                yield Run(_mark(part))
            yield Run(part.tail or "", styles)

    def _set(self, part: Any, styles: frozenset[Style]) -> Iterator[Run]:
        """The runs of an element within a paragraph."""
        if self._styles.hides(str(part.get(f"{_TEXT}style-name", ""))) or part.get(f"{_TEXT}is-hidden") == "true":
            return
        if part.tag == f"{_TEXT}span":
            styles |= self._styles.of_words(str(part.get(f"{_TEXT}style-name", "")))
        elif part.tag == f"{_TEXT}a" and (address := absolute(str(part.get(_LINK, "")), "")):
            styles |= {(InlineKind.LINK, address)}
        elif part.tag == f"{_DRAW}object":
            yield Run(equation_at(self._packed, str(part.get(_LINK, ""))))
        elif part.tag == f"{_FIELD}fieldmark":
            yield Run(_chosen(part))
        up = (InlineKind.SUPERSCRIPT, "")
        for run in self._runs(part, styles):
            words = raised(run.words) if up in run.styles else run.words
            yield replace(run, words=words, styles=run.styles - {up} if words != run.words else run.styles)

    def _pictures(self, element: Any) -> Iterator[Picture]:
        for frame in element.iter(f"{_DRAW}frame"):
            if next(frame.iterancestors(f"{_TEXT}p", f"{_TEXT}h"), element) is not element:
                continue
            image = frame.find(f"{_DRAW}image")
            place = posixpath.normpath(str(image.get(_LINK, ""))) if image is not None else ""
            if place in self._packed:
                told = (frame.find(f"{_SVG}{name}") for name in ("desc", "title"))
                words = next((one.text for one in told if one is not None and one.text), "")
                yield Picture(self._packed.read(place), words)


def _as_heading(passage: Passage, level: int) -> Passage:
    """The passage as a heading, which is strong as a whole."""
    inlines = tuple(one for one in passage.markup.inlines if one.kind is not InlineKind.STRONG)
    markup = replace(passage.markup, inlines=inlines) if passage.markup is not PLAIN else PLAIN
    return replace(passage, kind=BlockKind.HEADING, level=level, markup=markup)


def _items_around(element: Any) -> list[Any]:
    """The items of lists in which an element stands, the outermost first."""
    return list(element.iterancestors(f"{_TEXT}list-item"))[::-1]


def _number(cell: Any, name: str) -> int:
    told = str(cell.get(f"{_TABLE}{name}", "1"))
    return max(1, min(int(told), 1_000)) if told.isascii() and told.isdigit() and len(told) < 7 else 1


def _is_hidden(element: Any) -> bool:
    return any(outer.get(f"{_TEXT}display") == "none" for outer in element.iterancestors(f"{_TEXT}section"))


def _stands_in(part: Any, cell: Any) -> bool:
    """Whether a paragraph stands in a cell itself, and in none of a table within it; nobody sees its remarks."""
    nearest = next(part.iterancestors(f"{_TABLE}table-cell"), None)
    return nearest is cell and not any(outer.tag in _UNSEEN for outer in part.iterancestors())


def _chosen(mark: Any) -> str:
    """The entry that is chosen in a list of a form."""
    told = {"Dropdown_ListEntry": list[str](), "Dropdown_Selected": list[str]()}
    for parameter in mark.iterchildren(f"{_FIELD}param"):
        name = str(parameter.get(f"{_FIELD}name", ""))
        if name in told:
            told[name].append(str(parameter.get(f"{_FIELD}value", "")))
    number = (told["Dropdown_Selected"] or [""])[0]
    entries = told["Dropdown_ListEntry"]
    return entries[int(number)] if number.isdecimal() and len(number) < 5 and int(number) < len(entries) else ""


def _margins(sheet: Any, content: Any, kind: str) -> list[Passage]:
    """What stands above ("header") or below ("footer") the pages, each line once; numbers of pages are left out."""
    used = {"Standard", *(str(style.get(f"{STYLE}master-page-name", "")) for style in content.iter(f"{STYLE}style"))}
    lines: dict[str, None] = {}
    for page in sheet.iter(f"{STYLE}master-page"):
        for margin in page.iterchildren(f"{STYLE}{kind}", f"{STYLE}{kind}-first"):
            if page.get(f"{STYLE}name", "") in used and margin.get(f"{STYLE}display", "true") == "true":
                lines.update((one_line("".join(line.itertext())), None) for line in margin.iter(f"{_TEXT}p"))
    return [Passage(BlockKind.BOILERPLATE, line) for line in lines if any(sign.isalpha() for sign in line)]


def _mark(note: Any) -> str:
    """The mark of a note as it stands in the text, raised."""
    return raised_mark(one_line(note.findtext(f"{_TEXT}note-citation") or ""))


def _facts(meta: Any) -> Origin:
    title, writer, day = (dublin_core(meta, fact) for fact in ("title", "creator", "date"))
    return Origin(title=title, byline=writer, published=day)
