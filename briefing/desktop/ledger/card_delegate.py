"""Draws the cards of the ledger."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing.desktop.fonts import sans, serif
from briefing.desktop.ledger.claim_model import ClaimRole
from briefing.desktop.line_breaks import short
from briefing.desktop.measures import RADIUS
from briefing.desktop.model_labels import status_label
from briefing.desktop.status_glyphs import stamp_glyph
from briefing.desktop.theme import Role, Theme
from briefing.model import Status

PADDING = 12
GAP = 8
LEFT, RIGHT = 12, 1
"""Pixels beside a card: with the scroll bar its edges stand where those of the fields above and below it do."""

CHOSEN_EDGE = 2
"""Pixels of the edge of the chosen card; those of the others are hairlines."""

KEPT_LINES = 20_000
"""Claims whose broken lines are remembered."""

HEAD, LINE, UNDER = 30, 20, 18
"""Pixels of the head of a group, of a line of a claim's words, and of one below them, at 100 % text size."""

SMALL = 11.5
"""Pixels of the letters below a claim's words, at 100 % text size."""

LINES = 3
"""Lines of a claim's content on its card; the text beside it holds the rest."""

AGAINST_LINES = 2
"""Lines of what stands against a claim: who says it, and the beginning of the words."""

BELOW = (
    (ClaimRole.ABOUT, Role.INK_SOFT),
    (ClaimRole.DETAIL, Role.INK_SOFT),
    (ClaimRole.NOTE, Role.INK),
)
"""What stands below the words, a line each, and its colour."""

MOST_OF_CARD = 1_000
"""Characters of one thing on a card that are laid out: what has room is a part of them."""


class CardDelegate(QStyledItemDelegate):
    """A claim as a card: number, who, status, the words, and what else is to be known."""

    headClicked = Signal(str)
    """Id of the first claim of the group whose head was clicked."""

    otherSideClicked = Signal(str)
    """Id of the claim that stands against the one on whose card that was clicked."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._broken: dict[tuple[str, int, int], tuple[str, ...]] = {}
        self._bar = 0

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme, or size, from now on."""
        self._theme = theme
        self._broken.clear()
        # The bar beside the cards may be of another width, too.
        self._bar = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Height of the card at the list's width, in pixels."""
        width = self._width(option)
        inside = width - 2 * PADDING - LEFT - RIGHT
        lines = len(self._lines(str(index.data(ClaimRole.WORDS)), inside))
        extra = sum(bool(index.data(role)) for role, _ in BELOW) + len(self._against(index, inside))
        sized = self._theme.sized
        head = sized(HEAD) if index.data(ClaimRole.HEAD) else 0.0
        if head and index.data(ClaimRole.FOLDED):
            return QSize(width, round(head))
        return QSize(width, round(head + 2 * PADDING + GAP + sized(46 + lines * LINE + extra * UNDER)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one card, unless no more than its edge is in sight."""
        if _is_sliver(option):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, head = QRectF(option.rect), str(index.data(ClaimRole.HEAD) or "")
        whole.setWidth(self._width(option))
        if head:
            height = self._theme.sized(HEAD)
            self._group(painter, QRectF(whole.left(), whole.top(), whole.width(), height), head, index)
            whole.setTop(whole.top() + height)
            if index.data(ClaimRole.FOLDED):
                painter.restore()
                return
        if index.data(ClaimRole.DISMISSED):
            painter.setOpacity(0.45)
        card = whole.adjusted(LEFT, GAP / 2, -RIGHT, -GAP / 2)
        self._frame(painter, option, card)
        self._head(painter, card, index)
        self._body(painter, card, index)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Fold or unfold a group whose head is clicked; go to the claim that stands against one."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            y = event.position().y() - option.rect.top()
            head = self._theme.sized(HEAD) if index.data(ClaimRole.HEAD) else 0.0
            if y < head:
                self.headClicked.emit(str(index.data(ClaimRole.ID)))
                return True
            if self._is_against(index, self._width(option), y - head):
                self.otherSideClicked.emit(str(index.data(ClaimRole.OTHER_SIDE)))
                return True
        return super().editorEvent(event, model, option, index)

    def _is_against(self, index: QModelIndex | QPersistentModelIndex, width: int, y: float) -> bool:
        """Whether what stands against the claim is at this place below the top of its card."""
        inside = width - 2 * PADDING - LEFT - RIGHT
        sized = self._theme.sized
        top = GAP / 2 + PADDING + sized(44 + LINE * len(self._lines(str(index.data(ClaimRole.WORDS)), inside)))
        return top <= y < top + sized(UNDER) * len(self._against(index, inside))

    def _width(self, option: QStyleOptionViewItem) -> int:
        """Pixels of the list beside its scroll bar, whether that is shown or not: cards are laid out before it is."""
        widget = option.widget
        if not isinstance(widget, QAbstractScrollArea):
            return 320
        if not self._bar:
            self._bar = widget.verticalScrollBar().sizeHint().width()
        return widget.contentsRect().width() - self._bar

    def _group(self, painter: QPainter, place: QRectF, words: str, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.setFont(sans(self._theme.sized(12), QFont.Weight.DemiBold))
        painter.setPen(self._theme[Role.INK_SOFT])
        words = short(words, MOST_OF_CARD)
        sign = "▸" if index.data(ClaimRole.FOLDED) else "▾"
        inside = place.adjusted(LEFT, 4, -RIGHT, 0)
        shown = painter.fontMetrics().elidedText(f"{sign}  {words}", Qt.TextElideMode.ElideRight, int(inside.width()))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, shown)

    def _frame(self, painter: QPainter, option: QStyleOptionViewItem, card: QRectF) -> None:
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        fill = Role.CARD_SELECTED if selected else Role.CARD_HOVER if hovered else Role.CARD
        painter.setBrush(self._theme[fill])
        # The chosen one is told by the width of its edge too, not by colour alone; the edge lies within the card.
        width = CHOSEN_EDGE if selected else 1
        painter.setPen(QPen(self._theme[Role.ACCENT if selected else Role.HAIRLINE], width))
        inset = (width - 1) / 2
        painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)

    def _head(self, painter: QPainter, card: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        # Qt hands a text enum back as plain text.
        status = Status(index.data(ClaimRole.STATUS))
        sized = self._theme.sized
        bold = sans(sized(12.5), QFont.Weight.DemiBold)
        top = card.top() + PADDING
        painter.setFont(bold)
        painter.setPen(self._theme[Role.INK])
        width = card.width() - 2 * PADDING
        source = short(f"{index.data(ClaimRole.NUMBER)}   {index.data(ClaimRole.SOURCE)}", MOST_OF_CARD)
        elided = QFontMetricsF(bold).elidedText(source, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(card.left() + PADDING, top, width, sized(18)), Qt.AlignmentFlag.AlignVCenter, elided)
        glyph = QRectF(card.left() + PADDING, top + sized(23), sized(13), sized(13))
        stamp_glyph(painter, status, glyph, self._theme.status(status), self._theme[Role.CARD])
        painter.setFont(sans(sized(12), QFont.Weight.Medium))
        painter.setPen(self._theme.status(status))
        label = status_label(status)
        if index.data(ClaimRole.OWN_STATUS):
            label = self.tr("{status} (my word)").format(status=label)
        elif index.data(ClaimRole.ACCEPTED):
            label = self.tr("{status} ✓ accepted").format(status=label)
        place = QRectF(glyph.right() + sized(7), top + sized(20), width - sized(24), sized(18))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, label)

    def _body(self, painter: QPainter, card: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        left, width = card.left() + PADDING, card.width() - 2 * PADDING
        sized = self._theme.sized
        y = card.top() + PADDING + sized(44)
        painter.setFont(serif(sized(14)))
        painter.setPen(self._theme[Role.INK])
        for line in self._lines(str(index.data(ClaimRole.WORDS)), round(width)):
            painter.drawText(QRectF(left, y, width, sized(LINE)), Qt.AlignmentFlag.AlignVCenter, line)
            y += sized(LINE)
        painter.setFont(sans(sized(SMALL)))
        # In the colour of what can be clicked.
        painter.setPen(self._theme[Role.ACCENT])
        for line in self._against(index, round(width)):
            painter.drawText(QRectF(left, y + 1, width, sized(UNDER)), Qt.AlignmentFlag.AlignVCenter, line)
            y += sized(UNDER)
        for role, ink in BELOW:
            words = short(str(index.data(role) or ""), MOST_OF_CARD)
            if words:
                font = sans(sized(SMALL))
                painter.setFont(font)
                painter.setPen(self._theme[ink])
                shown = ("✎ " if role is ClaimRole.NOTE else "") + " ".join(words.split())
                elided = QFontMetricsF(font).elidedText(shown, Qt.TextElideMode.ElideRight, width)
                painter.drawText(QRectF(left, y + 1, width, sized(UNDER)), Qt.AlignmentFlag.AlignVCenter, elided)
                y += sized(UNDER)

    def _against(self, index: QModelIndex | QPersistentModelIndex, width: int) -> tuple[str, ...]:
        """The lines of what stands against a claim; none if nothing does."""
        words = str(index.data(ClaimRole.AGAINST) or "")
        return self._broken_at(words, width, sans(self._theme.sized(SMALL)), AGAINST_LINES) if words else ()

    def _lines(self, words: str, width: int) -> tuple[str, ...]:
        """The lines of a claim's words at a width in pixels."""
        return self._broken_at(words, width, serif(self._theme.sized(14)), LINES)

    def _broken_at(self, words: str, width: int, font: QFont, most: int) -> tuple[str, ...]:
        """The first lines of words; breaking them costs more than all else on a card."""
        key = (words, width, most)
        if key not in self._broken:
            if len(self._broken) > KEPT_LINES:
                self._broken.clear()
            self._broken[key] = _lines(words, font, width, most)
        return self._broken[key]


def _lines(words: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """The first lines of `words` at a width in pixels; the last one ends in an ellipsis if there is more."""
    words = short(words, MOST_OF_CARD)
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        rest = words[start:] if len(lines) == most - 1 else words[start : start + line.textLength()]
        lines.append(QFontMetricsF(font).elidedText(rest.strip(), Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return tuple(lines)


def _is_sliver(option: QStyleOptionViewItem) -> bool:
    """Whether so little of a card is in sight that none of its words are."""
    view = option.widget
    if not isinstance(view, QAbstractScrollArea):
        return False
    seen = option.rect.intersected(view.viewport().rect()).height()
    return seen < min(option.rect.height(), GAP // 2 + PADDING)
