"""A tree of sections, what stands in them, and who says it: stories, records and comparisons are shown in it."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QIcon, QPixmap

from briefing.desktop.line_breaks import short
from briefing.desktop.plain_words import tip
from briefing.desktop.status_glyphs import glyph_icon
from briefing.desktop.theme import Theme
from briefing.model import Span, Status
from briefing.records import dataclass

AnyIndex = QModelIndex | QPersistentModelIndex

MARK = "● "
"""Stands before each independent origin, so that it is seen how many there are; a screen reader leaves it out."""

MOST_OF_ROW = 500
"""Characters of each line of a row."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row leads: an article, and the words in it, if it is about some; `begins` are the first of these."""

    article_id: int
    span: Span | None = None
    begins: str = ""


@dataclass(frozen=True)
class Row:
    """One row with what stands below it.

    Attributes:
        lines: its words, the first line the main one.
        status: whose sign stands before it.
        place: where Enter leads.
        below: the rows below it.
        is_head: whether it heads a section.
    """

    lines: tuple[str, ...]
    status: Status | None = None
    place: Place | None = None
    below: "tuple[Row, ...]" = ()
    is_head: bool = False

    @property
    def words(self) -> str:
        """All lines, as they are shown."""
        return "\n".join(short(line, MOST_OF_ROW) for line in self.lines if line)


class _Node:
    def __init__(self, row: Row, parent: "_Node | None", number: int) -> None:
        self.row = row
        self.parent = parent
        self.number = number
        self.below = [_Node(one, self, at) for at, one in enumerate(row.below)]


class OutlineModel(QAbstractItemModel):
    """Rows in sections; nothing in it changes but by `show_rows`."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._root = _Node(Row(()), None, 0)
        blank = QPixmap(64, 64)
        blank.fill(Qt.GlobalColor.transparent)
        self._empty = QIcon(blank)

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show these sections."""
        self.beginResetModel()
        self._root = _Node(Row((), below=tuple(rows)), None, 0)
        self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in another theme."""
        self._theme = theme
        self.layoutChanged.emit()

    def row_at(self, index: AnyIndex) -> Row | None:
        """The row of an index."""
        return self._node(index).row if index.isValid() else None

    def path_to(self, index: AnyIndex) -> tuple[int, ...]:
        """The numbers of the rows that lead to a row, from the top: what stands higher comes first."""
        node, found = self._node(index), []
        while node.parent is not None:
            found.append(node.number)
            node = node.parent
        return tuple(reversed(found))

    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:  # noqa: B008 Qt's own
        """The index of a row below another."""
        above = self._node(parent)
        return self.createIndex(row, column, above.below[row]) if 0 <= row < len(above.below) else QModelIndex()

    def parent(self, index: AnyIndex) -> QModelIndex:  # type: ignore[override]
        """The row above."""
        above = self._node(index).parent if index.isValid() else None
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.number, 0, above)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """How many rows stand below."""
        return len(self._node(parent).below)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """One."""
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a row, with the sign of its status."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words.replace(MARK, "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row.words)
        if role == Qt.ItemDataRole.FontRole and row.is_head:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.DecorationRole and not row.is_head:
            return self._sign(index, row)
        return None

    def _sign(self, index: AnyIndex, row: Row) -> QIcon | None:
        """The sign of a row's status; below a row with one stands an empty one, so that the words are set in."""
        if row.status is not None:
            return glyph_icon(row.status, self._theme)
        above = self.row_at(self.parent(index))
        return self._empty if above is not None and above.status is not None else None

    def _node(self, index: AnyIndex) -> _Node:
        node = index.internalPointer() if index.isValid() else None
        return node if isinstance(node, _Node) else self._root
