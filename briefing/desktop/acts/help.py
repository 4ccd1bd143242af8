"""The Help menu: finding any command."""

from collections.abc import Mapping

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
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {"palette": self._show_palette, "keys": self._show_keys}

    def _show_keys(self) -> None:
        from briefing.desktop.acts import MENUS, all_commands
        from briefing.desktop.cheat_sheet import CheatSheet

        window = self.window
        menus = {name: window.tr(name) for name in MENUS}
        CheatSheet(all_commands(), window.actions_by_name, menus, window.theme, window).open()

    def _show_palette(self) -> None:
        from briefing.desktop.palette import CommandPalette

        CommandPalette(self.window.actions_by_name.values(), self.window).open()
