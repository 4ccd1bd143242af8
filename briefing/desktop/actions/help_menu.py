"""The Help menu: the manual, the tour, and finding any command and its key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.interface_language import spoken_language
from briefing.desktop.model_labels import menu_label
from briefing.desktop.settings import Settings

if TYPE_CHECKING:
    from briefing.desktop.manual.manual_window import Manual
    from briefing.desktop.open_article import OpenArticle
    from briefing.desktop.tour.tour import Tour
    from briefing.desktop.workspace import Workspace


class HelpArea(Area):
    """The manual, the tour, the palette and the keys."""

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "manual",
                "Help",
                translated("Manual"),
                translated("Read how Briefing works, at the page about where you are."),
                "F1",
                "circle-help",
            ),
            Command(
                "tour",
                "Help",
                translated("Tour"),
                translated("See on the sample article, step by step, what Briefing does."),
                "Shift+F1",
                "eye",
            ),
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
                translated("Change keys…"),
                translated("Give any command another key."),
                "Ctrl+Shift+K",
                "keyboard",
            ),
            Command(
                "about",
                "Help",
                translated("About Briefing"),
                translated("See which version this is, and look for a newer one."),
                "Ctrl+F1",
                "info",
            ),
        )

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self.manual: Manual | None = None
        self.tour: Tour | None = None

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {
            "manual": self._show_manual,
            "tour": self._show_tour,
            "palette": self._show_palette,
            "keys": self._show_keys,
            "change_keys": self._change_keys,
            "about": self._show_about,
        }

    def keep(self) -> None:
        """Close what stands beside the window."""
        if self.manual is not None:
            self.settings.keep_state("manual", self.manual.saveGeometry())
            self.manual.close()
            self.manual.deleteLater()
            self.manual = None

    def _show_manual(self) -> None:
        from briefing.desktop.manual.context_help import page_about

        if self.manual is None:
            self.manual = self._made_manual()
        self.manual.show_page(page_about(QApplication.focusWidget()))
        self.manual.show()
        self.manual.raise_()
        self.manual.activateWindow()
        self.manual.page.setFocus()

    def _made_manual(self) -> Manual:
        from briefing.desktop.manual.manual_window import Manual
        from briefing.desktop.manual.pages import made_pages

        window = self.window
        manual = Manual(
            lambda: made_pages(self.window.commands, self._menus(), window.keys.shown, spoken_language()),
            window.theme,
            self.settings.zoom,
        )
        geometry = self.settings.state("manual")
        if geometry:
            manual.restoreGeometry(geometry)
        window.themeChanged.connect(manual.set_theme)
        window.keys.changed.connect(manual.look)
        return manual

    def _show_tour(self) -> None:
        from briefing.desktop.tour.first_start import is_sample
        from briefing.resources import sample_article

        if is_sample(self.session.showing):
            self._begin_tour()
        else:
            self.session.articleOpened.connect(self._begin_on_sample)
            self.session.openings.open_files([sample_article()])

    def _begin_on_sample(self, showing: OpenArticle) -> None:
        from briefing.desktop.tour.first_start import is_sample

        self.session.articleOpened.disconnect(self._begin_on_sample)
        if is_sample(showing):
            self._begin_tour()

    def _begin_tour(self) -> None:
        from briefing.desktop.tour.tour import Tour

        self.settings.tour_seen = True
        self.settings.sync()
        if self.tour is None:
            self.tour = Tour(self.window)
            self.tour.ended.connect(self._tour_ended)
        self.tour.begin()

    def _tour_ended(self) -> None:
        if self.tour is not None:
            self.tour.deleteLater()
            self.tour = None

    def _show_keys(self) -> None:
        from briefing.desktop.cheat_sheet import CheatSheet

        window = self.window
        sheet = CheatSheet(self.window.commands, window.actions_by_name, self._menus(), window.theme, window)
        sheet.changeWished.connect(self._change_keys)
        window.keys.changed.connect(sheet.look)
        sheet.open()

    def _change_keys(self) -> None:
        from briefing.desktop.keys_dialog import KeysDialog

        dialog = KeysDialog(
            self.window.commands, self.window.keys, self._menus(), QApplication.activeModalWidget() or self.window
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show_about(self) -> None:
        from briefing.desktop.about_dialog import AboutDialog

        AboutDialog(self.session, self.window).open()

    def _menus(self) -> dict[str, str]:
        """The menus as the reader sees them, by the names that commands have for them."""
        from briefing.desktop.model_labels import MENUS

        return {name: menu_label(name) for name in MENUS}

    def _show_palette(self) -> None:
        from briefing.desktop.command_palette import CommandPalette

        CommandPalette(self.window.actions_by_name.values(), self.window).open()
