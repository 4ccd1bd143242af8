"""The original of the open article beside its text: the pages of a PDF, marked as the text is."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from briefing.desktop.open_article import OpenArticle
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.reader.page_canvas import PageCanvas, PageMark
from briefing.desktop.theme import Role, Theme, load_theme
from briefing.model import Article, PagePicture, Placing, Span, Spans, joined, locators_over

LEAST = 220
"""Pixels that it has at least."""

AROUND = 0.15
"""Share of an article around the place where a page is thought to stand, if nothing is known of its pages."""


class OriginalPane(QFrame):
    """Shows the pages of the open article; what is chosen in the text is marked on them."""

    closeWished = Signal()
    """The reader wants the text alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("beside")
        self.showing: OpenArticle | None = None
        self.canvas = PageCanvas(theme, self)
        self.canvas.pageShown.connect(self._tell_page)
        # Paper is white in every look, and so are the marks on it those of the light one.
        self._inks = load_theme("light")
        self._claim = ""
        self._evidence: Spans = ()
        self._selected: Span | None = None
        self._pages = 0
        self._title = PlainLabel(self)
        self._title.setObjectName("paneTitle")
        self._words = PlainLabel(self)
        self._words.setObjectName("faint")
        self._words.setWordWrap(True)
        self._words.hide()
        close = QPushButton(self.tr("Close"), self)
        close.setToolTip(self.tr("Show the text alone."))
        close.clicked.connect(self.closeWished)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.addLayout(head)
        column.addWidget(self.canvas, 1)
        column.addWidget(self._words)
        self.setMinimumWidth(LEAST)
        self.setFocusProxy(self.canvas)
        self.hide()

    def show_article(self, showing: OpenArticle) -> None:
        """Show the pages of an article, or what is new about the one that is shown."""
        same = self.showing is not None and self.showing.kept.id == showing.kept.id
        self.showing = showing
        if not same:
            self._claim, self._evidence, self._selected = "", (), None
            self._words.hide()
            self._pages = max((held.number for held in showing.article.locators), default=1)
            self.canvas.begin(self._pages)
        self._mark()

    def show_picture(self, picture: PagePicture) -> None:
        """Show a page."""
        self._pages = len(picture.sizes)
        self._words.hide()
        self.canvas.show_picture(picture)
        self._tell_page(self.canvas.page)

    def show_failure(self, sentence: str) -> None:
        """Say why a page is not shown."""
        self.canvas.fail()
        self._words.setText(sentence)
        self._words.show()

    def clear(self) -> None:
        """Show nothing any more."""
        self.showing = None
        self.canvas.clear()
        self.hide()

    def select_claim(self, claim_id: str) -> None:
        """Mark a claim, and bring it into sight."""
        self._claim, self._evidence = claim_id, ()
        self._mark()
        claim = self.showing.by_id.get(claim_id) if self.showing else None
        if claim:
            self.reveal(claim.content[0])

    def light_evidence(self, spans: Spans) -> None:
        """Mark the words that led to a status."""
        self._evidence = joined(spans, self.showing.article.text) if self.showing else ()
        self._mark()
        if spans:
            self.reveal(spans[0])

    def select_span(self, span: Span | None) -> None:
        """Mark the words that are selected in the text."""
        self._selected = span
        self._mark()
        if span is not None:
            self.reveal(span)

    def reveal(self, span: Span) -> None:
        """Bring words of the article into sight on their page."""
        if self.showing is None or not self.isVisible():
            return
        held = locators_over(self.showing.article.locators, span)
        if held:
            self.canvas.reveal(held[0].number, span)

    def passages(self, number: int) -> tuple[tuple[int, str], ...]:
        """The words of the article that stand on a page, each passage with its first code point."""
        return passages_of(self.showing.article, number, self._pages) if self.showing else ()

    def _mark(self) -> None:
        self.canvas.set_marks(self._marks())

    def _marks(self) -> Iterator[PageMark]:
        if self.showing is None:
            return
        inks = self._inks
        for note in self.showing.annotations:
            if note.placing is not Placing.ORPHAN:
                yield PageMark(note.anchor.span, inks.highlight(note.colour), inks.highlight_edge(note.colour))
        claim = self.showing.by_id.get(self._claim)
        for piece in claim.content if claim else ():
            yield PageMark(piece, inks[Role.CLAIM_FILL_SELECTED], inks[Role.ACCENT], True)
        for span in self._evidence:
            yield PageMark(span, inks[Role.EVIDENCE_FILL], inks[Role.EVIDENCE_LINE])
        if self._selected is not None:
            yield PageMark(self._selected, inks[Role.SELECTION], inks[Role.INK_SOFT])

    def _tell_page(self, number: int) -> None:
        words = self.tr("Original, page {page} of {pages}")
        if self.showing is None or not number:
            return
        label = next((held.label for held in self.showing.article.locators if held.number == number and held.label), "")
        page = f"{number} ({label})" if label else str(number)
        self._title.setText(words.format(page=page, pages=self._pages))
        self._title.setTextFormat(Qt.TextFormat.PlainText)


def passages_of(article: Article, number: int, pages: int) -> tuple[tuple[int, str], ...]:
    """The words of an article that stand on a page of its original, or may, if nothing is known of its pages."""
    text, locators = article.text, article.locators
    if not locators:
        middle = (number - 0.5) / max(1, pages)
        start, end = (round(len(text) * min(1.0, max(0.0, middle + side))) for side in (-AROUND, AROUND))
        return ((start, text[start:end]),) if end > start else ()
    ends = [*(held.start for held in locators[1:]), len(text)]
    return tuple(
        (held.start, text[held.start : end])
        for held, end in zip(locators, ends, strict=True)
        if held.number == number and end > held.start
    )
