"""Links in an article: told where the pointer rests, and opened only when the reader says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from briefing.desktop.actions.action_group import Act, Area
from briefing.desktop.command import Command, translated
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.reader.picture_loader import PictureLoader
from briefing.desktop.settings import Settings

if TYPE_CHECKING:
    from briefing.desktop.workspace import Workspace

SCHEMES = ("http", "https", "mailto")
"""What is opened; an article may name anything."""


class LinkArea(Area):
    """Opens the link that is clicked with Ctrl, or in which the cursor stands, in the reader's browser."""

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        PictureLoader(window.reader, window.session)
        window.reader.pointedAt.connect(self._show_target)
        window.reader.linkChosen.connect(self._open)

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "open_link",
                "View",
                translated("Open link"),
                translated("Show the page that the selected words, or those at the cursor, lead to in your browser."),
                "Ctrl+Alt+O",
            ),
        )

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {"open_link": self._open_at_cursor}

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        return {"open_link": showing is not None}

    def _show_target(self, words: str) -> None:
        """Say in the status bar what the pointer rests on."""
        self.window.statusBar().showMessage(words)

    def _open_at_cursor(self) -> None:
        address = self.window.reader.address_at_cursor()
        if address:
            self._open(address)
        else:
            self.say(self.tr("No link stands here: words that lead elsewhere are underlined with dashes."))

    def _open(self, address: str) -> None:
        # Here: what reads files has no place in the process of the window at its start.
        from briefing.intake.bundle import LINKS

        showing = self.session.showing
        if showing and showing.article.origin.media_type == LINKS:
            # A list that was kept leads to articles to be read here.
            self.session.openings.open_address(address, False)
            return
        url = QUrl(address)
        if url.scheme() in SCHEMES:
            QDesktopServices.openUrl(url)
