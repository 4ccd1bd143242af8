"""The command palette and the cheat sheet: every action, found by typing."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QVBoxLayout, QWidget

ACTION = Qt.ItemDataRole.UserRole + 1


class CommandPalette(QDialog):
    """Lists the actions that hold what is typed; Enter triggers the chosen one."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Commands"))
        self.resize(520, 420)
        self._actions = list(actions)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Type a command"))
        self.search.setAccessibleName(self.tr("Find a command"))
        self.search.installEventFilter(self)
        self.model = QStandardItemModel(self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setModel(self.model)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
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
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step:
                row = min(max(0, self.list.currentIndex().row() + step), self.model.rowCount() - 1)
                self.list.setCurrentIndex(self.model.index(row, 0))
                return True
        return super().eventFilter(watched, event)

    def _show(self, words: str) -> None:
        self.model.clear()
        for action in self._actions:
            text = action.text()
            if all(word in text.casefold() for word in words.casefold().split()):
                key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QStandardItem(f"{text}    {key}")
                item.setIcon(action.icon())
                item.setToolTip(action.toolTip())
                item.setEnabled(action.isEnabled())
                item.setData(action, ACTION)
                self.model.appendRow(item)
        self.list.setCurrentIndex(self.model.index(0, 0))

    def _run(self) -> None:
        index = self.list.currentIndex()
        action = index.data(ACTION) if index.isValid() else None
        self.accept()
        if isinstance(action, QAction) and action.isEnabled():
            action.trigger()
