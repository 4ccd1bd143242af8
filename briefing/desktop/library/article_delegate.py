"""Draws one article of the library's list, with the words that a search found in it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from briefing.desktop.fonts import sans
from briefing.desktop.library.article_model import AnyIndex, ArticleRole
from briefing.desktop.line_breaks import short
from briefing.desktop.measures import RADIUS
from briefing.desktop.model_labels import day_label, published_label
from briefing.desktop.status_shares import paint_shares
from briefing.desktop.theme import Role, Theme
from briefing.model import KeptArticle, Status

HEIGHT = 84
"""Pixels of a line at 100 % text size."""

SNIPPET_HEIGHT = 36
"""Pixels more for the two lines of words that a search found."""


MOST_OF_LINE = 1_000
"""Characters of a title, or of what else is told, that are laid out."""


class ArticleDelegate(QStyledItemDelegate):
    """Draws title, outlet and date, and the shares of the claims by status."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """All lines of one list are equally high."""
        height = HEIGHT + SNIPPET_HEIGHT if index.data(ArticleRole.FOUND) else HEIGHT
        return QSize(120, round(self._theme.sized(height)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one article."""
        kept, sized = index.data(ArticleRole.KEPT), self._theme.sized
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(0, 2, 0, -2)
        ground = _ground(option, index)
        if ground is not None:
            painter.setBrush(self._theme[ground])
            # Where little contrast is seen, a line tells which one is chosen.
            edged = self._theme.strong and ground is Role.CARD_SELECTED
            painter.setPen(self._theme[Role.ACCENT] if edged else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        inside = box.adjusted(8, sized(8), -8, -sized(8))
        bottom = self._words(painter, inside, kept)
        found = index.data(ArticleRole.FOUND)
        if found:
            from briefing.desktop.library.snippet import draw_snippet

            draw_snippet(
                painter, QRectF(inside.left(), bottom, inside.width(), sized(SNIPPET_HEIGHT)), found, self._theme
            )
        counts = {Status(name): count for name, count in kept.statuses}
        bar = QRectF(inside.left(), inside.bottom() - sized(4), inside.width(), sized(4))
        paint_shares(painter, bar, counts, self._theme)
        painter.restore()

    def _words(self, painter: QPainter, box: QRectF, kept: KeptArticle) -> float:
        """Write title and facts; gives where the words end.

        There are three lines: of a title that fills one alone, the facts have the other two.
        """
        sized = self._theme.sized
        bold = sans(sized(12.5), QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(self._theme[Role.INK])
        title = short(kept.origin.title, MOST_OF_LINE) or self.tr("Untitled")
        first, second = two_lines(title, bold, box.width())
        top = box.top()
        for line in filter(None, (first, second)):
            painter.drawText(QRectF(box.left(), top, box.width(), sized(17)), Qt.AlignmentFlag.AlignVCenter, line)
            top += sized(17)
        small = sans(sized(11.5))
        painter.setFont(small)
        painter.setPen(self._theme[Role.INK_SOFT])
        for facts in self._facts(kept, 1 if second else 2):
            told = fitting(facts, small, box.width())
            painter.drawText(QRectF(box.left(), top, box.width(), sized(17)), Qt.AlignmentFlag.AlignVCenter, told)
            top += sized(17)
        return top

    def _facts(self, kept: KeptArticle, lines: int) -> list[list[str]]:
        """What is known of an article, in so many lines: where it comes from, and what is found and written on it."""
        known = [part for part in (kept.origin.outlet, published_label(kept.origin)) if part]
        found = [self.tr("not analysed yet") if kept.claims is None else self.tr("%n claim(s)", "", kept.claims)]
        if kept.notes:
            found.append(self.tr("%n note(s)", "", kept.notes))
        if kept.annotations > kept.notes:
            found.append(self.tr("%n highlight(s)", "", kept.annotations - kept.notes))
        if kept.version > 1:
            found.append(self.tr("version {n}").format(n=kept.version))
        if kept.duplicate_of is not None:
            found.append(self.tr("kept twice"))
        if lines == 2 and not known:
            known = [self.tr("added {day}").format(day=day_label(kept.added))]
        # Of what has no room in one line the number of claims goes first: the bar below tells of them.
        parts = [known, found] if lines == 2 else [[*known, *reversed(found)]]
        return [[short(fact, MOST_OF_LINE) for fact in part] for part in parts]


def fitting(facts: Sequence[str], font: QFont, width: float) -> str:
    """As many facts as have room in a line, each whole; the first is cut where it alone has none."""
    metrics = QFontMetricsF(font)
    for number in range(len(facts), 1, -1):
        words = " · ".join(facts[:number])
        if metrics.horizontalAdvance(words) <= width:
            return words
    return metrics.elidedText(facts[0] if facts else "", Qt.TextElideMode.ElideRight, width)


def two_lines(words: str, font: QFont, width: float) -> tuple[str, str]:
    """The first two lines of words at a width in pixels; the second ends in an ellipsis if there is more."""
    layout = QTextLayout(words, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(1.0, width))
    end = line.textStart() + line.textLength()
    layout.endLayout()
    rest = words[end:].strip()
    metrics = QFontMetricsF(font)
    first = metrics.elidedText(words[:end].strip(), Qt.TextElideMode.ElideRight, width)
    return first, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width) if rest else ""


def _ground(option: QStyleOptionViewItem, index: AnyIndex) -> Role | None:
    """The fill behind a line that is selected or under the pointer."""
    view = option.widget
    if isinstance(view, QAbstractItemView):
        if view.selectionModel().isSelected(index):
            return Role.CARD_SELECTED
        if not view.underMouse():
            return None
    # Here: the style's many constants are set up when it is imported, 4 ms of a start.
    from PySide6.QtWidgets import QStyle

    if option.state & QStyle.StateFlag.State_Selected:
        return Role.CARD_SELECTED
    return Role.CARD_HOVER if option.state & QStyle.StateFlag.State_MouseOver else None
