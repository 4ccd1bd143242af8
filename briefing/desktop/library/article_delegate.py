"""Draws one article of the library's list, with the words that a search found in it."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from briefing.desktop.fonts import sans
from briefing.desktop.library.article_model import AnyIndex, ArticleRole
from briefing.desktop.line_breaks import short
from briefing.desktop.model_labels import published_label
from briefing.desktop.status_shares import paint_shares
from briefing.desktop.theme import Role, Theme
from briefing.model import KeptArticle, Status

HEIGHT = 78
"""Pixels of a line."""

SNIPPET_HEIGHT = 34
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
        return QSize(120, HEIGHT + SNIPPET_HEIGHT if index.data(ArticleRole.FOUND) else HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one article."""
        kept = index.data(ArticleRole.KEPT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(6, 2, -6, -2)
        ground = _ground(option, index)
        if ground is not None:
            painter.setBrush(self._theme[ground])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 6, 6)
        self._words(painter, box.adjusted(10, 8, -10, -8), kept)
        found = index.data(ArticleRole.FOUND)
        if found:
            from briefing.desktop.library.snippet import draw_snippet

            room = QRectF(box.left() + 10, box.top() + 60, box.width() - 20, SNIPPET_HEIGHT)
            draw_snippet(painter, room, found, self._theme)
        counts = {Status(name): count for name, count in kept.statuses}
        paint_shares(painter, QRectF(box.left() + 10, box.bottom() - 12, box.width() - 20, 4), counts, self._theme)
        painter.restore()

    def _words(self, painter: QPainter, box: QRectF, kept: KeptArticle) -> None:
        bold = sans(12.5, QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(self._theme[Role.INK])
        title = short(kept.origin.title, MOST_OF_LINE) or self.tr("Untitled")
        elided = QFontMetricsF(bold).elidedText(title, Qt.TextElideMode.ElideRight, box.width() * 1.85)
        painter.drawText(QRectF(box.left(), box.top(), box.width(), 34), Qt.TextFlag.TextWordWrap, elided)
        small = sans(11)
        painter.setFont(small)
        painter.setPen(self._theme[Role.INK_SOFT])
        facts = [part for part in (kept.origin.outlet, published_label(kept.origin)) if part]
        facts.append(self.tr("not analysed yet") if kept.claims is None else self.tr("%n claim(s)", "", kept.claims))
        if kept.annotations:
            facts.append(self.tr("%n note(s)", "", kept.annotations))
        if kept.version > 1:
            facts.append(self.tr("version {n}").format(n=kept.version))
        if kept.duplicate_of is not None:
            facts.append(self.tr("kept twice"))
        told = short(" · ".join(facts), MOST_OF_LINE)
        line = QFontMetricsF(small).elidedText(told, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QRectF(box.left(), box.top() + 36, box.width(), 14), Qt.AlignmentFlag.AlignVCenter, line)


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
