"""The commands with their keys as a tree, a branch for each menu, and the filter that finds them by words or by key."""

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel

from briefing.desktop.command import Command
from briefing.desktop.fonts import sans
from briefing.desktop.keys import Keys


class KeyRole(IntEnum):
    """What a line knows of its command."""

    NAME = Qt.ItemDataRole.UserRole + 1
    SOUGHT = Qt.ItemDataRole.UserRole + 2


class KeysModel(QStandardItemModel):
    """A line for each command: its text, its key, and whether the reader gave it.

    Args:
        menus: names of the menus as the reader sees them, by those in `commands`, in their order.
    """

    def __init__(
        self, commands: Sequence[Command], keys: Keys, menus: Mapping[str, str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._commands = commands
        self._keys = keys
        self._menus = menus
        self._lines: dict[str, tuple[QStandardItem, QStandardItem]] = {}
        self.setHorizontalHeaderLabels([self.tr("Command"), self.tr("Key")])
        for menu, words in menus.items():
            branch = _line(words)
            branch[0].setSelectable(False)
            branch[0].setFont(sans(weight=QFont.Weight.DemiBold))
            for command in commands:
                if command.menu == menu:
                    line = _line(command.text.removesuffix(" …"))
                    line[0].setToolTip(command.tip)
                    line[0].setData(command.name, KeyRole.NAME)
                    self._lines[command.name] = (line[0], line[1])
                    branch[0].appendRow(line)
            self.appendRow(branch)
        self.look()
        keys.changed.connect(self.look)

    def look(self) -> None:
        """Show the keys that hold now."""
        for command in self._commands:
            text, key = self._lines[command.name]
            shown = self._keys.shown(command.name)
            key.setText(self.tr("{key}  · mine").format(key=shown or "–") if self._keys.is_own(command.name) else shown)
            spoken = shown or self.tr("no key")
            key.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
            words = (command.text, command.tip, self._menus[command.menu], shown)
            text.setData("\n".join(words).casefold(), KeyRole.SOUGHT)

    def index_of(self, name: str) -> QModelIndex:
        """Where the command of that name stands."""
        return self._lines[name][0].index()


class KeysFilter(QSortFilterProxyModel):
    """Lets through the commands that hold every word; a key is found as it is written, "ctrl+e"."""

    def __init__(self, model: KeysModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(model)

    def set_words(self, words: str) -> None:
        """Let through what holds these words."""
        self.beginFilterChange()
        self._words = words.casefold().split()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether a command holds all words; a menu stands if one of its commands does."""
        sought = self.sourceModel().index(row, 0, parent).data(KeyRole.SOUGHT)
        return sought is not None and all(word in sought for word in self._words)


def _line(words: str) -> list[QStandardItem]:
    line = [QStandardItem(words), QStandardItem()]
    for item in line:
        item.setEditable(False)
    return line
