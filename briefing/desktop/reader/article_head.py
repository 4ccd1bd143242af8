"""The head of an article: outlet, byline, day, reading time and address, and the statuses of its claims as one bar."""

from collections import Counter

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFont, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from briefing.desktop.fonts import sans, serif
from briefing.desktop.library.article_delegate import two_lines
from briefing.desktop.line_breaks import short
from briefing.desktop.model_labels import published_label, status_label
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.plain_words import tip
from briefing.desktop.reader.first_lines import plain, told_by_first_lines
from briefing.desktop.status_glyphs import stamp_glyph
from briefing.desktop.status_shares import paint_shares, share_places
from briefing.desktop.theme import Role, Theme
from briefing.model import Article, BlockKind, Status

WORDS_A_MINUTE = 238
"""Words of a text that people read silently in a minute (Brysbaert 2019, a review of 190 studies)."""

SIGNS_A_MINUTE, SIGNS_A_WORD = 500, 20
"""Signs read in a minute where words are not set apart, and per space from which on a text counts as such."""

PIXELS, ADDRESS_PIXELS = 13.0, 12.0
"""Sizes of the two lines of words at 100 % text size."""

TITLE, TITLE_LINE, BELOW_TITLE = 27.0, 36, 8
"""Size of the title, where the text itself does not begin with it, of a line of it, and the room below."""

FIRST_BLOCKS = 5
"""Blocks of a text among which its title is looked for."""

LINE, BAR, GLYPH, GAP = 22, 4, 12, 16
"""Pixels of a line, of the bar, of a status's glyph, and between two statuses, at 100 % text size."""

MOST = 300
"""Characters of a byline or an address that are looked at: a line has no room for more."""


def reading_minutes(text: str) -> int:
    """The minutes that a text takes to be read, at least one."""
    spaces = text.count(" ") + text.count("\n")
    minutes = len(text) / SIGNS_A_MINUTE if len(text) > SIGNS_A_WORD * (spaces + 1) else spaces / WORDS_A_MINUTE
    return max(1, round(minutes))


class ArticleHead(QWidget):
    """Stands above the column of text, and scrolls with it."""

    statusClicked = Signal(object)
    """The `Status` that was clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self._theme = theme
        self._zoom = 1.0
        self._hides_boilerplate = False
        self._title = self._facts = self._address = ""
        self._width = 0.0
        self._counts: dict[Status, int] = {}
        self._minutes: tuple[str, int] = "", 0
        self.hide()

    @property
    def counts(self) -> dict[Status, int]:
        """How many claims have each status; those that were dismissed do not count."""
        return self._counts

    @property
    def title(self) -> str:
        """The title, where the text does not begin with it: of a mail, for instance."""
        return self._title

    @property
    def facts(self) -> str:
        """What is known of the article, in a line."""
        return self._facts

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.update()

    def set_zoom(self, zoom: float) -> None:
        """Be as large as the text below."""
        self._zoom = zoom

    def set_folded(self, fold: bool) -> None:
        """Tell what stands in lines that are hidden, from the next article on."""
        self._hides_boilerplate = fold

    def set_column(self, width: float) -> None:
        """Be as wide as the column below, in pixels: the title may need two lines."""
        self._width = width

    def show_article(self, showing: OpenArticle | None) -> None:
        """Tell what is known of an article, and how confirmed its claims are."""
        if showing is None:
            self.hide()
            return
        self._title = "" if _begins_with_title(showing.article) else short(showing.article.title, MOST)
        self._facts = " · ".join(self._told(showing.article))
        self._address = short(showing.article.origin.address, MOST)
        self._counts = dict(Counter(map(showing.status, showing.kept_claims)))
        self.setAccessibleName(self.tr("About the article"))
        told = [f"{status_label(status)} {count}" for status, count in self._shown()]
        self.setAccessibleDescription(
            ". ".join(part for part in (self._title, self._facts, self._address, ", ".join(told)) if part)
        )
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a line of facts, one for the address, and the bar with its counts."""
        lines = 1 + bool(self._address)
        # The room for the bar is kept before there are claims: the text must not jump when they come.
        return QSize(200, round(self._top() + (lines * LINE + BAR + LINE + 8) * self._zoom))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the facts, and paint the bar with a count for each status."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, top = LINE * self._zoom, self._top()
        painter.setFont(self._title_font())
        painter.setPen(self._theme[Role.INK])
        for number, words in enumerate(self._title_lines()):
            height = TITLE_LINE * self._zoom
            place = QRectF(0, number * height, self.width(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        self._write(painter, QRectF(0, top, self.width(), line), self._facts, PIXELS, Role.INK_SOFT)
        if self._address:
            self._write(painter, QRectF(0, top + line, self.width(), line), self._address, ADDRESS_PIXELS, Role.ACCENT)
        paint_shares(painter, self._bar(), self._counts, self._theme)
        painter.setFont(sans(ADDRESS_PIXELS * self._zoom))
        painter.setPen(self._theme[Role.INK_SOFT])
        for status, place in self._places():
            side = GLYPH * self._zoom
            glyph = QRectF(place.left(), place.center().y() - side / 2, side, side)
            stamp_glyph(painter, status, glyph, self._theme.status(status), self._theme[Role.PAPER])
            painter.drawText(
                place.adjusted(side + 5, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(self._counts[status])
            )
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked."""
        on = self._status_at(event.position().toPoint()) or self._address_box().contains(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which status was clicked, or show the page in the reader's browser."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if (status := self._status_at(event.position().toPoint())) is not None:
            self.statusClicked.emit(status)
        elif self._address_box().contains(event.position().toPoint()):
            self.open_address()

    def open_address(self) -> None:
        """Show the page in the reader's browser; nothing but a web page is ever opened."""
        address = QUrl(self._address)
        if address.scheme() in ("http", "https"):
            QDesktopServices.openUrl(address)

    def event(self, event: QEvent) -> bool:
        """Name the status under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tip(self._words_at(event.pos())), self)
            return True
        return super().event(event)

    def _words_at(self, place: QPoint) -> str:
        status = self._status_at(place)
        if status is not None:
            return self.tr("{status}: {n}. A click shows these claims alone.").format(
                status=status_label(status), n=self._counts[status]
            )
        if self._address_box().contains(place):
            return self.tr("{address}\nA click shows the page in your browser.").format(address=self._address)
        return self._facts

    def _told(self, article: Article) -> list[str]:
        if self._minutes[0] != article.origin.digest:
            self._minutes = article.origin.digest, reading_minutes(article.text)
        origin, below = article.origin, told_by_first_lines(article, self._hides_boilerplate)
        told = {
            "outlet": short(origin.outlet, MOST),
            "byline": self.tr("By {name}").format(name=short(origin.byline, MOST)) if origin.byline else "",
            "published": published_label(origin),
        }
        facts = [words for field, words in told.items() if words and field not in below]
        return [*facts, self.tr("%n min to read", "", self._minutes[1])]

    def _shown(self) -> list[tuple[Status, int]]:
        return [(status, self._counts[status]) for status in Status if self._counts.get(status)]

    def _write(self, painter: QPainter, place: QRectF, words: str, pixels: float, ink: Role) -> None:
        font = sans(pixels * self._zoom)
        painter.setFont(font)
        painter.setPen(self._theme[ink])
        elided = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, elided)

    def _title_font(self) -> QFont:
        return serif(TITLE * self._zoom, QFont.Weight.Bold)

    def _title_lines(self) -> list[str]:
        if not self._title:
            return []
        return [line for line in two_lines(self._title, self._title_font(), self._width or self.width()) if line]

    def _top(self) -> float:
        """Where the facts begin, below the title if there is one."""
        lines = len(self._title_lines())
        return (lines * TITLE_LINE + BELOW_TITLE) * self._zoom if lines else 0.0

    def _bar(self) -> QRectF:
        top = self._top() + (LINE * (1 + bool(self._address)) + 6) * self._zoom
        return QRectF(0, top, self.width(), BAR * self._zoom)

    def _address_box(self) -> QRect:
        if not self._address:
            return QRect()
        metrics = QFontMetricsF(sans(ADDRESS_PIXELS * self._zoom))
        width = min(float(self.width()), metrics.horizontalAdvance(self._address))
        return QRectF(0, self._top() + LINE * self._zoom, width, LINE * self._zoom).toRect()

    def _places(self) -> list[tuple[Status, QRectF]]:
        """Where glyph and count of each status stand below the bar."""
        metrics = QFontMetricsF(sans(ADDRESS_PIXELS * self._zoom))
        left, top, found = 0.0, self._bar().bottom() + 4 * self._zoom, []
        for status, count in self._shown():
            width = GLYPH * self._zoom + 5 + metrics.horizontalAdvance(str(count))
            found.append((status, QRectF(QPoint(round(left), round(top)), QSizeF(width, LINE * self._zoom - 2))))
            left += width + GAP * self._zoom
        return found

    def _status_at(self, place: QPoint) -> Status | None:
        under = place.toPointF()
        shares = [(status, box.adjusted(0, -4, 0, 4)) for status, box in share_places(self._bar(), self._counts)]
        return next((status for status, box in (*self._places(), *shares) if box.contains(under)), None)


def _begins_with_title(article: Article) -> bool:
    """Whether the text shows the title of the article near its beginning, or there is none to be shown."""
    title = plain(article.title)
    read = [block for block in article.blocks if block.analysed][:FIRST_BLOCKS]
    begins = any(plain(block.span.of(article.text)).startswith(title) for block in read)
    return not title or begins or any(block.kind is BlockKind.HEADING and block.level == 1 for block in read)
