"""The commands with their keys as a tree, a branch for each menu; they are found by words or by key."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel

from briefing.desktop.command import Command
from briefing.desktop.keys import Keys
from briefing.desktop.word_proxy import SOUGHT

NAME = Qt.ItemDataRole.UserRole + 1
"""Name of the command of a line."""


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
        # Only the weight: the size is that of the list.
        bold = QFont()
        bold.setWeight(QFont.Weight.DemiBold)
        for menu, words in menus.items():
            branch = _line(words)
            branch[0].setSelectable(False)
            branch[0].setFont(bold)
            for command in commands:
                if command.menu == menu:
                    line = _line(command.words)
                    line[0].setToolTip(command.tip)
                    line[0].setData(command.name, NAME)
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
            text.setData("\n".join(words).casefold(), SOUGHT)

    def index_of(self, name: str) -> QModelIndex:
        """Where the command of that name stands."""
        return self._lines[name][0].index()


def _line(words: str) -> list[QStandardItem]:
    line = [QStandardItem(words), QStandardItem()]
    for item in line:
        item.setEditable(False)
    return line
