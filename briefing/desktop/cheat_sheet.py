"""The cheat sheet: every command with its key, by menu, on one page."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from briefing.desktop.command import Command
from briefing.desktop.harmless_text import HarmlessBrowser
from briefing.desktop.theme import Role, Theme

LARGE = 1.4
"""Size, 1.0 is 100 %, from which on the tables stand below one another."""

COLUMNS = 2


class CheatSheet(QDialog):
    """Shows the commands of each menu beneath its name; the keys are those that hold now.

    Args:
        commands: all of them.
        actions: their actions by name.
        menus: names of the menus as the reader sees them, by those in `commands`, in their order.
        theme: whose inks are used.
    """

    changeWished = Signal()
    """The reader wants other keys."""

    def __init__(
        self,
        commands: Sequence[Command],
        actions: Mapping[str, QAction],
        menus: Mapping[str, str],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(1000, 640)
        self._commands, self._actions, self._menus, self._theme = commands, actions, menus, theme
        self.page = HarmlessBrowser(self)
        self.page.setAccessibleName(self.tr("Commands with their keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        self.change = buttons.addButton(self.tr("Change keys…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.change.clicked.connect(self.changeWished)
        column = QVBoxLayout(self)
        column.addWidget(self.page)
        column.addWidget(buttons)
        self.look()

    def look(self) -> None:
        """Show the keys that hold now."""
        at = self.page.verticalScrollBar().value()
        tables = [
            _table(words, [(one, self._actions[one.name]) for one in self._commands if one.menu == menu], self._theme)
            for menu, words in self._menus.items()
        ]
        # At a large size keys and names would break within words.
        self.page.setHtml(_beside(tables) if self._theme.scale < LARGE else _column(tables))
        self.page.verticalScrollBar().setValue(at)


def _beside(tables: Sequence[str]) -> str:
    """The menus in two columns of about the same height."""
    half = sum(map(len, tables)) / COLUMNS
    left: list[str] = []
    while tables and sum(map(len, left)) + len(tables[0]) / 2 < half:
        left, tables = [*left, tables[0]], tables[1:]
    cells = "".join(f'<td width="50%" valign="top">{_column(part)}</td>' for part in (left, tables))
    return f'<table width="100%" cellspacing="14"><tr>{cells}</tr></table>'


def _table(menu: str, rows: Sequence[tuple[Command, QAction]], theme: Theme) -> str:
    style = f"color:{theme[Role.INK_SOFT].name()}; padding-right:16px; white-space:nowrap"
    lines = "".join(
        f'<tr><td style="{style}" align="right"><b>{escape(_key(action))}</b></td><td>{escape(command.words)}</td></tr>'
        for command, action in rows
    )
    return f'<tr><td colspan="2" style="padding-bottom:4px"><b>{escape(menu)}</b></td></tr>{lines}'


def _column(menus: Sequence[str]) -> str:
    """Menus below one another, as one table: keys and names of all of them stand in one line."""
    room = '<tr><td height="12"></td></tr>'
    return f'<table cellspacing="3">{room.join(menus)}</table>'


def _key(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
