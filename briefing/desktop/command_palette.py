"""The command palette: every action, found by typing."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeView, QVBoxLayout, QWidget

from briefing.desktop.icon_engine import drawn_icon

LARGEST = 72
"""Pixels of the screen on a side of a sign before a command, at most."""

ACTION = Qt.ItemDataRole.UserRole + 1

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}


class CommandPalette(QDialog):
    """Lists the actions that hold what is typed, with their keys beside them; Enter triggers the chosen one."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Commands"))
        self.resize(560, 440)
        self._actions = list(actions)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Type a command"))
        self.search.setAccessibleName(self.tr("Find a command"))
        self.search.installEventFilter(self)
        self.model = QStandardItemModel(0, 2, self)
        self._blank = drawn_icon(lambda *_: None, LARGEST)
        self.list = QTreeView(self)
        self.list.setObjectName("commands")
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setModel(self.model)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.search.textChanged.connect(self._show)
        self.search.returnPressed.connect(self._run)
        self.list.clicked.connect(self._run)
        self._show("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step:
                row = min(max(0, self.list.currentIndex().row() + step), self.model.rowCount() - 1)
                self.list.setCurrentIndex(self.model.index(row, 0))
                return True
        return super().eventFilter(watched, event)

    def _show(self, words: str) -> None:
        self.model.removeRows(0, self.model.rowCount())
        for action in self._actions:
            text = action.text()
            if all(word in text.casefold() for word in words.casefold().split()):
                key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                line = [QStandardItem(text), QStandardItem(key)]
                # Those without a sign have the room of one: all words begin below one another.
                line[0].setIcon(self._blank if action.icon().isNull() else action.icon())
                line[0].setData(action, ACTION)
                line[0].setData(f"{text}, {key}" if key else text, Qt.ItemDataRole.AccessibleTextRole)
                line[1].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                for item in line:
                    item.setToolTip(action.toolTip())
                    item.setEnabled(action.isEnabled())
                self.model.appendRow(line)
        self.list.setCurrentIndex(self.model.index(0, 0))

    def _run(self) -> None:
        index = self.list.currentIndex()
        action = index.siblingAtColumn(0).data(ACTION) if index.isValid() else None
        self.accept()
        if isinstance(action, QAction) and action.isEnabled():
            action.trigger()
