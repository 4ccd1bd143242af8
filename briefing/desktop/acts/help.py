"""The Help menu: finding any command."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from briefing.desktop.acts.area import Act, Area
from briefing.desktop.command import Command, translated


class HelpArea(Area):
    """The palette and the keys."""

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "palette",
                "Help",
                translated("Command palette"),
                translated("Find any command by typing."),
                "Ctrl+K",
                "command",
            ),
            Command(
                "keys", "Help", translated("Keys"), translated("Show every command with its key."), "?", "keyboard"
            ),
            Command(
                "change_keys",
                "Help",
                translated("Change keys …"),
                translated("Give any command another key."),
                "Ctrl+Shift+K",
                "keyboard",
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {"palette": self._show_palette, "keys": self._show_keys, "change_keys": self._change_keys}

    def _show_keys(self) -> None:
        from briefing.desktop.acts import all_commands
        from briefing.desktop.cheat_sheet import CheatSheet

        window = self.window
        sheet = CheatSheet(all_commands(), window.actions_by_name, self._menus(), window.theme, window)
        sheet.changeWished.connect(self._change_keys)
        window.keys.changed.connect(sheet.look)
        sheet.open()

    def _change_keys(self) -> None:
        from briefing.desktop.acts import all_commands
        from briefing.desktop.keys_dialog import KeysDialog

        dialog = KeysDialog(
            all_commands(), self.window.keys, self._menus(), QApplication.activeModalWidget() or self.window
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _menus(self) -> dict[str, str]:
        """The menus as the reader sees them, by the names that commands have for them."""
        from briefing.desktop.acts import MENUS

        return {name: self.window.tr(name) for name in MENUS}

    def _show_palette(self) -> None:
        from briefing.desktop.palette import CommandPalette

        CommandPalette(self.window.actions_by_name.values(), self.window).open()
