"""A Rich Text (RTF) document to an article: outline levels tell headings, list marks tell items, `info` tells facts."""

import re
from dataclasses import field, replace

from briefing.intake.article_builder import article_of_passages
from briefing.intake.block_assembly import Passage
from briefing.intake.field_codes import drawn_by
from briefing.intake.html_inline import absolute
from briefing.intake.intake_errors import UnreadableFile, legible
from briefing.intake.passage_markup import PLAIN, PassageMarkup
from briefing.intake.rtf_fonts import RtfFonts
from briefing.intake.rtf_forms import RtfForm, RtfNoteMarks
from briefing.intake.rtf_pictures import DRAWN, RtfPictures
from briefing.intake.rtf_tokens import Token, code_page, tokens_of
from briefing.intake.superscripts import raised
from briefing.intake.text_decoder import collapsed
from briefing.intake.text_runs import Run, Style, joined
from briefing.intake.word_passages import TRACKED
from briefing.model import Article, BlockKind, Cell, InlineKind, Origin, Span
from briefing.model.message import Message
from briefing.records import dataclass

MEDIA_TYPE = "application/rtf"
_DEEPEST = 1000
"""Groups within groups from which on a document is taken to be made to harm."""


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_UNSEEN = _names(
    """
    colortbl stylesheet listtable listoverridetable themedata colorschememapping datastore latentstyles
    xmlnstbl generator filetbl revtbl
    rsidtbl annotation atnid atnauthor atrfstart atrfend bkmkstart bkmkend nonshppict shprslt pnseclvl pgdsctbl xe tc
    objdata objclass objname objalias
    """
)
_FACTS = {"title": "title", "author": "byline"}
_SIGNS = {
    "tab": " ", "line": " ", "cell": " | ", "nestcell": " | ", "emspace": " ", "enspace": " ",
    "lquote": "\N{LEFT SINGLE QUOTATION MARK}", "rquote": "\N{RIGHT SINGLE QUOTATION MARK}",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "endash": "\N{EN DASH}", "emdash": "—",
}  # fmt: skip
_SET = {
    "b": InlineKind.STRONG, "i": InlineKind.EMPHASIS, "strike": InlineKind.STRUCK, "striked": InlineKind.STRUCK,
    "super": InlineKind.SUPERSCRIPT, "sub": InlineKind.SUBSCRIPT,
}  # fmt: skip
_LINK = re.compile(r"\s*HYPERLINK\s+(?:\\\S\s+)?\"([^\"]{1,2000})\"", re.IGNORECASE)
_BULLET = re.compile(r"[^\w(\[]*|o")
"""What stands before an item that is not numbered; Word sets bullets in fonts of its own."""
_LONGEST_MARKER = 20
_MARGINS = frozenset(f"{place}{pages}" for place in ("header", "footer") for pages in ("", "l", "r", "f"))
_ENDS = frozenset(("par", "sect", "page", "row", "nestrow"))


def read(data: bytes, name: str, address: str = "") -> Article:
    """The article in a Rich Text document.

    Raises:
        UnreadableFile: if its groups are nested too deeply.
        NotAnArticle: if it holds no words.
    """
    reader = _read(data, name)
    facts = Origin(**{field: collapsed("".join(words)) for field, words in reader.facts.items()})
    return article_of_passages(reader.all_passages(), name, address, MEDIA_TYPE, facts)


def passages_in(data: bytes, name: str) -> list[Passage]:
    """The passages of a Rich Text document that is part of something else.

    Raises:
        UnreadableFile: if its groups are nested too deeply.
    """
    return _read(data, name).all_passages()


def _read(data: bytes, name: str) -> "_Reader":
    reader = _Reader(name)
    for token in tokens_of(data):
        reader.take(token)
    reader.end_paragraph()
    return reader


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits from the one around it."""

    target: str = "body"
    skipped: int = 1
    level: int = 0
    item: bool = False
    encoding: str = "cp1252"
    hidden: bool = False
    deleted: bool = False
    boxes: int = 0
    margin: str = ""
    result: str = ""
    begun: int = 0
    font: int | None = None
    styles: frozenset[Style] = frozenset()


@dataclass(slots=True)
class _Reader:
    """Gathers paragraphs; a closing brace brings back the state before its opening one."""

    name: str
    state: _State = _State()
    outer: list[_State] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    notes: list[Passage] = field(default_factory=list)
    facts: dict[str, list[str]] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    marker: list[str] = field(default_factory=list)
    cell: int = 0
    table: int = 0
    row: int = -1
    note: list[str] = field(default_factory=list)
    picture: RtfPictures = field(default_factory=RtfPictures)
    boxes: list[tuple[list[Run], int]] = field(default_factory=list)
    margins: dict[str, dict[str, None]] = field(default_factory=lambda: {"header": {}, "footer": {}})
    margin: list[str] = field(default_factory=list)
    switches: set[str] = field(default_factory=set)
    marks: RtfNoteMarks = field(default_factory=RtfNoteMarks)
    form: RtfForm = field(default_factory=RtfForm)
    fonts: RtfFonts = field(default_factory=RtfFonts)
    boxed: list[Passage] = field(default_factory=list)
    changed: bool = False
    pending: bytes = b""
    to_skip: int = 0
    ignorable: bool = False
    half: str = ""

    def all_passages(self) -> list[Passage]:
        """What was read, the notes behind the text."""
        pictures = self.picture.taken()
        behind = [Passage(BlockKind.PARAGRAPH, "", markup=PassageMarkup(pictures=pictures))] if pictures else []
        tracked = [TRACKED] if self.changed else []
        heads, feet = (
            [Passage(BlockKind.BOILERPLATE, line) for line in lines if any(sign.isalpha() for sign in line)]
            for lines in self.margins.values()
        )
        return [*heads, *self.passages, *behind, *self.notes, *feet, *tracked]

    def take(self, token: Token) -> None:
        if token.data:
            self._bytes(token.data)
            return
        self._write_pending()
        if token.brace == "{":
            if len(self.outer) >= _DEEPEST:
                raise UnreadableFile(self.name, Message.of("intake.nested", name=legible(self.name)))
            self.outer.append(self.state)
        elif token.brace:
            self._close()
        elif token.sign:
            self._sign(token.sign)
        elif token.word:
            self._word(token.word, token.number)
            self.picture.hold(token.held)

    def end_paragraph(self, row: bool = False) -> None:
        self._write_pending()
        line = joined(self.runs)
        lead = len(line.words) - len(line.words.lstrip("| "))
        words = line.words.strip("| ")
        marker = collapsed("".join(self.marker))[:_LONGEST_MARKER]
        self.runs.clear()
        self.marker.clear()
        self.cell = 0
        if not words:
            if not self.boxes:
                self._place_boxes()
            return
        # The rows of a table follow one another.
        self.table += not (row and self.row >= 0)
        self.row = self.row + 1 if row else -1
        inlines = tuple(replace(one, span=_cut(one.span, lead, len(words))) for one in line.inlines)
        spans = {number: _cut(span, lead, len(words)) for number, span in line.cells.items()} if row else {}
        cells = tuple(Cell(span, self.row, number) for number, span in spans.items() if len(span))
        pictures = self.picture.taken()
        shown = PassageMarkup(inlines, None, self.table, cells, pictures) if inlines or cells or pictures else PLAIN
        if self.state.level:
            kept = replace(shown, inlines=tuple(one for one in inlines if one.kind is not InlineKind.STRONG))
            markup = kept if shown is not PLAIN else PLAIN
            self.passages.append(Passage(BlockKind.HEADING, words, min(6, self.state.level), markup=markup))
        elif self.state.item:
            told = "" if _BULLET.fullmatch(marker) else marker
            self.passages.append(Passage(BlockKind.ITEM, words, 1, markup=replace(shown, marker=told)))
        else:
            self.passages.append(Passage(BlockKind.PARAGRAPH, words, markup=shown))
        if not self.boxes:
            self._place_boxes()

    def _place_boxes(self) -> None:
        """Put what stands in text boxes below the paragraph that holds them."""
        self.passages += self.boxed
        self.boxed.clear()

    def _end_box(self) -> None:
        self.end_paragraph()
        runs, begun = self.boxes.pop()
        self.boxed += self.passages[begun:]
        del self.passages[begun:]
        self.runs[:] = runs

    def _close(self) -> None:
        if self.state.target == "note" and (not self.outer or self.outer[-1].target != "note"):
            mark = self.marks.end_note(self.runs)
            if words := collapsed("".join(self.note)):
                self.notes.append(Passage(BlockKind.PARAGRAPH, f"{mark} {words}".strip()))
            self.note.clear()
        elif self.state.target == "margin" and (not self.outer or self.outer[-1].target != "margin"):
            self._end_margin()
        if self.outer:
            # The looks of a paragraph are told inside groups too, and hold until it ends.
            if self.state.boxes > self.outer[-1].boxes:
                self._end_box()
            now, self.state = self.state, self.outer.pop()
            if now.result and not self.state.result and not any(run.words.strip() for run in self.runs[now.begun :]):
                self.runs.append(Run(now.result))
            self.picture.close(now.target, self.state.target)
            if now.target == self.state.target:
                self.state = replace(self.state, level=now.level, item=now.item)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self.ignorable = True
        elif sign in "\\{}":
            self._write(sign)
        elif sign == "~":
            self._write(" ")
        elif sign == "_":
            self._write("-")
        elif sign in "\r\n":
            self._word("par", None)

    def _word(self, word: str, number: int | None) -> None:
        ignorable, self.ignorable = self.ignorable, False
        if self._begins_group(word, number) or self._is_dropped(word, ignorable):
            return
        if word in _ENDS:
            self._end(word)
        elif word == "u" and number is not None:
            self._unicode(number)
        elif word in _SIGNS:
            self._write(_SIGNS[word])
            if word == "cell" and self.state.target == "body":
                self.cell += 1
        else:
            self._looks(word, number)

    def _begins_group(self, word: str, number: int | None) -> bool:
        """Take a word that says what the words of its group are, if it is one."""
        in_body = self.state.target == "body"
        if word in ("pntext", "listtext") and in_body:
            self._mark_item()
            self.marker.clear()
            self.state = replace(self.state, target="marker")
        elif word == "fldinst" and in_body:
            self.code.clear()
            self.state = replace(self.state, target="code")
        elif word in DRAWN:
            self._draw(word)
        elif word in _MARGINS and in_body:
            self._begin_margin(word)
        elif self.form.take(word, number) and self.state.target in ("code", "form"):
            self.state = replace(self.state, target="entry" if word == "ffl" else "form")
        elif word == "footnote":
            # It goes with its mark.
            self.state = replace(self.state, target="nowhere" if self.state.deleted else "note")
        elif word == "fldrslt":
            self._begin_result()
        elif word in ("info", "fonttbl"):
            self.state = replace(self.state, target=word)
        elif self.state.target == "info" and word in _FACTS:
            self.state = replace(self.state, target=_FACTS[word])
        else:
            return False
        return True

    def _is_dropped(self, word: str, ignorable: bool) -> bool:
        if word not in _UNSEEN and not (ignorable and word not in ("pn", "shppict")):
            return False
        if word in ("pntext", "listtext", "pn"):
            self._mark_item()
        self.state = replace(self.state, target="nowhere")
        return True

    def _begin_result(self) -> None:
        """What follows is what a field shows; if that is nothing, its code may draw something."""
        code = "".join(self.code)
        self.code.clear()
        link = _LINK.match(code)
        if link and (address := absolute(link[1], "")):
            self.state = replace(self.state, styles=self.state.styles | {(InlineKind.LINK, address)})
        result = self.form.chosen(code) or drawn_by(code)
        self.state = replace(self.state, result=result, begun=len(self.runs)) if result else self.state

    def _end(self, word: str) -> None:
        """End a paragraph, or a row of a table."""
        if self.state.target == "body":
            self.end_paragraph(row=word in ("row", "nestrow"))
        elif self.state.target in ("note", "margin"):
            (self.note if self.state.target == "note" else self.margin).append("\n")

    def _draw(self, word: str) -> None:
        """Begin a group of a drawing: what is none of its words, pictures and properties is not seen."""
        if self.state.target == "nowhere":
            return
        if self.state.target == "margin":
            self.state = replace(self.state, target="nowhere")
            return
        if word != "shptxt":
            self.state = replace(self.state, target=DRAWN[word])
        elif self.state.target == "shape":
            self.boxes.append((self.runs[:], len(self.passages)))
            self.runs.clear()
            self.state = _State(encoding=self.state.encoding, boxes=self.state.boxes + 1)

    def _mark_note(self, word: str) -> None:
        """A mark that is counted, in the text; or that the note is an endnote."""
        if word == "ftnalt":
            self.marks.is_endnote = self.state.target == "note"
        elif self.state.target == "body" and not self.state.hidden and not self.state.deleted:
            self.marks.begin(self.runs)

    def _begin_margin(self, word: str) -> None:
        """What stands above or below the pages: those of first and of left pages only where such are set."""
        needs = {"f": "titlepg", "l": "facingp"}.get(word.removeprefix("header").removeprefix("footer"), "")
        seen = not needs or needs in self.switches
        self.state = replace(self.state, target="margin" if seen else "nowhere", margin=word[:6])

    def _end_margin(self) -> None:
        for line in "".join(self.margin).split("\n"):
            self.margins[self.state.margin][collapsed(line)] = None
        self.margin.clear()

    def _looks(self, word: str, number: int | None) -> None:
        if self.state.target == "fonttbl" or word in ("f", "deff"):
            self._font(word, number)
        elif word in ("chftn", "ftnalt"):
            self._mark_note(word)
        elif word == "pard":
            self.state = replace(self.state, level=0, item=False)
        elif word == "outlinelevel":
            self.state = replace(self.state, level=(number or 0) + 1 if (number or 0) < 6 else 0)
        elif word in ("ls", "pnlvlblt", "pnlvlbody"):
            self.state = replace(self.state, item=True)
        elif word in ("titlepg", "facingp"):
            self.switches.add(word)
        elif word == "uc":
            self.state = replace(self.state, skipped=max(0, number or 0))
        elif word == "ansicpg":
            self.state = replace(self.state, encoding=code_page(number))
        elif word == "v":
            self.state = replace(self.state, hidden=number != 0)
        elif word in ("deleted", "revised"):
            self.changed = self.changed or number != 0
            self.state = replace(self.state, deleted=number != 0) if word == "deleted" else self.state
        elif word == "plain":
            kept = frozenset(style for style in self.state.styles if style[0] is InlineKind.LINK)
            self.state = replace(self.state, hidden=False, deleted=False, font=None, styles=kept)
        elif word in _SET:
            style = (_SET[word], "")
            styles = self.state.styles - {style} if number == 0 else self.state.styles | {style}
            self.state = replace(self.state, styles=styles)
        elif word == "nosupersub":
            up_or_down = {(InlineKind.SUPERSCRIPT, ""), (InlineKind.SUBSCRIPT, "")}
            self.state = replace(self.state, styles=self.state.styles - up_or_down)

    def _font(self, word: str, number: int | None) -> None:
        """Take a word of the table of fonts, or one that chooses a font from it."""
        if self.state.target == "fonttbl":
            self.fonts.take(word, number)
        elif word == "deff":
            self.fonts.default = number or 0
        else:
            self.state = replace(self.state, font=number)

    def _mark_item(self) -> None:
        """The mark of an item stands in a group of its own, before the item's words."""
        if self.outer:
            self.outer[-1] = replace(self.outer[-1], item=True)

    def _unicode(self, number: int) -> None:
        code = number % 65536
        if 0xD800 <= code < 0xDC00:
            self.half = chr(code)
        elif self.half and 0xDC00 <= code < 0xE000:
            self._write((self.half + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16"))
            self.half = ""
        else:
            self._write(self.fonts.shown(code, self.state.font))
        self.to_skip = self.state.skipped

    def _bytes(self, data: bytes) -> None:
        kept = data[self.to_skip :]
        self.to_skip = max(0, self.to_skip - len(data))
        self.pending += kept

    def _write_pending(self) -> None:
        if self.pending:
            data, self.pending = self.pending, b""
            self._write(self.fonts.decoded(data, self.state.font, self.state.encoding))
        self.to_skip = 0

    def _write(self, words: str) -> None:
        if self.state.hidden or self.state.deleted:
            return
        self.picture.write(self.state.target, words)
        if self.state.target == "body":
            up = (InlineKind.SUPERSCRIPT, "")
            shown = raised(words) if up in self.state.styles else words
            styles = self.state.styles - {up} if shown != words else self.state.styles
            # The line between two cells is of neither.
            between = words == _SIGNS["cell"]
            self.runs.append(Run(shown, frozenset() if between else styles, -1 if between else self.cell))
        elif self.state.target == "code":
            self.code.append(words)
        elif self.state.target == "marker":
            self.marker.append(words)
        elif self.state.target == "note":
            self.note.append(words)
        elif self.state.target == "margin":
            self.margin.append(words)
        elif self.state.target == "fonttbl":
            self.fonts.write(words)
        elif self.state.target == "entry":
            self.form.write(words)
        elif self.state.target in _FACTS.values():
            self.facts.setdefault(self.state.target, []).append(words)


def _cut(span: Span, lead: int, length: int) -> Span:
    """The span in words of which so many signs were left out before the first, up to their length."""
    start = min(max(0, span.start - lead), length)
    return Span(start, min(max(start, span.end - lead), length))
