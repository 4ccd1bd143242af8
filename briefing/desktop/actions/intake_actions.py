"""The first part of the File menu: how articles come in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from briefing.desktop.actions.action_group import Act, Area, Toggle
from briefing.desktop.command import Command, translated
from briefing.desktop.intake_dialogs.imports import Imports
from briefing.desktop.interface_language import said
from briefing.desktop.messages import Tone
from briefing.desktop.open_article import OpenArticle
from briefing.desktop.settings import Settings
from briefing.resources import sample_article
from briefing.service import (
    ArticleUnchanged,
    DetailsTold,
    Event,
    FeedOffered,
    OperationFailed,
    PageChanged,
    PageLost,
    PageMoved,
    PageWatched,
)
from briefing.service.article_queries import TellDetails

if TYPE_CHECKING:
    from briefing.desktop.workspace import Workspace


class OpeningArea(Area):
    """Files, pages, pasted texts, feeds and folders."""

    @staticmethod
    def commands() -> tuple[Command, ...]:
        """The area's commands, in the order of their menu."""
        return (
            Command(
                "open",
                "File",
                translated("Open…"),
                translated("Open articles from files."),
                "Ctrl+O",
                "folder-open",
                writes=True,
            ),
            Command(
                "open_address",
                "File",
                translated("Open web address…"),
                translated("Fetch an article, or choose from a feed."),
                "Ctrl+L",
                "link",
                writes=True,
            ),
            Command(
                "paste",
                "File",
                translated("Open from clipboard"),
                translated("Open the copied text, page or web address."),
                "Ctrl+V",
                "clipboard-paste",
                writes=True,
            ),
            Command(
                "import_files",
                "File",
                translated("Import files…"),
                translated("Take many files into the library while you go on reading."),
                "Ctrl+Shift+I",
                "inbox",
                writes=True,
            ),
            Command(
                "import_folder",
                "File",
                translated("Import folder…"),
                translated("Take all articles of a folder into the library."),
                "Ctrl+Shift+D",
                "inbox",
                writes=True,
            ),
            Command(
                "watch",
                "File",
                translated("Watched folder…"),
                translated("Have all that comes into a folder imported by itself."),
                "Ctrl+Shift+W",
                "eye",
                writes=True,
            ),
            Command(
                "refresh",
                "File",
                translated("Fetch again"),
                translated("Fetch the page of the open article again; a changed text becomes its next version."),
                "F5",
                "refresh-cw",
                writes=True,
            ),
            Command(
                "watch_page",
                "File",
                translated("Watch its page"),
                translated("Fetch the page of the open article again every few hours, and tell when it changes."),
                "Shift+F5",
                "bell",
                checkable=True,
                writes=True,
            ),
            Command(
                "details",
                "File",
                translated("Article details…"),
                translated("See and correct title, byline, outlet, dates, address and language."),
                "Ctrl+I",
                "info",
            ),
            Command(
                "sample",
                "File",
                translated("Open the sample article"),
                translated("Open the article to try things on."),
                "Ctrl+Shift+O",
                "book-open",
                writes=True,
            ),
        )

    def __init__(self, window: Workspace, settings: Settings) -> None:
        super().__init__(window, settings)
        self.imports = Imports(window.strips, self.session.service.cancel, window)
        self.imports.articleChosen.connect(window.open_kept)
        self.imports.firstRead.connect(self._show_first)
        self.imports.messageGiven.connect(window.messages.show_message)
        self.session.openings.importStarted.connect(self.imports.expect)
        self.session.eventHeard.connect(self.imports.handle)
        self.session.eventHeard.connect(self._on_event)
        self.session.articleOpened.connect(self._tell_watched)

    def acts(self) -> Mapping[str, Act]:
        """What each command does, by its name."""
        return {
            "open": self._open,
            "open_address": self._ask_for_address,
            "paste": self._paste,
            "import_files": self._import_files,
            "import_folder": self._import_folder,
            "watch": self._ask_for_watched,
            "refresh": self.session.refresh,
            "details": self._ask_for_details,
            "sample": lambda: self.session.openings.open_files([sample_article()]),
        }

    def enabled(self, showing: OpenArticle | None) -> Mapping[str, bool]:
        """Which commands can be done now."""
        has_page = bool(showing and showing.kept.origin.address)
        return {"details": showing is not None, "refresh": has_page, "watch_page": has_page}

    def toggles(self) -> Mapping[str, Toggle]:
        """Whether each checkable command is on at the start, and what switching it does."""
        return {"watch_page": (False, self._watch_page)}

    def start(self) -> None:
        """Go on watching the folder and the pages that were chosen."""
        self.session.service.page_watch.start()
        if self.settings.watched_folder:
            self.session.service.watch(self.settings.watched_folder)

    def _ask_for_watched(self) -> None:
        from briefing.desktop.intake_dialogs.watch_dialog import WatchedDialog

        dialog = WatchedDialog(self.settings.watched_folder, self.window)
        dialog.folderChosen.connect(self._watch)
        dialog.open()

    def _watch(self, folder: Path | None) -> None:
        self.settings.watched_folder = folder
        self.settings.sync()
        self.window.watch(folder)
        if folder:
            self.say(self.tr("What comes into “{name}” is imported from now on.").format(name=folder.name), Tone.DONE)
        else:
            self.say(self.tr("No folder is watched any more; what was imported stays."), Tone.DONE)

    def _watch_page(self, watched: bool) -> None:
        showing = self.session.showing
        # Showing how it stands in another article switches the action, too.
        if showing is not None and watched != self.session.service.page_watch.is_watched(showing.kept.origin.address):
            self.session.service.page_watch.watch(showing.kept.id, watched)

    def _tell_watched(self, _: object = None) -> None:
        """Show in the menu whether the page of the open article is watched."""
        showing = self.session.showing
        address = showing.kept.origin.address if showing is not None else ""
        self.window.actions_by_name["watch_page"].setChecked(self.session.service.page_watch.is_watched(address))

    def _open(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self.window, self.tr("Open articles"))
        if names:
            self.session.openings.open_paths([Path(name) for name in names])

    def _import_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self.window, self.tr("Import files"))
        if names:
            self.session.openings.import_paths([Path(name) for name in names])

    def _import_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self.window, self.tr("Import folder"))
        if name:
            self.session.openings.import_paths([Path(name)])

    def _ask_for_address(self) -> None:
        from briefing.desktop.intake_dialogs.address_dialog import AddressDialog, address_in

        copied = QGuiApplication.clipboard().text()
        dialog = AddressDialog(address_in(copied) or self.session.failed_address, self.window)
        dialog.addressGiven.connect(self.session.openings.open_address)
        dialog.open()

    def _paste(self) -> None:
        from briefing.desktop.intake_dialogs.address_dialog import address_in

        found = _copied()
        if found is None:
            self.say(self.tr("The clipboard holds no text to open."))
            return
        address = address_in(found.text()) if found.hasText() else ""
        if address:
            self.session.openings.open_address(address)
        elif found.hasText() or found.hasHtml():
            self.session.openings.open_text(found.text(), found.html() if found.hasHtml() else "")
        else:
            self.say(self.tr("The clipboard holds no text to open."))

    def _show_first(self, job: int, article_id: int, name: str) -> None:
        """Show what was imported first, unless the reader writes on something else by now."""
        if self.session.openings.was_asked_before_writing(job):
            show = partial(self.window.open_kept, article_id)
            self.say(self.tr("“{title}” can be read now.").format(title=name), Tone.DONE, self.tr("Show it"), show)
        else:
            self.window.open_kept(article_id)

    def _on_event(self, event: Event) -> None:
        match event:
            case ArticleUnchanged(message=message):
                self.say(said(message), Tone.DONE)
            case PageWatched(message=message):
                self.say(said(message), Tone.DONE)
                self._tell_watched()
            case PageChanged(kept=kept, message=message):
                self.say(said(message), Tone.NOTE, self.tr("Show it"), partial(self.window.open_kept, kept.id))
            case PageLost(article_id=article_id, message=message) | PageMoved(article_id=article_id, message=message):
                self.say(said(message), Tone.NOTE, self.tr("Show it"), partial(self.window.open_kept, article_id))
            case OperationFailed():
                self._tell_watched()
            case FeedOffered() if self.session.openings.was_asked_before_writing(event.job):
                words = self.tr("“{title}” offers articles to choose from.").format(title=event.feed.title)
                self.say(words, Tone.DONE, self.tr("Show list"), partial(self._offer, event))
            case FeedOffered():
                self._offer(event)
            case DetailsTold():
                self._show_details(event)

    def _ask_for_details(self) -> None:
        if self.session.showing:
            self.session.service.ask(TellDetails(self.session.showing.kept.id))

    def _show_details(self, told: DetailsTold) -> None:
        from briefing.desktop.intake_dialogs.metadata_dialog import DetailsDialog

        dialog = DetailsDialog(told.kept, told.found, self.window, writable=not self.session.refusal)
        dialog.corrected.connect(self.session.edits.change_metadata)
        dialog.open()

    def _offer(self, offered: FeedOffered) -> None:
        from briefing.desktop.intake_dialogs.feed_dialog import FeedDialog

        dialog = FeedDialog(offered, self.window.theme, self.window)
        dialog.pageChosen.connect(lambda page: self.session.openings.open_address(page.address, page.typed))
        dialog.pagesChosen.connect(self.session.openings.import_pages)
        dialog.show()


def _copied() -> QMimeData | None:
    """What is on the clipboard; None where there is no clipboard, or where nothing of another program is handed out."""
    return QGuiApplication.clipboard().mimeData()
