"""The left pane: all articles, newest first, filtered as one types."""

from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from briefing.desktop.fonts import sans
from briefing.desktop.labels import published_label
from briefing.desktop.theme import Role, Theme
from briefing.model import KeptArticle, Status

AnyIndex = QModelIndex | QPersistentModelIndex


class ArticleRole(IntEnum):
    """What a line of the library shows."""

    KEPT = Qt.ItemDataRole.UserRole + 1


class ArticleModel(QAbstractListModel):
    """A row for each article, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles: list[KeptArticle] = []

    def show(self, articles: Iterable[KeptArticle]) -> None:
        """Show these articles and no others."""
        self.beginResetModel()
        self._articles = list(articles)
        self.endResetModel()

    def change(self, kept: KeptArticle) -> None:
        """Show what is new about one article; an unknown one goes on top."""
        for row, known in enumerate(self._articles):
            if known.id == kept.id:
                self._articles[row] = kept
                self.dataChanged.emit(self.index(row), self.index(row))
                return
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._articles.insert(0, kept)
        self.endInsertRows()

    def row_of(self, article_id: int) -> int:
        """The row of an article, or -1."""
        return next((row for row, kept in enumerate(self._articles) if kept.id == article_id), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """How many articles there are."""
        return 0 if parent.isValid() else len(self._articles)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The article of a row, or its title in words."""
        if not index.isValid():
            return None
        kept = self._articles[index.row()]
        if role == ArticleRole.KEPT:
            return kept
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(part for part in (kept.origin.title, kept.origin.outlet) if part)
        return None


class ArticleDelegate(QStyledItemDelegate):
    """Draws title, outlet and date, and the shares of the claims by status."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Every line is equally high."""
        return QSize(120, 78)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one article."""
        kept = index.data(ArticleRole.KEPT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(6, 2, -6, -2)
        state = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setBrush(self._theme[Role.CARD_SELECTED if chosen else Role.CARD_HOVER])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 6, 6)
        self._words(painter, box.adjusted(10, 8, -10, -8), kept)
        self._shares(painter, QRectF(box.left() + 10, box.bottom() - 12, box.width() - 20, 4), kept)
        painter.restore()

    def _words(self, painter: QPainter, box: QRectF, kept: KeptArticle) -> None:
        bold = sans(12.5, QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(self._theme[Role.INK])
        title = kept.origin.title or self.tr("Untitled")
        elided = QFontMetricsF(bold).elidedText(title, Qt.TextElideMode.ElideRight, box.width() * 1.85)
        painter.drawText(QRectF(box.left(), box.top(), box.width(), 34), Qt.TextFlag.TextWordWrap, elided)
        small = sans(11)
        painter.setFont(small)
        painter.setPen(self._theme[Role.INK_SOFT])
        facts = [part for part in (kept.origin.outlet, published_label(kept.origin)) if part]
        facts.append(
            self.tr("not analysed yet") if kept.claims is None else self.tr("{n} claims").format(n=kept.claims)
        )
        if kept.annotations:
            facts.append(self.tr("{n} notes").format(n=kept.annotations))
        line = QFontMetricsF(small).elidedText(" · ".join(facts), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QRectF(box.left(), box.top() + 36, box.width(), 14), Qt.AlignmentFlag.AlignVCenter, line)

    def _shares(self, painter: QPainter, bar: QRectF, kept: KeptArticle) -> None:
        counts = dict(kept.statuses)
        total = sum(counts.values())
        left = bar.left()
        painter.setPen(Qt.PenStyle.NoPen)
        for status in Status:
            width = bar.width() * counts.get(status.value, 0) / total if total else 0
            if width:
                painter.setBrush(self._theme.status(status))
                painter.drawRect(QRectF(left, bar.top(), max(1.0, width - 1), bar.height()))
                left += width


class LibraryPane(QFrame):
    """List and filter of all articles."""

    articleChosen = Signal(int)
    """Number of the article that the reader wants to read."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.model = ArticleModel(self)
        self._filter = QSortFilterProxyModel(self)
        self._filter.setSourceModel(self.model)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._delegate = ArticleDelegate(theme, self)
        title = QLabel(self.tr("Library"), self)
        title.setObjectName("paneTitle")
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search titles and outlets"))
        self.search.setAccessibleName(self.tr("Search the library"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter.setFilterFixedString)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Articles"))
        self.list.setModel(self._filter)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self._empty = QLabel(self.tr("Articles that you open are kept here. Press Ctrl+O, or drop a file."), self)
        self._empty.setObjectName("faint")
        self._empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 4, 8)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self.search)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        for signal in (self.model.modelReset, self.model.rowsInserted):
            signal.connect(self._update_empty)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._delegate.set_theme(theme)
        self.list.viewport().update()

    def select(self, article_id: int) -> None:
        """Bring the article that is open out."""
        row = self.model.row_of(article_id)
        if row >= 0:
            self.list.setCurrentIndex(self._filter.mapFromSource(self.model.index(row)))

    def _choose(self, index: QModelIndex) -> None:
        self.articleChosen.emit(index.data(ArticleRole.KEPT).id)

    def _update_empty(self) -> None:
        self._empty.setVisible(self.model.rowCount() == 0)
