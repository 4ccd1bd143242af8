"""The reading pane: an article in a quiet column, its marks painted as a layer under the words."""

# More than 500 lines: the one widget of Qt whose events have to be overridden in one class.

from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from briefing.desktop.harmless_text import HarmlessDocument, nothing
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.reader.article_document import Page
from briefing.desktop.reader.article_head import ArticleHead
from briefing.desktop.reader.emphasis import Lit
from briefing.desktop.reader.list_markers import paint_markers
from briefing.desktop.reader.mark_layer import MarkLayer
from briefing.desktop.reader.marks import Layer
from briefing.desktop.reader.minimap import Minimap
from briefing.desktop.reader.scroll_keys import SCROLLING
from briefing.desktop.reader.shown_pictures import ShownPictures
from briefing.desktop.reader.typography import Typography
from briefing.desktop.reader.whole_words import whole_words
from briefing.desktop.staged_tasks import StagedTasks
from briefing.desktop.theme import Theme
from briefing.model import InlineKind, Span, Spans, claim_at, joined

GUTTER = 66
"""Pixels beside the column in which numbers and status glyphs stand."""

TOP, BOTTOM = 28, 140
"""Pixels of paper above the head and below the article."""

BELOW_HEAD = 20
"""Pixels between the head of the article and its first line."""

EDGE = 8
"""Pixels between the top of the pane and the line to which it is scrolled."""

MOVING = {*SCROLLING, Qt.Key.Key_Left, Qt.Key.Key_Right}
"""Keys that move the text cursor; with Shift, or to the side, they bring it up."""

AT_ONCE = 15_000
"""Code points that are set in one turn, and in each turn after it: about 2,500 words."""


class Reader(QTextEdit):
    """Shows one article, to be read; a cursor shows only while the keyboard moves it, to select words."""

    claimClicked = Signal(str)
    """Id of the claim in whose words the reader clicked."""
    annotationClicked = Signal(str)
    """Id of the reader's annotation that was clicked."""
    placeClicked = Signal(int)
    """The code point of the article that was clicked, whatever stands there."""
    spanSelected = Signal(object)
    """A `Span` of the article that is selected now, or None."""
    statusClicked = Signal(object)
    """The `Status` that was clicked in the head of the article."""
    setChanged = Signal()
    """The text is set in another size, face or spacing."""
    pictureWanted = Signal(str, str)
    """Digests of the article and of a picture in it that came into sight."""
    pointedAt = Signal(str)
    """What is told of the place under the pointer: where a link leads, what a picture shows; or nothing."""
    linkChosen = Signal(str)
    """The address of a link that was clicked with Ctrl."""
    menuWished = Signal(object, int)
    """The `QMenu` that comes up at a place of the article, to be added to, and the code point there."""
    layersChanged = Signal()
    """Other layers are shown, or what is shown of them is calm or not."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self.setAccessibleName(self.tr("Article"))
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        self._theme = theme
        self._showing: OpenArticle | None = None
        self._page: Page | None = None
        self._blank = HarmlessDocument(self)
        self._zoom = 1.0
        self._fold = False
        self._typography = Typography()
        self._marks: MarkLayer | None = None
        self._lit = Lit()
        self._stages = StagedTasks(self)
        self._pictures = ShownPictures()
        self._told = ""
        self._held = 0, 0
        self.head = ArticleHead(theme, self.viewport())
        self.head.statusClicked.connect(self.statusClicked)
        self.verticalScrollBar().valueChanged.connect(self._place_head)
        self.minimap = Minimap(theme, self)
        self.minimap.claimClicked.connect(self.claimClicked)
        self.setViewportMargins(0, 0, self.minimap.width(), 0)
        self.selectionChanged.connect(self._tell_selection)

    @property
    def layers(self) -> frozenset[Layer]:
        """The layers that are shown."""
        return self._lit.layers

    @property
    def lit(self) -> Lit:
        """What is brought out now."""
        return self._lit

    @property
    def zoom(self) -> float:
        """Size of the text; 1.0 is 100 %."""
        return self._zoom

    @property
    def article_text(self) -> str:
        """The text of the article that is shown, or nothing."""
        return self._showing.article.text if self._showing else ""

    def show_article(self, showing: OpenArticle) -> None:
        """Set another article and show its beginning."""
        self._pictures.begin_article()
        self._showing = showing
        self._lit = Lit(self._lit.layers, calm=self._lit.calm)
        self.minimap.show_article(showing)
        self.minimap.select_claim("")
        self._reset()

    def show_head(self, showing: OpenArticle) -> None:
        """Show what is known of the article anew."""
        self._showing = showing
        self.head.show_article(showing)
        self._centre()

    def clear_article(self) -> None:
        """Show nothing any more, and give back what it took to show the article."""
        if self._page is None:
            return
        self._stages.drop()
        self.head.show_article(None)
        self._showing, self._marks, self._lit = None, None, Lit(self._lit.layers, calm=self._lit.calm)
        self.minimap.clear()
        before, self._page = self._page, None
        self.setDocument(self._blank)
        before.document.deleteLater()

    def show_marks(self, showing: OpenArticle) -> None:
        """Show newer findings or annotations of the same article."""
        for step in self.marking(showing):
            step()

    def marking(self, showing: OpenArticle) -> tuple[Callable[[], object], ...]:
        """All that shows newer findings or annotations of the same article, in steps that may be turns of their own."""
        return partial(self._mark, showing), partial(self.minimap.show_article, showing)

    def set_theme(self, theme: Theme) -> None:
        """Show the article in another theme; its own size is set by `set_zoom`."""
        before, self._theme = self._theme, theme
        self.minimap.set_theme(theme)
        self.head.set_theme(theme)
        if before.colours != theme.colours:
            self._rebuild()

    def set_zoom(self, zoom: float) -> None:
        """Set the text larger or smaller; 1.0 is 100 %."""
        self._zoom = zoom
        self.head.set_zoom(zoom)
        self._rebuild()
        self.setChanged.emit()

    def set_typography(self, typography: Typography) -> None:
        """Set the text in another face, in longer or shorter lines, with more or less room between them."""
        if typography != self._typography:
            self._typography = typography
            self._rebuild()
            self.setChanged.emit()

    def set_as(self, other: "Reader") -> None:
        """Set the text as another one does."""
        if (self._zoom, self._typography) != (other._zoom, other._typography):
            self._typography = other._typography
            self.set_zoom(other.zoom)

    def set_folded(self, fold: bool) -> None:
        """Hide or show boilerplate."""
        self._fold = fold
        self.head.set_folded(fold)
        if self._showing is not None:
            self.head.show_article(self._showing)
        self._rebuild()

    def set_layer(self, layer: Layer, shown: bool) -> None:
        """Show or hide a layer; nothing but a repaint."""
        self._light(layers=self._lit.layers | {layer} if shown else self._lit.layers - {layer})
        self.layersChanged.emit()

    def select_claim(self, claim_id: str, scroll: bool = True) -> None:
        """Bring a claim out, and into sight."""
        self._light(claim=claim_id, evidence=())
        self.minimap.select_claim(claim_id)
        claim = self._showing.by_id.get(claim_id) if self._showing else None
        if claim and scroll:
            self.reveal(Span(claim.start, claim.start + 1))

    def light_evidence(self, spans: Spans) -> None:
        """Light up the words that led to a status; those that stand side by side as one."""
        self._light(evidence=joined(spans, self._showing.article.text) if self._showing else ())
        if spans:
            self.reveal(spans[0])

    def focus_on(self, claim_ids: frozenset[str] | None) -> None:
        """Dim all but these claims with those who say them; None dims nothing."""
        self._light(focus=claim_ids)

    def show_hits(self, hits: Spans, hit: int = -1) -> None:
        """Frame what was found, and bring the hit of that number, from 0, into sight."""
        self._light(hits=hits, hit=hit)
        if 0 <= hit < len(hits):
            self.reveal(hits[hit])

    def set_calm(self, calm: bool) -> None:
        """Show all that is known of every claim where it stands, or calmly of the chosen one and that pointed at."""
        self._light(calm=calm)
        self.layersChanged.emit()

    def mark_as(self, other: "Reader") -> None:
        """Show the layers that another one shows, as calmly."""
        self._light(layers=other.lit.layers, calm=other.lit.calm)

    def reveal(self, span: Span) -> None:
        """Scroll so that `span` can be seen, only if it cannot."""
        if self._page is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._page.position(span.start))
        box = self.cursorRect(cursor)
        if box.top() < 40 or box.bottom() > self.viewport().height() - 60:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + box.top() - self.viewport().height() // 3)

    def selected_span(self) -> Span | None:
        """The span of the article that is selected, without white space at its edges; None if there is none."""
        cursor = self.textCursor()
        if self._page is None or not cursor.hasSelection():
            return None
        span = self._page.span(cursor.selectionStart(), cursor.selectionEnd())
        return span if len(span) else None

    def select_span(self, span: Span) -> None:
        """Select the words of a span."""
        if self._page is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._page.position(span.start))
        cursor.setPosition(self._page.position(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        """Select nothing."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def show_picture(self, article: str, digest: str, data: bytes) -> None:
        """Show a picture of the article with that digest, if it is still the one that is shown."""
        if self._page is None or self._showing is None or self._showing.article.digest != article:
            return
        self._pictures.take(self._page, digest, data)
        self.viewport().update()

    def address_at_cursor(self) -> str:
        """Where the first link of the selected words leads, or the one in which the cursor stands; else nothing."""
        if self._page is None or self._showing is None:
            return ""
        at = self._page.code_point(self.textCursor().position())
        span = self.selected_span() or Span(at, at + 1)
        inlines = self._showing.article.markup.inlines_in(span)
        return next((one.address for one in inlines if one.address), "")

    def top_of(self, span: Span) -> int:
        """Where the first line of `span` begins, in pixels from the top of the pane."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._page.position(span.start) if self._page else 0)
        return self.cursorRect(cursor).top()

    def top_code_point(self) -> int:
        """The code point at the top of the pane, to come back to; 0 while the beginning is shown."""
        at, value = self._held
        shown = self.verticalScrollBar().value()
        if self._page is None or not shown:
            return 0
        if at and value == shown:
            # That of its line would be another after each setting anew, and lead away line by line.
            return at
        return self._page.code_point(self.cursorForPosition(QPoint(0, EDGE)).position())

    def scroll_to(self, code_point: int) -> None:
        """Put a code point at the top of the pane."""
        if self._page and code_point:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._page.position(code_point))
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect(cursor).top() - EDGE)
            self._held = code_point, bar.value()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing: an article is words alone."""
        return nothing(kind)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied; of words that are cut for the layout, the words as they are."""
        span = self.selected_span() if self._page is not None and self._page.cut else None
        if span is None:
            return super().createMimeDataFromSelection()
        copied = QMimeData()
        copied.setText(span.of(self.article_text))
        return copied

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks, then the words over them, then the veil over what is out of focus."""
        blocks = list(self._visible_blocks())
        self._want_pictures(blocks)
        if self._marks:
            with self._painter() as painter:
                self._marks.paint(painter, blocks, self._lit, self._theme)
        super().paintEvent(event)
        if self._page is not None:
            with self._painter() as painter:
                paint_markers(painter, self._page, blocks, self._theme)
        if self._marks and self._lit.focus is not None:
            sight = QRectF(self.viewport().rect()).translated(0, self.verticalScrollBar().value())
            with self._painter() as painter:
                self._marks.paint_veil(painter, blocks, sight, self._lit, self._theme)

    def _want_pictures(self, blocks: list[QTextBlock]) -> None:
        """Ask for the pictures among blocks in sight; each once."""
        if self._page is None or self._showing is None:
            return
        figures = [figure for block in blocks if (figure := self._page.figure(block.blockNumber()))]
        for digest in self._pictures.see(self._page, [figure.digest for figure in figures]):
            self.pictureWanted.emit(self._showing.article.digest, digest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle, and what is read in its place."""
        at = self.top_code_point() if event.oldSize().width() != event.size().width() else 0
        super().resizeEvent(event)
        beside = self.viewport().geometry()
        self.minimap.setGeometry(beside.right() + 1, beside.top(), self.minimap.width(), beside.height())
        self._centre()
        self.scroll_to(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and select in all of the article, also while some of it is still to be set."""
        if self._page is not None:
            self._page.fill(len(self.article_text))
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in SCROLLING and not shift and not self.shows_cursor:
            if key is Qt.Key.Key_End:
                # Qt lays out what comes into sight: it has to know where the end is.
                self.document().documentLayout().blockBoundingRect(self.document().lastBlock())
            self.verticalScrollBar().triggerAction(SCROLLING[key])
            return
        if key in MOVING and not self.shows_cursor:
            self._bring_up_cursor()
        super().keyPressEvent(event)

    @property
    def shows_cursor(self) -> bool:
        """Whether there is a text cursor, which the keyboard moves."""
        return bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard)

    def _bring_up_cursor(self) -> None:
        """Show the text cursor, in sight: who scrolled on goes on where he reads."""
        self._show_cursor(True)
        in_sight = self.viewport().rect().contains(self.cursorRect().center())
        if not in_sight and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(QPointF(self.viewport().width() / 2, GUTTER).toPoint()))

    def _show_cursor(self, shown: bool) -> None:
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if shown:
            flags |= Qt.TextInteractionFlag.TextSelectableByKeyboard
        if flags != self.textInteractionFlags():
            self.setTextInteractionFlags(flags)
            if self.hasFocus():
                # Qt looks at the flags when the keyboard comes.
                QApplication.sendEvent(self, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.OtherFocusReason))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show no text cursor any more: the pointer selects."""
        self._show_cursor(False)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Bring out the claim under the pointer."""
        super().mouseMoveEvent(event)
        self._point_at("" if event.buttons() else self._claim_under(event.position()))
        self._emit_pointed("" if event.buttons() else self._words_on(event.position()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Bring out no claim any more when the pointer goes."""
        if event.type() is QEvent.Type.Leave:
            self._point_at("")
            self._emit_pointed("")
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select whole words, letters only with Alt; tell which claim or annotation was clicked, if nothing was."""
        super().mouseReleaseEvent(event)
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if with_control and event.button() is Qt.MouseButton.LeftButton and self._follow_link(event.position()):
            return
        if event.button() is Qt.MouseButton.LeftButton and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._take_whole_words()
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._click(event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the words, and what others know to do at this place."""
        menu = self.createStandardContextMenu(event.pos())
        if self._page is not None:
            at = self._page.code_point(self.cursorForPosition(event.pos()).position())
            self.menuWished.emit(menu, at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _take_whole_words(self) -> None:
        """No word is cut in half by a selection."""
        span = self.selected_span()
        if span is None or self._page is None:
            return
        whole = whole_words(self.article_text, span)
        if whole != span:
            ends = whole.start, whole.end
            cursor = self.textCursor()
            if cursor.position() < cursor.anchor():
                ends = whole.end, whole.start
            cursor.setPosition(self._page.position(ends[0]))
            cursor.setPosition(self._page.position(ends[1]), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def _click(self, place: QPointF) -> None:
        if self._page is None or self._showing is None:
            return
        at = self._page.code_point(self.cursorForPosition(place.toPoint()).position())
        self.placeClicked.emit(at)
        beside = place.x() < self.document().rootFrame().frameFormat().leftMargin()
        for entry in self._showing.annotations if not beside else ():
            if entry.anchor.span.start <= at < entry.anchor.span.end:
                self.annotationClicked.emit(entry.id)
        under = self._claim_under(place)
        hidden = claim_at(self._showing.claims, at) if not under and not beside else None
        if chosen := under or (hidden.id if hidden else ""):
            self.claimClicked.emit(chosen)

    def _claim_under(self, place: QPointF) -> str:
        """Id of the claim whose words, or whose glyph in the margin, stand at a place of the pane; else nothing."""
        if self._marks is None:
            return ""
        block = self.cursorForPosition(place.toPoint()).block()
        return self._marks.claim_at(block, place + QPointF(0, self.verticalScrollBar().value()), self._lit)

    def _follow_link(self, place: QPointF) -> bool:
        """Tell of the link at a place of the pane, if there is one."""
        at = self._code_point_on(place)
        address = self._showing.article.markup.address_at(at) if self._showing and at is not None else ""
        if address:
            self.linkChosen.emit(address)
        return bool(address)

    def _code_point_on(self, place: QPointF) -> int | None:
        """The code point of the letter at a place of the pane; None beside the words."""
        if self._page is None:
            return None
        there = place + QPointF(0, self.verticalScrollBar().value())
        position = self.document().documentLayout().hitTest(there, Qt.HitTestAccuracy.ExactHit)
        return None if position < 0 else self._page.code_point(position)

    def _words_on(self, place: QPointF) -> str:
        """What is to be told of a place of the pane."""
        if self._page is None or self._showing is None:
            return ""
        block = self.cursorForPosition(place.toPoint()).block()
        there = place + QPointF(0, self.verticalScrollBar().value())
        figure = self._page.figure(block.blockNumber())
        if figure:
            inside = self.document().documentLayout().blockBoundingRect(block).contains(there)
            return figure.description if inside else ""
        at = self._code_point_on(place)
        here = self._showing.article.markup.inlines_in(Span(at, at + 1)) if at is not None else ()
        told = [one.address for one in here if one.address]
        told += [self.tr("Struck out in the original.") for one in here if one.kind is InlineKind.STRUCK]
        told += [self._speaker_on(at)] if at is not None else []
        return " · ".join(filter(None, told))

    def _speaker_on(self, at: int) -> str:
        """Who speaks under the label at a code point, if he has another name than that."""
        assert self._showing is not None
        turns, analysis = self._showing.article.markup.turns, self._showing.analysis
        turn = turns[bisect_right(turns, at, key=lambda each: each.label.start) - 1] if turns else None
        if turn is None or analysis is None or not turn.label.start <= at < turn.label.end:
            return ""
        named = (a.name for a in analysis.actors if any(span.start == turn.label.start for span in a.mentions))
        name = next(named, turn.speaker)
        return "" if name == turn.speaker else self.tr("“{label}” is {name}.").format(label=turn.speaker, name=name)

    def _emit_pointed(self, words: str) -> None:
        if words != self._told:
            self._told = words
            self.pointedAt.emit(words)

    def _point_at(self, claim_id: str) -> None:
        """Bring out the claim that the pointer is on, or none."""
        if claim_id == self._lit.pointed:
            return
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if claim_id else Qt.CursorShape.IBeamCursor)
        self._light(pointed=claim_id)

    def _tell_selection(self) -> None:
        self.spanSelected.emit(self.selected_span())

    def _reset(self) -> None:
        if self._showing is None:
            return
        self._show_cursor(False)
        self._pictures.begin_page()
        self.head.show_article(self._showing)
        page = Page(self._showing.article, self._theme, self._zoom, self._fold, 0, self._typography)
        steps = page.steps(AT_ONCE)
        page.fill(next(steps))
        self._set_page(page)
        self._stages.do(partial(page.fill, until) for until in steps)
        self._marks = MarkLayer(page, self._showing)
        self.document().documentLayout().documentSizeChanged.connect(self._forget_places)
        self._held = 0, 0
        self.verticalScrollBar().setValue(0)
        self._centre()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_page(self, page: Page) -> None:
        before, self._page = self._page, page
        self.setDocument(page.document)
        if before is not None:
            # Python's side of a document stays with the widget that gave it out once: megabytes for each article.
            before.document.deleteLater()

    def _mark(self, showing: OpenArticle) -> None:
        self.show_head(showing)
        if self._marks:
            self._marks = self._marks.following(showing)
        self.viewport().update()

    def _rebuild(self) -> None:
        at = self.top_code_point()
        self._reset()
        self.scroll_to(at)

    def _centre(self) -> None:
        if self._page is None:
            return
        side = max(GUTTER * self._page.sign_size, (self.viewport().width() - self._page.measure) / 2)
        frame = self.document().rootFrame()
        wanted = QTextFrameFormat()
        wanted.setLeftMargin(side)
        wanted.setRightMargin(max(28.0, self.viewport().width() - side - self._page.measure))
        self.head.set_column(min(self._page.measure, self.viewport().width() - side - 28))
        wanted.setTopMargin(TOP + self.head.sizeHint().height() + BELOW_HEAD)
        wanted.setBottomMargin(BOTTOM)
        # What is found meanwhile makes the head taller: the line that is read stays where it is.
        moved = frame.frameFormat() != wanted
        at = self.top_code_point() if moved else 0
        if moved:
            frame.setFrameFormat(wanted)
            self._forget_places()
        self._page.fit(self.viewport().width() - wanted.leftMargin() - wanted.rightMargin())
        self.scroll_to(at)
        self._place_head()

    def _place_head(self) -> None:
        """Keep the head above the column, wherever that is scrolled to."""
        side = round(self.document().rootFrame().frameFormat().leftMargin())
        width = round(self._page.measure) if self._page else 0
        height = self.head.sizeHint().height()
        self.head.setGeometry(
            side, TOP - self.verticalScrollBar().value(), min(width, self.viewport().width() - side - 28), height
        )

    def _forget_places(self) -> None:
        if self._marks:
            self._marks.forget_places()

    def _light(self, **changes: object) -> None:
        self._lit = replace(self._lit, **changes)  # type: ignore[arg-type]
        self.viewport().update()

    @contextmanager
    def _painter(self) -> Iterator[QPainter]:
        """A painter in pixels of the document."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        try:
            yield painter
        finally:
            painter.end()

    def _visible_blocks(self) -> Iterator[QTextBlock]:
        """The blocks in sight."""
        if self._page is None:
            return
        layout = self.document().documentLayout()
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        block = self.cursorForPosition(QPointF(self.viewport().width() / 2, 0).toPoint()).block()
        # Of a row of a table all cells, and of what stands before it its last line.
        table = QTextCursor(block).currentTable()
        if table is not None:
            block = table.cellAt(table.cellAt(QTextCursor(block)).row(), 0).firstCursorPosition().block()
        if block.previous().isValid():
            block = block.previous()
        while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
            if block.isVisible():
                yield block
            block = block.next()
