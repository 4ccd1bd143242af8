"""A window beside the article that shows an outline, and from which Enter leads to the words in their article."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QDialogButtonBox, QHBoxLayout, QTreeView, QVBoxLayout, QWidget

from briefing.desktop.flow_layout import WrappingLayout
from briefing.desktop.measures import SMALL
from briefing.desktop.plain_words import PlainLabel
from briefing.desktop.stories.outline_model import OutlineModel, Place, Row
from briefing.desktop.theme import Theme


class OutlineDialog(QDialog):
    """Shows sections of rows; stays open beside the article."""

    placeChosen = Signal(object)
    """A `Place` to be shown."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(760, 640)
        self.model = OutlineModel(theme, self)
        self.head = PlainLabel(self)
        self.head.setWordWrap(True)
        self.tree = QTreeView(self)
        self.tree.setModel(self.model)
        self.tree.setHeaderHidden(True)
        self.tree.setWordWrap(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setAccessibleName(title)
        self.tree.activated.connect(self._choose)
        # In some languages they need two lines on a small screen.
        acts = QWidget(self)
        self.buttons = WrappingLayout(acts, SMALL)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(acts, 1)
        foot.addWidget(close, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.addWidget(self.head)
        column.addWidget(self.tree, 1)
        column.addLayout(foot)

    def show_outline(self, head: str, rows: Iterable[Row]) -> None:
        """Show a sentence and the sections below it, unfolded to what stands in them."""
        self.head.setText(head)
        self.head.setVisible(bool(head))
        self.model.show_rows(rows)
        self.tree.expandToDepth(0)
        first = self.model.index(0, 0)
        if first.isValid():
            self.tree.setCurrentIndex(first)

    def chosen_rows(self) -> list[Row]:
        """The rows that are selected, from the top."""
        chosen = sorted(self.tree.selectionModel().selectedIndexes(), key=self.model.path_to)
        found = map(self.model.row_at, chosen)
        return [row for row in found if row is not None]

    def _choose(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is not None and isinstance(row.place, Place):
            self.placeChosen.emit(row.place)
